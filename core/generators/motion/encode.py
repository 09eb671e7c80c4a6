"""Frames and sound to an MP4 in memory: H.264 High 4:2:0, BT.709, AAC, index first, no words in its metadata."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from functools import partial
from itertools import chain, islice

import av
import av.audio
import av.video
import numpy as np
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from numpy.typing import NDArray

from core.generators.motion.images import Pixels
from core.work import Memory

FPS = 30
SOUND_RATE_HZ = 48_000
DRAWING_THREADS = 2
ENCODING_THREADS = 1
"""With two, x264's rate limit (maxrate) gave 8 different files in 30 encodings of the same frames. Drawing is what
takes the time, so one costs nothing.
"""

_SOUND_BITS_PER_S = 160_000
_AUDIO_FRAME = 1024
_MOST_BITS_PER_S = 7_400_000
"""10 s of video with sound stay below 10 MB, the least that a chat lets everybody upload."""
_H264 = {
    "preset": "veryfast",
    "crf": "20",
    "x264-params": "mbtree=0:b-adapt=0",
    "profile": "high",
    "aq-mode": "3",
    "maxrate": str(_MOST_BITS_PER_S),
    "bufsize": str(_MOST_BITS_PER_S),
}
"""The preset "fast" takes 3 times as long for a sixth fewer bytes. aq-mode 3 spends more bits on dark flat parts,
where skies would show bands. x264's mbtree doesn't give the same bytes in each process, so it is left out.
"""
_MUX = {"movflags": "+faststart", "fflags": "+bitexact"}
"""The index stands before the frames so that a browser plays at once; bitexact leaves out the writer's name."""

Sound = NDArray[np.float32]
"""2 x samples at SOUND_RATE_HZ, -1 to 1."""
Drawing = Callable[[], Pixels]
"""Draws one frame, in any thread."""


def encode(
    frame_at: Callable[[int], Pixels],
    frames: int,
    sound: Sound | None,
    on_frame: Callable[[int, Pixels], None],
) -> Memory:
    """Encode pictures and sound. `frame_at` runs in threads; `on_frame` is called in order, in this one."""
    return encode_drawings((partial(frame_at, number) for number in range(frames)), frames, sound, on_frame)


def encode_drawings(
    drawings: Iterable[Drawing],
    frames: int,
    sound: Sound | None,
    on_frame: Callable[[int, Pixels], None],
) -> Memory:
    """Encode frames that are drawn in threads from what `drawings` gives in order, in this one."""
    memory = Memory.empty("video")
    try:
        with av.open(memory.path, "w", format="mp4", options=_MUX) as container:
            pictures = _ahead(iter(drawings))
            first = next(pictures)
            video, audio = _streams(container, first, with_sound=sound is not None)
            written = 0
            for number, pixels in enumerate(chain([first], pictures)):
                container.mux(video.encode(_video_frame(pixels, number)))
                if sound is not None and audio is not None:
                    until = sound.shape[1] if number == frames - 1 else (number + 1) * SOUND_RATE_HZ // FPS
                    written = _encode_sound(container, audio, sound, written, until)
                on_frame(number, pixels)
            container.mux(video.encode(None))
            if audio is not None:
                container.mux(audio.encode(None))
    except BaseException:
        memory.close()
        raise
    return memory


def _streams(
    container: av.container.OutputContainer, first: Pixels, *, with_sound: bool
) -> tuple[av.VideoStream, av.AudioStream | None]:
    video = container.add_stream("libx264", rate=FPS, options=_H264)
    video.height, video.width = first.shape[:2]
    video.pix_fmt = "yuv420p"
    context = video.codec_context
    context.thread_count = ENCODING_THREADS
    context.gop_size = 2 * FPS
    context.color_range = ColorRange.MPEG
    context.colorspace = Colorspace.ITU709
    context.color_primaries = ColorPrimaries.BT709
    context.color_trc = ColorTrc.BT709
    if not with_sound:
        return video, None
    audio = container.add_stream("aac", rate=SOUND_RATE_HZ, layout="stereo")
    audio.bit_rate = _SOUND_BITS_PER_S
    return video, audio


def _ahead(drawings: Iterator[Drawing]) -> Iterator[Pixels]:
    """Draw frames in threads, a few ahead of the one that is wanted."""
    with ThreadPoolExecutor(DRAWING_THREADS) as threads:
        waiting = deque(threads.submit(drawing) for drawing in islice(drawings, 2 * DRAWING_THREADS))
        try:
            while waiting:
                drawn = waiting.popleft().result()
                waiting.extend(threads.submit(drawing) for drawing in islice(drawings, 1))
                yield drawn
        finally:
            for one in waiting:
                one.cancel()


def _video_frame(pixels: Pixels, number: int) -> av.VideoFrame:
    shown = av.VideoFrame.from_ndarray(pixels, format="bgr24")
    frame = shown.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709)
    frame.pts = number
    frame.time_base = Fraction(1, FPS)
    return frame


def _encode_sound(
    container: av.container.OutputContainer, audio: av.AudioStream, sound: Sound, start: int, until: int
) -> int:
    """Encode whole audio frames from `start` up to `until`, and the rest when it is the sound's end."""
    while start < until and (start + _AUDIO_FRAME <= until or until == sound.shape[1]):
        piece = np.ascontiguousarray(sound[:, start : min(start + _AUDIO_FRAME, until)])
        frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE_HZ, start, Fraction(1, SOUND_RATE_HZ)
        container.mux(audio.encode(frame))
        start += piece.shape[1]
    return start
