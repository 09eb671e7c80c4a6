"""Extend: a short clip made longer without a visible jump, as a loop where it meets itself, or there and back."""

import numpy as np
from numpy.typing import NDArray

from core.generators.motion.clips.survey import Survey
from core.generators.motion.clips.timeline import Shares, Timeline, plain
from core.generators.motion.images import Field

_BLEND_MOST = 15
"""Frames over which the end of a loop turns into its beginning: half a second."""
_LOOP_LEAST = 24
_TURN = 31
"""Frames that a turn takes: it slows down, stands for an instant, and goes back."""
_ALIKE_FRAMES = 4
_ALIKE_LEVELS = 1.5
"""Two moments meet when they differ by no more than a few frames of the clip's own motion, and this much noise."""
_WHOLE = 1e-6


def lengthened(survey: Survey, frames: int) -> Timeline:
    """Give a timeline of `frames` frames from fewer: a loop if the clip meets itself somewhere, else there and back."""
    numbers = survey.numbers
    if len(numbers) >= frames:
        return plain(numbers[:frames])
    seam = meeting(survey)
    places, others, share = _looped(*seam, frames) if seam else _there_and_back(len(numbers), frames)
    return Timeline(numbers[places], numbers[others], share)


def meeting(survey: Survey) -> tuple[int, int, int] | None:
    """Find where a clip comes back to itself: an early and a late place, and for how many frames they go together."""
    length = len(survey.numbers)
    blend = min(_BLEND_MOST, length // 4)
    if length < _LOOP_LEAST + blend or len(survey.shots) > 1:
        return None
    thumbs = survey.thumbs.reshape(length, -1)
    unlike = np.array([np.abs(thumbs - one).mean(1) for one in thumbs], np.float32)
    usual = float(np.median(np.diagonal(unlike, _ALIKE_FRAMES)))
    costs = _together(unlike, blend)
    places = np.arange(len(costs))
    costs[places[None, :] - places[:, None] < max(_LOOP_LEAST, length // 3)] = np.inf
    early, late = np.unravel_index(int(costs.argmin()), costs.shape)
    if costs[early, late] > usual + _ALIKE_LEVELS:
        return None
    return int(early), int(late), blend


def _together(unlike: Field, blend: int) -> Field:
    """Give how unlike two places are, on average over the frames that follow both."""
    starts = len(unlike) - blend
    return np.asarray(sum(unlike[k : k + starts, k : k + starts] for k in range(blend)) / blend, np.float32)


def _looped(early: int, late: int, blend: int, frames: int) -> tuple[NDArray[np.int64], NDArray[np.int64], Shares]:
    """Play to `late`, then again and again from `early`, blended over where both go together."""
    time = np.arange(frames)
    turn = late - early
    place = np.where(time < late, time, early + (time - early) % turn)
    blending = (time >= late) & (place < early + blend)
    ease = (place - early + 1) / (blend + 1)
    share = np.where(blending, ease * ease * (3 - 2 * ease), 0.0)
    return np.where(blending, place + turn, place), place, share


def _there_and_back(length: int, frames: int) -> tuple[NDArray[np.int64], NDArray[np.int64], Shares]:
    """Play to the end, turn gently, play back, turn again."""
    last = length - 1
    turn = min(_TURN, max(1, length // 2)) | 1
    time = np.arange(-(turn // 2), frames + turn // 2)
    straight = np.where(time < 0, time, last - np.abs(time % max(1, 2 * last) - last))
    ease = np.hanning(turn + 2)[1:-1]
    place = np.clip(np.convolve(straight, ease / ease.sum(), "valid"), 0, last)
    first = np.floor(place + _WHOLE).astype(np.int64)
    share = np.clip(place - first, 0, 1)
    share[share < _WHOLE] = 0
    return first, np.minimum(np.where(share > 0, first + 1, first), last), np.asarray(share, np.float64)
