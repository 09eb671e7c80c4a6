"""Words to lines: breaking in Latin, Cyrillic and Chinese, and lines of about the same length.

Rules for Chinese: "Requirements for Chinese Text Layout" (W3C), 3.1.3: a line doesn't begin with a closing mark nor
end with an opening one, and breaks between any other two signs.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise

_WIDE = "\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_SIGN = re.compile(f"[{_WIDE}]")
_CLOSING, _OPENING = {"Pe", "Pf", "Po", "Pd"}, {"Ps", "Pi"}
"""Unicode's categories of marks; most that stand alone, such as a comma, belong to what is before them."""
_LEADING = frozenset("\u00bf\u00a1#@&*/\"'")
"""Marks of those categories that may begin a line."""
_EVENING_ROUNDS = 8

Measure = Callable[[str], float]
"""Gives a text's width in pixels."""


def broken(text: str, width_px: float, measure: Measure) -> list[str]:
    """Break a text into as few lines as fit the width, and make them about even. Line breaks in it are kept."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        pieces = list(_pieces(paragraph.strip(), width_px, measure))
        if pieces:
            lines += _even(pieces, width_px, measure)
    return lines


def _even(pieces: list[str], width_px: float, measure: Measure) -> list[str]:
    lines = _filled(pieces, width_px, measure)
    low, high = 0.0, width_px
    for _ in range(_EVENING_ROUNDS):
        middle = (low + high) / 2
        narrower = _filled(pieces, middle, measure)
        if len(narrower) == len(lines) and max(map(measure, narrower)) <= width_px:
            lines, high = narrower, middle
        else:
            low = middle
    return lines


def _filled(pieces: list[str], width_px: float, measure: Measure) -> list[str]:
    lines = [""]
    for piece in pieces:
        longer = lines[-1] + piece
        if lines[-1] and measure(longer.rstrip()) > width_px:
            lines.append(piece)
        else:
            lines[-1] = longer
    return [line.strip() for line in lines]


def _pieces(paragraph: str, width_px: float, measure: Measure) -> Iterator[str]:
    """Cut where a line may break; what is longer than a line is cut anywhere."""
    if not paragraph:
        return
    piece = paragraph[0]
    for before, after in pairwise(paragraph):
        if _may_break(before, after) or measure(piece + after) > width_px:
            yield piece
            piece = ""
        piece += after
    yield piece


def _may_break(before: str, after: str) -> bool:
    closes = unicodedata.category(after) in _CLOSING and after not in _LEADING
    if after.isspace() or closes or unicodedata.category(before) in _OPENING or before in "\u00bf\u00a1":
        return False
    return before.isspace() or before == "-" or bool(_SIGN.match(before) or _SIGN.match(after))
