"""Outdoor scenes: one stage with sky, land, water and weather on it, as the words ask."""

from collections.abc import Callable

import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Light, hue, ink
from core.generators.motion.scenes.aurora import Aurora
from core.generators.motion.scenes.city import skyline
from core.generators.motion.scenes.field import Grass
from core.generators.motion.scenes.layers import Layer, draw
from core.generators.motion.scenes.palettes import PALETTES, tint_of
from core.generators.motion.scenes.sky import Sky, Stage
from core.generators.motion.scenes.terrain import GROUNDS, Air, land
from core.generators.motion.scenes.trees import treeline
from core.generators.motion.scenes.water import Water
from core.generators.motion.scenes.weather import Mist, Rainfall, Snowfall, bloom, shafts
from core.generators.motion.words import Story

_HOURS = {
    "sea": ("sunset", "day", "dawn"),
    "lake": ("dawn", "sunset", "day"),
    "forest": ("dawn", "dawn", "sunset"),
    "mountains": ("dawn", "day", "sunset"),
    "city": ("night", "dusk"),
    "desert": ("sunset", "day", "dawn"),
    "snow": ("day", "dusk", "dawn"),
    "sky": ("sunset", "dawn", "day"),
    "aurora": ("night",),
    "field": ("sunset", "day", "dawn"),
}
"""What hours suit a scene when the words leave it open."""
_COVER = {"storm": 0.82, "grey": 0.72, "night": 0.22, "day": 0.42, "dawn": 0.42, "sunset": 0.45, "dusk": 0.4}
_HORIZON = {"forest": 0.62, "mountains": 0.60, "desert": 0.50, "snow": 0.62, "sky": 0.86, "aurora": 0.72, "field": 0.60,
            "city": 0.66, "lake": 0.55, "sea": 0.52}  # fmt: skip
"""The horizon's row, in frame heights from the top."""
_LOW_SUN = 0.2
_NOT_UP = 3.0
"""Heights of a sun that colours the land, and of a moon that isn't in the picture: frame heights over the horizon."""
_MIST_DEPTH = 0.45
"""Mist lies between what is farther and what is nearer than this."""


