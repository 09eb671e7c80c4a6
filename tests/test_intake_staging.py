"""What somebody hands in lies sealed while it is looked at, is read by ranges, and is gone however that ends."""

import asyncio
import os
from collections.abc import AsyncIterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import BadInput, BytesDamaged, LimitReached
from core.generation.upkeep import sweep_strays
from core.intake.receive import receive
from core.storage.vault import open_bucket
from core.videos import AssetId, Media
from core.work import Work
from core.workers.pool import Workers
from core.workers.serving import BLOCK_BYTES
from core.workers.spec import TaskSpec
from tests.fakes.clips import Shot, clip
from tests.fakes.pictures import FakeUpload, corners
from tests.fakes.sounds import Tone, sound
from tests.parts import Parts
from tests.waiting import until

READER = {name: TaskSpec(f"tests.fakes.tasks:{name}", 2**29) for name in ("read_ranges", "ask_nonsense", "hang")}
CHUNK_BYTES = 65_536


async def pieces(content: bytes, size_bytes: int = 10_000) -> AsyncIterator[bytes]:
    """Stream some bytes."""
    for start in range(0, len(content), size_bytes):
        yield content[start : start + size_bytes]


@pytest.fixture
async def readers() -> AsyncIterator[Workers]:
    """Workers that read what is served."""
    pool = Workers(READER)
    yield pool
    await pool.close()


