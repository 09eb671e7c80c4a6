"""The motion task, run in a worker process: words, pictures, a sound or a clip to a video, its poster and preview."""

from dataclasses import replace

import cv2

from core.generators.motion.alongside import Alongside, shares
from core.generators.motion.beat import listen
from core.generators.motion.clips.task import render_clip
from core.generators.motion.encode import FPS, Sound, encode
from core.generators.motion.film import Film, facts_of, scene_film
from core.generators.motion.hearing import SILENCE, Hearing
from core.generators.motion.morph import start_end_film
from core.generators.motion.music import given_sound
from core.generators.motion.overlay import with_words
from core.generators.motion.picture import picture_film
from core.generators.motion.restyle import style_of
from core.generators.motion.sequence import sequence_film
from core.generators.motion.sound import sound_bed
from core.generators.motion.wanted import Wanted, wanted_of
from core.work import Product, Progress, Work

_PREPARED_SHARE = 0.04
_START_AND_END = 2


def render(work: Work, progress: Progress) -> Product:
    """Make the video that a work's parameters describe.

    Parameters: prompt, shape ("16:9", "9:16", "1:1"), seconds, seed; and, unless left out, short_side in pixels,
    media (the inputs' media types), effect, text (laid over the picture), and start_ms (where in a sound or clip to
    begin). Parts: "video" (MP4), "poster" (JPEG) and "preview" (MP4). Facts: width, height, frames, fps, duration_ms,
    scene ("picture", "sequence", "clip" or a code of the lexicon), move; asked_ms where many pictures made the video
    longer than was asked. Raises Refusal("picture_unreadable"), Refusal("sound_unreadable"),
    Refusal("text_cannot_be_drawn") and those of `render_clip`.
    """
    cv2.setNumThreads(1)
    wanted = wanted_of(work)
    if wanted.clip is not None:
        return render_clip(wanted.clip, wanted, progress)
    music = None
    if wanted.sound is not None:
        music = given_sound(wanted.sound, wanted.start_s, wanted.frames / FPS)
    film = _dressed(film_of(wanted, SILENCE if music is None else listen(music, wanted.frames)), wanted)
    progress(_PREPARED_SHARE)
    sound = music if music is not None else _bed(wanted, film)
    alongside = Alongside(film.frames, wanted.size, shares(progress, _PREPARED_SHARE, 1.0))
    video = encode(film.frame_at, film.frames, sound, alongside.on_frame)
    facts = facts_of(film.scene, film.move, wanted.size, film.frames)
    if wanted.frames > wanted.asked_frames:
        facts["asked_ms"] = wanted.asked_frames * 1000 // FPS
    return Product({"video": video, **alongside.parts()}, facts)


def film_of(wanted: Wanted, hearing: Hearing) -> Film:
    """Make the film that the inputs call for."""
    story, size, frames = wanted.story, wanted.size, wanted.frames
    if len(wanted.pictures) > _START_AND_END:
        return sequence_film(wanted, hearing)
    if len(wanted.pictures) == _START_AND_END:
        return start_end_film(wanted, hearing)
    if wanted.pictures:
        return picture_film(wanted.pictures[0].read(), story, size, frames, wanted.chance(1), hearing=hearing)
    return scene_film(story, size, frames, wanted.chance(1), hearing=hearing)


def _dressed(film: Film, wanted: Wanted) -> Film:
    """Draw a film in the style that was asked for, and lay words over it."""
    style = style_of(wanted.effect, wanted.size, wanted.chance(3))
    styled = film if style is None else replace(film, frame_at=lambda number: style(film.frame_at(number)))
    return with_words(styled, wanted.text, wanted.size) if wanted.text.strip() else styled


def _bed(wanted: Wanted, film: Film) -> Sound:
    wild, rain = wanted.story.energy == "wild", "rain" in wanted.story.weather
    return sound_bed(film.scene, film.frames / FPS, wanted.chance(2), wild=wild, rain=rain)
