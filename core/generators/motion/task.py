"""The motion task: runs in a worker process, turns words or a picture into a video and its poster."""

import cv2
import numpy as np

from core.generators.motion.encode import FPS, encode
from core.generators.motion.film import scene_film
from core.generators.motion.images import Pixels
from core.generators.motion.picture import picture_film
from core.generators.motion.sound import sound_bed
from core.generators.motion.words import read
from core.videos import Shape
from core.work import Memory, Product, Progress, Work

SHORT_SIDE_PX = 720
_SQUARE_SIDE = 4 / 3
"""A square's side beside the short side of the other shapes: 960 for 720."""
_POSTER_QUALITY = 90
_POSTER_AT = 0.5
_PREPARED_SHARE = 0.04


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


def render(work: Work, progress: Progress) -> Product:
    """Make the video that a work's parameters describe.

    Parameters: prompt, shape ("16:9", "9:16", "1:1"), seconds, seed, and short_side in pixels (720 unless given).
    Inputs: none, or one picture (JPEG or PNG). Parts: "video" (MP4) and "poster" (JPEG). Facts: width, height,
    frames, fps, duration_ms, scene ("picture" for one), move. Raises Refusal("picture_unreadable").
    """
    cv2.setNumThreads(1)
    given = work.parameters
    size = frame_size(Shape(given["shape"]), int(given.get("short_side", SHORT_SIDE_PX)))
    frames = int(given["seconds"]) * FPS
    seed = int(given["seed"])
    story = read(str(given["prompt"]))
    rng = np.random.default_rng([seed, 1])
    if work.inputs:
        film = picture_film(work.inputs[0].read(), story, size, frames, rng)
    else:
        film = scene_film(story, size, frames, rng)
    progress(_PREPARED_SHARE)
    sound = sound_bed(
        film.scene,
        frames / FPS,
        np.random.default_rng([seed, 2]),
        wild=story.energy == "wild",
        rain="rain" in story.weather,
    )
    poster = Memory.empty("poster")

    def on_frame(number: int, pixels: Pixels) -> None:
        if number == int(frames * _POSTER_AT):
            poster.append(_jpeg(pixels))
        progress(min(1.0, _PREPARED_SHARE + (1 - _PREPARED_SHARE) * (number + 1) / frames))

    video = encode(film.frame_at, frames, sound, on_frame)
    width, height = size
    facts = {
        "width": width,
        "height": height,
        "frames": frames,
        "fps": FPS,
        "duration_ms": frames * 1000 // FPS,
        "scene": film.scene,
        "move": film.move.value,
    }
    return Product({"video": video, "poster": poster}, facts)


def _jpeg(pixels: Pixels) -> bytes:
    _, content = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, _POSTER_QUALITY])
    return content.tobytes()
