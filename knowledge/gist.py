"""Which part of what somebody writes is the question, and how words that are written short are written out.

A reason, a plan or a story around a question weighs less than the question: "before I show it: is it private?" asks
nothing about showing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from knowledge.languages import folded
from knowledge.sounds import topics_data

_SENTENCE = re.compile(r"[^.?!\u2026;\n\u3002\uff1f\uff01\uff1b]+[.?!\u2026;\n\u3002\uff1f\uff01\uff1b]*")
_ASKS = re.compile(r"[?\uff1f]\s*$")
_COLON = re.compile(r"(?<!\d):(?=\s)|\uff1a|(?<=\w)\s+[-\u2014\u2013]{1,2}\s+(?=\w)")
"""Signs of Latin and of Chinese writing that end a sentence, a question, and what stands before one."""


@dataclass(frozen=True)
class Gist:
    """The question itself, what was said up to its end, and all but what says why or before what it is asked."""

    question: str
    until: str
    kept: str


def gist(raw: str, lang: str) -> Gist:
    """Tell the question from what is around it: what has a question mark, behind a colon, outside of an aside."""
    kept = _asides(lang).sub(" ", raw)
    sentences = _SENTENCE.findall(kept) or [kept]
    asking = [one for one in sentences if _ASKS.search(one)] or sentences
    until = "".join(sentences[: sentences.index(asking[-1]) + 1])
    return Gist(" ".join(_COLON.split(one)[-1] for one in asking), until, kept)


def written_out(text: str, lang: str) -> str:
    """Write out words that are written short, in bare text: "u r" is "you are"."""
    short = _short(lang)
    return " ".join(short.get(word, word) for word in text.split())


@lru_cache
def _asides(lang: str) -> re.Pattern[str]:
    return re.compile(topics_data(lang)["asides"]["pattern"])


@lru_cache
def _short(lang: str) -> Mapping[str, str]:
    return {folded(word): folded(whole) for word, whole in topics_data(lang)["short"].items()}
