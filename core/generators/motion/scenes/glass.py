"""Rain on a window: lights of the evening out of focus, and drops on the glass that run, join and bend the view."""

import cv2
import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Field, Light, blurred, hue, ink, smoothstep
from core.generators.motion.scenes.palettes import tint_of
from core.generators.motion.words import Story

_LAMPS = ("#ffb45a", "#ffd9a0", "#ff6a4a", "#8ac4ff", "#ffe8c8", "#ff9a3c", "#6ad0c0")
_DROPS, _RUNNERS = 1100, 48
_TRAIL = 0.34


class RainyWindow:
    """A window in the rain."""

    def __init__(self, story: Story, size: tuple[int, int], rng: np.random.Generator) -> None:
        """Place the lights behind and the drops on the glass."""
        self._size, self._unit = size, max(size)
        day = story.hour in {"day", "grey", "dawn", "storm"}
        self._view = self._blurred_view(rng, day=day)
        self._tint = tint_of(story.tint)
        self._still = self._standing(rng)
        self._runners = rng.random((_RUNNERS, 5))

    def light(self, t_s: float, pose: Pose) -> Light:
        """Draw one moment."""
        width, height = self._size
        lens = self._still.copy()
        self._run(lens, t_s)
        lens = np.asarray(cv2.GaussianBlur(lens, (0, 0), self._unit / 1100), np.float32)
        slope_x = cv2.Sobel(lens, cv2.CV_32F, 1, 0, scale=0.125)
        slope_y = cv2.Sobel(lens, cv2.CV_32F, 0, 1, scale=0.125)
        dx, dy = pose.shift(0.4)
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        scale = np.float32(1 / pose.scale(0.4))
        margin = np.array([(self._view.shape[1] - width) / 2, (self._view.shape[0] - height) / 2], np.float32)
        u = (x - width / 2 - np.float32(dx * width)) * scale + width / 2 + margin[0]
        v = (y - height / 2 - np.float32(dy * height)) * scale + height / 2 + margin[1]
        # A drop is a strong lens: it shows a wide part of the view, upside down.
        bend = np.float32(self._unit * 1.5)
        u, v = u + slope_x * bend, v + slope_y * bend
        light: Light = np.asarray(cv2.remap(self._view, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT))
        facing = np.clip((-slope_y * 0.9 - slope_x * 0.5) * np.float32(self._unit / 60), -0.55, 1.2)[..., None]
        light *= 1 + 0.55 * facing
        light += np.clip(facing - 0.35, 0, 1) * 0.10
        return np.asarray(light * self._tint, np.float32)

    def _blurred_view(self, rng: np.random.Generator, *, day: bool) -> Light:
        """Draw discs of light, as a wide open lens shows lamps, over a dim street."""
        width, height = int(self._size[0] * 1.3), int(self._size[1] * 1.3)
        y = (np.arange(height, dtype=np.float32) / height)[:, None, None]
        high, low = (ink("#8796a3"), ink("#4d5a60")) if day else (ink("#141c30"), ink("#0c0f16"))
        light = np.broadcast_to(high + (low - high) * y, (height, width, 3)).astype(np.float32)
        lamps = np.zeros((height // 2, width // 2, 3), np.float32)
        for _ in range(70 if not day else 26):
            radius = self._unit * rng.uniform(0.012, 0.034)
            at = (round(rng.random() * width * 16), round((0.2 + 0.65 * rng.beta(2.2, 1.8)) * height * 16))
            disc = np.zeros((height // 2, width // 2), np.uint8)
            cv2.circle(disc, (at[0] // 2, at[1] // 2), round(radius * 8), 255, -1, cv2.LINE_AA, 4)
            lamp = hue(str(rng.choice(_LAMPS)), 0.85) * np.float32(rng.gamma(2.2, 0.20) / 255)
            left, top = max(0, int(at[0] / 32 - radius)), max(0, int(at[1] / 32 - radius))
            there = slice(top, top + int(2 * radius)), slice(left, left + int(2 * radius))
            soft = cv2.GaussianBlur(disc[there], (0, 0), self._unit / 420).astype(np.float32)
            rim = np.clip(soft - 0.6 * cv2.GaussianBlur(soft, (0, 0), float(radius / 3)), 0, None)
            lamps[there] += (0.55 * soft + 0.7 * rim)[..., None] * lamp
        light += cv2.resize(lamps, (width, height), interpolation=cv2.INTER_LINEAR)
        # The wet street below mirrors the lamps as long smears.
        street = int(height * 0.72)
        smear = cv2.blur(light[street - (height - street) : street][::-1], (9, int(height * 0.12) | 1))
        mirrored = 0.30 * light[street:] + 0.48 * smear
        wet = smoothstep(0.0, 0.10 * height, np.arange(height - street, dtype=np.float32))[:, None, None]
        light[street:] += (mirrored - light[street:]) * wet
        return np.asarray(light + blurred(light, self._unit / 20) * 0.25, np.float32)

    def _standing(self, rng: np.random.Generator) -> Field:
        """Give the thickness of the drops that stay, in frame widths."""
        lens = np.zeros((self._size[1], self._size[0]), np.float32)
        for _ in range(_DROPS):
            radius = self._unit * (0.0012 + 0.0075 * rng.random() ** 5)
            _drop(lens, rng.random() * self._size[0], rng.random() * self._size[1], radius, float(rng.uniform(1, 1.25)))
        return lens

    def _run(self, lens: Field, t_s: float) -> None:
        """Let drops run down in starts and stops, wiping the glass and leaving beads behind."""
        width, height = self._size
        for where, phase, quick, size, bend in self._runners:
            age = np.mod(t_s * (0.05 + 0.09 * quick) + phase, 1.0)
            steps = age * 7
            way = (np.floor(steps) + min(1.0, float(np.mod(steps, 1)) * 2.2) ** 2) / 7
            y = (-0.1 + 1.25 * way) * height
            radius = self._unit * (0.0055 + 0.0045 * size)

            def across(row: float, where: float = where, bend: float = bend) -> float:
                turn = 0.010 * np.sin(row / height * 9 + bend * 20) + 0.004 * np.sin(row / height * 31 + bend * 50)
                return float(where * width + turn * self._unit)

            long = _TRAIL * height * (0.5 + 0.5 * quick)
            for row in np.arange(max(0.0, y - long), y, radius * 0.7):
                left, right = int(across(row) - radius * 0.75), int(across(row) + radius * 0.75)
                lens[int(row) : int(row + radius * 0.7) + 1, max(0, left) : max(0, right)] *= 0.25
            beads = np.random.default_rng(int(where * 1e9))
            for share in beads.random(9):
                row = share * 1.2 * height
                if y - long < row < y - radius * 1.5:
                    fade = 1 - (y - row) / long
                    _drop(
                        lens,
                        across(row) + beads.normal(0, 1),
                        row,
                        radius * (0.22 + 0.3 * beads.random()) * (0.4 + 0.6 * fade),
                        1.3,
                    )
            _drop(lens, across(y), y, radius, 1.35)


def _drop(lens: Field, x: float, y: float, radius: float, tall: float) -> None:
    """Put a drop, the cap of a sphere drawn out downwards, on the glass; where drops meet, the thicker one counts."""
    reach_x, reach_y = int(radius + 2), int(radius * tall + 2)
    left, right = max(0, int(x) - reach_x), min(lens.shape[1], int(x) + reach_x + 1)
    top, bottom = max(0, int(y) - reach_y), min(lens.shape[0], int(y) + reach_y + 1)
    if left >= right or top >= bottom:
        return
    rows, columns = np.mgrid[top:bottom, left:right].astype(np.float32)
    away = ((columns - np.float32(x)) / np.float32(radius)) ** 2 + (
        (rows - np.float32(y)) / np.float32(radius * tall)
    ) ** 2
    cap = np.sqrt(np.clip(1 - away, 0, 1)) * np.float32(radius / 60)
    np.maximum(lens[top:bottom, left:right], cap, out=lens[top:bottom, left:right])
