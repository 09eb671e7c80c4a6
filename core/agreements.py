"""Agreements: under which version of each paper somebody used Hushreel, and a route that leaves the house."""

from collections.abc import Collection, Mapping
from typing import Protocol

from core.people import PersonId, Viewer

Versions = Mapping[str, int]
"""Numbers of versions by the names of papers ("hushreel-privacy", "kling-api-terms")."""


def not_agreed(papers: Versions, agreed: Versions) -> Versions:
    """Give those of some papers that somebody has still to agree to: new to them, or in another version than theirs."""
    return {paper: version for paper, version in papers.items() if agreed.get(paper) != version}


class ReadsAgreements(Protocol):
    """What the reading door gives of agreements."""

    async def agreements(self, viewer: Viewer) -> Versions:
        """Give the newest version of each paper that the viewer agreed to; empty before their first upload."""


class WritesAgreements(Protocol):
    """What the writing door keeps of agreements."""

    async def agree(self, person: PersonId, versions: Versions) -> None:
        """Keep that somebody agreed to these versions now. Raises NotAllowed("account_erased") for who is gone."""

    async def disagree(self, person: PersonId, papers: Collection[str]) -> None:
        """Keep no longer that somebody agreed to these papers: they are asked again."""
