"""The part of the motion task that begins with a clip."""

import numpy as np

from core.generators.motion.alongside import Alongside, shares
from core.generators.motion.clips.film import Cut, clip_film
from core.generators.motion.clips.framing import Size
from core.generators.motion.encode import FPS, encode_drawings
from core.generators.motion.film import facts_of
from core.generators.motion.music import given_sound
from core.generators.motion.overlay import words_on_drawings
from core.videos import Effect
from core.work import Memory, Product, Progress, Work

_LOOKED_SHARE = 0.3
"""How much of the progress is the look at the clip; without one, drawing starts here at once."""


def given(work: Work, kind: str) -> Memory | None:
    """Give the first input whose media type begins so, or None."""
    types = work.parameters.get("media", [])
    found = [memory for media_type, memory in zip(types, work.inputs, strict=False) if media_type.startswith(kind)]
    return found[0] if found else None


def render_clip(clip: Memory, work: Work, size: Size, progress: Progress) -> Product:
    """Make the video from a clip among a work's inputs; a sound among the inputs replaces its own.

    Raises Refusal("clip_unreadable") and Refusal("start_past_end").
    """
    parameters = work.parameters
    wanted = Cut(
        size,
        int(parameters["seconds"]),
        int(parameters.get("start_ms", 0)),
        Effect(parameters.get("effect", Effect.NONE.value)),
    )
    rng = np.random.default_rng([int(parameters["seed"]), 1])
    film = clip_film(clip, wanted, rng, shares(progress, 0.0, _LOOKED_SHARE))
    alongside = Alongside(film.frames, size, shares(progress, _LOOKED_SHARE, 1.0), film.mixed)
    other = given(work, "audio/")
    sound = film.sound if other is None else given_sound(other, 0.0, film.frames / FPS)
    drawings, text = film.drawings(), str(parameters.get("text", ""))
    if text.strip():
        drawings = words_on_drawings(drawings, text, size, film.frames)
    video = encode_drawings(drawings, film.frames, sound, alongside.on_frame)
    return Product({"video": video, **alongside.parts()}, facts_of(film.scene, film.move, size, film.frames))
