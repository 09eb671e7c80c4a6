"""The sound bed: noise shaped by filters, and soft chords, made to fit the scene. Gentle, never clipped."""

import numpy as np
from numpy.typing import NDArray

from core.generators.motion.encode import SOUND_RATE_HZ, Sound

LOUDNESS_DBFS = -24.0
"""Root mean square level of the whole, near -23 LUFS for such even sounds."""
PEAK = 0.7
_FADE_IN_S, _FADE_OUT_S = 0.7, 1.1

Signal = NDArray[np.float64]

# What each scene sounds like: shares of sea, wind, rain, fire, deep water and chord.
_MIX = {
    "sea": {"surf": 1.0, "wind": 0.15, "chord": 0.18},
    "lake": {"lapping": 0.8, "wind": 0.15, "chord": 0.4},
    "forest": {"wind": 0.7, "birds": 0.35, "chord": 0.3},
    "mountains": {"wind": 0.8, "chord": 0.45},
    "city": {"hum": 1.0, "chord": 0.5},
    "space": {"chord": 1.0, "hum": 0.25},
    "rain": {"rain": 1.0, "chord": 0.25},
    "desert": {"wind": 1.0, "chord": 0.25},
    "snow": {"wind": 0.8, "chord": 0.4},
    "sky": {"wind": 0.5, "chord": 0.7},
    "fire": {"crackle": 1.0, "chord": 0.15},
    "underwater": {"deep": 1.0, "chord": 0.5},
    "aurora": {"chord": 1.0, "wind": 0.25},
    "field": {"wind": 0.6, "birds": 0.4, "chord": 0.3},
    "abstract": {"chord": 1.0},
    "picture": {"chord": 1.0, "wind": 0.12},
    "sequence": {"chord": 1.0, "wind": 0.12},
}
_CHORDS = ((0, 7, 12, 16, 19), (0, 7, 12, 15, 19), (0, 5, 12, 16, 21), (0, 7, 14, 16, 23))
"""Semitones over the root."""


def sound_bed(scene: str, seconds: float, rng: np.random.Generator, *, wild: bool = False, rain: bool = False) -> Sound:
    """Make stereo sound for a scene; the same generator state gives the same sound."""
    samples = round(seconds * SOUND_RATE_HZ)
    mix = dict(_MIX[scene])
    if rain:
        mix["rain"] = 0.9
    if wild:
        mix["wind"] = mix.get("wind", 0.0) + 0.7
    both = np.zeros((2, samples))
    for voice, share in mix.items():
        sound = _VOICES[voice](samples, rng)
        both += share * sound / (np.sqrt((sound**2).mean()) + 1e-12)
    t = np.arange(samples) / SOUND_RATE_HZ
    both *= np.clip(t / _FADE_IN_S, 0, 1) ** 1.5 * np.clip((seconds - t) / _FADE_OUT_S, 0, 1) ** 1.5
    both *= 10 ** (LOUDNESS_DBFS / 20) / (np.sqrt((both**2).mean()) + 1e-12)
    return np.asarray(PEAK * np.tanh(both / PEAK), np.float32)


def _noise(samples: int, rng: np.random.Generator, low_hz: float, high_hz: float, fall: float = 1.0) -> Signal:
    """Two channels of noise between two frequencies, falling by `fall` (1 is pink) in power."""
    frequency = np.fft.rfftfreq(samples, 1 / SOUND_RATE_HZ)
    gain = np.maximum(frequency, 1.0) ** (-fall / 2)
    gain /= np.sqrt(1 + (low_hz / np.maximum(frequency, 1e-3)) ** 4) * np.sqrt(1 + (frequency / high_hz) ** 4)
    phases = rng.normal(size=(2, frequency.size)) + 1j * rng.normal(size=(2, frequency.size))
    sound = np.fft.irfft(gain * phases, samples)
    return np.asarray(sound / np.sqrt((sound**2).mean()))


def _swell(samples: int, rng: np.random.Generator, period_s: float, depth: float) -> Signal:
    """A slow rise and fall around 1, never regular."""
    t = np.arange(samples) / SOUND_RATE_HZ
    start = rng.random(3) * 2 * np.pi
    waves = [np.sin(2 * np.pi * t / (period_s * ratio) + start[i]) for i, ratio in enumerate((1.0, 0.62, 1.7))]
    return np.asarray(1 + depth * np.mean(waves, axis=0))


def _surf(samples: int, rng: np.random.Generator) -> Signal:
    low = _noise(samples, rng, 60, 420) * _swell(samples, rng, 4.6, 1.1)
    hiss = _noise(samples, rng, 900, 6500) * np.maximum(_swell(samples, rng, 4.6, 1.6) - 0.4, 0) ** 2
    return np.asarray(low + 0.45 * hiss)


