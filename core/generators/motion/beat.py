"""Where a sound strikes, and whether it has a beat.

Onsets: spectral flux (Dixon, "Onset detection revisited", 2006). Tempo and beats: autocorrelation with a preference
for 120 beats a minute, then dynamic programming (Ellis, "Beat tracking by dynamic programming", 2007).
"""

from itertools import pairwise

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from core.generators.motion.encode import FPS, SOUND_RATE_HZ, Sound
from core.generators.motion.hearing import Hearing

_STEPS_PER_S = 100
_WINDOW = 2048
_COMPRESSION = 200.0
_BANDS = 36
_LOWEST_HZ, _HIGHEST_HZ = 40.0, 12_000.0
_BASS_HZ, _BASS_WEIGHT = 160.0, 4.0
"""Drums that carry a beat are low; a hi-hat between two of them sounds in far more bands."""
_SHORTEST_S, _LONGEST_S = 0.3, 1.0
"""Time between two beats: 200 to 60 a minute."""
_RATHER_S, _OCTAVES = 0.5, 0.9
_REGULAR_LEAST = 0.24
"""How much the onsets must resemble themselves one, two and three beats later. Speech stays near 0.1."""
_TIGHT = 60.0
_RING_S, _STEADY_S, _CALM_S = 0.16, 0.25, 1.2
"""How long a strike rings; over how long the level is evened with a beat and, for speech and the like, without."""
_QUIET_DB, _FLOOR_DBFS = 28.0, -60.0
_STRIKE_AROUND = 4

Line = NDArray[np.float64]


def listen(sound: Sound, frames: int) -> Hearing:
    """Listen to a sound (2 x samples) for a film of `frames`. Without a steady beat there are no strikes at all."""
    mono = np.asarray(sound, np.float64).mean(0)
    onsets = _onsets(mono)
    period = _period(onsets)
    if period is None:
        return Hearing(_level(mono, frames, _CALM_S), np.zeros(frames))
    steps = _beats(onsets, period)
    at = np.round(np.array(steps) * FPS / _STEPS_PER_S).astype(int)
    beats = tuple(int(one) for one in np.unique(at[at < frames]))
    return Hearing(_level(mono, frames, _STEADY_S), _kicks(onsets, steps, frames), beats)


