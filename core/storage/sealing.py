"""Sealed bytes: AES-256-GCM in chunks of 64 KiB, so that any range opens without the rest.

Nonces follow STREAM (Hoang, Reyhanitabar, Rogaway and Vizár, CRYPTO 2015): a random prefix of 7 bytes, the chunk's
number, and whether it is the last. Each chunk is bound to its asset, its size and this format: chunks that were cut,
moved, or taken from another asset don't open.
"""

import os
import struct
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.errors import BytesDamaged
from core.videos import AssetId

CHUNK_BYTES = 64 * 1024
TAG_BYTES = 16
PREFIX_BYTES = 7
SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES
FORMAT = 1


def new_key() -> bytes:
    """Make a key of 256 random bits."""
    return os.urandom(32)


def new_prefix() -> bytes:
    """Make the random part of an asset's nonces."""
    return os.urandom(PREFIX_BYTES)


@dataclass(frozen=True)
class Span:
    """Chunks `first` to `last` (included), and where they lie sealed: bytes start..end, end excluded."""

    first: int
    last: int
    start: int
    end: int


class Seal:
    """Seals and opens the chunks of one asset of known size."""

    def __init__(self, key: bytes, prefix: bytes, asset: AssetId, size_bytes: int) -> None:
        """Bind to an asset; `size_bytes` is of the plaintext."""
        self._cipher = AESGCM(key)
        self._prefix = prefix
        self._asset = asset
        self._size_bytes = size_bytes
        self._bound = struct.pack(">B16sQ", FORMAT, asset.bytes, size_bytes)

    @property
    def chunks(self) -> int:
        """How many chunks there are; empty bytes have one, so that nothing can't be passed off as something."""
        return max(1, -(-self._size_bytes // CHUNK_BYTES))

    @property
    def sealed_bytes(self) -> int:
        """How long the sealed form is."""
        return self._size_bytes + self.chunks * TAG_BYTES

    def seal(self, number: int, plain: bytes) -> bytes:
        """Seal one chunk."""
        return self._cipher.encrypt(self._nonce(number), plain, self._bound)

    def open(self, number: int, sealed: bytes) -> bytes:
        """Open one chunk. Raises BytesDamaged(asset)."""
        try:
            return self._cipher.decrypt(self._nonce(number), sealed, self._bound)
        except InvalidTag:
            raise BytesDamaged("bytes_damaged", asset=str(self._asset)) from None

    def span(self, start: int, end: int) -> Span:
        """Find the chunks that hold plaintext start..end (end excluded, not empty)."""
        first, last = start // CHUNK_BYTES, max(start, end - 1) // CHUNK_BYTES
        sealed_end = min((last + 1) * SEALED_CHUNK_BYTES, self.sealed_bytes)
        return Span(first, last, first * SEALED_CHUNK_BYTES, sealed_end)

    def open_span(self, span: Span, sealed: bytes, start: int, end: int) -> Iterator[bytes]:
        """Open the chunks of a span one by one, cut to plaintext start..end. Raises BytesDamaged(asset)."""
        for number in range(span.first, span.last + 1):
            at = (number - span.first) * SEALED_CHUNK_BYTES
            plain = self.open(number, sealed[at : at + SEALED_CHUNK_BYTES])
            offset = number * CHUNK_BYTES
            yield plain[max(0, start - offset) : max(0, end - offset)]

    def _nonce(self, number: int) -> bytes:
        return self._prefix + struct.pack(">I?", number, number == self.chunks - 1)


async def in_chunks(stream: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Cut a stream into chunks of CHUNK_BYTES; the last may be shorter, an empty stream gives one empty chunk."""
    waiting = bytearray()
    begun = False
    async for piece in stream:
        if not waiting and len(piece) == CHUNK_BYTES:
            yield piece
            begun = True
            continue
        waiting += piece
        while len(waiting) >= CHUNK_BYTES:
            yield bytes(waiting[:CHUNK_BYTES])
            del waiting[:CHUNK_BYTES]
            begun = True
    if waiting or not begun:
        yield bytes(waiting)
