"""Clips for the gallery: drawn by our own scenes, and filmed by a virtual hand."""

from collections.abc import Iterator
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from core.generators.motion.film import scene_film
from core.generators.motion.images import Pixels
from core.generators.motion.words import read

SIZE = (1280, 720)
_SUPERSAMPLED = 3


@cache
def still(prompt: str, seed: int, size: tuple[int, int] = (1920, 1080)) -> Pixels:
    """Draw one moment of a scene."""
    return scene_film(read(prompt), size, 90, np.random.default_rng(seed)).frame_at(30)


def living(prompt: str, seed: int, frames: int, size: tuple[int, int] = SIZE) -> Iterator[Pixels]:
    """Film a scene as it moves."""
    film = scene_film(read(prompt), size, frames, np.random.default_rng(seed))
    return map(film.frame_at, range(frames))


def shaky(picture: Pixels, frames: int, seed: int, pan_px: float = 0.0) -> Iterator[Pixels]:
    """Film a picture, larger than the frame, with an unsteady hand that means to pan by `pan_px` in all."""
    rng = np.random.default_rng(seed)
    sway, turn = _hand(rng, frames, 2) * 9, _hand(rng, frames, 1)[:, 0] * 0.7
    pan = np.linspace(-pan_px / 2, pan_px / 2, frames)
    middle = ((picture.shape[1] - 1) / 2, (picture.shape[0] - 1) / 2)
    for place in range(frames):
        matrix = cv2.getRotationMatrix2D(middle, turn[place], 1.0)
        matrix[:, 2] += (np.array(SIZE) - 1) / 2 - middle + sway[place] - (pan[place], 0)
        yield np.asarray(cv2.warpAffine(picture, matrix, SIZE, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT))


def _hand(rng: np.random.Generator, frames: int, ways: int) -> NDArray[np.float64]:
    """Sway as a hand does: some slowly, some with a tremor, mean 0 and about 1 wide."""
    time = np.arange(frames)[:, None] / 30
    swings = [
        strength * np.sin(2 * np.pi * (hz * time + rng.random(ways)))
        for hz, strength in ((0.7, 1.0), (1.9, 0.8), (3.7, 0.5), (7.3, 0.3))
    ]
    return np.asarray(sum(swings) + rng.normal(0, 0.12, (frames, ways)))


def balloon(side: int, colours: tuple[tuple[int, int, int], tuple[int, int, int]]) -> Pixels:
    """Paint a striped hot-air balloon, `side` wide, BGRA."""
    large = side * _SUPERSAMPLED
    y, x = np.mgrid[0 : large * 3 // 2, 0:large].astype(np.float32) / large - 0.5
    narrowing = np.clip(1 - np.clip(y - 0.12, 0, 1) * 1.55, 0.2, 1)
    across = x / (0.46 * narrowing)
    envelope = (np.hypot(across, np.clip(y + 0.02, None, 0) / 0.46) < 1) & (y < 0.52)
    stripe = np.floor(np.arcsin(np.clip(across, -1, 1)) / np.pi * 8 + 100) % 2
    light = (0.62 + 0.45 * np.clip(1 - np.hypot(across + 0.35, (y + 0.2) / 0.6), 0, 1))[..., None]
    paint = np.where(stripe[..., None] > 0, np.array(colours[0], np.float32), np.array(colours[1], np.float32)) * light
    basket = (np.abs(x) < 0.085) & (y > 0.68) & (y < 0.82)
    ropes = (np.abs(np.abs(x) - 0.07) < 0.006) & (y >= 0.52) & (y <= 0.68)
    paint = np.where((basket | ropes)[..., None], np.array((38, 62, 92), np.float32), paint)
    alpha = (envelope | basket | ropes).astype(np.float32) * 255
    whole = np.dstack([np.clip(paint, 0, 255), alpha])
    return np.asarray(cv2.resize(whole, (side, side * 3 // 2), interpolation=cv2.INTER_AREA), np.float32)


def laid_over(frame: Pixels, sprite: Pixels, x: float, y: float, turn: float = 0.0) -> Pixels:
    """Lay a sprite with its middle at (x, y), turned by degrees, between whole pixels too."""
    height, width = sprite.shape[:2]
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), turn, 1.0)
    matrix[:, 2] += (x - (width - 1) / 2, y - (height - 1) / 2)
    coloured = sprite.copy()
    coloured[..., :3] *= sprite[..., 3:] / 255
    moved = cv2.warpAffine(coloured, matrix, frame.shape[1::-1], flags=cv2.INTER_LINEAR)
    alpha = moved[..., 3:] / 255
    return np.clip(frame * (1 - alpha) + moved[..., :3], 0, 255).astype(np.uint8)
