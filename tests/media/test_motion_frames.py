"""What the pictures do: scenes live, camera moves are steady, and near things move more than far ones."""

from functools import cache
from itertools import pairwise

import cv2
import numpy as np
import pytest

from core.generators.motion import camera
from core.generators.motion.camera import Move, eased, pose
from core.generators.motion.film import scene_film
from core.generators.motion.images import Developer, Pixels, ink
from core.generators.motion.lexicon import SCENES
from core.generators.motion.picture import FAR, NEAR, STORED_SCALE, layered, picture_film, shown
from core.generators.motion.wanted import frame_size
from core.generators.motion.words import read
from core.videos import Shape
from tests.media.test_motion_video import photo

SIZE = (320, 180)


@cache
def frame(prompt: str, number: int, seed: int = 3, size: tuple[int, int] = SIZE) -> Pixels:
    """Draw one frame of 90."""
    return scene_film(read(prompt), size, 90, np.random.default_rng(seed)).frame_at(number)


def difference(one: Pixels, other: Pixels) -> float:
    """Give the mean difference of two frames in steps of 1/255."""
    return float(np.abs(one.astype(np.float32) - other).mean())


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_every_scene_is_drawn_lives_and_depends_on_its_seed(scene: str) -> None:
    """Each scene has light and detail, changes while the camera stands still, and looks different with another seed."""
    film = scene_film(read(f"{scene}, static"), SIZE, 90, np.random.default_rng(3))
    first, later = film.frame_at(0), film.frame_at(80)
    assert (film.scene, film.move) == (scene, Move.STILL)
    assert first.shape == (180, 320, 3)
    assert first.mean() > 10
    assert first.std() > 8
    assert difference(smooth(first), smooth(later)) > 0.8
    assert difference(first, frame(f"{scene}, static", 0, seed=4)) > 5


@pytest.mark.parametrize("words", ["night", "storm", "snow", "rain", "fog", "purple", "dawn"])
def test_mood_words_change_the_picture(words: str) -> None:
    """Words for hour, weather and colour are seen."""
    assert difference(frame("lake, day, static", 0), frame(f"lake, {words}, static", 0)) > 5


@pytest.mark.parametrize("move", [one for one in Move if one is not Move.STILL])
def test_every_move_moves(move: Move) -> None:
    """A move changes each frame a little and the whole a lot; it never jumps."""
    picture = layered(ball(), SIZE, 1.2, np.random.default_rng(1))
    frames = [shown(picture, pose(move, number / 89), SIZE) for number in range(0, 90, 6)]
    steps = [difference(one, other) for one, other in pairwise(frames)]
    assert min(steps) > 0.1
    assert max(steps) < 6 * float(np.median(steps))
    assert difference(frames[0], frames[-1]) > 2 * max(steps) or move is Move.ORBIT


def smooth(pixels: Pixels) -> Pixels:
    """Take the grain away."""
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), 2.0))


def ball() -> Pixels:
    """Give the pixels of a photo whose subject stands out."""
    return np.asarray(cv2.imdecode(np.frombuffer(photo(), np.uint8), cv2.IMREAD_COLOR))


def dot_path(move: Move, frames: int = 150) -> np.ndarray:
    """Follow a bright dot through a move at 1280 x 720; gives its centre in each frame, in pixels."""
    size = (1280, 720)
    y, x = np.mgrid[0:1080, 0:1920].astype(np.float32)
    dot = 20 + 220 * np.exp(-((x - 1103.3) ** 2 + (y - 511.7) ** 2) / (2 * 9.0**2))
    picture = layered(
        np.dstack([dot.astype(np.uint8)] * 3), size, 1 + 2.2 * camera.most_shift(move, 1.0), np.random.default_rng(1)
    )
    path = []
    for number in range(frames):
        view = shown(picture, pose(move, number / (frames - 1)), size)[..., 0].astype(np.float64)
        light = np.clip(view - 40, 0, None)
        rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
        path.append((float((light * columns).sum() / light.sum()), float((light * rows).sum() / light.sum())))
    return np.array(path)


