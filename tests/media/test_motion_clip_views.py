"""Where a clip is looked at: a steady hand over a shaky one, and an operator who follows what matters."""

from itertools import pairwise

import cv2
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.generators.motion.clips.film import Cut, clip_film
from core.generators.motion.clips.reel import clip_of
from core.generators.motion.clips.reframe import followed, window_of
from core.generators.motion.clips.stabilise import steadied
from core.generators.motion.clips.survey import Survey, surveyed
from core.generators.motion.images import Pixels
from core.videos import Effect
from core.work import Memory
from tests.fakes.footage import clip

SIZE = (320, 180)
FRAMES = 60


def texture(width: int = 480, height: int = 320) -> Pixels:
    """Draw something with detail everywhere."""
    rng = np.random.default_rng(5)
    rough = cv2.GaussianBlur(rng.normal(0, 1, (height, width, 3)).astype(np.float32), (0, 0), 2.5)
    return np.clip(120 + 220 * rough, 30, 225).astype(np.uint8)


def filmed(places: NDArray[np.float64], turns: NDArray[np.float64]) -> Memory:
    """Film the texture so that its middle goes through places of the frame, turned by degrees."""
    picture = texture()
    frames = []
    for (x, y), turn in zip(places, turns, strict=True):
        matrix = cv2.getRotationMatrix2D((239.5, 159.5), turn, 1.0)
        matrix[:, 2] += (x - 239.5, y - 159.5)
        frames.append(cv2.warpAffine(picture, matrix, SIZE, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT))
    return clip(frames)


def looked_at(memory: Memory, frames: int = FRAMES, *, interest: bool = False) -> Survey:
    """Survey all of a clip."""
    return surveyed(clip_of(memory), np.arange(frames), lambda _share: None, interest=interest)


def jitter_px(path: NDArray[np.float64]) -> float:
    """Give the root mean square of a path's second differences."""
    return float(np.sqrt((np.diff(path, n=2, axis=0) ** 2).mean()))


def test_a_shaky_clip_becomes_steady() -> None:
    """A point of the scene shakes at most a tenth as much as before, by where it truly is, not by an estimate."""
    rng = np.random.default_rng(2)
    places = np.array([159.5, 89.5]) + np.cumsum(rng.normal(0, 0.8, (FRAMES, 2)), axis=0)
    with filmed(places, np.cumsum(rng.normal(0, 0.15, FRAMES))) as memory:
        steady = steadied(looked_at(memory), SIZE)
    after = np.array([view[:, :2] @ place + view[:, 2] for view, place in zip(steady, places, strict=True)])
    assert jitter_px(after) < 0.1 * jitter_px(places)


def test_an_intended_pan_stays() -> None:
    """A pan across a third of the frame goes as far as before, within a tenth."""
    rng = np.random.default_rng(3)
    pan = np.column_stack([np.linspace(110, 210, FRAMES), np.full(FRAMES, 89.5)])
    with filmed(pan + rng.normal(0, 0.7, pan.shape), np.zeros(FRAMES)) as memory:
        steady = steadied(looked_at(memory), SIZE)
    after = np.array([view[:, :2] @ place + view[:, 2] for view, place in zip(steady, pan, strict=True)])
    assert abs(np.ptp(after[:, 0]) / 100 - 1) < 0.1


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.floats(0, 40), st.floats(0, 0.1), st.integers(1, 70))
def test_no_border_is_ever_seen(seed: int, shake_px: float, turn: float, frames: int) -> None:
    """However wild the hand, each corner of each steady frame comes from inside the clip's frame."""
    rng = np.random.default_rng(seed)
    turns = np.exp(rng.normal(0, turn / 4, frames) + 1j * rng.normal(0, turn, frames))
    shifts = rng.normal(0, shake_px, frames) + 1j * rng.normal(0, shake_px, frames)
    steps = np.column_stack([turns, shifts])
    survey = Survey(np.arange(frames), (0,), steps, np.zeros((frames, 18, 32)), ())
    width, height = SIZE
    corners = np.array([[0, 0], [width - 1, 0], [0, height - 1], [width - 1, height - 1]], np.float64)
    for view in steadied(survey, SIZE):
        came = np.linalg.solve(view[:, :2], (corners - view[:, 2]).T).T
        assert came.min() >= -1e-6
        assert (came <= np.array([width - 1, height - 1]) + 1e-6).all()


