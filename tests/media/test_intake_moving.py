"""Pictures that move become clips; odd pictures that stand still become pictures, bright and upright."""

import io
import struct
import zlib

import av
import numpy as np
import pytest
from PIL import Image

from core.intake.kinds import kind_of
from core.work import Refusal
from tests.fakes.pictures import CORNERS, corners, encoded, exif, stored_for
from tests.taking import pictured, shows, taken_here, watched

TURNED_ABOUT = corners().transpose(Image.Transpose.ROTATE_180)
WHITE = (255, 255, 255)


def moving(kind: str, *shown_ms: int, picture: Image.Image | None = None, **told: object) -> bytes:
    """Write a picture that turns about with each frame."""
    first = picture or corners()
    frames = [first, TURNED_ABOUT.convert(first.mode)] * len(shown_ms)
    return encoded(
        frames[0], kind, save_all=True, append_images=frames[1 : len(shown_ms)], duration=list(shown_ms), **told
    )


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_picture_that_moves_is_a_clip_in_its_own_time(kind: str) -> None:
    """GIF, WebP and animated PNG keep each frame's time; there is no sound."""
    taken = taken_here(moving(kind, 100, 40, 300, 200))
    assert (taken.media, taken.width, taken.height, taken.duration_ms) == ("clip", 160, 96, 640)
    seen = watched(taken.written)
    assert seen.times_s == pytest.approx([0, 0.1, 0.14, 0.44], abs=0.001)
    assert shows(Image.fromarray(seen.frames[0]), tolerance=24)
    assert shows(Image.fromarray(seen.frames[1]), CORNERS[::-1], tolerance=24)
    assert seen.samples.size == 0


def test_a_gif_without_delays_moves_as_in_a_browser() -> None:
    """A frame of 10 ms or less is shown for 100."""
    taken = taken_here(moving("GIF", 10, 10, 0, 10))
    assert taken.duration_ms == 400


def test_see_through_parts_that_move_are_white() -> None:
    """An animated WebP with alpha lies on white."""
    through = corners().convert("RGBA")
    through.paste((0, 0, 0, 0), (0, 0, 80, 48))
    seen = watched(taken_here(moving("WEBP", 100, 100, picture=through, lossless=True)).written)
    assert shows(Image.fromarray(seen.frames[0]), (WHITE, *CORNERS[1:]), tolerance=24)


def test_a_gif_draws_over_what_was_there() -> None:
    """Of a frame that changes a part, the rest is what was before it."""
    second = corners()
    second.paste((0, 0, 0), (0, 0, 80, 48))
    made = encoded(corners(), "GIF", save_all=True, append_images=[second], duration=100)
    seen = watched(taken_here(made).written)
    assert shows(Image.fromarray(seen.frames[1]), ((0, 0, 0), *CORNERS[1:]), tolerance=24)


def test_a_large_gif_of_odd_sides_is_made_smaller_and_even() -> None:
    """The longest side ends at 1920, both sides are even."""
    large = corners(2401, 1201)
    made = encoded(large, "GIF", save_all=True, append_images=[Image.new("RGB", large.size)], duration=100)
    taken = taken_here(made)
    assert (taken.width, taken.height) == (1920, 960)
    assert watched(taken.written).frames[0].shape == (960, 1920, 3)


def test_the_first_minute_of_a_gif_is_kept() -> None:
    """Its whole length is told."""
    taken = taken_here(moving("GIF", *[7_000] * 10))
    assert (taken.duration_ms, taken.given_ms) == (60_000, 70_000)
    with pytest.raises(Refusal, match="clip_too_long"):
        taken_here(moving("GIF", *[301_000] * 2))


def test_a_picture_of_one_frame_stands_still() -> None:
    """A GIF and a WebP that could move and don't are pictures."""
    for kind in ("GIF", "WEBP"):
        taken = taken_here(moving(kind, 100))
        assert taken.media == "picture"
        assert shows(pictured(taken.written))


def odd() -> dict[str, bytes]:
    """Make pictures that decoders get wrong."""
    deep = np.repeat(np.asarray(corners()).astype(np.uint16) * 257, 1, axis=2)
    return {
        "progressive jpeg": encoded(corners(), "JPEG", quality=95, progressive=True),
        "cmyk jpeg": encoded(corners().convert("CMYK"), "JPEG", quality=95),
        "jpeg with rest behind": encoded(corners(), "JPEG", quality=95) + b"PK\x03\x04 a secret behind",
        "jpeg without chroma loss": encoded(corners(), "JPEG", quality=95, subsampling=0),
        "png 16 bit colour": _png_16(deep),
        "png palette": encoded(corners().quantize(8), "PNG"),
        "png interlaced rows": encoded(corners(), "PNG", optimize=True),
        "webp lossless": encoded(corners(), "WEBP", lossless=True),
        "avif": encoded(corners(), "AVIF", quality=95),
        "avif 444": encoded(corners(), "AVIF", quality=95, subsampling="4:4:4"),
        "avif turned": encoded(stored_for(corners(), 6), "AVIF", quality=95, exif=exif(6)),
        "avif full of alpha": encoded(corners().convert("RGBA"), "AVIF", quality=95),
        "avif lying mirrored": encoded(stored_for(corners(), 5), "AVIF", quality=95, exif=exif(5)),
        "heic": encoded(corners(), "HEIF"),
        "gif": encoded(corners(), "GIF"),
    }


def _png_16(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint16]]) -> bytes:
    """Write a PNG of 16 bits a channel (PNG, third edition, 11.2)."""
    height, width, _ = pixels.shape
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in pixels)
    header = struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )


@pytest.mark.parametrize("name", list(odd()))
def test_an_odd_picture_is_what_was_seen(name: str) -> None:
    """Sides, orientation and colours are right; what was behind the picture is gone."""
    taken = taken_here(odd()[name])
    assert (taken.media, taken.width, taken.height) == ("picture", 160, 96)
    assert shows(pictured(taken.written), tolerance=20)
    assert b"secret" not in taken.written


def test_an_avif_of_ten_bits_is_a_picture() -> None:
    """Ten bits become eight."""
    with io.BytesIO() as written:
        with av.open(written, "w", format="avif") as file:
            stream = file.add_stream("libsvtav1", rate=1)
            stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p10le"
            frame = av.VideoFrame.from_ndarray(np.asarray(corners()), format="rgb24")
            file.mux(stream.encode(frame.reformat(format="yuv420p10le")))
            file.mux(stream.encode(None))
        content = written.getvalue()
    assert kind_of(content) == "AVIF"
    assert shows(pictured(taken_here(content).written), tolerance=24)


def test_a_picture_in_general_is_known_by_its_other_brands() -> None:
    """A file of brand mif1 is what its compatible brands say."""
    assert kind_of(b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf") == "AVIF"
    assert kind_of(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic") == "HEIC"
