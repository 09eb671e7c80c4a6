"""Several pictures: each gives way to the next by a move that carries, in rhythm, and every one is seen."""

from itertools import pairwise

import cv2
import numpy as np
import pytest

from core.generators.motion.album import Album
from core.generators.motion.camera import Move, Pose
from core.generators.motion.crossings import Crossing, View, crossed
from core.generators.motion.encode import FPS
from core.generators.motion.hearing import SILENCE, Hearing
from core.generators.motion.images import Pixels
from core.generators.motion.morph import alike
from core.generators.motion.noise import spectral
from core.generators.motion.sequence import planned
from core.generators.motion.task import film_of
from core.generators.motion.wanted import Wanted, wanted_of
from core.work import Memory, Refusal, Work
from tests.media.test_motion_frames import difference
from tests.media.test_motion_video import photo

SIZE = (320, 180)
MOVES = [one for one in Crossing if one is not Crossing.CUT]


def picture(seed: int, size: tuple[int, int] = (480, 270)) -> Pixels:
    """Draw something with the detail of a photo in colours of its own."""
    rng = np.random.default_rng(seed)
    light = cv2.GaussianBlur(spectral(rng, 1024, 2.0, lowest=4)[: size[1], : size[0]], (0, 0), 1.2)
    colour = rng.uniform(60, 190, 3)
    return np.clip(colour + light[..., None] * rng.uniform(15, 40, 3), 0, 255).astype(np.uint8)


def wanted(*pictures: Pixels, prompt: str = "", seconds: float = 4, seed: int = 5, shape: str = "16:9") -> Wanted:
    """Order a small film of pictures."""
    inputs = tuple(Memory.of(cv2.imencode(".png", one)[1].tobytes()) for one in pictures)
    parameters = {"prompt": prompt, "shape": shape, "seconds": seconds, "seed": seed, "short_side": 180}
    return wanted_of(Work(parameters, inputs))


def both_seen(view: Pixels) -> float:
    """Give the share of pixels in which a red and a blue picture are seen at once."""
    weaker = np.minimum(view[..., 0], view[..., 2]).astype(np.float32)
    return float((weaker > 0.2 * np.maximum(view[..., 0], view[..., 2])).mean())


def red_and_blue() -> tuple[View, View]:
    """Give two pictures without a common colour."""
    red, blue = (np.zeros((180, 320, 3), np.uint8) for _ in range(2))
    red[..., 2], blue[..., 0] = (picture(seed, SIZE).max(2) for seed in (1, 2))
    focus = (0.4, 0.55)
    return View(lambda _pose: red, Pose(), focus), View(lambda _pose: blue, Pose(), focus)


@pytest.mark.parametrize("crossing", MOVES)
def test_no_crossing_shows_two_pictures_at_once(crossing: Crossing) -> None:
    """At every moment at least 7 of 8 pixels belong to one picture; in the middle of a dissolve none would."""
    first, second = red_and_blue()
    shares = [number / 40 for number in range(41)]
    assert max(both_seen(crossed(crossing, first, second, share)) for share in shares) < 1 / 8
    dissolved = cv2.addWeighted(first.plain(), 0.5, second.plain(), 0.5, 0)
    assert both_seen(dissolved) > 0.9


@pytest.mark.parametrize("crossing", MOVES)
def test_a_crossing_goes_all_the_way_and_never_jumps(crossing: Crossing) -> None:
    """It begins with the first picture, ends with the second, and no step of 40 is more than a quarter of the way."""
    first, second = red_and_blue()
    views = [crossed(crossing, first, second, number / 40) for number in range(41)]
    assert np.array_equal(views[0], first.plain())
    assert np.array_equal(views[-1], second.plain())
    steps = [difference(one, other) for one, other in pairwise(views)]
    assert max(steps) < difference(views[0], views[-1]) / 4


@pytest.mark.parametrize("prompt", ["", "zoom in", "orbit", "fast", "pan left"])
def test_a_film_of_two_begins_with_the_one_and_ends_with_the_other(prompt: str) -> None:
    """The first frame is the start picture, the last the end picture, and each is seen for a quarter of the time."""
    start, end = picture(1), picture(2)
    film = film_of(wanted(start, end, prompt=prompt), SILENCE)
    whole = [cv2.resize(one, SIZE, interpolation=cv2.INTER_AREA) for one in (start, end)]
    assert film.frames == 120
    assert difference(film.frame_at(0), whole[0]) < 4
    assert difference(film.frame_at(119), whole[1]) < 4
    for number in (0, 30, 89, 119):
        nearer, farther = whole if number < 60 else reversed(whole)
        assert difference(film.frame_at(number), nearer) < difference(film.frame_at(number), farther) / 2


