"""Create: from a wish, a picture or both to a video in the queue."""

from collections.abc import Mapping
from contextlib import ExitStack

from core.errors import NotAllowed
from core.generation.ask import Picture, ask, check_room
from core.generation.order import Wish, order_of
from core.generation.seals import chunks_of
from core.intake.picture import receive
from core.intake.upload import Upload
from core.people import Viewer
from core.ports import Clock, Generator, Ids, Store, Vault, WorkerPool
from core.videos import VideoId, Words

SEEDS = 2**31


def seed_from(ids: Ids) -> int:
    """Draw a seed out of a new id's random bits."""
    return ids.new().int % SEEDS


async def create(
    viewer: Viewer,
    wish: Wish,
    picture: Upload | None,
    *,
    store: Store,
    vault: Vault,
    workers: WorkerPool,
    generators: Mapping[str, Generator],
    clock: Clock,
    ids: Ids,
    retention_ms: int,
) -> VideoId:
    """Check a wish, take in its picture, and queue the video; it is private and ends after `retention_ms`.

    What breaks on the way leaves nothing behind. Raises what `order_of` raises, what intake refuses a file for
    (BadInput), LimitReached("too_many_unfinished", limit), NotAllowed for somebody without an identity.
    """
    if viewer.person is None:
        raise NotAllowed("unrelated")
    order = order_of(wish, has_picture=picture is not None, seed=seed_from(ids), generators=generators)
    async with store.read() as reads:
        await check_room(viewer, reads)
    words = Words(prompt=order.prompt, file_names=(picture.name,) if picture else ())
    with ExitStack() as closing:
        pictures = []
        if picture is not None:
            still = await receive(picture, workers)
            memory = closing.enter_context(still.memory)
            pictures.append(Picture(chunks_of(memory), memory.size_bytes, still.media_type, still.width, still.height))
        person = viewer.person
        return await ask(
            person, order, words, pictures, store=store, vault=vault, clock=clock, ids=ids, retention_ms=retention_ms
        )
