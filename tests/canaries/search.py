"""A byte search for many marks at once, through whole folders: names of files, contents, and what is packed in them."""

import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from heapq import nlargest
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.canaries.marks import LEAST_BYTES, Mark

AT_ONCE = 1 << 24
BEGIN_BYTES = 3
TRIED = 8
UNPACKED_MOST = 1 << 22
"""Bytes that are looked at of one packed piece."""

_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08|PK\x03\x04")
_MEMBER_HEAD = 30


@dataclass(frozen=True, slots=True)
class Found:
    """A mark, how it is written, and the file that holds it."""

    where: str
    person: int
    what: str
    way: str
    is_id: bool = False


class Finder:
    """Looks for marks. The work for each byte doesn't grow with how many there are."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        """Take all ways of all marks, each by eight bytes that no other has, where it has such."""
        self._by_anchor: dict[bytes, list[tuple[int, bytes, str, Mark]]] = {}
        self._longest = LEAST_BYTES
        for mark in marks:
            for way, written in mark.written:
                place = self._place_of(written)
                anchor = written[place : place + LEAST_BYTES]
                self._by_anchor.setdefault(anchor, []).append((place, written, way, mark))
                self._longest = max(self._longest, len(written))
        self._anchors = np.array(sorted(int.from_bytes(one, "little") for one in self._by_anchor), np.uint64)
        self._begins = np.zeros(1 << 8 * BEGIN_BYTES, np.bool_)
        self._begins[(self._anchors & np.uint64((1 << 8 * BEGIN_BYTES) - 1)).astype(np.int64)] = True

    def _place_of(self, written: bytes) -> int:
        """Choose the eight bytes to look for: of many values, and not another's. Headers and zeros stand everywhere."""
        places = range(0, len(written) - LEAST_BYTES + 1, 4)
        best = nlargest(TRIED, places, key=lambda place: len(set(written[place : place + LEAST_BYTES])))
        free = (place for place in best if written[place : place + LEAST_BYTES] not in self._by_anchor)
        return next(free, best[0])

    def found(self, where: str, content: bytes) -> set[Found]:
        """Look through some bytes, and through what is packed in them."""
        looked = [content, *unpacked(content)]
        return {Found(where, mark.person, mark.what, way, mark.is_id) for one in looked for way, mark in self._in(one)}

    def in_folder(self, folder: Path) -> set[Found]:
        """Look through every file below a folder, and its name. One that goes meanwhile is gone."""
        everything: set[Found] = set()
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            everything |= self.found(name, name.encode())
            with suppress(FileNotFoundError):
                everything |= self.found(name, path.read_bytes()) if path.is_file() else set()
        return everything

    def _in(self, content: bytes) -> Iterator[tuple[str, Mark]]:
        for start in range(0, len(content), AT_ONCE):
            piece = content[start : start + AT_ONCE + self._longest]
            for at in self._places(np.frombuffer(piece, np.uint8)):
                for place, written, way, mark in self._by_anchor[piece[at : at + LEAST_BYTES]]:
                    if at >= place and piece.startswith(written, at - place):
                        yield way, mark

    def _places(self, content: NDArray[np.uint8]) -> Iterator[int]:
        """Give where an anchor stands. What begins before a piece of content is whole in the piece before."""
        if not len(self._anchors) or len(content) < LEAST_BYTES:
            return
        last = len(content) - LEAST_BYTES + 1
        begins = sum(content[byte : last + byte].astype(np.int32) << (8 * byte) for byte in range(BEGIN_BYTES))
        maybe = np.flatnonzero(self._begins[begins])
        values = np.zeros(len(maybe), np.uint64)
        for byte in range(LEAST_BYTES):
            values |= content[maybe + byte].astype(np.uint64) << np.uint64(8 * byte)
        nearest = np.minimum(np.searchsorted(self._anchors, values), len(self._anchors) - 1)
        yield from maybe[self._anchors[nearest] == values].tolist()


def unpacked(content: bytes) -> Iterator[bytes]:
    """Give whatever is packed by deflate somewhere in some bytes: streams of zlib, gzip, and members of archives."""
    view = memoryview(content)
    for begin in _PACKED.finditer(content):
        at = begin.start()
        opened = _member(view[at:]) if begin[0].startswith(b"PK") else _stream(view[at:])
        if len(opened) >= LEAST_BYTES:
            yield opened


def _stream(packed: memoryview) -> bytes:
    return _inflated(packed, zlib.MAX_WBITS | 32)


def _member(packed: memoryview) -> bytes:
    """Open a member of a ZIP archive (APPNOTE 4.3.7)."""
    head = bytes(packed[:_MEMBER_HEAD])
    if len(head) < _MEMBER_HEAD or head[8:10] != b"\x08\x00":
        return b""
    name, extra = (int.from_bytes(head[place : place + 2], "little") for place in (26, 28))
    return _inflated(packed[_MEMBER_HEAD + name + extra :], -zlib.MAX_WBITS)


def _inflated(packed: memoryview, bits: int) -> bytes:
    """Unpack as far as it goes: a stream that breaks off holds what came before."""
    inflater, opened = zlib.decompressobj(bits), bytearray()
    with suppress(zlib.error):
        for start in range(0, len(packed), 512):
            opened += inflater.decompress(packed[start : start + 512], UNPACKED_MOST)
            if inflater.eof or len(opened) >= UNPACKED_MOST:
                break
    return bytes(opened)