def test_pictures_of_the_same_thing_flow_into_each_other() -> None:
    """Two views of one thing are joined by its motion: the middle is as sharp as the ends, and no ghost of both."""
    whole = picture(3, (600, 400))
    start, end = whole[20:290, 20:500], whole[32:302, 44:524]
    assert alike(start, end)
    assert not alike(start, picture(4))
    film = film_of(wanted(start, end), SILENCE)
    middle = film.frame_at(60)[20:-20, 20:-20]
    truth = cv2.resize(whole[26:296, 32:512], SIZE, interpolation=cv2.INTER_AREA)[20:-20, 20:-20]
    dissolved = cv2.addWeighted(film.frame_at(0), 0.5, film.frame_at(119), 0.5, 0)[20:-20, 20:-20]
    assert difference(middle, truth) < difference(dissolved, truth) / 2
    assert sharpness(middle) > 0.8 * sharpness(truth) > sharpness(dissolved)


def sharpness(view: Pixels) -> float:
    """Give the mean strength of edges."""
    return float(np.abs(cv2.Laplacian(cv2.cvtColor(view, cv2.COLOR_BGR2GRAY), cv2.CV_32F)).mean())


@pytest.mark.parametrize("count", [3, 5, 10])
def test_every_picture_of_a_sequence_is_seen_and_no_move_comes_twice_in_a_row(count: int) -> None:
    """Pictures share the time evenly, in their order; a move differs from the two before it."""
    order = wanted(*(picture(seed) for seed in range(count)), seconds=12)
    plan = planned(order, SILENCE)
    assert len(plan.moves) == count
    assert all(len({*moves}) == 3 for moves in zip(plan.moves, plan.moves[1:], plan.moves[2:], strict=False))
    alone = [0, *(join.end for join in plan.joins)], [*(join.begin for join in plan.joins), plan.frames]
    assert all(until - since > 0.5 * plan.frames / count for since, until in zip(*alone, strict=True))
    assert {one.crossing for one in plan.joins} <= set(MOVES)


def test_a_sequence_shows_its_pictures_in_their_order() -> None:
    """In the middle of each picture's time that picture is seen."""
    pictures = [picture(seed) for seed in range(4)]
    film = film_of(wanted(*pictures, seconds=4, prompt="static"), SILENCE)
    whole = [cv2.resize(one, SIZE, interpolation=cv2.INTER_AREA) for one in pictures]
    seen = [film.frame_at(15 + 30 * number) for number in range(4)]
    nearest = [int(np.argmin([difference(view, one) for one in whole])) for view in seen]
    assert (film.scene, film.move, nearest) == ("sequence", Move.STILL, [0, 1, 2, 3])


def test_too_many_pictures_make_a_film_longer() -> None:
    """Each picture gets a second at least: ten pictures in 3 s become 10 s."""
    order = wanted(*(picture(1) for _ in range(10)), seconds=3)
    assert (order.frames, order.asked_frames) == (10 * FPS, 3 * FPS)
    assert wanted(picture(1), picture(2), seconds=3).frames == 3 * FPS


def test_cuts_fall_on_beats() -> None:
    """With a beat, pictures change on it."""
    beats = tuple(range(7, 300, 16))
    hearing = Hearing(np.ones(300), np.zeros(300), beats)
    plan = planned(wanted(*(picture(seed) for seed in range(5)), seconds=10), hearing)
    cuts = [join.begin for join in plan.joins if join.crossing is Crossing.CUT]
    assert cuts
    assert set(cuts) <= set(beats)
    assert {join.begin + join.length // 2 for join in plan.joins} <= set(beats)


def test_two_pictures_at_most_are_held() -> None:
    """However many pictures a film has, two of them lie in memory, and each is the same when it comes again."""
    order = wanted(*(picture(seed) for seed in range(4)))
    album = Album(order.pictures, order.size, [1.1] * 4, lambda number: order.chance(1, number))
    first = album.leaf(0).draw(Pose())
    leaves = [album.leaf(number) for number in (1, 2, 3)]
    assert album.held == (2, 3)
    assert len({leaf.layers.behind.tobytes() for leaf in leaves}) == 3
    assert np.array_equal(album.leaf(0).draw(Pose()), first)


def test_a_picture_among_others_that_is_none_is_refused() -> None:
    """A foreign file in the middle of a sequence is refused with a code."""
    order = wanted(picture(1), picture(2), picture(3))
    broken = wanted_of(
        Work({"prompt": "", "shape": "16:9", "seconds": 3, "seed": 1}, (Memory.of(photo()), Memory.of(b"x")))
    )
    assert film_of(order, SILENCE).frames == 120
    with pytest.raises(Refusal) as refusal:
        film_of(broken, SILENCE)
    assert refusal.value.code == "picture_unreadable"
