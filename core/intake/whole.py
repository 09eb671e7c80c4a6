"""Tells a file that was cut off: what a decoder would take for an early end, its own structure contradicts."""

import io
from typing import BinaryIO

from core.work import Refusal

_TAIL_BYTES = 70_000
"""More than the largest Ogg page (RFC 3533, 6: 27 + 255 + 255 x 255 bytes)."""

_OGG_HEADER_BYTES = 27
_BOX_BYTES = 8
"""A size and a name."""

_MOST_BOXES = 100_000
_OPEN_END = {0, 0xFFFFFFFF}
"""Sizes that programs write into a WAV that they can't go back to: as long as it lasts."""


def check_whole(file: BinaryIO, opener: str, code: str) -> None:
    """Raise Refusal(`code`) for a file that ends before its own structure does; leaves the file at its start."""
    size_bytes = file.seek(0, io.SEEK_END)
    file.seek(0)
    looks = {"mov": _boxes_end, "matroska": _segment_end, "wav": _chunks_end, "ogg": _pages_end}
    end = looks[opener](file, size_bytes) if opener in looks else size_bytes
    file.seek(0)
    if end > size_bytes:
        raise Refusal(code)


def _boxes_end(file: BinaryIO, size_bytes: int) -> int:
    """Walk the boxes of the first level (ISO/IEC 14496-12, 4.2)."""
    at = boxes = 0
    while at + _BOX_BYTES <= size_bytes and boxes < _MOST_BOXES:
        file.seek(at)
        header = file.read(2 * _BOX_BYTES)
        length = int.from_bytes(header[:4])
        if length == 0:
            return size_bytes
        if length == 1:
            length = int.from_bytes(header[_BOX_BYTES:])
        if length < _BOX_BYTES:
            return size_bytes if boxes else size_bytes + 1
        at += length
        boxes += 1
    return at


def _segment_end(file: BinaryIO, size_bytes: int) -> int:
    """Read where the segment ends (RFC 8794): the EBML header, perhaps something void, then the segment."""
    at = 0
    while at < size_bytes:
        file.seek(at)
        head = file.read(12)
        name = head[: _vint_length(head)]
        rest = head[len(name) :]
        length = _vint_length(rest)
        bits = 7 * length
        value = int.from_bytes(rest[:length]) & ((1 << bits) - 1)
        if value == (1 << bits) - 1:
            return size_bytes
        at += len(name) + length + value
        if name == b"\x18\x53\x80\x67":
            return at
    return at


def _vint_length(head: bytes) -> int:
    return 9 - head[0].bit_length() if head and head[0] else 8


def _chunks_end(file: BinaryIO, size_bytes: int) -> int:
    """Walk to the chunk "data" of a WAV and read where it ends."""
    if file.read(12)[:4] == b"RF64":
        return size_bytes
    at = 12
    while at + 8 <= size_bytes:
        file.seek(at)
        header = file.read(8)
        length = int.from_bytes(header[4:], "little")
        if header[:4] == b"data":
            return size_bytes if length in _OPEN_END else at + 8 + length
        at += 8 + length + length % 2
    return at


def _pages_end(file: BinaryIO, size_bytes: int) -> int:
    """Read where the last page of an Ogg file ends (RFC 3533, 6)."""
    start = max(0, size_bytes - _TAIL_BYTES)
    file.seek(start)
    tail = file.read(_TAIL_BYTES)
    at = tail.rfind(b"OggS")
    segments = tail[at + 26 : at + _OGG_HEADER_BYTES]
    if at < 0 or not segments:
        return size_bytes + 1
    table = tail[at + _OGG_HEADER_BYTES : at + _OGG_HEADER_BYTES + segments[0]]
    return start + at + _OGG_HEADER_BYTES + segments[0] + sum(table)
