"""Stabilise: the camera's path made smooth, cropped just enough that no border shows; intended pans stay.

Points are complex numbers of pixels from the frame's middle; turning, sizing and moving is z -> turn * z + shift.
A rolling shutter's bending is not taken out.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.generators.motion.camera import Matrix
from core.generators.motion.clips.smooth import Line, smoothed, stiffness
from core.generators.motion.clips.survey import Steps, Survey
from core.generators.motion.encode import FPS

PERIOD_S = 2.5
"""Swings of this period are halved; shaking, far quicker, vanishes, and a pan, far slower, stays."""
ZOOM_MOST = 1.2
_ZOOM_LEAST = 1.02
_ROUNDS = 8
_FIRMER = 3.0
_HALVINGS = 12


def steadied(survey: Survey, size: tuple[int, int]) -> list[Matrix]:
    """Give for each surveyed frame the matrix (2 x 3) from the clip's pixels to steady ones of the same `size`.

    Every pixel of the result lies inside the clip's frame. The crop is the same all through a shot.
    """
    matrices: list[Matrix] = []
    for begin, end in survey.bounds():
        away = _within(_path(survey.steps[begin:end]), size)
        zoom = _zoom(away, size)
        matrices += [_matrix(turn, shift, zoom, size) for turn, shift in _moves(away)]
    return matrices


def _path(steps: Steps) -> Line:
    """Give where a shot's first frame went: frames x 4, x and y in pixels, turn in radians, log of size."""
    turn, shift = complex(1), complex(0)
    places = [(turn, shift)]
    for more_turn, more_shift in steps[1:]:
        turn, shift = more_turn * turn, more_turn * shift + more_shift
        places.append((turn, shift))
    turns, shifts = np.array(places).T
    return np.column_stack([shifts.real, shifts.imag, np.unwrap(np.angle(turns)), np.log(np.abs(turns))])


def _moves(line: Line) -> Steps:
    """Turn a line of numbers (x, y, turn, log of size) into turns and shifts."""
    x, y, turn, size = line.T
    return np.column_stack([np.exp(size + 1j * turn), x + 1j * y])


def _away(path: Line, smooth: Line) -> Line:
    """Give what moves each frame from where it is to where it should be."""
    (turn, shift), (wanted_turn, wanted_shift) = _moves(path).T, _moves(smooth).T
    change = wanted_turn / turn
    moved = wanted_shift - change * shift
    return np.column_stack([moved.real, moved.imag, np.angle(change), np.log(np.abs(change))])


def _within(path: Line, size: tuple[int, int]) -> Line:
    """Give how far to move each frame, so that a crop of ZOOM_MOST is enough: firmer where the path swings wide."""
    weight = stiffness(PERIOD_S * FPS)
    trust = np.ones(len(path))
    away = _away(path, smoothed(path, weight))
    for _ in range(_ROUNDS):
        wide = ~_covered(away, ZOOM_MOST, size)
        if not wide.any():
            return away
        near = np.convolve(wide, np.ones(FPS), "same")[: len(path)] > 0
        trust = np.where(near, trust * _FIRMER, trust)
        away = _away(path, smoothed(path, weight, trust))
    return away * _largest(lambda share: bool(_covered(away * share, ZOOM_MOST, size).all()))


def _zoom(away: Line, size: tuple[int, int]) -> float:
    """Find the smallest crop that covers each frame."""
    room = ZOOM_MOST - _ZOOM_LEAST
    spared = _largest(lambda share: bool(_covered(away, ZOOM_MOST - share * room, size).all()))
    return ZOOM_MOST - spared * room


def _largest(holds: Callable[[float], bool]) -> float:
    """Find the largest share, 0 to 1, that something holds for, by halving."""
    if holds(1.0):
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def _covered(away: Line, zoom: float, size: tuple[int, int]) -> NDArray[np.bool_]:
    """Say of each frame whether all four corners of the result come from inside it."""
    half = (np.array(size) - 1) / 2
    corners = np.array([complex(x, y) for x in (-half[0], half[0]) for y in (-half[1], half[1])])
    turn, shift = _moves(away).T
    came = (corners[:, None] / zoom - shift) / turn
    return np.asarray(((abs(came.real) <= half[0]) & (abs(came.imag) <= half[1])).all(0))


def _matrix(turn: complex, shift: complex, zoom: float, size: tuple[int, int]) -> Matrix:
    """Write turn and shift, then a crop about the middle, as a matrix of pixels."""
    middle = (np.array(size) - 1) / 2
    linear = zoom * np.array([[turn.real, -turn.imag], [turn.imag, turn.real]])
    return np.column_stack([linear, middle + zoom * np.array([shift.real, shift.imag]) - linear @ middle])
