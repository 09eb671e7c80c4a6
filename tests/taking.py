"""Takes files in for tests: through vault and worker as the service does, or in this process, as often as needed."""

import io
from dataclasses import dataclass
from fractions import Fraction
from importlib import import_module

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.errors import BadInput
from core.intake.kinds import SNIFF_BYTES, TAKEN, kind_of
from core.intake.receive import Clean, receive
from core.work import Work
from core.workers.tasks import TASKS
from tests.fakes.pictures import CORNERS, FakeUpload
from tests.parts import Parts


async def taken(parts: Parts, content: bytes) -> tuple[Clean, bytes]:
    """Take a file in as the service does. Nothing of what was staged is left."""
    clean = await receive(FakeUpload(content), vault=parts.vault, workers=parts.workers, ids=parts.ids)
    with clean.memory:
        written = clean.memory.read()
    assert parts.sealed_files == []
    return clean, written


async def refusal(parts: Parts, content: bytes) -> tuple[str, dict[str, object]]:
    """Have a file refused, and give code and data. Nothing of it is left."""
    with pytest.raises(BadInput) as refused:
        await receive(FakeUpload(content), vault=parts.vault, workers=parts.workers, ids=parts.ids)
    assert parts.sealed_files == []
    return refused.value.code, dict(refused.value.data)


@dataclass(frozen=True)
class Taken:
    """What came of a file: "picture", "sound" or "clip", its facts, and the bytes."""

    media: str
    width: int
    height: int
    duration_ms: int | None
    given_ms: int | None
    written: bytes


def taken_here(content: bytes) -> Taken:
    """Normalise in this process. Raises Refusal."""
    kind = kind_of(content[:SNIFF_BYTES])
    module, _, function = TASKS[TAKEN[kind].task].entry.partition(":")
    work = Work({"kind": kind, "opener": TAKEN[kind].opener}, files=(io.BytesIO(content),))
    shares: list[float] = []
    product = getattr(import_module(module), function)(work, shares.append)
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    (memory,) = product.parts.values()
    with memory:
        return Taken(**product.facts, written=memory.read())


@dataclass(frozen=True)
class Seen:
    """A normal form, decoded: times in seconds, frames as RGB, samples from -1 to 1 (2 x n)."""

    frames: list[NDArray[np.uint8]]
    times_s: list[float]
    length_s: float
    samples: NDArray[np.float32]


def watched(clip: bytes) -> Seen:
    """Decode every frame of a clip's normal form, and check that it is one."""
    with av.open(io.BytesIO(clip), "r", format="mov") as file:
        (video,) = file.streams.video
        assert len(file.streams) == 1 + len(file.streams.audio) <= 2
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert (video.codec_context.colorspace, video.codec_context.color_range) == (1, 1)
        assert video.sample_aspect_ratio in {None, Fraction(1)}
        assert set(file.metadata) == {"major_brand", "minor_version", "compatible_brands"}
        assert video.duration is not None
        assert video.time_base is not None
        length_s = float(video.duration * video.time_base)
        shown = [(frame.to_ndarray(format="rgb24"), frame.time) for frame in file.decode(video)]
    frames, times_s = [frame.astype(np.uint8) for frame, _ in shown], [time for _, time in shown]
    assert times_s[0] == 0
    assert times_s == sorted(set(times_s))
    return Seen(frames, times_s, length_s, _sound_of(clip))


def _sound_of(clip: bytes) -> NDArray[np.float32]:
    with av.open(io.BytesIO(clip), "r", format="mov") as file:
        if not file.streams.audio:
            return np.zeros((2, 0), np.float32)
        (audio,) = file.streams.audio
        context = audio.codec_context
        assert (context.name, context.sample_rate, context.layout.name) == ("aac", 48_000, "stereo")
        return np.concatenate([frame.to_ndarray() for frame in file.decode(audio)], axis=1).astype(np.float32)


def listened(sound: bytes) -> NDArray[np.float32]:
    """Decode a sound's normal form, and check that it is one."""
    with av.open(io.BytesIO(sound), "r", format="flac") as file:
        (audio,) = file.streams.audio
        context = audio.codec_context
        assert len(file.streams) == 1
        assert (context.name, context.sample_rate, context.layout.name) == ("flac", 48_000, "stereo")
        assert context.format.name == "s16"
        assert not file.metadata
        pieces = [frame.to_ndarray().astype(np.float32).reshape(-1, 2).T for frame in file.decode(audio)]
    return np.concatenate(pieces, axis=1) / np.float32(32_768)


def pictured(picture: bytes) -> Image.Image:
    """Decode a picture's normal form, and check that it is one."""
    image = Image.open(io.BytesIO(picture))
    image.load()
    assert (image.format, image.mode) == ("JPEG", "RGB")
    return image


def shows(picture: Image.Image, expected: tuple[tuple[int, ...], ...] = CORNERS, tolerance: int = 12) -> bool:
    """Whether the middles of the four quarters have these colours."""
    width, height = picture.size
    for place, colour in enumerate(expected):
        top, left = divmod(place, 2)
        seen = picture.getpixel(((2 * left + 1) * width // 4, (2 * top + 1) * height // 4))
        assert isinstance(seen, tuple)
        if max(abs(one - other) for one, other in zip(seen, colour, strict=True)) > tolerance:
            return False
    return True
