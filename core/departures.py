"""Somebody who is forgotten: what each table says of people, and what the doors do until nothing names them.

A departure is the forgetting of one person, by an id of its own, which stands for them while something is left to do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NewType, Protocol
from uuid import UUID

from core.chats import Posted
from core.people import CommunityId, PersonId, Viewer
from core.receipts import OpenReceipt
from core.videos import AssetId, Making, VideoId

DepartureId = NewType("DepartureId", UUID)


class Then(Enum):
    """What becomes of a row in a column of which somebody stands who is forgotten."""

    ROW = "row"
    """The whole row goes."""

    NAME = "name"
    """The row stays, and names nobody."""

    VIDEO = "video"
    """It goes with a video, which is erased."""

    LABEL = "label"
    """The row stays under the departure's id, until a channel doesn't show it any more."""

    DATE = "date"
    """It stays until a date of its own: a keyed token that tells nobody who it was."""


@dataclass(frozen=True)
class Part:
    """One table of a holding. Each column that can hold an id or words stands in exactly one of the four.

    `names` hold ids of people, `accounts` ids or keyed tokens of accounts on platforms, `words` what people wrote and
    the keys to it, `plain` neither. What is `emptied` is theirs and goes with the name where the row stays.
    """

    table: str
    names: Mapping[str, Then] = field(default_factory=dict)
    accounts: Mapping[str, Then] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    emptied: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that this part answers for."""
        return (*self.names, *self.accounts, *self.words, *self.plain)


@dataclass(frozen=True)
class Leaving:
    """What somebody has here who thinks of leaving, counted for the card that asks. Times are UTC milliseconds.

    `alone` are communities of which they are the only chosen moderator, `chose` those whose places they chose last.
    """

    videos: int = 0
    others_open: int = 0
    given: int = 0
    reports: int = 0
    bans: int = 0
    banned_until_ms: int | None = None
    alone: Sequence[CommunityId] = ()
    chose: Sequence[CommunityId] = ()


@dataclass(frozen=True)
class Departed:
    """Who left: every person that they were, and what was theirs: ids, and which roles the assets had."""

    people: Sequence[PersonId]
    videos: Sequence[VideoId]
    assets: Sequence[AssetId]
    roles: Sequence[str]


class ReadsDepartures(Protocol):
    """What the reading door gives to somebody about leaving."""

    async def leaving(self, viewer: Viewer) -> Leaving:
        """Count what goes, and what it means for communities."""

    async def owned(self, viewer: Viewer) -> Sequence[tuple[VideoId, Making]]:
        """Name the viewer's own videos that aren't being erased, with their states."""

    async def held(self, viewer: Viewer, part: Part) -> Sequence[Mapping[str, Any]]:
        """Give the rows of one table that name the viewer, as ids, times and codes: sealed words are left out."""


class WritesDepartures(ReadsDepartures, Protocol):
    """What the writing door does for a departure."""

    async def begin_departure(self, departure: DepartureId, person: PersonId) -> Departed:
        """Note that somebody leaves, under each id that they were, and close their videos to everybody.

        Raises NotFound("account_unknown") for nobody, or somebody who leaves already.
        """

    async def cut_off(self, departure: DepartureId) -> None:
        """Take their accounts from them: nobody is told anything more.

        The next word of such an account is the first of a new person.
        """

    async def forget_in(self, departure: DepartureId, part: Part) -> int:
        """Take who left out of one table as it says; gives how many rows changed. Once more changes nothing."""

    async def messages_of(self, departure: DepartureId) -> Sequence[Posted]:
        """Give the messages that stand in chats of who leaves, or hold files that they sent."""

    async def messages_about(self, departure: DepartureId) -> Sequence[Posted]:
        """Give the messages in chats of others, and in channels, about videos of who leaves."""

    async def receipt_it(self, departure: DepartureId, receipt: str) -> None:
        """Keep the number of the receipt that tells of a departure."""

    async def departure_receipt(self, departure: DepartureId) -> OpenReceipt | None:
        """Give the receipt of a departure while something of ours waits; None for no such one."""

    async def end_departure(self, departure: DepartureId) -> None:
        """Forget that somebody left."""


class KnowsDepartures(Protocol):
    """What flows and sweeps read of departures."""

    async def departures(self) -> Sequence[DepartureId]:
        """Name those that nothing keeps any more from being finished: their videos are gone."""

    async def is_departing(self, departure: DepartureId) -> bool:
        """Say whether a departure isn't finished."""
