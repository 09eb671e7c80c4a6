"""What a file looks like by its first bytes; its name and its claims count for nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

SNIFF_BYTES = 512
PICTURES = ("JPEG", "PNG", "WEBP", "HEIF")
"""Kinds that are taken in, by Pillow's names."""

_FTYP = b"ftyp"
_BRANDS = {
    "HEIF": (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"),
    "AVIF": (b"avif", b"avis"),
    "MOV": (b"qt  ",),
}
"""Major brands of ISO/IEC 14496-12 files; heic and its kin are of ISO/IEC 23008-12, annex B."""


@dataclass(frozen=True)
class Magic:
    """Bytes that stand at some places of every file of a kind."""

    kind: str
    marks: Sequence[tuple[int, bytes]]


MAGICS = (
    Magic("JPEG", [(0, b"\xff\xd8\xff")]),
    Magic("PNG", [(0, b"\x89PNG\r\n\x1a\n")]),
    Magic("WEBP", [(0, b"RIFF"), (8, b"WEBP")]),
    Magic("GIF", [(0, b"GIF8")]),
    Magic("BMP", [(0, b"BM"), (6, b"\0\0\0\0")]),
    Magic("TIFF", [(0, b"II*\0")]),
    Magic("TIFF", [(0, b"MM\0*")]),
    Magic("PSD", [(0, b"8BPS")]),
    Magic("JPEG XL", [(0, b"\xff\x0a")]),
    Magic("JPEG XL", [(4, b"JXL \r\n\x87\n")]),
    Magic("PDF", [(0, b"%PDF-")]),
    Magic("ZIP", [(0, b"PK\x03\x04")]),
    Magic("WebM", [(0, b"\x1a\x45\xdf\xa3")]),
    Magic("AVI", [(0, b"RIFF"), (8, b"AVI ")]),
    Magic("WAV", [(0, b"RIFF"), (8, b"WAVE")]),
    Magic("MP3", [(0, b"ID3")]),
    Magic("OGG", [(0, b"OggS")]),
    Magic("FLAC", [(0, b"fLaC")]),
)


def kind_of(head: bytes) -> str:
    """Name a file's kind by its first SNIFF_BYTES: one of PICTURES, another known kind, "text" or "unknown"."""
    for magic in MAGICS:
        if all(head.startswith(mark, place) for place, mark in magic.marks):
            return magic.kind
    if head[4:8] == _FTYP:
        return next((kind for kind, brands in _BRANDS.items() if head[8:12] in brands), "MP4")
    return "text" if _is_text(head) else "unknown"


def _is_text(head: bytes) -> bool:
    """Whether it is UTF-8 without control characters; the last character may be cut."""
    words = head.decode("utf-8", "ignore")
    most_cut_bytes = 3
    return len(head) - len(words.encode()) <= most_cut_bytes and all(
        character.isprintable() or character in "\t\r\n\f\ufeff" for character in words
    )
