"""Interviews: questions asked one after the other in a chat, where a platform has no forms of its own."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from core.people import PersonId, Platform, Viewer

LASTS_MS = 86_400_000
"""How long an interview waits for its next answer, from when it began; then it ends, and its words go."""


@dataclass(frozen=True)
class Interview:
    """One interview of a person in a chat; there is one at most. It ends with what it is about, its `subject`.

    `notes` is what is asked and was answered, as the surface wrote it: people's words, sealed at rest.
    """

    person: PersonId
    platform: Platform
    chat: str
    subject: UUID
    notes: str
    begun_at_ms: int


class ReadsInterviews(Protocol):
    """What the reading door gives of interviews."""

    async def interview(self, viewer: Viewer, platform: Platform, chat: str) -> Interview | None:
        """Give the viewer's own interview in a chat; None without one, and for one that waited too long."""


class WritesInterviews(Protocol):
    """What the writing door keeps of interviews."""

    async def keep_interview(self, interview: Interview) -> None:
        """Keep an interview in the place of any that this person has in this chat."""

    async def end_interview(self, viewer: Viewer, platform: Platform, chat: str) -> bool:
        """End the viewer's interview in a chat, with all its words; says whether there was one."""


class EndsInterviews(Protocol):
    """What sweeps do with interviews."""

    async def end_interviews(self, before_ms: int) -> int:
        """End every interview that began before a time (UTC ms); gives how many."""
