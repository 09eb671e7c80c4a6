"""Lists over one person's whole library, each in one query: what grows with the library is never opened."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.gate import Action, Subject, Surface, may
from core.people import PersonId, Viewer
from core.records import Account, Titled
from core.storage.queue import its_state
from core.storage.rows import GRANTEE
from core.storage.subjects import is_over
from core.storage.tables import grants, jobs, videos
from core.storage.words import Wraps, open_words
from core.videos import UNFINISHED, Making, VideoId, title_for_owner


def _kept(viewer: Viewer) -> sa.ColumnElement[bool]:
    return sa.and_(videos.c.owner == viewer.person, videos.c.state != Making.ERASING.value)


async def titles_of(
    connection: AsyncConnection, viewer: Viewer, limit: int, master_key: Wraps, now_ms: int
) -> Sequence[Titled]:
    """Give number and title of the viewer's newest videos, newest first; nothing else of them is read."""
    wanted = (videos.c[name] for name in _WANTED)
    query = sa.select(*wanted).where(_kept(viewer)).order_by(videos.c.number.desc()).limit(limit)
    rows = (await connection.execute(query)).all()
    return [_titled(row, master_key) for row in rows if _found(row, viewer, now_ms)]


_WANTED = ("id", "owner", "number", "state", "hold", "ends_at_ms", "kept_until_ms", "wrapped_key", "words")


def _found(row: Any, viewer: Viewer, now_ms: int) -> bool:
    over = is_over(row, now_ms)
    subject = Subject(VideoId(row.id), PersonId(row.owner), Making(row.state), hold=row.hold, over=over)
    return may(viewer, Action.FIND, subject, Surface.CHAT_PRIVATE).allowed


def _titled(row: Any, master_key: Wraps) -> Titled:
    video = VideoId(row.id)
    return Titled(video, row.number, title_for_owner(open_words(row.words, row.wrapped_key, video, master_key)))


async def page_start(connection: AsyncConnection, viewer: Viewer, last: VideoId, size: int) -> VideoId | None:
    """Give the video after which the page of `size` begins that ends with `last`; None where that is the first one."""
    number = sa.select(videos.c.number).where(videos.c.id == last, videos.c.owner == viewer.person).scalar_subquery()
    query = sa.select(videos.c.id).where(_kept(viewer), videos.c.number >= number)
    found = (await connection.execute(query.order_by(videos.c.number).limit(1).offset(size))).scalar_one_or_none()
    return None if found is None else VideoId(found)


async def making_of(connection: AsyncConnection, viewer: Viewer) -> Sequence[VideoId]:
    """Name the viewer's videos that are asked, queued, being made or unsure, the oldest first.

    State by state, each from the index: a planner that has statistics would rather go through the table for several.
    """
    if viewer.erased:
        return ()
    own = sa.select(videos.c.number, videos.c.id).where(videos.c.owner == viewer.person)
    query = sa.union_all(*(own.where(videos.c.state == state.value) for state in (*UNFINISHED, Making.UNSURE)))
    return [VideoId(row.id) for row in sorted(await connection.execute(query), key=lambda row: row.number)]


async def account_of(connection: AsyncConnection, viewer: Viewer, now_ms: int) -> Account:
    """Count what the viewer has here, from an index alone, and what of it anybody else can open."""
    values = {"owner": viewer.person, "now_ms": now_ms}
    how_many, next_end_ms = (await connection.execute(_COUNTED, values)).one()
    return Account(how_many, int((await connection.execute(_OPEN, values)).scalar_one()), next_end_ms)


def _open_to_others(kept: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Count what the owner shows, from an index; and from what is granted at all, which is little beside the rest."""
    holds = sa.or_(grants.c.until_ms.is_(None), grants.c.until_ms > sa.bindparam("now_ms"))
    open_now = sa.and_(kept, ~videos.c.hold)
    shown = sa.select(sa.func.count()).select_from(videos).where(open_now, videos.c.shown)
    granted = sa.select(sa.func.count(grants.c.video.distinct())).join_from(grants, videos)
    granted = granted.where(open_now, ~videos.c.shown, holds, videos.c.owner != GRANTEE)
    return sa.select(shown.scalar_subquery() + granted.scalar_subquery())


_OWN = sa.and_(videos.c.owner == sa.bindparam("owner"), videos.c.state != Making.ERASING.value)
_COUNTED = sa.select(sa.func.count(), sa.func.min(videos.c.ends_at_ms)).where(_OWN)
_OPEN = _open_to_others(_OWN)
"""Written once: making a statement takes longer than running it."""


def _ahead() -> sa.Select[Any]:
    mine = jobs.alias("mine")
    ahead = sa.and_(jobs.c.lane == mine.c.lane, jobs.c.finish < mine.c.finish, its_state == Making.QUEUED.value)
    query = sa.select(mine.c.video, sa.func.count(jobs.c.video))
    query = query.where(mine.c.video.in_(sa.bindparam("queued", expanding=True)), ahead).group_by(mine.c.video)
    return query.select_from(mine.join(jobs, jobs.c.lane == mine.c.lane))


_AHEAD = _ahead()


async def places_of(connection: AsyncConnection, queued: Sequence[VideoId]) -> dict[VideoId, int]:
    """Count who starts before: those that wait with smaller virtual finishing times in the same lane."""
    if not queued:
        return {}
    rows = await connection.execute(_AHEAD, {"queued": queued})
    ahead_of = {VideoId(video): count for video, count in rows}
    return {video: ahead_of.get(video, 0) + 1 for video in queued}
