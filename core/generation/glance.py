"""The worker's side of a small picture: what a chat shows of a video before it is played."""

import io

from PIL import Image

from core.work import Memory, Product, Progress, Refusal, Work

QUALITIES = (85, 70, 50, 30)


def glance(work: Work, progress: Progress) -> Product:
    """Make a JPEG (part "glance") out of the JPEG `files[0]`, at most `longest_side` px and `max_bytes` large.

    Refuses picture_damaged.
    """
    longest_side, max_bytes = work.parameters["longest_side"], work.parameters["max_bytes"]
    try:
        picture = Image.open(work.files[0], formats=["JPEG"])
        picture.draft("RGB", (longest_side, longest_side))
        picture.load()
    except (OSError, ValueError):
        raise Refusal("picture_damaged") from None
    small = picture.convert("RGB")
    small.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    progress(1.0)
    made = [_jpeg(small, quality) for quality in QUALITIES]
    fitting = next((one for one in made if len(one) <= max_bytes), None)
    return Product({"glance": Memory.of(fitting)} if fitting else {})


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    content = io.BytesIO()
    picture.save(content, "JPEG", quality=quality, optimize=True)
    return content.getvalue()
