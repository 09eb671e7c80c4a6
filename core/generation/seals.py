"""Bytes into the vault, and out again when the row that should name them was not kept."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence

from core.ports import Store, Stream, Vault
from core.videos import AssetId, VideoId
from core.work import Memory

CHUNK_BYTES = 64 * 1024

log = logging.getLogger("hushreel.generation")


async def chunks_of(memory: Memory) -> AsyncIterator[bytes]:
    """Read memory chunk by chunk."""
    for start in range(0, memory.size_bytes, CHUNK_BYTES):
        yield memory.read(start, CHUNK_BYTES)


async def memory_of(stream: Stream) -> Memory:
    """Read all of an opened asset into memory, which is the caller's to close."""
    memory = Memory.empty("input")
    try:
        async for chunk in stream.read(0, stream.asset.size_bytes):
            memory.append(chunk)
    except BaseException:
        memory.close()
        raise
    return memory


async def discard_unkept(video: VideoId, assets: Sequence[AssetId], *, store: Store, vault: Vault) -> None:
    """Remove sealed bytes that no row names: what they were for was cancelled, refused or broke off.

    Asks first, because a transaction may be kept although its caller was cancelled while it committed.
    When the database can't answer, the sweep at the next start removes them. Cancelled, it finishes all the same:
    what is cancelled is often cleaning up already.
    """
    cleaning = asyncio.create_task(_discard_unkept(video, assets, store, vault))
    cancelled = False
    while not cleaning.done():
        try:
            await asyncio.shield(cleaning)
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        raise asyncio.CancelledError


async def _discard_unkept(video: VideoId, assets: Sequence[AssetId], store: Store, vault: Vault) -> None:
    try:
        job = await store.ledger.job(video)
        kept = {asset.id for asset in (*job.inputs, *job.assets)} if job else set()
        await vault.discard([asset for asset in assets if asset not in kept])
    except Exception as error:  # noqa: BLE001 - the reason why we are here is the one to tell
        log.warning("bytes of %s left for the sweep: %s", video, type(error).__name__)
