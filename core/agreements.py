"""Agreements: which version of each of our papers somebody used Hushreel under."""

from collections.abc import Mapping
from typing import Protocol

from core.people import PersonId, Viewer

Versions = Mapping[str, int]
"""Numbers of versions by the names of papers ("hushreel-privacy")."""


class ReadsAgreements(Protocol):
    """What the reading door gives of agreements."""

    async def agreements(self, viewer: Viewer) -> Versions:
        """Give the newest version of each paper that the viewer agreed to; empty before their first upload."""


class WritesAgreements(Protocol):
    """What the writing door keeps of agreements."""

    async def agree(self, person: PersonId, versions: Versions) -> None:
        """Keep that somebody agreed to these versions now. Raises NotAllowed("account_erased") for who is gone."""
