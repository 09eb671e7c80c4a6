"""Clauses folded into a button's value: short names that need nothing kept, since clauses are the same in each run."""

from base64 import urlsafe_b64encode
from functools import cache
from hashlib import sha256

from bots.chat.reply import Source
from knowledge.clauses import Clause, certainty, clauses, render
from knowledge.facts import PolicyFacts
from knowledge.wording import words_in

NAME_LENGTH = 4
"""How long the short name of a clause is, in letters: 24 bits, held apart by a test."""


def folded(sources: tuple[Source, ...]) -> str:
    """Give the short names of the clauses of `sources`, in their order."""
    return "".join(_name(f"{one.document}/{one.section}") for one in sources)


def unfolded(names: str, language: str, policy: PolicyFacts, first: int = 1) -> tuple[Source, ...]:
    """Give the clauses that short names stand for, as they read now, numbered from `first` on.

    What names none of ours is left out.
    """
    found = [_named().get(names[at : at + NAME_LENGTH]) for at in range(0, len(names), NAME_LENGTH)]
    return tuple(_source(number, one, language, policy) for number, one in enumerate(found, first) if one)


def _source(number: int, clause: Clause, language: str, policy: PolicyFacts) -> Source:
    words = words_in(language)
    return Source(
        number,
        clause.document,
        clause.section,
        words.version(clause.version),
        words.certainty(*certainty(clause, policy)),
        render(clause, policy, words),
        f"/policy/{clause.document}?lang={words.language}#{clause.section}",
    )


def _name(clause: str) -> str:
    return urlsafe_b64encode(sha256(clause.encode()).digest())[:NAME_LENGTH].decode()


@cache
def _named() -> dict[str, Clause]:
    return {_name(clause_id): clause for clause_id, clause in clauses().items()}
