"""Boxes of ISO/IEC 14496-12 files: written, nested, made larger, and changed where they lie."""

import struct

CONTAINERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"dinf", b"stbl", b"dref"})


def boxed(name: bytes, content: bytes) -> bytes:
    """Write a box."""
    return struct.pack(">I", len(content) + 8) + name + content


def nested(depth: int, name: bytes) -> bytes:
    """Write a box in a box in a box."""
    return b"".join(struct.pack(">I", 8 * left) + name for left in range(depth, 0, -1))


def patched(content: bytes, name: bytes, offset: int, put: bytes) -> bytes:
    """Write over some bytes at an offset from the end of the first mark of a name."""
    at = content.index(name) + len(name) + offset
    return content[:at] + put + content[at + len(put) :]


def grown(content: bytes, name: bytes, more: bytes) -> bytes:
    """Add bytes to the end of the first box of a name, and tell all boxes around it."""
    inside = content.index(name) - 4
    grown_content = bytearray(content)
    at = end = 0
    for at, length in _around(content, inside):
        grown_content[at : at + 4] = struct.pack(">I", length + len(more))
        end = at + length
    return bytes(grown_content[:end]) + more + bytes(grown_content[end:])


def _around(content: bytes, inside: int) -> list[tuple[int, int]]:
    """Find the boxes that hold a place, the outermost first, and the one that begins there last."""
    found, at, end = [], 0, len(content)
    while at < end:
        length, name = struct.unpack(">I4s", content[at : at + 8])
        if at <= inside < at + length:
            found.append((at, length))
            if at == inside or name not in CONTAINERS:
                break
            end = at + length
            at += 16 if name == b"dref" else 8
        else:
            at += length
    return found
