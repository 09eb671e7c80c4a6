"""Puts statements into words: one Fluent file a language in knowledge/words."""

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fluent.runtime import FluentBundle, FluentResource

from knowledge.statements import Duration, Fact, Moment, Names, Value

LANGUAGES = ("en",)
NAME_LONGEST = 100
_LOCALES = {"en": "en-GB"}
_SHORTER = (24, 12, 8)
_SHORT = "short"
_UNITS_MS = (("days", 86_400_000), ("hours", 3_600_000), ("minutes", 60_000), ("seconds", 1_000))
_MOMENT_FORMAT = "%-d %b %Y, %H:%M %Z"


class Words:
    """The sentences of one language, with times shown in one zone."""

    def __init__(
        self, bundle: FluentBundle, zone: ZoneInfo, name_longest: int = NAME_LONGEST, *, short: bool = False
    ) -> None:
        """Join sentences and a reader's zone; `words_in` makes one. Names are clipped to `name_longest` characters."""
        self._bundle = bundle
        self._zone = zone
        self._name_longest = name_longest
        self._short = short

    def ever_shorter(self) -> Iterator["Words"]:
        """Give these words, then the same with the short form of each sentence that has one, and shorter names."""
        yield self
        for longest in _SHORTER:
            yield Words(self._bundle, self._zone, longest, short=True)

    def say(self, key: str, values: Mapping[str, Value] | None = None) -> str:
        """Write the sentence `key`; `key.attribute` writes an attribute of it.

        Raises KeyError for a sentence that isn't there or a value that it lacks.
        """
        message_id, _, attribute = key.partition(".")
        message = self._bundle.get_message(message_id)
        if self._short and not attribute and _SHORT in message.attributes:
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

    def _show(self, value: Value) -> str | int:
        match value:
            case Moment(at_ms):
                at = datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(self._zone)
                return at.strftime(_MOMENT_FORMAT)
            case Duration(ms):
                unit, size_ms = next((unit for unit in _UNITS_MS if ms % unit[1] == 0), _UNITS_MS[-1])
                return self.say(f"duration-{unit}", {"count": ms // size_ms})
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
            case [name]:
                return name
            case [first, second]:
                return self.say("names-two", {"first": first, "second": second})
            case [first, second, third]:
                return self.say("names-three", {"first": first, "second": second, "third": third})
            case [first, second, *others]:
                return self.say("names-more", {"first": first, "second": second, "more": len(others)})
        raise ValueError(names)


def words_in(lang: str, time_zone: str = "UTC") -> Words:
    """Give the sentences of `lang`, English where there are none; an unknown zone is shown as UTC."""
    try:
        zone = ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = ZoneInfo("UTC")
    return Words(_bundle(lang if lang in LANGUAGES else "en"), zone)


def plain(name: str, longest: int = NAME_LONGEST) -> str:
    """Make somebody's name safe inside a sentence: one line, no control characters, no brackets, clipped."""
    visible = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in name)
    tidy = " ".join(visible.translate(str.maketrans("[]<>", "()()")).split())
    return tidy if len(tidy) <= longest else tidy[: longest - 1].rstrip() + "…"


@lru_cache
def _bundle(lang: str) -> FluentBundle:
    bundle = FluentBundle([_LOCALES[lang]], use_isolating=False)
    bundle.add_resource(FluentResource((Path(__file__).parent / "words" / f"{lang}.ftl").read_text("utf-8")))
    return bundle
