"""Files that mean harm or are broken, and what each must be refused for.

What can name another file names the one that is given: nobody may open it.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache

from PIL import Image

from tests.fakes import pictures
from tests.fakes.boxes import boxed, grown, nested, patched
from tests.fakes.clips import Shot, changing, clip, with_cover
from tests.fakes.pictures import corners, encoded
from tests.fakes.sounds import Tone, sound, wav_of

Case = tuple[str, bytes, str]
"""A name, the bytes, and the code of the refusal, or "taken" where what lies is passed over."""

NAMES = ("mp4", "mov", "webm", "mkv", "wav", "mp3", "jpg", "m3u8")
"""What a playlist may call itself."""

_FTYP = boxed(b"ftyp", b"isom\0\0\2\0isomiso2")
_CUTS = (0.02, 0.2, 0.5, 0.8, 0.97)


def cases(bait: str) -> Iterator[Case]:
    """Give all of them. `bait` is the path of a file."""
    for naming in (_playlists, _disguised, _references):
        yield from naming(bait)
    for family in (_strangers, _picture_bombs, _sound_lies, _clip_lies, _cut):
        yield from family()


def _playlist(bait: str) -> bytes:
    return f"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n{bait}\n#EXT-X-ENDLIST\n".encode()


def _playlists(bait: str) -> Iterator[Case]:
    unknown = "file_kind_unknown"
    for name in NAMES:
        yield f"hls.{name}", _playlist(bait), unknown
    yield "hls-http.mp4", _playlist("http://127.0.0.1:9/x.ts"), unknown
    yield "hls-key.mp4", f'#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="file:{bait}"\n'.encode(), unknown
    yield "concat.mp4", f"ffconcat version 1.0\nfile '{bait}'\n".encode(), unknown
    yield "concat-url.mov", f"concat:{bait}|{bait}".encode(), unknown
    yield "session.mp4", b"v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n", unknown
    yield "dash.mp4", f'<?xml version="1.0"?><MPD><BaseURL>file:{bait}</BaseURL></MPD>'.encode(), unknown
    yield "svg.png", f"<svg><image href='file:{bait}'/></svg>".encode(), unknown
    yield "xspf.mp3", f"<playlist><location>file:{bait}</location></playlist>".encode(), unknown
    yield "pls.mp3", f"[playlist]\nFile1={bait}\n".encode(), unknown
    yield "hls-utf16.mp4", _playlist(bait).decode().encode("utf-16"), unknown
    yield "hls-behind-zeros.mp4", bytes(16) + _playlist(bait), unknown


def _disguised(bait: str) -> Iterator[Case]:
    playlist = _playlist(bait)
    yield "hls-in-mp4", _FTYP + playlist, "clip_damaged"
    yield "hls-in-mdat", _FTYP + boxed(b"mdat", playlist), "clip_damaged"
    yield "hls-in-mkv", b"\x1a\x45\xdf\xa3\x8b\x42\x82\x88matroska" + playlist, "clip_damaged"
    yield "hls-in-webm", b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm" + playlist, "clip_damaged"
    yield "hls-in-wav", b"RIFF\xff\0\0\0WAVE" + playlist, "sound_damaged"
    yield "hls-in-mp3", b"ID3\4\0\0\0\0\0\0" + playlist, "sound_damaged"
    yield "hls-in-ogg", b"OggS" + playlist, "sound_damaged"
    yield "hls-in-flac", b"fLaC" + playlist, "sound_damaged"
    yield "hls-in-jpeg", b"\xff\xd8\xff" + playlist, "picture_damaged"
    yield "hls-in-gif", b"GIF89a\xa0\0\x60\0\0\0\0;" + playlist, "picture_damaged"


def _references(bait: str) -> Iterator[Case]:
    named = grown(_plain(), b"url ", f"file://{bait}\0".encode())
    yield "dref-that-is-passed-over", patched(named, b"url ", 0, bytes(4)), "taken"
    path = bait.encode()
    alias = bytes(4) + path[:1].ljust(150, b"\0") + struct.pack(">HH", 2, len(path)) + path + b"\xff\xff\0\0"
    aliased = patched(grown(_plain(), b"url ", alias), b"url ", -4, b"alis\0\0\0\0")
    yield "dref-alias", aliased, "clip_damaged"
    moov = boxed(b"rmra", boxed(b"rmda", boxed(b"rdrf", bytes(4) + b"url " + struct.pack(">I", len(path)) + path)))
    yield "reference-movie", boxed(b"moov", moov), "clip_damaged"


def _strangers() -> Iterator[Case]:
    unknown = "file_kind_unknown"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("clip.mp4", _plain())
    yield "empty", b"", "file_empty"
    yield "one-byte", b"\xff", unknown
    yield "zeros", bytes(5_000), unknown
    yield "noise", bytes(index * 73 % 251 | 128 for index in range(5_000)), unknown
    yield "page", b"<!doctype html><script>alert(1)</script>", unknown
    yield "letter", "Dear diary, I am no clip. é".encode(), unknown
    yield "script", b"#!/bin/sh\nrm -rf ~\n", unknown
    yield "zip", packed.getvalue(), unknown
    yield "zip-and-clip", packed.getvalue() + _plain(), unknown
    yield "gzip", zlib.compress(bytes(100_000), wbits=31), unknown
    yield "pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3" + _plain(), unknown
    yield "elf", b"\x7fELF\2\1\1" + bytes(200), unknown
    yield "windows-program", b"MZ\x90\0\3\0\0\0" + bytes(200), unknown
    yield "avi", b"RIFF\xff\0\0\0AVI LIST" + bytes(200), unknown
    yield "mpeg", (b"\x47" + bytes(187)) * 5, unknown
    yield "tiff", encoded(corners(), "TIFF"), unknown
    yield "bmp", encoded(corners(), "BMP"), unknown
    yield "other-ebml", b"\x1a\x45\xdf\xa3\x84\x42\x82\x81x" + bytes(200), unknown


def _picture_bombs() -> Iterator[Case]:
    yield "gigapixel-png", pictures.bomb(30_000), "picture_too_many_pixels"
    yield "gigapixel-jpeg", pictures.jpeg_that_says(60_000, 60_000), "picture_too_many_pixels"
    yield "gigapixel-webp", pictures.webp_that_says(16_383, 16_383), "picture_too_many_pixels"
    gif = bytearray(encoded(corners(), "GIF"))
    gif[6:10] = b"\xff\xff\xff\xff"
    yield "gigapixel-gif", bytes(gif), "picture_too_many_pixels"
    text = b"Comment\0\0" + zlib.compress(bytes(80_000_000), 9)
    yield "png-text-bomb", _with_chunk(b"zTXt", text), "picture_damaged"
    yield "gif-50000-frames", _gif(50_000, 2), "clip_too_many_frames"
    yield "gif-of-hours", _gif(20, 65_535), "clip_too_long"
    yield "gif-cut", encoded(corners(), "GIF")[:-400], "picture_damaged"
    yield "apng-that-claims", _claiming_apng(2**31 - 1), "clip_too_many_frames"
    yield "apng-of-30-that-claims", _claiming_apng(30), "picture_damaged"
    yield "avif-cut", encoded(corners(), "AVIF")[:-200], "picture_damaged"


def _with_chunk(name: bytes, content: bytes) -> bytes:
    plain = encoded(corners(), "PNG")
    chunk = struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
    return plain[:33] + chunk + plain[33:]


def _claiming_apng(frames: int) -> bytes:
    return _with_chunk(b"acTL", struct.pack(">II", frames, 0))


def _gif(frames: int, hundredths: int) -> bytes:
    """Write a GIF of frames without a change (GIF89a, 20 to 23)."""
    first = encoded(Image.new("P", (64, 64)), "GIF")
    head = first[: first.index(b",")]
    shown = b"!\xf9\4\0" + struct.pack("<H", hundredths) + b"\0\0"
    return head + (shown + b",\0\0\0\0\1\0\1\0\0\2\2D\1\0") * frames + b";"


def _sound_lies() -> Iterator[Case]:
    samples = bytes(4_000)
    yield "wav-4-gb", wav_of(samples, claimed=0xFFFFFFF0), "sound_damaged"
    yield "wav-cut", wav_of(samples)[:-100], "sound_damaged"
    yield "wav-65535-channels", wav_of(samples, channels=65_535), "sound_damaged"
    yield "wav-9-channels", wav_of(samples, channels=9), "sound_too_many_channels"
    yield "wav-rate-0", wav_of(samples, rate_hz=0), "sound_damaged"
    yield "wav-4-ghz", wav_of(samples, rate_hz=4_000_000_000), "sound_damaged"
    yield "wav-2-ghz", wav_of(samples, rate_hz=2_000_000_000), "sound_rate_out_of_range"
    yield "wav-of-another-codec", patched(wav_of(samples), b"fmt ", 4, b"\x61\1"), "codec_unknown"
    yield "wav-without-format", b"RIFF\xff\0\0\0WAVEdata" + struct.pack("<I", 4_000) + samples, "sound_damaged"
    yield "wav-without-samples", wav_of(b""), "sound_empty"
    flac = bytearray(sound("flac", Tone("flac")))
    flac[18:22] = ((655_350 << 12) | (7 << 9) | (15 << 4)).to_bytes(4)
    yield "flac-655-khz-by-its-header-alone", bytes(flac), "taken"
    yield "flac-655-khz", sound("flac", Tone("flac", 655_350)), "sound_rate_out_of_range"
    yield "ogg-broken-page", patched(_ogg(), b"OggS", 22, b"\xff"), "sound_damaged"
    yield "ogg-of-pages-without-end", _ogg()[:60] * 50, "sound_damaged"
    yield "mp3-tag-of-256-mb", b"ID3\4\0\0\x7f\x7f\x7f\x7f" + bytes(3_000), "sound_damaged"
    yield "mp3-of-nothing", b"\xff\xfb\x90\0" + bytes(5_000), "sound_damaged"
    yield "m4a-cut", sound("ipod", Tone())[:-300], "sound_damaged"


def _clip_lies() -> Iterator[Case]:
    damaged = "clip_damaged"
    yield "boxes-10000-deep", _FTYP + nested(10_000, b"moov"), damaged
    yield "box-of-0", _FTYP + b"\0\0\0\0moov", damaged
    yield "box-of-7", b"\0\0\0\7moov" + bytes(50), damaged
    yield "box-of-16-exabytes", _FTYP + b"\0\0\0\1mdat\x7f" + b"\xff" * 7 + bytes(50), damaged
    yield "only-a-type", _FTYP, damaged
    yield "no-index", _plain()[: _plain().index(b"moov") - 4], damaged
    yield "index-of-noise", _FTYP + boxed(b"moov", bytes(range(256)) * 20), damaged
    yield "4-gi-samples", patched(_plain(), b"stsz", 4, b"\0\0\0\1\xff\xff\xff\xff"), damaged
    yield "samples-of-4-gb", patched(_plain(), b"stsz", 12, b"\xff\xff\xff\xff" * 3), damaged
    yield "chunks-outside", patched(_plain(), b"stco", 8, b"\x7f\xff\xff\xff"), damaged
    yield "hours-claimed", patched(_plain(), b"stts", 12, b"\x7f\xff\xff\xff"), "clip_too_long"
    yield "no-bytes-in-frames", patched(_plain(), b"mdat", 0, bytes(1_000)), damaged
    yield (
        "jpeg-frames-that-say",
        changing(corners(), corners()).replace(struct.pack(">HH", 96, 160), struct.pack(">HH", 60_000, 60_000)),
        damaged,
    )
    yield "segment-of-an-exabyte", _webm()[:40] + b"\x18\x53\x80\x67\1\x7f" + b"\xff" * 6 + _webm()[60:], damaged
    yield "ebml-of-zeros", b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm" + bytes(3_000), damaged
    yield "only-a-cover", with_cover(Shot(at=())), "file_without_media"


def _cut() -> Iterator[Case]:
    front = clip(Shot(tone=Tone(), muxing={"movflags": "+faststart"}))
    fragments = clip(Shot(muxing={"movflags": "+frag_keyframe+empty_moov"}, coding={"g": "2"}))
    mkv = clip(Shot("matroska", tone=Tone()))
    for name, whole, code in (
        ("mp4", _plain(), "clip_damaged"),
        ("faststart", front, "clip_damaged"),
        ("fragments", fragments, "clip_damaged"),
        ("mkv", mkv, "clip_damaged"),
        ("flac", sound("flac", Tone("flac", seconds=2)), "sound_damaged"),
        ("ogg", sound("ogg", Tone("libopus", seconds=2)), "sound_damaged"),
    ):
        for share in _CUTS:
            yield f"{name}-cut-at-{share}", whole[: int(len(whole) * share)], code


@cache
def _plain() -> bytes:
    return clip(Shot())


@cache
def _webm() -> bytes:
    return clip(Shot("webm", "libvpx"))


@cache
def _ogg() -> bytes:
    return sound("ogg", Tone("libopus", seconds=2))
