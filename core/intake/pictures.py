"""The worker's side of taking in a picture: a clean JPEG comes of it, or a clip if it moves."""

from core.intake.stills import decoded, picture_product, upright
from core.work import Product, Progress, Work

MOVING = frozenset({"GIF", "WebP", "PNG", "AVIF"})
"""Kinds of which one with several pictures moves; the several pictures of a HEIC are an album."""


def normalise(work: Work, progress: Progress) -> Product:
    """Make a clean JPEG (part "picture") of `files[0]`, or an MP4 ("clip") of one that moves.

    Facts: media, width, height, duration_ms, given_ms. Refuses what `decoded` and `core.intake.moving` refuse.
    """
    picture = decoded(work.files[0], work.parameters["opener"])
    if work.parameters["kind"] in MOVING and getattr(picture, "is_animated", False):
        from core.intake.moving import clip_of  # noqa: PLC0415 - only these need what makes clips

        return clip_of(picture, progress)
    product = picture_product(upright(picture))
    progress(1.0)
    return product
