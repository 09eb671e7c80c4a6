"""IPTC's digital source type as XMP inside a video or a picture, for whoever reads no credentials.

XMP: ISO 16684-1. Where it lies: Adobe's XMP specification, part 3 (a box "uuid" of an MP4, a segment APP1 of a JPEG).
The property: IPTC Photo Metadata Standard, "Digital Source Type"; IPTC's video metadata hub takes the same.
"""

from dataclasses import dataclass

from core.work import Memory, Refusal

_BOX = bytes.fromhex("BE7ACFCB97A942E89C71999491E3AFAC")
_SEGMENT = b"http://ns.adobe.com/xap/1.0/\0"
_JPEG_BEGINS = b"\xff\xd8"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
<Iptc4xmpExt:DigitalSourceType>{uri}</Iptc4xmpExt:DigitalSourceType>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_CHUNK_BYTES = 1 << 20
_WIDE = 1
_TO_THE_END = 0
_MOST = (1 << 32) - 1


@dataclass(frozen=True)
class _Box:
    """A box of an MP4: where it begins, its whole length, how much of that its head is, and its type."""

    at: int
    length: int
    head: int
    kind: bytes
    is_open: bool


def with_source_type(given: Memory, media_type: str, uri: str) -> Memory:
    """Copy an MP4 or JPEG and tell its digital source type. The copy is the caller's to close.

    What an MP4 said before as XMP is blanked: only one source is told. Raises Refusal("marking_failed") for bytes that
    aren't of this type, and for another type.
    """
    packet = _PACKET.format(uri=uri).encode()
    match media_type:
        case "video/mp4":
            return _film(given, b"uuid" + _BOX + packet)
        case "image/jpeg" if given.read(0, 2) == _JPEG_BEGINS:
            length = 2 + len(_SEGMENT) + len(packet)
            segment = b"\xff\xe1" + length.to_bytes(2) + _SEGMENT + packet
            return _copied(given, ((0, 2), segment, (2, given.size_bytes)))
    raise Refusal("marking_failed")


def _film(given: Memory, box: bytes) -> Memory:
    """Put a box behind all others; one that reached to the end of the file is told its length."""
    boxes = _boxes(given)
    made = _copied(given, ((0, given.size_bytes), (len(box) + 4).to_bytes(4), box))
    for one in boxes:
        if one.is_open:
            made.write(one.at, one.length.to_bytes(4))
        if one.kind == _BOX:
            made.write(one.at + 4, b"free")
            made.write(one.at + one.head, bytes(one.length - one.head))
    return made


def _boxes(given: Memory) -> list[_Box]:
    """List a film's boxes from end to end (ISO/IEC 14496-12, 4.2). Raises Refusal("marking_failed") for no film."""
    at, size, found = 0, given.size_bytes, list[_Box]()
    while at < size:
        head = given.read(at, 32)
        length, begins = int.from_bytes(head[:4]), 8
        is_open = length == _TO_THE_END
        if length == _WIDE:
            length, begins = int.from_bytes(head[8:16]), 16
        elif is_open:
            length = size - at
        kind = head[begins : begins + 16] if head[4:8] == b"uuid" else head[4:8]
        if not begins <= length <= size - at or (is_open and length > _MOST):
            raise Refusal("marking_failed")
        found.append(_Box(at, length, begins, kind, is_open))
        at += length
    kinds = [one.kind for one in found]
    if kinds[:1] != [b"ftyp"] or b"moov" not in kinds:
        raise Refusal("marking_failed")
    return found


def _copied(given: Memory, pieces: tuple[tuple[int, int] | bytes, ...]) -> Memory:
    """Copy ranges (start, end) of some memory, and bytes between them."""
    made = Memory.empty("marked")
    try:
        for piece in pieces:
            if isinstance(piece, bytes):
                made.append(piece)
                continue
            for start in range(*piece, _CHUNK_BYTES):
                made.append(given.read(start, min(_CHUNK_BYTES, piece[1] - start)))
    except BaseException:
        made.close()
        raise
    return made
