"""One look at the frames that will be shown, small: how the camera moved, where it cuts, what stands out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import av
import cv2
import numpy as np
from av.video.reformatter import Interpolation
from numpy.typing import NDArray

from core.generators.motion.clips.reel import Clip, Reel
from core.generators.motion.clips.timeline import Numbers
from core.generators.motion.cutout import salience
from core.generators.motion.encode import FPS
from core.generators.motion.images import Field, Pixels

Steps = NDArray[np.complex128]
"""frames x 2, turn and shift: what was at z, a complex number of pixels from the frame's middle, went to
turn * z + shift since the frame before.
"""

_SIDE_PX = 480
_THUMB = (32, 18)
_MAP_SIDE_PX = 160
_POINTS, _QUALITY, _APART_PX = 150, 0.01, 9
_POINTS_LEAST = 8
_INTEREST_EVERY = FPS // 5
_CUT_LEAST, _CUT_RATIO, _CUT_COLOURS = 11.0, 3.5, 0.3
"""A cut changes a frame by this many steps of 1/255, this many times more than its neighbours change, and moves this
share of its colours.
"""
_NEIGHBOURS = 6
_CLEAR_CUT = 0.7


@dataclass(frozen=True)
class Survey:
    """What was seen of `numbers`, frames of the clip in order.

    `shots` are the places in `numbers` where shots begin, 0 first. `interest` holds pairs of
    a place and how much each part of the picture matters there (small, sums to 1). `thumbs` are 32 x 18, grey.
    """

    numbers: Numbers
    shots: tuple[int, ...]
    steps: Steps
    thumbs: Field
    interest: tuple[tuple[int, Field], ...]

    def bounds(self) -> list[tuple[int, int]]:
        """Give each shot's begin and end."""
        return list(zip(self.shots, (*self.shots[1:], len(self.numbers)), strict=True))


def surveyed(clip: Clip, numbers: Numbers, on_share: Callable[[float], None], *, interest: bool) -> Survey:
    """Look at frames, each once and in order; `interest` also where something stands out, which takes longer."""
    look = _Look(clip, with_interest=interest)
    with Reel(clip, (clip.width, clip.height)) as reel:
        for place, number in enumerate(numbers):
            look.see(place, reel.frame(int(number)))
            on_share((place + 1) / len(numbers))
    return look.survey(numbers)


