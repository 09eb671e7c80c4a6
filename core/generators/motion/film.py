"""A film that can be drawn frame by frame, in any order and from several threads."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.generators.motion import camera
from core.generators.motion.camera import Move
from core.generators.motion.encode import FPS
from core.generators.motion.hearing import SILENCE, Hearing
from core.generators.motion.images import Developer, Pixels
from core.generators.motion.scenes.build import build
from core.generators.motion.words import Story
from core.work import Json

MOVE_SECONDS = 5.0
"""Length of a video in which a move goes its normal way; longer ones go further, at the same speed."""
_REACH_MOST = 1.6
_SCENE_MOVES = (Move.PUSH_IN, Move.PUSH_IN, Move.PAN_RIGHT, Move.PAN_LEFT, Move.PULL_OUT)
_CALM, _LIVELY = 0.45, 2.4
"""How fast a scene's time runs in silence and at the loudest moment of a sound that was given."""
_GLOW, _FLASH = 0.32, 0.22
"""What loud moments and strikes add to a scene's light."""


@dataclass(frozen=True)
class Film:
    """`frame_at(number)` draws one of `frames` frames; `scene` is a code of the lexicon, "picture" or "sequence"."""

    scene: str
    move: Move
    frame_at: Callable[[int], Pixels]
    frames: int


def facts_of(scene: str, move: Move, size: tuple[int, int], frames: int) -> dict[str, Json]:
    """Give the facts of a product: what was made, how large and how long."""
    width, height = size
    return {
        "width": width,
        "height": height,
        "frames": frames,
        "fps": FPS,
        "duration_ms": frames * 1000 // FPS,
        "scene": scene,
        "move": move.value,
    }


def reach_of(story: Story, frames: int) -> float:
    """Give how far the camera goes, beside a normal move: by length and by the words for pace."""
    return min(_REACH_MOST, frames / FPS / MOVE_SECONDS * camera.PACES[story.pace])


def scene_film(
    story: Story, size: tuple[int, int], frames: int, rng: np.random.Generator, *, hearing: Hearing = SILENCE
) -> Film:
    """Make a film of the scene that a story names, `size` = (width, height) in pixels.

    A sound that was given drives it: time runs faster and the light grows where it is loud.
    """
    move = story.move or _SCENE_MOVES[int(rng.integers(len(_SCENE_MOVES)))]
    reach = reach_of(story, frames)
    # Any moment of a scene is as good as another: seeds begin at different ones.
    begins_s = rng.uniform(20, 200)
    scene = build(story, size, rng)
    developer = Developer(rng)
    last = max(1, frames - 1)
    times_s = begins_s + _scene_times_s(hearing, frames)

    def frame_at(number: int) -> Pixels:
        pose = camera.nudged(camera.pose(move, number / last, reach), hearing.zoom_at(number))
        light = scene.light(float(times_s[number]), pose)
        if hearing is not SILENCE:
            light *= np.float32(1 + _GLOW * hearing.level_at(number) + _FLASH * hearing.kick_at(number))
        return developer.develop(light, number)

    return Film(story.scene or "abstract", move, frame_at, frames)


def _scene_times_s(hearing: Hearing, frames: int) -> NDArray[np.float64]:
    if hearing is SILENCE:
        return np.arange(frames) / FPS
    speeds = [_CALM + (_LIVELY - _CALM) * hearing.level_at(number) for number in range(frames)]
    return np.concatenate([[0.0], np.cumsum(speeds)[:-1]]) / FPS
