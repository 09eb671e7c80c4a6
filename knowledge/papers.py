"""Finds the clauses that answer a question about the papers: by subject, topic and what the question is about."""

from collections.abc import Iterable, Sequence

from knowledge.clauses import OURS, Clause, applies, clauses
from knowledge.facts import PolicyFacts
from knowledge.routes import routes
from knowledge.topics import Heard

_QUOTED = 3
_QUOTED_EACH = 2
_APP = "kling-app"
_API = "kling"


def routes_meant(heard: Heard) -> tuple[str, ...]:
    """Name the routes that a question is about. "Kling" alone means both ways, the API first: it is ours."""
    meant: list[str] = []
    for subject in heard.subjects:
        match subject:
            case "kling":
                meant += [_API, _APP]
            case "kling-api":
                meant.append(_API)
            case _ if subject in routes() and subject != "motion":
                meant.append(subject)
    return tuple(dict.fromkeys(meant))


def covering(heard: Heard, documents: Sequence[str], policy: PolicyFacts, limit: int = _QUOTED) -> tuple[Clause, ...]:
    """Give the clauses of `documents` that speak of what was heard, best first; a contradiction comes whole.

    A clause that doesn't speak of an object that the question names doesn't answer it.
    """
    wanted = [topic for topic in heard.topics if topic != "private" or len(heard.topics) == 1]
    found: list[tuple[int, int, int, Clause]] = []
    for order, clause in enumerate(clauses().values()):
        if clause.document not in documents or not applies(clause, policy) or not heard.objects <= set(clause.topics):
            continue
        shared = [topic for topic in clause.topics if topic in wanted]
        if shared:
            found.append((-len(shared), clause.topics.index(shared[0]), order, clause))
    best = [clause for *_, clause in sorted(found, key=lambda row: row[:3])][:limit]
    return _with_contradictions(best)


def papers_of(names: Iterable[str]) -> tuple[str, ...]:
    """Name the papers that govern these routes."""
    return tuple(dict.fromkeys(one for name in names for one in routes()[name].documents))


def covering_routes(heard: Heard, names: Sequence[str], policy: PolicyFacts) -> tuple[Clause, ...]:
    """Give what the papers of several routes say, each route in turn."""
    limit = _QUOTED if len(names) == 1 else _QUOTED_EACH
    each = (covering(heard, routes()[name].documents, policy, limit) for name in names)
    return tuple(dict.fromkeys(clause for found in each for clause in found))


def ours(heard: Heard, policy: PolicyFacts) -> tuple[Clause, ...]:
    """Give what our own policy and terms say."""
    return covering(heard, OURS, policy)


def _with_contradictions(best: Sequence[Clause]) -> tuple[Clause, ...]:
    """Put what contradicts a clause right behind it."""
    whole = [other for clause in best for other in (clause, *(clauses()[one] for one in clause.conflicts_with))]
    return tuple(dict.fromkeys(whole))
