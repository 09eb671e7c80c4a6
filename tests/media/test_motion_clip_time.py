"""Slow motion and extending: time is stretched, and no frame is a ghost."""

from itertools import pairwise

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.generators.motion.clips.extend import lengthened, meeting
from core.generators.motion.clips.film import ClipFilm, Cut, clip_film
from core.generators.motion.clips.sound import SLOWEST_HEARD, slowed
from core.generators.motion.clips.survey import Survey
from core.generators.motion.clips.timeline import SLOWEST, slowness
from core.generators.motion.clips.timeline import slowed as slowed_times
from core.generators.motion.encode import FPS, SOUND_RATE_HZ
from core.generators.motion.flow import Between
from core.generators.motion.images import Pixels
from core.videos import Effect
from core.work import Memory
from tests.fakes.footage import clip, tone
from tests.media.test_motion_clip import pitch_hz
from tests.media.test_motion_clip_views import SIZE, texture


def passing(place: float) -> Pixels:
    """Draw a textured disc that is at `place` of its way over a textured ground that moves slowly the other way."""
    ground = cv2.warpAffine(
        texture(), np.array([[1, 0, -40 - place / 4], [0, 1, -60]], np.float64), SIZE, flags=cv2.INTER_CUBIC
    )
    y, x = np.mgrid[0 : SIZE[1], 0 : SIZE[0]].astype(np.float32)
    alpha = np.clip(38 - np.hypot(x - 60 - place, y - 90), 0, 1)[..., None]
    own = cv2.warpAffine(
        cv2.flip(texture(), 0), np.array([[1, 0, place - 60], [0, 1, -50]], np.float64), SIZE, flags=cv2.INTER_CUBIC
    )
    return np.asarray(ground * (1 - alpha) + (255 - own) * alpha, np.uint8)


def psnr_db(one: Pixels, other: Pixels) -> float:
    """Give the peak signal to noise ratio of two pictures."""
    return float(10 * np.log10(255**2 / np.mean((one.astype(np.float32) - other) ** 2)))


def film_of(memory: Memory, frames: int, effect: Effect) -> ClipFilm:
    """Make a small film."""
    return clip_film(memory, Cut(SIZE, frames, effect=effect), np.random.default_rng(1), lambda _share: None)


def test_a_moment_between_two_frames_is_drawn_not_blended() -> None:
    """What flow draws between two frames is nearer to the frame that was held out than a blend is, by 5 dB."""
    gains = []
    for place in range(0, 100, 20):
        before, held_out, after = (passing(place + step) for step in (0, 5, 10))
        drawn = Between(before, after).at(0.5)
        gains.append(psnr_db(drawn, held_out) - psnr_db(cv2.addWeighted(before, 0.5, after, 0.5, 0), held_out))
    assert np.mean(gains) > 5


def test_strangers_are_never_mixed() -> None:
    """Between two pictures that have nothing in common, each moment is one of them to the byte."""
    one, other = texture()[:180, :320], 255 - cv2.flip(texture(), -1)[:180, :320]
    pair = Between(one, other)
    assert pair.strangers
    assert np.array_equal(pair.at(0.4), one)
    assert np.array_equal(pair.at(0.6), other)


def test_the_ends_of_a_moment_are_the_frames_themselves() -> None:
    """At 0 and at 1 nothing is drawn anew."""
    one, other = passing(0), passing(6)
    pair = Between(one, other)
    assert not pair.strangers
    assert pair.at(0.0) is one
    assert pair.at(1.0) is other


def test_slow_motion_over_a_cut_shows_no_ghost() -> None:
    """Around a cut each frame belongs to one of the two shots."""
    first, second = texture()[:180, :320] // 3, 255 - texture()[:180, :320] // 3
    with clip([first] * 10 + [second] * 10) as memory:
        levels = [float(drawing().mean()) for drawing in film_of(memory, 40, Effect.SLOW).drawings()]
    assert len(levels) == 40
    assert all(abs(level - first.mean()) < 6 or abs(level - second.mean()) < 6 for level in levels)


def test_a_high_rate_gives_only_frames_that_were_filmed() -> None:
    """At 240 frames a second and four times slower, no frame is drawn: every second one is shown."""
    timeline = slowed_times(np.arange(240) / 240, 0.0, 100, 4.0)
    assert timeline.share.max() == 0
    assert timeline.first.tolist() == list(range(0, 200, 2))


@pytest.mark.parametrize(
    ("fps", "duration_s", "frames", "factor"),
    [(30, 10, 150, 2.0), (240, 10, 150, 4.0), (30, 2, 180, 3.0), (30, 0.5, 300, SLOWEST)],
    ids=["usual", "high-rate", "short", "very-short"],
)
def test_how_slow(fps: int, duration_s: float, frames: int, factor: float) -> None:
    """Half speed, a quarter where there are frames for it, slower where the clip would end too soon, to a limit."""
    times_s = np.arange(round(duration_s * fps)) / fps
    assert slowness(times_s, 0.0, duration_s, frames) == pytest.approx(factor)


