"""Outdoor scenes: one stage with sky, land, water and weather in it, as the words ask."""

import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Light, ink
from core.generators.motion.scenes.palettes import PALETTES, tint_of
from core.generators.motion.scenes.sky import Sky, Stage
from core.generators.motion.scenes.water import Water
from core.generators.motion.words import Story

_HOURS = {"sea": ("sunset", "day", "dawn"), "sky": ("sunset", "dawn", "day")}
_COVER = {"storm": 0.85, "grey": 0.75, "night": 0.3}


class Seascape:
    """Sky over open water."""

    def __init__(self, story: Story, size: tuple[int, int], rng: np.random.Generator) -> None:
        """Choose hour, clouds and the sun's place."""
        hour = story.hour or str(rng.choice(_HOURS["sea"]))
        palette = PALETTES[hour]
        width, height = size
        horizon = height * 0.52
        sun_x = width * (0.5 + rng.uniform(-0.16, 0.16))
        stage = Stage(width, height, horizon, 0.9 * max(size), sun_x, horizon - palette.sun_height * height)
        wild = story.energy == "wild"
        self._sky = Sky(stage, palette, rng, cover=_COVER.get(hour, 0.45), wind=2.0 if wild else 1.0)
        state = "storm" if wild else "calm" if story.energy == "calm" else "normal"
        self._water = Water(stage, ink(palette.water), ink(palette.horizon), rng, state)
        self._tint = tint_of(story.tint)

    def light(self, t_s: float, pose: Pose) -> Light:
        """Draw one moment."""
        light = self._sky.light(t_s, pose)
        self._water.lay_below(light, t_s, pose)
        return np.asarray(light * self._tint, np.float32)
