"""Under water: light through a moving surface, as shafts from above and as caustics on sand."""

import cv2
import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Field, Light, hue, ink, smoothstep
from core.generators.motion.noise import curve, sample, spectral, wrapped
from core.generators.motion.scenes.palettes import tint_of
from core.generators.motion.scenes.water import Cascade
from core.generators.motion.scenes.weather import bloom
from core.generators.motion.words import Story

_FLOOR = 0.60
_BUBBLES, _MOTES = 90, 320


class Underwater:
    """The sea from below its surface."""

    def __init__(self, story: Story, size: tuple[int, int], rng: np.random.Generator) -> None:
        """Draw the waves above, the ground and what floats."""
        self._size = size
        self._waves = Cascade(rng, 14.0, 4.0, (1.7, 14.0), 0.16)
        self._sand = wrapped(spectral(rng, 512, 3.0, lowest=3))
        self._ripples = wrapped(spectral(rng, 512, 1.8, lowest=8, highest=34, stretch=0.3))
        self._rays = [wrapped(np.tile(curve(rng, 1024, 1.5, lowest=3), (2, 1))) for _ in range(3)]
        self._bubbles, self._motes = rng.random((_BUBBLES, 4)), rng.random((_MOTES, 4))
        self._columns = np.sort(rng.random(3))
        self._tint = tint_of(story.tint)
        self._source = size[0] * (0.5 + rng.uniform(-0.25, 0.25))
        night = story.hour in {"night", "dusk"}
        self._light = 0.22 if night else 1.0

    def light(self, t_s: float, pose: Pose) -> Light:
        """Draw one moment."""
        width, height = self._size
        unit = max(self._size)
        dx, dy = pose.shift(0.3)
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        down = (y[:, :1] / height - np.float32(dy * 0.5))[..., None]
        near, far, deep = ink("#7fd6e6"), ink("#1f86a8"), ink("#05283f")
        light = near + (far - near) * smoothstep(-0.15, 0.35, down)
        column = light + (deep - light) * smoothstep(0.25, 1.05, down)
        light = np.repeat(column, width, 1)
        away = np.hypot(x - self._source - np.float32(dx * width), (y + 0.10 * height) * 1.1) / unit
        light += hue("#d8fff4") * (1.2 * np.exp(-away / 0.13))[..., None]
        floor = height * (_FLOOR + dy)
        self._lay_floor(light, floor, t_s, pose)
        light += hue("#b8f4f0") * (self._shafts(t_s, dx)[..., None] * np.float32(0.42))
        light *= np.float32(self._light)
        self._float_over(light, t_s, pose)
        bloom(light, 0.05)
        return np.asarray(light * self._tint, np.float32)

    def _lay_floor(self, light: Light, floor: float, t_s: float, pose: Pose) -> None:
        """Draw rippled sand in perspective with caustics on it, lost in blue towards the distance."""
        width, height = self._size
        top = max(0, int(floor))
        y, x = np.mgrid[top:height, 0:width].astype(np.float32)
        focal = np.float32(0.9 * max(self._size))
        below = (y - np.float32(floor) + 1.0) / focal
        away = 1.3 / below
        dx, _ = pose.shift(0.6)
        x_m = (x - width / 2) / focal * away - np.float32(dx * 4)
        z_m = away + np.float32(8 * pose.zoom)
        fine = np.exp(-away / 3.5)
        grain = 0.07 * sample(self._sand, x_m / 9, z_m / 9) + 0.10 * sample(self._ripples, x_m / 5, z_m / 5) * fine
        sand = ink("#c9b98a") * (0.55 + grain)[..., None] * np.array([0.45, 0.85, 0.95], np.float32)
        net = self._caustics(t_s)
        caustic = sample(net, x_m / 5.5, z_m / 5.5) * np.clip(1.3 - away / 16, 0, 1)
        sand *= 0.45 + 0.85 * caustic[..., None]
        clear = np.exp(-away / 6.5)[..., None]
        light[top:] += (sand - light[top:]) * clear

    def _caustics(self, t_s: float) -> Light:
        """Follow sunlight through the waves to the ground: where rays meet, it is bright."""
        _, rise = self._waves.surface(t_s)
        bend = np.float32(26.0)
        xx = np.roll(rise, 1, 1) + np.roll(rise, -1, 1) - 2 * rise
        zz = np.roll(rise, 1, 0) + np.roll(rise, -1, 0) - 2 * rise
        xz = (np.roll(rise, (1, 1), (0, 1)) + np.roll(rise, (-1, -1), (0, 1)) - np.roll(rise, (1, -1), (0, 1))
              - np.roll(rise, (-1, 1), (0, 1))) / 4  # fmt: skip
        scale = bend / max(float(xx.std()), 1e-9) * np.float32(0.021)
        spread = wrapped(((1 + scale * xx) * (1 + scale * zz) - (scale * xz) ** 2).astype(np.float32))
        fine = np.abs(cv2.resize(spread, None, fx=3, fy=3, interpolation=cv2.INTER_CUBIC)[2:-2, 2:-2])
        return np.asarray(np.clip(0.30 / (fine + 0.09), 0, 3.0), np.float32)

    def _shafts(self, t_s: float, dx: float) -> Field:
        """Light from the surface spreads out in beams that wander and breathe."""
        width, height = self._size
        y, x = np.mgrid[0 : height // 2, 0 : width // 2].astype(np.float32) * 2
        from_y = np.float32(-0.55 * height)
        slope = (x - np.float32(self._source + dx * width)) / (y - from_y)
        total = np.zeros_like(x)
        for number, line in enumerate(self._rays):
            place = slope * np.float32(0.16 * (number + 1)) + np.float32(t_s * 0.004 * (-1) ** number + 0.3)
            total += sample(line, place, np.zeros_like(place))
        fade = np.exp(-y / np.float32(0.55 * height)) * np.exp(-((slope / 0.75) ** 2))
        beams = np.clip(0.25 + 0.36 * total, 0, 1.6) ** 1.5 * fade
        return np.asarray(cv2.resize(beams, self._size, interpolation=cv2.INTER_LINEAR), np.float32)

    def _float_over(self, light: Light, t_s: float, pose: Pose) -> None:
        """Draw rising bubbles and drifting motes."""
        width, height = self._size
        unit = max(self._size)
        dx, dy = pose.shift(0.9)
        mask, rim = np.zeros((height, width), np.uint8), np.zeros((height, width), np.uint8)
        for column, phase, near, wobble in self._bubbles:
            y = 1.08 - np.mod(phase + t_s * (0.06 + 0.10 * near), 1.16) + dy
            x = (
                self._columns[int(column * 3) % 3]
                + (column * 3 % 1 - 0.5) * 0.10
                + 0.012 * np.sin(t_s * (2 + wobble) + 9 * phase)
            )
            centre = (round((x + dx) * width * 16), round(y * height * 16))
            radius = unit * (0.0015 + 0.006 * near**3)
            cv2.circle(rim, centre, round(radius * 16), 200, max(1, int(unit / 900)), cv2.LINE_AA, 4)
            glint = (centre[0] - round(radius * 5.6), centre[1] - round(radius * 5.6))
            cv2.circle(mask, glint, round(radius * 4.4), 255, -1, cv2.LINE_AA, 4)
        for u, v, near, phase in self._motes:
            x = np.mod(u + 0.006 * t_s * (near - 0.5) + 0.004 * np.sin(t_s * 0.7 + 6.3 * phase) + dx * near, 1)
            y = np.mod(v + 0.004 * t_s * (phase - 0.3) + dy * near, 1)
            cv2.circle(
                mask,
                (round(x * width * 16), round(y * height * 16)),
                round(unit * (0.4 + near) * 0.013),
                70,
                -1,
                cv2.LINE_AA,
                4,
            )
        shown = cv2.GaussianBlur(mask, (0, 0), 0.8).astype(np.float32) + 0.5 * cv2.GaussianBlur(rim, (0, 0), 0.7)
        light += hue("#dffcff") * (shown[..., None] * np.float32(0.55 / 255 * self._light))
