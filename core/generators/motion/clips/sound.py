"""A clip's own sound: cut to fit, slowed with its pitch kept, or gone on with; short fades, so that nothing clicks."""

from itertools import pairwise

import av
import av.error
import numpy as np
from av.filter import Graph

from core.generators.motion.encode import SOUND_RATE_HZ, Sound
from core.work import Memory, Refusal

FADE_IN_S, FADE_OUT_S = 0.03, 0.12
_JOIN_S = 0.25
_PIECE = 4096
SLOWEST_HEARD = 4.0
"""Sound that is slowed more than this is a smear of echoes, so it is left out."""
_TEMPO_LEAST = 0.5


def sound_of(memory: Memory) -> Sound | None:
    """Decode all sound of a file in memory, from time 0 on; None when it has none.

    Raises Refusal("clip_unreadable").
    """
    resampler = av.AudioResampler("fltp", "stereo", SOUND_RATE_HZ)
    pieces: list[Sound] = []
    begins_s = 0.0
    try:
        with av.open(memory.path, "r") as container:
            if not container.streams.audio:
                return None
            for frame in container.decode(container.streams.audio[0]):
                begins_s = begins_s if pieces else frame.time or 0.0
                pieces += [_samples(one) for one in resampler.resample(frame)]
            pieces += [_samples(one) for one in resampler.resample(None)]
    except av.error.FFmpegError as error:
        raise Refusal("clip_unreadable") from error
    if not pieces:
        return None
    late = np.zeros((2, max(0, round(begins_s * SOUND_RATE_HZ))), np.float32)
    return np.concatenate([late, *pieces], axis=1)


def _samples(frame: av.AudioFrame | av.VideoFrame) -> Sound:
    return np.asarray(frame.to_ndarray(), np.float32)


def cut(sound: Sound, start_s: float, seconds: float) -> Sound:
    """Take `seconds` from `start_s` on, silence where there is no more."""
    start, length = round(start_s * SOUND_RATE_HZ), round(seconds * SOUND_RATE_HZ)
    piece = sound[:, start : start + length]
    return np.pad(piece, ((0, 0), (0, length - piece.shape[1])))


def faded(sound: Sound) -> Sound:
    """Let it begin and end softly."""
    time = np.arange(sound.shape[1]) / SOUND_RATE_HZ
    left = sound.shape[1] / SOUND_RATE_HZ - time
    return np.asarray(sound * np.clip(time / FADE_IN_S, 0, 1) * np.clip(left / FADE_OUT_S, 0, 1), np.float32)


def slowed(sound: Sound, factor: float) -> Sound | None:
    """Stretch at the same pitch, by overlapping pieces (FFmpeg's atempo); None if it would be a smear."""
    if factor > SLOWEST_HEARD:
        return None
    graph = Graph()
    nodes = [graph.add_abuffer(sample_rate=SOUND_RATE_HZ, format="fltp", layout="stereo")]
    tempo = 1 / factor
    while tempo < _TEMPO_LEAST:
        nodes.append(graph.add("atempo", f"{_TEMPO_LEAST}"))
        tempo /= _TEMPO_LEAST
    nodes += [graph.add("atempo", f"{tempo}"), graph.add("aformat", "sample_fmts=fltp:channel_layouts=stereo")]
    nodes.append(graph.add("abuffersink"))
    for one, other in pairwise(nodes):
        one.link_to(other)
    graph.configure()
    return cut(_through(graph, sound), 0, sound.shape[1] * factor / SOUND_RATE_HZ)


def _through(graph: Graph, sound: Sound) -> Sound:
    heard: list[Sound] = []

    def pull() -> None:
        while True:
            try:
                heard.append(_samples(graph.pull()))
            except (av.error.BlockingIOError, av.error.EOFError):
                return

    for start in range(0, sound.shape[1], _PIECE):
        piece = np.ascontiguousarray(sound[:, start : start + _PIECE])
        frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts = SOUND_RATE_HZ, start
        graph.push(frame)
        pull()
    graph.push(None)
    pull()
    return np.concatenate([*heard, np.zeros((2, 0), np.float32)], axis=1)


def gone_on(sound: Sound, seconds: float) -> Sound:
    """Repeat a sound until it is long enough; each end melts into the next beginning (equal power)."""
    length, join = round(seconds * SOUND_RATE_HZ), round(_JOIN_S * SOUND_RATE_HZ)
    join = min(join, sound.shape[1] // 3)
    way = np.linspace(0, np.pi / 2, join)
    whole = sound
    while whole.shape[1] < length and join:
        melted = whole[:, -join:] * np.cos(way) + sound[:, :join] * np.sin(way)
        whole = np.concatenate([whole[:, :-join], melted, sound[:, join:]], axis=1)
    return cut(np.asarray(whole, np.float32), 0, seconds)
