"""The motion task: runs in a worker process, turns words, pictures, a sound or a clip into a video and its poster."""

import cv2

from core.generators.motion.beat import listen
from core.generators.motion.encode import FPS, Sound, encode
from core.generators.motion.film import Film, scene_film
from core.generators.motion.hearing import SILENCE, Hearing
from core.generators.motion.images import Pixels
from core.generators.motion.morph import start_end_film
from core.generators.motion.music import given_sound
from core.generators.motion.overlay import with_words
from core.generators.motion.picture import picture_film
from core.generators.motion.sequence import sequence_film
from core.generators.motion.sound import sound_bed
from core.generators.motion.wanted import Wanted, wanted_of
from core.work import Memory, Product, Progress, Work

_POSTER_QUALITY = 90
_POSTER_AT = 0.5
_PREPARED_SHARE = 0.04
_START_AND_END = 2


def render(work: Work, progress: Progress) -> Product:
    """Make the video that a work's parameters describe.

    Parameters: prompt, shape ("16:9", "9:16", "1:1"), seconds, seed; and, unless left out, short_side in pixels,
    media ("picture", "sound", "clip": what each input is), effect, text (laid over the picture), and start_ms
    (where in a sound or clip to begin). Parts: "video" (MP4) and "poster" (JPEG). Facts: width, height, frames, fps,
    duration_ms, scene ("picture", "sequence", "clip" or a code of the lexicon), move; asked_ms
    where many pictures made it longer than was asked.
    Raises Refusal("picture_unreadable", "sound_unreadable", "text_cannot_be_drawn").
    """
    cv2.setNumThreads(1)
    wanted = wanted_of(work)
    seconds = wanted.frames / FPS
    music = given_sound(wanted.sound, wanted.start_s, seconds) if wanted.sound is not None else None
    film = film_of(wanted, SILENCE if music is None else listen(music, wanted.frames))
    if wanted.text:
        film = with_words(film, wanted.text, wanted.size)
    progress(_PREPARED_SHARE)
    poster = Memory.empty("poster")

    def on_frame(number: int, pixels: Pixels) -> None:
        if number == int(film.frames * _POSTER_AT):
            poster.append(_jpeg(pixels))
        progress(min(1.0, _PREPARED_SHARE + (1 - _PREPARED_SHARE) * (number + 1) / film.frames))

    video = encode(film.frame_at, film.frames, music if music is not None else _sound_of(wanted, film), on_frame)
    width, height = wanted.size
    facts = {
        "width": width,
        "height": height,
        "frames": film.frames,
        "fps": FPS,
        "duration_ms": film.frames * 1000 // FPS,
        "scene": film.scene,
        "move": film.move.value,
    }
    if wanted.frames > wanted.asked_frames:
        facts["asked_ms"] = wanted.asked_frames * 1000 // FPS
    return Product({"video": video, "poster": poster}, facts)


def film_of(wanted: Wanted, hearing: Hearing) -> Film:
    """Make the film that the inputs call for."""
    # A clip is handed to its film here, before all others: `if wanted.clip is not None: return clip_film(...)`.
    story, size, frames = wanted.story, wanted.size, wanted.frames
    if len(wanted.pictures) > _START_AND_END:
        return sequence_film(wanted, hearing)
    if len(wanted.pictures) == _START_AND_END:
        return start_end_film(wanted, hearing)
    if wanted.pictures:
        return picture_film(wanted.pictures[0].read(), story, size, frames, wanted.chance(1), hearing=hearing)
    return scene_film(story, size, frames, wanted.chance(1), hearing=hearing)


def _sound_of(wanted: Wanted, film: Film) -> Sound:
    if film.sound is not None:
        return film.sound
    story = wanted.story
    return sound_bed(
        film.scene,
        film.frames / FPS,
        wanted.chance(2),
        wild=story.energy == "wild",
        rain="rain" in story.weather,
    )


def _jpeg(pixels: Pixels) -> bytes:
    _, content = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, _POSTER_QUALITY])
    return content.tobytes()
