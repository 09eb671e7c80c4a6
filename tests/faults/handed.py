"""What people hand in while things break: each kind of input by a maker of its own, and marks to look for later."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from io import BytesIO

import av
import numpy as np
from PIL import Image

from tests.wire.visitor import File

PROMPT = "a calm sea at sunset, numbatarium"
NAME = "wombatorium"
PIECES = 20
PIECE_BYTES = 48


@dataclass(frozen=True)
class Handed:
    """Files and options of one /create."""

    files: tuple[File, ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)


def photo(seed: int) -> File:
    """Make a picture whose bytes are like no other's."""
    noise = np.random.default_rng(seed).integers(0, 256, (30, 48, 3), np.uint8)
    out = BytesIO()
    Image.fromarray(noise).resize((480, 300), Image.Resampling.BICUBIC).save(out, "JPEG", quality=92)
    return f"{NAME}-{seed}.jpg", out.getvalue()


def tune(seconds: int = 3, rate: int = 48_000) -> File:
    """Make a sound: two tones that come and go, with a little noise."""
    time_s = np.arange(seconds * rate) / rate
    noise = np.random.default_rng(5).normal(0, 0.02, len(time_s))
    wave = 0.4 * np.sin(2 * math.pi * 220 * time_s) * np.abs(np.sin(math.pi * time_s)) + noise
    samples = (np.clip(wave, -1, 1) * 32_767).astype(np.int16)[None, :]
    out = BytesIO()
    with av.open(out, "w", format="wav") as container:
        stream = container.add_stream("pcm_s16le", rate=rate)
        frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
        frame.sample_rate = rate
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return f"{NAME}.wav", out.getvalue()


def clip(seconds: int = 2, fps: int = 25) -> File:
    """Make a clip of a patch of noise that drifts."""
    ground = np.random.default_rng(9).integers(0, 256, (180, 480, 3), np.uint8)
    out = BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=fps)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for number in range(seconds * fps):
            view = np.ascontiguousarray(ground[:, number : number + 320])
            frame = av.VideoFrame.from_ndarray(view, format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, fps)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return f"{NAME}.mp4", out.getvalue()


MAKERS: Mapping[str, Callable[[], Handed]] = {
    "words": lambda: Handed((), {"prompt": PROMPT}),
    "picture": lambda: Handed((photo(1),)),
    "picture and words": lambda: Handed((photo(2),), {"prompt": PROMPT}),
    "two pictures": lambda: Handed((photo(3), photo(4))),
    "pictures": lambda: Handed(tuple(photo(5 + number) for number in range(4))),
    "sound": lambda: Handed((tune(),)),
    "picture and sound": lambda: Handed((photo(9), tune())),
    "clip": lambda: Handed((clip(),)),
}


def all_taken() -> dict[str, Handed]:
    """Make one of each that /create takes."""
    return {name: make() for name, make in MAKERS.items()}


def marks(handed: Mapping[str, Handed]) -> frozenset[bytes]:
    """Give bytes that may be in no file at all: words, names, and pieces of what was handed in."""
    words = {PROMPT.encode(), b"numbatarium", NAME.encode()}
    contents = [content for one in handed.values() for _, content in one.files]
    return frozenset(words).union(*(pieces(content) for content in contents))


def pieces(content: bytes) -> Iterator[bytes]:
    """Take pieces out of some bytes, none of them uniform."""
    step = len(content) // (PIECES + 1)
    for start in range(step, step * (PIECES + 1), step):
        piece = content[start : start + PIECE_BYTES]
        if len(set(piece)) > PIECE_BYTES // 4:
            yield piece
