"""What a platform told us and we haven't answered yet: kept before it is answered, forgotten afterwards."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from core.people import Platform

KEPT_MS = 24 * 3_600_000
"""How long anything of an event is kept: its words until it is answered, its number so that it is known again."""

ALBUM_QUIET_MS = 1_500
"""An album is whole when this long no further item of it came."""


@dataclass(frozen=True)
class Event:
    """One event: the platform's own number of it, and all that it says. `album` names what it is one item of."""

    number: int
    body: str
    album: str | None = None


@dataclass(frozen=True)
class Album:
    """What became of an album's items so far: the video that they went into, and their messages' ids in order."""

    video: UUID
    messages: tuple[int, ...]


class Inbox(Protocol):
    """Events of one platform. Bodies are people's words: sealed, gone with the answer, at the latest after KEPT_MS."""

    async def keep(self, events: Sequence[Event]) -> Collection[int]:
        """Keep events, whole or not at all. Gives the numbers of those that are new."""

    async def begin(self) -> tuple[Sequence[Event], Sequence[str]]:
        """Take up what an earlier run left: events in the order of their numbers, and names of albums.

        Call it once, before anything else: what was taken by a process that is gone is free again.
        """

    async def answered(self, numbers: Collection[int]) -> None:
        """Drop what events said; that they came is remembered."""

    async def close_album(self, name: str) -> Sequence[Event] | None:
        """Take an album's items that nobody took, once it is quiet; one caller gets them. None while it isn't."""

    async def album(self, name: str) -> Album | None:
        """Give what became of an album's earlier items; None where nothing did."""

    async def album_became(self, name: str, album: Album) -> None:
        """Keep what became of an album."""

    async def forget(self) -> int:
        """Drop everything older than KEPT_MS; gives how many events that were."""


class WritesInbox(Protocol):
    """What the writing door does with events."""

    async def carry(self, platform: Platform, number: int) -> bool:
        """Note that an event's change is made in this transaction; False when an earlier one made it."""
