"""Files that people send by mistake or by malice, made here."""

import struct
import zlib
from io import BytesIO

from PIL import Image
from PIL.TiffImagePlugin import IFDRational

GPS_IFD, MODEL, ORIENTATION = 0x8825, 0x0110, 0x0112
ROTATED_RIGHT = 6


def photo(width: int = 640, height: int = 400) -> Image.Image:
    """Paint a picture that isn't flat."""
    red = Image.linear_gradient("L").resize((width, height))
    blue = Image.radial_gradient("L").resize((width, height))
    return Image.merge("RGB", (red, blue, red.transpose(Image.Transpose.FLIP_TOP_BOTTOM)))


def png(width: int = 640, height: int = 400) -> bytes:
    """Write a good PNG."""
    out = BytesIO()
    photo(width, height).save(out, "PNG")
    return out.getvalue()


def taken_somewhere(marker: str) -> bytes:
    """Write a JPEG as a phone does: lying on its side, with the place where it was taken and a camera's name."""
    exif = Image.Exif()
    exif[MODEL] = marker
    exif[ORIENTATION] = ROTATED_RIGHT
    latitude = (IFDRational(52), IFDRational(31), IFDRational(1234, 100))
    exif[GPS_IFD] = {1: "N", 2: latitude, 3: "E", 4: latitude, 29: "2026:11:23", 27: marker.encode()}
    out = BytesIO()
    photo().save(out, "JPEG", exif=exif, comment=marker.encode())
    return out.getvalue()


def claims_to_be(width: int, height: int) -> bytes:
    """Write a PNG of a few bytes whose header claims any size."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 90)) + chunk(b"IEND", b"")
    )
