"""The sealed vault: bytes by asset in an object store (a folder by default), a key of its own for each.

The object store holds nothing but sealed chunks; wrapped keys are in the database, the master key in neither.
"""

import asyncio
import errno
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore

from core.errors import BytesDamaged, LimitReached, NotFound
from core.gate import Action, Decision
from core.ports import Ledger, Revocations
from core.records import SealedBytes
from core.storage.places import PART_BYTES as BUCKET_PART_BYTES
from core.storage.places import Habits, settle
from core.storage.sealing import PREFIX_BYTES, SEALED_CHUNK_BYTES, Seal, Span, in_chunks, new_key, new_prefix
from core.storage.staging import STAGED_MOST_BYTES, Counted, StagedBytes
from core.storage.words import Wraps
from core.videos import Asset, AssetId, AssetRole, VideoId

OPENING = frozenset({Action.OPEN, Action.DOWNLOAD, Action.EXPORT})
PART_CHUNKS = 16
PART_BYTES = PART_CHUNKS * SEALED_CHUNK_BYTES
PARTS_AT_ONCE = 2
SPAN_BYTES = 512 * 1024
"""How much sealed content is fetched at a time: bounds memory, and keeps players ahead."""

_DISK_FULL = f"os error {errno.ENOSPC}"
"""How obstore tells it: its errors carry no number."""

_BUCKET_FULL = ("<Code>QuotaExceeded<", "<Code>InsufficientStorage<", "<Code>XMinioStorageFull<", "code: 507")

_DRAFT = re.compile(r".+#\d+")
"""Files that LocalStore is still writing: they get their name at the end, and no listing shows them before."""


def open_bucket(folder: Path) -> ObjectStore:
    """Open a folder as an object store, and remove what a process that was killed left half-written in it."""
    for file in folder.iterdir():
        if _DRAFT.fullmatch(file.name):
            file.unlink()
    return bucket_of(folder)


def bucket_of(folder: Path) -> ObjectStore:
    """Give a folder as an object store, and touch nothing in it: somebody else may be writing there."""
    return LocalStore(prefix=folder)


class SealedVault:
    """`Vault` over an object store."""

    def __init__(
        self,
        bucket: ObjectStore,
        master_key: Wraps,
        ledger: Ledger,
        revocations: Revocations,
        habits: Habits | None = None,
    ) -> None:
        """Keep sealed bytes in `bucket`; `ledger` knows each asset's wrapped key.

        `habits` are the bucket's: when a version is seen there, it is noted in them.
        """
        self._bucket = bucket
        self._habits = habits or Habits()
        self._master_key = master_key
        self._ledger = ledger
        self._revocations = revocations

    async def seal(self, asset: AssetId, chunks: AsyncIterator[bytes], size_bytes: int) -> SealedBytes:
        """Seal a stream of `size_bytes` under a new key.

        What was written is removed if the stream breaks. Raises ValueError for another size than was said,
        LimitReached("disk_full").
        """
        key, prefix = new_key(), new_prefix()
        seal = Seal(key, prefix, asset, size_bytes)
        await self._put(asset, _sealed(seal, chunks, size_bytes), lasting=True)
        return SealedBytes(asset, self._master_key.wrap(key, _context(asset)), prefix, size_bytes)

    @asynccontextmanager
    async def stage(self, asset: AssetId, chunks: AsyncIterator[bytes]) -> AsyncIterator[StagedBytes]:
        """Seal a stream of unknown size for the length of a block, under a key that only memory holds.

        Nothing of it outlives the block, nor the process: the sweep at the next start removes what no row names.
        Raises what the stream raises, LimitReached("disk_full").
        """
        seal = Seal(new_key(), new_prefix(), asset, STAGED_MOST_BYTES)
        counted = Counted(chunks)
        await self._put(asset, _parts(seal, counted), lasting=False)
        try:
            yield StagedBytes(asset, counted.size_bytes, seal, self._bucket)
        finally:
            await self.discard([asset])

    async def _put(self, asset: AssetId, parts: AsyncIterator[bytes], *, lasting: bool) -> None:
        """Write sealed parts under an asset's name. What was written is removed if that breaks."""
        try:
            written = await obstore.put_async(
                self._bucket,
                str(asset),
                parts,
                use_multipart=True,
                chunk_size=PART_BYTES if isinstance(self._bucket, LocalStore) else BUCKET_PART_BYTES,
                max_concurrency=PARTS_AT_ONCE,
            )
            self._habits.keeps_versions |= written["version"] is not None
            if lasting:
                await asyncio.to_thread(settle, self._bucket, str(asset))
        except BaseException as error:
            await self.discard([asset])
            if _is_full(error):
                raise LimitReached("disk_full") from None
            raise

    async def open(self, asset: AssetId, decision: Decision) -> "SealedStream":
        """Open an asset for a decision of the gate. Raises NotFound unless it allows just this asset."""
        if not decision.allowed or decision.asset != asset or decision.action not in OPENING:
            raise NotFound("asset_not_found")
        found, stream = await self._stream(asset)
        if found.video != decision.video:
            raise NotFound("asset_not_found")
        return stream

    async def open_for_flow(self, video: VideoId, asset: AssetId) -> "SealedStream":
        """Open an input for the flow that makes this video out of it. Raises NotFound for another one."""
        found, stream = await self._stream(asset)
        if found.video != video or found.role is not AssetRole.INPUT:
            raise NotFound("asset_not_found")
        return stream

    async def _stream(self, asset: AssetId) -> tuple[Asset, "SealedStream"]:
        found = await self._ledger.sealed(asset)
        if found is None or self._revocations.is_revoked(asset):
            raise NotFound("asset_not_found")
        about, sealed = found
        if len(sealed.nonce_prefix) != PREFIX_BYTES:
            raise BytesDamaged("bytes_damaged", asset=str(asset))
        key = self._master_key.unwrap(sealed.wrapped_key, _context(asset))
        seal = Seal(key, sealed.nonce_prefix, asset, sealed.size_bytes)
        return about, SealedStream(about, seal, self._bucket, self._revocations)

    async def discard(self, assets: Sequence[AssetId]) -> None:
        """Remove sealed bytes; missing ones are fine."""
        for asset in assets:
            try:
                await obstore.delete_async(self._bucket, str(asset))
            except FileNotFoundError:
                continue

    async def sealed_before(self, at_ms: int) -> Sequence[AssetId]:
        """Give the assets whose sealed bytes were written before a time, whether or not a row names them."""
        until_ms = at_ms + self._habits.clock_ms
        found = [
            named(one["path"])
            async for batch in obstore.list(self._bucket)
            for one in batch
            if one["last_modified"].timestamp() * 1000 < until_ms
        ]
        return [asset for asset in found if asset is not None]


