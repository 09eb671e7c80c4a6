"""What differs between our papers under two sets of settings, or since somebody agreed to them, clause by clause."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from knowledge.clauses import OURS, Clause, RenderedClause, applies, clauses, render_paper, versions
from knowledge.facts import PolicyFacts


@dataclass(frozen=True)
class Difference:
    """One clause before and after; None where it doesn't stand there."""

    before: RenderedClause | None
    after: RenderedClause | None


@dataclass(frozen=True)
class Weakened:
    """One clause that promises less now; `before` is None where it only stands there since."""

    before: RenderedClause | None
    now: RenderedClause


def differences(before: PolicyFacts, after: PolicyFacts, lang: str = "en") -> Iterator[Difference]:
    """Give the clauses of ours that would read otherwise, come or go, in the order of their papers."""
    for document in OURS:
        old = {one.section: one for one in render_paper(document, before, lang)}
        new = {one.section: one for one in render_paper(document, after, lang)}
        for section in sorted(old | new, key=_in_order):
            if old.get(section) != new.get(section):
                yield Difference(old.get(section), new.get(section))


def weakened(
    agreed: Mapping[str, int], policy: PolicyFacts, lang: str = "en", ours: Iterable[Clause] | None = None
) -> Iterator[Weakened]:
    """Give the clauses that promise less than what somebody agreed to, as they were then and as they are now.

    `agreed` has the version of each paper; a paper that isn't there is new to them, and nothing of it weakened.
    """
    for clause in clauses().values() if ours is None else ours:
        version = agreed.get(clause.document)
        if version is None or not applies(clause, policy) or not any(number > version for number in clause.weaker):
            continue
        before, now = (_at(one, clause, policy, lang) for one in (version, None))
        if now is not None:
            yield Weakened(before, now)


def newest() -> Mapping[str, int]:
    """Give the newest version of each paper of ours."""
    return {document: max(versions(document)) for document in OURS}


def _at(version: int | None, clause: Clause, policy: PolicyFacts, lang: str) -> RenderedClause | None:
    rendered = render_paper(clause.document, policy, lang, version)
    return next((one for one in rendered if one.section == clause.section), None)


def _in_order(section: str) -> tuple[int, ...]:
    return tuple(int(part) for part in section.split("."))
