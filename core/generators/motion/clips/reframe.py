"""Reframe: cut a clip to another shape where it matters, with the calm hand of an operator, or show it whole."""

import numpy as np
from numpy.typing import NDArray

from core.generators.motion.clips.smooth import Line, smoothed, stiffness
from core.generators.motion.clips.survey import Survey
from core.generators.motion.encode import FPS
from core.generators.motion.images import Field

KEPT_LEAST = 0.55
"""Share of what matters that a crop must hold; else the clip is shown whole before a blurred copy of itself."""
_KEPT_ANYWAY = 0.6
"""A crop that keeps this share of the picture is made whatever it cuts off."""
_SAME_SHAPE = 0.02
_PLACES = 49
_PAN_COST = 1.5
"""What a pan across the whole way costs, in looks (5 a second) that miss everything."""
_EASE_S = 2.5


def window_of(survey_size: tuple[int, int], wanted: tuple[int, int]) -> tuple[float, float]:
    """Give width and height of the largest window of the wanted shape, in pixels of the clip."""
    width, height = survey_size
    shape = wanted[0] / wanted[1]
    if abs(width / height / shape - 1) < _SAME_SHAPE:
        return float(width), float(height)
    return min(width, height * shape), min(height, width / shape)


def needs_window(size: tuple[int, int], wanted: tuple[int, int]) -> bool:
    """Say whether the shapes differ."""
    return window_of(size, wanted) != (size[0], size[1])


def followed(survey: Survey, size: tuple[int, int], window: tuple[float, float]) -> Line | None:
    """Give the window's middle for each surveyed frame (frames x 2, pixels of the clip); None to show the clip whole.

    The window stands still or pans evenly; it jumps only where the clip cuts.
    """
    across = window[0] < size[0]
    share = window[0] / size[0] if across else window[1] / size[1]
    way, kept = _route(survey, share, 0 if across else 1)
    if share < _KEPT_ANYWAY and kept < KEPT_LEAST:
        return None
    middles = np.tile((np.array(size) - 1) / 2, (len(survey.numbers), 1))
    length, part = (size[0], window[0]) if across else (size[1], window[1])
    middles[:, 0 if across else 1] = (part - 1) / 2 + way * (length - part)
    return middles


def _route(survey: Survey, share: float, axis: int) -> tuple[Line, float]:
    """Give where the window is along its way, 0 to 1, for each frame; and the share of what matters that it holds."""
    way = np.full(len(survey.numbers), 0.5)
    kept = []
    for begin, end in survey.bounds():
        looks = [(place, field.sum(axis)) for place, field in survey.interest if begin <= place < end]
        if not looks:
            continue
        held = np.array([_held(weights, share) for _, weights in looks])
        centred = np.array([_centred(weights, share) for _, weights in looks])
        chosen = _calmest((held + centred) / 2)
        kept.append(held[np.arange(len(looks)), chosen].mean())
        stops = np.interp(np.arange(begin, end), [place for place, _ in looks], chosen / (_PLACES - 1))
        way[begin:end] = np.clip(smoothed(stops, stiffness(_EASE_S * FPS)), 0, 1)
    return way, float(min(kept, default=0.0))


def _held(weights: Field, share: float) -> NDArray[np.float64]:
    """Give the share of all weight in a window at each of _PLACES places along its way."""
    return _within(weights, np.linspace(0, 1 - share, _PLACES), share)


def _centred(weights: Field, share: float) -> NDArray[np.float64]:
    """Give the share of all weight in the middle half of that window."""
    return _within(weights, np.linspace(0, 1 - share, _PLACES) + share / 4, share / 2)


def _within(weights: Field, starts: NDArray[np.float64], share: float) -> NDArray[np.float64]:
    sums = np.concatenate([[0.0], np.cumsum(weights, dtype=np.float64)])
    steps = np.linspace(0, 1, len(sums))
    return np.asarray((np.interp(starts + share, steps, sums) - np.interp(starts, steps, sums)) / max(sums[-1], 1e-9))


def _calmest(held: NDArray[np.float64]) -> NDArray[np.int64]:
    """Choose places that hold much without moving much: the best route of all (Viterbi, 1967)."""
    places = np.arange(_PLACES)
    pans = np.abs(places[:, None] - places[None, :]) / (_PLACES - 1) * _PAN_COST
    cost = 1 - held[0]
    came = []
    for look in held[1:]:
        ways = cost[None, :] + pans
        came.append(ways.argmin(1))
        cost = ways.min(1) + 1 - look
    route = [int(cost.argmin())]
    for back in reversed(came):
        route.append(int(back[route[-1]]))
    return np.array(route[::-1])
