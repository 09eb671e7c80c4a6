"""The preview: a few seconds without sound, small, made of frames as they go by, to be shown in a loop."""

from fractions import Fraction

import av
import cv2
import numpy as np
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from core.generators.motion.encode import FPS
from core.generators.motion.images import Pixels
from core.work import Memory

LONG_SIDE_PX = 400
SECONDS_MOST = 3
MOST_BYTES = 300_000
_EVERY = 2
_BITS_PER_S, _BUFFER_BITS = 560_000, 280_000
"""All of 3 s and the encoder's buffer are 245,000 bytes; the rest is the container's."""
_H264 = {
    "preset": "veryfast",
    "crf": "27",
    "profile": "main",
    "x264-params": "mbtree=0:b-adapt=0",
    "maxrate": str(_BITS_PER_S),
    "bufsize": str(_BUFFER_BITS),
}
_MUX = {"movflags": "+faststart", "fflags": "+bitexact"}


class Preview:
    """Encodes every second frame of the middle of a video, at most 3 s."""

    def __init__(self, frames: int, size: tuple[int, int]) -> None:
        """Take the video's length in frames and its (width, height)."""
        shown = min(frames, SECONDS_MOST * FPS)
        self._begin = (frames - shown) // 2
        self._end = self._begin + shown
        self._memory = Memory.empty("preview")
        scale = LONG_SIDE_PX / max(size)
        self._size = round(size[0] * scale / 2) * 2, round(size[1] * scale / 2) * 2
        self._container = av.open(self._memory.path, "w", format="mp4", options=_MUX)
        self._stream = self._container.add_stream("libx264", rate=FPS // _EVERY, options=_H264)
        self._stream.width, self._stream.height = self._size
        self._stream.pix_fmt = "yuv420p"
        context = self._stream.codec_context
        context.thread_count = 1
        context.color_range, context.colorspace = ColorRange.MPEG, Colorspace.ITU709
        context.color_primaries, context.color_trc = ColorPrimaries.BT709, ColorTrc.BT709

    def see(self, number: int, pixels: Pixels) -> None:
        """Take a frame, if it is one of the preview's."""
        if not self._begin <= number < self._end or (number - self._begin) % _EVERY:
            return
        small = cv2.resize(pixels, self._size, interpolation=cv2.INTER_AREA)
        shown = av.VideoFrame.from_ndarray(np.asarray(small, np.uint8), format="bgr24")
        frame = shown.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709)
        frame.pts, frame.time_base = (number - self._begin) // _EVERY, Fraction(_EVERY, FPS)
        self._container.mux(self._stream.encode(frame))

    def finish(self) -> Memory:
        """End it and give the MP4; the memory is the caller's."""
        self._container.mux(self._stream.encode(None))
        self._container.close()
        return self._memory
