"""Puts statements into words: one Fluent file a language in knowledge/words."""

import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fluent.runtime import FluentBundle, FluentResource

from knowledge.statements import Duration, Fact, Moment, Names, Value

LANGUAGES = ("en",)
_LOCALES = {"en": "en-GB"}
_NAME_LONGEST = 24
_NAMES_LISTED = 3
_UNITS_MS = (("days", 86_400_000), ("hours", 3_600_000), ("minutes", 60_000), ("seconds", 1_000))
_MOMENT_FORMAT = "%-d %b %Y, %H:%M %Z"


class Words:
    """The sentences of one language, with times shown in one zone."""

    def __init__(self, bundle: FluentBundle, zone: ZoneInfo) -> None:
        """Join sentences and a reader's zone; `words_in` makes one."""
        self._bundle = bundle
        self._zone = zone

    def has(self, key: str) -> bool:
        """Say whether there is a sentence `key`."""
        return self._bundle.has_message(key)

    def say(self, key: str, values: Mapping[str, Value] | None = None) -> str:
        """Write the sentence `key`; `key.attribute` writes an attribute of it.

        Raises KeyError for a sentence that isn't there or a value that it lacks.
        """
        message_id, _, attribute = key.partition(".")
        message = self._bundle.get_message(message_id)
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
            case Names(names):
                return self._list(tuple(plain(name) for name in names))
            case Fact():
                return self.state(value)
            case _:
                return value

    def _list(self, names: tuple[str, ...]) -> str:
        if not names:
            return self.say("names-chosen")
        if len(names) == 1:
            return names[0]
        if len(names) == 2:
            return self.say("names-two", {"first": names[0], "second": names[1]})
        if len(names) == _NAMES_LISTED:
            return self.say("names-three", {"first": names[0], "second": names[1], "third": names[2]})
        return self.say("names-more", {"first": names[0], "second": names[1], "more": len(names) - 2})


def words_in(lang: str, time_zone: str = "UTC") -> Words:
    """Give the sentences of `lang`, English where there are none; an unknown zone is shown as UTC."""
    try:
        zone = ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = ZoneInfo("UTC")
    return Words(_bundle(lang if lang in LANGUAGES else "en"), zone)


def plain(name: str, longest: int = _NAME_LONGEST) -> str:
    """Make somebody's name safe inside a sentence: one line, no control characters, no brackets, clipped."""
    visible = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in name)
    tidy = " ".join(visible.translate(str.maketrans("[]<>", "()()")).split())
    return tidy if len(tidy) <= longest else tidy[: longest - 1].rstrip() + "…"


@lru_cache
def _bundle(lang: str) -> FluentBundle:
    bundle = FluentBundle([_LOCALES[lang]], use_isolating=False)
    bundle.add_resource(FluentResource((Path(__file__).parent / "words" / f"{lang}.ftl").read_text("utf-8")))
    return bundle
