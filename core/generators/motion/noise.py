"""Random textures without seams: each wraps round at its edges, so that it can be sampled anywhere."""

import cv2
import numpy as np

from core.generators.motion.images import Field, Light


def spectral(
    rng: np.random.Generator,
    side: int,
    beta: float,
    *,
    lowest: float = 1.0,
    highest: float = np.inf,
    stretch: float = 1.0,
) -> Field:
    """Make a wrapping square texture of mean 0 and standard deviation 1 whose power falls as 1/f^beta.

    Features larger than `side / lowest` or smaller than `side / highest` are left out.
    `stretch` > 1 draws features out along x.
    """
    fy = np.fft.fftfreq(side)[:, None] * side
    fx = np.fft.rfftfreq(side)[None, :] * side * stretch
    frequency = np.hypot(fy, fx)
    kept = (frequency >= lowest) & (frequency <= highest)
    strength = np.where(kept, np.maximum(frequency, 1e-6) ** (-beta / 2), 0)
    phases = rng.normal(size=strength.shape) + 1j * rng.normal(size=strength.shape)
    field = np.fft.irfft2(strength * phases, s=(side, side))
    return np.asarray((field - field.mean()) / field.std(), np.float32)


def wrapped(texture: Light) -> Light:
    """Add to a texture, at its edges, one pixel from the other side, so that `sample` can interpolate across."""
    pad = ((1, 1), (1, 1), (0, 0))[: texture.ndim]
    return np.pad(texture, pad, mode="wrap")


def sample(texture: Light, u: Field, v: Field) -> Light:
    """Read a `wrapped` texture at u (across) and v (down), in widths and heights of it, of any size."""
    height, width = texture.shape[0] - 2, texture.shape[1] - 2
    return np.asarray(cv2.remap(texture, _place(u, width), _place(v, height), cv2.INTER_LINEAR), np.float32)


def _place(along: Field, side: int) -> Field:
    """Turn whole and part turns into a place within a padded side. The middle of its first pixel is at 1."""
    place = np.floor(along)
    np.subtract(along, place, out=place)
    place *= np.float32(side)
    place += np.float32(0.5)
    return np.asarray(place, np.float32)


def curve(rng: np.random.Generator, length: int, beta: float, *, lowest: float = 1.0) -> Field:
    """Make a wrapping line of `length` values, mean 0 and standard deviation 1, power falling as 1/f^beta."""
    frequency = np.arange(length // 2 + 1, dtype=np.float64)
    strength = np.where(frequency >= lowest, np.maximum(frequency, 1e-6) ** (-beta / 2), 0)
    line = np.fft.irfft(strength * (rng.normal(size=strength.shape) + 1j * rng.normal(size=strength.shape)), length)
    return np.asarray((line - line.mean()) / line.std(), np.float32)
