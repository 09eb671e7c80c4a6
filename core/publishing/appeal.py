"""An author asks somebody else to look again: once for each decision."""

from core.errors import NotAllowed, NotFound
from core.gate import Action, Surface
from core.people import Viewer
from core.ports import Store
from core.publications import PublicationView
from core.videos import PublicationId


async def appeal(
    viewer: Viewer, publication: PublicationId, revision: int, surface: Surface, *, store: Store
) -> PublicationView:
    """Put a declined or removed revision before another moderator; while it waits, its video isn't erased, for 14 days.

    Raises NotFound, NotAllowed("appeal_closed"), LostRace("publication_moved_on", state).
    """
    async with store.write() as writes:
        found = await writes.publication(viewer, publication, surface)
        if found is None or not await writes.allows(viewer, Action.APPEAL, publication, surface):
            raise NotFound("publication_not_found")
        if not found.publication.appeal_open:
            raise NotAllowed("appeal_closed")
        await writes.move_publication(publication, revision, "appeal", actor=viewer.person)
        after = await writes.publication(viewer, publication, surface)
    if after is None:
        raise NotFound("publication_not_found")
    return after
