"""Intake: the service's memory while a large clip is taken in."""

import asyncio
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import psutil
from PIL import Image

from core.intake.receive import Clean, receive
from core.intake.upload import Upload
from core.videos import Media
from tests.bench.row import Row
from tests.fakes.clips import Shot, clip
from tests.fakes.pictures import FakeUpload, encoded
from tests.parts import Parts, parts_in

MIB = 2**20
LARGE_BYTES = 300_000_000
PIECE_BYTES = 64 * 1024
LOOKS_EVERY_S = 0.01
MOST_GROWN_MIB = 32


def rows() -> list[Row]:
    """Measure on a folder of its own, with the real vault and workers."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_rows(Path(folder)))


async def _rows(folder: Path) -> list[Row]:
    source = folder / "source.mov"
    _write(source, LARGE_BYTES)
    async with parts_in(folder / "data") as parts:
        (await _taken(parts, FakeUpload(clip(Shot())))).memory.close()
        with _highest_rss_mib() as seen:
            begun_s = time.perf_counter()
            clean = await _taken(parts, FileUpload(source))
            took_s = time.perf_counter() - begun_s
        clean.memory.close()
    assert clean.media is Media.CLIP
    grown_mib = max(seen) - seen[0]
    size_mb = source.stat().st_size // 1_000_000
    return [
        Row(
            f"memory growth of the service for a clip of {size_mb} MB",
            grown_mib,
            "MiB",
            f"at most {MOST_GROWN_MIB}",
            grown_mib <= MOST_GROWN_MIB,
            "highest RSS while it is sealed, read by its worker and given back",
        ),
        Row("the same clip: time", took_s, "s", "", reached=True, note="half a minute of Motion JPEG, 640 x 480"),
    ]


async def _taken(parts: Parts, upload: Upload) -> Clean:
    return await receive(upload, vault=parts.vault, workers=parts.workers, ids=parts.ids)


@dataclass
class FileUpload:
    """A file that is read piece by piece."""

    file: Path
    name: str = "large.mov"
    declared_size: int | None = None

    async def chunks(self) -> AsyncIterator[bytes]:
        """Give its bytes."""
        with self.file.open("rb") as opened:
            while piece := opened.read(PIECE_BYTES):
                yield piece


def _write(file: Path, size_bytes: int) -> None:
    """Write a clip of noise of about a size, all of which has to be decoded."""
    noise = [encoded(Image.effect_noise((640, 480), 90).convert("RGB"), "JPEG", quality=98) for _ in range(4)]
    with av.open(file, "w", format="mov") as container:
        stream = container.add_stream("mjpeg", rate=25)
        stream.width, stream.height, stream.pix_fmt = 640, 480, "yuvj420p"
        container.start_encoding()
        for number in range(size_bytes // len(noise[0])):
            packet = av.Packet(noise[number % len(noise)])
            packet.stream, packet.pts, packet.dts = stream, number, number
            packet.time_base = Fraction(1, 25)
            container.mux(packet)


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
