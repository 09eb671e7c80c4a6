"""The sealed vault over a real folder, with the real database behind it."""

import asyncio
import errno
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from core.errors import BytesDamaged, LimitReached, NotFound
from core.gate import Action, Decision, Reason, Surface
from core.generation.order import Wish
from core.people import STRANGER, Viewer
from core.storage import places
from core.storage.sealing import CHUNK_BYTES, SEALED_CHUNK_BYTES, TAG_BYTES
from core.storage.vault import SPAN_BYTES, SealedStream, open_bucket
from core.videos import Asset, AssetId, AssetRole, VideoId
from tests.parts import HERE, Parts
from tests.waiting import until

SEA = Wish("a calm sea at sunset", seconds=3)
MARKER = b"MARKER-no-file-may-hold-this-"


async def pieces(content: bytes, piece_bytes: int = 50_000) -> AsyncIterator[bytes]:
    """Give content in pieces that are no multiple of a chunk."""
    for start in range(0, len(content), piece_bytes):
        yield content[start : start + piece_bytes]


async def kept(parts: Parts, owner: Viewer, content: bytes, role: AssetRole = AssetRole.OUTPUT) -> Asset:
    """Seal bytes as an asset of a new video."""
    return await kept_for(parts, await parts.create(owner, SEA), content, role)


async def kept_for(parts: Parts, video: VideoId, content: bytes, role: AssetRole = AssetRole.OUTPUT) -> Asset:
    """Seal bytes as an asset of a video."""
    name = AssetId(parts.ids.new())
    sealed = await parts.vault.seal(name, pieces(content), len(content))
    asset = Asset(name, video, role, "video/mp4", len(content), 160, 90, 3_000)
    async with parts.store.write() as writes:
        await writes.add_asset(asset, sealed)
    return asset


async def decided(parts: Parts, viewer: Viewer, asset: Asset, surface: Surface = HERE) -> Decision:
    """Ask the gate for an asset that the viewer may open."""
    async with parts.store.read() as reads:
        found = await reads.asset(viewer, asset.id, surface)
    assert found is not None
    return found[1]


async def opened(parts: Parts, owner: Viewer, asset: Asset) -> SealedStream:
    """Open an asset as its owner."""
    return await parts.vault.open(asset.id, await decided(parts, owner, asset))


async def read(stream: SealedStream, start: int, end: int) -> bytes:
    """Read a range to its end."""
    return b"".join([chunk async for chunk in stream.read(start, end)])


def file_of(parts: Parts, asset: Asset) -> Path:
    """Where an asset's sealed bytes lie."""
    return parts.folder / "blobs" / str(asset.id)


