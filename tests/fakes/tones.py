"""Sounds that tests are given: a drum with a beat, and something that is built like speech."""

import av
import numpy as np

from core.generators.motion.encode import SOUND_RATE_HZ, Sound
from core.work import Memory


def drum(beats_per_minute: float, seconds: float, *, first_s: float = 0.4, loudness: float = 0.8) -> Sound:
    """A low drum on each beat, a hi-hat between two, a held chord, and a little noise."""
    rng = np.random.default_rng(1)
    t = np.arange(round(seconds * SOUND_RATE_HZ)) / SOUND_RATE_HZ
    sound = 0.12 * np.sin(2 * np.pi * 220 * t) + 0.1 * np.sin(2 * np.pi * 277 * t) + 0.02 * rng.normal(size=t.size)
    for beat_s in np.arange(first_s, seconds, 60 / beats_per_minute):
        since = t - beat_s
        sound += np.where(since >= 0, np.sin(2 * np.pi * 60 * since) * np.exp(-14 * np.maximum(since, 0)), 0)
        since = since - 30 / beats_per_minute
        sound += np.where(since >= 0, 0.25 * rng.normal(size=t.size) * np.exp(-90 * np.maximum(since, 0)), 0)
    return np.asarray(np.vstack([sound, sound]) * loudness, np.float32)


def voice(seconds: float, seed: int = 0) -> Sound:
    """Syllables of uneven length and pitch with formants, consonants of noise, and pauses: no beat."""
    rng = np.random.default_rng(seed)
    sound = np.zeros(round(seconds * SOUND_RATE_HZ))
    at_s = 0.1
    while at_s < seconds - 0.5:
        length_s = rng.uniform(0.09, 0.28)
        t = np.arange(round(length_s * SOUND_RATE_HZ)) / SOUND_RATE_HZ
        phase = 2 * np.pi * np.cumsum(rng.uniform(100, 180) * (1 + 0.2 * t / length_s * rng.normal())) / SOUND_RATE_HZ
        formants = rng.uniform((300, 900), (800, 2300))
        strengths = [sum(1 + 2 * np.exp(-(((n * 130 - f) / 150) ** 2)) for f in formants) / n for n in range(1, 20)]
        tone = sum(strength * np.sin(n * phase) for n, strength in enumerate(strengths, 1))
        start = round(at_s * SOUND_RATE_HZ)
        sound[start : start + t.size] += tone * np.sin(np.pi * t / length_s) ** 0.6 * rng.uniform(0.4, 1)
        at_s += length_s + (rng.uniform(0.02, 0.06) if rng.random() < 0.8 else rng.uniform(0.2, 0.6))
    return np.asarray(np.vstack([sound, sound]) / np.abs(sound).max() / 2, np.float32)


def flac(sound: Sound) -> Memory:
    """Encode a sound (2 x samples) as intake hands it on: FLAC, 48 kHz, stereo, 16 bits."""
    memory = Memory.empty("sound")
    whole = np.round(np.clip(sound, -1, 1) * 32767).astype(np.int16)
    with av.open(memory.path, "w", format="flac") as container:
        stream = container.add_stream("flac", rate=SOUND_RATE_HZ, layout="stereo", options={"sample_fmt": "s16"})
        for start in range(0, whole.shape[1], 4096):
            piece = np.ascontiguousarray(whole[:, start : start + 4096].T.reshape(1, -1))
            frame = av.AudioFrame.from_ndarray(piece, format="s16", layout="stereo")
            frame.sample_rate, frame.pts = SOUND_RATE_HZ, start
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return memory
