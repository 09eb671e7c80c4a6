"""The phrases that built-in motion knows, language by language: English from lexicon.py, others from lexicons/.

A phrase is words as people type them, accents left out, `_` between words, `*` at the end of a stem.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.generators.motion import lexicon

TABLES = {
    "scene": lexicon.SCENES,
    "hour": lexicon.HOURS,
    "weather": lexicon.WEATHER,
    "energy": lexicon.ENERGY,
    "tint": lexicon.TINTS,
    "move": lexicon.MOVES,
    "pace": lexicon.PACES,
}
"""What a phrase can ask for. The other languages' files have the same tables with the same codes."""

LISTS = {
    "harmless": lexicon.HARMLESS,
    "demands": lexicon.DEMANDS,
    "actions": lexicon.ACTIONS,
    "pronouns": lexicon.PRONOUNS,
    "negations": lexicon.NEGATIONS,
}
"""Words that ask for nothing to be drawn. A word of a phrase in a list is known by itself, too."""

_UNDERSTOOD = frozenset({*TABLES, "harmless", "negations"})
ENGLISH = "en"
_FOLDER = Path(__file__).parent / "lexicons"
_PHRASE_LONGEST = 4
_STEM_SHORTEST = 3
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")

Stems = Mapping[str, tuple[tuple[re.Pattern[str], str, str], ...]]


@dataclass(frozen=True)
class Phrases:
    """What one language knows: (table, code) of each whole phrase, and stems by their first letters."""

    whole: Mapping[str, tuple[tuple[str, str], ...]]
    stems: Stems
    beside: "Phrases | None" = None

    def meanings(self, phrase: str) -> list[tuple[str, str]]:
        """Give (table, code) of a phrase; the code of a word in a list is ""."""
        small = folded(phrase)
        if found := self.whole.get(small):
            return list(found)
        stems = self.stems.get(small[:_STEM_SHORTEST], ())
        if found := tuple((table, code) for stem, table, code in stems if stem.fullmatch(small)):
            return list(found)
        return self.beside.meanings(phrase) if self.beside else []

    def split(self, prompt: str) -> list[str]:
        """Give the words of a prompt in the person's spelling; what isn't known in a Chinese run stays together."""
        composed = unicodedata.normalize("NFC", prompt)
        return [part for found in _WORD.finditer(composed) for part in self._parts(found[0])]

    def _parts(self, word: str) -> Iterator[str]:
        """Split unspaced Chinese by the longest known phrases, from left to right."""
        last = 0
        for run in _HAN.finditer(word):
            if word[last : run.start()]:
                yield word[last : run.start()].strip("-'\u2019")
            yield from self._known(run[0])
            last = run.end()
        if word[last:]:
            yield word[last:].lstrip("-'\u2019")

    def _known(self, run: str) -> Iterator[str]:
        start = unknown = 0
        while start < len(run):
            end = start if self._begins_another_word(run, start) else self._end(run, start)
            if end > start:
                yield from filter(None, (run[unknown:start], run[start:end]))
                unknown = end
            start = max(end, start + 1)
        if run[unknown:]:
            yield run[unknown:]

    def _end(self, run: str, start: int) -> int:
        """Find where the longest known phrase that begins here ends; `start` where there is none."""
        ends = range(min(len(run), start + _HAN_LONGEST), start, -1)
        return next((end for end in ends if run[start:end] in self.whole), start)

    def _begins_another_word(self, run: str, start: int) -> bool:
        """Say whether a character that can be drawn belongs to a lone unknown one behind it: 火 is fire, 火车 isn't."""
        after = start + 1
        if self._end(run, start) != after or not any(table in TABLES for table, _ in self.whole[run[start]]):
            return False
        is_unknown = after < len(run) and self._end(run, after) == after
        return is_unknown and (after + 1 == len(run) or self._end(run, after + 1) > after + 1)

    def places(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """Give (start, length) of the longest known phrases from left to right, and of each unknown word."""
        start = 0
        while start < len(words):
            lengths = range(min(_PHRASE_LONGEST, len(words) - start), 0, -1)
            length = next((n for n in lengths if self.means(" ".join(words[start : start + n]))), 1)
            yield start, length
            start += length

    def means(self, phrase: str) -> bool:
        """Say whether a phrase asks for something, or for nothing of its own."""
        return any(table in _UNDERSTOOD for table, _ in self.meanings(phrase))

    def knows(self, word: str, name: str) -> bool:
        """Say whether a word stands in a list, or in a table of this name."""
        return any(table == name for table, _ in self.meanings(word))


_HAN_LONGEST = 8


def phrases_of(prompt: str) -> Phrases:
    """Give the phrases of the language that knows most words of a prompt, English beside it; English between equals."""
    best = max(languages(), key=lambda language: _known_words(prompt, language))
    found = _phrases(best)
    return found if best == ENGLISH else Phrases(found.whole, found.stems, _phrases(ENGLISH))


@cache
def languages() -> tuple[str, ...]:
    """Name the languages that prompts are read in, English first."""
    return (ENGLISH, *sorted(file.stem for file in _FOLDER.glob("*.toml")))


def lexicon_file(language: str) -> Path:
    """Give the file of another language's lexicon."""
    return _FOLDER / f"{language}.toml"


def folded(text: str) -> str:
    """Give words for comparing: lower case, without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(letter for letter in apart if not unicodedata.combining(letter)))


def _known_words(prompt: str, language: str) -> int:
    known = _phrases(language)
    return sum(bool(known.meanings(word)) for word in known.split(prompt))


@cache
def _phrases(language: str) -> Phrases:
    data: Mapping[str, Mapping[str, str] | str] = {**TABLES, **LISTS}
    if language != ENGLISH:
        data = tomllib.loads(lexicon_file(language).read_text("utf-8"))
    whole: dict[str, dict[str, str]] = {}
    stems: dict[str, list[tuple[re.Pattern[str], str, str]]] = {}
    for table, code, phrase in _rows(data):
        if "*" in phrase:
            pattern = re.escape(phrase).replace(r"\*", r"\w*")
            stems.setdefault(phrase[:_STEM_SHORTEST], []).append((re.compile(pattern), table, code))
        else:
            whole.setdefault(phrase, {}).setdefault(table, code)
    return Phrases(
        {phrase: tuple(meant.items()) for phrase, meant in whole.items()},
        {start: tuple(many) for start, many in stems.items()},
    )


def _rows(data: Mapping[str, Mapping[str, str] | str]) -> Iterator[tuple[str, str, str]]:
    """Give (table, code, phrase) of everything in a lexicon but the effects, which effects.py reads."""
    for table, meant in data.items():
        if table == "effect":
            continue
        for code, phrases in meant.items() if isinstance(meant, Mapping) else (("", meant),):
            for phrase in phrases.split():
                yield table, code, folded(phrase.replace("_", " "))
            if table in LISTS:
                yield from ((table, code, folded(word)) for word in phrases.replace("_", " ").split())
