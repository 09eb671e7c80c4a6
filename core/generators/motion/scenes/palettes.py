"""Light of each hour: the colours of sky, sun, clouds, land and water, as they look on the screen."""

from dataclasses import dataclass

import numpy as np

from core.generators.motion.images import Light, ink


@dataclass(frozen=True)
class Palette:
    """Screen colours `#rrggbb`. `sun_height` is over the horizon, in frame heights; `sun_power` in paper whites."""

    zenith: str
    middle: str
    horizon: str
    glow: str
    sun: str
    cloud_lit: str
    cloud_shade: str
    land: str
    water: str
    sun_height: float
    sun_power: float
    stars: float = 0.0
    moon: bool = False


PALETTES = {
    "day": Palette(
        "#1f62b8", "#6aa9e4", "#d3e6f2", "#fff6e0", "#fffdf5", "#ffffff", "#8da2bd", "#38503f", "#0f4a63", 0.42, 40.0
    ),
    "dawn": Palette(
        "#3f5c9e", "#c9a2c0", "#ffd9b0", "#ffc890", "#fff0d2", "#ffd2bb", "#71709b", "#3a3f57", "#20435c", 0.09, 28.0
    ),
    "sunset": Palette(
        "#26305f", "#b9587a", "#ffa04e", "#ff8a3c", "#ffe0a0", "#ff9b62", "#5a3e66", "#2c2036", "#1c2a44", 0.075, 30.0
    ),
    "dusk": Palette(
        "#10193f", "#4a4b86", "#d98a83", "#c86a6a", "#ffd0a8", "#a06f92", "#2e305a", "#161a33", "#141f3d", 0.01, 3.0,
        stars=0.35
    ),
    "night": Palette(
        "#03060f", "#08142c", "#1c3557", "#31507a", "#eef3ff", "#4d6488", "#0a1222", "#060b15", "#050d1b", 0.30, 9.0,
        stars=1.0,         moon=True,
    ),
    "storm": Palette(
        "#1a2028", "#3b4650", "#8b979e", "#9aa5aa", "#dfe4e4", "#9aa6ad", "#20272f", "#1c2428", "#16262d", 0.36, 0.0
    ),
    "grey": Palette(
        "#6f7f8d", "#98a6b0", "#cfd6d9", "#dfe4e4", "#f4f4f0", "#dde2e5", "#74828e", "#3a4644", "#2b4552", 0.40, 0.0
    ),
}  # fmt: skip

TINTS = {
    "warm": "#ffb070",
    "blue": "#7fb4ff",
    "red": "#ff8070",
    "green": "#8fe0a0",
    "pink": "#ff9fc8",
    "purple": "#b890ff",
    "golden": "#ffc860",
    "teal": "#70d8d0",
}
"""Words for colours, and the light that they lay over a scene."""


def tint_of(name: str | None, strength: float = 0.45) -> Light:
    """Give what to multiply light by for a named colour; no name changes nothing."""
    if name is None:
        return np.ones(3, np.float32)
    colour = ink(TINTS[name])
    even = colour / colour.mean()
    return np.asarray(1 + (even - 1) * strength, np.float32)
