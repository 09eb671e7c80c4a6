"""Clauses: one numbered promise, term or fact each, loaded from data and rendered with the running settings."""

from dataclasses import dataclass

from knowledge.facts import PolicyFacts


@dataclass(frozen=True)
class RenderedClause:
    """A clause as people read it. `id` is document/section; `proofs` are the tests that hold it, by node id."""

    document: str
    section: str
    version: str
    date: str
    certainty: str
    title: str
    text: str
    proofs: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Document and section."""
        return f"{self.document}/{self.section}"


def render_policy(policy: PolicyFacts, document: str = "hushreel-privacy", lang: str = "en") -> tuple[RenderedClause, ...]:
    """Render our own document (hushreel-privacy or hushreel-terms) as it applies to these settings.

    Raises KeyError for a document that isn't ours.
    """
    raise NotImplementedError
