"""Spending, as rows: one for each video that left the house. The moves of a video's making settle or release it."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import NotAllowed
from core.gate import Action, Ground, Surface, may_on
from core.people import CommunityId, PersonId, Viewer
from core.ports import Clock, Ids
from core.rules import Limit
from core.spending import Charge, Entry, Spending, Sum
from core.storage.rows import limit_of
from core.storage.tables import communities, spending, submissions
from core.videos import Making, VideoId

_UNMADE = frozenset({Making.FAILED, Making.CANCELLED, Making.ERASING})
_RESERVED = spending.c.state == Charge.RESERVED.value


class SpendingReads:
    """The reading door's part that is about spending."""

    _connection: AsyncConnection

    async def own_spending(self, viewer: Viewer, currency: str, since_ms: int) -> int:
        """Give what the viewer spent since a time, in millionths, with what is reserved or may have been charged."""
        if viewer.person is None:
            return 0
        return await _spent(self._connection, currency, since_ms, spending.c.person == viewer.person)

    async def community_spending(
        self, viewer: Viewer, community: CommunityId, surface: Surface, currency: str, since_ms: int
    ) -> int:
        """Give what was spent since a time on what was begun in a community, in millionths, to whom may choose there.

        Raises NotAllowed("not_admin") otherwise.
        """
        if not may_on(viewer, Action.CONFIGURE, Ground(community), surface).allowed:
            raise NotAllowed("not_admin")
        return await _spent(self._connection, currency, since_ms, spending.c.community == community)

    async def books(self, viewer: Viewer) -> Sequence[Entry]:
        """Give the books, the newest month first, to the operator; nothing to anybody else."""
        if not viewer.operator:
            return ()
        month = sa.func.strftime("%Y-%m", spending.c.at_ms / 1000, "unixepoch").label("month")
        named = (month, spending.c.route, spending.c.community, spending.c.currency)
        sums = sa.func.count().label("videos"), sa.func.coalesce(sa.func.sum(spending.c.amount_micro), 0).label("micro")
        query = sa.select(*named, spending.c.state, *sums).group_by(*named, spending.c.state)
        query = query.order_by(month.desc(), spending.c.route, spending.c.community, spending.c.currency)
        found: dict[tuple[str, str, CommunityId | None, str | None], dict[Charge, Sum]] = {}
        for row in await self._connection.execute(query):
            line = (row.month, row.route, row.community, row.currency)
            found.setdefault(line, {})[Charge(row.state)] = Sum(row.videos, row.micro)
        return [Entry(*line, by_charge) for line, by_charge in found.items()]


class SpendingWrites(SpendingReads):
    """The writing door's part that is about spending."""

    _clock: Clock
    _ids: Ids

    async def reserve(self, kept: Spending) -> None:
        """Keep what a video is about to cost, in the transaction that begins it."""
        values = {
            "id": self._ids.new(),
            "video": kept.video,
            "person": kept.person,
            "community": kept.community,
            "route": kept.route,
            "state": Charge.RESERVED.value,
            "amount_micro": kept.cost.amount_micro,
            "currency": kept.cost.currency,
            "at_ms": self._clock.now_ms(),
        }
        await self._connection.execute(sa.insert(spending).values(values))

    async def limit_of(self, community: CommunityId) -> Limit | None:
        """Give the budget that a community chose for itself; None where it chose none."""
        query = sa.select(communities.c.budget_micro, communities.c.budget_currency)
        row = (await self._connection.execute(query.where(communities.c.id == community))).one_or_none()
        return None if row is None else limit_of(row)

    async def spent(
        self, currency: str, since_ms: int, *, person: PersonId | None = None, community: CommunityId | None = None
    ) -> int:
        """Sum what was spent since a time, in millionths: by a person, in a community, or by everybody."""
        whose = [spending.c.person == person] if person else []
        whose += [spending.c.community == community] if community else []
        return await _spent(self._connection, currency, since_ms, *whose)


async def follow_making(connection: AsyncConnection, made: Sequence[VideoId], end: Making) -> None:
    """Settle what videos cost that are here, and release it where nothing left.

    Where something left and no video came, it may have been charged: it stays, and counts.
    """
    theirs = sa.and_(_RESERVED, spending.c.video.in_(made))
    if end is Making.READY:
        await connection.execute(sa.update(spending).where(theirs).values(state=Charge.SETTLED.value))
    elif end in _UNMADE:
        left = sa.exists().where(submissions.c.video == spending.c.video, submissions.c.sent_at_ms.is_not(None))
        await connection.execute(sa.update(spending).where(theirs, left).values(state=Charge.UNSURE.value))
        await connection.execute(sa.delete(spending).where(theirs))


async def _spent(connection: AsyncConnection, currency: str, since_ms: int, *whose: sa.ColumnElement[bool]) -> int:
    query = sa.select(sa.func.coalesce(sa.func.sum(spending.c.amount_micro), 0))
    query = query.where(spending.c.at_ms >= since_ms, spending.c.currency == currency, *whose)
    return int((await connection.execute(query)).scalar_one())
