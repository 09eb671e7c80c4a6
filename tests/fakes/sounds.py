"""Sounds as people hand them in: a tone of each container, codec, rate and layout."""

import io
import struct
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import av
import numpy as np
from av.container import OutputContainer
from PIL import Image

from tests.fakes.pictures import encoded

PITCH_HZ = 440
LEVEL = 0.5


@dataclass(frozen=True)
class Tone:
    """A sine of 440 Hz at half of full scale, alike in all channels."""

    codec: str = "aac"
    rate_hz: int = 48_000
    layout: str = "stereo"
    seconds: float = 0.4
    coding: dict[str, str] = field(default_factory=dict)
    sample_format: str | None = None
    begin_s: float = 0.0

    def stream(self, file: OutputContainer) -> Any:
        """Add its stream to a file."""
        stream: Any = file.add_stream(self.codec, rate=self.rate_hz, options=self.coding)
        stream.codec_context.layout = self.layout
        if self.sample_format:
            stream.codec_context.format = self.sample_format
        return stream

    def play(self, file: OutputContainer, stream: Any) -> None:
        """Write all of it."""
        channels = len(av.AudioLayout(self.layout).channels)
        times = np.arange(int(self.rate_hz * self.seconds)) / self.rate_hz
        wave = (LEVEL * np.sin(2 * np.pi * PITCH_HZ * times)).astype(np.float32)
        frame = av.AudioFrame.from_ndarray(np.tile(wave, (channels, 1)), format="fltp", layout=self.layout)
        frame.sample_rate, frame.pts = self.rate_hz, round(self.begin_s * self.rate_hz)
        frame.time_base = Fraction(1, self.rate_hz)
        context = stream.codec_context
        context.open(strict=False)
        resampler = av.AudioResampler(context.format.name, self.layout, self.rate_hz, context.frame_size or None)
        for piece in (*resampler.resample(frame), *resampler.resample(None)):
            file.mux(stream.encode(piece))
        file.mux(stream.encode(None))


def sound(container: str, tone: Tone, **muxing: str) -> bytes:
    """Write a sound."""
    written = io.BytesIO()
    with av.open(written, "w", format=container, options=muxing) as file:
        tone.play(file, tone.stream(file))
    return written.getvalue()


def wav_of(samples: bytes, *, rate_hz: int = 8_000, channels: int = 1, claimed: int | None = None) -> bytes:
    """Write a WAV of 16-bit samples by hand; `claimed` is how many bytes its header says there are."""
    length = len(samples) if claimed is None else claimed
    about = struct.pack("<HHIIHH", 1, channels, rate_hz, rate_hz * 2 * channels & 0xFFFFFFFF, 2 * channels & 0xFFFF, 16)
    head = b"WAVEfmt " + struct.pack("<I", len(about)) + about + b"data" + struct.pack("<I", length & 0xFFFFFFFF)
    return b"RIFF" + struct.pack("<I", (len(head) + length) & 0xFFFFFFFF) + head + samples


def mp3_with_cover() -> bytes:
    """Write an MP3 whose ID3 tag holds a title and a cover (id3.org, ID3v2.3, 4.2 and 4.15)."""
    frames = _id3(b"TIT2", b"\0Holidays") + _id3(b"APIC", b"\0image/jpeg\0\3\0" + _cover())
    size = bytes(len(frames) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\3\0\0" + size + frames + sound("mp3", Tone("libmp3lame"), id3v2_version="0", write_id3v1="0")


def _id3(name: bytes, content: bytes) -> bytes:
    return name + struct.pack(">I", len(content)) + b"\0\0" + content


def flac_with_cover() -> bytes:
    """Write a FLAC with a picture block (RFC 9639, 8.8)."""
    plain = sound("flac", Tone("flac"))
    cover = _cover()
    block = struct.pack(">II", 3, 10) + b"image/jpeg" + struct.pack(">IIIIII", 0, 64, 64, 24, 0, len(cover)) + cover
    first = 4 + 4 + 34
    return plain[:first] + b"\x06" + struct.pack(">I", len(block))[1:] + block + plain[first:]


def _cover() -> bytes:
    return encoded(Image.new("RGB", (64, 64), "magenta"), "JPEG")
