"""Mountains, hills and dunes: a height field, lit and shaded, seen in perspective and split into layers by distance."""

import math
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from core.generators.motion.images import Field, Light, ink, smoothstep
from core.generators.motion.noise import sample, spectral, wrapped
from core.generators.motion.scenes.layers import Layer, layer_width
from core.generators.motion.scenes.sky import Stage

_STEPS = 300
_FINE = 2
"""Layers are drawn this much larger and shrunk, so that ridges have no stairs."""


@dataclass(frozen=True)
class Ground:
    """What land is made of. Colours are screen colours; lengths are in units of the height field's side."""

    kind: str
    low: str
    high: str
    steep: str
    snow_from: float
    relief: float
    eye: float


GROUNDS = {
    "alps": Ground("ridged", "#2e3b2c", "#5d5a52", "#4a4541", 0.52, 0.21, 0.05),
    "winter": Ground("ridged", "#7d8894", "#dfe7f0", "#565b66", 0.08, 0.19, 0.05),
    "hills": Ground("smooth", "#3f5a2c", "#6f7f3f", "#5a5a3a", 9.0, 0.10, 0.075),
    "dunes": Ground("dunes", "#c08a52", "#d9a868", "#b87f48", 9.0, 0.060, 0.062),
}


@dataclass(frozen=True)
class Air:
    """Light and haze between us and the land. `sun` points to it: right, up, away from us."""

    sun: tuple[float, float, float]
    sunlight: Light
    skylight: Light
    haze: Light
    clear: float


def land(
    stage: Stage, made_of: tuple[Ground, Air], rng: np.random.Generator, bounds: tuple[float, ...], base: float = 0.0
) -> list[Layer]:
    """Draw the land between each pair of distances as one layer, far ones first.

    Distances are in units of the height field's side. From 1.5 times `base` on the land falls to nothing at
    `base`, so that water or trees can stand before it.
    """
    ground, air = made_of
    side = 1 << math.ceil(math.log2(max(stage.size) * 0.6))
    heights = _heights(ground, rng, side)
    colour = _lit(heights, ground, air)
    both = wrapped(np.dstack([colour, heights[..., None] * ground.relief]).astype(np.float32))
    place = rng.random(2)
    slices = reversed(list(pairwise(bounds)))
    return [_slice(stage, both, made_of, (near, far, base), place) for near, far in slices]


def _heights(ground: Ground, rng: np.random.Generator, side: int) -> Field:
    """Give heights from 0 to about 1."""
    if ground.kind == "dunes":
        return _dunes(rng, side)
    if ground.kind == "smooth":
        field = spectral(rng, side, 3.6, lowest=2) * 0.2 + spectral(rng, side, 2.6, lowest=24) * 0.012
        return np.asarray(0.5 + field, np.float32)
    total = np.zeros((side, side), np.float32)
    weight = np.ones((side, side), np.float32)
    for octave in range(8):
        frequency = 1.9 * 2**octave
        noise = spectral(rng, side, 2.0, lowest=frequency * 0.6, highest=frequency * 1.5)
        ridge = np.clip(1 - np.abs(noise) * 0.5, 0, 1) ** 1.6
        total += ridge * weight * 0.5**octave
        # Valleys stay smooth: only where there is a ridge already do finer ones show.
        weight = np.clip(weight * (0.35 + 1.1 * ridge), 0.25, 1)
    low, high = np.percentile(total, (4, 99.6))
    return np.asarray(np.clip((total - low) / (high - low), 0, 1.15) ** 1.2, np.float32)


def _dunes(rng: np.random.Generator, side: int) -> Field:
    """Waves of sand with a gentle side, a sharp crest and a slip face, bent by slow noise."""
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / side
    bend = spectral(rng, side, 3.8, lowest=1, highest=10)
    size = spectral(rng, side, 3.6, lowest=1, highest=6)
    total = np.zeros_like(x)
    for waves, high, lean in ((5, 1.0, 1), (9, 0.42, -1)):
        phase = np.mod(y * waves + lean * x * 3 + bend * 0.34, 1)
        crest = 0.72
        rise = np.where(phase < crest, phase / crest, (1 - phase) / (1 - crest))
        total += high * (rise**1.35) * np.clip(0.65 + 0.35 * size, 0.15, 1.3)
    smooth = cv2.GaussianBlur(total, (0, 0), 1.1, borderType=cv2.BORDER_REFLECT)
    return np.asarray(0.15 + 0.5 * smooth, np.float32)


