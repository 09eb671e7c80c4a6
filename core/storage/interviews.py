"""Interviews, as rows; what is asked and answered is sealed by the master key."""

from dataclasses import asdict

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.interviews import LASTS_MS, Interview
from core.people import PersonId, Platform, Viewer
from core.ports import Clock
from core.storage.database import Database
from core.storage.tables import interviews
from core.storage.telling import Telling
from core.storage.words import Wraps

_KEY = ("person", "platform", "chat")


class InterviewReads:
    """The reading door's part that is about interviews: everybody finds their own alone."""

    _connection: AsyncConnection
    _master_key: Wraps
    _clock: Clock

    async def interview(self, viewer: Viewer, platform: Platform, chat: str) -> Interview | None:
        """Give the viewer's own interview in a chat; None without one, and for one that waited too long."""
        is_young = interviews.c.begun_at_ms > self._clock.now_ms() - LASTS_MS
        query = sa.select(interviews).where(_of(viewer, platform, chat), is_young)
        row = (await self._connection.execute(query)).one_or_none()
        if row is None:
            return None
        person = PersonId(row.person)
        notes = self._master_key.unwrap(row.notes, _context(person, chat)).decode()
        return Interview(person, platform, chat, row.subject, notes, row.begun_at_ms)


class InterviewWrites(InterviewReads):
    """The writing door's part that is about interviews."""

    _telling: Telling

    async def keep_interview(self, interview: Interview) -> None:
        """Keep an interview in the place of any that this person has in this chat."""
        self._telling.check_there(interview.person)
        sealed = self._master_key.wrap(interview.notes.encode(), _context(interview.person, interview.chat))
        values = asdict(interview) | {"platform": interview.platform.value, "notes": sealed}
        kept = insert(interviews).values(values).on_conflict_do_update(index_elements=_KEY, set_=values)
        await self._connection.execute(kept)

    async def end_interview(self, viewer: Viewer, platform: Platform, chat: str) -> bool:
        """End the viewer's interview in a chat, with all its words; says whether there was one."""
        ended = await self._connection.execute(sa.delete(interviews).where(_of(viewer, platform, chat)))
        return bool(ended.rowcount)


class EndedInterviews:
    """The ledger's part that is about interviews; each call is a transaction of its own."""

    _database: Database

    async def end_interviews(self, before_ms: int) -> int:
        """End every interview that began before a time (UTC ms); gives how many. Writes only where there is one."""
        is_old = interviews.c.begun_at_ms < before_ms
        async with self._database.reading() as connection:
            if (await connection.execute(sa.select(interviews.c.person).where(is_old).limit(1))).first() is None:
                return 0
        async with self._database.writing() as connection:
            return (await connection.execute(sa.delete(interviews).where(is_old))).rowcount


def _of(viewer: Viewer, platform: Platform, chat: str) -> sa.ColumnElement[bool]:
    return sa.and_(
        interviews.c.person == viewer.person, interviews.c.platform == platform.value, interviews.c.chat == chat
    )


def _context(person: PersonId, chat: str) -> bytes:
    return b"interview:" + person.bytes + chat.encode()
