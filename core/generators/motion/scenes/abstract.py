"""Nothing in particular: folds of light, like silk, that flow through a few colours which go together."""

import cv2
import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Light, ink
from core.generators.motion.noise import sample, spectral, wrapped
from core.generators.motion.scenes.palettes import TINTS
from core.generators.motion.scenes.weather import bloom
from core.generators.motion.words import Story

_COLOURS = (
    ("#0b1026", "#243b8a", "#5a8de0", "#f0b49a", "#ffe7cf"),
    ("#14091f", "#5a1f6a", "#c04a7a", "#f79a6a", "#ffe0b0"),
    ("#04161c", "#0b4a55", "#2a9a8f", "#a8d8a0", "#f4f0c8"),
    ("#0a0a18", "#2a2a6a", "#6a5ad0", "#d08ae0", "#ffd8ea"),
    ("#140c08", "#5a2a1a", "#b8603a", "#eab070", "#fff0d4"),
)
_DARK, _PALE = ("#08090e", "#fdf6ec")


class Abstract:
    """Flowing folds."""

    def __init__(self, story: Story, size: tuple[int, int], rng: np.random.Generator) -> None:
        """Choose the colours and draw the noise."""
        self._size = size
        codes = _COLOURS[int(rng.integers(len(_COLOURS)))]
        if story.tint is not None:
            codes = (_DARK, *(codes[1:2]), TINTS[story.tint], TINTS[story.tint], _PALE)
        self._ramp = np.stack([ink(code) for code in codes])
        self._soft = wrapped(spectral(rng, 1024, 4.2, lowest=1, highest=9))
        self._other = wrapped(spectral(rng, 1024, 4.2, lowest=1, highest=9))
        self._angle = rng.uniform(0, 2 * np.pi)
        self._speed = {"calm": 0.6, "wild": 1.8}.get(story.energy or "", 1.0)

    def light(self, t_s: float, pose: Pose) -> Light:
        """Draw one moment."""
        width, height = self._size
        unit = np.float32(max(self._size))
        half = (width // 2, height // 2)
        y, x = np.mgrid[0 : half[1], 0 : half[0]].astype(np.float32)
        dx, dy = pose.shift(0.7)
        scale = np.float32(2 / unit / pose.scale(0.9))
        x = (x - np.float32(half[0] * (0.5 + dx))) * scale
        y = (y - np.float32(half[1] * (0.5 + dy))) * scale
        turn_x, turn_y = np.float32(np.cos(self._angle)), np.float32(np.sin(self._angle))
        u, v = x * turn_x + y * turn_y, y * turn_x - x * turn_y
        t = np.float32(t_s * 0.011 * self._speed)
        bend_u = sample(self._soft, u * 0.22 + t, v * 0.22 - t * 0.6)
        bend_v = sample(self._other, u * 0.22 - t * 0.8, v * 0.22 + t * 0.5)
        fold = sample(self._soft, u * 0.30 + 0.11 * bend_u, v * 0.46 + 0.11 * bend_v + t * 1.4)
        wave = v * 3.2 + 0.62 * fold + 0.34 * bend_u
        silk = 0.5 + 0.5 * np.sin(wave * 6.5 + t * 9)
        slope = np.gradient(wave + 0.12 * silk, axis=0) * np.float32(half[1] / 2.2)
        slope = cv2.GaussianBlur(slope, (0, 0), half[1] / 180)
        shine = np.exp(-(((slope - 1.1) / 0.55) ** 2))
        level = np.clip(0.43 + 0.23 * (fold - 0.5 * fold.mean()) + 0.16 * (silk - 0.5) + 0.10 * bend_v, 0, 1)
        light = self._coloured(level) * (0.38 + 0.75 * silk)[..., None]
        light += self._ramp[-1] * (0.16 * shine * silk)[..., None]
        light = np.asarray(cv2.resize(light, self._size, interpolation=cv2.INTER_CUBIC), np.float32)
        bloom(light, 0.08)
        return light

    def _coloured(self, level: Light) -> Light:
        at = level * np.float32(len(self._ramp) - 1)
        first = np.minimum(at.astype(int), len(self._ramp) - 2)
        share = (at - first)[..., None]
        share = share * share * (3 - 2 * share)
        return np.asarray(self._ramp[first] * (1 - share) + self._ramp[first + 1] * share, np.float32)
