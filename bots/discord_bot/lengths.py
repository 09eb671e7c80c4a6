"""Cuts words to what Discord takes, never inside a mention, a timestamp, an escape or bold.

Lengths are UTF-16 code units: whichever way Discord counts, what fits in these fits.
"""

import re
from collections.abc import Iterator

BOLD = "**"
ELLIPSIS = "…"
_PIECE = re.compile(r"<[^<>\s]{1,64}>|\\.|\*\*|.", re.DOTALL)


def width(text: str) -> int:
    """Count the UTF-16 code units of a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clipped(text: str, longest: int) -> str:
    """Give what of a plain text fits in `longest` units, letter by letter."""
    return text.encode("utf-16-le", "surrogatepass")[: longest * 2].decode("utf-16-le", "ignore")


def cut(text: str, longest: int) -> str:
    """Give `text`, or its beginning with an ellipsis, in at most `longest` units."""
    if width(text) <= longest:
        return text
    return split(text, longest - len(ELLIPSIS))[0] + ELLIPSIS


def split(text: str, longest: int) -> tuple[str, str]:
    """Divide `text` into what fits in `longest` units and the rest: at a line's end, else a word's, where one is near.

    Bold that is open at the border is closed before it and opened again behind it.
    """
    if width(text) <= longest:
        return text, ""
    border = _border(text, longest - len(BOLD))
    head, rest = text[:border].rstrip(), text[border:].lstrip()
    if not _is_bold(head):
        return head, rest
    if head.endswith(BOLD):
        return head.removesuffix(BOLD).rstrip(), BOLD + rest
    return head + BOLD, BOLD + rest


def _border(text: str, longest: int) -> int:
    """Give the index at which the part that fits ends."""
    border = line = word = used = 0
    for begin, end, piece in _pieces(text):
        used += width(piece)
        if used > longest:
            break
        border = end
        if piece == "\n":
            line = begin
        elif piece.isspace():
            word = begin
    return next(near for near in (line, word, border) if near > border // 2 or near == border)


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _PIECE.finditer(text):
        yield found.start(), found.end(), found[0]


def _is_bold(text: str) -> bool:
    return sum(piece == BOLD for _, _, piece in _pieces(text)) % 2 == 1
