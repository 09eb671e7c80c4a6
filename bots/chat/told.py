"""Says what went wrong, so that the person who asked can mend it."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from bots.chat.reply import Reply, Text
from bots.texts.say import Money, Say, Value, When
from core.errors import BadInput, PersonError, RouteRefused

Told = Value | Say | tuple[Say, ...]
_SCENE = "scene-"
_ROUTE = "route-"
_BAR = "bar-"
_OF_ROUTES = frozenset({"route_unknown", "route_barred", "no_route_fits"})
_MOMENTS = frozenset({"latest_ms", "until_ms", "renews_ms"})
"""Data of errors that is a time, UTC milliseconds."""

_AMOUNTS = frozenset({"needed_micro", "left_micro", "most_micro"})
"""Data of errors that is money, in millionths of the `currency` beside it."""


def sorry(error: PersonError) -> Reply:
    """Answer with the sentence of an error: what was wrong, and what to do next."""
    return Reply((Text(told(error)),), mendable=isinstance(error, BadInput | RouteRefused))


def told(error: PersonError) -> Say:
    """Give the sentence of an error, filled with its data."""
    values = {name: _value(value) for name, value in error.data.items()}
    for name in _MOMENTS & values.keys():
        values[name] = When(int(error.data[name]))
    for name in _AMOUNTS & values.keys():
        values[name] = Money(int(error.data[name]), error.data["currency"])
    if error.code == "cannot_draw":
        values["can"] = scenes(error.data["can"])
    if error.code in _OF_ROUTES:
        values |= _routes(error.data)
    return Say(f"error-{error.code}", values)


def _routes(data: Mapping[str, Any]) -> dict[str, Told]:
    """Name routes, and what stands in the way of one."""
    said: dict[str, Told] = {}
    if "route" in data:
        said["route"] = Say(_ROUTE + data["route"])
    if "why" in data:
        said["why"] = tuple(Say(_BAR + one) for one in data["why"])
    if "can" in data:
        said["can"] = tuple(Say(_ROUTE + one) for one in data["can"])
    return said


def scenes(codes: tuple[str, ...]) -> tuple[Say, ...]:
    """Give the words of scenes that a generator named by their codes."""
    return tuple(Say(_SCENE + code) for code in codes)


def _value(value: Any) -> Told:
    match value:
        case Enum():
            return str(value.value)
        case int() | float() | str() | tuple():
            return value
        case _:
            return str(value)
