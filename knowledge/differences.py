"""What differs between our papers under two sets of settings, clause by clause."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.clauses import OURS, RenderedClause, render_paper
from knowledge.facts import PolicyFacts


@dataclass(frozen=True)
class Difference:
    """One clause before and after; None where it doesn't stand there."""

    before: RenderedClause | None
    after: RenderedClause | None


def differences(before: PolicyFacts, after: PolicyFacts, lang: str = "en") -> Iterator[Difference]:
    """Give the clauses of ours that would read otherwise, come or go, in the order of their papers."""
    for document in OURS:
        old = {one.section: one for one in render_paper(document, before, lang)}
        new = {one.section: one for one in render_paper(document, after, lang)}
        for section in sorted(old | new, key=_in_order):
            if old.get(section) != new.get(section):
                yield Difference(old.get(section), new.get(section))


def _in_order(section: str) -> tuple[int, ...]:
    return tuple(int(part) for part in section.split("."))
