"""The clauses behind an answer, folded into one button that needs nothing kept: it names the clauses itself."""

from base64 import urlsafe_b64encode
from functools import cache
from hashlib import sha256

from bots.chat.reply import Source
from knowledge.clauses import Clause, clauses, render
from knowledge.facts import PolicyFacts
from knowledge.wording import words_in

SOURCES = "sources:"
"""How the custom_id of such a button begins."""

_CUSTOM_ID_LONGEST = 100
_NAME_LENGTH = 4
MOST = (_CUSTOM_ID_LONGEST - len(SOURCES)) // _NAME_LENGTH
"""How many clauses a button can name."""


def folded(sources: tuple[Source, ...]) -> str:
    """Give the custom_id that names the clauses of `sources` in their order."""
    return SOURCES + "".join(_name(f"{one.document}/{one.section}") for one in sources[:MOST])


def unfolded(custom_id: str, language: str, policy: PolicyFacts) -> tuple[Source, ...]:
    """Give the clauses that a custom_id names, as they read now; nothing for what names none of ours."""
    names = custom_id.removeprefix(SOURCES)
    found = [_named().get(names[at : at + _NAME_LENGTH]) for at in range(0, len(names), _NAME_LENGTH)]
    return tuple(_source(number, one, language, policy) for number, one in enumerate(found, 1) if one)


def _source(number: int, clause: Clause, language: str, policy: PolicyFacts) -> Source:
    words = words_in(language)
    return Source(
        number,
        clause.document,
        clause.section,
        words.version(clause.version),
        words.say(f"certainty-{clause.certainty}"),
        render(clause, policy, words),
        f"/policy/{clause.document}?lang={words.language}#{clause.section}",
    )


def _name(clause: str) -> str:
    return urlsafe_b64encode(sha256(clause.encode()).digest())[:_NAME_LENGTH].decode()


@cache
def _named() -> dict[str, Clause]:
    return {_name(clause_id): clause for clause_id, clause in clauses().items()}
