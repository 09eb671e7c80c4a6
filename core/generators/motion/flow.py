"""Pictures between two pictures, by optical flow in both directions.

Flow: Kroeger, Timofte, Dai, Van Gool, "Fast optical flow using dense inverse search", 2016 (OpenCV's DIS).
"""

from functools import lru_cache
from threading import Lock

import cv2
import numpy as np

from core.generators.motion.images import Field, Pixels

_SIDE_PX = 640
_ROUNDS = 2
_FINEST, _REFINED = 1, 5
_STRAY_PX = 3.0
_STRANGE_LEVELS, _STRANGE_STRAY = 12.0, 3.0
"""Two pictures show two things when the flow leaves this mean difference, in steps of 1/255, and half of all points
stray this far on the way there and back.
"""
_UNSURE_LEAST = 1e-3


class Between:
    """Two pictures of one scene; gives any moment between them. The flow is computed once, when first needed."""

    def __init__(self, first: Pixels, second: Pixels, *, mixed_anyway: bool = False) -> None:
        """Take two pictures of the same size; `mixed_anyway` also if they show different things."""
        self._first, self._second = first, second
        self._mixed_anyway = mixed_anyway
        self._lock = Lock()
        self._flows: _Flows | None = None

    @property
    def strangers(self) -> bool:
        """Say whether the two show different things, as before and after a cut."""
        return self._known().strange and not self._mixed_anyway

    def at(self, share: float) -> Pixels:
        """Draw the moment at a share (0 to 1) of the way. Of strangers it gives the nearer one, never a mixture."""
        if share <= 0 or (self.strangers and share < 0.5):  # noqa: PLR2004 - the middle
            return self._first
        if share >= 1 or self.strangers:
            return self._second
        flows = self._known()
        back, sure_first = flows.moment(flows.there, flows.stray_first, share)
        onwards, sure_second = flows.moment(flows.back, flows.stray_second, 1 - share)
        first, second = _moved(self._first, back), _moved(self._second, onwards)
        one, other = (1 - share) * sure_first, share * sure_second
        weight = cv2.resize(other / (one + other), first.shape[1::-1], interpolation=cv2.INTER_LINEAR)
        return _mixed(first, second, weight)

    def _known(self) -> "_Flows":
        with self._lock:
            if self._flows is None:
                self._flows = _Flows(self._first, self._second)
            return self._flows


class _Flows:
    """Flow there and back on small copies, how far both stray from each other, and whether they explain anything."""

    def __init__(self, first: Pixels, second: Pixels) -> None:
        shrink = min(1.0, _SIDE_PX / max(first.shape[:2]))
        one, other = (_grey(picture, shrink) for picture in (first, second))
        dis = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_FAST)
        dis.setFinestScale(_FINEST)
        dis.setVariationalRefinementIterations(_REFINED)
        self.there = dis.calc(one, other, None)  # type: ignore[call-overload]
        self.back = dis.calc(other, one, None)  # type: ignore[call-overload]
        self.stray_first = _stray(self.there, self.back)
        self.stray_second = _stray(self.back, self.there)
        explained = cv2.absdiff(_moved(other, self.there), one)
        strays = min(float(np.median(stray)) for stray in (self.stray_first, self.stray_second))
        self.strange = float(explained.mean()) > _STRANGE_LEVELS and strays > _STRANGE_STRAY

    def moment(self, flow: Field, stray: Field, share: float) -> tuple[Field, Field]:
        """Give where a picture's points come from at a moment, and how sure that is: found by a few rounds."""
        back = -share * flow
        for _ in range(_ROUNDS):
            back = -share * _moved(flow, back)
        return back, np.exp(-_moved(stray, back) / _STRAY_PX) + _UNSURE_LEAST


def _grey(picture: Pixels, shrink: float) -> Pixels:
    small = cv2.resize(picture, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY))


def _stray(flow: Field, back: Field) -> Field:
    """Give how far from its place a point is after going there and back, beside the length of the way."""
    gone = flow + _moved(back, flow)
    return np.asarray((gone**2).sum(2) / (0.02 * (flow**2).sum(2) + 0.5), np.float32)


def _moved(picture: Pixels, flow: Field) -> Pixels:
    """Take each pixel from where the flow (of this size or smaller) points to."""
    height, width = picture.shape[:2]
    scale = width / flow.shape[1]
    if flow.shape[:2] != (height, width):
        flow = cv2.resize(flow, (width, height), interpolation=cv2.INTER_LINEAR)
    places = cv2.scaleAdd(flow, scale, _grid(width, height))
    return np.asarray(cv2.remap(picture, places, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))  # type: ignore[call-overload]


@lru_cache(maxsize=4)
def _grid(width: int, height: int) -> Field:
    return np.dstack(np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32)))


def _mixed(first: Pixels, second: Pixels, weight: Field) -> Pixels:
    """Blend by the second picture's share in each pixel."""
    return np.asarray(cv2.blendLinear(first, second, 1 - weight, weight))