def _onsets(mono: Line) -> Line:
    """Say how much louder any band gets at each step of 10 ms; mean 0, standard deviation 1, negative parts cut."""
    hop = SOUND_RATE_HZ // _STEPS_PER_S
    padded = np.pad(mono, (_WINDOW // 2, _WINDOW))
    steps = max(2, len(mono) // hop)
    windows = sliding_window_view(padded, _WINDOW)[: steps * hop : hop]
    bands = _bands()
    shape = np.hanning(_WINDOW)
    energy = np.vstack([np.abs(np.fft.rfft(part * shape, axis=1)) @ bands for part in np.array_split(windows, 8)])
    logs = np.log1p(energy / max(1e-9, float(energy.max())) * _COMPRESSION)
    flux = np.maximum(np.diff(logs, axis=0, prepend=logs[:1]), 0) @ _heaviness()
    around = np.convolve(flux, np.ones(_STEPS_PER_S) / _STEPS_PER_S, "same")[: len(flux)]
    above = flux - around
    return np.asarray(np.maximum(above / (above.std() + 1e-9), 0))


def _bands() -> Line:
    """Weights that sum a spectrum into bands, evenly spaced in pitch."""
    frequencies = np.fft.rfftfreq(_WINDOW, 1 / SOUND_RATE_HZ)
    edges = np.geomspace(_LOWEST_HZ, _HIGHEST_HZ, _BANDS + 1)
    within = [(frequencies >= low) & (frequencies < high) for low, high in pairwise(edges)]
    return np.stack(within, 1).astype(np.float64)


def _heaviness() -> Line:
    """Weights of the bands when what gets louder is summed up."""
    bass = np.geomspace(_LOWEST_HZ, _HIGHEST_HZ, _BANDS + 1)[1:] < _BASS_HZ
    return np.where(bass, _BASS_WEIGHT, 1.0)


def _period(onsets: Line) -> float | None:
    """Find the steps from beat to beat, or None when the onsets don't come regularly."""
    longest = int(_LONGEST_S * _STEPS_PER_S)
    if len(onsets) < 4 * longest or not onsets.any():
        return None
    smooth = np.convolve(onsets, np.hanning(7), "same")
    smooth -= smooth.mean()
    spectrum = np.fft.rfft(smooth, 2 * len(smooth))
    alike = np.fft.irfft(np.abs(spectrum) ** 2)[: 3 * longest + 4]
    alike = alike / alike[0] * len(smooth) / (len(smooth) - np.arange(len(alike)))
    lags = np.arange(int(_SHORTEST_S * _STEPS_PER_S), longest + 1)
    regular = np.array([np.mean([alike[n * lag - 1 : n * lag + 2].max() for n in (1, 2, 3)]) for lag in lags])
    rather = np.exp(-0.5 * (np.log2(lags / (_RATHER_S * _STEPS_PER_S)) / _OCTAVES) ** 2)
    best = int(np.argmax(regular * rather))
    return float(lags[best]) if regular[best] >= _REGULAR_LEAST else None


def _beats(onsets: Line, period: float) -> list[int]:
    """Choose steps that strike and lie a period apart, the best such row of all."""
    back = np.arange(-int(2 * period), -int(period / 2))
    keeps_time = -_TIGHT * np.log(-back / period) ** 2
    score, before = onsets.copy(), np.full(len(onsets), -1)
    for step in range(int(2 * period), len(onsets)):
        reached = score[step + back] + keeps_time
        best = int(np.argmax(reached))
        score[step] += reached[best]
        before[step] = step + back[best]
    tail = max(0, len(score) - int(period))
    step = tail + int(np.argmax(score[tail:]))
    found = []
    while step >= 0:
        found.append(step)
        step = int(before[step])
    return found[::-1]


def _kicks(onsets: Line, steps: list[int], frames: int) -> Line:
    """Let each beat ring out, as hard as it strikes; beats in a pause stay silent."""
    strengths = np.array([onsets[max(0, step - _STRIKE_AROUND) : step + _STRIKE_AROUND + 1].max() for step in steps])
    strengths = np.clip(strengths / (np.percentile(strengths, 80) + 1e-9), 0, 1)
    kicks = np.zeros(frames)
    times = np.arange(frames)
    for step, strength in zip(steps, strengths, strict=True):
        since = times - round(step * FPS / _STEPS_PER_S)
        ring = np.where(since >= 0, np.exp(-np.maximum(since, 0) / FPS / _RING_S), np.where(since == -1, 0.4, 0.0))
        kicks = np.maximum(kicks, strength * ring)
    return kicks


def _level(mono: Line, frames: int, over_s: float) -> Line:
    """Give the loudness of each frame, 0 for quiet and 1 for the loudest, evened over a time."""
    samples = SOUND_RATE_HZ // FPS
    padded = np.pad(mono, (0, max(0, frames * samples - len(mono))))[: frames * samples]
    power = (padded.reshape(frames, samples) ** 2).mean(1)
    decibels = 10 * np.log10(power + 1e-12)
    loudest = float(np.percentile(decibels, 95))
    if loudest < _FLOOR_DBFS:
        return np.zeros(frames)
    level = np.clip(1 + (decibels - loudest) / _QUIET_DB, 0, 1)
    window = np.hanning(max(3, round(over_s * FPS)) + 2)[1:-1]
    return np.convolve(np.pad(level, len(window) // 2, mode="edge"), window / window.sum(), "same")[
        len(window) // 2 : len(window) // 2 + frames
    ]
