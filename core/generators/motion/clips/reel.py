"""A normalised clip, read frame by frame from memory: a few frames are held, never all of them."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from types import TracebackType
from typing import Self

import av
import av.error
import numpy as np
from av.container import InputContainer
from av.video.reformatter import ColorRange, Colorspace, Interpolation
from numpy.typing import NDArray

from core.generators.motion.images import Pixels
from core.work import Memory, Refusal

_HELD_BYTES = 64 * 2**20
_HELD_LEAST, _HELD_MOST = 8, 48
_SKIP_MOST = 40
"""Frames that are decoded on the way to a later one; one farther away is reached from the key frame before it."""
_SHOWN_HELD = 4


@dataclass(frozen=True)
class Clip:
    """What is known of a clip before a frame is decoded. `stamps` are its frames' times in ticks of `tick_s`."""

    memory: Memory
    width: int
    height: int
    stamps: NDArray[np.int64]
    tick_s: float
    duration_s: float
    has_sound: bool

    @cached_property
    def times_s(self) -> NDArray[np.float64]:
        """When each frame is shown, from 0, in order."""
        return np.asarray((self.stamps - self.stamps[0]) * self.tick_s)

    @property
    def frames(self) -> int:
        """How many frames it has."""
        return len(self.stamps)


def opened(memory: Memory) -> InputContainer:
    """Open an MP4 in memory. Raises Refusal("clip_unreadable")."""
    try:
        return av.open(memory.path, "r", format="mp4")
    except (av.error.FFmpegError, ValueError) as error:
        raise Refusal("clip_unreadable") from error


def clip_of(memory: Memory) -> Clip:
    """Read a clip's size and times, without decoding. Raises Refusal("clip_unreadable")."""
    with opened(memory) as container:
        if not container.streams.video:
            raise Refusal("clip_unreadable")
        stream = container.streams.video[0]
        stamps = sorted({packet.pts for packet in container.demux(stream) if packet.pts is not None and packet.size})
        if not stamps or not stream.time_base:
            raise Refusal("clip_unreadable")
        tick_s = float(stream.time_base)
        times = np.array(stamps, np.int64)
        last_s = float(np.median(np.diff(times))) * tick_s if len(times) > 1 else 1 / 30
        duration_s = float(times[-1] - times[0]) * tick_s + last_s
        has_sound = bool(container.streams.audio)
        return Clip(memory, stream.width, stream.height, times, tick_s, duration_s, has_sound)


class Reel:
    """Gives frames by number, as pixels of one size. Quick in order; backwards in batches from key frames."""

    def __init__(self, clip: Clip, size: tuple[int, int]) -> None:
        """Open a clip; `size` is the (width, height) that its frames are given in."""
        self._clip = clip
        self._size = size
        self._number_of = {int(stamp): number for number, stamp in enumerate(clip.stamps)}
        held = _HELD_BYTES // (clip.width * clip.height * 3 // 2)
        self._most_held = min(_HELD_MOST, max(_HELD_LEAST, held))
        self._held: OrderedDict[int, av.VideoFrame] = OrderedDict()
        self._shown: OrderedDict[int, Pixels] = OrderedDict()
        self._container = opened(clip.memory)
        self._stream = self._container.streams.video[0]
        self._stream.thread_type = "AUTO"
        self._decoder = self._decoded()
        self._next = 0

    def at(self, number: int) -> Pixels:
        """Give a frame. Don't write into it: it may be given again. Raises Refusal("clip_unreadable")."""
        if number not in self._shown:
            self._shown[number] = self._pixels(self.frame(number))
            while len(self._shown) > _SHOWN_HELD:
                self._shown.popitem(last=False)
        return self._shown[number]

    def frame(self, number: int) -> av.VideoFrame:
        """Give a frame as it was decoded."""
        if number not in self._held:
            if not self._next <= number <= self._next + _SKIP_MOST:
                self._go_to(number)
            self._decode_until(number)
        return self._held[number]

    def _go_to(self, number: int) -> None:
        self._container.seek(int(self._clip.stamps[number]), stream=self._stream, backward=True)
        self._decoder = self._decoded()

    def _decode_until(self, number: int) -> None:
        for found, frame in self._decoder:
            self._held.pop(found, None)
            self._held[found] = frame
            while len(self._held) > self._most_held:
                self._held.popitem(last=False)
            self._next = found + 1
            if found >= number:
                break
        if number not in self._held:
            if not self._held:
                raise Refusal("clip_unreadable")
            self._held[number] = self._held[min(self._held, key=lambda one: abs(one - number))]

    def _decoded(self) -> Iterator[tuple[int, av.VideoFrame]]:
        try:
            for frame in self._container.decode(self._stream):
                number = self._number_of.get(frame.pts) if frame.pts is not None else None
                if number is not None:
                    yield number, frame
        except av.error.FFmpegError as error:
            raise Refusal("clip_unreadable") from error

    def _pixels(self, frame: av.VideoFrame) -> Pixels:
        width, height = self._size
        shown = frame.reformat(
            width,
            height,
            "bgr24",
            src_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.MPEG,
            interpolation=Interpolation.BICUBIC | Interpolation.ACCURATE_RND,
        )
        return np.asarray(shown.to_ndarray())

    def close(self) -> None:
        """Give decoder and frames back."""
        self._held.clear()
        self._shown.clear()
        self._container.close()

    def __enter__(self) -> Self:
        """Use it for the length of a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give it back."""
        self.close()
