"""A post that its community's moderators deleted with the platform's own means: that counts as their decision."""

from core.errors import LostRace
from core.ports import Store
from core.publications import DELETED_THERE
from core.videos import PublicationId


async def deleted_there(publication: PublicationId, *, store: Store) -> bool:
    """Take down what is shown, on the web too; says whether anything was. Its author can appeal as always."""
    feed = await store.ledger.feed(publication)
    if feed is None or feed.shown is None:
        return False
    try:
        async with store.write() as writes:
            await writes.move_publication(publication, feed.shown.number, "remove", reason=DELETED_THERE)
    except LostRace:
        return False
    return True
