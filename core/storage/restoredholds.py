"""Holds that a restore without its journal left behind: lines of a video's history, until the operator lifts them."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.oversight import RESTORED
from core.storage.tables import events, videos
from core.videos import Making

_LIFTED = events.alias()


def held_since_restore(video: sa.ColumnElement[UUID]) -> sa.ColumnElement[bool]:
    """Say whether a restore put a video on hold, and nobody lifted that."""
    return sa.exists().where(events.c.subject == video, *_STANDS)


_STANDS = (
    events.c.verb == "hold",
    events.c.reason == RESTORED,
    ~sa.exists().where(
        _LIFTED.c.subject == events.c.subject,
        _LIFTED.c.verb == "lift",
        _LIFTED.c.reason == RESTORED,
        _LIFTED.c.sequence > events.c.sequence,
    ),
)


async def is_held_since_restore(connection: AsyncConnection, video: UUID) -> bool:
    """Say it of one video."""
    query = sa.select(held_since_restore(sa.literal(video, sa.Uuid())))
    return bool((await connection.execute(query)).scalar_one())


async def held_since_restores(connection: AsyncConnection) -> list[Any]:
    """Give every such video that isn't being erased, with since when (UTC ms), the oldest hold first."""
    since = sa.func.max(events.c.at_ms)
    query = sa.select(events.c.subject, since.label("since_ms")).join(videos, videos.c.id == events.c.subject)
    query = query.where(*_STANDS, videos.c.state != Making.ERASING.value)
    return list((await connection.execute(query.group_by(events.c.subject).order_by(since, events.c.subject))).all())
