"""Fire: noise that rises faster than it changes, bent by its own heat, coloured by temperature; sparks above."""

import cv2
import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Field, Light, blurred, hue, smoothstep
from core.generators.motion.noise import sample, spectral, wrapped
from core.generators.motion.scenes.palettes import tint_of
from core.generators.motion.words import Story

_SPARKS = 150
_FLAMES = 4


class Fire:
    """A wide fire in the dark."""

    def __init__(self, story: Story, size: tuple[int, int], rng: np.random.Generator) -> None:
        """Draw the noise and place the flames."""
        self._size = size
        self._big = wrapped(spectral(rng, 512, 3.0, lowest=3, stretch=0.55))
        self._small = wrapped(spectral(rng, 512, 2.4, lowest=7, stretch=0.5))
        self._bend = wrapped(spectral(rng, 256, 3.2, lowest=2))
        self._tint = tint_of(story.tint, 0.6)
        self._speed = 1.35 if story.energy == "wild" else 0.8 if story.energy == "calm" else 1.0
        wide = size[0] / max(size)
        self._middles = np.linspace(-0.26, 0.26, _FLAMES) * wide + rng.normal(0, 0.03, _FLAMES)
        self._tall = rng.uniform(0.62, 1.0, _FLAMES)
        self._sparks = rng.random((_SPARKS, 4))

    def light(self, t_s: float, pose: Pose) -> Light:
        """Draw one moment."""
        width, height = self._size
        unit = max(self._size)
        half = (width // 2, height // 2)
        y, x = np.mgrid[0 : half[1], 0 : half[0]].astype(np.float32)
        dx, dy = pose.shift(0.8)
        x = (x * 2 - width / 2) / unit - np.float32(dx)
        up = (height * (0.94 + dy) - y * 2) / np.float32(min(height, unit * 0.7))
        x, up = x / np.float32(pose.scale(0.8)), up / np.float32(pose.scale(0.8))
        heat = self._heat(x, up, t_s * self._speed)
        light = self._glow(heat)
        light = np.asarray(cv2.resize(light, self._size, interpolation=cv2.INTER_CUBIC), np.float32)
        np.maximum(light, 0, out=light)
        light += self._flying(t_s, pose)
        light += blurred(light, unit / 16) * np.float32(0.16) + blurred(light, unit / 60) * np.float32(0.12)
        return np.asarray(light * self._tint, np.float32)

    def _heat(self, x: Field, up: Field, t_s: float) -> Field:
        """Give 0 for cold air to over 1 for the heart of a flame."""
        lift = np.float32(t_s * 0.62)
        bend = sample(self._bend, x * 0.9, up * 0.55 - lift * np.float32(0.9))
        bend2 = sample(self._bend, x * 0.9 + np.float32(0.5), up * 0.55 - lift * np.float32(0.8))
        sway = (0.030 * bend + 0.012 * np.sin(np.float32(t_s * 1.3) + up * 5)) * np.clip(up * 2.2, 0, 1.4)
        xs = x + sway
        big = sample(self._big, xs * 1.15 + 0.02 * bend2, up * 0.42 - lift)
        small = sample(self._small, xs * 2.0 + 0.03 * bend, up * 0.62 - lift * np.float32(1.7))
        body = np.zeros_like(x)
        for number, (middle, tall) in enumerate(zip(self._middles, self._tall, strict=True)):
            reach = np.float32(tall * (0.78 + 0.10 * np.sin(t_s * (1.1 + 0.37 * number) + number * 2.1)))
            narrow = np.clip(1 - up / (reach * 1.2), 0, 1) ** 0.8 * np.float32(0.12) + np.float32(0.006)
            flame = np.exp(-(((xs - np.float32(middle)) / narrow) ** 2)) * np.clip(1.25 - up / reach, 0, 1)
            body = np.maximum(body, flame)
        base = np.exp(-((x / np.float32(0.30)) ** 4)) * np.exp(-np.clip(up, 0, 9) / 0.13)
        tongues = (0.30 * big + 0.17 * small) * np.clip(0.12 + body * 1.3, 0, 1)
        heat = 0.92 * body + 0.42 * base + tongues - 0.18 - 0.16 * up
        return np.asarray(np.clip(heat, 0, 1.25) * smoothstep(-0.04, 0.05, up), np.float32)

    @staticmethod
    def _glow(heat: Field) -> Light:
        """Colour heat as a glowing body: deep red, orange, yellow, nearly white."""
        red = 1.75 * heat**1.3
        green = 0.80 * heat**2.3
        blue = 0.22 * heat**4.0
        return np.dstack([red, green, blue]).astype(np.float32)

    def _flying(self, t_s: float, pose: Pose) -> Light:
        """Draw sparks, each a short streak along its way."""
        width, height = self._size
        mask = np.zeros((height, width), np.uint8)
        dx, dy = pose.shift(1.0)
        for start, phase, quick, where in self._sparks:
            life = float(np.mod(t_s * (0.16 + 0.28 * quick) + phase, 1))
            path = []
            for age in (life, max(0.0, life - 0.012)):
                sway = (
                    0.05 * np.sin(6.3 * (where + age * (1 + quick))) * age + 0.02 * np.sin(25 * age + where * 9) * age
                )
                x = width / 2 + ((start - 0.5) * 0.55 + sway + (where - 0.5) * 0.5 * age + dx) * max(self._size)
                y = height * (0.92 + dy) - age**0.9 * height * (0.75 + 0.5 * quick)
                path.append((round(x * 16), round(y * 16)))
            bright = (
                int(235 * np.sin(np.pi * min(1.0, life * 1.1)) ** 0.6 * (0.35 + 0.65 * quick)) if life < 1 / 1.1 else 0
            )
            if bright > 0:
                cv2.line(mask, path[0], path[1], bright, 1 + int(quick * max(self._size) / 640), cv2.LINE_AA, 4)
        soft = cv2.GaussianBlur(mask, (0, 0), 0.7).astype(np.float32)[..., None]
        return np.asarray(soft * hue("#ffa550") * np.float32(2.6 / 255), np.float32)
