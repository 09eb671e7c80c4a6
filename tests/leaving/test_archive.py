"""Archives as streams: their size is known before a byte is read, and what is in them comes out again."""

import io
from collections.abc import AsyncIterator
from zipfile import ZIP64_LIMIT, ZIP_FILECOUNT_LIMIT, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exporting.archive import CHUNK_BYTES, Member, archived, held, size_of

AT_MS = 1_796_000_000_000
HEAD_BYTES = 1_024
NAMES = st.text("abcdefghij/äß漢", min_size=1, max_size=30)


async def pieces(members: list[Member]) -> list[bytes]:
    """Write an archive, and give the pieces that it came in."""
    return [one async for one in archived(members, AT_MS)]


@given(st.dictionaries(NAMES, st.binary(max_size=200_000), max_size=6))
async def test_it_is_as_long_as_was_counted_and_holds_what_was_given(files: dict[str, bytes]) -> None:
    """Whatever the names and however large: any program reads it, and checks each file."""
    members = [held(name, content) for name, content in files.items()]
    written = b"".join(await pieces(members))
    assert len(written) == size_of(members)
    with ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files


async def test_it_comes_in_small_pieces() -> None:
    """No more than one chunk and what stands before it is in memory at a time."""
    written = await pieces([held("a", bytes(10 * CHUNK_BYTES)), held("b", bytes(3 * CHUNK_BYTES + 1))])
    assert max(len(one) for one in written) <= CHUNK_BYTES + HEAD_BYTES


async def test_very_many_files_are_counted_too() -> None:
    """More of them than the old format can count."""
    members = [held(f"{number}", b"") for number in range(ZIP_FILECOUNT_LIMIT + 1)]
    assert sum(len(one) for one in await pieces(members)) == size_of(members)


async def test_a_very_large_file_is_counted_too() -> None:
    """Larger than the old format can say, and something behind it."""
    size_bytes = ZIP64_LIMIT + 1

    async def read() -> AsyncIterator[bytes]:
        piece = bytes(16 * 1024 * 1024)
        for start in range(0, size_bytes, len(piece)):
            yield piece[: size_bytes - start]

    members = [Member("large", size_bytes, read), held("small", b"behind it")]
    length = 0
    async for one in archived(members, AT_MS):
        length += len(one)
    assert length == size_of(members)


async def test_a_file_that_cannot_be_read_breaks_it() -> None:
    """Nobody takes what came so far for the whole of it."""

    async def read() -> AsyncIterator[bytes]:
        yield b"half of it"
        raise EOFError

    with pytest.raises(EOFError):
        await pieces([Member("broken", 20, read)])
