"""What a work asks of motion: its parameters and inputs, read once."""

from dataclasses import dataclass

import numpy as np

from core.generators.motion.encode import FPS
from core.generators.motion.words import Story, read
from core.videos import Effect, Shape
from core.work import Memory, Work

SHORT_SIDE_PX = 720
PICTURE_LEAST_S = 1.0
_SQUARE_SIDE = 4 / 3
"""A square's side beside the short side of the other shapes: 960 for 720."""


@dataclass(frozen=True)
class Wanted:
    """An order in motion's own terms. `size` is (width, height) in pixels.

    `frames` is the length to make. It is more than `asked_frames` when there are more pictures than seconds: each
    is shown for at least `PICTURE_LEAST_S`.
    """

    story: Story
    size: tuple[int, int]
    frames: int
    asked_frames: int
    seed: int
    effect: Effect
    text: str
    start_s: float
    pictures: tuple[Memory, ...]
    sound: Memory | None
    clip: Memory | None

    def chance(self, *purpose: int) -> np.random.Generator:
        """Give the random numbers for one purpose: the same for the same seed."""
        return np.random.default_rng([self.seed, *purpose])


def frame_size(shape: Shape, short_side_px: int) -> tuple[int, int]:
    """Give width and height in pixels, both even."""
    long_side_px = short_side_px * 16 // 9 // 2 * 2
    side_px = int(short_side_px * _SQUARE_SIDE) // 2 * 2
    sizes = {
        Shape.WIDE: (long_side_px, short_side_px),
        Shape.TALL: (short_side_px, long_side_px),
        Shape.SQUARE: (side_px, side_px),
    }
    return sizes[shape]


def wanted_of(work: Work) -> Wanted:
    """Read a work. Without `media` (media types, one for each input), every input is a picture."""
    given = work.parameters
    media = given.get("media", ["image/jpeg"] * len(work.inputs))

    def inputs(kind: str) -> tuple[Memory, ...]:
        return tuple(one for one, its in zip(work.inputs, media, strict=True) if its.startswith(kind))

    asked_frames = round(float(given["seconds"]) * FPS)
    pictures = inputs("image/")
    return Wanted(
        story=read(str(given["prompt"])),
        size=frame_size(Shape(given["shape"]), int(given.get("short_side", SHORT_SIDE_PX))),
        frames=max(asked_frames, round(len(pictures) * PICTURE_LEAST_S * FPS)),
        asked_frames=asked_frames,
        seed=int(given["seed"]),
        effect=Effect(given.get("effect", Effect.NONE.value)),
        text=str(given.get("text", "")),
        start_s=int(given.get("start_ms", 0)) / 1000,
        pictures=pictures,
        sound=next(iter(inputs("audio/")), None),
        clip=next(iter(inputs("video/")), None),
    )
