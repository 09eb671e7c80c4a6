"""Holds what we say of a paper against the operator's copy of it, and two copies against each other.

Words decide, and words alone: nothing that a paper says has any other effect.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from knowledge.clauses import OURS, Clause, clauses
from knowledge.copies.keeping import Copy, newest
from knowledge.copies.outline import seen, within
from knowledge.facts import Checked
from knowledge.routes import routes

_JOINED = re.compile(r"(?<=\w)-\s*(?=\w)")
_SIGNS = dict.fromkeys((*range(0x2018, 0x201C),), "'") | dict.fromkeys((*range(0x201C, 0x2020), 0xAB, 0xBB), '"')
_SIGNS |= dict.fromkeys((*range(0x2010, 0x2015), 0x2212), "-")
"""Quotation marks and hyphens of all kinds, as a typewriter has them."""


class State(Enum):
    """What a copy says of a fact of ours."""

    READ = "read"
    CONTRADICTED = "contradicted"
    UNQUOTED = "unquoted"
    """The section is there, but our digest quotes no words of it: somebody has to compare."""

    MISSING = "missing"
    UNNUMBERED = "unnumbered"
    """Our digest knows no section number of it."""


@dataclass(frozen=True)
class Finding:
    """A fact of ours beside a copy. `against` are the words that decided against it, `said` the copy's own text."""

    clause: Clause
    copy: Copy
    state: State
    against: tuple[str, ...] = ()
    said: str = ""


@dataclass(frozen=True)
class Change:
    """A section that two copies have differently; "" where one of them doesn't have it."""

    number: str
    before: str
    after: str


def check(copy: Copy) -> tuple[Finding, ...]:
    """Hold every fact that we have of this version of the paper against the copy."""
    facts = (one for one in clauses().values() if one.document not in OURS)
    return tuple(_check(one, copy) for one in facts if (one.document, one.version) == (copy.document, copy.version))


def _check(clause: Clause, copy: Copy) -> Finding:
    if not clause.numbered:
        return Finding(clause, copy, State.UNNUMBERED)
    said = within(copy.sections, clause.section)
    if said is None:
        return Finding(clause, copy, State.MISSING)
    if not (clause.quotes or clause.absent):
        return Finding(clause, copy, State.UNQUOTED, said=said)
    whole = plain("\n".join(one.text for one in copy.sections))
    against = [one for one in clause.quotes if plain(one) not in plain(said)]
    against += [one for one in clause.absent if plain(one) in whole]
    return Finding(clause, copy, State.CONTRADICTED if against else State.READ, tuple(against), said)


def checked(copies: Iterable[Copy]) -> tuple[Checked, ...]:
    """Give what the newest copy of each version decides about our facts; where it decides nothing, they stay."""
    return tuple(
        Checked(one.clause.id, one.state.value, one.copy.copied)
        for copy in newest(copies)
        for one in check(copy)
        if one.state in (State.READ, State.CONTRADICTED)
    )


def changes(before: Copy, after: Copy) -> Iterator[Change]:
    """Give each section that differs, in the order of the later copy, then what is gone from it."""
    old = {one.number: one.text for one in before.sections}
    new = {one.number: one.text for one in after.sections}
    for number in (*new, *(one for one in old if one not in new)):
        change = Change(number, old.get(number, ""), new.get(number, ""))
        if number not in old or number not in new or plain(change.before) != plain(change.after):
            yield change


def resting_on(document: str) -> tuple[str, ...]:
    """Name the routes that a paper governs."""
    return tuple(name for name, route in routes().items() if document in route.documents)


def plain(text: str) -> str:
    """Make words comparable: signs, spaces, capitals, hyphens and the ends of lines don't count."""
    return _JOINED.sub("", seen(text.replace("\n", " ")).translate(_SIGNS)).casefold()
