"""Spending: what videos made elsewhere cost the operator, what may be spent, and what was.

Amounts are whole millionths of a currency (ISO 4217). What nobody knows is None, never 0. A month is the
calendar's, UTC.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from typing import Protocol

from core.gate import Surface
from core.people import CommunityId, PersonId, Viewer
from core.records import Cost
from core.rules import Limit
from core.videos import VideoId

_DECEMBER = 12


class Per(Enum):
    """What a price is for."""

    SECOND = "second"
    VIDEO = "video"


@dataclass(frozen=True)
class Price:
    """What the operator pays for a second of video or a whole one, from a day on (UTC).

    `mode` is the generator's own word for what is dearer or cheaper; "" stands for every mode without a price of its
    own.
    """

    route: str
    amount_micro: int
    currency: str
    per: Per
    since: date
    mode: str = ""


@dataclass(frozen=True)
class Prices:
    """Every price that the operator set."""

    known: Sequence[Price] = ()

    def cost(self, route: str, mode: str, seconds: int, now_ms: int) -> Cost:
        """Say what a video costs by the newest price that holds today; unknown where none does."""
        today = datetime.fromtimestamp(now_ms / 1000, UTC).date()
        fitting = [one for one in self.known if one.route == route and one.mode in {mode, ""} and one.since <= today]
        found = max(fitting, key=lambda one: (one.mode == mode, one.since), default=None)
        if found is None:
            return Cost()
        times = seconds if found.per is Per.SECOND else 1
        return Cost(found.amount_micro * times, found.currency)


NO_PRICES = Prices()


class Whose(Enum):
    """Whose budget it is."""

    PERSON = "person"
    COMMUNITY = "community"
    EVERYBODY = "everybody"


@dataclass(frozen=True)
class Budgets:
    """What may be spent in a month: by each person, in each community, by all together. None: as much as the rest lets.

    Only what is in `currency` counts.
    """

    currency: str
    person_micro: int | None = None
    community_micro: int | None = None
    everybody_micro: int | None = None


def lowered(budgets: Budgets | None, limit: Limit | None) -> Budgets | None:
    """Give the budgets that hold for what is begun in a community with a limit of its own, if it has one.

    One that was set in a currency which the operator no longer counts in does nothing.
    """
    if limit is None:
        return budgets
    if budgets is None:
        return Budgets(limit.currency, community_micro=limit.amount_micro)
    if limit.currency != budgets.currency:
        return budgets
    both = (limit.amount_micro, budgets.community_micro)
    return replace(budgets, community_micro=min(one for one in both if one is not None))


class Charge(Enum):
    """How sure it is that something was paid. What was never begun isn't in the books."""

    RESERVED = "reserved"
    """Begun or about to be; nobody knows yet what comes of it."""

    SETTLED = "settled"
    """The video is here."""

    UNSURE = "unsure"
    """It left, and no video came: it may have been charged."""


@dataclass(frozen=True)
class Spending:
    """One video that leaves the house: whose, begun in which community, and what it costs."""

    video: VideoId
    person: PersonId
    community: CommunityId | None
    route: str
    cost: Cost


@dataclass(frozen=True)
class Sum:
    """So many videos, and what they came to in millionths; 0 where they have no price."""

    videos: int
    amount_micro: int


@dataclass(frozen=True)
class Entry:
    """A line of the books: a month's videos (written 2026-11) of one route and community. It names no person.

    Without a `currency` nobody had set a price, and nobody knows what they came to.
    """

    month: str
    route: str
    community: CommunityId | None
    currency: str | None
    sums: Mapping[Charge, Sum]


def month_of(now_ms: int) -> tuple[int, int]:
    """Give when the month of a time begins and when the next one does, UTC milliseconds."""
    now = datetime.fromtimestamp(now_ms / 1000, UTC)
    begins = datetime(now.year, now.month, 1, tzinfo=UTC)
    year, month = (now.year + 1, 1) if now.month == _DECEMBER else (now.year, now.month + 1)
    return int(begins.timestamp() * 1000), int(datetime(year, month, 1, tzinfo=UTC).timestamp() * 1000)


class ReadsSpending(Protocol):
    """What the reading door gives of spending."""

    async def own_spending(self, viewer: Viewer, currency: str, since_ms: int) -> int:
        """Give what the viewer spent since a time, in millionths, with what is reserved or may have been charged."""

    async def community_spending(
        self, viewer: Viewer, community: CommunityId, surface: Surface, currency: str, since_ms: int
    ) -> int:
        """Give what was spent since a time on what was begun in a community, in millionths, to whom may choose there.

        Raises NotAllowed("not_admin") otherwise.
        """

    async def books(self, viewer: Viewer) -> Sequence[Entry]:
        """Give the books, the newest month first, to the operator; nothing to anybody else."""


class WritesSpending(ReadsSpending, Protocol):
    """What the writing door keeps of spending. Moves of the video settle or release it."""

    async def reserve(self, spending: Spending) -> None:
        """Keep what a video is about to cost, in the transaction that begins it."""

    async def limit_of(self, community: CommunityId) -> Limit | None:
        """Give the budget that a community chose for itself; None where it chose none."""

    async def spent(
        self, currency: str, since_ms: int, *, person: PersonId | None = None, community: CommunityId | None = None
    ) -> int:
        """Sum what was spent since a time, in millionths: by a person, in a community, or by everybody."""
