"""Taking every row of a video out of the tables."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import LostRace
from core.storage.tables import (
    assets,
    break_glass,
    events,
    grants,
    interviews,
    invitations,
    jobs,
    knock_links,
    knocks,
    outbox,
    publications,
    revisions,
    spending,
    submissions,
    tokens,
    videos,
    views,
)
from core.storage.telling import SHOWING_KINDS
from core.videos import Making, VideoId


async def forget_videos(connection: AsyncConnection, gone: Sequence[VideoId]) -> None:
    """Delete keys, words and every row of videos, but for outbox rows that have them erased and messages removed.

    A video that is gone already is fine. Raises LostRace("video_moved_on", state) for one that is not being erased.
    """
    other = sa.select(videos.c.state).where(videos.c.id.in_(gone), videos.c.state != Making.ERASING.value)
    state = (await connection.execute(other.limit(1))).scalar_one_or_none()
    if state is not None:
        raise LostRace("video_moved_on", state=state)
    published = (await connection.scalars(sa.select(publications.c.id).where(publications.c.video.in_(gone)))).all()
    given = [sa.select(table.c.id).where(table.c.video.in_(gone)) for table in (grants, invitations, knocks)]
    shares = (await connection.scalars(sa.union(*given))).all()
    for table in (events, tokens, outbox):
        named = table.c.subject.in_([*gone, *published, *shares])
        kept = outbox.c.kind.in_(("erase", *SHOWING_KINDS)) if table is outbox else sa.false()
        await connection.execute(sa.delete(table).where(named, ~kept))
    await connection.execute(sa.delete(interviews).where(interviews.c.subject.in_(gone)))
    await connection.execute(sa.delete(revisions).where(revisions.c.publication.in_(published)))
    for table in (
        publications,
        grants,
        invitations,
        knocks,
        knock_links,
        views,
        break_glass,
        jobs,
        submissions,
        assets,
    ):
        await connection.execute(sa.delete(table).where(table.c.video.in_(gone)))
    await connection.execute(sa.update(spending).where(spending.c.video.in_(gone)).values(video=None))
    await connection.execute(sa.delete(videos).where(videos.c.id.in_(gone)))
