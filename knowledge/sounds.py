"""Which language a question sounds like: one of ours, or a neighbour that we don't speak."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from knowledge.languages import LANGUAGES
from knowledge.phrases import tidy

_SIGNS_WEIGH = 2
_SCRIPTS = {
    "latin": re.compile(r"[a-z]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"),
}
_ALPHABETS = re.compile(
    "[\u0000-\u036f\u0400-\u052f\u1e00-\u1eff\u2000-\u2bff\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\uffef]"
)
"""Signs of Latin, Cyrillic, Chinese and Japanese writing."""

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Ear:
    """How questions in one language sound: its ordinary words, words of others, its script and its own letters."""

    common: frozenset[str]
    foreign: frozenset[str]
    script: re.Pattern[str]
    signs: frozenset[str]


@lru_cache
def topics_data(lang: str) -> dict[str, Any]:
    """Read the topics file of a language."""
    return tomllib.loads((_HERE / "words" / f"{lang}-topics.toml").read_text("utf-8"))


@lru_cache
def strangers() -> tuple[str, ...]:
    """Give the names of companies that no paper of ours is about, in every script."""
    return tuple(tomllib.loads((_HERE / "strangers.toml").read_text("utf-8"))["names"])


@lru_cache
def ear(lang: str) -> Ear:
    """Give how questions in a language of ours sound."""
    common = topics_data(lang)["common"]
    return Ear(
        common=frozenset(tidy(common["words"]).split()),
        foreign=frozenset(tidy(topics_data(lang)["foreign"]["words"]).split()),
        script=_SCRIPTS[common["script"]],
        signs=frozenset(common["signs"]),
    )


def loudest(raw: str, first: Iterable[str]) -> tuple[str, ...]:
    """Give the languages of ours that a question sounds like most, those of `first` first; none for a neighbour's."""
    words = tidy(raw).split()
    loudness = {lang: _loudness(words, raw, lang) for lang in (*first, *LANGUAGES)}
    most = max(loudness.values())
    if _neighbours_loudness(words, raw) > most:
        return ()
    return tuple(lang for lang, loud in loudness.items() if loud == most) if most else tuple(loudness)[:1]


def _loudness(words: list[str], raw: str, lang: str) -> int:
    """Count what speaks for a language: its ordinary words, each letter or sign that only it has, its script."""
    own = ear(lang)
    if own.script is not _SCRIPTS["latin"]:
        return sum(own.script.search(word) is not None for word in words)
    return sum(word in own.common for word in words) + _SIGNS_WEIGH * len(own.signs & set(raw.casefold()))


def _neighbours_loudness(words: list[str], raw: str) -> int:
    """Count what speaks for the neighbour that a question sounds like most.

    Its signs weigh more, as often as they stand there; words in a script that none of ours is near to count as well.
    """
    strange = sum(any(letter.isalpha() and not _ALPHABETS.match(letter) for letter in word) for word in words)
    heard = (
        sum(word in common for word in words) + _SIGNS_WEIGH * sum(letter in signs for letter in raw.casefold())
        for common, signs in _neighbours().values()
    )
    return max(strange, *heard)


@lru_cache
def _neighbours() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    data = tomllib.loads((_HERE / "neighbours.toml").read_text("utf-8"))
    return {name: (frozenset(tidy(one["words"]).split()), frozenset(one["signs"])) for name, one in data.items()}


def is_familiar(words: list[str], own: Ear) -> bool:
    """Say whether words sound like a language, and not mostly like others of its script."""
    foreign = sum(word in own.foreign or not (word.isascii() or own.script.search(word)) for word in words)
    return foreign * 2 <= sum(word in own.common for word in words)
