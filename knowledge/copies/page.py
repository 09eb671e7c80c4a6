"""The words of a page of HTML, block by block, with the numbers that a browser shows before the items of a list."""

from html.parser import HTMLParser

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TABLES = frozenset({"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"})
_LISTS = frozenset({"dd", "dl", "dt", "li", "menu", "ol", "ul"})
_ROOMS = frozenset({"article", "aside", "body", "details", "div", "footer", "form", "header", "main", "nav", "section"})
_TEXTS = frozenset({"address", "blockquote", "br", "figcaption", "figure", "hr", "p", "pre", "summary"})
_BLOCKS = _HEADINGS | _TABLES | _LISTS | _ROOMS | _TEXTS
_UNSEEN = frozenset(
    ["head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template", "textarea"]
)
_ROMANS = ("x", "ix", "v", "iv", "i")
_ROMAN_VALUES = (10, 9, 5, 4, 1)


class Page(HTMLParser):
    """Collects `lines`; an empty one ends a block. Tags that nobody closed do no harm."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._words: list[str] = []
        self._lists: list[tuple[str, int] | None] = []
        self._unseen = ""
        self._verbatim = False
        self._heading = False
        self._numbered_headings = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a list, or what nobody sees."""
        if tag == "body" or (self._unseen == "head" and tag in _BLOCKS):
            self._unseen = ""
        if self._unseen:
            return
        if tag in _UNSEEN:
            self._unseen = tag
        elif tag in _BLOCKS:
            self._end(block=tag != "br")
        self._verbatim = self._verbatim or tag == "pre"
        self._heading = tag in _HEADINGS or (self._heading and tag not in _BLOCKS)
        if tag in {"ol", "ul", "menu"}:
            self._lists.append(_list(dict(attrs)) if tag == "ol" else None)
        elif tag == "li":
            self._count(dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take <br/> as a break; nothing else that ends at once holds words."""
        del attrs
        if tag in _BLOCKS and not self._unseen:
            self._end(block=tag != "br")

    def handle_endtag(self, tag: str) -> None:
        """End a block, a list, or what nobody sees."""
        if self._unseen:
            self._unseen = "" if tag == self._unseen else self._unseen
        elif tag in _BLOCKS:
            self._end(block=True)
            self._verbatim = self._verbatim and tag != "pre"
            if tag in {"ol", "ul"} and self._lists:
                self._lists.pop()

    def handle_data(self, data: str) -> None:
        """Take words; a line's end is one only where the page keeps it."""
        if self._unseen:
            return
        first, *others = data.split("\n") if self._verbatim else [data]
        self._words.append(first)
        for line in others:
            self._end(block=False)
            self._words.append(line)

    def close(self) -> None:
        """Give out what is left."""
        super().close()
        self._end(block=True)

    def _end(self, *, block: bool) -> None:
        line = " ".join("".join(self._words).split())
        self._words.clear()
        if line:
            self._numbered_headings |= self._heading and line[0].isdecimal()
            self.lines.append(line)
        if block and self.lines and self.lines[-1]:
            self.lines.append("")

    def _count(self, attributes: dict[str, str | None]) -> None:
        """Write an item's number: 1. in an outer list, (1) in one under a numbered heading or inside another list."""
        if not self._lists or self._lists[-1] is None:
            return
        kind, number = self._lists[-1]
        number = _whole(attributes.get("value"), number)
        self._lists[-1] = (kind, number + 1)
        inner = self._numbered_headings or sum(one is not None for one in self._lists) > 1
        self._words.append(_shown(kind, number, inner=inner))


def _list(attributes: dict[str, str | None]) -> tuple[str, int]:
    return attributes.get("type") or "1", _whole(attributes.get("start"), 1)


def _whole(given: str | None, otherwise: int) -> int:
    return int(given) if given and given.isascii() and given.isdecimal() and len(given) <= len("1000") else otherwise


def _shown(kind: str, number: int, *, inner: bool) -> str:
    match kind:
        case "a" if 1 <= number <= len("abcdefghijklmnopqrstuvwxyz"):
            return f"({chr(ord('a') + number - 1)}) "
        case "A" if 1 <= number <= len("abcdefghijklmnopqrstuvwxyz"):
            return f"{chr(ord('A') + number - 1)}. "
        case "i" | "I":
            return f"({_roman(number)}) "
    return f"({number}) " if inner else f"{number}. "


def _roman(number: int) -> str:
    shown = ""
    for value, letters in zip(_ROMAN_VALUES, _ROMANS, strict=True):
        shown, number = shown + letters * (number // value), number % value
    return shown
