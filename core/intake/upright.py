"""Brings frames of any kind to one form: upright, square pixels, BT.709 in 8 bits, one size, nothing transparent."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
import av.error
import av.filter
import numpy as np
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from PIL import Image

from core.intake.limits import CLIP_MOST_PIXELS, CLIP_MOST_RATIO, LEAST_SIDE
from core.intake.stills import on_white
from core.work import Refusal

TICKS_PER_S = 90_000
"""The time base of clips: fine enough for every usual rate."""

_MOST_CHANGES = 16
_SD_MOST_LINES = 576
"""Up to here a frame that tells no colour matrix has that of BT.601, as players assume."""

_WIDE_PRIMARIES = frozenset({9, 11, 12})
_HDR_TRANSFERS = frozenset({16, 18})
"""BT.2020 and P3 (DCI, D65); PQ and HLG: values of ITU-T H.273."""

_UNKNOWN = 2
_FIRST_TURNS = ((1, 0), (0, 1))


@dataclass(frozen=True)
class Turn:
    """How a stored frame is brought upright: transposed first, then mirrored."""

    transposed: bool = False
    left_right: bool = False
    top_bottom: bool = False

    @classmethod
    def of(cls, frame: av.VideoFrame) -> "Turn":
        """Read a frame's display matrix (ISO/IEC 14496-12, 6.2.2): nine numbers, of which four turn and mirror."""
        matrix: Any = frame.side_data.get("DISPLAYMATRIX")
        if matrix is None:
            return cls()
        a, b, _, c, d, *_ = struct.unpack("=9i", bytes(matrix))
        if abs(a) + abs(d) >= abs(b) + abs(c):
            return cls(left_right=a < 0, top_bottom=d < 0)
        return cls(transposed=True, left_right=c < 0, top_bottom=b < 0)

    def filters(self) -> Iterator[tuple[str, str]]:
        """Name what FFmpeg does for it."""
        if self.transposed:
            yield "transpose", "cclock_flip"
        if self.left_right:
            yield "hflip", ""
        if self.top_bottom:
            yield "vflip", ""


def fitted(width: float, height: float, longest_side: int) -> tuple[int, int]:
    """Fit into a longest side, never larger than given; both sides even."""
    scale = min(1.0, longest_side / max(width, height))
    return max(2, round(width * scale / 2) * 2), max(2, round(height * scale / 2) * 2)


@dataclass(frozen=True)
class Look:
    """What of a frame decides how it is brought to the one form."""

    width: int
    height: int
    pixels: str
    colorspace: int
    full_range: bool
    transfer: int
    primaries: int
    interlaced: bool
    turn: Turn

    @classmethod
    def of(cls, frame: av.VideoFrame, turn: Turn) -> "Look":
        """Look at a frame, and settle what it doesn't tell."""
        is_rgb = frame.format.is_rgb
        matrix = Colorspace.ITU709 if frame.height > _SD_MOST_LINES else Colorspace.ITU601
        if not is_rgb and frame.colorspace in {_UNKNOWN, 0}:
            frame.colorspace = matrix.value
        full_range = is_rgb or frame.color_range == ColorRange.JPEG or frame.format.name.startswith("yuvj")
        frame.color_range = (ColorRange.JPEG if full_range else ColorRange.MPEG).value
        if frame.color_trc == _UNKNOWN:
            frame.color_trc = ColorTrc.BT709.value
        if frame.color_primaries == _UNKNOWN:
            frame.color_primaries = ColorPrimaries.BT709.value
        return cls(
            frame.width,
            frame.height,
            frame.format.name,
            frame.colorspace,
            full_range,
            frame.color_trc,
            frame.color_primaries,
            frame.interlaced_frame,
            turn,
        )

    def shown(self, pixel_ratio: Fraction) -> tuple[float, float]:
        """Give width and height as they are seen: upright, with square pixels, none lost."""
        width = self.width * max(1.0, float(pixel_ratio))
        height = self.height / min(1.0, float(pixel_ratio))
        return (height, width) if self.turn.transposed else (width, height)

    @property
    def is_deep(self) -> bool:
        """Whether its colours are wider or brighter than BT.709 can show."""
        return self.primaries in _WIDE_PRIMARIES or self.transfer in _HDR_TRANSFERS


