"""How a frame of a clip becomes one of the video: a window cut out of it, or the whole before a blurred copy."""

import cv2
import numpy as np

from core.generators.motion.camera import Matrix
from core.generators.motion.images import Field, Pixels, blurred

_DARKER, _SHADOW = 0.62, 0.45
_SHADOW_SHARE, _BLUR_SHARE = 1 / 45, 1 / 34
"""How wide the shadow and the blur of what lies behind are, beside the longer side."""
_GRAIN_LEVELS = 1.2
_SAME_PX = 1e-3
_BEHIND_SHRUNK = 8

Size = tuple[int, int]


def scaling(start: Size, end: Size) -> Matrix:
    """Map pixels of a picture to those of the same picture in another size."""
    x, y = end[0] / start[0], end[1] / start[1]
    return np.array([[x, 0, (x - 1) / 2], [0, y, (y - 1) / 2]])


def windowed(middle: tuple[float, float], window: tuple[float, float], size: Size) -> Matrix:
    """Map a window (its middle, width and height) to a whole picture of `size`."""
    x, y = size[0] / window[0], size[1] / window[1]
    return np.array([[x, 0, (size[0] - 1) / 2 - x * middle[0]], [0, y, (size[1] - 1) / 2 - y * middle[1]]])


def after(first: Matrix, then: Matrix) -> Matrix:
    """Give one matrix for two, one after the other."""
    return np.column_stack([then[:, :2] @ first[:, :2], then[:, :2] @ first[:, 2] + then[:, 2]])


def warped(pixels: Pixels, matrix: Matrix, size: Size) -> Pixels:
    """Draw a picture by a matrix, sharp; as it is where nothing would change."""
    if (pixels.shape[1], pixels.shape[0]) == size and np.abs(matrix - np.eye(2, 3)).max() < _SAME_PX:
        return pixels
    return np.asarray(cv2.warpAffine(pixels, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE))


class Whole:
    """A smaller picture before a dark, blurred copy of itself that fills the frame, with a soft shadow."""

    def __init__(self, inner: Size, size: Size, rng: np.random.Generator) -> None:
        """Take the sizes of the picture and of the frame."""
        self._size = size
        self._left, self._top = (size[0] - inner[0]) // 2, (size[1] - inner[1]) // 2
        solid = np.zeros((size[1], size[0]), np.float32)
        solid[self._top : self._top + inner[1], self._left : self._left + inner[0]] = 1
        shade = _DARKER * (1 - _SHADOW * blurred(solid, max(size) * _SHADOW_SHARE))
        self._shade: Field = np.dstack([shade] * 3).astype(np.float32)
        self._grain: Field = np.dstack([rng.normal(0, _GRAIN_LEVELS, shade.shape)] * 3).astype(np.float32)

    def around(self, picture: Pixels) -> Pixels:
        """Lay the picture over its blurred copy."""
        behind = cv2.multiply(self._behind(picture), self._shade)
        behind += self._grain
        frame = np.clip(behind, 0, 255).astype(np.uint8)
        height, width = picture.shape[:2]
        frame[self._top : self._top + height, self._left : self._left + width] = picture
        return frame

    def _behind(self, picture: Pixels) -> Field:
        width, height = self._size
        scale = max(width / picture.shape[1], height / picture.shape[0])
        kept = round(height / scale), round(width / scale)
        top, left = (picture.shape[0] - kept[0]) // 2, (picture.shape[1] - kept[1]) // 2
        small = (max(2, width // _BEHIND_SHRUNK), max(2, height // _BEHIND_SHRUNK))
        cover = cv2.resize(picture[top : top + kept[0], left : left + kept[1]], small, interpolation=cv2.INTER_AREA)
        soft = cv2.GaussianBlur(cover.astype(np.float32), (0, 0), max(small) * _BLUR_SHARE)
        return np.asarray(cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC))
