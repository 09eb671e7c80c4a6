"""Finds the clauses that answer a question about the papers: by subject, topic and what the question is about."""

from collections.abc import Sequence

from knowledge.clauses import OURS, Clause, applies, clauses
from knowledge.facts import PolicyFacts, VideoFacts
from knowledge.phrases import tidy
from knowledge.platforms import platforms
from knowledge.routes import routes
from knowledge.topics import Heard, about, paper_sorts

_QUOTED = 3
_QUOTED_EACH = 2
_APP = "kling-app"
_API = "kling"
_OF_OTHERS = {"share": "third-party"}
"""Whoever else shares something hands it on: what is a way of sharing here isn't one there."""


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
    if "compare" in heard.topics and {_API, _APP} & set(meant):
        meant = [_API, _APP, *meant]
    return tuple(dict.fromkeys(meant))


def chats_meant(heard: Heard, policy: PolicyFacts, asked_in: str = "") -> tuple[str, ...]:
    """Name the chat platforms that a question is about: those it names, else, of "this chat", the one it is asked in.

    Of a question that was asked elsewhere, "this chat" means every connected one.
    """
    named = tuple(one for one in heard.subjects if one in platforms())
    here = (asked_in,) if asked_in in policy.platforms else policy.platforms
    return named or (here if "chat" in heard.topics else ())


def meant_by_number(heard: Heard, question: str, video: VideoFacts | None) -> tuple[str, ...]:
    """Name the papers that "section 7.2" is looked up in: of whom the question names, else ours.

    Of two ways to a company, the one that made the video is meant. Where a question says that it means a privacy policy
    or terms, only such papers are, if there are any.
    """
    routes_named, chats_named = routes_meant(heard), [one for one in heard.subjects if one in platforms()]
    made = video.generator if video else ""
    own = (made,) if made in routes_named else routes_named
    named = [document for name in own for document in routes()[name].documents]
    named += [document for name in chats_named for document in platforms()[name].documents]
    return papers_called(question, heard.language, tuple(dict.fromkeys(named)) or OURS)


def papers_called(question: str, language: str, documents: tuple[str, ...]) -> tuple[str, ...]:
    """Keep of `documents` those of the sort that a question names; all of them where it names both or none."""
    called = [sort for sort in ("privacy", "terms") if paper_sorts(language)[sort].search(tidy(question))]
    kept = tuple(one for one in documents if len(called) == 1 and f"-{called[0]}" in one)
    return kept or documents


def covering_chats(heard: Heard, names: Sequence[str], policy: PolicyFacts) -> tuple[Clause, ...]:
    """Give what our policy says of chat platforms, then what their own papers say."""
    theirs = [document for name in names for document in platforms()[name].documents]
    here = covering(heard, OURS, policy, _QUOTED_EACH, when=tuple(f"platform:{name}" for name in names))
    return here + covering(heard, theirs, policy)


def covering(
    heard: Heard, documents: Sequence[str], policy: PolicyFacts, limit: int = _QUOTED, *, when: tuple[str, ...] = ("",)
) -> tuple[Clause, ...]:
    """Give the clauses of `documents` that speak of what was heard, best first; a contradiction comes whole.

    A clause that doesn't speak of an object that the question names doesn't answer it. Broad topics ("my photo")
    decide only where nothing narrower was heard; of several narrower ones, what a clause is about first counts more
    than they do. Clauses whose condition begins otherwise than `when` are left out.
    """
    wanted = [topic for topic in heard.topics if topic not in heard.broad] or list(heard.topics)
    found: list[tuple[tuple[int, ...], int, Clause]] = []
    for order, clause in enumerate(clauses().values()):
        if clause.document not in documents or not clause.when.startswith(when) or not applies(clause, policy):
            continue
        if not heard.objects <= set(clause.topics):
            continue
        shared = [topic for topic in clause.topics if topic in wanted]
        if shared:
            heard_of = sum(topic in heard.topics for topic in clause.topics)
            first = clause.topics.index(shared[0])
            place = (-heard_of, first) if len(wanted) == 1 else (-len(shared), first, -heard_of)
            found.append(((*place, order), heard_of, clause))
    ranked = [(heard_of, clause) for _, heard_of, clause in sorted(found, key=lambda row: row[0])]
    return _with_contradictions(_enough(ranked, wanted)[:limit])


def _enough(ranked: Sequence[tuple[int, Clause]], wanted: Sequence[str]) -> list[Clause]:
    """Of one topic take all that speak as closely as the best; of several, what adds one or has all.

    Others' papers say one thing a clause, so that of theirs what a clause says first counts as well.
    """
    if len(wanted) == 1:
        return [clause for heard_of, clause in ranked if heard_of == ranked[0][0]]
    chosen: list[Clause] = []
    missing, unled = set(wanted), set(wanted)
    for _, clause in ranked:
        leads = clause.document not in OURS and clause.topics[0] in unled
        if leads or missing & set(clause.topics) or set(wanted) <= set(clause.topics):
            chosen.append(clause)
            missing -= set(clause.topics)
            unled.discard(clause.topics[0])
    return chosen


def covering_routes(heard: Heard, names: Sequence[str], policy: PolicyFacts) -> tuple[Clause, ...]:
    """Give what the papers of several routes say, each route in turn."""
    topics = tuple(dict.fromkeys(_OF_OTHERS.get(topic, topic) for topic in heard.topics))
    heard = about(heard, heard.subjects, topics)
    limit = _QUOTED if len(names) == 1 else _QUOTED_EACH
    each = (covering(heard, routes()[name].documents, policy, limit) for name in names)
    return tuple(dict.fromkeys(clause for found in each for clause in found))


def ours(heard: Heard, policy: PolicyFacts) -> tuple[Clause, ...]:
    """Give what our own policy and terms say."""
    return covering(heard, OURS, policy)


def _with_contradictions(best: Sequence[Clause]) -> tuple[Clause, ...]:
    """Put what contradicts a clause right behind it, and what contradicts that."""
    return tuple(dict.fromkeys(side for clause in best for side in sides(clause)))


def sides(clause: Clause) -> tuple[Clause, ...]:
    """Give a clause and all that stand against it or beside it in a contradiction."""
    found = [clause]
    for one in found:
        found += [other for name in one.conflicts_with if (other := clauses()[name]) not in found]
    return tuple(found)