@pytest.mark.parametrize("size_bytes", [0, 1, CHUNK_BYTES, 3 * CHUNK_BYTES + 17, SPAN_BYTES, 2 * SPAN_BYTES + 5])
async def test_bytes_come_back_whole_and_by_ranges(size_bytes: int, parts: Parts) -> None:
    """Sealed and opened, every range is the same, in chunks of at most 64 KiB; beyond the end there is nothing."""
    owner, content = await parts.person(), os.urandom(size_bytes)
    asset = await kept(parts, owner, content)
    stream = await opened(parts, owner, asset)
    assert await read(stream, 0, size_bytes) == content
    ranges = [(0, 1), (size_bytes - 1, size_bytes), (size_bytes // 3, size_bytes // 2), (0, size_bytes + 99)]
    for start, end in ranges:
        assert await read(stream, max(0, start), end) == content[max(0, start) : end]
    assert await read(stream, size_bytes, size_bytes + 10) == b""
    assert all([len(chunk) <= CHUNK_BYTES async for chunk in stream.read(0, size_bytes)])


async def test_a_range_at_each_border_of_a_chunk(parts: Parts) -> None:
    """Ranges that begin or end one byte before, at and after a border of a chunk or of a fetch are exact."""
    owner, content = await parts.person(), os.urandom(2 * SPAN_BYTES + 5)
    stream = await opened(parts, owner, await kept(parts, owner, content))
    borders = [
        border + off for border in (CHUNK_BYTES, 2 * CHUNK_BYTES, SPAN_BYTES, 2 * SPAN_BYTES) for off in (-1, 0, 1)
    ]
    for start in borders:
        for end in borders:
            if start < end:
                assert await read(stream, start, end) == content[start:end], (start, end)


async def test_no_file_holds_the_plaintext_or_a_key(parts: Parts) -> None:
    """The sealed file is as long as its chunks and tags, and the marker is in no file at all."""
    owner = await parts.person()
    asset = await kept(parts, owner, MARKER * 5_000)
    chunks = -(-asset.size_bytes // CHUNK_BYTES)
    assert file_of(parts, asset).stat().st_size == asset.size_bytes + chunks * TAG_BYTES
    everywhere = [path.read_bytes() for path in parts.folder.parent.rglob("*") if path.is_file()]
    assert not [content for content in everywhere if MARKER in content]


async def test_the_same_bytes_never_look_the_same(parts: Parts) -> None:
    """Two assets of equal bytes have nothing in common: each has a key of its own."""
    owner = await parts.person()
    first, second = await kept(parts, owner, MARKER * 10), await kept(parts, owner, MARKER * 10)
    assert file_of(parts, first).read_bytes()[:16] != file_of(parts, second).read_bytes()[:16]


async def test_a_decision_for_something_else_opens_nothing(parts: Parts) -> None:
    """Refused, of another asset, of the whole video, of another action, of another video: all are a miss."""
    owner = await parts.person()
    asset, other = await kept(parts, owner, b"first"), await kept(parts, owner, b"second")
    allowed = (True, Reason.ALLOWED)
    wrong = [
        await decided(parts, owner, other),
        Decision(False, Reason.UNRELATED, Action.OPEN, asset.video, asset.id),  # noqa: FBT003 - a refusal
        Decision(*allowed, Action.OPEN, asset.video, None),
        Decision(*allowed, Action.OPEN, other.video, asset.id),
        *(
            Decision(*allowed, action, asset.video, asset.id)
            for action in Action
            if action not in {Action.OPEN, Action.DOWNLOAD, Action.EXPORT}
        ),
    ]
    for decision in wrong:
        with pytest.raises(NotFound):
            await parts.vault.open(asset.id, decision)
    for action in (Action.OPEN, Action.DOWNLOAD, Action.EXPORT):
        stream = await parts.vault.open(asset.id, Decision(*allowed, action, asset.video, asset.id))
        assert await read(stream, 0, 5) == b"first"


async def test_nobody_else_gets_a_decision(parts: Parts) -> None:
    """The gate gives others and strangers none, on any surface."""
    asset = await kept(parts, await parts.person(), b"mine")
    async with parts.store.read() as reads:
        for viewer in (await parts.person("member"), await parts.person("moderator"), STRANGER):
            assert [await reads.asset(viewer, asset.id, surface) for surface in Surface] == [None] * len(Surface)


async def test_an_asset_that_no_row_names_is_a_miss(parts: Parts) -> None:
    """Sealed bytes whose row was not kept can't be opened by anybody."""
    owner = await parts.person()
    video, name = await parts.create(owner, SEA), AssetId(parts.ids.new())
    await parts.vault.seal(name, pieces(b"lost"), 4)
    with pytest.raises(NotFound):
        await parts.vault.open(name, Decision(True, Reason.ALLOWED, Action.OPEN, video, name))  # noqa: FBT003


async def test_a_flow_gets_the_inputs_of_its_own_video_only(parts: Parts) -> None:
    """Not another video's input, and not an output."""
    owner = await parts.person()
    asset = await kept(parts, owner, b"photo", AssetRole.INPUT)
    output = await kept_for(parts, asset.video, b"film")
    other = await kept(parts, owner, b"other", AssetRole.INPUT)
    assert await read(await parts.vault.open_for_flow(asset.video, asset.id), 0, 5) == b"photo"
    for wrong in (other.id, output.id, AssetId(parts.ids.new())):
        with pytest.raises(NotFound):
            await parts.vault.open_for_flow(asset.video, wrong)


async def test_a_stream_stops_at_its_next_chunk_after_a_revocation(parts: Parts) -> None:
    """Not one more chunk is given, although the bytes are still there; nor can the asset be opened again."""
    owner = await parts.person()
    asset = await kept(parts, owner, os.urandom(8 * CHUNK_BYTES))
    decision = await decided(parts, owner, asset)
    stream = await parts.vault.open(asset.id, decision)
    chunks = stream.read(0, asset.size_bytes)
    await anext(chunks)
    await anext(chunks)
    await parts.revocations.revoke([asset.id])
    with pytest.raises(NotFound):
        await anext(chunks)
    assert file_of(parts, asset).exists()
    for again in (parts.vault.open(asset.id, decision), parts.vault.open_for_flow(asset.video, asset.id)):
        with pytest.raises(NotFound):
            await again


async def test_a_stream_whose_bytes_are_gone_is_a_miss(parts: Parts) -> None:
    """Discarded between two fetches: no error of the store reaches anybody."""
    owner = await parts.person()
    asset = await kept(parts, owner, os.urandom(SPAN_BYTES + 1))
    stream = await opened(parts, owner, asset)
    await parts.vault.discard([asset.id])
    with pytest.raises(NotFound):
        await read(stream, 0, 10)


def cut_to(content: bytes, size_bytes: int) -> bytes:
    """Keep the beginning."""
    return content[:size_bytes]


def flipped(content: bytes, at: int) -> bytes:
    """Change one bit."""
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def swapped(content: bytes, _: int) -> bytes:
    """Exchange the first two chunks."""
    second = content[SEALED_CHUNK_BYTES : 2 * SEALED_CHUNK_BYTES]
    return second + content[:SEALED_CHUNK_BYTES] + content[2 * SEALED_CHUNK_BYTES :]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (cut_to, 0),
        (cut_to, 1),
        (cut_to, SEALED_CHUNK_BYTES),
        (cut_to, 2 * SEALED_CHUNK_BYTES + 99 + TAG_BYTES - 1),
        (flipped, 0),
        (flipped, CHUNK_BYTES),
        (flipped, 2 * SEALED_CHUNK_BYTES + 99 + TAG_BYTES - 1),
        (swapped, 0),
    ],
)
async def test_a_damaged_file_is_named_and_not_served(change: Any, place: int, parts: Parts) -> None:
    """Cut to nothing, cut anywhere, changed or reordered: reading to the end says whose bytes are damaged."""
    owner = await parts.person()
    asset = await kept(parts, owner, os.urandom(2 * CHUNK_BYTES + 99))
    file = file_of(parts, asset)
    file.write_bytes(change(file.read_bytes(), place))
    stream = await opened(parts, owner, asset)
    with pytest.raises(BytesDamaged) as caught:
        await read(stream, 0, asset.size_bytes)
    assert caught.value.data == {"asset": str(asset.id)}
    touched = asset.size_bytes - 1 if change is cut_to else place // SEALED_CHUNK_BYTES * CHUNK_BYTES
    with pytest.raises(BytesDamaged):
        await read(stream, touched, touched + 1)


async def test_another_assets_bytes_do_not_open(parts: Parts) -> None:
    """A file exchanged for another of the same length is refused."""
    owner = await parts.person()
    first, second = await kept(parts, owner, b"a" * 100), await kept(parts, owner, b"b" * 100)
    file_of(parts, first).write_bytes(file_of(parts, second).read_bytes())
    stream = await opened(parts, owner, first)
    with pytest.raises(BytesDamaged):
        await read(stream, 0, 100)


class Breaks(Exception):
    """What a stream breaks with."""


@pytest.mark.parametrize("after", [0, 1, 30])
async def test_a_stream_that_breaks_leaves_nothing(after: int, parts: Parts) -> None:
    """Whenever the source fails, its error is raised and no file is left."""

    async def breaking() -> AsyncIterator[bytes]:
        for _ in range(after):
            yield b"x" * CHUNK_BYTES
        raise Breaks

    with pytest.raises(Breaks):
        await parts.vault.seal(AssetId(parts.ids.new()), breaking(), 40 * CHUNK_BYTES)
    assert parts.sealed_files == []


@pytest.mark.parametrize("said", [0, 99_999, 100_001, 10_000_000])
async def test_a_stream_of_another_length_than_was_said_leaves_nothing(said: int, parts: Parts) -> None:
    """Too long and too short alike."""
    with pytest.raises(ValueError, match="not as long"):
        await parts.vault.seal(AssetId(parts.ids.new()), pieces(b"x" * 100_000), said)
    assert parts.sealed_files == []


async def test_a_seal_that_is_cancelled_leaves_nothing(parts: Parts) -> None:
    """Cancelled in the middle of writing, what was written goes."""
    begun = asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        for _ in range(30):
            yield b"x" * CHUNK_BYTES
        begun.set()
        await asyncio.sleep(60)

    sealing = asyncio.create_task(parts.vault.seal(AssetId(parts.ids.new()), slow(), 100 * CHUNK_BYTES))
    await begun.wait()
    assert parts.sealed_files
    sealing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sealing
    await until(lambda: not parts.sealed_files)


async def test_sealed_bytes_are_on_the_disk_before_a_row_names_them(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """File and folder are synced when `seal` returns."""
    synced: list[str] = []
    monkeypatch.setattr(places, "sync", lambda path: synced.append(path.name))
    name = AssetId(parts.ids.new())
    await parts.vault.seal(name, pieces(b"film"), 4)
    assert synced == [str(name), "blobs"]


async def test_a_full_disk_is_told_and_leaves_nothing(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """No room at the last moment: LimitReached("disk_full"), and the file goes."""

    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(places, "sync", full)
    with pytest.raises(LimitReached, match="disk_full"):
        await parts.vault.seal(AssetId(parts.ids.new()), pieces(b"film"), 4)
    assert parts.sealed_files == []


async def test_discarding_is_repeatable(parts: Parts) -> None:
    """Missing bytes are fine; the others go."""
    owner = await parts.person()
    assets = [await kept(parts, owner, b"x") for _ in range(3)]
    names = [asset.id for asset in assets]
    await parts.vault.discard(names[:1])
    await parts.vault.discard(names)
    await parts.vault.discard(names)
    assert parts.sealed_files == []


async def test_old_bytes_are_found_and_foreign_files_left_alone(parts: Parts) -> None:
    """What was written before a time is named, what came later not, and a file that isn't ours is no asset."""
    owner = await parts.person()
    old, new = await kept(parts, owner, b"old"), await kept(parts, owner, b"new")
    os.utime(file_of(parts, old), (1_000, 1_000))
    os.utime(file_of(parts, new), (3_000, 3_000))
    foreign = parts.folder / "blobs" / ".DS_Store"
    foreign.write_bytes(b"")
    os.utime(foreign, (1_000, 1_000))
    assert await parts.vault.sealed_before(2_000_000) == [old.id]
    assert await parts.vault.sealed_before(1_000_000) == []


def test_a_start_removes_what_a_killed_write_left(tmp_path: Path) -> None:
    """Half-written files go when the folder is opened; finished and foreign ones stay."""
    for name in ("019ab000-0000-7000-8000-000000000001#1", "019ab000-0000-7000-8000-000000000001#12"):
        (tmp_path / name).write_bytes(b"half")
    for name in ("019ab000-0000-7000-8000-000000000001", ".DS_Store", "notes#a"):
        (tmp_path / name).write_bytes(b"whole")
    open_bucket(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".DS_Store",
        "019ab000-0000-7000-8000-000000000001",
        "notes#a",
    ]
