"""Opens sounds and clips with nothing but what is on our lists: one demuxer, known decoders, no file and no socket.

FFmpeg would follow a playlist, a session description or a reference to another file. Here it is told the one format
that the first bytes showed, reads from a file object, may open nothing further, and decodes with these decoders only.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any, BinaryIO, NoReturn

import av
import av.error
from av.container import InputContainer
from av.stream import Discard, Disposition

from core.intake.limits import CLIP_MOST_PIXELS
from core.work import Refusal

VIDEO_DECODERS = frozenset(
    {"h264", "hevc", "vp8", "vp9", "libvpx-vp9", "libdav1d", "av1", "mpeg4", "h263", "mjpeg", "prores", "png"}
)
AUDIO_DECODERS = frozenset(
    {"aac", "mp3", "mp3float", "flac", "vorbis", "opus", "alac", "ac3", "eac3", "pcm_u8", "pcm_s8", "pcm_s16le"}
    | {"pcm_s16be", "pcm_s24le", "pcm_s24be", "pcm_s32le", "pcm_s32be", "pcm_f32le", "pcm_f32be", "pcm_f64le"}
    | {"pcm_f64be", "pcm_mulaw", "pcm_alaw"}
)
FORMATS = {"mov": "mov,mp4,m4a,3gp,3g2,mj2", "matroska": "matroska,webm"}
"""Names under which FFmpeg lists a demuxer, where they aren't the one that asks for it."""

_MOST_STREAMS = 32
_DECODING = {"codec_whitelist": ",".join(sorted(VIDEO_DECODERS | AUDIO_DECODERS)), "max_pixels": str(CLIP_MOST_PIXELS)}


def open_container(file: BinaryIO, opener: str) -> InputContainer:
    """Open a file of a format. Raises av.error.FFmpegError for one that it isn't, or that has no streams."""
    options = {
        **_DECODING,
        "format_whitelist": FORMATS.get(opener, opener),
        "protocol_whitelist": "none",
        "max_streams": str(_MOST_STREAMS),
    }
    try:
        container = av.open(file, "r", format=opener, options=options, io_open=_open_nothing)
    except MemoryError:
        raise av.error.InvalidDataError(0, "a header asks for more memory than any true one") from None
    if not container.streams:
        container.close()
        raise av.error.InvalidDataError(0, "no streams")
    return container


def _open_nothing(*_: Any) -> NoReturn:
    raise PermissionError


@contextmanager
def damage_told(code: str) -> Iterator[None]:
    """Turn what FFmpeg says of broken bytes into a refusal; too little memory stays what it is."""
    try:
        yield
    except MemoryError:
        raise
    except (av.error.FFmpegError, OverflowError, UnicodeDecodeError):
        raise Refusal(code) from None


def video_of(container: InputContainer) -> "av.VideoStream | None":
    """Choose the pictures: of those that move the largest, and no cover. Raises Refusal codec_unknown(codec)."""
    moving = [one for one in container.streams.video if not one.disposition & Disposition.attached_pic]
    known = [one for one in moving if _decoder(one) in VIDEO_DECODERS]
    if moving and not known:
        raise Refusal("codec_unknown", codec=_codec(moving[0]))
    return max(known, key=lambda one: one.width * one.height, default=None)


def audio_of(container: InputContainer) -> "av.AudioStream | None":
    """Choose the sound: the first one that can be decoded. Raises Refusal codec_unknown(codec)."""
    known = [one for one in container.streams.audio if _decoder(one) in AUDIO_DECODERS]
    if container.streams.audio and not known:
        raise Refusal("codec_unknown", codec=_codec(container.streams.audio[0]))
    return known[0] if known else None


def _decoder(stream: "av.VideoStream | av.AudioStream") -> str:
    context: Any = stream.codec_context
    return str(context.codec.name) if context is not None else ""


def _codec(stream: "av.VideoStream | av.AudioStream") -> str:
    """Name a codec for people; one that FFmpeg has no name for goes without."""
    return _decoder(stream) or "?"


def decoder_of(stream: Any) -> Any:
    """Give a stream's decoder under our limits; VP8 and VP9 with alpha need the one that reads it."""
    context = stream.codec_context
    if stream.type == "video" and context.name == "vp9" and stream.metadata.get("alpha_mode") == "1":
        alpha = av.CodecContext.create("libvpx-vp9", "r")
        alpha.extradata = context.extradata
        context = alpha
    context.options = dict(_DECODING)
    context.thread_type = "AUTO"
    context.thread_count = 2
    return context


def forget_others(container: InputContainer, *chosen: Any) -> None:
    """Have the demuxer pass over what isn't decoded."""
    for stream in container.streams:
        if stream not in chosen:
            stream.discard = Discard.all


def seconds(value: int | None, time_base: Fraction | None) -> Fraction | None:
    """Turn a timestamp into seconds."""
    return None if value is None or time_base is None else value * time_base
