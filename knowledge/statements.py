"""What can be stated before there are words: a sentence by key, typed values, and the clauses that say it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union


@dataclass(frozen=True)
class Moment:
    """A time, UTC milliseconds; words show it in the reader's zone."""

    at_ms: int


@dataclass(frozen=True)
class Duration:
    """A length of time in milliseconds; words give its largest whole unit."""

    ms: int


@dataclass(frozen=True)
class Names:
    """People's names; words list the first few, each clipped to `longest` characters, and count the rest."""

    names: tuple[str, ...]
    longest: int = 24


Value = Union[str, int, Moment, Duration, Names, "Fact"]


@dataclass(frozen=True)
class Fact:
    """One thing that is so. `key` names a sentence of knowledge/words; `clauses` are ids (document/section)."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    clauses: tuple[str, ...] = ()
