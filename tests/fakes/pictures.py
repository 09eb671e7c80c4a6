"""Pictures as people hand them in: of each kind, with traces of where they were taken, broken, and hostile."""

import io
import re
import struct
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from fractions import Fraction

import av
import numpy as np
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

CORNERS = ((220, 40, 40), (40, 180, 60), (50, 60, 210), (230, 220, 60))
"""Colours of top left, top right, bottom left and bottom right."""

MARK = b"52.5163N-13.3777E-MARK"
"""Stands in all metadata, so that it can be looked for afterwards."""


@dataclass
class FakeUpload:
    """A file in chunks; counts how many were read."""

    content: bytes
    name: str = "picture.jpg"
    declared_size: int | None = None
    chunk_bytes: int = 65_536
    read: int = 0

    async def chunks(self) -> AsyncIterator[bytes]:
        """Give the bytes in order."""
        for start in range(0, len(self.content), self.chunk_bytes):
            self.read += 1
            yield self.content[start : start + self.chunk_bytes]


def corners(width: int = 160, height: int = 96) -> Image.Image:
    """Draw a picture whose four quarters tell how it was turned."""
    picture = np.zeros((height, width, 3), np.uint8)
    for place, colour in enumerate(CORNERS):
        top, left = divmod(place, 2)
        picture[top * height // 2 : (top + 1) * height // 2, left * width // 2 : (left + 1) * width // 2] = colour
    return Image.fromarray(picture)


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    """Write a picture as a file."""
    if kind == "HEIF":
        return heic(picture)
    written = io.BytesIO()
    picture.save(written, kind, **options)
    return written.getvalue()


def stored_for(upright: Image.Image, orientation: int) -> Image.Image:
    """Store an upright picture the way Exif's orientation says (CIPA DC-008, 4.6.5: what row 0 and column 0 show)."""
    pixels = np.asarray(upright)
    row, column = {
        1: ("top", "left"), 2: ("top", "right"), 3: ("bottom", "right"), 4: ("bottom", "left"),
        5: ("left", "top"), 6: ("right", "top"), 7: ("right", "bottom"), 8: ("left", "bottom"),
    }[orientation]  # fmt: skip
    if row in {"left", "right"}:
        pixels = pixels.transpose(1, 0, 2)
    if row in {"bottom", "right"}:
        pixels = pixels[::-1]
    if column in {"bottom", "right"}:
        pixels = pixels[:, ::-1]
    return Image.fromarray(np.ascontiguousarray(pixels))


def exif(orientation: int = 1) -> bytes:
    """Write Exif with orientation, place, camera and a thumbnail, marked."""
    traces = Image.Exif()
    traces[0x0112] = orientation
    traces[0x010F] = MARK.decode()
    place = traces.get_ifd(0x8825)
    place[1], place[2], place[29] = "N", (52.0, 30.0, 58.7), MARK.decode()
    traces.get_ifd(0x8769)[0x9286] = MARK
    thumbnail = MARK + encoded(corners(32, 32), "JPEG")
    return bytes(traces.tobytes()) + thumbnail


def traced(kind: str, orientation: int = 1) -> bytes:
    """Write the corners as a file that tells who took it where."""
    stored = stored_for(corners(), orientation)
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + MARK + b"</x:xmpmeta>"
    if kind == "PNG":
        texts = PngInfo()
        texts.add_text("Location", MARK.decode())
        texts.add_itxt("XML:com.adobe.xmp", xmp.decode(), zip=False)
        return encoded(stored, kind, exif=exif(orientation), pnginfo=texts, icc_profile=srgb_profile())
    comment = {"comment": MARK} if kind == "JPEG" else {}
    return encoded(
        stored, kind, quality=95, exif=exif(orientation), xmp=xmp, icc_profile=srgb_profile() + MARK, **comment
    )


def deep_grey(levels: tuple[int, ...]) -> bytes:
    """Write a PNG of 16-bit grey, one level a quarter."""
    quarters = np.array(levels, np.uint16).reshape(2, 2)
    return encoded(Image.fromarray(quarters.repeat(64, 0).repeat(64, 1)), "PNG")


def srgb_profile() -> bytes:
    """Give the usual colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def swapped_profile() -> bytes:
    """Give a colour profile in which red is blue and blue is red."""
    head, table = srgb_profile()[:128], srgb_profile()[128:]
    return head + table.replace(b"rXYZ", b"tmp!").replace(b"bXYZ", b"rXYZ").replace(b"tmp!", b"bXYZ")


def png(width: int, height: int, pixels: bytes = b"") -> bytes:
    """Write a 1-bit PNG; without pixels it is a header that promises more than it holds."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )


def bomb(side: int) -> bytes:
    """Write a whole PNG of side x side pixels, all black: some hundred kilobytes for a gigapixel."""
    packer = zlib.compressobj()
    row = bytes(1 + (side + 7) // 8)
    return png(side, side, b"".join(packer.compress(row) for _ in range(side)) + packer.flush())


def jpeg_that_says(width: int, height: int) -> bytes:
    """Write a small JPEG whose header tells another size."""
    content = bytearray(encoded(corners(), "JPEG"))
    frame = content.index(b"\xff\xc0")
    content[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    return bytes(content)


def webp_that_says(width: int, height: int) -> bytes:
    """Write a lossless WebP (RFC 9649, 3.4) whose header tells a size that its pixels don't have."""
    pixels = b"\x2f" + struct.pack("<I", width - 1 | height - 1 << 14) + bytes(2_000)
    chunk = b"VP8L" + struct.pack("<I", len(pixels)) + pixels + bytes(len(pixels) % 2)
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


def heic(picture: Image.Image, quarter_turns: int = 0) -> bytes:
    """Write a HEIC file (ISO/IEC 23008-12) of one HEVC picture, to be turned left by quarters when it is shown."""
    config, sample = _hevc(picture)
    size = struct.pack(">IIII", 20, 0x69737065, 0, picture.width) + struct.pack(">I", picture.height)
    properties = [config, size, _box(b"irot", bytes([quarter_turns]))]
    item = _full(b"infe", struct.pack(">HH4sB", 1, 0, b"hvc1", 0), version=2)
    uses = struct.pack(">IHB", 1, 1, len(properties)) + bytes([0x81, 2, 0x83])
    ftyp = _box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")

    def meta(offset: int) -> bytes:
        place = struct.pack(">BBHHHHII", 0x44, 0, 1, 1, 0, 1, offset, len(sample))
        return _full(
            b"meta",
            _full(b"hdlr", bytes(4) + b"pict" + bytes(13))
            + _full(b"pitm", struct.pack(">H", 1))
            + _full(b"iinf", struct.pack(">H", 1) + item)
            + _full(b"iloc", place)
            + _box(b"iprp", _box(b"ipco", b"".join(properties)) + _full(b"ipma", uses)),
        )

    return ftyp + meta(len(ftyp) + len(meta(0)) + 8) + _box(b"mdat", sample)


def _hevc(picture: Image.Image) -> tuple[bytes, bytes]:
    """Encode one HEVC key picture; gives its box hvcC (ISO/IEC 14496-15, 8.3.3) and its sample."""
    encoder = av.CodecContext.create("libx265", "w")
    encoder.width, encoder.height, encoder.pix_fmt = picture.width, picture.height, "yuv420p"
    encoder.framerate, encoder.time_base = Fraction(1), Fraction(1)
    encoder.options = {"x265-params": "log-level=none", "crf": "10"}
    frame = av.VideoFrame.from_ndarray(np.asarray(picture), format="rgb24")
    stream = b"".join(bytes(packet) for packet in [*encoder.encode(frame), *encoder.encode(None)])
    units = [unit for unit in re.split(b"\0*\0\0\1", stream) if unit]
    by_type = {unit[0] >> 1: unit for unit in units}
    sets = [by_type[kind] for kind in (32, 33, 34)]
    config = b"\1" + by_type[33][3:15] + b"\xf0\0\xfc\xfd\xf8\xf8\0\0\x0f\3"
    config += b"".join(struct.pack(">BHH", 0x80 | one[0] >> 1, 1, len(one)) + one for one in sets)
    sample = b"".join(struct.pack(">I", len(unit)) + unit for unit in units if unit not in sets)
    return _box(b"hvcC", config), sample


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + name + content


def _full(name: bytes, content: bytes, version: int = 0) -> bytes:
    return _box(name, bytes([version, 0, 0, 0]) + content)
