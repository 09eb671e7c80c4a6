"""Conifers in rows, near ones dark, far ones lost in mist."""

import cv2
import numpy as np

from core.generators.motion.images import Field, Light
from core.generators.motion.noise import curve
from core.generators.motion.scenes.layers import Layer, layer_width
from core.generators.motion.scenes.sky import Stage

_SPRITES = 9
_SPRITE_PX = 420


def treeline(
    stage: Stage,
    rng: np.random.Generator,
    *,
    depth: float,
    foot: float,
    tall: float,
    colours: tuple[Light, Light],
    soil: Light | None = None,
    gap: float = 0.22,
) -> Layer:
    """Draw one row of trees as a layer. `foot` is its ground's mean row and `tall` a tree's height, in frame heights.

    `colours` are the light at the tops and, lost in mist, at the foot. `soil` is the
    light of the ground, as the foot's unless given; `gap` is the mean distance in tree heights.
    """
    width, height = layer_width(stage), stage.height
    ground = (foot + 0.05 * tall * curve(rng, width, 2.6, lowest=1)) * height
    cover = np.zeros((int(height * 1.1), width), np.float32)
    sprites = [conifer(rng) for _ in range(_SPRITES)]
    x = 0.0
    while x < width:
        size = tall * height * rng.uniform(0.55, 1.15)
        _stand(
            cover,
            sprites[int(rng.integers(_SPRITES))],
            (x, ground[int(x)] + 0.04 * size, size),
            flip=bool(rng.integers(2)),
        )
        x += max(2.0, gap * tall * height * rng.uniform(0.35, 1.7))
    y = np.arange(cover.shape[0], dtype=np.float32)[:, None]
    lying = np.clip(y - ground[None], 0, 1)
    cover = np.maximum(cover, lying)
    top = max(0, int(np.flatnonzero(cover.any(1))[0]) - 1)
    down = np.clip((y[top:] - (foot - tall) * height) / (tall * height * 1.15), 0, 1)[..., None]
    high, low = colours
    colour = high + (low - high) * down**1.6
    cover = cover[top:]
    if soil is not None:
        colour = colour + (soil - colour) * lying[top:, :, None]
    return Layer(
        np.dstack([np.broadcast_to(colour, (*cover.shape, 3)) * cover[..., None], cover]).astype(np.float32), depth, top
    )


def conifer(rng: np.random.Generator) -> Field:
    """Draw the silhouette of one conifer, 0 to 1, twice as high as wide."""
    fine = 2
    height, width = _SPRITE_PX * fine, _SPRITE_PX * fine // 2
    image = np.zeros((height, width), np.uint8)
    middle = width / 2
    lean = rng.normal(0, 0.012) * height
    full = rng.uniform(0.62, 0.95)
    tiers = int(rng.integers(58, 78))
    for tier in range(tiers):
        share = (tier + rng.uniform(0.0, 0.8)) / tiers
        y = height * (0.02 + 0.93 * share)
        reach = width * 0.48 * full * (share**0.85) * rng.uniform(0.45, 1.08)
        x = middle + lean * (1 - share)
        for side in (-1, 1):
            long = max(3.0, reach * rng.uniform(0.7, 1.1))
            droop = long * rng.uniform(0.10, 0.46)
            thick = height * 0.005 + long * 0.085
            points = [(x, y - thick * 1.6), (x + side * long * 0.55, y + droop * 0.25 - thick * 0.5)]
            points += [(x + side * long, y + droop), (x + side * long * 0.78, y + droop + thick * 0.7)]
            points += [(x + side * long * 0.45, y + droop * 0.4 + thick), (x, y + thick * 1.3)]
            cv2.fillPoly(image, [np.array(points).round().astype(np.int32)], 255, cv2.LINE_AA)
    trunk = max(3, int(width * 0.035))
    cv2.line(image, (int(middle + lean), int(height * 0.03)), (int(middle), height), 255, trunk // 2 + 1, cv2.LINE_AA)
    cv2.line(image, (int(middle), int(height * 0.6)), (int(middle), height), 255, trunk, cv2.LINE_AA)
    small = cv2.resize(image, (width // fine, height // fine), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.float32) / 255


def _stand(cover: Field, sprite: Field, place: tuple[float, float, float], *, flip: bool) -> None:
    """Draw a sprite with its foot at (x, y) and a height in pixels, keeping the darker of both."""
    x, y, size = place
    high, wide = max(4, round(size)), max(2, round(size / 2))
    small = cv2.resize(sprite[:, ::-1] if flip else sprite, (wide, high), interpolation=cv2.INTER_AREA)
    left, top = round(x - wide / 2), round(y - high)
    rows = slice(max(0, top), min(cover.shape[0], top + high))
    columns = slice(max(0, left), min(cover.shape[1], left + wide))
    if rows.start >= rows.stop or columns.start >= columns.stop:
        return
    piece = small[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
    np.maximum(cover[rows, columns], piece, out=cover[rows, columns])
