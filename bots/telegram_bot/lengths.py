"""Lengths as Telegram counts them: UTF-16 code units of what is read, tags and entities parsed; and cuts that fit."""

import re
from collections.abc import Iterator
from html import unescape

ELLIPSIS = "…"
_PIECE = re.compile(r"(?P<end></\w[\w-]*>)|(?P<start><(?P<name>\w[\w-]*)[^<>]*>)|&#?\w+;|.", re.DOTALL)
"""A tag, a character that is written as an entity, or a character."""

_TAG = re.compile(r"<[^<>]*>")


def width(text: str) -> int:
    """Count the UTF-16 code units of a plain text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def read(html: str) -> str:
    """Give what somebody reads of a text in Telegram's HTML."""
    return unescape(_TAG.sub("", html))


def length(html: str) -> int:
    """Count the UTF-16 code units that somebody reads of a text in Telegram's HTML."""
    return width(read(html))


def clipped(text: str, longest: int) -> str:
    """Give a plain text, or its beginning with an ellipsis, in at most `longest` units."""
    if width(text) <= longest:
        return text
    room = (longest - len(ELLIPSIS)) * 2
    return text.encode("utf-16-le", "surrogatepass")[:room].decode("utf-16-le", "ignore").rstrip() + ELLIPSIS


def cut(html: str, longest: int) -> str:
    """Give `html`, or its beginning with an ellipsis, in at most `longest` units.

    It ends at a line's end, else at a word's, where one is near, and never inside a tag: what is open is closed.
    """
    if length(html) <= longest:
        return html
    border, is_open = _border(html, longest - len(ELLIPSIS))
    return html[:border].rstrip() + ELLIPSIS + "".join(f"</{name}>" for name in reversed(is_open))


def _border(html: str, room: int) -> tuple[int, tuple[str, ...]]:
    """Give the index at which the part that fits ends, and the tags that are open there."""
    is_open: tuple[str, ...] = ()
    line = word = last = (0, 0, is_open)
    used = 0
    for begin, end, piece, name in _pieces(html):
        if name is not None:
            is_open = (*is_open, name) if name else is_open[:-1]
            continue
        here = (used, begin, is_open)
        if piece == "\n":
            line = here
        elif piece.isspace():
            word = here
        used += width(unescape(piece))
        if used > room:
            break
        last = (used, end, is_open)
    _, border, open_there = next(one for one in (line, word, last) if one[0] > last[0] // 2 or one is last)
    return border, open_there


def _pieces(html: str) -> Iterator[tuple[int, int, str, str | None]]:
    """Give begin, end and text of each piece; with a tag comes the name that it opens, "" where it closes one."""
    for found in _PIECE.finditer(html):
        name = "" if found["end"] else found["name"]
        yield found.start(), found.end(), found[0], name
