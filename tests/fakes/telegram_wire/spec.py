"""Checks requests against the description of Telegram's Bot API, where that lies beside the project."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from tests.fakes.telegram_wire.bodies import Uploaded
from tests.fakes.telegram_wire.entities import parsed, width
from tests.fakes.telegram_wire.refusals import Json, Refused

BESIDE = Path(__file__).parents[4] / "shared" / "specs" / "telegram-api.json"
_PLAIN: Mapping[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
    "InputFile": (Uploaded,),
}
_LENGTH = re.compile(r"(\d+)-(\d+) (characters|bytes)( after entit\w+ parsing)?", re.IGNORECASE)
_ITEMS = re.compile(r"(\d+)-(\d+) (?:items|identifiers)")
_AT_MOST = re.compile(r"[Aa]t most (\d+)")
_BETWEEN = re.compile(r"(?:between|delivery,) (\d+)-(\d+)")
_MUST_BE = re.compile(r"must be [\"“']?(\w+)")
_ARRAY = "Array of "


class Spec:
    """The description, ready to judge."""

    def __init__(self, document: Json) -> None:
        """Take the document."""
        self._methods: Json = document["methods"]
        self._types: Json = document["types"]

    def wrong_with(self, method: str, given: Mapping[str, Any]) -> str | None:
        """Say what the description refuses about a request, or None."""
        if method not in self._methods:
            return f"{method} is not in the specification"
        return self._fields(method, self._methods[method].get("fields", []), given)

    def _fields(self, where: str, fields: Sequence[Json], given: Mapping[str, Any]) -> str | None:
        known = {one["name"]: one for one in fields}
        for name in given:
            if name not in known:
                return f"{where}.{name} is not in the specification"
        for name, one in known.items():
            if name not in given:
                if one["required"]:
                    return f"{where}.{name} is missing"
                continue
            value = given[name]
            wrong = self._union(f"{where}.{name}", one["types"], value)
            wrong = wrong or _length(f"{where}.{name}", one["description"], value, given)
            if wrong:
                return wrong
        return None

    def _union(self, where: str, types: Sequence[str], value: object) -> str | None:
        found = [self._type(where, one, value) for one in _likeliest_first(self._types, types, value)]
        return None if None in found else found[0]

    def _type(self, where: str, kind: str, value: object) -> str | None:
        if kind.startswith(_ARRAY):
            return self._array(where, kind.removeprefix(_ARRAY), value)
        if kind in _PLAIN:
            fits = isinstance(value, _PLAIN[kind]) and (kind == "Boolean" or not isinstance(value, bool))
            return None if fits else f"{where}: {value!r:.80} is no {kind}"
        return self._object(where, kind, value) if isinstance(value, dict) else f"{where}: {value!r:.80} is no {kind}"

    def _object(self, where: str, kind: str, value: Mapping[str, Any]) -> str | None:
        described = self._types[kind]
        if "subtypes" in described:
            return self._union(where, described["subtypes"], value)
        for one in described.get("fields", []):
            fixed = _MUST_BE.search(one["description"])
            if one["name"] in {"type", "source", "status"} and fixed and value.get(one["name"]) != fixed[1]:
                return f"{where}.{one['name']} must be {fixed[1]}"
        return self._fields(where, described.get("fields", []), value)

    def _array(self, where: str, kind: str, value: object) -> str | None:
        if not isinstance(value, list):
            return f"{where}: {value!r:.80} is no array"
        return next((wrong for n, one in enumerate(value) if (wrong := self._type(f"{where}[{n}]", kind, one))), None)


def _likeliest_first(types: Json, kinds: Sequence[str], value: object) -> list[str]:
    """Put that kind first whose complaint says the most: the one that shares its name or the most fields."""
    if not isinstance(value, dict):
        return list(kinds)

    def alike(kind: str) -> int:
        fields = types.get(kind, {}).get("fields", [])
        named = any(
            one["name"] == "type" and (fixed := _MUST_BE.search(one["description"])) and fixed[1] == value.get("type")
            for one in fields
        )
        return 100 * named + len({one["name"] for one in fields} & value.keys())

    return sorted(kinds, key=alike, reverse=True)


def _length(where: str, description: str, value: object, given: Mapping[str, Any]) -> str | None:
    if isinstance(value, str):
        return _words(where, description, value, given.get("parse_mode"))
    if isinstance(value, list) and (found := _ITEMS.search(description)):
        return _within(where, len(value), int(found[1]), int(found[2]))
    if isinstance(value, list) and (found := _AT_MOST.search(description)):
        return _within(where, len(value), 0, int(found[1]))
    if isinstance(value, int) and (found := _BETWEEN.search(description)):
        return _within(where, value, int(found[1]), int(found[2]))
    return None


def _words(where: str, description: str, value: str, parse_mode: str | None) -> str | None:
    if "two-letter ISO 639-1" in description and not re.fullmatch(r"(?:[a-z]{2})?", value):
        return f"{where}: {value!r} is no two-letter language code"
    found = _LENGTH.search(description)
    if found is None:
        return None
    try:
        shown = parsed(value, parse_mode).text if found[4] else value
    except Refused as refused:
        return f"{where}: {refused.why}"
    size = len(shown.encode()) if found[3].lower() == "bytes" else width(shown)
    return _within(where, size, int(found[1]), int(found[2]))


def _within(where: str, size: int, least: int, most: int) -> str | None:
    return None if least <= size <= most else f"{where}: {size} is not between {least} and {most}"


@cache
def beside() -> Spec | None:
    """Read the document once, None where ../shared isn't beside the project."""
    return Spec(json.loads(BESIDE.read_text("utf-8"))) if BESIDE.is_file() else None
