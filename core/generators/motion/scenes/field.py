"""Grass: thousands of blades in rows, bent by gusts that run across the field."""

import cv2
import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Light, hue, ink, lay_over
from core.generators.motion.noise import sample, spectral, wrapped
from core.generators.motion.scenes.layers import OVERSCAN, layer_width
from core.generators.motion.scenes.palettes import Palette
from core.generators.motion.scenes.sky import Stage

_FINE = 2
_FLOWERING = 0.012
"""Share of the blades that bear a flower."""
_FLOWERS = ("#e8e2d8", "#e85c4a", "#f2c14a", "#9a7fe0")


class Grass:
    """Rows of grass, far ones first, each a picture that the wind bends."""

    def __init__(self, stage: Stage, palette: Palette, rng: np.random.Generator, *, wild: bool) -> None:
        """Draw the rows once."""
        self._stage = stage
        self._gusts = wrapped(spectral(rng, 256, 2.6, lowest=2, highest=24))
        self._strength = 2.0 if wild else 1.0
        self._direction = 1 if rng.integers(2) else -1
        flower = ink(str(rng.choice(_FLOWERS)))
        depths = (0.12, 0.24, 0.40, 0.62, 0.95)
        self._rows = [(*_row(stage, palette, rng, depth, flower), depth) for depth in depths]

    def grow_over(self, light: Light, t_s: float, pose: Pose) -> None:
        """Draw the grass of one moment onto a picture in place."""
        stage = self._stage
        for picture, top, tall, depth in self._rows:
            scale, (dx, dy) = pose.scale(depth), pose.shift(depth)
            first = stage.horizon + (top - stage.horizon) * scale + dy * stage.height
            begin = max(0, int(first))
            if begin >= stage.height:
                continue
            y, x = np.mgrid[begin : stage.height, 0 : stage.width].astype(np.float32)
            x = (x - np.float32(stage.width * (0.5 + dx))) / np.float32(scale)
            rows = (y - np.float32(first)) / np.float32(scale)
            up = np.clip(1 - rows / np.float32(tall), 0, 1)
            bend = up**1.5 * self._wind(x / stage.width, depth, t_s) * np.float32(tall * 0.30)
            columns = x + bend + np.float32(picture.shape[1] / 2)
            lay_over(
                light[begin:], np.asarray(cv2.remap(picture, columns, rows + np.abs(bend) * 0.18, cv2.INTER_LINEAR))
            )

    def _wind(self, x: Light, depth: float, t_s: float) -> Light:
        """Give how far the tips lean, near -1 to 1; the same for a whole column of a row of grass."""
        along = x[:1] * np.float32(0.35 / (0.4 + depth)) - np.float32(self._direction * t_s * 0.11)
        gust = sample(self._gusts, along, np.full_like(along, depth * 3.1 + t_s * 0.02))
        flutter = sample(self._gusts, along * 5 - np.float32(t_s * 0.13), np.full_like(along, depth * 7.7 + t_s * 0.06))
        lean = self._direction * (0.22 + 0.34 * gust) + 0.10 * flutter
        return np.asarray(-lean * self._strength, np.float32)


def _row(
    stage: Stage, palette: Palette, rng: np.random.Generator, depth: float, flower: Light
) -> tuple[Light, float, float]:
    """Draw one row. Gives its picture with alpha, the frame's row of its top, and its blades' height in pixels."""
    width = int(layer_width(stage) * max(1.0, 1.06 / OVERSCAN + 0.1))
    tall = stage.height * (0.045 + 0.34 * depth**1.25)
    foot = stage.horizon + stage.height * (0.005 + 0.50 * depth**1.15)
    top = foot - tall
    height = int(stage.height * 1.12 - top)
    picture = np.zeros((height * _FINE, width * _FINE, 3), np.uint8)
    cover = np.zeros((height * _FINE, width * _FINE), np.uint8)
    count = int(width / (tall * 0.011 + 0.25))
    order = np.sort(rng.random(count) ** 0.8)
    for layer in order:
        _blade(picture, cover, rng, layer, tall * _FINE)
    sun = hue(palette.glow, 0.7) if palette.sun_power else hue(palette.horizon) * 0.5
    dark, bright = ink("#0d1a08"), ink("#7f9a3c")
    dim = 0.12 if palette.moon else 1.0
    small = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    alpha = cv2.resize(cover, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32)[..., None] / 255
    shade, tip, bloom = small[..., :1], small[..., 1:2], small[..., 2:]
    colour = (dark * alpha + (bright - dark) * shade) * (0.35 + 0.65 * sun) + tip * sun * 0.5
    colour = (colour * (1 - 0.9 * bloom) + flower * bloom * (0.3 + 0.7 * sun)) * dim
    haze = 0.6 * ink(palette.horizon)
    lost = 0.42 * (1 - depth) ** 3
    soft = max(0.0, (depth - 0.8) * 9) * stage.height / 720
    layer_picture = np.dstack([colour * (1 - lost) + haze * alpha * lost, alpha]).astype(np.float32)
    if soft:
        layer_picture = np.asarray(cv2.GaussianBlur(layer_picture, (0, 0), soft), np.float32)
    return layer_picture, top, tall


def _blade(picture: Light, cover: Light, rng: np.random.Generator, layer: float, tall: float) -> None:
    """Draw one blade: shade, light at the tip and flowers in three channels, and its cover."""
    height, width = cover.shape
    x = rng.random() * width
    high = tall * rng.uniform(0.55, 1.0) * (0.75 + 0.25 * layer)
    foot = tall * rng.uniform(0.98, 1.25)
    lean = rng.normal(0, 0.20) * high
    steps = np.linspace(0, 1, 6)
    path_x = x + lean * steps**2
    path_y = foot - high * steps
    half = max(0.8, tall * 0.013 * rng.uniform(0.6, 1.3)) * (1 - steps) ** 0.7 + 0.25
    outline = np.concatenate([np.stack([path_x - half, path_y], 1), np.stack([path_x + half, path_y], 1)[::-1]])
    outline = np.concatenate([[[x - half[0], height]], outline, [[x + half[0], height]]])
    points = (outline * 16).round().astype(np.int32)
    shade = int(255 * np.clip(0.15 + 0.62 * layer + rng.normal(0, 0.12), 0.03, 1))
    cv2.fillPoly(picture, [points], (shade, 0, 0), cv2.LINE_AA, 4)
    cv2.fillPoly(cover, [points], 255, cv2.LINE_AA, 4)
    upper = np.concatenate([np.stack([path_x - half, path_y], 1)[3:], np.stack([path_x + half, path_y], 1)[3:][::-1]])
    glow = int(110 * layer * rng.random())
    cv2.fillPoly(picture, [(upper * 16).round().astype(np.int32)], (shade, glow, 0), cv2.LINE_AA, 4)
    if rng.random() < _FLOWERING:
        centre = (round(path_x[-1] * 16), round(path_y[-1] * 16))
        cv2.circle(picture, centre, round(tall * 0.035 * 16), (shade, 0, 255), -1, cv2.LINE_AA, 4)
        cv2.circle(cover, centre, round(tall * 0.035 * 16), 255, -1, cv2.LINE_AA, 4)
