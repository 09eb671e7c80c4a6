"""The part of the motion task that begins with a clip."""

from core.generators.motion.alongside import Alongside, shares
from core.generators.motion.clips.film import Cut, clip_film
from core.generators.motion.encode import FPS, encode_drawings
from core.generators.motion.film import facts_of
from core.generators.motion.music import given_sound
from core.generators.motion.overlay import words_on_drawings
from core.generators.motion.wanted import Wanted
from core.work import Memory, Product, Progress

_LOOKED_SHARE = 0.3
"""How much of the progress is the look at the clip; without one, drawing starts here at once."""


def render_clip(clip: Memory, wanted: Wanted, progress: Progress) -> Product:
    """Make the video from a clip; a sound among the inputs replaces its own.

    Raises Refusal("clip_unreadable"), Refusal("start_past_end") and those of `given_sound` and `words_on_drawings`.
    """
    size = wanted.size
    cut = Cut(size, wanted.asked_frames, wanted.start_s, wanted.effect)
    film = clip_film(clip, cut, wanted.chance(1), shares(progress, 0.0, _LOOKED_SHARE))
    alongside = Alongside(film.frames, size, shares(progress, _LOOKED_SHARE, 1.0), film.mixed)
    sound = film.sound if wanted.sound is None else given_sound(wanted.sound, 0.0, film.frames / FPS)
    drawings = film.drawings()
    if wanted.text.strip():
        drawings = words_on_drawings(drawings, wanted.text, size, film.frames)
    video = encode_drawings(drawings, film.frames, sound, alongside.on_frame)
    return Product({"video": video, **alongside.parts()}, facts_of(film.scene, film.move, size, film.frames))
