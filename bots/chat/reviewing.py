"""Reads what moderators are shown: one publication, or the next one that waits."""

from collections.abc import Sequence

from bots.chat.command import Asker
from bots.chat.reply import Reply, Text
from bots.chat.reviewcard import drawn, placed
from bots.chat.reviewfacts import Seen
from bots.chat.services import Services
from bots.texts.say import Say
from core.errors import NotFound
from core.gate import Action, Ground, Surface, may_on
from core.people import CommunityId, Role, Viewer
from core.ports import Reads
from core.publications import Key, PublicationView
from core.publishing.review import someone_elses
from core.videos import PublicationId, Showing

AT_ONCE = 10
"""How far the queue is looked through for one that nobody else looks at."""


def moderated_by(asker: Asker) -> CommunityId | None:
    """Give the community that somebody speaks in and moderates; None where they don't."""
    community = asker.community
    if community is None or not may_on(asker.viewer, Action.DECIDE, Ground(community), asker.surface).allowed:
        return None
    return community


async def reads_card(publication: PublicationId, asker: Asker, services: Services) -> Seen:
    """Read what a moderator may see of a publication. Raises NotFound("publication_not_found") for everybody else."""
    async with services.store.read() as reads:
        may_review = await reads.allows(asker.viewer, Action.CLAIM, publication, asker.surface)
        view = await reads.publication(asker.viewer, publication, asker.surface) if may_review else None
        if view is None:
            raise NotFound("publication_not_found")
        return await _seen(view, asker.viewer, asker, services, reads)


async def seen_of(view: PublicationView, asker: Asker, services: Services) -> Seen:
    """Read what stands beside a publication on its card."""
    async with services.store.read() as reads:
        return await _seen(view, asker.viewer, asker, services, reads)


async def _seen(view: PublicationView, viewer: Viewer, asker: Asker | None, services: Services, reads: Reads) -> Seen:
    is_appeal = view.revision.state is Showing.APPEALED
    surface = asker.surface if asker else Surface.CHAT_PRIVATE
    history = await reads.history(viewer, view.publication.id, surface) if is_appeal else ()
    return Seen(view, history, services, asker)


async def place_card(publication: PublicationId, services: Services) -> Reply | None:
    """Draw the card for a community's review place; None where nothing of it waits: the card goes."""
    feed = await services.store.ledger.feed(publication)
    if feed is None:
        return None
    viewer = Viewer(None, {feed.publication.community: Role.MODERATOR})
    async with services.store.read() as reads:
        view = await reads.publication(viewer, publication, Surface.CHAT_PRIVATE)
        return None if view is None else placed(await _seen(view, viewer, None, services, reads))


async def first_card(community: CommunityId, asker: Asker, services: Services) -> Reply:
    """Show how many wait, and the one that waits longest and is nobody else's at the moment."""
    return await _queue(community, None, asker, services)


async def next_card(publication: PublicationId, asker: Asker, services: Services) -> Reply:
    """Show the one that waits after another one; after the last, the first.

    Raises NotFound("publication_not_found") for whom may not decide.
    """
    community = moderated_by(asker)
    if community is None:
        raise NotFound("publication_not_found")
    async with services.store.read() as reads:
        view = await reads.publication(asker.viewer, publication, asker.surface)
    since_ms = None if view is None else view.waiting_since_ms
    after = None if since_ms is None else Key(since_ms, publication)
    return await _queue(community, after, asker, services)


async def _queue(community: CommunityId, after: Key | None, asker: Asker, services: Services) -> Reply:
    async with services.store.read() as reads:
        count = await reads.waiting(asker.viewer, community, asker.surface)
        found = await reads.queue(asker.viewer, community, asker.surface, after=after, limit=AT_ONCE)
        if after is not None and not _free(found, asker):
            found = [*found, *await reads.queue(asker.viewer, community, asker.surface, limit=AT_ONCE)]
        if not found:
            return nothing_waits()
        seen = await _seen(next(iter(_free(found, asker)), found[0]), asker.viewer, asker, services, reads)
    return drawn(seen, Text(Say("review-queue", {"count": count})))


def _free(found: Sequence[PublicationView], asker: Asker) -> Sequence[PublicationView]:
    """Give those that this moderator can decide now: nobody else looks at them, or has to."""
    return [
        one
        for one in found
        if (one.claim is None or one.claim.moderator == asker.person) and not someone_elses(one, asker.person)
    ]


def nothing_waits() -> Reply:
    """Say that nothing is to be decided."""
    return Reply((Text(Say("review-none")),))
