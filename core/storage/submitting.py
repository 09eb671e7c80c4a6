"""Submissions, as rows: one a video, in which each step is a conditional update."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.people import Viewer
from core.ports import Clock
from core.storage.database import Database
from core.storage.moving import in_helpings
from core.storage.tables import submissions, videos
from core.submissions import Submission
from core.videos import Making, VideoId

_MADE = [Making.MAKING.value, Making.UNSURE.value]


class SubmissionReads:
    """The reading door's part that is about submissions."""

    _connection: AsyncConnection

    async def submission(self, viewer: Viewer, video: VideoId) -> Submission | None:
        """Give the order of the viewer's own video; None where none was intended, and for anybody else's."""
        own = sa.and_(videos.c.id == video, videos.c.owner == viewer.person, videos.c.state != Making.ERASING.value)
        query = sa.select(submissions).join(videos, videos.c.id == submissions.c.video).where(own)
        row = (await self._connection.execute(query)).one_or_none()
        return None if row is None else _submission(row)


class SubmissionWrites:
    """The writing door's part that is about submissions."""

    _connection: AsyncConnection
    _clock: Clock

    async def intend(self, submission: Submission) -> Submission:
        """Keep what shall be sent; gives what was kept already, where a step runs again."""
        await self._connection.execute(insert(submissions).values(asdict(submission)).on_conflict_do_nothing())
        found = await submission_of(self._connection, submission.video)
        return found or submission

    async def send(self, video: VideoId) -> bool:
        """Note that the order leaves now. False: it did before and must not again, or its video isn't made any more."""
        waits = sa.exists().where(videos.c.id == video, videos.c.state.in_(_MADE))
        unsent = sa.and_(submissions.c.video == video, submissions.c.sent_at_ms.is_(None), waits)
        changed = await self._connection.execute(
            sa.update(submissions).where(unsent).values(sent_at_ms=self._clock.now_ms())
        )
        return bool(changed.rowcount)

    async def unsend(self, video: VideoId) -> None:
        """Note that nothing was begun, so that it may leave again; one whose task is known stays sent."""
        unnamed = sa.and_(submissions.c.video == video, submissions.c.task.is_(None))
        await self._connection.execute(sa.update(submissions).where(unnamed).values(sent_at_ms=None))

    async def name_task(self, video: VideoId, task: str) -> None:
        """Keep the task's id there; the first one that is named stays."""
        unnamed = sa.and_(submissions.c.video == video, submissions.c.task.is_(None))
        await self._connection.execute(sa.update(submissions).where(unnamed).values(task=task))

    async def sent(self, videos: Sequence[VideoId]) -> Mapping[VideoId, Submission]:
        """Give the orders of some videos that left, by video: something of them may be elsewhere."""
        left = sa.select(submissions).where(submissions.c.sent_at_ms.is_not(None))
        found: dict[VideoId, Submission] = {}
        for some in in_helpings(videos):
            rows = await self._connection.execute(left.where(submissions.c.video.in_(some)))
            found |= {VideoId(row.video): _submission(row) for row in rows}
        return found


class KnownSubmissions:
    """The ledger's part that is about submissions; each call is a transaction of its own."""

    _database: Database

    async def submission(self, video: VideoId) -> Submission | None:
        """Give a video's submission; None where none was intended."""
        async with self._database.reading() as connection:
            return await submission_of(connection, video)

    async def unsure(self) -> Sequence[VideoId]:
        """Name videos that nobody knows about, whose flows go on after a restart."""
        query = sa.select(submissions.c.video).join(videos).where(videos.c.state == Making.UNSURE.value)
        async with self._database.reading() as connection:
            return [VideoId(one) for one in (await connection.execute(query)).scalars()]

    async def under_way(self, route: str) -> Sequence[UUID]:
        """Name orders to a route, by our own ids, whose videos are neither there yet nor given up."""
        named = (submissions.c.route == route, videos.c.state.in_([Making.MAKING.value, Making.UNSURE.value]))
        query = sa.select(submissions.c.external_id).join(videos).where(*named)
        async with self._database.reading() as connection:
            return list((await connection.execute(query)).scalars())


async def submission_of(connection: AsyncConnection, video: VideoId) -> Submission | None:
    """Read a video's submission within a transaction."""
    row = (await connection.execute(sa.select(submissions).where(submissions.c.video == video))).one_or_none()
    return None if row is None else _submission(row)


def _submission(row: Any) -> Submission:
    return Submission(VideoId(row.video), row.route, row.external_id, row.until_ms, row.sent_at_ms, row.task)
