"""Types of pictures, and light to pixels: tone curve, grain against banding, compositing.

Scenes compute in linear light, float32 RGB, 0 = black, 1 = paper white, more = brighter than the screen can show.
OpenCV's types leave a picture's element type open, so ours do too.
"""

from typing import Any, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

Light: TypeAlias = NDArray[Any]
"""Linear light, float32: H x W x 3 (RGB), or H x W x 4 with colour already multiplied by the alpha."""
Field: TypeAlias = NDArray[Any]
"""One number per pixel, float32: H x W."""
Pixels: TypeAlias = NDArray[Any]
"""What a screen shows, uint8: H x W x 3 in OpenCV's order, BGR."""

# The filmic curve of Krzysztof Narkowicz ("ACES Filmic Tone Mapping Curve", 2016): (x(ax+b)) / (x(cx+d)+e).
_A, _B, _C, _D, _E = 2.51, 0.03, 2.43, 0.59, 0.14
_BRIGHTEST = 0.94
"""Screen colours above this share count as this: the curve reaches white only far beyond paper white."""
_GRAIN_TILE = 512
_GRAIN_SIGMA = 0.8
"""Standard deviation of the grain in steps of 1/255: enough to break up bands, too little to be seen as noise."""


def ink(code: str) -> Light:
    """Give the linear light (3 floats) that the tone curve turns into the screen colour `#rrggbb`."""
    shown = np.array([int(code[i : i + 2], 16) for i in (1, 3, 5)], np.float64) / 255
    bright = np.minimum(shown, _BRIGHTEST) ** 2
    square, line, rest = _A - _C * bright, _B - _D * bright, -_E * bright
    return np.asarray((-line + np.sqrt(line * line - 4 * square * rest)) / (2 * square), np.float32)


def hue(code: str, strength: float = 1.0) -> Light:
    """Give the colour `#rrggbb` as light whose strongest channel is 1; less `strength` draws it towards white."""
    colour = ink(code)
    return np.asarray(1 + (colour / colour.max() - 1) * strength, np.float32)


class Developer:
    """Turns light into pixels. Grain depends on the seed and the frame's number alone."""

    def __init__(self, rng: np.random.Generator, grain_sigma: float = _GRAIN_SIGMA) -> None:
        """Draw one tile of grain; each frame uses it from another corner."""
        self._grain = rng.normal(0.5, grain_sigma, (_GRAIN_TILE, _GRAIN_TILE, 1)).astype(np.float32)
        self._corners = rng.integers(0, _GRAIN_TILE, (256, 2))

    def develop(self, light: Light, frame: int) -> Pixels:
        """Apply the tone curve, a gamma of 2, and grain. Takes H x W x 3 and overwrites it."""
        np.maximum(light, 0, out=light)
        above = light * _A
        above += _B
        above *= light
        below = light * _C
        below += _D
        below *= light
        below += _E
        above /= below
        shown = cv2.sqrt(above)
        shown *= 255
        shown += self._grain_over(shown.shape[0], shown.shape[1], frame)
        return cv2.cvtColor(np.clip(shown, 0, 255, out=shown).astype(np.uint8), cv2.COLOR_RGB2BGR)

    def _grain_over(self, height: int, width: int, frame: int) -> Field:
        tile = np.roll(self._grain, tuple(self._corners[frame % len(self._corners)]), (0, 1))
        times = (-(-height // _GRAIN_TILE), -(-width // _GRAIN_TILE), 1)
        return np.tile(tile, times)[:height, :width]


def lay_over(below: Light, layer: Light) -> None:
    """Composite a layer with alpha (H x W x 4, multiplied) onto `below` (H x W x 3) in place."""
    below *= 1 - layer[..., 3:]
    below += layer[..., :3]


def smoothstep(start: float, end: float, value: Field) -> Field:
    """Rise smoothly from 0 at `start` to 1 at `end`; `start` may be the larger one."""
    share = np.clip((value - start) / (end - start), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


def blurred(image: Light, sigma_px: float) -> Light:
    """Blur by a Gaussian; wide ones on a small copy, which costs a fraction and looks the same."""
    shrink = max(1, int(sigma_px / 3))
    if shrink == 1:
        return cv2.GaussianBlur(image, (0, 0), sigma_px).reshape(image.shape)
    height, width = image.shape[:2]
    small_size = (max(2, width // shrink), max(2, height // shrink))
    small = cv2.GaussianBlur(cv2.resize(image, small_size, interpolation=cv2.INTER_AREA), (0, 0), sigma_px / shrink)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC).reshape(image.shape)
