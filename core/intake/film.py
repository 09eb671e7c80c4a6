"""Writes an MP4 in memory, H.264 and AAC, frame by frame: a clip's normal form, or another coding."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self

import av
import av.audio
import av.video
import numpy as np
from av.video.frame import PictureType
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from numpy.typing import NDArray

from core.intake.limits import SOUND_RATE_HZ
from core.intake.upright import TICKS_PER_S
from core.work import Memory

Sound = NDArray[np.float32]
"""2 x samples, -1 to 1."""

_MOST_BITS_PER_S = 16_000_000


@dataclass(frozen=True)
class Coding:
    """How pictures are encoded, by x264's names, and with how many bits a second the sound is."""

    pictures: Mapping[str, str]
    sound_bits_per_s: int


KEPT = Coding(
    {
        "preset": "veryfast",
        "crf": "18",
        "bf": "0",
        "profile": "high",
        "maxrate": str(_MOST_BITS_PER_S),
        "bufsize": str(2 * _MOST_BITS_PER_S),
    },
    sound_bits_per_s=192_000,
)
"""The normal form. Without B-frames each packet is the next frame, and no time is below 0."""

_MUX = {"movflags": "+faststart", "fflags": "+bitexact"}
_KEY_FRAME_EVERY = 60
_ENCODING_THREADS = 2


class Film:
    """An MP4 that grows. Times are ticks of 1/90000 s and rise; sound waits until its pictures were shown."""

    def __init__(self, size: tuple[int, int], *, with_sound: bool, coding: Coding = KEPT) -> None:
        """Begin; width and height are even."""
        self.memory = Memory.empty("clip")
        self._file = av.open(self.memory.path, "w", format="mp4", options=_MUX)
        self._video = self._file.add_stream("libx264", rate=30, options=dict(coding.pictures))
        _settle(self._video, size)
        self._audio: Any = None
        if with_sound:
            self._audio = self._file.add_stream("aac", rate=SOUND_RATE_HZ, layout="stereo")
            self._audio.bit_rate = coding.sound_bits_per_s
        self._held: av.VideoFrame | None = None
        self._held_at = 0
        self._lengths: dict[int, int] = {}
        self._sound: deque[Sound] = deque()
        self._heard = 0
        self.frames = 0

    def show(self, frame: av.VideoFrame, at: int) -> None:
        """Add a frame at its time; one that isn't later than the last is left out."""
        if self._held is not None:
            if at <= self._held_at:
                return
            self._encode(self._held, at - self._held_at)
            self._play(at)
        self._held, self._held_at = frame, at

    def hear(self, sound: Sound) -> None:
        """Add sound after what was heard so far."""
        self._sound.append(sound)

    def finish(self, last_shown: int) -> int:
        """End with the last frame shown for so long. Gives the whole length in ticks."""
        if self._held is None:
            raise ValueError("a film has a frame")
        until = self._held_at + last_shown
        self._encode(self._held, last_shown)
        self._play(until)
        self._mux(self._video.encode(None))
        if self._audio is not None:
            self._file.mux(self._audio.encode(None))
        self._file.close()
        return until

    def _encode(self, frame: av.VideoFrame, shown: int) -> None:
        self._lengths[self._held_at] = shown
        self.frames += 1
        frame.pict_type, frame.pts, frame.time_base = PictureType.NONE, self._held_at, Fraction(1, TICKS_PER_S)
        self._mux(self._video.encode(frame))

    def _mux(self, packets: list[Any]) -> None:
        for packet in packets:
            packet.duration = self._lengths.pop(packet.pts)
            self._file.mux(packet)

    def _play(self, until: int) -> None:
        """Encode the sound up to a time."""
        wanted = until * SOUND_RATE_HZ // TICKS_PER_S - self._heard
        while self._sound and wanted > 0:
            piece = self._sound.popleft()
            if piece.shape[1] > wanted:
                self._sound.appendleft(piece[:, wanted:])
                piece = piece[:, :wanted]
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(piece), format="fltp", layout="stereo")
            frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE_HZ, self._heard, Fraction(1, SOUND_RATE_HZ)
            self._file.mux(self._audio.encode(frame))
            self._heard += piece.shape[1]
            wanted -= piece.shape[1]

    def __enter__(self) -> Self:
        """Write for the length of a block."""
        return self

    def __exit__(self, *broken: object) -> None:
        """Let the file go; what broke leaves no memory."""
        if broken[0] is not None:
            self.memory.close()


def _settle(video: av.VideoStream, size: tuple[int, int]) -> None:
    video.width, video.height = size
    video.pix_fmt = "yuv420p"
    context = video.codec_context
    context.time_base = video.time_base = Fraction(1, TICKS_PER_S)
    context.thread_count = _ENCODING_THREADS
    context.gop_size = _KEY_FRAME_EVERY
    context.color_range = ColorRange.MPEG
    context.colorspace = Colorspace.ITU709
    context.color_primaries = ColorPrimaries.BT709
    context.color_trc = ColorTrc.BT709
