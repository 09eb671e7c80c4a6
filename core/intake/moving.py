"""Pictures that move (GIF, WebP, PNG, AVIF) as clips: frame by frame, as browsers show them."""

from collections.abc import Iterator
from fractions import Fraction

import av
import numpy as np
from PIL import Image

from core.intake.clips import Reel
from core.intake.decoding import check_length
from core.intake.limits import KEPT_S, MOVING_MOST_FRAMES
from core.intake.stills import ORIENTATION, in_plain_mode, upright
from core.intake.upright import check_sides
from core.work import Product, Progress, Refusal

_SHORTEST_MS = 10
_USUAL_MS = 100
"""Browsers show a frame that claims 10 ms or less for 100 ms."""

_TIME_BASE = Fraction(1, 1000)


def clip_of(picture: Image.Image, progress: Progress) -> Product:
    """Make a clip of a picture that moves; one of a single frame is a picture.

    Refuses: clip_too_many_frames(limit, given); clip_too_long(limit_ms, given_ms); picture_damaged;
    what `check_sides` refuses.
    """
    check_sides(*picture.size)
    frames = getattr(picture, "n_frames", 1)
    if frames > MOVING_MOST_FRAMES:
        raise Refusal("clip_too_many_frames", limit=MOVING_MOST_FRAMES, given=frames)
    reel = Reel(None, Fraction(1), with_sound=False)
    at_ms = 0
    for number, (shown_ms, frame) in enumerate(_frames(picture), 1):
        if at_ms < KEPT_S * 1000:
            made = av.VideoFrame.from_ndarray(np.asarray(frame), format="rgb24")
            made.duration, made.time_base = shown_ms, _TIME_BASE
            reel.show(made, Fraction(at_ms, 1000))
        at_ms += shown_ms
        check_length(Fraction(at_ms, 1000), is_clip=True)
        progress(min(1.0, max(number / frames, at_ms / 1000 / KEPT_S)))
    return reel.product(Fraction(at_ms, 1000))


def _frames(picture: Image.Image) -> Iterator[tuple[int, Image.Image]]:
    """Give each frame, upright and plain, with the milliseconds that it is shown."""
    orientation = picture.getexif().get(ORIENTATION)
    number = 0
    while True:
        try:
            picture.seek(number)
            picture.load()
            one = picture.copy()
        except EOFError:
            return
        except (MemoryError, Refusal):
            raise
        except Exception:  # noqa: BLE001 - decoders raise anything over hostile bytes
            raise Refusal("picture_damaged") from None
        shown_ms = int(picture.info.get("duration") or 0)
        one.getexif()[ORIENTATION] = orientation or 1
        yield shown_ms if shown_ms > _SHORTEST_MS else _USUAL_MS, in_plain_mode(upright(one)).convert("RGB")
        number += 1
