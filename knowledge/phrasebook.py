"""Finds which of thousands of phrases stand in a question: those that begin with one of its words are looked at."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from knowledge.languages import folded
from knowledge.phrases import WORDS_BETWEEN, Kinds, apart

_Entry = tuple[str, str]


class Phrasebook:
    """Phrases under names, as any_of matches them: words in order, few others between two of them."""

    def __init__(self, named: Mapping[str, Iterable[str]], kinds: Kinds) -> None:
        """Sort phrases by what they begin with: a word, the beginning of one with *, or a kind."""
        self._kinds = {f"<{kind}>": [parts(word) for word in words] for kind, words in kinds.items()}
        self._starts: dict[str, list[_Entry]] = {}
        for name, phrases in named.items():
            for phrase in phrases:
                self._starts.setdefault(_first(phrase), []).append((name, phrase))
        self._kinds_from: dict[str, list[str]] = {}
        for kind, alternatives in self._kinds.items():
            if kind in self._starts:
                for one in alternatives:
                    self._kinds_from.setdefault(one[0], []).append(kind)

    def names(self, text: str) -> set[str]:
        """Name those of which a phrase stands in bare text."""
        words, found = text.split(), set[str]()
        there = {start for word in set(words) for start in _starts(word)}
        there |= {kind for kind, many in self._kinds.items() if any(one[0] in there for one in many)}
        for at, word in enumerate(words):
            for name, phrase in self._beginning(word):
                likely = name not in found and all(token[0] in there for token in tokens(phrase))
                if likely and self._stands(phrase, words, at):
                    found.add(name)
        return found

    def _beginning(self, word: str) -> Iterator[_Entry]:
        """Give the phrases that may begin with a word."""
        for start in _starts(word):
            yield from self._starts.get(start, ())
            for kind in self._kinds_from.get(start, ()):
                yield from self._starts[kind]

    def _stands(self, phrase: str, words: list[str], at: int) -> bool:
        first, *others = tokens(phrase)
        ends = self._ends(first, words, at)
        for token in others:
            ends = {
                later
                for end in ends
                for begin in range(end, min(end + WORDS_BETWEEN, len(words) - 1) + 1)
                for later in self._ends(token, words, begin)
            }
        return bool(ends)

    def _ends(self, token: tuple[str, ...], words: list[str], at: int) -> set[int]:
        """Give where a token ends that begins at a place; its parts stand together."""
        ends = {at}
        for part in token:
            if part in self._kinds:
                ends = {later for one in self._kinds[part] for end in ends for later in self._ends(one, words, end)}
            else:
                ends = {end + 1 for end in ends if end < len(words) and is_like(words[end], part)}
        return ends


class Vocabulary:
    """Words, and beginnings of words with *."""

    def __init__(self, words: Iterable[str]) -> None:
        """Tell whole words from beginnings."""
        self._words = frozenset(words)

    def __contains__(self, word: str) -> bool:
        """Say whether a word is one of these, or begins like one."""
        return any(start in self._words for start in _starts(word))


def is_like(word: str, part: str) -> bool:
    """Say whether a word is what a part of a phrase asks for."""
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


@lru_cache(20_000)
def tokens(phrase: str) -> tuple[tuple[str, ...], ...]:
    """Give the words of a phrase, each as the parts that stand together."""
    return tuple(parts(word) for word in phrase.split())


def parts(word: str) -> tuple[str, ...]:
    """Give what stands together in a word of a phrase: words joined by _, characters of Chinese, kinds."""
    return tuple(part if part.startswith("<") else folded(part) for part in apart(word))


def _starts(word: str) -> list[str]:
    """Give a word, and all its beginnings with *."""
    return [word, *(f"{word[:end]}*" for end in range(1, len(word) + 1))]


def _first(phrase: str) -> str:
    word = phrase.split(" ", 1)[0]
    return word.lower() if word.rstrip("*").isascii() and word.rstrip("*").isalnum() else parts(word)[0]
