"""The sealed store: writing, opening ranges, and memory."""

import asyncio
import os
import random
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import obstore
import psutil

from core.generation.order import Wish
from core.people import Viewer
from core.storage.files import sync
from core.storage.vault import SealedStream
from core.videos import Asset, AssetId, AssetRole, VideoId
from tests.bench.row import Row
from tests.parts import HERE, Parts, parts_in

MIB = 2**20
WRITTEN_BYTES = 64 * MIB
PAIRS = 9
PIECE_BYTES = 64 * 1024
RANGE_BYTES = 256 * 1024
RANGES = 2_000
LARGE_BYTES = 1_000_000_000
LOOKS_EVERY_S = 0.01


def rows() -> list[Row]:
    """Measure on a folder of its own, with the real vault and database."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_rows(Path(folder)))


async def _rows(folder: Path) -> list[Row]:
    async with parts_in(folder / "data") as parts:
        owner = await parts.person()
        video = await parts.create(owner, Wish("a calm sea", seconds=3))
        grown_mib = await _grown_mib(parts, owner, video)
        ratio, sealed_mib_s = await _write_against_copy(parts, folder)
        opened = await _kept(parts, owner, video, WRITTEN_BYTES)
        sealed_ms, fetched_ms = await _ranges(opened)
    p95_ms = _p95(sealed_ms)
    return [
        Row(
            "sealed write: rate against a plain copy",
            ratio,
            "x",
            "at least 0.4",
            ratio >= 0.4,
            f"median of {PAIRS} pairs of {WRITTEN_BYTES // MIB} MiB, both on the disk at the end",
        ),
        Row("sealed write: rate", sealed_mib_s, "MiB/s", "", reached=True, note="the fastest"),
        Row("sealed random range of 256 KiB, p95", p95_ms, "ms", "at most 1", p95_ms <= 1, f"{RANGES} ranges"),
        Row("sealed random range of 256 KiB, median", statistics.median(sealed_ms), "ms", "", reached=True),
        Row(
            "the same range fetched and not opened, p95",
            _p95(fetched_ms),
            "ms",
            "",
            reached=True,
            note="the store's part, in turns with the whole",
        ),
        Row(
            "memory growth for 1 GB",
            grown_mib,
            "MiB",
            "at most 32",
            grown_mib <= 32,
            "highest RSS while 1 GB is sealed and read back",
        ),
    ]


async def _pieces(file: Path) -> AsyncIterator[bytes]:
    with file.open("rb") as opened:
        while piece := opened.read(PIECE_BYTES):
            yield piece


async def _write_against_copy(parts: Parts, folder: Path) -> tuple[float, float]:
    """Seal a file and copy it, in turns. Gives the median ratio of their rates, and the best sealed rate (MiB/s)."""
    source, copy = folder / "source", folder / "copy"
    source.write_bytes(os.urandom(WRITTEN_BYTES))
    ratios, sealed_s = [], []
    for _ in range(PAIRS):
        begun_s = time.perf_counter()
        shutil.copyfile(source, copy)
        sync(copy)
        sync(folder)
        between_s = time.perf_counter()
        name = AssetId(parts.ids.new())
        await parts.vault.seal(name, _pieces(source), WRITTEN_BYTES)
        ended_s = time.perf_counter()
        ratios.append((between_s - begun_s) / (ended_s - between_s))
        sealed_s.append(ended_s - between_s)
        copy.unlink()
        await parts.vault.discard([name])
    return statistics.median(ratios), WRITTEN_BYTES / MIB / min(sealed_s)


async def _kept(parts: Parts, owner: Viewer, video: VideoId, size_bytes: int) -> SealedStream:
    """Seal bytes, keep their row, and open them through the gate."""

    async def content() -> AsyncIterator[bytes]:
        piece = os.urandom(PIECE_BYTES)
        for start in range(0, size_bytes, PIECE_BYTES):
            yield piece[: size_bytes - start]

    name = AssetId(parts.ids.new())
    sealed = await parts.vault.seal(name, content(), size_bytes)
    async with parts.store.write() as writes:
        await writes.add_asset(Asset(name, video, AssetRole.OUTPUT, "video/mp4", size_bytes, 160, 90), sealed)
    async with parts.store.read() as reads:
        found = await reads.asset(owner, name, HERE)
    assert found is not None
    return await parts.vault.open(name, found[1])


async def _ranges(stream: SealedStream) -> tuple[list[float], list[float]]:
    """Open random ranges, and in turns only fetch them. Gives the milliseconds of each."""
    drawn = random.Random(0)  # noqa: S311 - the same ranges in each run
    sealed_ms, fetched_ms = [], []
    for _ in range(RANGES):
        start = drawn.randrange(stream.asset.size_bytes - RANGE_BYTES)
        begun_s = time.perf_counter()
        got_bytes = 0
        async for chunk in stream.read(start, start + RANGE_BYTES):
            got_bytes += len(chunk)
        between_s = time.perf_counter()
        await _fetch(stream, start)
        fetched_ms.append((time.perf_counter() - between_s) * 1_000)
        sealed_ms.append((between_s - begun_s) * 1_000)
        assert got_bytes == RANGE_BYTES
    return sealed_ms, fetched_ms


async def _fetch(stream: SealedStream, start: int) -> None:
    span = stream.seal.span(start, start + RANGE_BYTES)
    await obstore.get_range_async(stream.bucket, str(stream.asset.id), start=span.start, end=span.end)


def _p95(taken_ms: list[float]) -> float:
    return statistics.quantiles(taken_ms, n=20)[-1]


async def _grown_mib(parts: Parts, owner: Viewer, video: VideoId) -> float:
    with _highest_rss_mib() as seen:
        stream = await _kept(parts, owner, video, LARGE_BYTES)
        got_bytes = 0
        async for chunk in stream.read(0, LARGE_BYTES):
            got_bytes += len(chunk)
    assert got_bytes == LARGE_BYTES
    return max(seen) - seen[0]


@contextmanager
def _highest_rss_mib() -> Iterator[list[float]]:
    """Look at this process's memory all the time; the first look is from before."""
    process, stopped = psutil.Process(), threading.Event()
    seen = [process.memory_info().rss / MIB]

    def look() -> None:
        while not stopped.wait(LOOKS_EVERY_S):
            seen.append(process.memory_info().rss / MIB)

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield seen
    finally:
        stopped.set()
        looking.join()