def balls(*paths: NDArray[np.float64]) -> Memory:
    """Film red balls that go their ways (x, in pixels) over a dull ground."""
    y, x = np.mgrid[0 : SIZE[1], 0 : SIZE[0]].astype(np.float32)
    ground = np.dstack([110 + 8 * np.sin(x / 9), 112 + 8 * np.sin(y / 7), 105 + 6 * np.sin((x + y) / 11)])
    frames = []
    for places in zip(*paths, strict=True):
        frame = ground.copy()
        for place in places:
            frame[np.hypot(x - place, y - 95) < 26] = (30, 40, 220)
        frames.append(frame.astype(np.uint8))
    return clip(frames)


def red_middle(frame: Pixels) -> float:
    """Give where the red is, across."""
    return float(np.argwhere((frame[..., 2] > 160) & (frame[..., 1] < 110))[:, 1].mean())


def test_a_subject_is_followed_without_a_jump() -> None:
    """Cut to 9:16, a ball that crosses the whole frame stays in sight, and the window never leaps."""
    path = np.linspace(40, 280, FRAMES)
    with balls(path) as memory:
        cut = Cut((90, 160), FRAMES)
        film = clip_film(memory, cut, np.random.default_rng(1), lambda _share: None)
        frames = [drawing() for drawing in film.drawings()]
        middles = followed(looked_at(memory, interest=True), SIZE, window_of(SIZE, cut.size))
    assert all(10 < red_middle(frame) < 80 for frame in frames)
    assert middles is not None
    steps = np.diff(middles[:, 0])
    assert np.abs(steps).max() < 2.5 * 240 / FRAMES
    assert jitter_px(middles) < 0.25


def test_a_still_subject_leaves_the_window_still() -> None:
    """Nothing moves, so the operator doesn't either."""
    with balls(np.full(FRAMES, 230.0)) as memory:
        middles = followed(looked_at(memory, interest=True), SIZE, window_of(SIZE, (90, 160)))
    assert middles is not None
    assert np.ptp(middles[:, 0]) < 1
    assert abs(middles[0, 0] - 230) < 25


def test_what_does_not_fit_is_shown_whole() -> None:
    """Of two subjects far apart both are in sight: the clip stands whole before a darker copy that fills the frame."""
    with balls(np.full(20, 40.0), np.full(20, 280.0)) as memory:
        film = clip_film(memory, Cut((90, 160), 20), np.random.default_rng(1), lambda _share: None)
        frame = next(iter(film.drawings()))()
    red = (frame[..., 2] > 150) & (frame[..., 1] < 90)
    assert red[55:105, :30].any()
    assert red[55:105, 60:].any()
    assert 20 < frame[:30].mean() < 0.8 * frame[60:100].mean()


def test_at_a_cut_the_window_goes_with_it() -> None:
    """Where the clip cuts, a new shot begins, and the window is where its subject is at once."""
    with balls(np.r_[np.full(30, 50.0), np.full(30, 270.0)]) as memory:
        survey = looked_at(memory, interest=True)
    assert survey.shots in {(0,), (0, 30)}
    first, second = texture(), cv2.flip(texture(), -1)
    with clip([first[:180, :320]] * 20 + [second[:180, :320] // 2] * 20) as memory:
        assert looked_at(memory, 40).shots == (0, 20)


def test_a_pan_or_a_flash_is_no_cut() -> None:
    """A quick pan stays one shot."""
    places = np.column_stack([np.linspace(60, 260, 40), np.full(40, 89.5)])
    with filmed(places, np.zeros(40)) as memory:
        assert looked_at(memory, 40).shots == (0,)


def test_a_square_shows_no_more_and_no_less_than_fits() -> None:
    """Shapes that differ by less than a fiftieth are the same; others give the largest window inside."""
    assert window_of((1920, 1080), (1280, 720)) == (1920, 1080)
    assert window_of((1918, 1080), (1280, 720)) == (1918, 1080)
    assert window_of((1920, 1080), (720, 720)) == (1080, 1080)
    assert window_of((1080, 1920), (1280, 720)) == (1080, 607.5)


def test_a_steady_video_has_no_dark_rim() -> None:
    """All through a stabilised video the rim is as bright as the rest, and the frames change evenly."""
    rng = np.random.default_rng(4)
    places = np.array([159.5, 89.5]) + rng.normal(0, 2.5, (30, 2))
    with filmed(places, rng.normal(0, 0.4, 30)) as memory:
        cut = Cut(SIZE, 30, effect=Effect.STABILISE)
        film = clip_film(memory, cut, np.random.default_rng(1), lambda _share: None)
        frames = [drawing().astype(np.float32) for drawing in film.drawings()]
    rims = [np.concatenate([one[0], one[-1], one[:, 0], one[:, -1]]).mean() for one in frames]
    assert min(rims) > 100
    assert max(float(np.abs(after - before).mean()) for before, after in pairwise(frames)) < 6
