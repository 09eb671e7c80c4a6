"""The poster: the best of the frames that go by while a video is encoded; none is drawn for it."""

import cv2
import numpy as np

from core.generators.motion.cutout import salience
from core.generators.motion.images import Field, Pixels
from core.work import Memory

QUALITY = 90
_LOOKS = 24
"""How many frames of a video are looked at."""
_SIDE_PX, _SUBJECT_PX = 320, 160
_BLACK, _WHITE = 12, 245
_MIDDLE_LEVEL = 112.0
_SHARP, _SHARPEST = 40.0, 99
"""A frame is as sharp as its sharpest parts: most of a picture may be sky."""
_LIVELY = 55.0
_STEADY_LEVELS = 24.0
_SKIN_MOST = 0.8
_MIXED = 0.35
_EDGE, _EDGE_SHARE = 0.06, 0.8
"""Share of a video at both ends where posters are rarely good: things begin and end there."""
# Skin of any colour lies near one line of the two colours of YCrCb (Chai, Ngan, "Face segmentation", 1999).
_SKIN_LOW, _SKIN_HIGH = (30, 135, 85), (250, 180, 135)


class BestFrame:
    """Looks at frames as they go by and keeps the best one."""

    def __init__(self, frames: int) -> None:
        """Take the video's length in frames."""
        self._frames = frames
        self._every = max(1, frames // _LOOKS)
        self._best: Pixels | None = None
        self._worth = -1.0
        self._before: Pixels | None = None

    def see(self, number: int, pixels: Pixels, *, mixed: bool = False) -> None:
        """Look at a frame; `mixed` for one that is blended of two."""
        before_or_at = number % self._every
        if before_or_at not in {0, self._every - 1} and self._every > 1:
            return
        small = _small(pixels)
        if before_or_at == 0:
            worth = self._rated(small, number) * (_MIXED if mixed else 1.0)
            if worth > self._worth:
                self._worth, self._best = worth, pixels
        self._before = small

    def _rated(self, small: Pixels, number: int) -> float:
        """Say how good a poster a frame is, from what it shows and how much it changes just then."""
        changes = 0.0 if self._before is None else float(cv2.absdiff(small, self._before).mean())
        steady = 1 / (1 + (changes / _STEADY_LEVELS) ** 2)
        share = number / max(1, self._frames - 1)
        placed = 1.0 if _EDGE <= share <= 1 - _EDGE else _EDGE_SHARE
        return worth(small) * steady * placed

    def jpeg(self) -> Memory:
        """Give the best frame as a JPEG. Raises ValueError when none was seen."""
        if self._best is None:
            raise ValueError("no_frame")
        _, content = cv2.imencode(".jpg", self._best, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
        poster = Memory.empty("poster")
        poster.append(content.tobytes())
        return poster


def worth(small: Pixels) -> float:
    """Say how good a small picture is as a poster, from 0: exposed, sharp, with something that stands out."""
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    lost = float(((grey < _BLACK) | (grey > _WHITE)).mean())
    exposed = (1 - lost) * np.exp(-(((float(grey.mean()) - _MIDDLE_LEVEL) / 90) ** 2))
    detail = np.abs(cv2.Laplacian(grey, cv2.CV_32F))
    sharp = float(np.percentile(detail, _SHARPEST))
    lively = float(grey.std())
    seen = 0.1 + exposed * (0.3 + 2 * sharp / (sharp + _SHARP)) * (0.3 + lively / (lively + _LIVELY))
    return float(seen * (1 + 0.5 * _subject(small)) * min(1.0, lively / 4))


def _subject(small: Pixels) -> float:
    """Say how clearly one thing stands out, 0 to 1, more if it has the colours of a face."""
    shrink = min(1.0, _SUBJECT_PX / max(small.shape[:2]))
    small = cv2.resize(small, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    found = salience(small)
    total = float(found.sum())
    if total <= 0:
        return 0.0
    gathered = 1 - min(1.0, total / (0.35 * found.size))
    skin = cv2.inRange(cv2.cvtColor(small, cv2.COLOR_BGR2YCrCb), _SKIN_LOW, _SKIN_HIGH)
    face = float((found * (skin > 0)).sum()) / total
    return float(np.clip(0.6 * gathered + 0.8 * _blob(face), 0, 1))


def _blob(face: float) -> float:
    """Count skin when it is a good part of what stands out, not when everything has its colour."""
    return face if face < _SKIN_MOST else 0.0


def _small(pixels: Pixels) -> Field:
    shrink = _SIDE_PX / max(pixels.shape[:2])
    return cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
