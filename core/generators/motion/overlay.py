"""Words over the picture, only where they were asked for: white, on a soft shadow, away from what stands out.

The font is Noto Sans CJK (SIL Open Font License), which holds Latin, Greek, Cyrillic, Chinese, Japanese and Korean.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from importlib.resources import files
from itertools import chain

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from core.generators.motion.cutout import salience
from core.generators.motion.encode import FPS, Drawing
from core.generators.motion.film import Film
from core.generators.motion.images import Field, Pixels
from core.generators.motion.lines import broken
from core.work import Refusal

_FACE_SC, _WEIGHT = 2, 600
"""Which of the file's faces (Simplified Chinese), and how bold."""
_NO_GLYPH = "\U0010ffff"
_SIZES = (1 / 13, 1 / 15, 1 / 18, 1 / 21, 1 / 25, 1 / 30)
"""Letter sizes, in short sides of the frame, from the wished one down."""
_MARGIN = 0.07
_HEIGHT_MOST = 0.36
_LINE = 1.28
_SHADOW, _SPREAD, _SOFT = 0.66, 0.3, 0.22
"""Strength of the shadow, and how far it spreads and how soft it is, in letter sizes."""
_RATHER_BELOW, _CLEARLY = 0.8, 0.5
_LOOKS = (1 / 6, 1 / 2, 5 / 6)
_LOOK_SIDE_PX = 200
_BEGINS_S, _FADE_S = 0.2, 0.4


@dataclass(frozen=True)
class Caption:
    """Words as they lie over a frame from row `top` on: how much they cover, and their light; H x W x 1, 0 to 1."""

    top: int
    cover: Field
    light: Field

    def over(self, pixels: Pixels, strength: float) -> Pixels:
        """Lay the words over a frame, which stays as it was."""
        if strength <= 0:
            return pixels
        rows = slice(self.top, self.top + self.cover.shape[0])
        laid = pixels.copy()
        part = laid[rows].astype(np.float32)
        part *= 1 - self.cover * np.float32(strength)
        part += self.light * np.float32(255 * strength)
        laid[rows] = np.clip(part + 0.5, 0, 255).astype(np.uint8)
        return laid


class Words:
    """A text over the frames of one video; it fades in and out."""

    def __init__(self, text: str, size: tuple[int, int], frames: int, views: list[Pixels]) -> None:
        """Set a text for `frames` frames of `size`, away from what stands out in some of them.

        Raises Refusal("text_cannot_be_drawn").
        """
        self._caption = caption_for(drawable(text), size, views)
        self._begins = min(round(_BEGINS_S * FPS), frames // 8)
        self._fade = max(1, min(round(_FADE_S * FPS), frames // 4))
        self._last = frames - 1

    def over(self, number: int, pixels: Pixels) -> Pixels:
        """Lay the text over a frame, which stays as it was."""
        since, until = number - self._begins + 1, self._last - number
        return self._caption.over(pixels, min(since / self._fade, until / self._fade, 1.0))


def with_words(film: Film, text: str, size: tuple[int, int]) -> Film:
    """Lay a text over a film of frames of `size`. Raises Refusal("text_cannot_be_drawn")."""
    words = Words(text, size, film.frames, [film.frame_at(int(share * film.frames)) for share in _LOOKS])
    return replace(film, frame_at=lambda number: words.over(number, film.frame_at(number)))


def words_on_drawings(drawings: Iterator[Drawing], text: str, size: tuple[int, int], frames: int) -> Iterator[Drawing]:
    """Lay a text over frames that can only be drawn in order. Raises Refusal("text_cannot_be_drawn")."""
    first = next(drawings)()
    words = Words(text, size, frames, [first])
    for number, drawing in enumerate(chain([lambda: first], drawings)):
        yield partial(_worded, words, number, drawing)


def _worded(words: Words, number: int, drawing: Drawing) -> Pixels:
    return words.over(number, drawing())


def drawable(text: str) -> str:
    """Give a text as it will be drawn. Raises Refusal("text_cannot_be_drawn", letters=...) for what the font lacks."""
    clean = unicodedata.normalize("NFC", text.replace("\u2028", "\n").replace("\t", " "))
    kept = "".join(sign for sign in clean if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cf", "Cs"})
    font = _font(32)
    empty = bytes(font.getmask(_NO_GLYPH))
    lacking = [sign for sign in dict.fromkeys(kept) if not sign.isspace() and bytes(font.getmask(sign)) == empty]
    if lacking:
        raise Refusal("text_cannot_be_drawn", letters=" ".join(lacking))
    return kept.strip()


def caption_for(words: str, size: tuple[int, int], views: list[Pixels]) -> Caption:
    """Set words, and lay them below or above: where less stands out in the frames given."""
    width, height = size
    lines, font, letter_px = _set(words, size)
    step = round(letter_px * _LINE)
    pad = round(letter_px * (_SPREAD + 2 * _SOFT))
    mask = Image.new("L", (width, step * len(lines) + 2 * pad))
    draw = ImageDraw.Draw(mask)
    for number, line in enumerate(lines):
        draw.text((width / 2, pad + step * (number + 0.5)), line, fill=255, font=font, anchor="mm")
    text = np.asarray(mask, np.float32) / 255
    reach = 2 * round(letter_px * _SPREAD) + 1
    spread = cv2.dilate(text, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    shadow = cv2.GaussianBlur(spread, (0, 0), letter_px * _SOFT) * _SHADOW
    cover = 1 - (1 - shadow) * (1 - text)
    margin = round(_MARGIN * height) - pad
    below, above = max(0, height - margin - mask.height), max(0, margin)
    return Caption(_quieter(views, height, below, above, mask.height), cover[..., None], text[..., None])


def _set(words: str, size: tuple[int, int]) -> tuple[list[str], ImageFont.FreeTypeFont, float]:
    """Choose the largest letters with which the words don't take too much of the frame."""
    width, height = size
    for share in _SIZES:
        letter_px = share * min(size)
        font = _font(letter_px)
        lines = broken(words, width * (1 - 2 * _MARGIN), font.getlength)
        if len(lines) * letter_px * _LINE <= _HEIGHT_MOST * height:
            break
    return lines, font, letter_px


def _quieter(views: list[Pixels], height: int, below: int, above: int, rows: int) -> int:
    """Choose the place in whose rows less clearly stands out, as a subject does and texture doesn't."""
    standing_out = np.zeros(height)
    for view in views:
        shrink = _LOOK_SIDE_PX / max(view.shape[:2])
        small = cv2.resize(view, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
        clearly = np.clip(salience(small) - _CLEARLY, 0, None).mean(1)
        standing_out += np.interp(np.linspace(0, 1, height), np.linspace(0, 1, len(clearly)), clearly)
    sums = {top: float(standing_out[top : top + rows].sum()) for top in (below, above)}
    return below if sums[below] * _RATHER_BELOW <= sums[above] else above


def _font(letter_px: float) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc"), letter_px, index=_FACE_SC)
    font.set_variation_by_axes([_WEIGHT])
    return font
