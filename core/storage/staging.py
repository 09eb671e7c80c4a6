"""Staged bytes: sealed while somebody hands them in, read while a worker looks at them, and then gone."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import obstore
from obstore.exceptions import BaseError
from obstore.store import ObjectStore

from core.errors import BytesDamaged
from core.storage.sealing import SEALED_CHUNK_BYTES, TAG_BYTES, Seal
from core.videos import AssetId

STAGED_MOST_BYTES = 2**40
"""What a seal of unknown size is bound to. No stream gets there, so that no chunk is ever the last one: how long the
bytes are is known to this process, and dies with it.
"""


class Counted:
    """A stream that counts what it gave. Raises ValueError after `most_bytes`."""

    def __init__(self, chunks: AsyncIterator[bytes], most_bytes: int = STAGED_MOST_BYTES) -> None:
        """Take a stream that nobody has begun to read."""
        self.size_bytes = 0
        self._chunks = chunks
        self._most_bytes = most_bytes

    def __aiter__(self) -> "Counted":
        """Read it once."""
        return self

    async def __anext__(self) -> bytes:
        """Give the next piece."""
        piece = await anext(self._chunks)
        self.size_bytes += len(piece)
        if self.size_bytes > self._most_bytes:
            raise ValueError("the stream is not as long as it was said to be")
        return piece


@dataclass(frozen=True)
class StagedBytes:
    """A `Source` of bytes that lie sealed in a store, under a key that nothing else holds."""

    asset: AssetId
    size_bytes: int
    seal: Seal
    bucket: ObjectStore

    async def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        """Give plaintext bytes start..end (end excluded) in pieces of at most 64 KiB. Raises BytesDamaged."""
        until = min(end, self.size_bytes)
        if start >= until:
            return
        span = self.seal.span(start, until)
        sealed = await self._fetch(span.start, min(span.end, self._sealed_bytes))
        for piece in self.seal.open_span(span, sealed, start, until):
            yield piece

    @property
    def _sealed_bytes(self) -> int:
        whole, rest = divmod(self.size_bytes, SEALED_CHUNK_BYTES - TAG_BYTES)
        return whole * SEALED_CHUNK_BYTES + (rest + TAG_BYTES if rest else 0)

    async def _fetch(self, start: int, end: int) -> bytes:
        name = str(self.asset)
        try:
            return bytes(await obstore.get_range_async(self.bucket, name, start=start, end=end))
        except (BaseError, FileNotFoundError):
            raise BytesDamaged("bytes_damaged", asset=name) from None
