"""One entry of the gallery, and the contact sheet that shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from core.generators.motion.images import Pixels
from core.work import Memory
from tests.fakes.footage import decoded

FRAMES = 6
WIDTH_PX = 1200
MOST_BYTES = 150_000
_QUALITY_BEST, _QUALITY_LEAST = 80, 50
_GAP_PX = 4


@dataclass(frozen=True)
class Piece:
    """`name` is the sheet's file name, `about` says what it is made of and how good it is, flaws too.

    `make` gives six frames (BGR), or an MP4 of which six frames are shown.
    """

    name: str
    about: str
    make: Callable[[], Sequence[Pixels] | Memory]


def sheet_of(piece: Piece) -> bytes:
    """Make a piece and lay six frames side by side, as a JPEG."""
    made = piece.make()
    frames = made if not isinstance(made, Memory) else spread(decoded(made), FRAMES)
    return _jpeg(_laid(frames))


def spread(frames: Sequence[Pixels], count: int) -> list[Pixels]:
    """Choose `count` frames at equal distances, the first and last among them."""
    return [frames[round(place)] for place in np.linspace(0, len(frames) - 1, count)]


def _laid(frames: Sequence[Pixels]) -> Pixels:
    height, width = frames[0].shape[:2]
    columns = FRAMES // 2 if width >= height else FRAMES
    side = (WIDTH_PX - (columns - 1) * _GAP_PX) // columns
    small = [cv2.resize(one, (side, side * height // width), interpolation=cv2.INTER_AREA) for one in frames]
    padded = [
        cv2.copyMakeBorder(one, 0, _GAP_PX, 0, _GAP_PX, cv2.BORDER_CONSTANT, value=(255, 255, 255)) for one in small
    ]
    rows = [np.hstack(padded[start : start + columns]) for start in range(0, FRAMES, columns)]
    return np.vstack(rows)[:-_GAP_PX, :-_GAP_PX]


def _jpeg(sheet: Pixels) -> bytes:
    """Encode at a quality of 80, or less where the sheet would be larger than MOST_BYTES."""
    content = b""
    for quality in range(_QUALITY_BEST, _QUALITY_LEAST - 1, -5):
        content = cv2.imencode(".jpg", sheet, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()
        if len(content) <= MOST_BYTES:
            break
    return content