@dataclass(frozen=True)
class SealedStream:
    """One asset, opened: gives plaintext by ranges until it is revoked."""

    asset: Asset
    seal: Seal
    bucket: ObjectStore
    revocations: Revocations

    async def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        """Give plaintext bytes start..end (end excluded) in chunks of at most 64 KiB.

        Raises NotFound once the asset is revoked or gone, BytesDamaged for bytes that don't authenticate.
        """
        for begin in range(start, min(end, self.asset.size_bytes), SPAN_BYTES):
            until = min(begin + SPAN_BYTES, end, self.asset.size_bytes)
            span = self.seal.span(begin, until)
            self._check()
            sealed = await self._fetch(span)
            for plain in self.seal.open_span(span, sealed, begin, until):
                self._check()
                yield plain

    async def _fetch(self, span: Span) -> bytes:
        name = str(self.asset.id)
        try:
            sealed = await obstore.get_range_async(self.bucket, name, start=span.start, end=span.end)
        except FileNotFoundError:
            raise NotFound("asset_not_found") from None
        except BaseError:
            if (await obstore.head_async(self.bucket, name))["size"] < self.seal.sealed_bytes:
                raise BytesDamaged("bytes_damaged", asset=name) from None
            raise
        return bytes(sealed)

    def _check(self) -> None:
        if self.revocations.is_revoked(self.asset.id):
            raise NotFound("asset_not_found")


async def _sealed(seal: Seal, chunks: AsyncIterator[bytes], size_bytes: int) -> AsyncIterator[bytes]:
    """Seal a stream, and break when it isn't as long as it was said to be."""
    counted = Counted(chunks, size_bytes)
    async for part in _parts(seal, counted):
        yield part
    if counted.size_bytes != size_bytes:
        raise ValueError("the stream is not as long as it was said to be")


async def _parts(seal: Seal, chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Seal chunk by chunk, and give whole parts: each crossing to the store's threads costs as much as sealing one."""
    number = 0
    part: list[bytes] = []
    async for plain in in_chunks(chunks):
        part.append(seal.seal(number, plain))
        number += 1
        if len(part) == PART_CHUNKS:
            yield b"".join(part)
            part.clear()
    yield b"".join(part)


def _is_full(error: BaseException) -> bool:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return True
    return isinstance(error, BaseError | OSError) and any(one in str(error) for one in (_DISK_FULL, *_BUCKET_FULL))


def named(path: str) -> AssetId | None:
    """Give the asset that sealed bytes of this name are of; None for what isn't ours."""
    try:
        return AssetId(UUID(path))
    except ValueError:
        return None


def _context(asset: AssetId) -> bytes:
    return b"asset:" + asset.bytes