@given(st.lists(st.floats(0.005, 0.6), min_size=1, max_size=40), st.integers(1, 200), st.floats(1, 8))
def test_slow_time_never_goes_back(gaps: list[float], frames: int, factor: float) -> None:
    """For any times of frames, slow motion goes forwards, within the clip, and stands where the clip stood."""
    times_s = np.concatenate([[0.0], np.cumsum(gaps)])
    timeline = slowed_times(times_s, 0.0, frames, factor)
    place = timeline.first + timeline.share * (timeline.second - timeline.first)
    assert (np.diff(place) >= -1e-9).all()
    assert 0 <= place.min() <= place.max() <= len(times_s) - 1
    assert (timeline.share >= 0).all()
    assert (timeline.share < 1).all()


def test_slow_sound_keeps_its_pitch_or_is_left_out() -> None:
    """At half speed a tone lasts twice as long and sounds as high; slowed more than four times it is left out."""
    slow = slowed(tone(1.0, 440.0), 2.0)
    assert slow is not None
    assert slow.shape == (2, 2 * SOUND_RATE_HZ)
    assert pitch_hz(slow[:, 9600:86400]) == pytest.approx(440, abs=8)
    assert slowed(tone(1.0), SLOWEST_HEARD + 0.1) is None


def survey_of(frames: list[Pixels]) -> Survey:
    """Survey frames that are small already."""
    thumbs = np.array([cv2.resize(one, (32, 18), interpolation=cv2.INTER_AREA).mean(2) for one in frames], np.float32)
    return Survey(np.arange(len(frames)), (0,), np.zeros((len(frames), 2), np.complex128), thumbs, ())


def test_a_clip_that_comes_back_to_itself_becomes_a_loop() -> None:
    """A swing of 40 frames in a clip of 90 is found: the seam lies a whole number of swings apart."""
    frames = [passing(60 + 50 * np.sin(2 * np.pi * place / 40)) for place in range(90)]
    seam = meeting(survey_of(frames))
    assert seam is not None
    assert (seam[1] - seam[0]) % 40 in {39, 0, 1}


@pytest.mark.parametrize("swings", [True, False], ids=["loop", "there-and-back"])
def test_an_extended_clip_never_jumps(*, swings: bool) -> None:
    """Two seconds become five, and no two frames of them differ clearly more than two frames of the clip do."""
    frames = [passing(60 + 50 * np.sin(2 * np.pi * place / 40) if swings else 2.0 * place) for place in range(60)]
    with clip(frames) as memory:
        film = film_of(memory, 150, Effect.EXTEND)
        longer = [drawing().astype(np.float32) for drawing in film.drawings()]
    assert film.frames == len(longer) == 150
    usual = max(float(np.abs(after.astype(np.float32) - before).mean()) for before, after in pairwise(frames))
    assert max(float(np.abs(after - before).mean()) for before, after in pairwise(longer)) < 1.3 * usual + 1


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 120), st.integers(1, 400), st.sampled_from([0.0, 255.0]))
def test_extending_stays_within_the_clip_and_its_pace(length: int, frames: int, noise: float) -> None:
    """Any clip gives any length; time goes on by at most one frame at once, save where a loop begins again."""
    rng = np.random.default_rng(length)
    thumbs = (rng.random((length, 18, 32)) * noise).astype(np.float32)
    survey = Survey(np.arange(length), (0,), np.zeros((length, 2), np.complex128), thumbs, ())
    timeline = lengthened(survey, frames)
    assert timeline.frames == frames
    assert 0 <= timeline.first.min() <= max(timeline.first.max(), timeline.second.max()) < length
    if meeting(survey) is None:
        place = timeline.first + timeline.share * (timeline.second - timeline.first)
        assert np.abs(np.diff(place)).max(initial=0) <= 1 + 1e-6


def test_an_extended_clip_sounds_to_its_end() -> None:
    """Its own sound goes on with it, without a gap."""
    with clip([passing(2.0 * place) for place in range(30)], sound=tone(1.0)) as memory:
        film = film_of(memory, 90, Effect.EXTEND)
    assert film.sound is not None
    assert film.sound.shape[1] == 3 * SOUND_RATE_HZ
    pieces = np.split(film.sound[0][: 2 * SOUND_RATE_HZ + SOUND_RATE_HZ // 2], FPS)
    assert min(float(np.abs(piece).max()) for piece in pieces[1:]) > 0.3
