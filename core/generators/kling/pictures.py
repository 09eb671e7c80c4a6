"""The worker's side of a picture for Kling: pixels and nothing else, within what its API takes."""

import io
from fractions import Fraction

from PIL import Image

from core.work import Memory, Product, Progress, Refusal, Work

TASK = "kling_picture"
LARGEST_BYTES = 10_000_000
LEAST_SIDE_PX = 300
MOST_RATIO = Fraction(5, 2)
LONGEST_SIDE_PX = 2048
"""Ours: its largest results have 1080 lines, so more would leave the house for nothing."""

_QUALITIES = (95, 90, 80, 60)


def fit(work: Work, progress: Progress) -> Product:
    """Make a JPEG (part "picture") of the picture `inputs[0]`, without metadata, and within Kling's limits.

    A picture that is too narrow is laid onto its own edges' mean colour, so that nothing of it is cut off.
    Refuses picture_unreadable.
    """
    try:
        with Image.open(io.BytesIO(work.inputs[0].read()), formats=["JPEG", "PNG"]) as opened:
            picture = opened.convert("RGB")
    except (OSError, ValueError):
        raise Refusal("picture_unreadable") from None
    picture = _sized(_widened(picture))
    picture.info = {}
    progress(1.0)
    made = (_jpeg(picture, quality) for quality in _QUALITIES)
    return Product({"picture": Memory.of(next(one for one in made if len(one) <= LARGEST_BYTES))})


def _widened(picture: Image.Image) -> Image.Image:
    width, height = picture.size
    least_width, least_height = -(-height // MOST_RATIO), -(-width // MOST_RATIO)
    if width >= least_width and height >= least_height:
        return picture
    mean = picture.resize((1, 1), Image.Resampling.BOX)
    under = mean.resize((max(width, least_width), max(height, least_height)))
    under.paste(picture, ((under.width - width) // 2, (under.height - height) // 2))
    return under


def _sized(picture: Image.Image) -> Image.Image:
    width, height = picture.size
    scale = min(1.0, LONGEST_SIDE_PX / max(width, height))
    scale = max(scale, LEAST_SIDE_PX / min(width, height))
    size = (max(LEAST_SIDE_PX, round(width * scale)), max(LEAST_SIDE_PX, round(height * scale)))
    return picture if size == picture.size else picture.resize(size, Image.Resampling.LANCZOS)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality)
    return written.getvalue()
