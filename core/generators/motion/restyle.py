"""Restyle: a picture as a cartoon, a pencil drawing or a painting; soft steps everywhere, so that films don't flicker.

Cartoon and pencil: Winnemöller, Olsen, Gooch, "Real-time video abstraction", 2006, and Winnemöller, "XDoG: advanced
image stylization with extended difference-of-Gaussians", 2011. Paint: Kyprianidis, Kang, Döllner, "Image and video
abstraction by anisotropic Kuwahara filtering", 2009, in its plain form of eight round sectors.
"""

from collections.abc import Callable

import cv2
import numpy as np

from core.generators.motion.images import Field, Pixels, smoothstep
from core.generators.motion.noise import spectral
from core.videos import Effect

Style = Callable[[Pixels], Pixels]

_STEPS = 7
_STEP_SHARPNESS = 3.2
_CALM_LEVELS = 9.0
_STANDARD_PX = 720
"""Lines and strokes have their named sizes where the shorter side is this; else they grow and shrink with it."""
_TEXTURE_PX = 1024
_EVENER = 4
_LEAD_ON_PAPER = np.array([0.975, 0.99, 1.0], np.float32)
"""Paper is a little warm."""
_SHADING = np.array([np.clip(0.30 + 0.85 * (level / 255) ** 0.75, 0, 1) for level in range(256)], np.float32)
"""How light a brightness is left by the pencil."""


def style_of(effect: Effect, size: tuple[int, int], rng: np.random.Generator) -> Style | None:
    """Give what draws a frame of `size` (width, height) in a style; None for an effect that is no style."""
    scale = min(size) / _STANDARD_PX
    if effect is Effect.CARTOON:
        return lambda pixels: cartoon(pixels, scale)
    if effect is Effect.PENCIL:
        paper = _paper(size, scale, rng)
        return lambda pixels: pencil(pixels, paper, scale)
    if effect is Effect.PAINT:
        canvas = _canvas(size, scale, rng)
        return lambda pixels: paint(pixels, canvas, scale)
    return None


class Calm:
    """Takes the noise out of what stands still, frame after frame, so that a style has nothing to flicker with."""

    def __init__(self) -> None:
        """Begin with no frame seen."""
        self._before: Field | None = None

    def next(self, pixels: Pixels) -> Pixels:
        """Give the frame, its small changes slowed down; large ones pass at once."""
        now: Field = pixels.astype(np.float32)
        if self._before is not None and self._before.shape == now.shape:
            change = now - self._before
            seen = cv2.blur(np.abs(change), (5, 5)).max(2)
            follow = smoothstep(_CALM_LEVELS / 3, _CALM_LEVELS, seen)[..., None]
            now = self._before + change * (0.2 + 0.8 * follow)
        self._before = now
        return np.asarray(now + 0.5, np.uint8)


