"""Makes people's own words safe to stand inside our sentences: they can neither reorder nor fake what we say."""

import re
import unicodedata

_JOINERS = "\u200c\u200d"
"""The only format characters kept: Persian words and joined emoji need them."""

_OUR_MARKS = re.compile(r"\*{2,}|\[\d{1,2}\]")
"""What surfaces read as bold and as a citation when it stands in one of our sentences."""

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def plain(words: str) -> str:
    """Give `words` as one line without control, direction and layout characters, and without our own marks.

    Words written from right to left are isolated, so that they don't reorder the sentence around them
    (Unicode Standard Annex 9, FSI and PDI).
    """
    visible = "".join(_visible(letter) for letter in words)
    tidy = _OUR_MARKS.sub(_unmarked, " ".join(visible.split()))
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in tidy):
        return f"{_FIRST_STRONG_ISOLATE}{tidy}{_POP_ISOLATE}"
    return tidy


def _visible(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind[0] == "Z" or kind == "Cc":
        return " "
    return letter if kind[0] != "C" or letter in _JOINERS else ""


def _unmarked(found: re.Match[str]) -> str:
    mark = found[0]
    return f"({mark[1:-1]})" if mark[0] == "[" else "∗" * len(mark)  # noqa: RUF001
