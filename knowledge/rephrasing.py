"""What a language model may see of an answer, and whether what it made of it still says the same.

A model may move, add and drop little words (knowledge/little.toml). Every other word of ours, each citation,
number and name has to come back in its order, and a pause stands where one stood: then nothing can have been invented,
left out or turned round. A model that words things more freely isn't believed, and people read our own words.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from knowledge.languages import folded
from knowledge.quoting import ANSWER_LONGEST
from knowledge.wording import plain

_LITTLE = Path(__file__).parent / "little.toml"
_CLIPPED_SHORTEST = 4
_TOKEN = re.compile(
    r"\[\d+\]|[\u3400-\u4dbf\u4e00-\u9fff]|[^\W\u3400-\u4dbf\u4e00-\u9fff]+(?:['\u2019-]\w+)*|[^\w\s]|\n"
)
_PAUSES = frozenset(".,;:!()\u2013\u2014\u3002\uff0c\uff1b\uff1a\uff01\u3001\uff08\uff09\n")
"""Marks that a model may put in each other's place. A question mark or quotation marks could turn a sentence round."""


def veil(texts: Sequence[str], names: Iterable[str]) -> tuple[list[str], Mapping[str, str]]:
    """Put NAME1, NAME2, ... over names in texts, clipped ones too: no model is told who somebody is.

    Gives the texts, and what each cover is over, for `lift`.
    """
    tidy = filter(None, map(plain, names))
    forms = sorted({form for name in tidy for form in _forms(name)}, key=len, reverse=True)
    covers: dict[str, str] = {}

    def cover(found: re.Match[str]) -> str:
        return covers.setdefault(found[0], f"NAME{len(covers) + 1}")

    pattern = re.compile("|".join(map(_as_a_word, forms)) or "(?!)")
    veiled = [pattern.sub(cover, text) for text in texts]
    return veiled, {cover: name for name, cover in covers.items()}


def lift(text: str, under: Mapping[str, str]) -> str:
    """Put names back in the place of what covered them."""
    return re.sub(r"NAME\d+", lambda found: under.get(found[0], found[0]), text)


def says_the_same(theirs: str, ours: str, lang: str) -> bool:
    """Say whether a model's words say what ours say, no more and no less, in at most 900 characters."""
    if len(theirs) > ANSWER_LONGEST or not theirs.replace("\n", "").isprintable():
        return False
    kept = [line for line in ours.splitlines() if "[" not in line]
    lines = theirs.splitlines()
    return _heads(lines, ours) and set(kept) <= set(lines) and _told(theirs, lang) == _told(ours, lang)


def _heads(lines: list[str], ours: str) -> bool:
    """The headline, which is the line without citations that ours begin with, has to be the first line unchanged."""
    first = ours.partition("\n")[0]
    return bool(lines) and ("[" in first or lines[0] == first)


def _told(text: str, lang: str) -> list[tuple[str, bool]]:
    """Give what a text tells: words but for little ones, marks and citations, and whether a pause is before each."""
    found: list[tuple[str, bool]] = []
    pause = False
    for token in _TOKEN.findall(text):
        if token in _PAUSES:
            pause = bool(found)
            continue
        word = folded(token.replace("\u2019", "'"))
        if word not in _little(lang):
            found.append((word, pause))
            pause = word.startswith("[")
    return found


def _forms(name: str) -> tuple[str, ...]:
    """Give a name as answers may write it: whole, or clipped at any length."""
    clipped = (name[: length - 1].rstrip() + "\u2026" for length in range(len(name) - 1, _CLIPPED_SHORTEST, -1))
    return (name, *clipped)


def _as_a_word(form: str) -> str:
    """Match a name where it stands alone; scripts without spaces have no such place."""
    before = r"(?<![^\W\u3040-\u9fff])" if form[0].isascii() else ""
    after = r"(?![^\W\u3040-\u9fff])" if form[-1].isascii() and form[-1].isalnum() else ""
    return f"{before}{re.escape(form)}{after}"


@lru_cache
def _little(lang: str) -> frozenset[str]:
    words = tomllib.loads(_LITTLE.read_text("utf-8"))
    return frozenset(folded(words[lang]).split())
