"""A small picture of a video, for chats that show one before it is played: each time anew, in memory alone."""

import logging

from core.errors import BadInput, LimitReached
from core.gate import Surface
from core.people import Viewer
from core.ports import Store, Stream, Vault, WorkerPool
from core.videos import AssetId
from core.work import Work

TASK = "picture_glance"
TIMEOUT_S = 20.0

log = logging.getLogger("hushreel.generation")


async def glimpse(
    viewer: Viewer,
    poster: AssetId,
    *,
    longest_side: int,
    max_bytes: int,
    store: Store,
    vault: Vault,
    workers: WorkerPool,
    surface: Surface = Surface.CHAT_PRIVATE,
) -> bytes | None:
    """Give a poster as a JPEG of at most `longest_side` pixels and `max_bytes`.

    None for one that the viewer may not open on this surface, and where none can be made of it.
    """
    async with store.read() as reads:
        found = await reads.asset(viewer, poster, surface)
    if found is None:
        return None
    stream = await vault.open(poster, found[1])
    work = Work({"longest_side": longest_side, "max_bytes": max_bytes})
    try:
        product = await workers.run(TASK, work, serving=(_Served(stream),), timeout_s=TIMEOUT_S)
    except (BadInput, LimitReached) as error:
        log.info("poster %s can't be made small: %s", poster, error.code)
        return None
    made = product.parts.get("glance")
    if made is None:
        return None
    with made:
        return made.read()


class _Served:
    """An opened asset as a source for a worker."""

    def __init__(self, stream: Stream) -> None:
        self.read = stream.read
        self.size_bytes = stream.asset.size_bytes
