"""What moves in the air before a scene: snow, rain, mist, and shafts of light."""

import cv2
import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Field, Light, blurred
from core.generators.motion.noise import sample, spectral, wrapped
from core.generators.motion.scenes.sky import Stage

_SHIFT = 4
"""OpenCV draws between pixels in steps of 1/16."""


class Snowfall:
    """Flakes at many depths: near ones large, soft and quick, each swaying on its own way down."""

    def __init__(self, stage: Stage, rng: np.random.Generator, light: Light, *, wild: bool = False) -> None:
        """Scatter the flakes."""
        self._stage, self._light = stage, light
        count = 1500 if wild else 900
        self._near = rng.random(count) ** 3.2
        self._start = rng.random((count, 2))
        self._phase = rng.random((count, 2)) * 2 * np.pi
        self._wind = (0.22 if wild else 0.03) * (1 if rng.integers(2) else -1)

    def fall_over(self, light: Light, t_s: float, pose: Pose) -> None:
        """Draw the snow of one moment onto a picture in place."""
        stage, near = self._stage, self._near
        unit = max(stage.width, stage.height)
        speed = 0.035 + 0.16 * near
        dx, dy = pose.shift(0.9)
        swing = 0.012 * np.sin(t_s * (0.7 + near) + self._phase[:, 0])
        x = np.mod(self._start[:, 0] + self._wind * (0.3 + near) * t_s + swing + dx * near, 1) * 1.1 - 0.05
        y = np.mod(self._start[:, 1] + speed * t_s + dy * near, 1) * 1.16 - 0.08
        radius = unit * (0.0009 + 0.0052 * near)
        sharp = np.zeros(light.shape[:2], np.uint8)
        soft = np.zeros((light.shape[0] // 2, light.shape[1] // 2), np.uint8)
        for at_x, at_y, size, close in zip(x * stage.width, y * stage.height, radius, near, strict=True):
            mask, scale = (soft, 0.5) if close > _CLOSE else (sharp, 1.0)
            centre = (round(at_x * scale * 16), round(at_y * scale * 16))
            cv2.circle(
                mask, centre, round(size * scale * 16), _FLAKE if close > _CLOSE else 150, -1, cv2.LINE_AA, _SHIFT
            )
        cover = cv2.GaussianBlur(sharp, (0, 0), 0.7).astype(np.float32) * np.float32(0.9 / 255)
        wide = cv2.GaussianBlur(soft, (0, 0), unit * 0.0012).astype(np.float32) * np.float32(1 / 255)
        cover = np.maximum(cover, cv2.resize(wide, (stage.width, stage.height), interpolation=cv2.INTER_LINEAR))[
            ..., None
        ]
        light *= 1 - cover
        light += self._light * cover


_CLOSE = 0.35
_FLAKE = 120


class Rainfall:
    """Streaks at two depths, each as long as a drop falls while the shutter is open."""

    def __init__(self, stage: Stage, rng: np.random.Generator, light: Light, *, wild: bool = False) -> None:
        """Scatter the drops."""
        self._stage, self._light = stage, light
        count = 900 if wild else 600
        self._near = rng.random(count) ** 2
        self._start = rng.random((count, 2))
        self._slant = (0.22 if wild else 0.06) * (1 if rng.integers(2) else -1)

    def fall_over(self, light: Light, t_s: float, _pose: Pose) -> None:
        """Draw the rain of one moment onto a picture in place."""
        stage = self._stage
        speed = 1.5 + 2.2 * self._near
        y = np.mod(self._start[:, 1] + speed * t_s, 1.15) - 0.1
        x = np.mod(self._start[:, 0] + self._slant * speed * t_s, 1.1) - 0.05
        long = speed * 0.012
        mask = np.zeros(light.shape[:2], np.uint8)
        for at_x, at_y, length, near in zip(x, y, long, self._near, strict=True):
            first = (round(at_x * stage.width * 16), round(at_y * stage.height * 16))
            last_x = (at_x + self._slant * length) * stage.width
            last = (round(last_x * 16), round((at_y + length) * stage.height * 16))
            cv2.line(mask, first, last, 70 + round(110 * near), 1, cv2.LINE_AA, _SHIFT)
        cover = cv2.GaussianBlur(mask, (0, 0), 0.9).astype(np.float32)[..., None] * np.float32(0.5 / 255)
        light *= 1 - cover
        light += self._light * cover


class Mist:
    """A low sheet of drifting mist. `row` is where it is thickest and `tall` how far it reaches, in frame heights."""

    def __init__(
        self,
        stage: Stage,
        rng: np.random.Generator,
        light: Light,
        *,
        row: float,
        tall: float,
        thick: float,
        depth: float,
    ) -> None:
        """Draw the sheet's noise."""
        self._stage, self._light, self._depth = stage, light, depth
        self._sheet = wrapped(spectral(rng, 512, 3.0, lowest=2, stretch=0.45))
        self._row, self._tall, self._thick = row, tall, thick
        self._drift = 0.012 * (1 if rng.integers(2) else -1)

    def lie_over(self, light: Light, t_s: float, pose: Pose) -> None:
        """Draw the mist of one moment onto a picture in place."""
        stage = self._stage
        quarter = (stage.width // 4, stage.height // 4)
        y, x = np.mgrid[0 : quarter[1], 0 : quarter[0]].astype(np.float32) / quarter[1]
        dx, dy = pose.shift(self._depth)
        u, v = x * 0.35 - np.float32(dx * 0.5 - self._drift * t_s), y * 0.55
        wisps = sample(self._sheet, u, v) + 0.6 * sample(self._sheet, u * 2.1 + np.float32(self._drift * t_s), v * 2.3)
        band = np.exp(-(((y - np.float32(self._row + dy)) / np.float32(self._tall)) ** 2))
        cover = np.clip(band * (0.66 + 0.17 * wisps), 0, 1) * np.float32(self._thick)
        cover = cv2.resize(cover, stage.size, interpolation=cv2.INTER_LINEAR)[..., None]
        light *= 1 - cover
        light += self._light * cover


def shafts(light: Light, stage: Stage, strength: float) -> None:
    """Let bright light stream away from the sun, past whatever stands before it; onto a picture in place."""
    eighth = (stage.width // 8, stage.height // 8)
    small = cv2.resize(light, eighth, interpolation=cv2.INTER_AREA)
    bright = np.clip(small - 1.0, 0, 2.0)
    sun = np.array([stage.sun_x / 8, stage.sun_y / 8])
    for step in (0.02, 0.05, 0.11, 0.22):
        size = 1 + step
        matrix = np.array([[size, 0, sun[0] * (1 - size)], [0, size, sun[1] * (1 - size)]])
        bright = 0.5 * bright + 0.5 * cv2.warpAffine(bright, matrix, eighth, borderMode=cv2.BORDER_REPLICATE)
    soft = cv2.GaussianBlur(bright, (0, 0), 1.2)
    light += cv2.resize(soft, stage.size, interpolation=cv2.INTER_CUBIC) * np.float32(strength)


def bloom(light: Light, strength: float = 0.06) -> None:
    """Let what is very bright glow into what is around it, as in a lens; in place."""
    height, width = light.shape[:2]
    small = np.minimum(cv2.resize(light, (width // 4, height // 4), interpolation=cv2.INTER_AREA), 12)
    over: Field = np.maximum(small - 0.85, 0)
    glow = cv2.GaussianBlur(over, (0, 0), 3) + 0.5 * blurred(over, 14)
    light += cv2.resize(glow, (width, height), interpolation=cv2.INTER_LINEAR) * np.float32(strength)
