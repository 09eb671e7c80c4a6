"""Decodes hostile pictures, and makes an upright sRGB JPEG without metadata of one."""

import io
from typing import BinaryIO, cast

import pi_heif
from PIL import AvifImagePlugin, Image, ImageCms, ImageFile
from PIL.Image import Transpose

from core.intake.limits import LEAST_SIDE, PICTURE_LONGEST_SIDE, PICTURE_MOST_PIXELS, PICTURE_MOST_RATIO
from core.work import Memory, Product, Refusal

ORIENTATION = 0x0112
UPRIGHT = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
"""What undoes each value of Exif's tag Orientation (CIPA DC-008, 4.6.5)."""

LEVELS_16_TO_8 = 1 / 257
BACKGROUND = "white"
QUALITY = 95

pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)
AvifImagePlugin.DEFAULT_MAX_THREADS = 1
Image.MAX_IMAGE_PIXELS = None
"""Pillow's own check tells no sides; ours stands between header and pixels, and the worker has a memory limit."""
ImageFile.LOAD_TRUNCATED_IMAGES = False


def picture_product(picture: Image.Image) -> Product:
    """Make a clean JPEG (part "picture"; facts media, width, height, duration_ms, given_ms) of an upright picture."""
    profile = picture.info.get("icc_profile")
    picture = in_plain_mode(picture)
    picture.thumbnail((PICTURE_LONGEST_SIDE, PICTURE_LONGEST_SIDE), Image.Resampling.LANCZOS)
    picture = _as_srgb(picture, profile)
    facts = {"media": "picture", "width": picture.width, "height": picture.height}
    return Product({"picture": _encode(picture)}, {**facts, "duration_ms": None, "given_ms": None})


def decoded(file: BinaryIO, opener: str) -> Image.Image:
    """Read the header, check the sides, and only then read the pixels; of several pictures the first.

    Raises Refusal: picture_damaged; picture_too_many_pixels(limit_pixels, width, height);
    picture_too_small(limit_side, width, height); picture_too_narrow(limit_ratio, width, height).
    """
    try:
        picture = Image.open(file, formats=[opener])
        _check_sides(*picture.size)
        picture.load()
    except (MemoryError, Refusal):
        raise
    except Exception:  # noqa: BLE001 - decoders raise anything over hostile bytes
        raise Refusal("picture_damaged") from None
    _check_sides(*picture.size)
    return picture


def _check_sides(width: int, height: int) -> None:
    if width * height > PICTURE_MOST_PIXELS:
        raise Refusal("picture_too_many_pixels", limit_pixels=PICTURE_MOST_PIXELS, width=width, height=height)
    if min(width, height) < LEAST_SIDE:
        raise Refusal("picture_too_small", limit_side=LEAST_SIDE, width=width, height=height)
    if max(width, height) > PICTURE_MOST_RATIO * min(width, height):
        raise Refusal("picture_too_narrow", limit_ratio=PICTURE_MOST_RATIO, width=width, height=height)


def upright(picture: Image.Image) -> Image.Image:
    """Turn a picture the way its Exif says."""
    try:
        orientation = picture.getexif().get(ORIENTATION)
    except Exception:  # noqa: BLE001 - broken Exif makes no broken picture
        return picture
    return picture.transpose(UPRIGHT[orientation]) if orientation in UPRIGHT else picture


def in_plain_mode(picture: Image.Image) -> Image.Image:
    """Bring 16 bits to 8, palettes to colours, and transparent parts onto the background: RGB, L or CMYK."""
    if picture.mode.startswith("I;16"):
        return picture.point(lambda level: level * LEVELS_16_TO_8).convert("L")
    if picture.has_transparency_data:
        return on_white(picture.convert("RGBA"))
    return picture if picture.mode in {"RGB", "L", "CMYK"} else picture.convert("RGB")


def on_white(picture: Image.Image) -> Image.Image:
    """Lay an RGBA picture onto white."""
    under = Image.new("RGBA", picture.size, BACKGROUND)
    under.alpha_composite(picture)
    return under.convert("RGB")


def _as_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert colours by the picture's own profile; one that is broken or of another mode is as good as none."""
    if profile:
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return cast("Image.Image", ImageCms.profileToProfile(picture, given, _srgb(), outputMode="RGB"))
        except (OSError, ImageCms.PyCMSError):
            pass
    return picture.convert("RGB")


def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _encode(picture: Image.Image) -> Memory:
    """Write a JPEG that holds pixels and nothing else: Pillow would carry a comment over from `info`."""
    picture.info = {}
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, subsampling="4:4:4")
    return Memory.of(written.getbuffer())
