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
        zenith="#2a68b4", middle="#6fa8dc", horizon="#c9dfee", glow="#fff1d6", sun="#fffaf0", cloud_lit="#fbfbf8",
        cloud_shade="#8798b0", land="#38503f", water="#12465c", sun_height=0.40, sun_power=30.0,
    ),
    "dawn": Palette(
        zenith="#4d6796", middle="#b3a4b8", horizon="#f5cfae", glow="#ffc48c", sun="#ffedd0", cloud_lit="#f6c9b4",
        cloud_shade="#7c7a99", land="#3a4150", water="#24465a", sun_height=0.09, sun_power=26.0,
    ),
    "sunset": Palette(
        zenith="#2c3a63", middle="#96708a", horizon="#f4a566", glow="#ff9a4a", sun="#ffdc9a", cloud_lit="#f39a68",
        cloud_shade="#54425f", land="#2b2630", water="#1b2c42", sun_height=0.075, sun_power=30.0,
    ),
    "dusk": Palette(
        zenith="#10193a", middle="#3f4674", horizon="#c08684", glow="#d08070", sun="#ffd0a8", cloud_lit="#93708c",
        cloud_shade="#2a2c52", land="#171b2e", water="#141f3a", sun_height=0.01, sun_power=3.0, stars=0.35,
    ),
    "night": Palette(
        zenith="#03060f", middle="#08132a", horizon="#1b3150", glow="#5a7aa8", sun="#eef3ff", cloud_lit="#46597a",
        cloud_shade="#0a1222", land="#070c16", water="#050d1b", sun_height=0.30, sun_power=9.0, stars=1.0, moon=True,
    ),
    "storm": Palette(
        zenith="#1d242c", middle="#3d4852", horizon="#84919a", glow="#9aa5aa", sun="#dfe4e4", cloud_lit="#8d9aa2",
        cloud_shade="#222a33", land="#20282c", water="#16262d", sun_height=0.36, sun_power=0.0,
    ),
    "grey": Palette(
        zenith="#788794", middle="#9aa7b0", horizon="#c6cfd3", glow="#d6dcdc", sun="#f0f0ec", cloud_lit="#d2d8db",
        cloud_shade="#7a8893", land="#3a4644", water="#2b4552", sun_height=0.40, sun_power=0.0,
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
