"""What can be stated before there are words: a sentence by key, typed values, and the clauses that say it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Union


@dataclass(frozen=True)
class Moment:
    """A time, UTC milliseconds; words show it in the reader's zone."""

    at_ms: int


@dataclass(frozen=True)
class Day:
    """The day of a time, UTC milliseconds, where the hour would claim more than is known; in the reader's zone."""

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


Value = Union[str, int, Moment, Day, Duration, Names, "Fact"]


@dataclass(frozen=True)
class Fact:
    """One thing that is so. `key` names a sentence of knowledge/words; `clauses` are ids (document/section).

    Where there is little room, facts of one answer with the same `joined` become one: that sentence, with the
    platforms of all of them.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    clauses: tuple[str, ...] = ()
    joined: str = ""

    def __hash__(self) -> int:
        """Hash all that is equal where facts are equal: answers of one verdict are written once."""
        return hash((self.key, tuple(sorted(self.values)), self.clauses, self.joined))


def joining(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Give facts with those that can be joined put together, where the first of them stood."""
    kept = tuple(facts)
    groups: dict[str, list[Fact]] = {}
    for fact in kept:
        groups.setdefault(fact.joined, []).append(fact)
    for fact in kept:
        group = groups[fact.joined]
        if not fact.joined or len(group) == 1:
            yield fact
        elif fact is group[0]:
            yield _joined(group)


def _joined(group: Sequence[Fact]) -> Fact:
    platforms = (value for fact in group for value in fact.values.values() if isinstance(value, Names))
    names = tuple(dict.fromkeys(name for one in platforms for name in one.names))
    cited = tuple(dict.fromkeys(clause for fact in group for clause in fact.clauses))
    return Fact(group[0].joined, {"platforms": Names(names)}, cited)
