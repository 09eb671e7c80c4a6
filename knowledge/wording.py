"""Puts statements into words: one Fluent file a language in knowledge/words."""

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fluent.runtime import FluentBundle

from knowledge.languages import duration, listed, locale, moment, spoken
from knowledge.sentences import sentences
from knowledge.statements import Day, Duration, Fact, Moment, Names, Value

NAME_LONGEST = 100
_USES = frozenset({"uses"})
_COPIES = _USES | {"copies"}
_UNDONE = _COPIES | {"undone"}
_ALL = _UNDONE | {"sees", "until", "opens", "sent", "what", "other"}
_SHORTEST = "checked"
_SHORTER = (
    (_USES, 40, False, False),
    (_COPIES, 40, False, False),
    (_UNDONE, 24, False, False),
    (_ALL, 24, False, False),
    (_ALL, 24, True, False),
    (_ALL, 12, True, False),
    (_ALL, 8, True, False),
    (_ALL, 8, True, True),
    (_ALL | {_SHORTEST}, 5, True, True),
    (_ALL | {_SHORTEST}, 4, True, True),
)
"""What is shortened first: sentences whose keys begin so, names, what can be joined is, then times are told by day.

In the last two, marks of citations stand close to their sentences.
"""
_SHORT = "short"
_HERE = Path(__file__).parent / "words"


class Words:
    """The sentences of one language, with times shown in one zone."""

    def __init__(
        self,
        language: str,
        zone: ZoneInfo,
        name_longest: int = NAME_LONGEST,
        *,
        short: frozenset[str] = frozenset(),
        joins: bool = False,
        by_day: bool = False,
    ) -> None:
        """Join sentences and a reader's zone; `words_in` makes one. Names are clipped to `name_longest` characters.

        Sentences whose keys begin with one of `short` are said shortly where they have a short form; times are told
        `by_day`, without the hour.
        """
        self.joins = joins
        self._by_day = by_day
        self.language = language
        self._bundle = _bundle(language)
        self._zone = zone
        self._name_longest = name_longest
        self._short = short

    @property
    def mark_gap(self) -> str:
        """What stands between a sentence and the marks of its citations."""
        return "" if self.is_shortest else self.gap

    @property
    def is_shortest(self) -> bool:
        """Whether there is room for what can't be left out, and for nothing else."""
        return _SHORTEST in self._short

    @property
    def gap(self) -> str:
        """What stands between two sentences: nothing in Chinese, whose full stops bring their own space."""
        return "" if self.language == "zh" else " "

    def ever_shorter(self) -> Iterator["Words"]:
        """Give these words, then the same with the short form of ever more sentences, and shorter names.

        The last ones join what can be joined, and leave the hour out of times.
        """
        yield self
        for short, longest, joins, by_day in _SHORTER:
            yield Words(self.language, self._zone, longest, short=short, joins=joins, by_day=by_day)

    def say(self, key: str, values: Mapping[str, Value] | None = None) -> str:
        """Write the sentence `key`; `key.attribute` writes an attribute of it.

        Raises KeyError for a sentence that isn't there or a value that it lacks.
        """
        message_id, _, attribute = key.partition(".")
        message = self._bundle.get_message(message_id)
        if not attribute and message_id.partition("-")[0] in self._short and _SHORT in message.attributes:
            attribute = _SHORT
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise KeyError(key)
        shown = {name: self._show(value) for name, value in (values or {}).items()}
        text, errors = self._bundle.format_pattern(pattern, shown)
        if errors:
            raise KeyError(f"{key}: {errors}")
        return str(text)

    def state(self, fact: Fact) -> str:
        """Write a fact without its citations."""
        return self.say(fact.key, fact.values)

    def fact(self, clause_id: str, english: str) -> str:
        """Write what other people's paper says. Raises KeyError for a clause that nobody translated."""
        return english if self.language == "en" else _papers(self.language)["facts"][clause_id]

    def source(self, english: str) -> str:
        """Say where other people's paper was read; an address alone is the same in every language."""
        return english if self.language == "en" else _papers(self.language)["sources"].get(english, english)

    def certainty(self, certainty: str, copied: str = "") -> str:
        """Write how sure a clause is, and the day of the operator's copy that says so, where one does."""
        said = self.say(f"certainty-{certainty}")
        return self.say("certainty-by-copy", {"certainty": said, "copied": copied}) if copied else said

    def version(self, version: str) -> str:
        """Write which version of a paper is meant."""
        return self.say("version-undated") if version == "undated" else version

    def _show(self, value: Value) -> str | int:
        match value:
            case Moment(at_ms):
                pattern = self.say("pattern-moment.short" if self._by_day else "pattern-moment")
                return moment(at_ms, self._zone, pattern, self.language)
            case Day(at_ms):
                return moment(at_ms, self._zone, self.say("pattern-moment.short"), self.language)
            case Duration(ms):
                return duration(ms, self.language)
            case Names(names, own_longest):
                longest = min(own_longest, self._name_longest)
                return self._list([plain(name, longest) or self.say("name-unknown") for name in names])
            case Fact():
                return self.state(value)
            case _:
                return value

    def _list(self, names: list[str]) -> str:
        match names:
            case []:
                return self.say("names-chosen")
            case [first, second, *others] if len(others) > 1:
                return self.say("names-more", {"first": first, "second": second, "more": len(others)})
        return listed(names, self.language)


@lru_cache(256)
def words_in(lang: str, time_zone: str = "UTC") -> Words:
    """Give the sentences of `lang` (BCP 47), English where there are none; an unknown zone is shown as UTC."""
    try:
        zone = ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = ZoneInfo("UTC")
    return Words(spoken(lang), zone)


def plain(name: str, longest: int = NAME_LONGEST) -> str:
    """Make somebody's name safe inside a sentence: one line, no control characters, no brackets, clipped."""
    visible = name if name.isprintable() else "".join(map(_visible, name))
    tidy = " ".join(visible.translate(str.maketrans("[]<>", "()()")).split())
    return tidy if len(tidy) <= longest else tidy[: longest - 1].rstrip() + "…"


def _visible(letter: str) -> str:
    return " " if unicodedata.category(letter)[0] in "CZ" else letter


@lru_cache
def _bundle(lang: str) -> FluentBundle:
    bundle = FluentBundle([locale(lang)], use_isolating=False)
    bundle.add_resource(sentences(_HERE / f"{lang}.ftl"))
    return bundle


@lru_cache
def _papers(lang: str) -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((_HERE / f"{lang}-papers.toml").read_text("utf-8"))
