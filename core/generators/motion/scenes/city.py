"""A city's skyline: towers in rows with lit windows, far ones pale."""

import cv2
import numpy as np

from core.generators.motion.images import Field, Light, hue, ink
from core.generators.motion.scenes.layers import Layer, layer_width
from core.generators.motion.scenes.palettes import Palette
from core.generators.motion.scenes.sky import Stage

_MASTS, _WHOLE_FLOORS = 0.25, 0.12
"""Shares of towers with a mast, and of floors where every window is lit."""
_LAMPS = ("#ffd9a0", "#ffe9c4", "#ffc27a", "#dfeaff", "#ffb35c")


def skyline(stage: Stage, palette: Palette, rng: np.random.Generator) -> list[Layer]:
    """Draw four rows of towers, far ones first."""
    return [
        _row(stage, palette, rng, depth=depth, tall=tall, lost=lost)
        for depth, tall, lost in ((0.08, 0.40, 0.72), (0.16, 0.50, 0.48), (0.26, 0.40, 0.22), (0.36, 0.20, 0.05))
    ]


def _row(stage: Stage, palette: Palette, rng: np.random.Generator, *, depth: float, tall: float, lost: float) -> Layer:
    """Draw one row. `tall` is its highest tower in frame heights, `lost` how much of it haze takes."""
    width, horizon = layer_width(stage), int(stage.horizon) + 2
    picture = np.zeros((horizon, width, 4), np.float32)
    haze = 0.75 * ink(palette.horizon)
    wall = ink(palette.land) * 1.3
    unit = max(2.0, min(stage.size) / 720 * (2.2 + 5 * depth))
    centre = width * rng.uniform(0.35, 0.65)
    x = -int(rng.integers(0, 40))
    while x < width:
        wide = int(unit * rng.integers(8, 22))
        middle = np.exp(-(((x - centre) / (0.28 * width)) ** 2))
        high = tall * stage.height * (0.22 + 0.78 * middle * rng.random() ** 0.7 + 0.12 * rng.random())
        _tower(picture, rng, (x, wide, int(high)), wall * rng.uniform(0.7, 1.2), unit)
        x += wide + int(unit * rng.integers(-3, 4))
    up = ((horizon - np.arange(horizon)) / (tall * stage.height)).clip(0, 1)[:, None, None]
    fog = (lost + (1 - lost) * 0.35 * (1 - up) ** 2) * picture[..., 3:]
    picture[..., :3] = picture[..., :3] * (1 - fog * 0.85) + haze * fog * (0.85 if not palette.moon else 0.6)
    top = max(0, int(np.flatnonzero(picture[..., 3].any(1))[0]) - 1)
    # Lit windows are as small as pixels: a little softer, they don't twinkle while the camera moves.
    return Layer(np.asarray(cv2.GaussianBlur(picture[top:], (0, 0), 0.55)), depth, top)


def _tower(picture: Light, rng: np.random.Generator, place: tuple[int, int, int], wall: Light, unit: float) -> None:
    """Draw one tower with its foot on the last row: `place` = left, width and height in pixels."""
    left, wide, high = place
    foot = picture.shape[0]
    for step in range(int(rng.integers(1, 4))):
        inset = int(step * wide * 0.14)
        top = max(0, foot - int(high * (0.78 + 0.11 * step)))
        a, b = max(0, left + inset), min(picture.shape[1], left + wide - inset)
        if a >= b:
            return
        shade = np.linspace(1.15, 0.75, b - a, dtype=np.float32)[None, :, None]
        picture[top:, a:b, :3] = wall * shade
        picture[top:, a:b, 3] = 1
        _windows(picture[top:, a:b], rng, unit)
    if rng.random() < _MASTS:
        mast = left + wide // 2
        if 0 <= mast < picture.shape[1]:
            tip = max(0, foot - int(high * 1.22))
            picture[tip : foot - high // 2, mast : mast + max(1, int(unit / 4))] = (*wall, 1)
            picture[tip : tip + max(2, int(unit / 2)), mast : mast + max(2, int(unit / 2)), :3] = ink("#ff4030") * 3


def _windows(wall: Light, rng: np.random.Generator, unit: float) -> None:
    """Light a part of the windows, floor by floor; offices light whole floors."""
    rows, columns = int(wall.shape[0] / (unit * 1.5)), int(wall.shape[1] / (unit * 1.25))
    if rows < 1 or columns < 1:
        return
    share = rng.uniform(0.06, 0.42)
    floors = rng.random((rows, 1)) < _WHOLE_FLOORS
    lit = (rng.random((rows, columns)) < share) | floors
    lamp = hue(str(rng.choice(_LAMPS)), 0.8)
    power = lit * rng.gamma(2.0, 0.42, (rows, columns))
    glow = np.zeros(wall.shape[:2], np.float32)
    _paint_windows(glow, power, unit)
    wall[..., :3] += glow[..., None] * lamp * np.float32(0.55)


def _paint_windows(glow: Field, power: Field, unit: float) -> None:
    """Draw each window as a small rectangle with soft borders between pixels."""
    height, width = glow.shape
    y = (np.arange(height) + 0.5) / (unit * 1.5)
    x = (np.arange(width) + 0.5) / (unit * 1.25)
    row, column = np.minimum(y.astype(int), power.shape[0] - 1), np.minimum(x.astype(int), power.shape[1] - 1)
    edge = 0.5 / unit
    inside_y = np.clip((0.33 - np.abs(np.mod(y, 1) - 0.5)) / edge + 0.5, 0, 1) * (y < power.shape[0])
    inside_x = np.clip((0.34 - np.abs(np.mod(x, 1) - 0.5)) / edge + 0.5, 0, 1) * (x < power.shape[1])
    glow += (power[np.ix_(row, column)] * inside_y[:, None] * inside_x[None]).astype(np.float32)