@pytest.mark.parametrize("move", [Move.PUSH_IN, Move.PAN_LEFT])
def test_a_tracked_dot_does_not_shake(move: Move) -> None:
    """A dot in the picture keeps to a smooth path: at most 0.05 pixels beside it (root mean square)."""
    path = dot_path(move)
    assert np.ptp(path, axis=0).max() > 10
    jitter = np.sqrt((np.diff(path, n=2, axis=0) ** 2).mean(0))
    assert jitter.max() <= 0.05


def test_near_things_move_more_than_far_ones() -> None:
    """A subject that stands out is cut free: it crosses more of the frame than what is behind it."""
    picture = layered(ball(), SIZE, 1.2, np.random.default_rng(1))
    assert picture.front is not None
    ends = [pose(Move.PAN_LEFT, share) for share in (0.0, 1.0)]
    whole = picture.front.shape[1], picture.front.shape[0]
    near, far = (
        ends[1].matrix(depth, whole, SIZE, 1 / STORED_SCALE)[0, 2]
        - ends[0].matrix(depth, whole, SIZE, 1 / STORED_SCALE)[0, 2]
        for depth in (NEAR, FAR)
    )
    assert near > 1.5 * far > 0
    red = [shown(picture, end, SIZE)[..., 2] > 150 for end in ends]
    centres = [float(np.argwhere(mask)[:, 1].mean()) for mask in red]
    assert centres[1] - centres[0] == pytest.approx(near, abs=1.0)


def test_a_picture_without_a_subject_is_moved_whole() -> None:
    """When no foreground stands out well enough, the picture isn't torn apart."""
    noise = np.random.default_rng(5).integers(0, 255, (300, 500, 3)).astype(np.uint8)
    assert layered(cv2.GaussianBlur(noise, (0, 0), 8), SIZE, 1.1, np.random.default_rng(1)).front is None


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize(("width", "height"), [(480, 320), (200, 600), (900, 200), (3, 3)])
def test_any_picture_fills_any_shape(shape: Shape, width: int, height: int) -> None:
    """Wide, tall and tiny pictures fill every shape, without black borders at any end of a move."""
    size = frame_size(shape, 180)
    film = picture_film(photo(width, height), read("pan left"), size, 90, np.random.default_rng(2))
    for number in (0, 89):
        view = film.frame_at(number)
        assert view.shape == (size[1], size[0], 3)
        borders = np.concatenate([view[0], view[-1], view[:, 0], view[:, -1]])
        assert (borders.max(1) > 10).mean() > 0.99


def test_frames_can_be_drawn_in_any_order() -> None:
    """A frame depends on its number alone, so that threads may draw ahead."""
    film = scene_film(read("sea"), SIZE, 90, np.random.default_rng(1))
    later, first = film.frame_at(50), film.frame_at(0)
    again = scene_film(read("sea"), SIZE, 90, np.random.default_rng(1))
    assert np.array_equal(again.frame_at(0), first)
    assert np.array_equal(again.frame_at(50), later)


def test_a_smooth_sky_has_no_bands() -> None:
    """Grain dissolves the steps of a soft gradient: neighbouring rows never differ by a whole visible step."""
    ramp = np.linspace(0.20, 0.22, 400, dtype=np.float32)[:, None, None] * np.ones((400, 400, 3), np.float32)
    shown_ramp = Developer(np.random.default_rng(1)).develop(ramp, 0)[..., 0].astype(np.float32)
    rows = shown_ramp.mean(1)
    assert np.abs(np.diff(rows)).max() < 0.5


@pytest.mark.parametrize("code", ["#000000", "#123456", "#c08040", "#e0e0e0"])
def test_an_ink_is_shown_as_its_colour(code: str) -> None:
    """Light made from a screen colour comes out as that colour, within a step of grain."""
    light = np.ones((64, 64, 3), np.float32) * ink(code)
    pixels = Developer(np.random.default_rng(1)).develop(light, 0)
    wanted = [int(code[i : i + 2], 16) for i in (5, 3, 1)]
    assert np.allclose(pixels.reshape(-1, 3).mean(0), wanted, atol=1.0)


def test_moves_start_and_end_gently() -> None:
    """The ease runs from 0 to 1, never back, and slower at both ends than in the middle."""
    way = np.array([eased(share) for share in np.linspace(0, 1, 101)])
    speed = np.diff(way)
    assert (way[0], way[-1]) == (0, 1)
    assert speed.min() > 0
    assert speed[0] < speed[50] / 2
    assert speed[-1] < speed[50] / 2
