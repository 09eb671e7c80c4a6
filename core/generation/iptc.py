"""IPTC's digital source type as XMP inside a video or a picture, for whoever reads no credentials.

XMP: ISO 16684-1. Where it lies: Adobe's XMP specification, part 3 (a box "uuid" of an MP4, a segment APP1 of a JPEG).
The property: IPTC Photo Metadata Standard, "Digital Source Type"; IPTC's video metadata hub takes the same.
"""

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


def with_source_type(given: Memory, media_type: str, uri: str) -> Memory:
    """Copy an MP4 or JPEG and tell its digital source type. The copy is the caller's to close.

    Raises Refusal("marking_failed") for bytes that aren't of this type, and for another type.
    """
    packet = _PACKET.format(uri=uri).encode()
    match media_type:
        case "video/mp4":
            return _after(given, _open_box(given), b"uuid" + _BOX + packet)
        case "image/jpeg" if given.read(0, 2) == _JPEG_BEGINS:
            length = 2 + len(_SEGMENT) + len(packet)
            segment = b"\xff\xe1" + length.to_bytes(2) + _SEGMENT + packet
            return _copied(given, ((0, 2), segment, (2, given.size_bytes)))
    raise Refusal("marking_failed")


def _after(given: Memory, open_box: int | None, box: bytes) -> Memory:
    """Put a box behind all others; one that reached to the end of the file is told its length."""
    size = given.size_bytes
    tail = (len(box) + 4).to_bytes(4) + box
    if open_box is None:
        return _copied(given, ((0, size), tail))
    if size - open_box >= 1 << 32:
        raise Refusal("marking_failed")
    return _copied(given, ((0, open_box), (size - open_box).to_bytes(4), (open_box + 4, size), tail))


def _open_box(given: Memory) -> int | None:
    """See that a file is a film's boxes from end to end (ISO/IEC 14496-12, 4.2); gives where one has no length."""
    at, size, kinds = 0, given.size_bytes, []
    while at < size:
        head = given.read(at, 16)
        length, least = int.from_bytes(head[:4]), 8
        if length == _WIDE:
            length, least = int.from_bytes(head[8:16]), 16
        if length == _TO_THE_END:
            length, is_open = size - at, True
        else:
            is_open = False
        if not least <= length <= size - at:
            break
        kinds.append(head[4:8])
        at += length
        if is_open and kinds[0] == b"ftyp" and b"moov" in kinds:
            return at - length
    if at != size or kinds[:1] != [b"ftyp"] or b"moov" not in kinds:
        raise Refusal("marking_failed")
    return None


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
