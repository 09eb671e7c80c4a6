"""Taking in a picture: what is refused and why, and what is left of what is taken in."""

import pytest
from PIL import Image

from core.errors import BadInput
from core.intake.kinds import kind_of
from core.intake.receive import receive
from tests.fakes import pictures
from tests.fakes.pictures import CORNERS, MARK, FakeUpload, corners, encoded
from tests.parts import Parts
from tests.taking import pictured, refusal, shows, taken

KINDS = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF", "GIF")


def segments(jpeg: bytes) -> list[int]:
    """Name the marker segments of a JPEG up to its pixels (ITU-T T.81, annex B)."""
    found: list[int] = []
    place = 2
    while found[-1:] != [0xDA]:
        found.append(jpeg[place + 1])
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4])
    return found


@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_is_taken_in(parts: Parts, kind: str) -> None:
    """JPEG, PNG, WebP, HEIC, AVIF and a GIF that stands still become an sRGB JPEG of the same size and colours."""
    clean, written = await taken(parts, encoded(corners(), kind))
    picture = pictured(written)
    assert (clean.media_type, clean.width, clean.height) == ("image/jpeg", 160, 96)
    assert shows(picture)


async def test_a_picture_loses_its_metadata_and_its_place(parts: Parts) -> None:
    """Place, camera, thumbnail, comment, texts, XMP and profile are gone: only pixels are left."""
    for kind in ("JPEG", "PNG", "WEBP"):
        content = pictures.traced(kind)
        assert MARK in content
        _, written = await taken(parts, content)
        assert MARK not in written
        assert b"Exif" not in written
        assert set(segments(written)) == {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}, "JFIF header, tables, frame and scan"
        assert shows(pictured(written))


@pytest.mark.parametrize("orientation", range(1, 9))
async def test_a_turned_picture_stands_upright(parts: Parts, orientation: int) -> None:
    """All eight ways to hold a camera give the picture that the person saw."""
    _, written = await taken(parts, pictures.traced("JPEG", orientation))
    picture = pictured(written)
    assert picture.size == (160, 96)
    assert shows(picture)


async def test_a_turned_heic_stands_upright(parts: Parts) -> None:
    """A HEIC that is stored lying is turned once, not twice."""
    lying = corners().transpose(Image.Transpose.ROTATE_270)
    _, written = await taken(parts, pictures.heic(lying, quarter_turns=1))
    picture = pictured(written)
    assert picture.size == (160, 96)
    assert shows(picture)


