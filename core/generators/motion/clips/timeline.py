"""Which frames of a clip are shown when: 30 a second out of any rate, slowed, looped, or there and back."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.generators.motion.encode import FPS

Numbers = NDArray[np.int64]
Shares = NDArray[np.float64]

_LOOK_S = 0.01
"""A frame is looked at a little after it is due: no rate from 24 to 240 then has frames that change just there."""
_REAL_NEARBY = 0.1
"""Share of the gap between two real frames within which the real one is shown instead of one in between."""
_HELD_FROM_S = 0.25
"""A frame that is shown for longer than this stands still on purpose: nothing is drawn between it and the next."""
_SLOW_HIGH_RATE, _SLOW_NORMAL, SLOWEST = 4.0, 2.0, 8.0
_HIGH_RATE_HZ = 90.0


@dataclass(frozen=True)
class Timeline:
    """For each frame of the video: the two frames of the clip that it lies between, and how far, 0 to 1."""

    first: Numbers
    second: Numbers
    share: Shares

    @property
    def frames(self) -> int:
        """How many frames the video has."""
        return len(self.first)


def plain(numbers: Numbers) -> Timeline:
    """Show these frames as they are."""
    return Timeline(numbers, numbers, np.zeros(len(numbers)))


def sampled(times_s: Shares, start_s: float, frames: int) -> Numbers:
    """Choose the frame that is on screen at each thirtieth of a second: right for any rate, also a variable one."""
    at_s = start_s + np.arange(frames) / FPS + _LOOK_S
    return np.clip(np.searchsorted(times_s, at_s, side="right") - 1, 0, len(times_s) - 1)


def frames_left(duration_s: float, start_s: float, most: int) -> int:
    """Give how many thirtieths of a second there are from `start_s` on, at most `most`, at least one."""
    return max(1, min(most, round((duration_s - start_s) * FPS)))


def slowness(times_s: Shares, start_s: float, duration_s: float, frames: int) -> float:
    """Choose how much slower than life: by the frames there are, and more if the clip would be over too soon."""
    rate_hz = (len(times_s) - 1) / max(times_s[-1] - times_s[0], 1e-6)
    usual = _SLOW_HIGH_RATE if rate_hz >= _HIGH_RATE_HZ else _SLOW_NORMAL
    return min(SLOWEST, max(usual, frames / FPS / max(duration_s - start_s, 1 / FPS)))


def slowed(times_s: Shares, start_s: float, frames: int, factor: float) -> Timeline:
    """Go `factor` times slower. A real frame is shown wherever there is one; else a place between two."""
    at_s = np.minimum(start_s + np.arange(frames) / FPS / factor, times_s[-1])
    first = np.clip(np.searchsorted(times_s, at_s + 1e-9, side="right") - 1, 0, len(times_s) - 1)
    second = np.minimum(first + 1, len(times_s) - 1)
    gap = times_s[second] - times_s[first]
    share = np.where(gap > 0, (at_s - times_s[first]) / np.maximum(gap, 1e-9), 0.0)
    share[(gap > _HELD_FROM_S) | (share < _REAL_NEARBY)] = 0.0
    onwards = share > 1 - _REAL_NEARBY
    first = np.where(onwards, second, first)
    share[onwards] = 0.0
    return Timeline(first, np.where(share > 0, second, first), share)
