"""The worker's side of a blurred poster: a few patches of colour, of which nobody can be recognised."""

import io

from PIL import Image, ImageFilter

from core.work import Memory, Product, Progress, Refusal, Work

PATCHES = 24
"""How many pixels are left of a poster's longer side: what isn't in them can't be got back."""

SIDE = 480
QUALITY = 60


def blur(work: Work, progress: Progress) -> Product:
    """Make a JPEG (part "blurred") of the JPEG `files[0]`, out of PATCHES pixels a side and without metadata.

    Refuses picture_damaged.
    """
    try:
        picture = Image.open(work.files[0], formats=["JPEG"])
        picture.draft("RGB", (SIDE, SIDE))
        picture.load()
    except (OSError, ValueError):
        raise Refusal("picture_damaged") from None
    patches = picture.convert("RGB").resize(_within(picture.size, PATCHES), Image.Resampling.BOX)
    large = patches.resize(_within(picture.size, SIDE), Image.Resampling.BICUBIC)
    soft = large.filter(ImageFilter.GaussianBlur(SIDE / PATCHES))
    soft.info = {}
    content = io.BytesIO()
    soft.save(content, "JPEG", quality=QUALITY)
    progress(1.0)
    return Product({"blurred": Memory.of(content.getvalue())})


def _within(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """Give the sides of a picture of the same shape whose longer side is `longest`."""
    width, height = size
    scale = longest / max(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))
