"""Smooth paths: as close to where something was as a hand, or an operator, would have gone."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Line = NDArray[np.float64]


def stiffness(period_frames: float) -> float:
    """Give the weight of bending that halves a swing of this period (in frames); quicker ones all but vanish.

    A swing of angular frequency w is passed by 1 / (1 + weight * (2 - 2 cos w)^2).
    """
    return float(1 / (2 - 2 * np.cos(2 * np.pi / period_frames)) ** 2)


def smoothed(path: Line, weight: float, trust: Line | None = None) -> Line:
    """Bend a path (frames, or frames x numbers) as little as possible: Whittaker's smoother, of second differences.

    Straight runs, a pan at an even pace, stay as they are. `trust` says how much each frame counts, 1 unless given.
    Whittaker, "On a new method of graduation", 1923.
    """
    frames = len(path)
    if frames < 3:  # noqa: PLR2004 - no bend without three
        return path.copy()
    trusted = np.ones(frames) if trust is None else trust
    return np.asarray(np.linalg.solve(np.diag(trusted) + weight * _bending(frames), (trusted * path.T).T))


@lru_cache(maxsize=2)
def _bending(frames: int) -> Line:
    """Give the square of all second differences as a matrix."""
    bending = np.zeros((frames, frames))
    for row, first in enumerate((1.0, -2.0, 1.0)):
        for column, second in enumerate((1.0, -2.0, 1.0)):
            places = np.arange(frames - 2)
            bending[places + row, places + column] += first * second
    return bending
