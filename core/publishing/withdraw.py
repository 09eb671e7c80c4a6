"""Taking a video back from communities: one of them, or all at once."""

from collections.abc import Sequence

from core.errors import NotAllowed, NotFound
from core.gate import Action, Surface
from core.people import CommunityId, Viewer
from core.ports import Store, Writes
from core.publications import Ended, PublicationView
from core.videos import PublicationId, Showing, VideoId

_OPEN = frozenset({Showing.PROPOSED, Showing.APPROVED, Showing.APPEALED})


async def unpublish(
    viewer: Viewer, video: VideoId, surface: Surface, *, store: Store, community: CommunityId | None = None
) -> int:
    """Take back what is shown and what waits, in one community or in all; says how many publications that were.

    The gate is closed when this returns; posts follow. Raises NotFound, NotAllowed as the gate says.
    """
    async with store.write() as writes:
        return await withdraw(viewer, video, surface, writes, Ended.OWNER, community=community)


async def take_back(
    viewer: Viewer, publication: PublicationId, revision: int, surface: Surface, *, store: Store
) -> PublicationView:
    """Take back one revision that waits or is shown; an edit that is taken back leaves what is shown.

    Raises NotFound, NotAllowed as the gate says, LostRace("publication_moved_on", state).
    """
    async with store.write() as writes:
        found = await writes.publication(viewer, publication, surface)
        if found is None or not found.number:
            raise NotFound("publication_not_found")
        decision = await writes.decide(viewer, Action.WITHDRAW, found.publication.video, surface)
        if not decision.allowed:
            raise NotAllowed(decision.reason.value)
        await writes.move_publication(publication, revision, "withdraw", actor=viewer.person, reason=Ended.OWNER.value)
        after = await writes.publication(viewer, publication, surface)
    if after is None:
        raise NotFound("publication_not_found")
    return after


async def hide(viewer: Viewer, video: VideoId, surface: Surface, *, link_action: str, store: Store) -> None:
    """Take a video back from everybody whom its owner opened it to: publications, shares, and links of every kind.

    `link_action` is what tokens of one-time links are for. All in one transaction; nothing is deleted.
    Raises as `unpublish` does.
    """
    async with store.write() as writes:
        await withdraw(viewer, video, surface, writes, Ended.HIDDEN)
        if viewer.person is None:
            raise NotFound("video_not_found")
        await writes.withdraw(video, None, actor=viewer.person)
        await writes.end_invitation(video, actor=viewer.person)
        await writes.void(link_action, video)
    await store.scrub()


async def withdraw(
    viewer: Viewer,
    video: VideoId,
    surface: Surface,
    writes: Writes,
    why: Ended,
    *,
    community: CommunityId | None = None,
) -> int:
    """Do what `unpublish` says within a transaction that goes on."""
    decision = await writes.decide(viewer, Action.WITHDRAW, video, surface)
    if not decision.allowed:
        raise NotAllowed(decision.reason.value)
    found = await writes.publications(viewer, video)
    if not found and community is not None:
        raise NotFound("publication_not_found")
    named = [one for one in found if community in (None, one.publication.community)]
    taken = [one for one in named if open_revisions(one)]
    for one in taken:
        for number in open_revisions(one):
            await writes.move_publication(one.publication.id, number, "withdraw", actor=viewer.person, reason=why.value)
    return len(taken)


def open_revisions(view: PublicationView) -> Sequence[int]:
    """Name the revisions that are shown or wait: the waiting one first, so that what is shown closes the rest."""
    publication = view.publication
    waits = [publication.revision] if publication.state in _OPEN else []
    return [*waits, *([publication.shown_revision] if publication.shown_revision is not None else [])]