def cartoon(pixels: Pixels, scale: float) -> Pixels:
    """Draw flat, lively colours in soft steps, and dark lines where things end."""
    half = cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    for _ in range(2):
        half = cv2.bilateralFilter(half, 5, 34, max(1.5, 5 * scale))
    flat = cv2.resize(half, pixels.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    lab = cv2.cvtColor(flat, cv2.COLOR_BGR2LAB)
    lab[..., 0] = cv2.LUT(lab[..., 0], _stepped())
    lab[..., 1:] = cv2.LUT(lab[..., 1:], _livelier(1.35))
    shown = cv2.cvtColor(lab, cv2.COLOR_LAB2BGR)
    lines = _lines(cv2.cvtColor(flat, cv2.COLOR_BGR2GRAY), 1.3 * scale, 12.0)
    return _shaded(shown, 0.12 + 0.88 * lines)


def pencil(pixels: Pixels, paper: Field, scale: float) -> Pixels:
    """Draw with grey lead on white paper: soft shading that follows the light, and lines. The paper stands still."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    smooth = cv2.bilateralFilter(grey, 5, 30, max(1.0, 3 * scale))
    local = cv2.divide(smooth, cv2.GaussianBlur(smooth, (0, 0), 14 * scale), dtype=cv2.CV_32F)
    tone = np.asarray(cv2.LUT(cv2.GaussianBlur(smooth, (0, 0), 1.2 * scale), _SHADING), np.float32)
    drawn = np.clip(local, 0.25, 1.0) ** 1.6 * tone
    drawn *= _lines(grey, 1.0 * scale, 9.0)
    lead = np.clip(1 - drawn, 0, 1)
    shown = 247 - 225 * np.clip(lead * (1 + 0.5 * paper), 0, 1) - 2 * paper
    level = np.clip(shown, 0, 255)
    return np.asarray(level[..., None] * _LEAD_ON_PAPER, np.uint8)


def paint(pixels: Pixels, canvas: Field, scale: float) -> Pixels:
    """Lay strokes of thick colour: each spot takes the colour of its evenest neighbourhood; canvas shows through."""
    work = min(1.0, 1 / max(1.0, 1.5 * scale))
    small = cv2.resize(pixels, None, fx=work, fy=work, interpolation=cv2.INTER_AREA).astype(np.float32)
    for reach in (5, 3):
        small = _kuwahara(small, max(2, round(reach * scale * work)))
    shown = cv2.resize(small, pixels.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    grey = cv2.cvtColor(shown, cv2.COLOR_BGR2GRAY)
    rich = grey[..., None] + (shown - grey[..., None]) * 1.28
    relief = cv2.GaussianBlur(grey, (0, 0), 1.0 * scale) - cv2.GaussianBlur(grey, (0, 0), 2.6 * scale)
    rich += (np.clip(relief * 0.9, -22, 22) + canvas)[..., None]
    return np.asarray(np.clip(rich, 0, 255), np.uint8)


def _kuwahara(picture: Field, reach: int) -> Field:
    """Mix the means of eight neighbourhoods around each pixel; the evener one is, the more it counts."""
    side = (2 * reach + 1, 2 * reach + 1)
    mean = cv2.GaussianBlur(picture, side, reach / 2)
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    spread = cv2.GaussianBlur(grey * grey, side, reach / 2) - cv2.GaussianBlur(grey, side, reach / 2) ** 2
    weight = 1 / (1 + np.maximum(spread, 0)) ** _EVENER
    weighted = np.dstack([mean * weight[..., None], weight])
    total = np.zeros_like(weighted)
    for turn in np.arange(8) * np.pi / 4:
        total += _shifted(weighted, round(reach * np.cos(turn)), round(reach * np.sin(turn)))
    return np.asarray(total[..., :3] / np.maximum(total[..., 3:], 1e-12))


def _shifted(field: Field, x: int, y: int) -> Field:
    height, width = field.shape[:2]
    padded = cv2.copyMakeBorder(field, abs(y), abs(y), abs(x), abs(x), cv2.BORDER_REPLICATE)
    return padded[abs(y) + y : abs(y) + y + height, abs(x) + x : abs(x) + x + width]


def _lines(grey: Pixels, sigma_px: float, darkest: float) -> Field:
    """Draw what is darker than its surroundings: 1 is paper, 0 a full line; softly, so that nothing flips."""
    level = grey.astype(np.float32)
    near, wide = (cv2.GaussianBlur(level, (0, 0), max(0.5, sigma)) for sigma in (sigma_px, 1.6 * sigma_px))
    return 1 - smoothstep(0.15 * darkest, darkest, wide - near)


def _shaded(pixels: Pixels, light: Field) -> Pixels:
    return np.asarray(cv2.multiply(pixels, cv2.merge([light] * 3), dtype=cv2.CV_8U))


def _stepped() -> Pixels:
    """Give a curve of soft steps: flat in the middle of each, smooth between two."""
    level = np.arange(256) / 255 * _STEPS
    step = np.floor(level)
    rise = np.tanh(_STEP_SHARPNESS * (level - step - 0.5)) / np.tanh(_STEP_SHARPNESS / 2)
    return np.asarray(np.clip((step + 0.5 + rise / 2) / _STEPS * 255 + 8, 0, 255), np.uint8)


def _livelier(strength: float) -> Pixels:
    return np.asarray(np.clip(128 + (np.arange(256) - 128) * strength, 0, 255), np.uint8)


def _paper(size: tuple[int, int], scale: float, rng: np.random.Generator) -> Field:
    """Give the grain of paper, and the direction of a hand that shades: mean 0, about -1 to 1."""
    grain = spectral(rng, _TEXTURE_PX, 0.3, lowest=_TEXTURE_PX / 5)
    strokes = cv2.warpAffine(
        spectral(rng, _TEXTURE_PX, 0.6, lowest=_TEXTURE_PX / 9, highest=_TEXTURE_PX / 2, stretch=0.05),
        cv2.getRotationMatrix2D((_TEXTURE_PX / 2, _TEXTURE_PX / 2), 40, 1.3),
        (_TEXTURE_PX, _TEXTURE_PX),
        borderMode=cv2.BORDER_WRAP,
    )
    return _laid(0.2 * grain + 0.42 * strokes, size, scale)


def _canvas(size: tuple[int, int], scale: float, rng: np.random.Generator) -> Field:
    """Give the weave of canvas under thin paint, in steps of 1/255."""
    return _laid(2.2 * spectral(rng, _TEXTURE_PX, 0.9, lowest=_TEXTURE_PX / 12), size, scale)


def _laid(texture: Field, size: tuple[int, int], scale: float) -> Field:
    width, height = (max(1, round(side / scale)) for side in size)
    tiled = np.tile(texture, (-(-height // _TEXTURE_PX), -(-width // _TEXTURE_PX)))[:height, :width]
    return np.asarray(cv2.resize(tiled, size, interpolation=cv2.INTER_AREA), np.float32)
