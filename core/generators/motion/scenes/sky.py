"""The sky: a gradient of the hour, sun or moon, stars, and drifting clouds, lit from the sun's side."""

from dataclasses import dataclass

import cv2
import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Field, Light, hue, ink, lay_over, smoothstep
from core.generators.motion.noise import sample, spectral, wrapped
from core.generators.motion.scenes.palettes import Palette

_OVERSCAN = 1.12
_CLOUD_SIDE = 1024
_SUN_RADIUS = 0.020


@dataclass(frozen=True)
class Stage:
    """What a scene is drawn on, in pixels: the frame's size, the horizon's row, the focal length, the sun's place."""

    width: int
    height: int
    horizon: float
    focal: float
    sun_x: float
    sun_y: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, in OpenCV's order."""
        return self.width, self.height


class Sky:
    """Everything above the horizon. `cover` is the share of the sky in clouds, 0 to 1; `wind` their speed."""

    def __init__(
        self, stage: Stage, palette: Palette, rng: np.random.Generator, *, cover: float, wind: float = 1.0
    ) -> None:
        """Prepare the still parts."""
        self._stage, self._palette = stage, palette
        self._still = self._gradient()
        if palette.stars:
            self._still += _stars(rng, self._still.shape[0], self._still.shape[1]) * palette.stars
        self._still += self._sun()
        self.clouds = Clouds(stage, palette, rng, cover, wind) if cover > 0 else None

    def light(self, t_s: float, pose: Pose) -> Light:
        """Draw the sky over the whole frame; below the horizon its lowest colour goes on."""
        height, width = self._still.shape[:2]
        matrix = pose.matrix(0.0, (width, height), self._stage.size)
        light = cv2.warpAffine(self._still, matrix, self._stage.size, borderMode=cv2.BORDER_REPLICATE)
        if self.clouds is not None:
            self.clouds.lay_over(light, t_s, pose)
        return np.asarray(light, np.float32)

    def _plane(self) -> tuple[Field, Field]:
        """Give x and y in frame pixels for each pixel of the larger still sky."""
        stage = self._stage
        height, width = int(stage.height * _OVERSCAN), int(stage.width * _OVERSCAN)
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        return x - (width - stage.width) / 2, y - (height - stage.height) / 2

    def _gradient(self) -> Light:
        _, y = self._plane()
        up = np.clip((self._stage.horizon - y) / max(self._stage.horizon, 1), 0, 1.2)[..., None]
        low, middle, high = ink(self._palette.horizon), ink(self._palette.middle), ink(self._palette.zenith)
        to_middle = smoothstep(0.0, 0.55, up)
        to_high = smoothstep(0.3, 1.15, up)
        return np.asarray((low + (middle - low) * to_middle) * (1 - to_high) + high * to_high, np.float32)

    def _sun(self) -> Light:
        stage, palette = self._stage, self._palette
        x, y = self._plane()
        unit = max(stage.width, stage.height)
        away = np.hypot(x - stage.sun_x, y - stage.sun_y) / unit
        flat = np.hypot((x - stage.sun_x) * 0.45, y - stage.sun_y) / unit
        glow = 0.30 * np.exp(-flat / 0.20) + 0.8 * np.exp(-away / 0.055)
        power = 0.22 if palette.moon else 1.0
        if palette.sun_power == 0:
            glow, power = np.exp(-flat / 0.4), 0.12
        halo = (glow * power)[..., None] * hue(palette.glow)
        soft = 1.5 / unit
        disc = smoothstep(_SUN_RADIUS + soft, _SUN_RADIUS - soft, away)[..., None]
        face = hue(palette.sun) * palette.sun_power
        if palette.moon:
            craters = spectral(np.random.default_rng(7), 256, 2.6)
            marks = sample(wrapped(craters), (x - stage.sun_x) / unit * 6, (y - stage.sun_y) / unit * 6)
            face = face * (0.55 + 0.12 * np.clip(marks, -2, 2)[..., None]) * 0.25
        return np.asarray(halo + disc * face, np.float32)


