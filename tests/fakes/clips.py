"""Clips as people hand them in: of each container and codec, turned, of odd timing, deep colour and odd company."""

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import av
import numpy as np
from av.container import OutputContainer
from av.stream import Disposition
from PIL import Image

from core.work import Memory
from tests.fakes.pictures import corners, encoded, stored_for
from tests.fakes.sounds import Tone

TICKS_PER_S = 90_000
AT_25_FPS = tuple(range(0, 36_000, 3_600))
"""Ten frames, in ticks of 1/90000 s."""

MATRICES = {
    1: (1, 0, 0, 1), 2: (-1, 0, 0, 1), 3: (-1, 0, 0, -1), 4: (1, 0, 0, -1),
    5: (0, 1, 1, 0), 6: (0, 1, -1, 0), 7: (0, -1, -1, 0), 8: (0, -1, 1, 0),
}  # fmt: skip
"""What a display matrix says where Exif would say 1 to 8."""


@dataclass(frozen=True)
class Shot:
    """How a clip is made. `at` are the times of its frames; the last is shown as long as the one before."""

    container: str = "mp4"
    codec: str = "libx264"
    pixels: str = "yuv420p"
    picture: Image.Image = field(default_factory=corners)
    at: Sequence[int] = AT_25_FPS
    tone: Tone | None = None
    muxing: dict[str, str] = field(default_factory=dict)
    coding: dict[str, str] = field(default_factory=dict)
    pixel_ratio: Fraction | None = None
    colours: tuple[int, int, int] | None = None
    """Matrix, transfer and primaries, by ITU-T H.273."""

    tracks: int = 1


def clip(shot: Shot) -> bytes:
    """Write a clip. For an index in front the muxer opens its output by name once more."""
    with Memory.empty() as memory:
        with av.open(memory.path, "w", format=shot.container, options=shot.muxing) as file:
            streams = [_stream(file, shot) for _ in range(shot.tracks)]
            sound = shot.tone.stream(file) if shot.tone else None
            for at in shot.at:
                for stream in streams:
                    file.mux(stream.encode(_frame(shot, at)))
            for stream in streams:
                file.mux(stream.encode(None))
            if shot.tone and sound:
                shot.tone.play(file, sound)
        return memory.read()


def _stream(file: OutputContainer, shot: Shot) -> av.VideoStream:
    options = {"log-level": "error", "x265-params": "log-level=none", **shot.coding}
    stream = file.add_stream(shot.codec, rate=25, options=options if shot.codec == "libx265" else shot.coding)
    assert isinstance(stream, av.VideoStream)
    stream.width, stream.height, stream.pix_fmt = shot.picture.width, shot.picture.height, shot.pixels
    context = stream.codec_context
    if shot.codec not in {"mpeg4", "gif"}:
        context.time_base = stream.time_base = Fraction(1, TICKS_PER_S)
    if shot.pixel_ratio:
        context.sample_aspect_ratio = shot.pixel_ratio
    if shot.colours:
        context.colorspace, context.color_trc, context.color_primaries = shot.colours
        context.color_range = 1
    return stream


def _frame(shot: Shot, at: int) -> av.VideoFrame:
    form = "rgba" if shot.picture.mode == "RGBA" else "rgb24"
    frame = av.VideoFrame.from_ndarray(np.asarray(shot.picture), format=form).reformat(format=shot.pixels)
    if shot.colours:
        frame.colorspace, frame.color_trc, frame.color_primaries = shot.colours
        frame.color_range = 1
    frame.pts, frame.time_base = at, Fraction(1, TICKS_PER_S)
    return frame


def turned(orientation: int) -> bytes:
    """Write a clip of the corners that lies as Exif's orientation says, with the matrix that brings it upright."""
    content = bytearray(clip(Shot(picture=stored_for(corners(), orientation))))
    a, b, c, d = (value << 16 for value in MATRICES[orientation])
    at = content.index(b"tkhd") + 44
    content[at : at + 36] = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 1 << 30)
    return bytes(content)


def with_cover(shot: Shot) -> bytes:
    """Write a file that has a picture of its own beside what it plays; a shot without frames has just its sound."""
    written = io.BytesIO()
    with av.open(written, "w", format=shot.container, options=shot.muxing) as file:
        stream = _stream(file, shot) if shot.at else None
        sound = shot.tone.stream(file) if shot.tone else None
        cover = file.add_stream("mjpeg", rate=1)
        cover.width, cover.height, cover.pix_fmt = 64, 64, "yuvj420p"
        cover.disposition = Disposition.attached_pic
        file.start_encoding()
        packet = av.Packet(encoded(Image.new("RGB", (64, 64), "magenta"), "JPEG"))
        packet.stream, packet.pts, packet.dts, packet.time_base = cover, 0, 0, Fraction(1, 1)
        file.mux(packet)
        for at in shot.at if stream else ():
            file.mux(stream.encode(_frame(shot, at)) if stream else [])
        if stream:
            file.mux(stream.encode(None))
        if shot.tone and sound:
            shot.tone.play(file, sound)
    return written.getvalue()


def with_company(shot: Shot) -> bytes:
    """Write a clip with chapters, a title and an attached file."""
    written = io.BytesIO()
    with av.open(written, "w", format="matroska") as file:
        file.metadata["title"] = "Holidays 52.5163N"
        file.add_attachment("font.ttf", "application/x-truetype-font", b"\0\1\0\0" + bytes(200))
        stream = _stream(file, shot)
        file.set_chapters(
            [{"id": 1, "start": 0, "end": 200, "time_base": Fraction(1, 1000), "metadata": {"title": "Arrival"}}]
        )
        for at in shot.at:
            file.mux(stream.encode(_frame(shot, at)))
        file.mux(stream.encode(None))
    return written.getvalue()


def changing(first: Image.Image, second: Image.Image) -> bytes:
    """Write a raw-framed clip whose pictures change their size in mid-stream (Motion JPEG tells none beforehand)."""
    written = io.BytesIO()
    with av.open(written, "w", format="matroska") as file:
        stream = file.add_stream("mjpeg", rate=25)
        stream.width, stream.height, stream.pix_fmt = first.width, first.height, "yuvj420p"
        file.start_encoding()
        for number, picture in enumerate([first] * 5 + [second] * 5):
            packet = av.Packet(encoded(picture, "JPEG", quality=95))
            packet.stream, packet.pts, packet.dts = stream, number * 40, number * 40
            packet.time_base, packet.is_keyframe = Fraction(1, 1000), True
            file.mux(packet)
    return written.getvalue()
