"""A ZIP archive as a stream of known size: members are stored as they are, one after the other.

The standard library writes it; this counts beforehand what it will write, which depends on nothing but names and sizes.
"""

import io
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zipfile import ZIP64_LIMIT, ZIP_FILECOUNT_LIMIT, ZIP_STORED, ZipFile, ZipInfo

CHUNK_BYTES = 64 * 1024
_LOCAL_BYTES, _LOCAL_64_BYTES = 30, 20
_AFTER_BYTES, _AFTER_64_BYTES = 16, 24
_LISTED_BYTES, _LISTED_64_BYTES = 46, 4
_END_BYTES, _END_64_BYTES = 22, 76


@dataclass(frozen=True)
class Member:
    """One file of an archive. `read` gives its bytes, just as many as `size_bytes` says."""

    name: str
    size_bytes: int
    read: Callable[[], AsyncIterator[bytes]]


def held(name: str, content: bytes) -> Member:
    """Give a file that is in memory."""

    async def read() -> AsyncIterator[bytes]:
        for start in range(0, len(content), CHUNK_BYTES):
            yield content[start : start + CHUNK_BYTES]

    return Member(name, len(content), read)


def size_of(members: Sequence[Member]) -> int:
    """Count how many bytes an archive of these will have."""
    at, listed = 0, 0
    for one in members:
        name_bytes, is_long = len(one.name.encode()), one.size_bytes > ZIP64_LIMIT
        longs = (2 if is_long else 0) + (1 if at > ZIP64_LIMIT else 0)
        listed += _LISTED_BYTES + name_bytes + (_LISTED_64_BYTES + 8 * longs if longs else 0)
        at += _LOCAL_BYTES + name_bytes + (_LOCAL_64_BYTES if is_long else 0)
        at += one.size_bytes + (_AFTER_64_BYTES if is_long else _AFTER_BYTES)
    is_large = len(members) > ZIP_FILECOUNT_LIMIT or max(at, listed) > ZIP64_LIMIT
    return at + listed + _END_BYTES + (_END_64_BYTES if is_large else 0)


async def archived(members: Sequence[Member], made_at_ms: int) -> AsyncIterator[bytes]:
    """Write an archive. It holds one chunk in memory at a time, and the list of names.

    Raises whatever reading a member raises.
    """
    sink = _Sink()
    with ZipFile(sink, "w", ZIP_STORED) as archive:
        for one in members:
            entry = ZipInfo(one.name, _moment(made_at_ms))
            with archive.open(entry, "w", force_zip64=one.size_bytes > ZIP64_LIMIT) as file:
                async for chunk in one.read():
                    file.write(chunk)
                    yield sink.taken()
            yield sink.taken()
    yield sink.taken()


def _moment(at_ms: int) -> tuple[int, int, int, int, int, int]:
    at = datetime.fromtimestamp(at_ms / 1000, UTC)
    return at.year, at.month, at.day, at.hour, at.minute, at.second


class _Sink(io.RawIOBase):
    """Takes what is written until somebody takes it out; nothing can be written into it again, as into a pipe."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, content: bytes, /) -> int:  # type: ignore[override]
        self._waiting += content
        return len(content)

    def taken(self) -> bytes:
        """Give what waits, and begin anew."""
        content = bytes(self._waiting)
        self._waiting.clear()
        return content
