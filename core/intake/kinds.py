"""What a file looks like by its first bytes; its name and its claims count for nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.intake.limits import CLIP_LARGEST_BYTES, PICTURE_LARGEST_BYTES, SOUND_LARGEST_BYTES

SNIFF_BYTES = 512
MP3_HEADER_BYTES = 4
_LAYER_3_MASK, _LAYER_3 = 0xFFE6, 0xFFE2


@dataclass(frozen=True)
class Taken:
    """How a kind is taken in: the worker's task, what opens it there (by Pillow's or FFmpeg's name), and its limit."""

    task: str
    opener: str
    largest_bytes: int


def _picture(opener: str) -> Taken:
    return Taken("picture_normalise", opener, PICTURE_LARGEST_BYTES)


def _sound(opener: str) -> Taken:
    return Taken("sound_normalise", opener, SOUND_LARGEST_BYTES)


def _clip(opener: str, largest_bytes: int = CLIP_LARGEST_BYTES) -> Taken:
    return Taken("clip_normalise", opener, largest_bytes)


TAKEN: Mapping[str, Taken] = {
    "JPEG": _picture("JPEG"),
    "PNG": _picture("PNG"),
    "WebP": _picture("WEBP"),
    "GIF": _picture("GIF"),
    "HEIC": _picture("HEIF"),
    "AVIF": _picture("AVIF"),
    "WAV": _sound("wav"),
    "MP3": _sound("mp3"),
    "FLAC": _sound("flac"),
    "OGG": _sound("ogg"),
    "M4A": _clip("mov", SOUND_LARGEST_BYTES),
    "MP4": _clip("mov"),
    "MOV": _clip("mov"),
    "WebM": _clip("matroska"),
    "MKV": _clip("matroska"),
}
"""Kinds that are taken in. What comes of one is found out by its worker: a GIF may move, an MP4 may only sound."""

_BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"), "HEIC"),
    **dict.fromkeys((b"avif", b"avis"), "AVIF"),
    **dict.fromkeys((b"M4A ", b"M4B ", b"M4P "), "M4A"),
    b"qt  ": "MOV",
    b"crx ": "raw picture",
    b"jp2 ": "JPEG 2000",
}
"""Brands of ISO/IEC 14496-12 files; heic and its kin are of ISO/IEC 23008-12, annex B."""

_ANY_PICTURE = (b"mif1", b"msf1")
_QUICKTIME = (b"moov", b"mdat", b"wide")
"""What a QuickTime file of the years before brands begins with."""


@dataclass(frozen=True)
class Magic:
    """Bytes that stand at some places of every file of a kind."""

    kind: str
    marks: Sequence[tuple[int, bytes]]


MAGICS = (
    Magic("JPEG", [(0, b"\xff\xd8\xff")]),
    Magic("PNG", [(0, b"\x89PNG\r\n\x1a\n")]),
    Magic("WebP", [(0, b"RIFF"), (8, b"WEBP")]),
    Magic("GIF", [(0, b"GIF8")]),
    Magic("BMP", [(0, b"BM"), (6, b"\0\0\0\0")]),
    Magic("TIFF", [(0, b"II*\0")]),
    Magic("TIFF", [(0, b"MM\0*")]),
    Magic("PSD", [(0, b"8BPS")]),
    Magic("JPEG XL", [(0, b"\xff\x0a")]),
    Magic("JPEG XL", [(4, b"JXL \r\n\x87\n")]),
    Magic("PDF", [(0, b"%PDF-")]),
    Magic("ZIP", [(0, b"PK\x03\x04")]),
    Magic("program", [(0, b"\x7fELF")]),
    Magic("program", [(0, b"MZ"), (3, b"\0")]),
    Magic("AVI", [(0, b"RIFF"), (8, b"AVI ")]),
    Magic("WAV", [(0, b"RIFF"), (8, b"WAVE")]),
    Magic("WAV", [(0, b"RF64"), (8, b"WAVE")]),
    Magic("AIFF", [(0, b"FORM"), (8, b"AIF")]),
    Magic("AMR", [(0, b"#!AMR")]),
    Magic("MIDI", [(0, b"MThd")]),
    Magic("MP3", [(0, b"ID3")]),
    Magic("OGG", [(0, b"OggS")]),
    Magic("FLAC", [(0, b"fLaC")]),
    Magic("FLV", [(0, b"FLV\x01")]),
    Magic("WMV", [(0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11")]),
    Magic("MPEG", [(0, b"\0\0\1\xba")]),
    Magic("MPEG", [(0, b"\x47"), (188, b"\x47"), (376, b"\x47")]),
)


def kind_of(head: bytes) -> str:
    """Name a file's kind by its first SNIFF_BYTES: one of TAKEN, another known kind, "text" or "unknown"."""
    for magic in MAGICS:
        if all(head.startswith(mark, place) for place, mark in magic.marks):
            return magic.kind
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    if head[4:8] in _QUICKTIME:
        return "MOV"
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return "WebM" if b"webm" in head[:64] else "MKV" if b"matroska" in head[:64] else "unknown"
    if _is_mp3_frame(head):
        return "MP3"
    return "text" if _is_text(head) else "unknown"


def _by_brand(head: bytes) -> str:
    """Of pictures in general it is the compatible brands that tell of which kind."""
    major = head[8:12]
    if major not in _ANY_PICTURE:
        return _BRANDS.get(major, "MP4")
    listed = head[16 : int.from_bytes(head[:4])]
    brands = [listed[at : at + 4] for at in range(0, len(listed), 4)]
    return "AVIF" if b"avif" in brands else "HEIC"


def _is_mp3_frame(head: bytes) -> bool:
    """Whether it begins with a frame header of layer III (ISO/IEC 11172-3, 2.4.1.3) that forbids nothing."""
    if len(head) < MP3_HEADER_BYTES or int.from_bytes(head[:2]) & _LAYER_3_MASK != _LAYER_3:
        return False
    version, bitrate, rate = (head[1] >> 3) & 3, head[2] >> 4, (head[2] >> 2) & 3
    return version != 1 and bitrate not in {0, 15} and rate != 3  # noqa: PLR2004 - the values that the tables lack


def _is_text(head: bytes) -> bool:
    """Whether it is UTF-8 without control characters; the last character may be cut."""
    words = head.decode("utf-8", "ignore")
    most_cut_bytes = 3
    return len(head) - len(words.encode()) <= most_cut_bytes and all(
        character.isprintable() or character in "\t\r\n\f\ufeff" for character in words
    )