async def test_broken_exif_makes_no_broken_picture(parts: Parts) -> None:
    """Nonsense where the orientation should be is passed over."""
    _, written = await taken(parts, encoded(corners(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff nonsense"))
    picture = pictured(written)
    assert shows(picture)


async def test_transparent_parts_become_white(parts: Parts) -> None:
    """Alpha, a transparent palette entry and a transparent grey show white, as on a page."""
    through = corners().convert("RGBA")
    through.paste((0, 0, 0, 0), (0, 0, 80, 48))
    palette = corners().quantize(4)
    clear = palette.getpixel((1, 1))
    grey = Image.new("L", (64, 64), 7)
    for content in (
        encoded(through, "PNG"),
        encoded(through, "WEBP", lossless=True),
        encoded(palette, "PNG", transparency=clear),
    ):
        _, written = await taken(parts, content)
        picture = pictured(written)
        assert shows(picture, ((255, 255, 255), *CORNERS[1:]))
    _, written = await taken(parts, encoded(grey, "PNG", transparency=7))
    picture = pictured(written)
    assert shows(picture, ((255, 255, 255),) * 4)


async def test_grey_of_sixteen_bits_keeps_its_shades(parts: Parts) -> None:
    """65,536 levels become 256, and none is cut off at white."""
    levels = (0, 0x4000, 0x8000, 0xFFFF)
    _, written = await taken(parts, pictures.deep_grey(levels))
    picture = pictured(written)
    assert shows(picture, tuple((round(level / 257),) * 3 for level in levels), tolerance=2)


async def test_print_colours_become_screen_colours(parts: Parts) -> None:
    """A CMYK JPEG is taken in."""
    _, written = await taken(parts, encoded(corners().convert("CMYK"), "JPEG", quality=95))
    picture = pictured(written)
    assert shows(picture)


async def test_colours_follow_the_pictures_own_profile(parts: Parts) -> None:
    """Colours are converted by an embedded profile; a broken one counts as none."""
    _, written = await taken(parts, encoded(corners(), "PNG", icc_profile=pictures.swapped_profile()))
    picture = pictured(written)
    assert shows(picture, tuple(colour[::-1] for colour in CORNERS), tolerance=20)
    _, written = await taken(parts, encoded(corners(), "PNG", icc_profile=b"no profile"))
    picture = pictured(written)
    assert shows(picture)


async def test_a_large_picture_is_made_smaller(parts: Parts) -> None:
    """The longer side ends at 4096 pixels; the shape stays."""
    clean, written = await taken(parts, encoded(corners(6000, 1500), "JPEG"))
    picture = pictured(written)
    assert (clean.width, clean.height) == (4096, 1024)
    assert shows(picture)


async def test_an_empty_file_is_refused(parts: Parts) -> None:
    """Nothing was in it, and that is said."""
    assert await refusal(parts, b"") == ("file_empty", {})


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"Dear diary, I am no picture. \xc3\xa9", "text"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "text"),
        (b"#EXTM3U\nhttp://127.0.0.1/x.ts\n", "text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"BM\x9a\0\0\0\0\0\0\0", "BMP"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"RIFF\xff\0\0\0AVI LIST", "AVI"),
        (b"\0\0\0\x20ftypjp2 \0\0\0\0", "JPEG 2000"),
        (b"\x7fELF\x02\x01\x01" + bytes(9), "program"),
        (bytes(600), "unknown"),
    ],
)
async def test_what_is_not_taken_in_is_called_what_it_is(parts: Parts, content: bytes, kind: str) -> None:
    """A file's name counts for nothing: text named .jpg is text, and no worker starts for it."""
    assert await refusal(parts, content) == ("file_kind_unknown", {"kind": kind})
    assert not parts.workers.pids


def test_text_that_is_cut_in_a_letter_is_text() -> None:
    """The first bytes may end within a character."""
    assert kind_of(("a" + "é" * 300).encode()[:512]) == "text"


@pytest.mark.parametrize(
    ("head", "limit_bytes"),
    [(b"\xff\xd8\xff", 25_000_000), (b"fLaC", 50_000_000), (b"\0\0\0\x20ftypM4A ", 50_000_000)],
)
async def test_a_file_over_the_limit_is_refused_early(parts: Parts, head: bytes, limit_bytes: int) -> None:
    """Of one that declares more than its kind may have, a piece is read; of another as much as the limit."""
    declared = FakeUpload(head + bytes(600), declared_size=limit_bytes + 1)
    undeclared = FakeUpload(head + bytes(limit_bytes), chunk_bytes=1_000_000)
    for upload, read in ((declared, 1), (undeclared, limit_bytes // 1_000_000 + 1)):
        with pytest.raises(BadInput) as refused:
            await receive(upload, vault=parts.vault, workers=parts.workers, ids=parts.ids)
        assert (refused.value.code, refused.value.data["limit_bytes"]) == ("file_too_large", limit_bytes)
        assert refused.value.data["given_bytes"] > limit_bytes
        assert upload.read == read
        assert parts.sealed_files == []


async def test_a_webp_of_268_megapixels_is_refused_by_its_header(parts: Parts) -> None:
    """The largest size that a WebP can claim is told like any other, and reserves no memory for good."""
    told = {"limit_pixels": 50_000_000, "width": 16_383, "height": 16_383}
    assert await refusal(parts, pictures.webp_that_says(16_383, 16_383)) == ("picture_too_many_pixels", told)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(pictures.png(30_000, 30_000), id="header"),
        pytest.param(pictures.jpeg_that_says(30_000, 30_000), id="jpeg"),
        pytest.param(pictures.bomb(30_000), id="whole"),
    ],
)
async def test_a_picture_of_900_megapixels_is_refused_by_its_header(parts: Parts, content: bytes) -> None:
    """The limit and the given size are told; no pixel is decoded, whether the file holds them or not."""
    told = {"limit_pixels": 50_000_000, "width": 30_000, "height": 30_000}
    assert await refusal(parts, content) == ("picture_too_many_pixels", told)


async def test_a_picture_that_is_too_small_or_too_narrow_is_refused(parts: Parts) -> None:
    """Both limits are told with what was given."""
    code, data = await refusal(parts, encoded(corners(640, 63), "PNG"))
    assert (code, data) == ("picture_too_small", {"limit_side": 64, "width": 640, "height": 63})
    code, data = await refusal(parts, encoded(corners(64, 4200), "PNG"))
    assert (code, data) == ("picture_too_narrow", {"limit_ratio": 64, "width": 64, "height": 4200})
