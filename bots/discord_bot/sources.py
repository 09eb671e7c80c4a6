"""The clauses behind an answer, folded into one button that needs nothing kept: it names the clauses itself."""

from bots.chat import folded as names
from bots.chat.reply import Source
from knowledge.facts import PolicyFacts

SOURCES = "sources:"
"""How the custom_id of such a button begins."""

_CUSTOM_ID_LONGEST = 100
MOST = (_CUSTOM_ID_LONGEST - len(SOURCES)) // names.NAME_LENGTH
"""How many clauses a button can name."""


def folded(sources: tuple[Source, ...]) -> str:
    """Give the custom_id that names the clauses of `sources` in their order."""
    return SOURCES + names.folded(sources[:MOST])


def unfolded(custom_id: str, language: str, policy: PolicyFacts) -> tuple[Source, ...]:
    """Give the clauses that a custom_id names, as they read now; nothing for what names none of ours."""
    return names.unfolded(custom_id.removeprefix(SOURCES), language, policy)