def check_sides(width: float, height: float) -> None:
    """Raise Refusal: clip_too_many_pixels, clip_too_small, clip_too_narrow; each with its limit, width, height."""
    across, down = round(width), round(height)
    if width * height > CLIP_MOST_PIXELS:
        raise Refusal("clip_too_many_pixels", limit_pixels=CLIP_MOST_PIXELS, width=across, height=down)
    if min(width, height) < LEAST_SIDE:
        raise Refusal("clip_too_small", limit_side=LEAST_SIDE, width=across, height=down)
    if max(width, height) > CLIP_MOST_RATIO * min(width, height):
        raise Refusal("clip_too_narrow", limit_ratio=CLIP_MOST_RATIO, width=across, height=down)


class Upright:
    """Brings frames to one size and form, however they change in mid-stream."""

    def __init__(self, longest_side: int, pixel_ratio: Fraction, pixels: str = "yuv420p") -> None:
        """Choose the longest side, the ratio of a pixel's width to its height, and FFmpeg's name of the form."""
        self._longest_side = longest_side
        self._ratio = pixel_ratio
        self._pixels = pixels
        self._look: Look | None = None
        self._graph: av.filter.Graph | None = None
        self._changes = 0
        self.size: tuple[int, int] | None = None

    def frames(self, frame: av.VideoFrame, at: int) -> Iterator[tuple[av.VideoFrame, int]]:
        """Bring a frame to the form; `at` is its time in ticks. What comes out, now or later, has its own with it.

        Raises Refusal as `check_sides` does, and clip_damaged for a stream that never stops changing.
        """
        turn = Turn.of(frame)
        frame = _opaque(frame)
        frame.pts, frame.time_base = at, Fraction(1, TICKS_PER_S)
        look = Look.of(frame, turn)
        if look != self._look:
            yield from self.rest()
            self._begin(look)
        if self._graph is not None:
            self._graph.push(frame)
            yield from self._pulled()

    def rest(self) -> Iterator[tuple[av.VideoFrame, int]]:
        """Give what is still on its way."""
        if self._graph is not None:
            self._graph.push(None)
            yield from self._pulled()
            self._graph = None

    def _pulled(self) -> Iterator[tuple[av.VideoFrame, int]]:
        while self._graph is not None:
            try:
                frame: Any = self._graph.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            yield frame, int(frame.pts * frame.time_base * TICKS_PER_S)

    def _begin(self, look: Look) -> None:
        self._changes += 1
        if self._changes > _MOST_CHANGES:
            raise Refusal("clip_damaged")
        shown = look.shown(self._ratio)
        check_sides(*shown)
        if self.size is None:
            self.size = fitted(*shown, self._longest_side)
        self._look = look
        self._graph = _graph(look, shown, self.size, self._pixels)


def _graph(look: Look, shown: tuple[float, float], size: tuple[int, int], pixels: str) -> av.filter.Graph:
    """Chain FFmpeg's filters: scaled as it lies, then turned, and set in the middle if its shape is another."""
    share = min(size[0] / shown[0], size[1] / shown[1])
    inside = [min(most, max(2, round(side * share / 2) * 2)) for side, most in zip(shown, size, strict=True)]
    if all(abs(side - most) <= 2 for side, most in zip(inside, size, strict=True)):  # noqa: PLR2004 - rounding
        inside = list(size)
    lying = inside[::-1] if look.turn.transposed else inside
    into = f"w={lying[0]}:h={lying[1]}:flags=bicubic:out_color_matrix=bt709:out_range=tv"
    if look.is_deep:
        into += ":out_primaries=bt709:out_transfer=bt709:intent=perceptual"
    graph = av.filter.Graph()
    source = graph.add(
        "buffer",
        f"video_size={look.width}x{look.height}:pix_fmt={look.pixels}:time_base=1/{TICKS_PER_S}:pixel_aspect=1/1"
        f":colorspace={look.colorspace}:range={'pc' if look.full_range else 'tv'}",
    )
    steps = [
        *([("bwdif", "mode=send_frame:deint=interlaced")] if look.interlaced else []),
        ("scale", into),
        *look.turn.filters(),
        *([("pad", f"{size[0]}:{size[1]}:(ow-iw)/2:(oh-ih)/2:white")] if tuple(inside) != size else []),
        ("setsar", "1"),
        ("format", pixels),
        ("buffersink", ""),
    ]
    for name, told in steps:
        step = graph.add(name, told) if told else graph.add(name)
        source.link_to(step)
        source = step
    graph.configure()
    return graph


def _opaque(frame: av.VideoFrame) -> av.VideoFrame:
    """Lay what is transparent onto white."""
    if not (frame.format.has_palette or any(part.is_alpha for part in frame.format.components)):
        return frame
    picture = Image.fromarray(np.asarray(frame.to_ndarray(format="rgba")), "RGBA")
    return av.VideoFrame.from_ndarray(np.asarray(on_white(picture)), format="rgb24")