class _Look:
    """Sees one frame after the other, and remembers little of each."""

    def __init__(self, clip: Clip, *, with_interest: bool) -> None:
        self._shrink = min(1.0, _SIDE_PX / max(clip.width, clip.height))
        self._size = tuple(max(16, round(side * self._shrink) // 2 * 2) for side in (clip.width, clip.height))
        self._with_interest = with_interest
        self._before: Pixels | None = None
        self._steps: list[tuple[complex, complex]] = []
        self._thumbs: list[Pixels] = []
        self._colours: list[Field] = []
        self._interest: list[tuple[int, Field]] = []

    def see(self, place: int, frame: av.VideoFrame) -> None:
        """Look at the frame at a place, in order."""
        width, height = self._size
        planes = frame.reformat(width, height, "yuv420p", interpolation=Interpolation.BILINEAR).to_ndarray()
        grey: Pixels = np.ascontiguousarray(planes[:height])
        step = _step(self._before, grey) if self._before is not None else np.eye(2, 3)
        if self._with_interest and place % _INTEREST_EVERY == 0:
            picture = cv2.cvtColor(planes, cv2.COLOR_YUV2BGR_I420)
            self._interest.append((place, _interest(picture, self._before, grey, step)))
        self._steps.append(self._measured(step))
        self._thumbs.append(cv2.resize(grey, _THUMB, interpolation=cv2.INTER_AREA))
        self._colours.append(_colours(planes))
        self._before = grey

    def _measured(self, step: Field) -> tuple[complex, complex]:
        """Give a step about the frame's middle, in the clip's own pixels."""
        middle = (np.array(self._size) - 1) / 2
        x, y = (step[:, :2] @ middle + step[:, 2] - middle) / self._shrink
        return complex(step[0, 0], step[1, 0]), complex(x, y)

    def survey(self, numbers: Numbers) -> Survey:
        thumbs = np.array(self._thumbs, np.float32)
        shots = _shots(thumbs, np.array(self._colours))
        return Survey(numbers, shots, np.array(self._steps), thumbs, tuple(self._interest))


def _step(before: Pixels, grey: Pixels) -> Field:
    """Find the turn, size and shift (2 x 3) that most points of a frame went through since the one before."""
    # OpenCV gives None for a picture without a corner, and for points without a common step, whatever its types say.
    points = cast("Field | None", cv2.goodFeaturesToTrack(before, _POINTS, _QUALITY, _APART_PX))
    if points is None or len(points) < _POINTS_LEAST:
        return np.eye(2, 3)
    found, known, _ = cv2.calcOpticalFlowPyrLK(before, grey, points, None, winSize=(15, 15), maxLevel=3)  # type: ignore[call-overload]
    kept = known.ravel() == 1
    if kept.sum() < _POINTS_LEAST:
        return np.eye(2, 3)
    cv2.setRNGSeed(1)
    step, inside = cv2.estimateAffinePartial2D(points[kept], found[kept], ransacReprojThreshold=1.5)
    return np.asarray(step) if inside is not None and inside.sum() >= _POINTS_LEAST else np.eye(2, 3)


def _interest(picture: Pixels, before: Pixels | None, grey: Pixels, step: Field) -> Field:
    """Say what matters: what stands out, and what moves by itself, not with the camera."""
    shrink = _MAP_SIDE_PX / max(picture.shape[:2])
    small = cv2.resize(picture, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    matters = salience(small) ** 2
    if before is not None:
        height, width = grey.shape
        moved = cv2.warpAffine(before, step, (width, height), borderMode=cv2.BORDER_REPLICATE)
        own = cv2.GaussianBlur(cv2.absdiff(moved, grey).astype(np.float32), (0, 0), 3)
        own = np.clip(cv2.resize(own, small.shape[1::-1], interpolation=cv2.INTER_AREA) - 3, 0, 40)
        matters = matters / max(float(matters.sum()), 1e-6) + own / max(float(own.sum()), 200.0)
    return np.asarray(matters / max(float(matters.sum()), 1e-6), np.float32)


def _colours(planes: Pixels) -> Field:
    """Count brightness and both colours, each in 16 steps; sums to 1."""
    height = planes.shape[0] * 2 // 3
    quarter = height + (planes.shape[0] - height) // 2
    parts = planes[:height:4, ::4], planes[height:quarter], planes[quarter:]
    counts = [np.bincount(part.ravel() >> 4, minlength=16) / part.size for part in parts]
    return np.concatenate(counts) / len(counts)


def _shots(thumbs: Field, colours: Field) -> tuple[int, ...]:
    """Find where shots begin: frames that are unlike the one before, while their neighbours are like each other."""
    change = np.abs(np.diff(thumbs, axis=0)).mean((1, 2))
    moved = np.abs(np.diff(colours, axis=0)).sum(1) / 2
    shots = [0]
    for place, (level, share) in enumerate(zip(change, moved, strict=True)):
        around = np.concatenate(
            [change[max(0, place - _NEIGHBOURS) : place], change[place + 1 : place + 1 + _NEIGHBOURS]]
        )
        usual = float(np.median(around)) if len(around) else 0.0
        clear = level > _CUT_LEAST and level > _CUT_RATIO * usual
        if clear and (share > _CUT_COLOURS or not _related(thumbs[place], thumbs[place + 1])):
            shots.append(place + 1)
    return tuple(shots)


def _related(one: Field, other: Field) -> bool:
    """Say whether two small pictures show the same place, lit alike or not: their structure correlates."""
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1]) > _CLEAR_CUT
