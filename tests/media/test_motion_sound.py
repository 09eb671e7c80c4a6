"""A sound that is given: heard in the video, evened, and seen in what moves."""

from io import BytesIO

import av
import numpy as np
import pytest

from core.generators.motion.beat import listen
from core.generators.motion.encode import FPS, SOUND_RATE_HZ, Sound
from core.generators.motion.music import FADE_OUT_S, LOUDNESS_DBFS, evened, given_sound
from core.generators.motion.task import film_of, render
from core.generators.motion.wanted import wanted_of
from core.work import Memory, Product, Refusal, Work
from tests.fakes.tones import drum, flac, voice
from tests.media.test_motion_frames import difference
from tests.media.test_motion_video import bytes_of, photo

SECONDS = 8


def made(*inputs: Memory, media: list[str], prompt: str = "static", seconds: float = 3, start_ms: int = 0) -> Product:
    """Render a small video of pictures and a sound."""
    parameters = {"prompt": prompt, "shape": "16:9", "seconds": seconds, "seed": 4, "short_side": 90}
    return render(Work({**parameters, "media": media, "start_ms": start_ms}, inputs), lambda _share: None)


def heard(product: Product) -> Sound:
    """Decode a video's sound."""
    with av.open(BytesIO(bytes_of(product)), "r") as container:
        return np.concatenate([frame.to_ndarray() for frame in container.decode(audio=0)], axis=1)


def decibels(level: float) -> float:
    """Give a level beside full scale."""
    return float(20 * np.log10(level))


@pytest.mark.parametrize("beats_per_minute", [70, 96, 120, 140])
def test_beats_are_found_where_the_drum_strikes(beats_per_minute: float) -> None:
    """Every drum stroke has a beat within a frame, at any tempo, and a hi-hat between two isn't taken for one."""
    hearing = listen(drum(beats_per_minute, SECONDS), SECONDS * FPS)
    strokes = np.arange(0.4, SECONDS - 0.5, 60 / beats_per_minute)[1:-1] * FPS
    beats = np.array(hearing.beats)
    assert max(np.abs(beats - stroke).min() for stroke in strokes) <= 1.5
    assert all(hearing.kick_at(round(stroke) + 1) > 0.5 for stroke in strokes)


@pytest.mark.parametrize("seed", range(4))
def test_a_voice_has_no_beat_and_moves_nothing_suddenly(seed: int) -> None:
    """Speech gives no strikes: what it adds to the zoom follows its level, slower than a drum by ten times."""
    frames = SECONDS * FPS
    speech, beat = listen(voice(SECONDS, seed), frames), listen(drum(120, SECONDS), frames)
    jumps = [np.abs(np.diff([one.zoom_at(number) for number in range(frames)])).max() for one in (speech, beat)]
    assert speech.beats == ()
    assert not speech.kick.any()
    assert np.ptp(speech.level) > 0.1
    assert jumps[0] < jumps[1] / 10


@pytest.mark.parametrize("sound", [np.zeros((2, 96_000), np.float32), drum(120, 0.5)], ids=["silence", "short"])
def test_silence_and_short_sounds_are_listened_to_as_well(sound: Sound) -> None:
    """What has no time for a beat has none, and silence moves nothing."""
    hearing = listen(sound, 60)
    assert hearing.beats == ()
    assert len(hearing.level) == 60
    assert sound.any() or not hearing.level.any()


def test_a_picture_moves_with_the_beat() -> None:
    """A still picture jumps closer on each stroke and comes back before the next."""
    sound = drum(120, 4)
    wanted = wanted_of(
        Work({"prompt": "static", "shape": "16:9", "seconds": 4, "seed": 1, "short_side": 90}, (Memory.of(photo()),))
    )
    hearing = listen(sound, 120)
    film = film_of(wanted, hearing)
    steps = [difference(film.frame_at(n), film.frame_at(n + 1)) for n in range(119)]
    strokes = [beat for beat in hearing.beats if 0 < beat < 118]
    on = [max(steps[beat - 2 : beat + 1]) for beat in strokes]
    off = [steps[beat + 8] for beat in strokes[:-1]]
    assert np.median(on) > 2 * np.median(off)


