"""What is decided about somebody's publication, told to them; and their appeal."""

from dataclasses import replace
from uuid import UUID

from bots.chat.command import Asker
from bots.chat.presses import Press, Pressed
from bots.chat.publication import as_it_is, card, draw, key
from bots.chat.publications import Own, own, said_of
from bots.chat.publish import pressed_on
from bots.chat.reply import Reply, Text
from bots.chat.services import Services
from bots.texts.say import Say
from core.publications import Ended
from core.publishing.appeal import appeal
from core.videos import PublicationId, Showing

DECISION = "decision"
_TOLD = frozenset({Showing.DECLINED, Showing.REMOVED, Showing.SHOWN, Showing.EXPIRED, Showing.WITHDRAWN})
_THEIRS = frozenset(one.value for one in Ended) - {Ended.OVER.value, Ended.RESTORED.value}
"""Why something was taken back that its owner did, or that is no news to them."""


async def notice(subject: UUID, asker: Asker, services: Services) -> Reply | None:
    """Tell an owner what somebody else decided, as it stands now; None where they did something since."""
    found = await own(PublicationId(subject), asker, services)
    if found is None or not _is_news(found):
        return None
    return await draw(found, asker, services)


def _is_news(found: Own) -> bool:
    if found.view.hold:
        return True
    is_theirs = found.view.publication.state is Showing.WITHDRAWN and found.view.revision.why in _THEIRS
    return found.view.publication.state in _TOLD and not is_theirs


async def press_appeal(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Ask somebody else to look again, once. Raises NotAllowed("appeal_closed")."""
    found, bound = await pressed_on(pressed, asker, services)
    named = found.view.publication
    await appeal(asker.viewer, named.id, named.revision, asker.surface, store=bound.store, clock=services.clock)
    return await card(named.id, asker, services)


async def press_leave(pressed: Pressed, asker: Asker, services: Services) -> Reply:
    """Leave a decision as it is: the card says so, and what can be done stays there for a change of mind."""
    found, _ = await pressed_on(pressed, asker, services)
    drawn = await draw(found, asker, services)
    said = Text(Say("publication-left", said_of(found)))
    return replace(drawn, parts=(said, *drawn.parts), card=key(found.view.publication.id))


COMMANDS = ()
PRESSES = (
    Press("appeal", press_appeal, changes=True, as_it_is=as_it_is, of_publication=True),
    Press("publeave", press_leave, as_it_is=as_it_is, of_publication=True),
)
