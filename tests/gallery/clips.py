"""The gallery's half that begins with clips: each is filmed by tests/gallery/footage.py and made by the motion task."""

from collections.abc import Iterable, Iterator

import cv2
import numpy as np

from core.generators.motion.images import Pixels
from core.generators.motion.task import render
from core.videos import Effect
from core.work import Memory, Work
from tests.fakes.footage import clip, decoded
from tests.gallery.footage import SIZE, balloon, laid_over, living, shaky, still
from tests.gallery.piece import FRAMES, Piece

SEED = 7
RED, BLUE = ((40, 50, 205), (80, 200, 250)), ((190, 90, 30), (240, 225, 215))


def made(
    frames: Iterable[Pixels],
    effect: Effect,
    *,
    shape: str = "16:9",
    seconds: int = 3,
    fps: float = 30.0,
    start_ms: int = 0,
) -> Memory:
    """Make a clip of frames, and a video of the clip."""
    parameters = {
        "prompt": "",
        "shape": shape,
        "seconds": seconds,
        "seed": SEED,
        "effect": effect.value,
        "start_ms": start_ms,
        "media": ["video/mp4"],
    }
    with clip(frames, fps=fps) as given:
        return render(Work(parameters, (given,)), lambda _share: None).parts["video"]


def flight(
    frames: int, speed_px: float, *, begin_px: float = 150.0, prompt: str = "mountains lake day", seed: int = 4
) -> Iterator[Pixels]:
    """Film a red balloon that crosses a lake, and a small blue one far behind it."""
    scene = cv2.resize(still(prompt, seed), SIZE, interpolation=cv2.INTER_AREA)
    near, far = balloon(190, RED), balloon(70, BLUE)
    for place in range(frames):
        behind = laid_over(scene, far, 980 - 0.12 * speed_px * place, 170 + 8 * np.sin(place / 40))
        yield laid_over(
            behind, near, begin_px + speed_px * place, 330 + 26 * np.sin(place / 28), 5 * np.sin(place / 21)
        )


def far_apart(frames: int) -> Iterator[Pixels]:
    """Film two balloons that rise at both ends of a desert."""
    scene = cv2.resize(still("desert", 2), SIZE, interpolation=cv2.INTER_AREA)
    one, other = balloon(170, RED), balloon(170, BLUE)
    for place in range(frames):
        both = laid_over(scene, one, 150 + 9 * np.sin(place / 19), 430 - 1.6 * place)
        yield laid_over(both, other, 1120 + 9 * np.sin(place / 23), 290 + 0.9 * place)


def blended(frames: list[Pixels]) -> list[Pixels]:
    """Lay runs of frames over each other: whatever shakes is blurred."""
    runs = [frames[place : place + 12] for place in np.linspace(0, len(frames) - 12, FRAMES // 2).astype(int)]
    return [np.mean(run, axis=0).astype(np.uint8) for run in runs]


def stabilised() -> list[Pixels]:
    """Steady a shaky clip; each picture is twelve frames laid over each other."""
    given = list(shaky(still("mountains day", 4), 90, 1, pan_px=40))
    steady = decoded(made(given, Effect.STABILISE))
    return [*blended(given), *blended(steady)]


def slow_between() -> list[Pixels]:
    """Slow a quick flight down by half; neighbours, so that every second picture is one that was never filmed."""
    shown = decoded(made(flight(46, 22.0), Effect.SLOW))
    return shown[40:46]


def across_a_cut() -> list[Pixels]:
    """Slow down a clip with a cut in it; the frames around the cut."""
    scenes = [*flight(20, 10.0), *shaky(still("city dusk", 6), 25, 3)]
    shown = decoded(made(scenes, Effect.SLOW))
    return shown[37:43]


def in_a_loop() -> list[Pixels]:
    """Lengthen two seconds of fire to five; frames around the place where it begins again."""
    return decoded(made(living("fire static", 1, 60), Effect.EXTEND, seconds=5))[42:72:5]


PIECES = (
    Piece(
        "clip_followed_to_9x16",
        "A clip at 16:9, cut to 9:16. The window follows the red balloon, pans evenly and never jumps. It keeps "
        "a third of the width, so the small blue balloon is out of sight at first.",
        lambda: made(flight(120, 8.0), Effect.NONE, shape="9:16", seconds=4),
    ),
    Piece(
        "clip_whole_in_9x16",
        "Two balloons at both ends: a cut to 9:16 would lose one of them, so the clip is shown whole before a dark, "
        "blurred copy of itself.",
        lambda: made(far_apart(90), Effect.NONE, shape="9:16"),
    ),
    Piece(
        "clip_stabilised",
        "A slow pan by an unsteady hand. Each picture is twelve frames laid over each other: above as it was given, "
        "below stabilised. What is still soft below is the pan, which was meant. The crop costs a few percent of the "
        "picture.",
        stabilised,
    ),
    Piece(
        "clip_slow_motion_at_half_speed",
        "Six frames in a row of a flight at half speed: every second one was never filmed but drawn between its "
        "neighbours by optical flow. At the balloon's edge, where "
        "the lake behind it comes and goes, it can smear a little.",
        slow_between,
    ),
    Piece(
        "clip_slow_motion_from_240_a_second",
        "A clip of 240 frames a second, four times slower: only frames that were filmed, every second one.",
        lambda: made(flight(320, 3.0, begin_px=100, prompt="desert", seed=2), Effect.SLOW, seconds=5, fps=240),
    ),
    Piece(
        "clip_slow_motion_over_a_cut",
        "Six frames in a row around a cut, at half speed. Nothing of one shot shines through the other.",
        across_a_cut,
    ),
    Piece(
        "clip_as_a_cartoon",
        "A hand-held clip as a cartoon: flat colours in soft steps, dark lines. Very fine detail keeps its texture.",
        lambda: made(flight(90, 8.0, begin_px=200, prompt="field of flowers day", seed=8), Effect.CARTOON),
    ),
    Piece(
        "clip_in_pencil",
        "A clip drawn in pencil on paper that stands still. Water and cloud turn to many small "
        "strokes, which cost bytes.",
        lambda: made(flight(90, 8.0, begin_px=200), Effect.PENCIL),
    ),
    Piece(
        "clip_as_a_painting",
        "A clip of the sea as a painting on canvas: strokes follow the waves, and small things melt.",
        lambda: made(living("sea sunset", 3, 90), Effect.PAINT),
    ),
    Piece(
        "clip_extended_in_a_loop",
        "Two seconds of fire, lengthened to five. These frames stand around the place where it begins again: half a "
        "second of each goes over into the other.",
        in_a_loop,
    ),
    Piece(
        "clip_extended_there_and_back",
        "Two seconds of a flight, lengthened to five. It never comes back to where it began, so it goes there and "
        "back and turns gently; a balloon may fly backwards, a person had better not.",
        lambda: made(flight(60, 8.0, begin_px=300), Effect.EXTEND, seconds=5),
    ),
)