class Clouds:
    """Two sheets of noise that pass each other, so that clouds form and fade while they drift."""

    def __init__(self, stage: Stage, palette: Palette, rng: np.random.Generator, cover: float, wind: float) -> None:
        """Draw the sheets; the frame's pixels are followed to them at half the resolution."""
        self._stage, self._palette, self._wind = stage, palette, wind
        big = spectral(rng, _CLOUD_SIDE, 3.3, lowest=2)
        small = spectral(rng, _CLOUD_SIDE, 2.7, lowest=8)
        self._big, self._small = wrapped(big), wrapped(small)
        self._threshold = np.float32(0.95 - 1.9 * cover)
        self._direction = 1.0 if rng.integers(2) else -1.0

    def lay_over(self, light: Light, t_s: float, pose: Pose) -> None:
        """Draw the clouds onto the sky, in place."""
        stage = self._stage
        rows = min(int(stage.horizon) + 2, stage.height)
        half = (stage.width // 2, max(2, rows // 2))
        y, x = np.mgrid[0 : half[1], 0 : half[0]].astype(np.float32)
        dx, dy = pose.shift(0.05)
        scale = pose.scale(0.05)
        x = (x * 2 + 0.5 - stage.width / 2 - dx * stage.width) / scale
        y = (y * 2 + 0.5 - stage.horizon - dy * stage.height) / scale
        up = np.maximum(-y / stage.focal, 0.0)
        away = 1 / (up + 0.11)
        u, v = x / stage.focal * away * 0.147, away * 0.147
        density = self._density(u, v, t_s)
        toward = self._toward_sun(x, y)
        # One step through the cloud towards the sun: what is thicker over there stands in our light.
        shadow = self._density(u + toward[0], v + toward[1], t_s)
        cover = smoothstep(0.0, 0.9, density) * smoothstep(0.0, 0.045, up)
        lit = np.exp(-1.1 * np.clip(shadow, 0, 3)) * 0.8 + 0.2 * np.clip(1 - 0.5 * density, 0, 1)
        sun = np.hypot(x - (stage.sun_x - stage.width / 2), y - (stage.sun_y - stage.horizon)) / stage.focal
        rim = (
            np.exp(-sun / 0.22) * np.exp(-1.6 * np.clip(density, 0, 3)) * (0.0 if self._palette.sun_power == 0 else 0.7)
        )
        shade, bright = ink(self._palette.cloud_shade), ink(self._palette.cloud_lit)
        colour = shade + (bright - shade) * lit[..., None] + hue(self._palette.glow) * rim[..., None]
        haze = ink(self._palette.horizon)
        far = np.exp(-up / 0.10)[..., None] * 0.75
        colour = colour * (1 - far) + haze * far
        layer = np.dstack([colour * cover[..., None], cover]).astype(np.float32)
        lay_over(light[:rows], cv2.resize(layer, (stage.width, rows), interpolation=cv2.INTER_LINEAR))

    def _toward_sun(self, x: Field, y: Field) -> tuple[Field, Field]:
        stage = self._stage
        to_x, to_y = stage.sun_x - stage.width / 2 - x, y - (stage.sun_y - stage.horizon)
        length = np.hypot(to_x, to_y) + 1
        return to_x / length * 0.0137, -to_y / length * 0.0098

    def _density(self, u: Field, v: Field, t_s: float) -> Field:
        drift = np.float32(t_s * 0.0068 * self._wind * self._direction)
        big = sample(self._big, u + drift, v + np.float32(t_s * 0.002))
        small = sample(self._small, u * 1.7 + drift * 2.3 + big * 0.006, v * 1.7 - np.float32(t_s * 0.003))
        return np.asarray(big + 0.36 * small + 0.4 * np.abs(small) * np.sign(big) * 0.5 - self._threshold, np.float32)


def _stars(rng: np.random.Generator, height: int, width: int) -> Light:
    """Scatter stars: few bright, many faint, blue to amber, each a soft dot between pixels."""
    count = int(height * width / 700)
    field = np.zeros((height, width, 3), np.float32)
    x, y = rng.random(count) * (width - 3) + 1, rng.random(count) * (height - 3) + 1
    power = (rng.pareto(1.6, count) * 0.05 + 0.015).clip(0, 1.6)
    warmth = rng.normal(0, 0.16, count)
    colour = np.stack([1 + warmth, np.ones(count), 1 - warmth], 1) * power[:, None]
    ix, iy = x.astype(int), y.astype(int)
    fx, fy = (x - ix)[:, None], (y - iy)[:, None]
    for oy, wy in ((0, 1 - fy), (1, fy)):
        for ox, wx in ((0, 1 - fx), (1, fx)):
            np.add.at(field, (iy + oy, ix + ox), (colour * wx * wy).astype(np.float32))
    soft = cv2.GaussianBlur(field, (0, 0), 0.75) * 2.2 + cv2.GaussianBlur(field, (0, 0), 3.0) * 1.5
    return np.asarray(soft, np.float32)
