"""The five answers about a post in a community's channel, to whoever reads it there; nothing of its owner."""

from bots.chat.command import Asker
from bots.chat.papers import path_of
from bots.chat.reply import Link, Reply, Text
from bots.chat.services import Services
from bots.texts.say import Say, When
from core.errors import NotFound
from core.gate import Action, Surface
from core.videos import PublicationId
from knowledge.clauses import OURS


async def shown_privacy(publication: PublicationId, asker: Asker, services: Services) -> Reply:
    """Answer as the post's readers may know it. Raises NotFound("publication_not_found") for whom it isn't shown to."""
    async with services.store.read() as reads:
        view = await reads.publication(asker.viewer, publication, Surface.FEED)
        if view is None or not await reads.allows(asker.viewer, Action.PRIVACY, publication, asker.surface):
            raise NotFound("publication_not_found")
    proposal = view.revision.proposal
    until = Say("posted-until", {"until": When(proposal.until_ms)}) if proposal.until_ms else Say("posted-open-end")
    return Reply(
        (
            Text(Say("posted-of", {"title": proposal.caption.title or Say("publish-untitled")})),
            Text(Say(f"posted-sees-{proposal.audience.value}")),
            Text(Say("posted-uses")),
            Text(Say("posted-copies")),
            Text(until),
            Text(Say("posted-undone")),
            Link(Say("privacy-whole-policy"), path_of(OURS[0], asker)),
        )
    )
