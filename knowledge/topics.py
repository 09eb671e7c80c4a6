"""Hears what a question is about: subjects and topics by the phrases of a data file, modest typos forgiven.

What no phrase covers is not guessed at: retrieval scores can't tell an uncovered question from a covered one.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

QUESTION_LONGEST = 2_000
_WORDS_BETWEEN = 4
_TYPO_SHORTEST = 5
_TYPO_LIKENESS = 0.8
_TYPO_LETTERS = 2
_TYPOS_MENDED = 10
_SUBJECT = re.compile(
    r"\b(?:(?i:does|do|did|is|are|can|could|will|would|has|may|to|with|by)\s+(?=[A-Z])|(?i:does|has)\s+)([\w-]+)"
)
"""The word that stands where the one asked about stands: with a capital after many verbs, in any case after "does"."""
_PAPERS = re.compile(r"\b(?:privacy (?:polic\w+|statement|notice)|terms of service|terms)\b")


@dataclass(frozen=True)
class Heard:
    """What a question is about.

    `subjects` and `topics` are keys of the topics file, best first. `objects` are topics that a clause must speak of
    to answer, `broad` are topics that stand back behind narrower ones. `stranger` means that it asks about somebody or
    something that no paper of ours is about.
    """

    subjects: tuple[str, ...]
    topics: tuple[str, ...]
    objects: frozenset[str]
    broad: frozenset[str]
    stranger: bool
    english: bool

    @property
    def nothing(self) -> bool:
        """Whether no topic was heard."""
        return not self.topics


@dataclass(frozen=True)
class _Topic:
    phrases: re.Pattern[str]
    over: tuple[str, ...]
    is_object: bool
    is_broad: bool


@dataclass(frozen=True)
class _Hearing:
    subjects: Mapping[str, re.Pattern[str]]
    topics: Mapping[str, _Topic]
    vocabulary: tuple[str, ...]
    known: re.Pattern[str]
    common: frozenset[str]
    foreign: frozenset[str]


def hear(question: str, names: Iterable[str] = (), lang: str = "en") -> Heard:
    """Find the subjects and topics of `question`.

    `names` (title, people) decide nothing: they are neither heard as topics nor mistaken for strangers.
    """
    hearing = _hearing(lang)
    raw = question[:QUESTION_LONGEST]
    known_names = tuple(tidy for name in names if (tidy := _tidy(name)))
    text = _mended(_without(_tidy(raw), known_names), hearing)
    if not (topics := _topics(text, hearing)):
        text = _mended(_tidy(raw), hearing)
        topics = _topics(text, hearing)
    subjects = _subjects(text, hearing)
    stranger = "elsewhere" in subjects or ("see" not in topics and _asks_about_a_stranger(raw, known_names, hearing))
    return Heard(
        subjects=subjects,
        topics=topics,
        objects=frozenset(name for name in topics if hearing.topics[name].is_object),
        broad=frozenset(name for name in topics if hearing.topics[name].is_broad),
        stranger=stranger,
        english=_sounds_english(text.split(), hearing),
    )


def _subjects(text: str, hearing: _Hearing) -> tuple[str, ...]:
    found = [name for name, phrases in hearing.subjects.items() if phrases.search(text)]
    if {"kling-app", "kling-api"} & set(found):
        found.remove("kling")
    return tuple(found)


def _topics(text: str, hearing: _Hearing) -> tuple[str, ...]:
    without_papers = _PAPERS.sub("papers", text)
    found = {name: topic for name, topic in hearing.topics.items() if topic.phrases.search(without_papers)}
    beaten = {name for topic in found.values() for name in topic.over}
    return tuple(name for name in found if name not in beaten)


def _without(text: str, names: Iterable[str]) -> str:
    """Put "it" in the place of names, so that their words say nothing."""
    for name in sorted(names, key=len, reverse=True):
        text = f" {text} ".replace(f" {name} ", " it ").strip()
    return text


def _asks_about_a_stranger(raw: str, names: Iterable[str], hearing: _Hearing) -> bool:
    """Say whether a word that nobody here knows stands where the one asked about stands.

    Of seeing, such a word names a person ("can Anna see it?"), and the answer says who can.
    """
    known_names = {word for name in names for word in name.split()}
    for found in _SUBJECT.finditer(raw):
        word = _tidy(found[1])
        if word not in known_names and not hearing.known.fullmatch(word) and word not in hearing.common:
            return True
    return False


def _sounds_english(words: list[str], hearing: _Hearing) -> bool:
    foreign = sum(word in hearing.foreign or not word.isascii() for word in words)
    return foreign * 2 <= sum(word in hearing.common for word in words)


def _mended(text: str, hearing: _Hearing) -> str:
    """Put known words in the place of their misspellings, for the first few words that nobody knows."""
    words = text.split()
    unknown = (place for place, word in enumerate(words) if _is_unknown(word, hearing))
    for place in islice(unknown, _TYPOS_MENDED):
        words[place] = _mend(words[place], hearing)
    return " ".join(words)


def _mend(word: str, hearing: _Hearing) -> str:
    as_long = [known for known in hearing.vocabulary if abs(len(known) - len(word)) <= _TYPO_LETTERS]
    return next(iter(get_close_matches(word, as_long, 1, _TYPO_LIKENESS)), word)


def _is_unknown(word: str, hearing: _Hearing) -> bool:
    return len(word) >= _TYPO_SHORTEST and word not in hearing.common and not hearing.known.fullmatch(word)


def _tidy(text: str) -> str:
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w\s]", " ", re.sub(r"['\u2019`]", "", bare.casefold())).split())


def _pattern(phrase: str) -> str:
    words = [re.escape(word).replace(r"\*", r"\w*") for word in phrase.split()]
    return rf"(?: \w+){{0,{_WORDS_BETWEEN}}} ".join(words)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_pattern(phrase) for phrase in phrases)})\b")


@lru_cache
def _hearing(lang: str) -> _Hearing:
    folder = Path(__file__).parent / "words"
    data: dict[str, Any] = tomllib.loads((folder / f"{lang}-topics.toml").read_text("utf-8"))
    phrases = [one for topic in data["topics"].values() for one in topic["phrases"]]
    phrases += [one for name, many in data["subjects"].items() if name != "elsewhere" for one in many]
    words = sorted({word for phrase in phrases for word in phrase.split()})
    return _Hearing(
        subjects={name: _any_of(many) for name, many in data["subjects"].items()},
        topics={
            name: _Topic(
                phrases=_any_of(topic["phrases"]),
                over=tuple(topic.get("over", ())),
                is_object=topic.get("object", False),
                is_broad=topic.get("broad", False),
            )
            for name, topic in data["topics"].items()
        },
        vocabulary=tuple(bare for word in words if len(bare := word.rstrip("*")) >= _TYPO_SHORTEST),
        known=_any_of(words),
        common=frozenset(data["common"]["words"].split()),
        foreign=frozenset(data["foreign"]["words"].split()),
    )
