"""Limits of application commands. Each check raises `Refused`."""

import re
import unicodedata
from collections.abc import Sequence

from tests.fakes.discord_wire.limits import within
from tests.fakes.discord_wire.refusals import Json, malformed

SLASH, ON_USER, ON_MESSAGE = 1, 2, 3
MOST = {SLASH: 100, ON_USER: 15, ON_MESSAGE: 15}
CHARACTERS = 8000
SUBCOMMANDS = (1, 2)
LOCALES = frozenset(
    {
        *(
            "id",
            "da",
            "de",
            "en-GB",
            "en-US",
            "es-ES",
            "es-419",
            "fr",
            "hr",
            "it",
            "lt",
            "hu",
            "nl",
            "no",
            "pl",
            "pt-BR",
        ),
        *("ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko"),
    }
)
_LETTERS = re.compile(r"[-_'\w]+")


def commands(given: Sequence[Json]) -> None:
    """Check a whole set of commands."""
    kinds = [one.get("type", SLASH) for one in given]
    for kind, most in MOST.items():
        within(f"commands of type {kind}", kinds.count(kind), most)
    names = [(one.get("type", SLASH), one["name"]) for one in given]
    if len(set(names)) != len(names):
        raise malformed("APPLICATION_COMMANDS_DUPLICATE_NAME")
    for one in given:
        command(one)


def command(one: Json) -> None:
    """Check a command."""
    slash = one.get("type", SLASH) == SLASH
    for name in _all_of(one, "name"):
        _name(name, slash=slash)
    for text in _all_of(one, "description"):
        within("description", len(text), 100 if slash else 0, 1 if slash else 0)
    _options(one.get("options") or [])
    within("command", _characters(one), CHARACTERS)
    if not set(one.get("contexts") or []) <= {0, 1, 2} or not set(one.get("integration_types") or []) <= {0, 1}:
        raise malformed("contexts and integration_types")


def _name(name: str, *, slash: bool) -> None:
    within("name", len(name), 32, 1)
    if slash and (name != name.lower() or not all(_allowed(letter) for letter in name)):
        raise malformed(f"APPLICATION_COMMAND_INVALID_NAME: {name}")


def _allowed(letter: str) -> bool:
    script = unicodedata.name(letter, "").split(" ")[0]
    return bool(_LETTERS.fullmatch(letter)) or script in {"DEVANAGARI", "THAI"}


def _all_of(one: Json, part: str) -> list[str]:
    localized = one.get(f"{part}_localizations") or {}
    if not set(localized) <= LOCALES:
        raise malformed(f"{part}_localizations: {set(localized) - LOCALES}")
    return [one.get(part) or "", *localized.values()]


def _options(options: Sequence[Json]) -> None:
    within("options", len(options), 25)
    names = [one["name"] for one in options]
    if len(set(names)) != len(names):
        raise malformed("APPLICATION_COMMAND_OPTIONS_NAME_INVALID: not unique")
    needed = [bool(one.get("required")) for one in options]
    if needed != sorted(needed, reverse=True):
        raise malformed("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID: required options come first")
    for one in options:
        for name in _all_of(one, "name"):
            _name(name, slash=True)
        for text in _all_of(one, "description"):
            within("option.description", len(text), 100, 1)
        given = one.get("choices") or []
        within("choices", len(given), 25)
        if given and one.get("autocomplete"):
            raise malformed("choices and autocomplete exclude each other")
        for choice in given:
            for name in _all_of(choice, "name"):
                within("choice.name", len(name), 100, 1)
            within("choice.value", len(str(choice["value"])), 100, 1)
        if one["type"] in SUBCOMMANDS:
            _options(one.get("options") or [])


def _characters(one: Json) -> int:
    own = sum(max(len(text) for text in _all_of(one, part)) for part in ("name", "description"))
    own += len(one["value"]) if isinstance(one.get("value"), str) else 0
    return own + sum(_characters(inner) for part in ("options", "choices") for inner in one.get(part) or [])
