"""Events as rows, what they say sealed by a key of the inbox's own."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.inbox import ALBUM_QUIET_MS, KEPT_MS, Album, Event
from core.people import Platform
from core.ports import Clock
from core.storage.database import Database
from core.storage.grouping import Grouped
from core.storage.tables import albums, inbox
from core.storage.words import Wraps


class SqlInbox:
    """`core.inbox.Inbox` of one platform, over the database."""

    def __init__(self, database: Database, key: Wraps, clock: Clock, platform: Platform) -> None:
        """Keep rows in `database`, sealed by `key`."""
        self._database = database
        self._grouped = Grouped(database)
        self._key = key
        self._clock = clock
        self._platform = platform

    async def keep(self, events: Sequence[Event]) -> Collection[int]:
        """Keep events, whole or not at all. Gives the numbers of those that are new."""
        now_ms = self._clock.now_ms()
        rows = [self._row(one, now_ms) for one in events]
        names = {one.album for one in events if one.album}

        async def change(connection: AsyncConnection) -> Collection[int]:
            kept = insert(inbox).on_conflict_do_nothing().returning(inbox.c.number)
            new = {number for row in rows for number in (await connection.execute(kept, row)).scalars()}
            late = {one.album for one in events if one.number in new and one.album}
            for name in sorted(names & late):
                await self._touch(connection, name, now_ms + ALBUM_QUIET_MS)
            return new

        return await self._grouped.do(change) if rows else ()

    def _row(self, event: Event, now_ms: int) -> dict[str, Any]:
        return {
            "platform": self._platform.value,
            "number": event.number,
            "album": event.album,
            "body": self._key.wrap(event.body.encode(), self._context(event.number)),
            "kept_at_ms": now_ms,
        }

    async def _touch(self, connection: AsyncConnection, name: str, closes_at_ms: int) -> None:
        """Let an album wait for further items, also one that was closed before."""
        values = {"platform": self._platform.value, "name": name, "closes_at_ms": closes_at_ms, "closed": False}
        changed = {"closes_at_ms": closes_at_ms, "closed": False}
        await connection.execute(insert(albums).values(values).on_conflict_do_update(set_=changed))

    async def begin(self) -> tuple[Sequence[Event], Sequence[str]]:
        """Take up what an earlier run left: events in the order of their numbers, and names of albums."""
        waiting = sa.and_(inbox.c.platform == self._platform.value, inbox.c.body.is_not(None))
        items = sa.select(inbox.c.album).where(waiting, inbox.c.album.is_not(None)).distinct()

        async def change(connection: AsyncConnection) -> tuple[Sequence[Any], Sequence[str]]:
            await connection.execute(sa.update(inbox).where(waiting).values(taken=False))
            names = list((await connection.execute(items)).scalars())
            await connection.execute(sa.update(albums).where(self._named(names)).values(closed=False))
            alone = sa.select(inbox).where(waiting, inbox.c.album.is_(None)).order_by(inbox.c.number)
            return (await connection.execute(alone)).all(), names

        rows, names = await self._grouped.do(change)
        return [self._event(row) for row in rows], names

    async def answered(self, numbers: Collection[int]) -> None:
        """Drop what events said; that they came is remembered."""
        told = sa.and_(inbox.c.platform == self._platform.value, inbox.c.number.in_(numbers))
        await self._grouped.do(lambda connection: connection.execute(sa.update(inbox).where(told).values(body=None)))

    async def close_album(self, name: str) -> Sequence[Event] | None:
        """Take an album's items that nobody took, once it is quiet; one caller gets them. None while it isn't."""
        now_ms = self._clock.now_ms()
        quiet = sa.and_(self._named([name]), albums.c.closed.is_(False), albums.c.closes_at_ms <= now_ms)
        waits = sa.and_(self._named([name]), albums.c.closed.is_(False))
        free = sa.and_(
            inbox.c.platform == self._platform.value,
            inbox.c.album == name,
            inbox.c.taken.is_(False),
            inbox.c.body.is_not(None),
        )

        async def change(connection: AsyncConnection) -> Sequence[Any] | None:
            if not (await connection.execute(sa.update(albums).where(quiet).values(closed=True))).rowcount:
                found = (await connection.execute(sa.select(albums.c.name).where(waits))).first()
                return None if found else ()
            taken = sa.update(inbox).where(free).values(taken=True).returning(inbox)
            return list(await connection.execute(taken))

        rows: Sequence[Any] | None = await self._grouped.do(change)
        return None if rows is None else [self._event(row) for row in rows]

    async def album(self, name: str) -> Album | None:
        """Give what became of an album's earlier items; None where nothing did."""
        query = sa.select(albums).where(self._named([name]), albums.c.video.is_not(None))
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else Album(UUID(str(row.video)), tuple(int(one) for one in row.messages.split()))

    async def album_became(self, name: str, album: Album) -> None:
        """Keep what became of an album."""
        values = {"video": album.video, "messages": " ".join(str(one) for one in album.messages)}
        became = sa.update(albums).where(self._named([name])).values(values)
        await self._grouped.do(lambda connection: connection.execute(became))

    async def forget(self) -> int:
        """Drop everything older than KEPT_MS; gives how many events that were."""
        before_ms = self._clock.now_ms() - KEPT_MS
        old = sa.delete(inbox).where(inbox.c.platform == self._platform.value, inbox.c.kept_at_ms < before_ms)
        quiet = sa.delete(albums).where(albums.c.platform == self._platform.value, albums.c.closes_at_ms < before_ms)

        async def change(connection: AsyncConnection) -> int:
            await connection.execute(quiet)
            return (await connection.execute(old)).rowcount

        return await self._grouped.do(change)

    def _named(self, names: Collection[str]) -> sa.ColumnElement[bool]:
        return sa.and_(albums.c.platform == self._platform.value, albums.c.name.in_(names))

    def _event(self, row: Any) -> Event:
        return Event(row.number, self._key.unwrap(row.body, self._context(row.number)).decode(), row.album)

    def _context(self, number: int) -> bytes:
        return f"inbox:{self._platform.value}:{number}".encode()


class InboxWrites:
    """The writing door's part that is about events."""

    _connection: AsyncConnection

    async def carry(self, platform: Platform, number: int) -> bool:
        """Note that an event's change is made in this transaction; False when an earlier one made it."""
        free = sa.and_(inbox.c.platform == platform.value, inbox.c.number == number, inbox.c.carried.is_(False))
        return bool((await self._connection.execute(sa.update(inbox).where(free).values(carried=True))).rowcount)
