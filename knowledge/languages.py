"""The languages that we speak, and how each writes moments, lengths of time and lists (CLDR, by babel)."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_datetime, format_timedelta
from babel.lists import format_list

LANGUAGES = ("en", "es", "pt", "zh", "ru")
"""Languages by BCP 47, the one to fall back to first. Portuguese is Brazil's, Chinese is simplified."""

_LOCALES = {"en": "en_GB"}
_Unit = Literal["day", "hour", "minute", "second"]
_UNITS_MS: tuple[tuple[_Unit, int], ...] = (
    ("day", 86_400_000),
    ("hour", 3_600_000),
    ("minute", 60_000),
    ("second", 1_000),
)
_FIGURE_AND_HAN = re.compile("(?<=[0-9])(?=[\u4e00-\u9fff])")
"""Where our Chinese has a space that CLDR leaves out: 7 天."""
_SPANISH_I = re.compile(r"h?[ií](?![aeoáéó])", re.IGNORECASE)
"""Before this sound Spanish "y" is "e": "Ana e Inés", yet "agua y hielo" (RAE, Diccionario panhispánico de dudas)."""


def spoken(tag: str, languages: Sequence[str] = LANGUAGES) -> str:
    """Give the language of ours for a BCP 47 tag, such as es for es-MX or zh for zh_Hant_TW; the first for none."""
    return ours(tag, languages) or languages[0]


def ours(tag: str, languages: Sequence[str] = LANGUAGES) -> str:
    """Give the language of ours that a BCP 47 tag names, "" where we don't speak it."""
    plain = re.split(r"[-_]", tag.strip().lower(), maxsplit=1)[0]
    return plain if plain in languages else ""


def preferred(accepted: str) -> str:
    """Read an Accept-Language header (RFC 9110, 12.5.4): the best tag that is ours, else the best; "" for none."""
    weighed = [_weighed(one) for one in accepted.split(",") if one.strip()]
    tags = [tag for weight, tag in sorted(weighed, key=lambda one: -one[0]) if weight > 0 and tag != "*"]
    return next((tag for tag in tags if ours(tag)), tags[0] if tags else "")


def _weighed(one: str) -> tuple[float, str]:
    tag, _, quality = one.partition(";")
    found = re.fullmatch(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", quality)
    return (float(found[1]) if found else 0.0 if quality else 1.0), tag.strip()


def locale(language: str) -> str:
    """Give the CLDR locale of a tag; our English is British."""
    return _LOCALES.get(spoken(language), spoken(language))


@lru_cache(1024)
def moment(at_ms: int, zone: ZoneInfo, pattern: str, language: str) -> str:
    """Write UTC milliseconds in `zone` by a CLDR pattern, such as "d MMM y, HH:mm"; the zone's name follows a time."""
    at = datetime.fromtimestamp(at_ms / 1000, zone)
    if "H" not in pattern:
        return format_datetime(at, pattern, locale=locale(language))
    name = f"{at:%Z}"
    said = f"UTC{name}" if name[0] in "+-" else name
    return f"{format_datetime(at, pattern, locale=locale(language))} {said}"


@lru_cache(256)
def duration(length_ms: float, language: str) -> str:
    """Write a length of time in its largest whole unit: 7 days."""
    unit, unit_ms = next((one for one in _UNITS_MS if length_ms % one[1] == 0), _UNITS_MS[-1])
    whole = timedelta(milliseconds=length_ms // unit_ms * unit_ms)
    never_larger = whole // timedelta(seconds=1) + 1
    text = format_timedelta(whole, granularity=unit, threshold=never_larger, locale=locale(language))
    return _FIGURE_AND_HAN.sub(" ", text)


def listed(things: Sequence[str], language: str) -> str:
    """Join things: "a, b and c"; in Chinese "a、b、c", which needs no space beside Latin letters."""
    if spoken(language) == "zh":
        return "、".join(things)
    text = format_list(things, locale=locale(language))
    if spoken(language) == "es" and len(things) > 1 and _SPANISH_I.match(things[-1]):
        return f"{text.removesuffix(f' y {things[-1]}')} e {things[-1]}"
    return text


def folded(text: str) -> str:
    """Give words for comparing: case folded, without accents (й is и, ñ is n)."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(letter for letter in apart if not unicodedata.combining(letter)))