class Landscape:
    """Sky, land in layers, water or grass, and weather."""

    def __init__(self, story: Story, size: tuple[int, int], rng: np.random.Generator) -> None:
        """Choose what the words leave open, and prepare each part."""
        self.scene = story.scene or "sky"
        self._story, self._rng = story, rng
        self.hour = story.hour or str(rng.choice(_HOURS[self.scene]))
        if self.scene == "aurora" and self.hour not in {"night", "dusk"}:
            self.hour = "night"
        self.palette = PALETTES[self.hour]
        self.stage = self._set(size)
        wild = story.energy == "wild"
        cover = 0.0 if self.scene == "aurora" else _COVER[self.hour] + (0.12 if self.scene == "sky" else 0.0)
        self._sky = Sky(self.stage, self.palette, rng, cover=cover, wind=2.2 if wild else 1.0)
        self._lights = Aurora(self.stage, rng) if "aurora" in {self.scene, *story.also} else None
        self._land = _LAND[self.scene](self)
        self._water = self._fill_water(wild=wild)
        self._grass = Grass(self.stage, self.palette, rng, wild=wild) if self.scene == "field" else None
        self._mists = self._raise_mists()
        self._falling = self._let_fall(wild=wild)
        self._tint = tint_of(story.tint)

    def light(self, t_s: float, pose: Pose) -> Light:
        """Draw one moment."""
        light = self._sky.light(t_s, pose)
        if self._lights is not None:
            self._lights.shine_over(light, t_s, pose)
        draw(light, [one for one in self._land if one.depth <= _MIST_DEPTH], pose, self.stage)
        for mist in self._mists:
            mist.lie_over(light, t_s, pose)
        draw(light, [one for one in self._land if one.depth > _MIST_DEPTH], pose, self.stage)
        if self._water is not None:
            self._water.lay_below(light, t_s, pose)
        if self._grass is not None:
            self._grass.grow_over(light, t_s, pose)
        if self.palette.sun_power > 1 and not self.palette.moon:
            shafts(light, self.stage, 0.22)
        bloom(light)
        for falling in self._falling:
            falling.fall_over(light, t_s, pose)
        return np.asarray(light * self._tint, np.float32)

    def _set(self, size: tuple[int, int]) -> Stage:
        width, height = size
        horizon = height * _HORIZON[self.scene]
        sun_x = width * (0.5 + self._rng.uniform(-0.2, 0.2))
        high = self.palette.sun_height * self._rng.uniform(0.85, 1.15)
        if self.scene in {"forest", "mountains", "snow", "city"}:
            high += 0.10
        high = _NOT_UP if self.scene == "aurora" else min(high, 0.9 * horizon / height)
        return Stage(width, height, horizon, 0.9 * max(size), sun_x, horizon - high * height)

    def air(self, clear: float = 2.6) -> Air:
        """Give the light that falls on land at this hour."""
        palette, stage = self.palette, self.stage
        side = (stage.sun_x - stage.width / 2) / stage.width
        low = palette.sun_height < _LOW_SUN
        sun = (np.sign(side) * 0.8 + side, 0.28 if low else 0.65, 0.35 if low else -0.25)
        power = 0.10 if palette.moon else 0.25 if palette.sun_power == 0 else 2.0
        sunlight = hue(palette.glow if low else palette.sun, 0.75) * power
        haze = 0.34 * ink(palette.horizon) + 0.42 * ink(palette.middle)
        skylight = ink(palette.middle) * 0.55 + ink(palette.zenith) * 0.45
        return Air(
            sun, sunlight, (0.4 + 0.6 * skylight / skylight.max()) * (0.05 if palette.moon else 0.42), haze, clear
        )

    def mountains(self) -> list[Layer]:
        """Peaks behind trees or water."""
        winter = "snow" in {self.scene, *self._story.also, *self._story.weather}
        ground = GROUNDS["winter" if winter else "alps"]
        layers = land(self.stage, (ground, self.air()), self._rng, (0.75, 1.2, 1.8, 2.7, 4.2), base=0.75)
        return layers if self._has_water() else [*layers, *self._trees((0.62, 0.80), winter=winter)]

    def forest(self) -> list[Layer]:
        """Rows of trees, one behind the other, in the morning's mist."""
        return self._trees((0.10, 0.22, 0.38, 0.58, 0.85), winter="snow" in {*self._story.also, *self._story.weather})

    def _trees(self, depths: tuple[float, ...], *, winter: bool) -> list[Layer]:
        haze = 0.62 * ink(self.palette.horizon) + 0.1 * ink(self.palette.middle)
        dark = ink(self.palette.land) * 0.32
        air = self.air()
        snow = ink("#e4ebf3") * (0.35 * air.sunlight + 0.75 * air.skylight)
        rows = []
        for depth in depths:
            lost = float(np.clip(0.93 - 1.05 * depth, 0, 1)) ** 1.6
            tops = dark + (haze - dark) * lost
            foot = dark + (haze - dark) * min(1.0, 1.25 * lost + 0.30 * (1 - depth) ** 2 + 0.01)
            ground = _HORIZON[self.scene] + 0.04 + 0.33 * depth**1.5
            small = 0.5 if self.scene in {"mountains", "snow", "sky", "aurora"} else 1
            row = treeline(
                self.stage,
                self._rng,
                depth=depth,
                foot=ground,
                tall=(0.10 + 0.50 * depth**1.3) * small,
                colours=(tops, foot),
                soil=snow + (haze - snow) * lost if winter else None,
            )
            rows.append(row)
        return rows

    def hills(self) -> list[Layer]:
        """Soft green land behind grass."""
        return land(self.stage, (GROUNDS["hills"], self.air(2.0)), self._rng, (1.0, 1.6, 2.4, 3.6), base=1.0)

    def dunes(self) -> list[Layer]:
        """Sand to the horizon."""
        return land(self.stage, (GROUNDS["dunes"], self.air(3.4)), self._rng, (0.05, 0.22, 0.5, 1.1, 2.6))

    def city(self) -> list[Layer]:
        """Towers with lit windows."""
        return skyline(self.stage, self.palette, self._rng)

    def shore(self) -> list[Layer]:
        """Far land behind a lake."""
        return self.mountains()

    def open(self) -> list[Layer]:
        """Nothing but a low line of hills, or nothing at all."""
        if "mountains" in self._story.also:
            return land(self.stage, (GROUNDS["alps"], self.air(1.6)), self._rng, (1.2, 2.0, 3.2), base=1.2)
        if self.scene == "sea":
            return []
        far = land(self.stage, (GROUNDS["hills"], self.air(1.2)), self._rng, (1.0, 1.8, 3.0), base=1.0)
        return [*far, *self._trees((0.30, 0.36), winter=False)]

    def _has_water(self) -> bool:
        return self.scene in {"sea", "lake", "city"} or bool({"lake", "sea"} & self._story.also)

    def _fill_water(self, *, wild: bool) -> Water | None:
        if not self._has_water():
            return None
        calm = "calm" if self._story.energy == "calm" or self.scene != "sea" else "normal"
        state = "storm" if wild and self.scene == "sea" else "still" if self.scene != "sea" and not wild else calm
        haze = self.air().haze if self._land else ink(self.palette.horizon)
        return Water(self.stage, ink(self.palette.water), haze, self._rng, state)

    def _raise_mists(self) -> list[Mist]:
        light = 0.6 * ink(self.palette.horizon) + 0.15 * ink(self.palette.middle)
        foggy = "mist" in self._story.weather
        if not foggy and self.scene not in {"forest", "snow"}:
            return []
        row = _HORIZON[self.scene] + 0.08
        thick = 0.75 if foggy else 0.42
        return [Mist(self.stage, self._rng, light, row=row, tall=0.16, thick=thick, depth=_MIST_DEPTH)]

    def _let_fall(self, *, wild: bool) -> list[Snowfall | Rainfall]:
        falling: list[Snowfall | Rainfall] = []
        bright = 0.5 * ink(self.palette.horizon) + (0.1 if self.palette.moon else 0.35)
        if self.scene == "snow" or "snow" in self._story.weather:
            falling.append(Snowfall(self.stage, self._rng, bright, wild=wild))
        if "rain" in self._story.weather:
            falling.append(Rainfall(self.stage, self._rng, bright, wild=wild))
        return falling


_LAND: dict[str, Callable[[Landscape], list[Layer]]] = {
    "sea": Landscape.open,
    "lake": Landscape.shore,
    "forest": Landscape.forest,
    "mountains": Landscape.mountains,
    "city": Landscape.city,
    "desert": Landscape.dunes,
    "snow": Landscape.mountains,
    "sky": Landscape.open,
    "aurora": Landscape.mountains,
    "field": Landscape.hills,
}
PLACES = frozenset(_LAND)
"""The scenes that are landscapes."""
