"""The motion task: runs in a worker process, turns words, a picture or a clip into a video, poster and preview."""

import cv2
import numpy as np

from core.generators.motion.alongside import Alongside, shares
from core.generators.motion.clips.task import given, render_clip
from core.generators.motion.encode import FPS, encode
from core.generators.motion.film import facts_of, scene_film
from core.generators.motion.picture import picture_film
from core.generators.motion.restyle import style_of
from core.generators.motion.sound import sound_bed
from core.generators.motion.words import read
from core.videos import Effect, Shape
from core.work import Product, Progress, Work

SHORT_SIDE_PX = 720
_SQUARE_SIDE = 4 / 3
"""A square's side beside the short side of the other shapes: 960 for 720."""
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
    Also effect, start_ms and media: see `render_clip`. Inputs: none, or one picture (JPEG or PNG), or a clip.
    Parts: "video" (MP4), "poster" (JPEG) and "preview" (MP4). Facts: width, height, frames, fps, duration_ms,
    scene ("picture" for one), move. Raises Refusal("picture_unreadable") and those of `render_clip`.
    """
    cv2.setNumThreads(1)
    parameters = work.parameters
    size = frame_size(Shape(parameters["shape"]), int(parameters.get("short_side", SHORT_SIDE_PX)))
    clip = given(work, "video/")
    if clip is not None:
        return render_clip(clip, work, size, progress)
    frames = int(parameters["seconds"]) * FPS
    seed = int(parameters["seed"])
    story = read(str(parameters["prompt"]))
    rng = np.random.default_rng([seed, 1])
    if work.inputs:
        film = picture_film(work.inputs[0].read(), story, size, frames, rng)
    else:
        film = scene_film(story, size, frames, rng)
    style = style_of(Effect(parameters.get("effect", Effect.NONE.value)), size, rng)
    frame_at = film.frame_at if style is None else lambda number: style(film.frame_at(number))
    progress(_PREPARED_SHARE)
    sound = sound_bed(
        film.scene,
        frames / FPS,
        np.random.default_rng([seed, 2]),
        wild=story.energy == "wild",
        rain="rain" in story.weather,
    )
    alongside = Alongside(frames, size, shares(progress, _PREPARED_SHARE, 1.0))
    video = encode(frame_at, frames, sound, alongside.on_frame)
    return Product({"video": video, **alongside.parts()}, facts_of(film.scene, film.move, size, frames))