def _lapping(samples: int, rng: np.random.Generator) -> Signal:
    return np.asarray(_noise(samples, rng, 180, 1100) * np.maximum(_swell(samples, rng, 1.3, 1.5) - 0.2, 0.05) ** 2)


def _wind(samples: int, rng: np.random.Generator) -> Signal:
    low = _noise(samples, rng, 70, 320) * _swell(samples, rng, 3.4, 1.0)
    return np.asarray(low + 0.5 * _noise(samples, rng, 380, 1300) * _swell(samples, rng, 2.3, 1.5) ** 2)


def _rain(samples: int, rng: np.random.Generator) -> Signal:
    drops = _drops(samples, rng, per_s=90, low_hz=1500, high_hz=6000, decay_s=0.006)
    return np.asarray(_noise(samples, rng, 700, 9000, fall=0.6) + 0.7 * drops)


def _crackle(samples: int, rng: np.random.Generator) -> Signal:
    roar = _noise(samples, rng, 50, 260) * _swell(samples, rng, 0.9, 0.5)
    return np.asarray(roar + 1.3 * _drops(samples, rng, per_s=16, low_hz=900, high_hz=5000, decay_s=0.004))


def _drops(
    samples: int, rng: np.random.Generator, *, per_s: float, low_hz: float, high_hz: float, decay_s: float
) -> Signal:
    """Short dying tones at random times, some near and many far."""
    sound = np.zeros((2, samples))
    length = int(decay_s * 8 * SOUND_RATE_HZ)
    t = np.arange(length) / SOUND_RATE_HZ
    for start in rng.integers(0, max(1, samples - length), int(per_s * samples / SOUND_RATE_HZ)):
        tone = np.sin(2 * np.pi * rng.uniform(low_hz, high_hz) * t) * np.exp(-t / decay_s)
        place = rng.random()
        power = rng.pareto(2.0) + 0.2
        sound[:, start : start + length] += power * np.stack([tone * np.sqrt(1 - place), tone * np.sqrt(place)])
    return np.asarray(np.clip(sound / (sound.std() + 1e-9), -6, 6))


def _deep(samples: int, rng: np.random.Generator) -> Signal:
    bubbles = _drops(samples, rng, per_s=7, low_hz=300, high_hz=900, decay_s=0.03)
    return np.asarray(_noise(samples, rng, 30, 160) * _swell(samples, rng, 3.0, 0.6) + 0.25 * bubbles)


def _hum(samples: int, rng: np.random.Generator) -> Signal:
    return np.asarray(_noise(samples, rng, 45, 240, fall=1.4) * _swell(samples, rng, 2.8, 0.35))


def _birds(samples: int, rng: np.random.Generator) -> Signal:
    """A few soft calls that glide down or up, far away."""
    sound = np.zeros((2, samples))
    for _ in range(int(1.1 * samples / SOUND_RATE_HZ)):
        length = int(rng.uniform(0.07, 0.16) * SOUND_RATE_HZ)
        t = np.arange(length) / length
        pitch = rng.uniform(2400, 4200) * (1 + rng.uniform(-0.25, 0.25) * t)
        call = np.sin(2 * np.pi * np.cumsum(pitch) / SOUND_RATE_HZ) * np.sin(np.pi * t) ** 2
        start, place = int(rng.integers(0, max(1, samples - 4 * length))), rng.random()
        for repeat in range(int(rng.integers(1, 4))):
            at = start + repeat * int(1.3 * length)
            piece = call[: max(0, samples - at)]
            sound[:, at : at + piece.size] += np.stack([piece * np.sqrt(1 - place), piece * np.sqrt(place)])
    return sound


def _chord(samples: int, rng: np.random.Generator) -> Signal:
    """A soft pad: a chord of slightly detuned partials that swell one after the other."""
    t = np.arange(samples) / SOUND_RATE_HZ
    root_hz = 98.0 * 2 ** (int(rng.integers(0, 8)) / 12)
    sound = np.zeros((2, samples))
    for number, semitones in enumerate(_CHORDS[int(rng.integers(len(_CHORDS)))]):
        swell = 0.55 + 0.45 * np.sin(2 * np.pi * (0.07 + 0.03 * number) * t + rng.random() * 6)
        for channel, detune in enumerate((0.9988, 1.0012)):
            f = 2 * np.pi * root_hz * 2 ** (semitones / 12) * detune
            tone = np.sin(f * t + rng.random() * 6) + 0.28 * np.sin(2 * f * t + rng.random() * 6)
            sound[channel] += tone * swell / (1 + 0.5 * number)
    return sound


_VOICES = {
    "surf": _surf,
    "lapping": _lapping,
    "wind": _wind,
    "rain": _rain,
    "crackle": _crackle,
    "deep": _deep,
    "hum": _hum,
    "birds": _birds,
    "chord": _chord,
}
