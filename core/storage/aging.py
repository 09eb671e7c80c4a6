"""Dropping what has become too old: rows that go neither with a video nor with a person, and what a crash left."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.aging import ACTS_MS, BOOKS_MS, ENDED_MS, LOST_MS, NOBODYS_MS, ORPHANED_MS, UNDECIDED_MS, UNDELIVERED_MS
from core.cases import CaseState
from core.chats import NO_VIDEO
from core.inbox import KEPT_MS
from core.people import Platform
from core.spending import month_of
from core.storage.database import Database
from core.storage.exporting import close_exports
from core.storage.tables import (
    albums,
    bans,
    cases,
    communities,
    events,
    inbox,
    muted,
    outbox,
    people,
    posted,
    publications,
    recalls,
    receipt_versions,
    receipts,
    reports,
    spending,
    tokens,
    videos,
)

AT_ONCE = 1_000
"""Rows that are dropped in one transaction: writers wait as long as that takes."""

_TOLD_TO = {"posted": (posted.c.person,), "reports": (reports.c.person,), "events": (events.c.subject, events.c.actor)}
"""In whose archive the rows of a table are that are kept for months: what is under way for hours closes none."""

Old = tuple[sa.Table, sa.ColumnElement[bool]]
"""Rows of a table that are too old."""


class AgedRows:
    """The ledger's part that is about age; each helping is a transaction of its own."""

    _database: Database

    async def forget_old(self, now_ms: int) -> int:
        """Drop every row that is older than it may be; gives how many. Writes only where there is one."""
        spenders = await self._forget_spenders(now_ms)
        return spenders + sum([await self._drop(table, old) for table, old in too_old(now_ms)])

    async def _forget_spenders(self, now_ms: int) -> int:
        """Take out whose spending it was, once no budget asks any more: its month is over."""
        past = sa.and_(spending.c.person.is_not(None), spending.c.at_ms < month_of(now_ms)[0])
        if not await self._any(sa.select(spending.c.id).where(past)):
            return 0
        async with self._database.writing() as connection:
            whose = sa.select(spending.c.person).where(past)
            await close_exports(connection, sa.select(people.c.id).where(people.c.id.in_(whose)))
            return (await connection.execute(sa.update(spending).where(past).values(person=None))).rowcount

    async def _drop(self, table: sa.Table, old: sa.ColumnElement[bool]) -> int:
        keys = list(table.primary_key.columns)
        named = sa.tuple_(*keys) if len(keys) > 1 else keys[0]
        wanted = sa.select(*keys).where(old).limit(AT_ONCE)
        dropped = 0
        while await self._any(wanted):
            async with self._database.writing() as connection:
                gone = await _drop(connection, table, named.in_(wanted))
            if not gone:
                break
            dropped += gone
        return dropped

    async def _any(self, wanted: sa.Select[tuple[object, ...]]) -> bool:
        async with self._database.reading() as connection:
            return (await connection.execute(wanted.limit(1))).first() is not None

    async def forget_orphans(self, now_ms: int, after: int, limit: int) -> tuple[int, int]:
        """Look through the next lines of history for what is about nothing that is there; gives how many went."""
        window = sa.select(events).where(events.c.sequence > after).order_by(events.c.sequence).limit(limit).subquery()
        there = (table.c.id for table in (videos, publications, cases, communities, people))
        orphaned = [window.c.at_ms <= now_ms - ORPHANED_MS]
        orphaned += [~sa.exists().where(one == window.c.subject) for one in there]
        last = sa.select(sa.func.count(), sa.func.max(window.c.sequence))
        async with self._database.reading() as connection:
            found = (await connection.execute(sa.select(window.c.sequence).where(*orphaned))).scalars().all()
            seen, last_seen = (await connection.execute(last)).one()
        if found:
            async with self._database.writing() as connection:
                await _drop(connection, events, events.c.sequence.in_(found))
        return len(found), last_seen if seen == limit else 0


