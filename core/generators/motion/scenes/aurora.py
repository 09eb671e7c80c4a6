"""Northern lights: curtains that hang along waving lines, striped by rays, green below and violet above."""

import cv2
import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Light, hue, smoothstep
from core.generators.motion.noise import curve
from core.generators.motion.scenes.sky import Stage

_CURTAINS = 4
_LENGTH = 2048


class Aurora:
    """Curtains of light, added to the sky."""

    def __init__(self, stage: Stage, rng: np.random.Generator) -> None:
        """Draw the lines and rays of each curtain."""
        self._stage = stage
        self._lines = [curve(rng, _LENGTH, 3.4, lowest=2) for _ in range(_CURTAINS)]
        self._rays = [curve(rng, _LENGTH, 0.9, lowest=20) for _ in range(_CURTAINS)]
        self._shine = [curve(rng, _LENGTH, 2.6, lowest=2) for _ in range(_CURTAINS)]
        self._heights = np.sort(rng.uniform(0.30, 0.80, _CURTAINS))
        self._speeds = rng.uniform(0.6, 1.3, _CURTAINS) * rng.choice((-1, 1), _CURTAINS)
        self._low, self._middle, self._high = hue("#8dffb4", 0.9), hue("#48d8b0", 0.9) * 0.8, hue("#9a6ae0", 0.8) * 0.6

    def shine_over(self, light: Light, t_s: float, pose: Pose) -> None:
        """Add the light of one moment, in place."""
        stage = self._stage
        half = (stage.width // 2, max(2, int(stage.horizon) // 2))
        dx, dy = pose.shift(0.05)
        across = (np.arange(half[0], dtype=np.float32) / half[0] - np.float32(dx)) * (stage.width / stage.height)
        y = (np.arange(half[1], dtype=np.float32) / half[1] - np.float32(dy))[:, None]
        total: Light = np.zeros((half[1], half[0], 3), np.float32)
        for number in range(_CURTAINS):
            speed = self._speeds[number]
            line = np.float32(self._heights[number]) + 0.085 * self._along(
                self._lines[number], across * 0.12 + t_s * 0.0022 * speed
            )
            line = line + 0.018 * self._along(self._lines[number - 1], across * 0.4 - t_s * 0.006 * speed)
            rays = np.clip(
                0.62 + 0.30 * self._along(self._rays[number], across * 0.16 + t_s * 0.0024 * speed), 0.12, 1.6
            )
            rays = rays * np.clip(
                0.75 + 0.25 * self._along(self._rays[number - 1], across * 0.33 - t_s * 0.003 * speed), 0.3, 1.4
            )
            shine = np.clip(0.30 + 0.62 * self._along(self._shine[number], across * 0.10 - t_s * 0.004 * speed), 0, 1.7)
            up = line[None] - y
            reach = 0.17 + 0.16 * rays[None]
            fall: Light = np.exp(-np.maximum(up, 0) / reach) * smoothstep(-0.022, 0.03, up)
            power = (fall * rays[None] * shine[None])[..., None]
            height = np.clip(up / 0.42, 0, 1)[..., None]
            colour = self._low + (self._middle - self._low) * smoothstep(0.0, 0.45, height)
            colour = colour + (self._high - colour) * smoothstep(0.35, 1.0, height)
            total = total + colour * power
        soft: Light = np.asarray(cv2.GaussianBlur(total, (0, 0), 1.4))
        wide = cv2.GaussianBlur(cv2.resize(total, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA), (0, 0), 5)
        soft += cv2.resize(wide, half, interpolation=cv2.INTER_CUBIC) * np.float32(0.55)
        rows = half[1] * 2
        light[:rows] += cv2.resize(soft, (stage.width, rows), interpolation=cv2.INTER_LINEAR) * np.float32(0.42)

    @staticmethod
    def _along(line: Light, place: Light) -> Light:
        """Read a wrapping line smoothly at places in lengths of it."""
        at = np.mod(place, 1) * len(line)
        first = at.astype(int) % len(line)
        share = at - np.floor(at)
        share = share * share * (3 - 2 * share)
        return np.asarray(line[first] * (1 - share) + line[(first + 1) % len(line)] * share, np.float32)
