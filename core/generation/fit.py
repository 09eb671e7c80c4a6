"""A video whose bytes are more than a place takes is made to fit: each time anew, in memory alone."""

import logging

from core.errors import BadInput, LimitReached, NotFound, NotMarked
from core.gate import Surface
from core.generation.seals import memory_of
from core.intake.limits import KEPT_S
from core.marks import MOST_ADDED_BYTES, Marker
from core.people import Viewer
from core.ports import Store, Stream, Vault, WorkerPool
from core.videos import AssetId, VideoId
from core.work import Memory, Product, Work

TASK = "video_shrink"
TIMEOUT_S = 600.0
_SLACK_MS = 500

log = logging.getLogger("hushreel.generation")


async def fit(
    viewer: Viewer,
    video: VideoId,
    output: AssetId,
    max_bytes: int,
    *,
    store: Store,
    vault: Vault,
    workers: WorkerPool,
    marker: Marker,
    surface: Surface = Surface.CHAT_PRIVATE,
) -> Memory | None:
    """Give a video's bytes in memory that is the caller's to close: as they are, or re-encoded to `max_bytes` at most.

    What is encoded again is marked again. None when it can't be made to fit and still look well. The gate is asked
    before and after: what is erased while a worker is at it isn't given any more. Cancelling kills the worker. Raises
    NotFound("asset_not_found") for what the viewer may not open on this surface.
    """

    async def opened() -> Stream:
        async with store.read() as reads:
            found = await reads.asset(viewer, output, surface)
        if found is None or found[0].video != video:
            raise NotFound("asset_not_found")
        return await vault.open(output, found[1])

    stream = await opened()
    if stream.asset.size_bytes <= max_bytes:
        return await memory_of(stream)
    if (stream.asset.duration_ms or 0) > KEPT_S * 1000 + _SLACK_MS:
        return None
    memory = await _shrunk(stream, max_bytes, workers, marker)
    if memory is None:
        return None
    try:
        await opened()
    except BaseException:
        memory.close()
        raise
    return memory


async def _shrunk(stream: Stream, max_bytes: int, workers: WorkerPool, marker: Marker) -> Memory | None:
    """Have a worker do it, which is shown the bytes block by block; what it can't do, or mark again, doesn't fit."""
    work, original = Work({"max_bytes": max_bytes - MOST_ADDED_BYTES}), _Served(stream)
    try:
        product: Product = await workers.run(TASK, work, serving=(original,), timeout_s=TIMEOUT_S)
        made = product.parts.get("video")
        return None if made is None else await marker.mark_copy(made, original)
    except (BadInput, LimitReached, NotMarked) as error:
        log.warning("asset %s not made to fit: %s", stream.asset.id, error.code)
        return None


class _Served:
    """An opened asset as a source for a worker."""

    def __init__(self, stream: Stream) -> None:
        self.read = stream.read
        self.size_bytes = stream.asset.size_bytes
