"""Deep space: stars that the camera flies past, before clouds of glowing gas and dark dust."""

import cv2
import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Light, hue
from core.generators.motion.noise import sample, spectral, wrapped
from core.generators.motion.scenes.palettes import tint_of
from core.generators.motion.scenes.weather import bloom
from core.generators.motion.words import Story

_GASES = (
    ("#6a8cff", "#ff6aa8", "#ffd2a0"),
    ("#4fd0e0", "#8a6aff", "#ffc0d8"),
    ("#ff8a5a", "#c05aff", "#8ad0ff"),
    ("#58b0ff", "#f0a860", "#fff0d0"),
)
_STARS = 1500
_NEAREST, _FARTHEST = 0.12, 1.0
_SPEED = 0.022


class Space:
    """Stars and nebulae."""

    def __init__(self, story: Story, size: tuple[int, int], rng: np.random.Generator) -> None:
        """Draw the gas and scatter the stars."""
        self._size = size
        self._unit = max(size)
        self._tint = tint_of(story.tint)
        self._gas = self._nebula(rng)
        self._stars = rng.random((_STARS, 3))
        self._power = (rng.pareto(1.5, _STARS) * 0.10 + 0.06).clip(0, 3.0)
        warmth = rng.normal(0, 0.14, _STARS)
        self._colour = np.stack([1 + warmth, np.ones(_STARS), 1 - warmth], 1)
        self._flicker = rng.random((_STARS, 2))
        self._turn = 0.006 * (1 if rng.integers(2) else -1)

    def light(self, t_s: float, pose: Pose) -> Light:
        """Draw one moment."""
        width, height = self._size
        dx, dy = pose.shift(0.2)
        angle = self._turn * (t_s - 100)
        matrix = cv2.getRotationMatrix2D(
            ((self._gas.shape[1] - 1) / 2, (self._gas.shape[0] - 1) / 2), np.degrees(angle), pose.scale(0.3)
        )
        matrix[:, 2] += ((width - self._gas.shape[1]) / 2 + dx * width, (height - self._gas.shape[0]) / 2 + dy * height)
        light: Light = np.asarray(cv2.warpAffine(self._gas, matrix, self._size, borderMode=cv2.BORDER_REFLECT))
        light += self._starlight(t_s, pose)
        bloom(light, 0.10)
        return np.asarray(light * self._tint, np.float32)

    def _nebula(self, rng: np.random.Generator) -> Light:
        """Fold noise into itself: thin bright fronts, soft glows, and dust that hides them."""
        side = int(np.hypot(*self._size) * 1.04)
        y, x = np.mgrid[0:side, 0:side].astype(np.float32) / np.float32(self._unit)
        soft = wrapped(spectral(rng, 512, 3.4, lowest=1))
        fine = wrapped(spectral(rng, 1024, 2.9, lowest=2))
        u, v = x * 0.55 + np.float32(rng.random()), y * 0.55 + np.float32(rng.random())
        bend_u, bend_v = sample(soft, u, v), sample(soft, u + np.float32(0.37), v + np.float32(0.61))
        cloud = sample(fine, u + 0.07 * bend_u, v + 0.07 * bend_v)
        second = sample(fine, v * 0.8 + 0.06 * bend_v, u * 0.8 - 0.06 * bend_u)
        slant = rng.uniform(-0.6, 0.6)
        across = (y - y.mean()) - np.float32(slant) * (x - x.mean()) + 0.10 * bend_u
        band = np.exp(-((across / 0.24) ** 2))
        glow = np.clip(0.42 + 0.34 * cloud, 0, 2) ** 2 * (0.10 + band)
        front = np.exp(-((cloud / 0.16) ** 2)) * np.clip(0.5 + 0.5 * bend_v, 0, 1) * (0.05 + band)
        dust = np.exp(-1.9 * np.clip(second * 0.8 + 0.15, 0, 3) * (0.3 + band))
        first, other, core = (hue(code, 0.9) for code in _GASES[int(rng.integers(len(_GASES)))])
        mix = np.clip(0.5 + 0.45 * bend_u, 0, 1)[..., None]
        colour = first * (1 - mix) + other * mix
        light = colour * (0.50 * glow * dust)[..., None] + other * (0.10 * front * dust)[..., None]
        light += core * (0.55 * np.clip(cloud - 0.7, 0, 2) ** 1.5 * band**2 * dust)[..., None]
        light += hue("#8aa0d0") * 0.006
        return np.asarray(light + self._dim_stars(rng, side) * (0.35 + 0.65 * dust)[..., None], np.float32)

    @staticmethod
    def _dim_stars(rng: np.random.Generator, side: int) -> Light:
        """Scatter the countless faint ones that never move apart."""
        count = side * side // 420
        field = np.zeros((side, side, 3), np.float32)
        place = rng.integers(0, side, (2, count))
        warmth = rng.normal(0, 0.15, count)
        power = rng.pareto(1.7, count) * 0.09 + 0.02
        field[place[0], place[1]] = np.stack([1 + warmth, np.ones(count), 1 - warmth], 1) * power[:, None]
        return np.asarray(cv2.GaussianBlur(field, (0, 0), 0.7) * 2.4, np.float32)

    def _starlight(self, t_s: float, pose: Pose) -> Light:
        """Draw the near stars at their places of this moment, fading in far away and out close by."""
        width, height = self._size
        z = _NEAREST + np.mod(self._stars[:, 2] - _SPEED * t_s - 0.35 * pose.zoom, 1) * (_FARTHEST - _NEAREST)
        dx, dy = pose.shift(0.8)
        x = ((self._stars[:, 0] - 0.5) * 1.15 / z + dx) * self._unit + width / 2
        y = ((self._stars[:, 1] - 0.5) * 1.15 / z + dy) * self._unit + height / 2
        shown = np.clip((_FARTHEST - z) / 0.25, 0, 1) * np.clip((z - _NEAREST) / 0.08, 0, 1)
        twinkle = 0.86 + 0.14 * np.sin(t_s * (1.5 + 3 * self._flicker[:, 0]) + 6.3 * self._flicker[:, 1])
        power = self._power * shown * twinkle * 0.32 / z
        inside = (x > 0) & (x < width - 1) & (y > 0) & (y < height - 1) & (power > 0)
        x, y, light = x[inside], y[inside], (self._colour * power[:, None])[inside]
        field = np.zeros((height, width, 3), np.float32)
        ix, iy = np.floor(x).astype(int), np.floor(y).astype(int)
        fx, fy = (x - ix)[:, None], (y - iy)[:, None]
        for oy, wy in ((0, 1 - fy), (1, fy)):
            for ox, wx in ((0, 1 - fx), (1, fx)):
                np.add.at(field, (iy + oy, ix + ox), (light * wx * wy).astype(np.float32))
        sharp = cv2.GaussianBlur(field, (0, 0), self._unit / 1500)
        wide = cv2.GaussianBlur(
            cv2.resize(field, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), (0, 0), self._unit / 420
        )
        return np.asarray(sharp * 7 + cv2.resize(wide, self._size) * 16, np.float32)
