"""Looks into videos as they came: their pictures and their sound."""

import io
from dataclasses import dataclass

import av
import numpy as np
from PIL import Image

from tests.fakes.pictures import encoded
from tests.fakes.telegram_wire.given import Given, photo

RED, BLUE, GREEN = (200, 30, 30), (30, 30, 200), (30, 170, 40)
_QUIET = 1e-3


@dataclass(frozen=True)
class Looked:
    """The mean colours (RGB) of the first and the last picture, and the loudest pitch; None without sound."""

    first: tuple[float, ...]
    last: tuple[float, ...]
    pitch_hz: float | None


def looked_at(content: bytes) -> Looked:
    """Decode a video."""
    with av.open(io.BytesIO(content), "r") as container:
        means = [frame.to_ndarray(format="rgb24").mean(axis=(0, 1)) for frame in container.decode(video=0)]
    return Looked(tuple(map(float, means[0])), tuple(map(float, means[-1])), _pitch(content))


def _pitch(content: bytes) -> float | None:
    with av.open(io.BytesIO(content), "r") as container:
        if not container.streams.audio:
            return None
        rate = container.streams.audio[0].rate
        wave = np.concatenate([frame.to_ndarray()[0].astype(float) for frame in container.decode(audio=0)])
    if np.abs(wave).max() < _QUIET:
        return None
    strength = np.abs(np.fft.rfft(wave * np.hanning(len(wave))))
    return float(np.fft.rfftfreq(len(wave), 1 / rate)[strength.argmax()])


def is_mostly(mean: tuple[float, ...], colour: tuple[int, int, int]) -> bool:
    """Whether a mean colour is nearer to one of red, blue and green than to the others."""
    nearest = min((RED, BLUE, GREEN), key=lambda one: sum((a - b) ** 2 for a, b in zip(mean, one, strict=True)))
    return nearest == colour


def plain(colour: tuple[int, int, int]) -> Given:
    """Make a picture of one colour."""
    return photo(encoded(Image.new("RGB", (640, 400), colour), "JPEG"))
