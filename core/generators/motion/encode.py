"""Frames and sound to an MP4 in memory: H.264 High 4:2:0, BT.709, AAC, index first, no words in its metadata."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
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
"""With two, x264's rate limit (maxrate) gave 8 different files in 30 encodings of the same frames."""
MOST_BYTES = 10_000_000
"""What every chat lets everybody upload; a video stays below it, whatever its length."""

_SOUND_BITS_PER_S = 160_000
_AUDIO_FRAME = 1024
_MOST_BITS_PER_S = 7_400_000
_FILLED = 0.97
"""Share of `MOST_BYTES` that may be planned: the index takes some 25 bytes a frame, and x264's limit is not exact."""
_H264 = {
    "preset": "superfast",
    "crf": "20",
    "x264-params": "mbtree=0:b-adapt=0:subme=2",
    "profile": "high",
    "aq-mode": "3",
}
"""Beside the preset "veryfast", "superfast" with subme=2 takes 3 fifths of the time for the same bytes and the same
likeness (PSNR and SSIM of a moved photo and of the sea). aq-mode 3 spends more bits on dark flat parts, where skies
would show bands. x264's mbtree doesn't give the same bytes in each process, so it is left out.
"""
_SOUND = {"aac_coder": "fast"}
"""A third of the time of the other coder at the same bits."""
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
    """Encode pictures and sound. `frame_at` runs in threads; `on_frame` is called in order, in a thread of its own."""
    return encode_drawings((partial(frame_at, number) for number in range(frames)), frames, sound, on_frame)


def encode_drawings(
    drawings: Iterable[Drawing],
    frames: int,
    sound: Sound | None,
    on_frame: Callable[[int, Pixels], None],
) -> Memory:
    """Encode frames that are drawn in threads from what `drawings` gives in order, in this one.

    `on_frame` sees each frame while the next one is encoded, and all of them before this returns.
    """
    memory = Memory.empty("video")
    try:
        with (
            _shown_to(on_frame) as show,
            av.open(memory.path, "w", format="mp4", options=_MUX) as container,
        ):
            ready = _ahead(iter(drawings))
            first = next(ready)
            height, width = first[0].shape[:2]
            video = _video_stream(container, (width, height), frames / FPS)
            audio = _sound_stream(container) if sound is not None else None
            written = 0
            for number, (pixels, frame) in enumerate(chain([first], ready)):
                show(number, pixels)
                frame.pts = number
                container.mux(video.encode(frame))
                if sound is not None and audio is not None:
                    until = sound.shape[1] if number == frames - 1 else (number + 1) * SOUND_RATE_HZ // FPS
                    written = _encode_sound(container, audio, sound, written, until)
            container.mux(video.encode(None))
            if audio is not None:
                container.mux(audio.encode(None))
    except BaseException:
        memory.close()
        raise
    return memory


def most_bits_per_s(seconds: float) -> int:
    """Give the rate of the video at which it stays below `MOST_BYTES` together with its sound.

    x264 holds a rate over its buffer, which is one second: in the worst case it spends one second's bits more.
    """
    left = _FILLED * MOST_BYTES * 8 - _SOUND_BITS_PER_S * seconds
    return min(_MOST_BITS_PER_S, int(left / (seconds + 1)))


def _video_stream(container: av.container.OutputContainer, size: tuple[int, int], seconds: float) -> av.VideoStream:
    rate = str(most_bits_per_s(seconds))
    video = container.add_stream("libx264", rate=FPS, options=_H264 | {"maxrate": rate, "bufsize": rate})
    video.width, video.height = size
    video.pix_fmt = "yuv420p"
    context = video.codec_context
    context.thread_count = ENCODING_THREADS
    context.gop_size = 2 * FPS
    context.color_range = ColorRange.MPEG
    context.colorspace = Colorspace.ITU709
    context.color_primaries = ColorPrimaries.BT709
    context.color_trc = ColorTrc.BT709
    return video


def _sound_stream(container: av.container.OutputContainer) -> av.AudioStream:
    audio = container.add_stream("aac", rate=SOUND_RATE_HZ, layout="stereo", options=_SOUND)
    audio.bit_rate = _SOUND_BITS_PER_S
    return audio


@contextmanager
def _shown_to(on_frame: Callable[[int, Pixels], None]) -> Iterator[Callable[[int, Pixels], None]]:
    """Give what calls `on_frame` in a thread of its own, one frame behind at most."""
    with ThreadPoolExecutor(1) as thread:
        looking: deque[Future[None]] = deque()

        def show(number: int, pixels: Pixels) -> None:
            while looking:
                looking.popleft().result()
            looking.append(thread.submit(on_frame, number, pixels))

        yield show
        while looking:
            looking.popleft().result()


def _ahead(drawings: Iterator[Drawing]) -> Iterator[tuple[Pixels, av.VideoFrame]]:
    """Draw frames in threads and make them ready for the encoder, a few ahead of the one that is wanted."""

    def drawn(drawing: Drawing) -> tuple[Pixels, av.VideoFrame]:
        pixels = drawing()
        return pixels, _video_frame(pixels)

    with ThreadPoolExecutor(DRAWING_THREADS) as threads:
        waiting = deque(threads.submit(drawn, drawing) for drawing in islice(drawings, 2 * DRAWING_THREADS))
        try:
            while waiting:
                ready = waiting.popleft().result()
                waiting.extend(threads.submit(drawn, drawing) for drawing in islice(drawings, 1))
                yield ready
        finally:
            for one in waiting:
                one.cancel()


def _video_frame(pixels: Pixels) -> av.VideoFrame:
    shown = av.VideoFrame.from_ndarray(pixels, format="bgr24")
    frame = shown.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709)
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
