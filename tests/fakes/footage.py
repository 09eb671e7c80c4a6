"""Clips in the normal form that intake gives: H.264 in BT.709, AAC, an MP4 in memory."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

import av
import numpy as np
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, Interpolation

from core.generators.motion.encode import SOUND_RATE_HZ, Sound
from core.generators.motion.images import Pixels
from core.work import Memory

TICKS_PER_S = 90_000
_EXACT = Interpolation.BILINEAR | Interpolation.ACCURATE_RND


def clip(
    frames: Iterable[Pixels], *, fps: float = 30.0, times_s: Sequence[float] = (), sound: Sound | None = None
) -> Memory:
    """Encode frames (BGR, all of one even size) at an even rate, or at times of their own."""
    memory = Memory.empty("clip")
    with av.open(memory.path, "w", format="mp4", options={"fflags": "+bitexact"}) as container:
        video = container.add_stream("libx264", rate=30, options={"preset": "veryfast", "crf": "6"})
        video.pix_fmt = "yuv420p"
        context = video.codec_context
        context.time_base = Fraction(1, TICKS_PER_S)
        context.thread_count = 1
        context.color_range, context.colorspace = ColorRange.MPEG, Colorspace.ITU709
        context.color_primaries, context.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
        audio = container.add_stream("aac", rate=SOUND_RATE_HZ, layout="stereo") if sound is not None else None
        for number, pixels in enumerate(frames):
            if number == 0:
                video.height, video.width = pixels.shape[:2]
            shown = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="bgr24")
            frame = shown.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709, interpolation=_EXACT)
            frame.pts = round((times_s[number] if times_s else number / fps) * TICKS_PER_S)
            frame.time_base = Fraction(1, TICKS_PER_S)
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        if audio is not None and sound is not None:
            heard = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound), format="fltp", layout="stereo")
            heard.sample_rate, heard.pts = SOUND_RATE_HZ, 0
            container.mux(audio.encode(heard))
            container.mux(audio.encode(None))
    return memory


def tone(seconds: float, hz: float = 440.0) -> Sound:
    """Make a steady tone on both channels."""
    wave = 0.5 * np.sin(2 * np.pi * hz * np.arange(round(seconds * SOUND_RATE_HZ)) / SOUND_RATE_HZ)
    return np.stack([wave, wave]).astype(np.float32)


def decoded(memory: Memory) -> list[Pixels]:
    """Give all frames of a video as BGR pixels."""
    with av.open(memory.path, "r") as container:
        return [np.asarray(frame.to_ndarray(format="bgr24")) for frame in container.decode(video=0)]
