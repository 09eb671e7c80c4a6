"""The worker's side of a picture for ComfyUI: pixels and nothing else. It may lie there in a folder for a while."""

import io

from PIL import Image

from core.work import Memory, Product, Progress, Refusal, Work

TASK = "comfyui_picture"
LONGEST_SIDE_PX = 2048
"""Ours: the models make at most 1280 lines, so more would only fill the machine's memory."""

_QUALITY = 95


def clean(work: Work, progress: Progress) -> Product:
    """Make a JPEG (part "picture") of the picture `inputs[0]`, without metadata. Refuses picture_unreadable."""
    try:
        with Image.open(io.BytesIO(work.inputs[0].read()), formats=["JPEG", "PNG"]) as opened:
            picture = opened.convert("RGB")
    except (OSError, ValueError):
        raise Refusal("picture_unreadable") from None
    picture.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX), Image.Resampling.LANCZOS)
    picture.info = {}
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=_QUALITY)
    progress(1.0)
    return Product({"picture": Memory.of(written.getvalue())})
