"""Water: a spectrum of real waves by FFT (J. Tessendorf, "Simulating Ocean Water", 2001), seen in perspective.

What it mirrors is the picture above the horizon itself, so that sun, clouds, mountains and city lights lie in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from core.generators.motion.camera import Pose
from core.generators.motion.images import Field, Light, smoothstep
from core.generators.motion.noise import sample, spectral, wrapped
from core.generators.motion.scenes.sky import Stage

_G = 9.81
_SIDE = 256
_LEVELS = 6


@dataclass(frozen=True)
class SeaState:
    """How the water moves. `slope` is the root mean square steepness, `foam` the share of crests that break."""

    wind_m_s: float
    slope: float
    eye_m: float
    foam: float = 0.0


STATES = {
    "still": SeaState(2.0, 0.022, 1.7),
    "calm": SeaState(3.2, 0.060, 2.2),
    "normal": SeaState(6.0, 0.105, 2.8),
    "storm": SeaState(11.0, 0.17, 4.6, 1.0),
}


class Cascade:
    """A square of waves, `metres` wide, that wraps; only wavelengths between the two limits are in it."""

    def __init__(
        self, rng: np.random.Generator, metres: float, wind_m_s: float, limits_m: tuple[float, float], slope: float
    ) -> None:
        """Draw the amplitudes at time 0, scaled to the wanted steepness."""
        self.metres = metres
        k = np.fft.fftfreq(_SIDE, metres / _SIDE) * 2 * np.pi
        self._kx, self._kz = np.meshgrid(k, k)
        size = np.hypot(self._kx, self._kz)
        size[0, 0] = 1
        longest = wind_m_s**2 / _G
        along = (self._kx * 0.45 - self._kz * 0.89) / size
        power = np.exp(-1 / (size * longest) ** 2) / size**4 * (0.15 + along**2) * np.where(along < 0, 0.25, 1.0)
        shortest_m, longest_m = limits_m
        power *= (size < 2 * np.pi / shortest_m) & (size >= 2 * np.pi / longest_m)
        power[0, 0] = 0
        noise = rng.normal(size=size.shape) + 1j * rng.normal(size=size.shape)
        self._start = noise * np.sqrt(power)
        self._omega = np.sqrt(_G * size)
        self._gradient = (1j * self._kx - self._kz).astype(np.complex64)
        steep, _ = self.surface(0.0)
        self._start *= slope / np.sqrt((steep**2).sum(2).mean())

    def surface(self, t_s: float) -> tuple[Light, Field]:
        """Give the steepness (x and z in two channels) and the height in metres at a time."""
        turned = self._start * np.exp(1j * np.mod(self._omega * t_s, 2 * np.pi).astype(np.float32))
        height = (turned + np.conj(np.roll(turned[::-1, ::-1], 1, (0, 1)))).astype(np.complex64)
        both = np.fft.ifft2(height * self._gradient) * _SIDE
        rise = np.fft.ifft2(height).real * _SIDE
        return np.dstack([both.real, both.imag]), rise


class Water:
    """The surface from the horizon down. `state` names one of STATES."""

    def __init__(self, stage: Stage, deep: Light, haze: Light, rng: np.random.Generator, state: str) -> None:
        """Draw the waves, and work out once how far each row of the frame is and how blurred it must be."""
        self._stage, self._deep, self._haze = stage, deep, haze
        self.state = STATES[state]
        wind, slope = self.state.wind_m_s, self.state.slope
        self._waves = [
            Cascade(rng, 83.0, wind, (2.3, 83.0), slope * 0.62),
            Cascade(rng, 12.7, wind, (0.22, 2.3), slope * 0.78),
        ]
        self._foam = wrapped(spectral(rng, _SIDE, 1.6, lowest=4))
        self._top = int(np.ceil(stage.horizon))
        y, self._x = np.mgrid[0 : stage.height - self._top, 0 : stage.width].astype(np.float32)
        # Each row lies this far below the horizon, each column this far aside: lengths at a distance of 1.
        self._down = (y + np.float32(self._top - stage.horizon + 0.35)) / np.float32(stage.focal)
        self._aside = (self._x - np.float32(stage.width / 2)) / np.float32(stage.focal)

    def lay_below(self, light: Light, t_s: float, pose: Pose) -> None:
        """Draw the water onto a picture whose part above the horizon is finished, in place."""
        x, down, aside = self._x, self._down, self._aside
        dx, _ = pose.shift(0.5)
        forward = 6.0 * pose.zoom * self.state.eye_m
        away = self.state.eye_m / down
        waves = [_Copies(cascade, t_s) for cascade in self._waves]
        x_m, z_m = aside * away - np.float32(dx * 6), away + np.float32(forward)
        _, rise, _ = self._surface(waves[:1], x_m, z_m, away[:, 0])
        # A crest stands before what lies behind it: the ray meets the water nearer or farther than the flat plane.
        away = np.maximum(self.state.eye_m - 0.7 * rise, 0.55 * self.state.eye_m) / down
        x_m, z_m = aside * away - np.float32(dx * 6), away + np.float32(forward)
        slope, rise, lost = self._surface(waves, x_m, z_m, away[:, 0])
        mirrored = self._mirrored(light, x, down, slope, lost)
        facing = np.clip(down + slope[..., 1] * 0.9, 0.015, 1)
        fresnel = (0.02 + 0.98 * (1 - facing) ** 5)[..., None]
        crest = smoothstep(-0.3, 1.6, rise / (0.35 * self.state.eye_m))[..., None]
        body = self._deep * (0.55 + 1.1 * crest + 1.6 * np.clip(slope[..., 1:], 0, 0.5))
        shown = mirrored * fresnel + body * (1 - fresnel)
        if self.state.foam:
            high = rise / (0.2 * self.state.eye_m) + 1.5 * slope[..., 1] - 1.35
            self._lay_foam(shown, (x_m, z_m), high, t_s)
        far = np.exp(-down / 0.010)[..., None] * 0.65
        shown *= 1 - far
        shown += self._haze * far
        light[self._top :] = shown

    def _surface(self, waves: list["_Copies"], x_m: Field, z_m: Field, away_m: Field) -> tuple[Light, Field, Field]:
        """Sample steepness (H x W x 2) and height of all waves, and the steepness lost to distance (H x 1)."""
        both = np.zeros((*x_m.shape, 3), np.float32)
        lost = np.zeros((len(away_m), 1), np.float32)
        pixel_m = away_m**2 / (self.state.eye_m * self._stage.focal)
        for copies in waves:
            level = np.log2(np.maximum(0.55 * pixel_m * _SIDE / copies.metres, 1))
            for rows, here, gone in copies.by_level(level, x_m / copies.metres, z_m / copies.metres):
                both[rows] += here
                lost[rows, 0] += gone
        return both[..., :2], both[..., 2], np.sqrt(np.maximum(lost, 0))

    def _mirrored(self, light: Light, x: Field, down: Field, slope: Light, lost: Field) -> Light:
        """Follow each ray to the picture above; where waves are too small to be seen, they blur it upwards."""
        stage = self._stage
        half = cv2.resize(light[: self._top], (stage.width // 2, self._top // 2), interpolation=cv2.INTER_AREA)
        streak = max(3, int(stage.focal * self.state.slope * 0.5) | 1)
        rough = cv2.blur(half, (max(3, streak // 7 | 1), streak), borderType=cv2.BORDER_REPLICATE)
        rough = cv2.blur(rough, (max(3, streak // 7 | 1), streak), borderType=cv2.BORDER_REPLICATE)
        up = np.abs(down + 2 * slope[..., 1]) + lost * 0.6
        aside = -2 * (np.maximum(down, 0.03) + np.abs(slope[..., 1])) * slope[..., 0]
        rows = np.clip(stage.horizon - stage.focal * up, 0, self._top - 2) / 2
        columns = np.clip(x + stage.focal * aside, 0, stage.width - 2) / 2
        rows, columns = rows.astype(np.float32), columns.astype(np.float32)
        sharp = cv2.remap(half, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        soft = cv2.remap(rough, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        share = np.clip(lost / (0.6 * self.state.slope), 0, 1)[..., None]
        return np.asarray(sharp + (soft - sharp) * share, np.float32)

    def _lay_foam(self, shown: Light, place: tuple[Field, Field], crest: Field, t_s: float) -> None:
        x_m, z_m = place
        torn = sample(self._foam, x_m * 0.086 + t_s * 0.012, z_m * 0.086)
        torn += 0.6 * sample(self._foam, x_m * 0.28, z_m * 0.28 + t_s * 0.035)
        foam = smoothstep(0.0, 1.3, crest + 0.45 * torn)[..., None] * np.float32(0.75 * self.state.foam)
        shown *= 1 - foam
        shown += self._haze * 1.1 * foam


class _Copies:
    """The surface of a cascade at one moment, and ever smaller copies of it for what is far away."""

    def __init__(self, cascade: Cascade, t_s: float) -> None:
        self.metres = cascade.metres
        steep, height = cascade.surface(t_s)
        copy = np.dstack([steep, height]).astype(np.float32)
        self._copies, self._power = [], []
        for _ in range(_LEVELS + 1):
            self._copies.append(wrapped(copy))
            self._power.append(float((copy[..., :2] ** 2).mean() * 2))
            copy = np.asarray(cv2.resize(copy, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.float32)

    def by_level(self, level: Field, u: Field, v: Field) -> Iterator[tuple[slice, Light, Field]]:
        """Sample bands of rows from the copy that suits them, blending between two, so that nothing flickers.

        Gives per band its rows, the samples (steepness x and z, height) and the squared steepness lost.
        """
        level = np.clip(level, 0, _LEVELS - 0.001)
        for whole in range(_LEVELS):
            found = np.flatnonzero(level.astype(int) == whole)
            if not found.size:
                continue
            rows = slice(int(found[0]), int(found[-1]) + 1)
            share = (level[rows] - whole)[:, None, None].astype(np.float32)
            near = sample(self._copies[whole], u[rows], v[rows])
            if share.any():
                near += (sample(self._copies[whole + 1], u[rows], v[rows]) - near) * share
            kept = self._power[whole] * (1 - share[:, 0, 0]) + self._power[whole + 1] * share[:, 0, 0]
            yield rows, near, self._power[0] - kept
