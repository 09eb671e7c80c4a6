"""A sentence before it is words: a key of a texts file and typed values.

Values are typed so that Discord can write its own timestamps and others the person's local time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class When:
    """A moment, UTC milliseconds; shown in the reader's time zone."""

    at_ms: int


@dataclass(frozen=True)
class Money:
    """An amount in integer micro-units of a currency (ISO 4217)."""

    micros: int
    currency: str


@dataclass(frozen=True)
class VideoName:
    """A video as this reader may know it: #number, 0 for somebody else's, and a title or ""."""

    number: int
    title: str


@dataclass(frozen=True)
class PersonName:
    """A person's display name on a platform."""

    name: str


@dataclass(frozen=True)
class CommandName:
    """A command that the reader can tap or type."""

    name: str


Value = str | int | float | When | Money | VideoName | PersonName | CommandName | tuple["Value", ...]
"""A tuple is a list of things: "a, b and c". Plain strings are somebody's words: shown as data, never as marks."""


@dataclass(frozen=True)
class Say:
    """A sentence: a key of bots/texts and its values. A value may itself be a sentence, or a list of them."""

    key: str
    values: Mapping[str, "Value | Say | tuple[Say, ...]"] = field(default_factory=dict)
