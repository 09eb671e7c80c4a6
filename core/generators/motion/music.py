"""A sound that was given: read, cut to length, and evened so that it is neither faint nor ever clipped."""

import av
import av.error
import numpy as np
from av.audio.resampler import AudioResampler
from numpy.lib.stride_tricks import sliding_window_view

from core.generators.motion.encode import SOUND_RATE_HZ, Sound
from core.work import Memory, Refusal

LOUDNESS_DBFS = -18.0
"""Level of what sounds, after evening."""
PEAK_DBFS = -2.0
"""No sample goes above; AAC adds up to some tenths of a decibel."""
FADE_OUT_S = 0.3
_FADE_IN_S = 0.02
_GAIN_MOST_DB = 18.0
_BLOCK_S = 0.4
_GATE_DBFS, _GATE_BELOW_DB = -60.0, 10.0
_LIMITER_BLOCK, _LIMITER_REACH = 240, 4
"""Samples per step of the limiter, 5 ms, and steps on either side that a peak turns down."""


def given_sound(memory: Memory, start_s: float, seconds: float) -> Sound:
    """Give the sound from `start_s` on, exactly `seconds` long: the rest is cut with a fade, what lacks is silence.

    Raises Refusal("sound_unreadable") when there is none from there on.
    """
    whole = _decoded(memory)
    begin, samples = round(start_s * SOUND_RATE_HZ), round(seconds * SOUND_RATE_HZ)
    heard = whole[:, begin : begin + samples]
    if not heard.shape[1]:
        raise Refusal("sound_unreadable")
    heard = evened(heard)
    if begin:
        rise = min(round(_FADE_IN_S * SOUND_RATE_HZ), heard.shape[1])
        heard[:, :rise] *= np.linspace(0, 1, rise, dtype=np.float32)
    if whole.shape[1] > begin + samples:
        fall = min(round(FADE_OUT_S * SOUND_RATE_HZ), heard.shape[1])
        heard[:, -fall:] *= np.linspace(1, 0, fall, dtype=np.float32) ** 1.5
    return np.asarray(np.pad(heard, ((0, 0), (0, samples - heard.shape[1]))), np.float32)


def evened(sound: Sound) -> Sound:
    """Bring a sound to `LOUDNESS_DBFS` and hold its peaks below `PEAK_DBFS`. Silence stays silent."""
    level = _loudness_dbfs(sound)
    if level is None:
        return sound.copy()
    gain = 10 ** (min(LOUDNESS_DBFS - level, _GAIN_MOST_DB) / 20)
    return _limited(sound * np.float32(gain), 10 ** (PEAK_DBFS / 20))


def _decoded(memory: Memory) -> Sound:
    resampler = AudioResampler(format="fltp", layout="stereo", rate=SOUND_RATE_HZ)
    pieces: list[Sound] = []
    try:
        with av.open(memory.path, "r") as container:
            if not container.streams.audio:
                raise Refusal("sound_unreadable")
            for frame in container.decode(audio=0):
                pieces += [np.asarray(one.to_ndarray(), np.float32) for one in resampler.resample(frame)]
            pieces += [np.asarray(one.to_ndarray(), np.float32) for one in resampler.resample(None)]
    except (av.error.FFmpegError, ValueError) as error:
        raise Refusal("sound_unreadable") from error
    if not pieces:
        raise Refusal("sound_unreadable")
    return np.nan_to_num(np.concatenate(pieces, axis=1))


def _loudness_dbfs(sound: Sound) -> float | None:
    """Measure the level of what sounds, or None for silence.

    Blocks of 0.4 s that are silent, or 10 dB below the others, don't count: the gating of ITU-R BS.1770,
    without its weighting of frequencies.
    """
    block = min(round(_BLOCK_S * SOUND_RATE_HZ), sound.shape[1])
    whole = sound[:, : sound.shape[1] // block * block].reshape(2, -1, block)
    power = np.asarray((whole.astype(np.float64) ** 2).mean((0, 2)))
    loud = power[power > 10 ** (_GATE_DBFS / 10)]
    if not loud.size:
        return None
    loud = loud[loud > loud.mean() * 10 ** (-_GATE_BELOW_DB / 10)]
    return float(10 * np.log10(loud.mean()))


def _limited(sound: Sound, peak: float) -> Sound:
    """Turn down around peaks, beginning before them, so that the wave keeps its shape."""
    steps = -(-sound.shape[1] // _LIMITER_BLOCK)
    padded = np.pad(np.abs(sound).max(0), (0, steps * _LIMITER_BLOCK - sound.shape[1]))
    wanted = np.minimum(1.0, peak / np.maximum(padded.reshape(steps, -1).max(1), 1e-9))
    reach = 2 * _LIMITER_REACH
    low = sliding_window_view(np.pad(wanted, reach, constant_values=1.0), 2 * reach + 1).min(1)
    window = np.hanning(2 * _LIMITER_REACH + 3)[1:-1]
    smooth = np.convolve(np.pad(low, _LIMITER_REACH, mode="edge"), window / window.sum(), "valid")
    middles = (np.arange(steps) + 0.5) * _LIMITER_BLOCK
    gain = np.interp(np.arange(sound.shape[1]), middles, smooth)
    return np.asarray(np.clip(sound * gain, -peak, peak), np.float32)