async def _drop(connection: AsyncConnection, table: sa.Table, which: sa.ColumnElement[bool]) -> int:
    """Drop rows, and close the archives in which somebody was given them; gives how many rows."""
    told = _TOLD_TO.get(table.name)
    if told is None:
        return (await connection.execute(sa.delete(table).where(which))).rowcount
    gone = (await connection.execute(sa.delete(table).where(which).returning(*told))).all()
    whose = {one for row in gone for one in row if one is not None}
    if whose:
        await close_exports(connection, sa.select(people.c.id).where(people.c.id.in_(whose)))
    return len(gone)


def too_old(now_ms: int) -> Sequence[Old]:
    """Name what is too old, in the order in which it can go: what refers to a row goes before it."""
    return (
        (tokens, tokens.c.expires_at_ms <= now_ms),
        (inbox, inbox.c.kept_at_ms < now_ms - KEPT_MS),
        (albums, albums.c.closes_at_ms < now_ms - KEPT_MS),
        (bans, bans.c.until_ms <= now_ms),
        (muted, sa.or_(*(column.not_in(sa.select(people.c.id)) for column in (muted.c.person, muted.c.owner)))),
        (outbox, outbox.c.id < _first_id_of(now_ms - UNDELIVERED_MS)),
        (posted, _lost(now_ms)),
        *_undecided(now_ms),
        *_nobodys(now_ms),
        (events, _old_acts(now_ms)),
        (spending, spending.c.at_ms <= now_ms - BOOKS_MS),
        (communities, _long_ended(now_ms)),
    )


def _first_id_of(at_ms: int) -> UUID:
    """Give an id below every one that was made since a time: ids begin with their time (RFC 9562, version 7)."""
    return UUID(int=max(0, at_ms) << 80)


def _lost(now_ms: int) -> sa.ColumnElement[bool]:
    """Name messages whose video is gone, and that no open receipt asks for any more."""
    old = sa.and_(
        posted.c.platform.in_([one.value for one in Platform]),
        posted.c.posted_at_ms <= now_ms - LOST_MS,
        posted.c.video.not_in(sa.select(videos.c.id)),
    )
    waits = receipts.c.look_at_ms.is_not(None)
    asked = sa.exists().where(waits, receipts.c.video == posted.c.video)
    leaves = sa.exists().where(waits, receipts.c.video.is_(None))
    of_nobody = posted.c.person.not_in(sa.select(people.c.id))
    return sa.and_(old, sa.or_(posted.c.video == NO_VIDEO, ~asked), ~sa.and_(of_nobody, leaves))


def _undecided(now_ms: int) -> Sequence[Old]:
    """Name cases about nothing of ours that nobody decided, after what is written of them."""
    nothing = sa.and_(cases.c.video.is_(None), cases.c.publication.is_(None), cases.c.state == CaseState.OPEN.value)
    old = sa.and_(nothing, cases.c.opened_at_ms <= now_ms - UNDECIDED_MS)
    named = sa.select(cases.c.id).where(old)
    return ((reports, reports.c.case.in_(named)), (events, events.c.subject.in_(named)), (cases, old))


def _nobodys(now_ms: int) -> Sequence[Old]:
    """Name receipts that belong to nobody and that nothing waits for, after what is kept beside them."""
    closed = sa.and_(receipts.c.look_at_ms.is_(None), ~receipts.c.erasing)
    old = sa.and_(receipts.c.person.is_(None), closed, receipts.c.issued_at_ms <= now_ms - NOBODYS_MS)
    named = sa.select(receipts.c.id).where(old)
    beside = (receipt_versions, recalls)
    return (*((table, table.c.receipt.in_(named)) for table in beside), (receipts, old))


def _old_acts(now_ms: int) -> sa.ColumnElement[bool]:
    """Name what was done long ago to a community or an account; a video's own history stays as long as it does."""
    known = sa.union_all(sa.select(communities.c.id), sa.select(people.c.id))
    return sa.and_(events.c.subject.in_(known), events.c.at_ms <= now_ms - ACTS_MS)


def _long_ended(now_ms: int) -> sa.ColumnElement[bool]:
    """Name communities that ended long ago, and of which nothing else is left."""
    named = (table.c.community == communities.c.id for table in (publications, cases, bans))
    return sa.and_(communities.c.ended_at_ms <= now_ms - ENDED_MS, *(~sa.exists().where(one) for one in named))
