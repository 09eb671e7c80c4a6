"""What flows and sweeps read and settle without a viewer: ids, orders, the outbox."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from core.chats import CopyKind, Posted
from core.people import Platform
from core.ports import Clock
from core.records import Job, Lane, OutboxRow, Remains, SealedBytes
from core.storage.aging import AgedRows
from core.storage.alarms import KnownCases
from core.storage.convening import KnownCommunities
from core.storage.database import Database
from core.storage.departing import KnownDepartures, waits_for
from core.storage.exporting import KnownExports, sealed_export
from core.storage.feeding import KnownPublications
from core.storage.granting import shares_over
from core.storage.interviews import EndedInterviews
from core.storage.knocking import knocks_over
from core.storage.oversight import KnownOversight
from core.storage.posting import posted_about, posted_due, posted_where
from core.storage.receipting import UNISSUED, KnownReceipts
from core.storage.rows import asset_of, assets_of, order_of, outbox_of, remains_of, video_of
from core.storage.submitting import KnownSubmissions
from core.storage.tables import assets, departures, exports, jobs, outbox, people, posted, receipts, videos
from core.storage.words import Wraps, open_words
from core.videos import UNFINISHED, WAITED_FOR, Asset, AssetId, AssetRole, Making, VideoId

_NOT_DUE = [state.value for state in (*WAITED_FOR, Making.ERASING)]
"""What is waited for, and what is being erased already."""

_NO_PAUSE_MS = 600_000
"""Longer than any lease or pause: a row that rests until after that was put off by a clock that was wrong."""


def _end_of(row: Any) -> int:
    return int(row.ends_at_ms)


class SqlLedger(
    KnownCommunities,
    KnownPublications,
    KnownOversight,
    KnownCases,
    KnownReceipts,
    EndedInterviews,
    KnownDepartures,
    KnownExports,
    KnownSubmissions,
    AgedRows,
):
    """`Ledger` over the database; each call is a transaction of its own."""

    def __init__(self, database: Database, master_key: Wraps, clock: Clock) -> None:
        """Read from `database`."""
        self._database = database
        self._master_key = master_key
        self._clock = clock

    async def job(self, video: VideoId) -> Job | None:
        """Give the order of a video; None when it is erased or being erased."""
        async with self._database.reading() as connection:
            query = sa.select(videos).where(videos.c.id == video, videos.c.state != Making.ERASING.value)
            row = (await connection.execute(query)).one_or_none()
            if row is None:
                return None
            parts = (await assets_of(connection, [video]))[video]
        words = open_words(row.words, row.wrapped_key, video, self._master_key)
        found = video_of(row)
        return Job(found, order_of(found, words), tuple(one for one in parts if one.role is AssetRole.INPUT), parts)

    async def unfinished(self) -> Sequence[tuple[VideoId, Making, Lane, int]]:
        """Give videos asked, queued or being made, with their lane and their priority in it."""
        states = [state.value for state in UNFINISHED]
        query = sa.select(videos.c.id, videos.c.state, jobs.c.lane, jobs.c.finish).join_from(videos, jobs)
        async with self._database.reading() as connection:
            rows = await connection.execute(query.where(videos.c.state.in_(states)).order_by(jobs.c.finish))
            return [(VideoId(row.id), Making(row.state), Lane(row.lane), row.finish) for row in rows]

    async def shares_over(self) -> bool:
        """Say whether the date of anything shared is over."""
        async with self._database.reading() as connection:
            return await shares_over(connection, self._clock)

    async def knocks_over(self) -> bool:
        """Say whether the time of an invitation and of its answers is over."""
        async with self._database.reading() as connection:
            return await knocks_over(connection, self._clock)

    async def priority(self, video: VideoId) -> tuple[Lane, int] | None:
        """Give a waiting video's lane and virtual finishing time; None when it isn't unfinished any more."""
        async with self._database.reading() as connection:
            query = sa.select(jobs.c.lane, jobs.c.finish).where(jobs.c.video == video)
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else (Lane(row.lane), row.finish)

    async def known(self, asked: Sequence[AssetId]) -> frozenset[AssetId]:
        """Give those of some assets that a row names."""
        async with self._database.reading() as connection:
            found = await connection.execute(sa.select(assets.c.id).union_all(sa.select(exports.c.id)))
            return frozenset(asked) & frozenset(found.scalars())

    async def sealed(self, asset: AssetId) -> tuple[Asset, SealedBytes] | None:
        """Give an asset and where its bytes are; None for one that no row names."""
        async with self._database.reading() as connection:
            row = (await connection.execute(sa.select(assets).where(assets.c.id == asset))).one_or_none()
            if row is None:
                return await sealed_export(connection, asset)
        return asset_of(row), SealedBytes(asset, row.wrapped_key, row.nonce_prefix, row.size_bytes)

    async def assets(self, video: VideoId) -> Sequence[AssetId]:
        """Name the assets of a video in whatever state."""
        async with self._database.reading() as connection:
            found = await connection.execute(sa.select(assets.c.id).where(assets.c.video == video))
            return [AssetId(one) for one in found.scalars()]

    async def erasing(self) -> Sequence[VideoId]:
        """Give videos whose erasure was begun and not finished: their receipts still wait for something of ours."""
        closed = sa.select(videos.c.id).where(videos.c.state == Making.ERASING.value)
        owed = sa.select(receipts.c.video).where(receipts.c.erasing, receipts.c.video.is_not(None))
        async with self._database.reading() as connection:
            rows = await connection.execute(closed.union(owed))
            return [VideoId(one) for one in rows.scalars()]

    async def begun(self) -> Sequence[UUID]:
        """Give what the flow `erase` has to do: videos, and departures of people whose videos are still there.

        What is erased many at once is left out: whoever does that finishes it.
        """
        closed = sa.select(videos.c.id).join(people, people.c.id == videos.c.owner)
        closed = closed.where(videos.c.state == Making.ERASING.value, people.c.departure.is_(None))
        owed = sa.select(receipts.c.video).where(receipts.c.erasing, receipts.c.video.is_not(None))
        left = sa.select(departures.c.id).where(waits_for(departures.c.id))
        together = sa.select(receipts.c.video).where(*UNISSUED)
        async with self._database.reading() as connection:
            found = (await connection.execute(closed.union(owed, left))).scalars().all()
            others = set((await connection.execute(together)).scalars())
        return [one for one in found if one not in others]

    async def remains(self, video: VideoId) -> Remains | None:
        """Give what is left of a video being erased; None when nothing is."""
        async with self._database.reading() as connection:
            return (await remains_of(connection, [video])).get(video)

    async def all_remains(self, closed: Sequence[VideoId]) -> Mapping[VideoId, Remains]:
        """Give what is left of videos being erased, by video."""
        async with self._database.reading() as connection:
            return await remains_of(connection, closed)

    async def overdue(self, now_ms: int, limit: int) -> Sequence[VideoId]:
        """Give videos that are due (core.videos.is_due), the most overdue first."""
        due = sa.and_(videos.c.ends_at_ms <= now_ms, videos.c.state.not_in(_NOT_DUE))
        unkept = (
            videos.c.kept_until_ms.is_(None),
            videos.c.kept_until_ms <= now_ms,
            videos.c.hold == sa.true(),
        )
        query = sa.select(videos.c.id, videos.c.ends_at_ms).where(due).order_by(videos.c.ends_at_ms).limit(limit)
        async with self._database.reading() as connection:
            found = [row for one in unkept for row in await connection.execute(query.where(one))]
        return [VideoId(one) for one in dict.fromkeys(row.id for row in sorted(found, key=_end_of))][:limit]

    async def posted_about(self, platform: Platform, video: VideoId) -> Sequence[Posted]:
        """Give our messages about a video on one platform, the oldest first."""
        async with self._database.reading() as connection:
            return await posted_about(connection, self._master_key, platform, video)

    async def posted_of(self, video: VideoId) -> Sequence[Posted]:
        """Give our messages about a video on every platform, the oldest first."""
        async with self._database.reading() as connection:
            return await posted_where(connection, self._master_key, posted.c.video == video)

    async def all_posted(self, named: Sequence[VideoId]) -> Sequence[Posted]:
        """Give our messages about several videos on every platform, the oldest first."""
        async with self._database.reading() as connection:
            return await posted_where(connection, self._master_key, posted.c.video.in_(named))

    async def posted_unsent(self, platform: Platform) -> Sequence[Posted]:
        """Give what was kept and never got a message's id, and what waits for somebody, the oldest first."""
        named = (posted.c.platform == platform.value, sa.or_(posted.c.message.is_(None), posted.c.channel == ""))
        async with self._database.reading() as connection:
            return await posted_where(connection, self._master_key, *named)

    async def posted_open(self, platform: Platform, now_ms: int, since_ms: int) -> Sequence[Posted]:
        """Give what may have to be drawn again after a start, the oldest first."""
        is_direct, is_new = posted.c.kind == CopyKind.DIRECT.value, posted.c.posted_at_ms > since_ms
        empty = sa.and_(is_direct, is_new, posted.c.media.is_(None))
        named = (posted.c.platform == platform.value, sa.or_(posted.c.token_until_ms > now_ms, empty))
        async with self._database.reading() as connection:
            return await posted_where(connection, self._master_key, *named)

    async def posted_named(self, one: UUID) -> Posted | None:
        """Give what is kept under an id of ours; None for a message that was dropped."""
        async with self._database.reading() as connection:
            return next(iter(await posted_where(connection, self._master_key, posted.c.id == one)), None)

    async def posted_due(self, platform: Platform, until_ms: int, limit: int) -> Sequence[Posted]:
        """Give what shall leave the chats of those who want theirs tidy, the oldest first."""
        async with self._database.reading() as connection:
            return await posted_due(connection, self._master_key, platform, until_ms, limit)

    async def posted_in(self, platform: Platform, channel: str) -> Sequence[Posted]:
        """Give our messages in one chat or channel, the oldest first."""
        named = (posted.c.platform == platform.value, posted.c.channel == channel)
        async with self._database.reading() as connection:
            return await posted_where(connection, self._master_key, *named)

    async def posted_as(self, platform: Platform, channel: str, message: str) -> Posted | None:
        """Give our message by the platform's ids; None for one that we don't know."""
        named = (posted.c.platform == platform.value, posted.c.channel == channel, posted.c.message == message)
        async with self._database.reading() as connection:
            return next(iter(await posted_where(connection, self._master_key, *named)), None)

    async def claim(self, surfaces: frozenset[str], lease_ms: int, limit: int) -> Sequence[OutboxRow]:
        """Lease the next outbox rows of these surfaces: the oldest of each subject that nobody holds."""
        now_ms = self._clock.now_ms()
        older = outbox.alias()
        same = (older.c.surface == outbox.c.surface, older.c.subject == outbox.c.subject)
        is_oldest = ~sa.exists().where(*same, older.c.sequence < outbox.c.sequence)
        free = sa.or_(outbox.c.free_at_ms <= now_ms, outbox.c.free_at_ms > now_ms + _NO_PAUSE_MS)
        due = sa.and_(outbox.c.surface.in_(surfaces), free, is_oldest)
        async with self._database.reading() as connection:
            if (await connection.execute(sa.select(outbox.c.id).where(due).limit(1))).first() is None:
                return ()
        first = sa.select(outbox.c.sequence).where(due).order_by(outbox.c.sequence).limit(limit)
        leased = sa.update(outbox).where(outbox.c.sequence.in_(first)).values(free_at_ms=now_ms + lease_ms)
        async with self._database.writing() as connection:
            rows = (await connection.execute(leased.returning(outbox))).all()
        return [outbox_of(row) for row in sorted(rows, key=lambda row: row.sequence)]

    async def settle(self, row: UUID) -> None:
        """Take a delivered row out."""
        async with self._database.writing() as connection:
            await connection.execute(sa.delete(outbox).where(outbox.c.id == row))

    async def postpone(self, row: UUID, until_ms: int) -> None:
        """Give a row back, to be tried again later."""
        values = {"free_at_ms": until_ms, "attempts": outbox.c.attempts + 1}
        async with self._database.writing() as connection:
            await connection.execute(sa.update(outbox).where(outbox.c.id == row).values(values))
