"""Turns sentences by key into words: one Fluent file a language, English for what a language lacks."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.numbers import format_currency, format_decimal
from babel.units import format_unit
from fluent.runtime import FluentBundle

from bots.texts.plain import plain
from bots.texts.say import CommandName, Money, PersonName, Say, Value, VideoName, When
from core.errors import HushreelError
from knowledge.languages import LANGUAGES, duration, listed, locale, moment, ours
from knowledge.sentences import sentences

HERE = Path(__file__).parent
_MICROS = 1_000_000
_BYTES_IN_MEGABYTE = 1_000_000

_VIDEO_NAMES = {
    (True, True): "video-titled",
    (True, False): "video-untitled",
    (False, True): "video-titled-others",
    (False, False): "video-untitled-others",
}
"""How a video is named, with or without a number, which others never see, and a title."""

Show = Callable[[Value], str]


class TextMissing(HushreelError):
    """A sentence isn't there, or was given too little. Nobody ever reads a raw key instead. data: key."""


class Texts:
    """The sentences of every language in a folder."""

    def __init__(self, folder: Path = HERE, languages: tuple[str, ...] = LANGUAGES) -> None:
        """Load `{language}.ftl` of each language; the first language is the one to fall back to."""
        self._bundles = {language: load(folder / f"{language}.ftl", language) for language in languages}
        self._fallback = languages[0]

    def say(self, language: str, say: Say, show: Show) -> str:
        """Write a sentence; `show` writes its typed values and people's words, numbers keep their plurals.

        `language` is a BCP 47 tag. Raises TextMissing for a key without words and for a value that wasn't given.
        """
        bundle = self._bundles[self._speaking(language, say.key)]
        return write(bundle, say.key, {name: self._given(language, one, show) for name, one in say.values.items()})

    def _speaking(self, language: str, key: str) -> str:
        for tag in (ours(language, tuple(self._bundles)), self._fallback):
            if tag and self._bundles[tag].has_message(key):
                return tag
        raise TextMissing("text_missing", key=key)

    def _given(self, language: str, value: Value | Say | tuple[Say, ...], show: Show) -> str | float:
        match value:
            case Say():
                return self.say(language, value, show)
            case int() | float():
                return value
            case tuple():
                return show(tuple(self.say(language, one, show) if isinstance(one, Say) else one for one in value))
            case _:
                return show(value)


def load(file: Path, language: str) -> FluentBundle:
    """Load one Fluent file. Its sentences may use SIZE($bytes) and DURATION($milliseconds)."""

    def size(size_bytes: float) -> str:
        megabytes = round(size_bytes / _BYTES_IN_MEGABYTE, 1)
        return format_unit(megabytes, "digital-megabyte", "short", locale=locale(language))

    def length(length_ms: float) -> str:
        return duration(length_ms, language)

    # Fluent's types ask for its own value classes, yet it writes strings as they are.
    functions: Any = {"SIZE": size, "DURATION": length}
    bundle = FluentBundle([locale(language)], functions=functions, use_isolating=False)
    bundle.add_resource(sentences(file))
    return bundle


def write(bundle: FluentBundle, key: str, values: Mapping[str, str | float]) -> str:
    """Write the sentence `key` with values that are already words or numbers. Raises TextMissing."""
    pattern = bundle.get_message(key).value if bundle.has_message(key) else None
    if pattern is None:
        raise TextMissing("text_missing", key=key)
    text, errors = bundle.format_pattern(pattern, dict(values))
    if errors:
        raise TextMissing("text_value_missing", key=key, errors=[str(error) for error in errors])
    return str(text)


def shown_as_text(value: Value, time_zone: str, language: str = LANGUAGES[0]) -> str:  # noqa: PLR0911
    """Write a typed value as plain text, times in `time_zone` (an IANA name)."""
    match value:
        case When(at_ms):
            return moment(at_ms, ZoneInfo(time_zone), _said(language, "pattern-moment", {}), language)
        case Money(micros, currency):
            return format_currency(Decimal(micros) / _MICROS, currency, locale=locale(language))
        case VideoName(number, title):
            key = _VIDEO_NAMES[bool(number), bool(title)]
            return _said(language, key, {"number": str(number), "title": plain(title)})
        case PersonName(name) | (str() as name):
            return plain(name)
        case CommandName(name):
            return f"/{name}"
        case tuple():
            return listed([shown_as_text(one, time_zone, language) for one in value], language)
        case _:
            return format_decimal(value, locale=locale(language))


def _said(language: str, key: str, values: Mapping[str, str]) -> str:
    return _texts().say(language, Say(key, values), str)


@cache
def _texts() -> Texts:
    return Texts()
