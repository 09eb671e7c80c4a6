"""The sealed form of bytes: any range opens, nothing changed does."""

from collections.abc import AsyncIterator, Callable
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BytesDamaged
from core.storage.sealing import (
    CHUNK_BYTES,
    PREFIX_BYTES,
    SEALED_CHUNK_BYTES,
    TAG_BYTES,
    Seal,
    in_chunks,
    new_key,
    new_prefix,
)
from core.videos import AssetId

ASSET, OTHER = AssetId(UUID(int=1)), AssetId(UUID(int=2))
KEY, PREFIX = b"k" * 32, b"p" * PREFIX_BYTES

EDGES = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES + 17]
SIZES = st.one_of(st.sampled_from(EDGES), st.integers(0, 4 * CHUNK_BYTES))


def plain_of(size_bytes: int) -> bytes:
    """Give bytes of which each place differs from its neighbours."""
    return b"".join(number.to_bytes(4, "big") for number in range(size_bytes // 4 + 1))[:size_bytes]


def sealed_of(seal: Seal, plain: bytes) -> bytes:
    """Seal all chunks, one behind the other."""
    return b"".join(
        seal.seal(number, plain[number * CHUNK_BYTES : (number + 1) * CHUNK_BYTES]) for number in range(seal.chunks)
    )


def opened(seal: Seal, sealed: bytes, start: int, end: int) -> bytes:
    """Open a range as the vault does: fetch its span, open that."""
    span = seal.span(start, end)
    return b"".join(seal.open_span(span, sealed[span.start : span.end], start, end))


@given(SIZES, st.data())
def test_any_range_opens_and_touches_only_its_own_chunks(size_bytes: int, data: st.DataObject) -> None:
    """Whatever the size and the range, the plaintext comes back, and the span is as short as it can be."""
    plain, seal = plain_of(size_bytes), Seal(KEY, PREFIX, ASSET, size_bytes)
    sealed = sealed_of(seal, plain)
    assert len(sealed) == seal.sealed_bytes
    start = data.draw(st.integers(0, max(0, size_bytes - 1)))
    end = data.draw(st.integers(min(start + 1, size_bytes), size_bytes))
    assert opened(seal, sealed, start, end) == plain[start:end]
    span = seal.span(start, end)
    assert span.last - span.first <= (end - start + CHUNK_BYTES - 2) // CHUNK_BYTES
    assert 0 <= span.start < span.end <= len(sealed)


CLASSES: dict[str, Callable[[int], int]] = {
    "first byte": lambda _: 0,
    "inside the first chunk": lambda _: CHUNK_BYTES // 2,
    "first tag": lambda _: CHUNK_BYTES + 3,
    "first byte of the second chunk": lambda _: SEALED_CHUNK_BYTES,
    "inside the last chunk": lambda size: size - TAG_BYTES - 1,
    "last tag": lambda size: size - 1,
}


@pytest.mark.parametrize("place", CLASSES)
@pytest.mark.parametrize("bit", [1, 128])
def test_a_flipped_bit_opens_nothing_of_its_chunk(place: str, bit: int) -> None:
    """The chunk that holds the bit is refused, wherever in it the bit is; the chunks beside it still open."""
    plain, seal = plain_of(2 * CHUNK_BYTES + 99), Seal(KEY, PREFIX, ASSET, 2 * CHUNK_BYTES + 99)
    sealed = bytearray(sealed_of(seal, plain))
    at = CLASSES[place](len(sealed))
    sealed[at] ^= bit
    for number in range(seal.chunks):
        start, end = number * CHUNK_BYTES, min((number + 1) * CHUNK_BYTES, len(plain))
        if number == at // SEALED_CHUNK_BYTES:
            with pytest.raises(BytesDamaged) as caught:
                opened(seal, bytes(sealed), start, end)
            assert caught.value.data == {"asset": str(ASSET)}
        else:
            assert opened(seal, bytes(sealed), start, end) == plain[start:end]


@given(st.integers(1, 3 * CHUNK_BYTES + 17), st.data())
def test_any_changed_byte_is_noticed(size_bytes: int, data: st.DataObject) -> None:
    """Reading all of it meets the change."""
    seal = Seal(KEY, PREFIX, ASSET, size_bytes)
    sealed = bytearray(sealed_of(seal, plain_of(size_bytes)))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(BytesDamaged):
        opened(seal, bytes(sealed), 0, size_bytes)


@given(SIZES, st.data())
def test_any_cut_is_noticed(size_bytes: int, data: st.DataObject) -> None:
    """Bytes that end early don't open, also when they end between two chunks, and when there were none."""
    seal = Seal(KEY, PREFIX, ASSET, size_bytes)
    sealed = sealed_of(seal, plain_of(size_bytes))
    borders = st.sampled_from(range(0, len(sealed), SEALED_CHUNK_BYTES))
    cut = sealed[: data.draw(st.one_of(borders, st.integers(0, len(sealed) - 1)))]
    with pytest.raises(BytesDamaged):
        opened(seal, cut, 0, size_bytes)


def test_chunks_can_not_change_places() -> None:
    """Two whole chunks of the same asset, exchanged, don't open."""
    size_bytes = 3 * CHUNK_BYTES
    seal = Seal(KEY, PREFIX, ASSET, size_bytes)
    sealed = sealed_of(seal, plain_of(size_bytes))
    first, second, third = (sealed[at : at + SEALED_CHUNK_BYTES] for at in range(0, len(sealed), SEALED_CHUNK_BYTES))
    for moved in (second + first + third, first + third + second, first + first + third):
        with pytest.raises(BytesDamaged):
            opened(seal, moved, 0, size_bytes)


@pytest.mark.parametrize(
    "other",
    [
        Seal(KEY, PREFIX, OTHER, 2 * CHUNK_BYTES),
        Seal(KEY, PREFIX, ASSET, 2 * CHUNK_BYTES + 1),
        Seal(KEY, PREFIX, ASSET, CHUNK_BYTES),
        Seal(KEY, b"q" * PREFIX_BYTES, ASSET, 2 * CHUNK_BYTES),
        Seal(b"l" * 32, PREFIX, ASSET, 2 * CHUNK_BYTES),
    ],
    ids=["another asset's", "said to be longer", "said to be shorter", "another prefix", "another key"],
)
def test_bytes_open_as_what_they_are_and_nothing_else(other: Seal) -> None:
    """Asset, size, prefix and key are bound into each chunk."""
    sealed = sealed_of(Seal(KEY, PREFIX, ASSET, 2 * CHUNK_BYTES), plain_of(2 * CHUNK_BYTES))
    with pytest.raises(BytesDamaged):
        opened(other, sealed, 0, CHUNK_BYTES)


def test_nothing_can_not_be_passed_off_as_something() -> None:
    """Empty bytes are sealed by a chunk of their own, which opens to nothing."""
    seal = Seal(KEY, PREFIX, ASSET, 0)
    sealed = sealed_of(seal, b"")
    assert len(sealed) == TAG_BYTES
    assert opened(seal, sealed, 0, 0) == b""


def test_no_two_assets_share_a_key_or_prefix() -> None:
    """Keys of 256 bits and prefixes of 56 are drawn anew each time."""
    assert len({new_key() for _ in range(100)}) == 100
    assert {len(new_key()), len(new_prefix())} == {32, PREFIX_BYTES}


@given(st.lists(st.integers(0, 2 * CHUNK_BYTES + 3), max_size=6))
async def test_a_stream_is_cut_into_chunks(lengths: list[int]) -> None:
    """However a stream arrives, all chunks but the last are whole, none but an only one is empty."""
    content = plain_of(sum(lengths))

    async def stream() -> AsyncIterator[bytes]:
        at = 0
        for length in lengths:
            yield content[at : at + length]
            at += length

    chunks = [chunk async for chunk in in_chunks(stream())]
    assert b"".join(chunks) == content
    assert all(len(chunk) == CHUNK_BYTES for chunk in chunks[:-1])
    assert len(chunks) == max(1, -(-len(content) // CHUNK_BYTES))
