"""Meeting people: the first word of an account, what somebody chose, and what they have here."""

from typing import Protocol

from core.people import Identity, PersonId, Preferences, Viewer
from core.records import Account


class ReadsMeetings(Protocol):
    """What the reading door gives of people."""

    async def met(self, identity: Identity) -> PersonId | None:
        """Give the person of an identity; None before their first meeting."""

    async def preferences(self, viewer: Viewer) -> Preferences:
        """Give what the viewer chose, or the defaults."""

    async def account(self, viewer: Viewer) -> Account:
        """Count what the viewer has here, and what of it anybody else can open."""


class WritesMeetings(ReadsMeetings, Protocol):
    """What the writing door keeps of people."""

    async def meet(self, identity: Identity) -> PersonId:
        """Give the person of an identity, and make one at the first meeting."""

    async def prefer(self, viewer: Viewer, preferences: Preferences) -> None:
        """Keep what the viewer chose."""