@pytest.mark.parametrize("size_bytes", [1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 1_000_000])
async def test_staged_bytes_open_by_any_range_and_are_sealed(parts: Parts, size_bytes: int) -> None:
    """Plaintext is nowhere on the disk; what is read is what was given; afterwards nothing is there."""
    content = os.urandom(size_bytes)
    async with parts.vault.stage(AssetId(parts.ids.new()), pieces(content)) as staged:
        (file,) = parts.sealed_files
        assert size_bytes < CHUNK_BYTES - 1 or content[:64] not in file.read_bytes()
        assert staged.size_bytes == size_bytes
        for start, end in ((0, size_bytes), (size_bytes // 3, size_bytes // 2 + 1), (size_bytes - 1, size_bytes + 9)):
            assert b"".join([piece async for piece in staged.read(start, end)]) == content[start:end]
        assert [piece async for piece in staged.read(size_bytes, size_bytes + 1)] == []
    assert parts.sealed_files == []


async def test_staged_bytes_that_were_changed_or_cut_do_not_open(parts: Parts) -> None:
    """A changed byte and a missing end are noticed."""
    content = os.urandom(200_000)
    async with parts.vault.stage(AssetId(parts.ids.new()), pieces(content)) as staged:
        (file,) = parts.sealed_files
        sealed = bytearray(file.read_bytes())
        sealed[100] ^= 1
        file.write_bytes(sealed)
        with pytest.raises(BytesDamaged):
            [piece async for piece in staged.read(0, 10)]
        file.write_bytes(sealed[:-1])
        with pytest.raises(BytesDamaged):
            [piece async for piece in staged.read(199_000, 200_000)]


async def test_a_stream_that_breaks_leaves_nothing(parts: Parts) -> None:
    """What was sealed until then is removed, and the error is the stream's own."""

    async def breaking() -> AsyncIterator[bytes]:
        yield bytes(300_000)
        raise BadInput("file_too_large", limit_bytes=1, given_bytes=2)

    with pytest.raises(BadInput, match="file_too_large"):
        async with parts.vault.stage(AssetId(parts.ids.new()), breaking()):
            pass
    assert parts.sealed_files == []


async def test_a_worker_reads_what_is_served_like_a_file(parts: Parts, readers: Workers) -> None:
    """Ranges across blocks, from the end, and beyond it are those of the file."""
    content = os.urandom(3 * BLOCK_BYTES + 1_000)
    ranges = [[0, 10], [BLOCK_BYTES - 5, 10], [2 * BLOCK_BYTES, 2 * BLOCK_BYTES], [len(content) - 3, 50], [10**9, 5]]
    async with parts.vault.stage(AssetId(parts.ids.new()), pieces(content)) as staged:
        product = await readers.run("read_ranges", Work({"ranges": ranges}), serving=(staged,))
    with product.parts["read"] as read:
        assert read.read() == b"".join(content[start : start + length] for start, length in ranges)
    assert product.facts["size"] == len(content)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ranges=st.lists(st.tuples(st.integers(0, 900_000), st.integers(0, 600_000)), max_size=12))
async def test_any_ranges_are_those_of_the_file(parts: Parts, readers: Workers, ranges: list[tuple[int, int]]) -> None:
    """However a demuxer jumps about."""
    content = os.urandom(700_000)
    async with parts.vault.stage(AssetId(parts.ids.new()), pieces(content)) as staged:
        product = await readers.run("read_ranges", Work({"ranges": ranges}), serving=(staged,))
    with product.parts["read"] as read:
        assert read.read() == b"".join(content[start : start + length] for start, length in ranges)


@pytest.mark.parametrize("wanted", [[1, 0], [0, 9], [-1, 0], [0, -1], "all", [0], None, [0, 0.5], {"file": 0}])
async def test_a_worker_gets_nothing_but_blocks_of_its_own_files(
    parts: Parts, readers: Workers, wanted: object
) -> None:
    """One that was taken over and asks for something else is ended."""
    async with parts.vault.stage(AssetId(parts.ids.new()), pieces(b"mine")) as staged:
        with pytest.raises(LimitReached, match="worker_limit"):
            await readers.run("ask_nonsense", Work({"wanted": wanted}), serving=(staged,))
    assert not readers.pids


async def test_every_kind_comes_through_the_real_worker(parts: Parts) -> None:
    """A clip, a sound and a moving picture are normalised by the service's own workers, with rising progress."""
    shares: list[float] = []
    for content, media, media_type in (
        (clip(Shot(tone=Tone())), Media.CLIP, "video/mp4"),
        (sound("ogg", Tone("libopus")), Media.SOUND, "audio/flac"),
        (clip(Shot("gif", "gif", "rgb8")), Media.CLIP, "video/mp4"),
    ):
        shares.clear()
        clean = await receive(
            FakeUpload(content, chunk_bytes=700),
            vault=parts.vault,
            workers=parts.workers,
            ids=parts.ids,
            on_progress=shares.append,
        )
        with clean.memory:
            assert (clean.media, clean.media_type) == (media, media_type)
            assert clean.memory.size_bytes > 500
        assert shares == sorted(shares)
        assert shares[-1] > 0.8
    assert parts.sealed_files == []
    await until(lambda: not parts.workers.pids)


async def test_cancelling_ends_the_worker_and_leaves_nothing(parts: Parts) -> None:
    """Who cancels waits for no frame; the staged bytes go with the worker."""
    long = clip(Shot(picture=corners(320, 192), at=range(0, 5 * 90_000, 1_500)))
    at_work = asyncio.Event()
    order = asyncio.create_task(
        receive(
            FakeUpload(long),
            vault=parts.vault,
            workers=parts.workers,
            ids=parts.ids,
            on_progress=lambda _: at_work.set(),
        )
    )
    await at_work.wait()
    order.cancel()
    with pytest.raises(asyncio.CancelledError):
        await order
    assert not parts.workers.pids
    assert parts.sealed_files == []


async def test_what_a_killed_service_staged_is_swept_at_the_next_start(parts: Parts) -> None:
    """No row names it and no key opens it: the sweep removes it, and half-written drafts go when the store opens."""
    stage = parts.vault.stage(AssetId(parts.ids.new()), pieces(bytes(100_000)))
    await stage.__aenter__()
    (staged,) = parts.sealed_files
    staged.with_name(f"{parts.ids.new()}#1").write_bytes(b"half")
    open_bucket(staged.parent)
    assert await sweep_strays(2**53, store=parts.store, vault=parts.vault) == 1
    assert parts.sealed_files == []


async def test_an_upload_that_is_given_up_leaves_nothing(parts: Parts) -> None:
    """Cancelled while it streams in, it is gone from the store."""
    begun, never = asyncio.Event(), asyncio.Event()

    class Stalling(FakeUpload):
        async def chunks(self) -> AsyncIterator[bytes]:
            yield b"\0\0\0\x20ftypisom" + bytes(2_000_000)
            begun.set()
            await never.wait()

    order = asyncio.create_task(receive(Stalling(b""), vault=parts.vault, workers=parts.workers, ids=parts.ids))
    await begun.wait()
    order.cancel()
    with pytest.raises(asyncio.CancelledError):
        await order
    await until(lambda: not parts.sealed_files)