def _lit(heights: Field, ground: Ground, air: Air) -> Light:
    """Colour the height field by slope and height, and light it by sun, sky and cast shadows."""
    rise = heights * ground.relief * len(heights)
    slope_x = (np.roll(rise, -1, 1) - np.roll(rise, 1, 1)) / 2
    slope_z = (np.roll(rise, -1, 0) - np.roll(rise, 1, 0)) / 2
    length = np.sqrt(slope_x**2 + slope_z**2 + 1)
    sun = np.array(air.sun) / np.linalg.norm(air.sun)
    facing = (sun[1] - slope_x * sun[0] - slope_z * sun[2]) / length
    direct = np.clip(facing, 0, 1) * (1 - _shadow(rise, sun))
    low, high, steep = ink(ground.low), ink(ground.high), ink(ground.steep)
    up = np.clip(heights, 0, 1)[..., None]
    colour = low + (high - low) * smoothstep(0.15, 0.75, up)
    colour = colour + (steep - colour) * smoothstep(0.9, 0.55, (1 / length)[..., None]) * (ground.kind != "dunes")
    # Snow lies by the lie of the land, not by each rock: else every ridge gets a fringe.
    flat = cv2.GaussianBlur(1 / length, (0, 0), len(heights) / 400, borderType=cv2.BORDER_REFLECT)
    lying = smoothstep(-0.04, 0.20, heights + 0.5 * (flat - 0.66) - ground.snow_from)[..., None]
    colour = colour + (ink("#f2f6fb") * 0.9 - colour) * lying
    open_sky = np.clip(0.55 + 0.6 * (rise - cv2.GaussianBlur(rise, (0, 0), 9)) / 9, 0.25, 1.1)[..., None]
    return np.asarray(colour * (direct[..., None] * air.sunlight + open_sky * air.skylight), np.float32)


def _shadow(rise: Field, sun: NDArray[np.float64]) -> Field:
    """March towards the sun: where land stands above the ray, 1, with a soft edge."""
    across = max(float(np.hypot(sun[0], sun[2])), 1e-3)
    climb = sun[1] / across
    above = np.full_like(rise, -1e3)
    for step in (1, 2, 3, 5, 7, 10, 14, 19, 26, 35, 46, 60):
        shift = (-round(step * sun[2] / across), -round(step * sun[0] / across))
        above = np.maximum(above, np.roll(rise, shift, (0, 1)) - rise - step * climb)
    return smoothstep(-0.4, 1.6, above)


def _slice(
    stage: Stage, both: Light, made_of: tuple[Ground, Air], range_: tuple[float, float, float], place: Field
) -> Layer:
    """See the land between two distances: per column, the first height that reaches a row is what is seen there."""
    ground, air = made_of
    near, far, base = range_
    width, height = layer_width(stage) * _FINE, int(stage.height * 1.08) * _FINE
    z = np.geomspace(near, far, _STEPS, dtype=np.float32)[:, None]
    x = ((np.arange(width, dtype=np.float32) - width / 2) / (_FINE * stage.focal))[None] * z
    seen = sample(both, x + np.float32(place[0]), np.broadcast_to(z, x.shape) + np.float32(place[1]))
    rise = seen[..., 3] * smoothstep(base, 1.5 * base, z) if base else seen[..., 3]
    rows = (stage.horizon - stage.focal * (rise - ground.eye) / z) * _FINE
    top_row = int(np.clip(np.floor(rows.min()), 0, height - 2 * _FINE)) // _FINE * _FINE
    highest = -np.minimum.accumulate(rows, axis=0)
    wanted = -(np.arange(top_row, height, dtype=np.float32) + 0.5)
    hit = np.empty((len(wanted), width), np.int64)
    for column in range(width):
        hit[:, column] = np.searchsorted(highest[:, column], wanted)
    there = hit < _STEPS
    hit = np.minimum(hit, _STEPS - 1)
    colour = np.take_along_axis(seen[..., :3], hit[..., None], 0)
    distance = z[hit, 0]
    valley = np.clip(1 - np.take_along_axis(seen[..., 3], hit, 0) / (ground.relief * 0.8), 0, 1)
    clear = np.exp(-distance * (0.7 + 0.9 * valley) / air.clear)[..., None]
    if base:
        clear *= smoothstep(base, 1.3 * base, distance)[..., None]
    colour = (colour * clear + air.haze * (1 - clear)) * there[..., None]
    picture = np.dstack([colour, there]).astype(np.float32)
    small = cv2.resize(picture, (width // _FINE, picture.shape[0] // _FINE), interpolation=cv2.INTER_AREA)
    depth = float(np.clip(0.42 / (near + 0.35), 0.06, 0.8))
    return Layer(np.asarray(small, np.float32), depth, top_row / _FINE)
