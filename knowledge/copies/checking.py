"""Holds what we say of a paper against the operator's copy of it, and two copies against each other.

Words decide, and words alone: nothing that a paper says has any other effect.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from knowledge.clauses import OURS, Clause, clauses
from knowledge.copies.keeping import UNDATED, Copy, latest, newest
from knowledge.copies.outline import is_within, seen, within
from knowledge.facts import Checked, RouteFacts
from knowledge.routes import routes

_JOINED = re.compile(r"(?<=\w)-\s*(?=\w)")
_SIGNS = dict.fromkeys((*range(0x2018, 0x201C),), "'") | dict.fromkeys((*range(0x201C, 0x2020), 0xAB, 0xBB), '"')
_SIGNS |= dict.fromkeys((*range(0x2010, 0x2015), 0x2212), "-")
"""Quotation marks and hyphens of all kinds, as a typewriter has them."""

_WORDS_ENOUGH = 300
_THE_LEAST = 0.01
"""A text of so many words in which "the" is rarer than that isn't English."""


class State(Enum):
    """What a copy says of a fact of ours."""

    READ = "read"
    CONTRADICTED = "contradicted"
    UNQUOTED = "unquoted"
    """The section is there, but our digest quotes no words of it: somebody has to compare."""

    FOREIGN = "foreign"
    """The copy isn't in English, and our digest quotes English words: somebody has to compare."""

    MISSING = "missing"
    UNNUMBERED = "unnumbered"
    """Our digest knows no section number of it."""


@dataclass(frozen=True)
class Finding:
    """A fact of ours beside a copy, whose own text is `said`.

    `lacking` are words that we quote and its section hasn't, `present` words that we say are nowhere in it.
    """

    clause: Clause
    copy: Copy
    state: State
    said: str = ""
    lacking: tuple[str, ...] = ()
    present: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """A section that two copies have differently; "" where one of them doesn't have it.

    `cited` are the facts of ours that cite it, held against the later copy.
    """

    number: str
    before: str
    after: str
    cited: tuple[Finding, ...]


def check(copy: Copy) -> tuple[Finding, ...]:
    """Hold every fact that we have of this version of the paper against the copy."""
    return tuple(_check(one, copy) for one in _facts(copy.document) if one.version == copy.version)


def _facts(document: str) -> tuple[Clause, ...]:
    return tuple(one for one in clauses().values() if one.document == document and document not in OURS)


def _check(clause: Clause, copy: Copy) -> Finding:
    if not clause.numbered:
        return Finding(clause, copy, State.UNNUMBERED)
    said = within(copy.sections, clause.section)
    if said is None:
        return Finding(clause, copy, State.MISSING)
    if not (clause.quotes or clause.absent):
        return Finding(clause, copy, State.UNQUOTED, said)
    whole = plain("\n".join(one.text for one in copy.sections))
    if not (_in_latin_letters(said) and _is_english(whole)):
        return Finding(clause, copy, State.FOREIGN, said)
    lacking = tuple(one for one in clause.quotes if plain(one) not in plain(said))
    present = tuple(one for one in clause.absent if plain(one) in whole)
    state = State.CONTRADICTED if lacking or present else State.READ
    return Finding(clause, copy, state, said, lacking, present)


def _in_latin_letters(text: str) -> bool:
    letters = [one for one in text if one.isalpha()]
    return sum(map(str.isascii, letters)) * 2 >= len(letters)


@lru_cache(8)
def _is_english(text: str) -> bool:
    """Say whether a text may be English, by how often it has the commonest word; a short one may be."""
    words = text.split()
    return len(words) < _WORDS_ENOUGH or words.count("the") >= len(words) * _THE_LEAST


def checked(copies: Iterable[Copy]) -> tuple[Checked, ...]:
    """Give what the newest copy of each version decides about our facts; where it decides nothing, they stay."""
    return tuple(
        Checked(one.clause.id, one.state.value, one.copy.copied)
        for copy in newest(copies)
        for one in check(copy)
        if one.state in (State.READ, State.CONTRADICTED)
    )


def outdated(copies: Iterable[Copy]) -> Iterator[Finding]:
    """Give each fact of an earlier version that the copy of a later one doesn't bear out any more."""
    for copy in latest(copies):
        for one in _facts(copy.document):
            if _age(one.version) < _age(copy.version):
                found = _check(one, copy)
                if found.state in (State.CONTRADICTED, State.MISSING):
                    yield found


def changes(before: Copy, after: Copy) -> Iterator[Change]:
    """Give each section that differs, in the order of the later copy, then what is gone from it."""
    old = {one.number: one.text for one in before.sections}
    new = {one.number: one.text for one in after.sections}
    for number in (*new, *(one for one in old if one not in new)):
        was, now = old.get(number, ""), new.get(number, "")
        if number not in old or number not in new or plain(was) != plain(now):
            cited = (one for one in _facts(after.document) if one.numbered and is_within(number, one.section))
            yield Change(number, was, now, tuple(_check(one, after) for one in cited))


def resting_on(document: str) -> tuple[str, ...]:
    """Name the routes that a paper governs."""
    return tuple(name for name, route in routes().items() if document in route.documents)


def citing(clause: Clause) -> tuple[str, ...]:
    """Name the routes whose verdict or letter rests on a fact."""
    return tuple(name for name, route in routes().items() if clause.id in _cited_by(route))


def _cited_by(route: RouteFacts) -> frozenset[str]:
    letter = route.objection
    return frozenset({*letter.rests, *letter.against, letter.named_in}.union(*route.clauses.values()))


def _age(version: str) -> tuple[bool, str]:
    return version != UNDATED, version


@lru_cache(64)
def plain(text: str) -> str:
    """Make words comparable: signs, spaces, capitals, hyphens and the ends of lines don't count."""
    return _JOINED.sub("", seen(text.replace("\n", " ")).translate(_SIGNS)).casefold()