def test_a_scene_lives_faster_where_the_sound_is_loud() -> None:
    """A scene's time runs several times as fast in loud moments as in silence."""
    sound = voice(4)
    sound[:, SOUND_RATE_HZ * 2 :] = 0
    wanted = wanted_of(Work({"prompt": "sea, static", "shape": "16:9", "seconds": 4, "seed": 1, "short_side": 90}))
    film = film_of(wanted, listen(sound, 120))
    loud, quiet = (
        np.mean([difference(film.frame_at(n), film.frame_at(n + 5)) for n in range(*span, 10)])
        for span in ((10, 50), (80, 114))
    )
    assert loud > 1.3 * quiet


@pytest.mark.parametrize("gain", [0.1, 0.3, 1.0])
def test_loudness_is_evened_and_never_clips(gain: float) -> None:
    """Faint and loud sounds come out about as loud, and no sample is above -1 dBFS, in the finished video too."""
    sound = drum(110, 3, loudness=gain)
    even = evened(sound)
    assert decibels(float(np.abs(even).max())) < -1.5
    assert decibels(float(np.sqrt((even**2).mean()))) == pytest.approx(LOUDNESS_DBFS, abs=2.5)
    product = made(Memory.of(photo()), flac(sound), media=["image/jpeg", "audio/flac"])
    assert decibels(float(np.abs(heard(product)).max())) < -1


def test_the_sound_is_in_the_video_and_as_long_as_asked() -> None:
    """The video has the given sound from start_ms on, for the seconds asked, and fades out where it is cut."""
    sound = drum(120, 6, first_s=0.25)
    product = made(flac(sound), media=["audio/flac"], prompt="abstract", start_ms=1000)
    kept = given_sound(flac(sound), 1.0, 3.0)
    found = heard(product)[:, : kept.shape[1]]
    assert product.facts["duration_ms"] == 3000
    assert kept.shape == (2, 3 * SOUND_RATE_HZ)
    assert float(np.corrcoef(kept[0], found[0, : kept.shape[1]])[0, 1]) > 0.98
    tail = round(FADE_OUT_S * SOUND_RATE_HZ / 6)
    assert np.abs(kept[:, -tail:]).max() < 0.2 * np.abs(kept).max()


def test_a_sound_shorter_than_the_video_is_followed_by_silence() -> None:
    """What lacks is silence; nothing is repeated."""
    kept = given_sound(flac(drum(120, 1)), 0.0, 3.0)
    assert kept.shape == (2, 3 * SOUND_RATE_HZ)
    assert not kept[:, SOUND_RATE_HZ:].any()


@pytest.mark.parametrize("content", [b"", b"x" * 4000], ids=["empty", "foreign"])
def test_a_sound_that_is_none_is_refused(content: bytes) -> None:
    """Foreign bytes are refused with a code."""
    with pytest.raises(Refusal) as refusal:
        made(Memory.of(content), media=["audio/flac"])
    assert refusal.value.code == "sound_unreadable"


def test_a_start_beyond_the_end_is_refused() -> None:
    """Where nothing is left of a sound, the refusal tells how long it is."""
    with pytest.raises(Refusal) as refusal:
        made(flac(drum(120, 1)), media=["audio/flac"], start_ms=5000)
    assert (refusal.value.code, refusal.value.data) == ("start_past_end", {"length_s": 1.0})


def test_pictures_sound_and_words_give_the_same_bytes_each_time() -> None:
    """A sequence with a sound and words, drawn by several threads, is the same to the byte when it is made again."""
    order = {"prompt": "", "shape": "16:9", "seconds": 3, "seed": 4, "short_side": 90, "text": "Hello"}
    media = ["image/jpeg"] * 3 + ["audio/flac"]

    def again() -> dict[str, bytes]:
        pictures = (Memory.of(photo(width, 320)) for width in (480, 400, 600))
        product = render(Work({**order, "media": media}, (*pictures, flac(drum(120, 4)))), lambda _share: None)
        return {part: memory.read() for part, memory in product.parts.items()}

    assert again() == again()
