"""Messages of ours in chats, as rows; the token of an ephemeral one is sealed by the master key."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.chats import CopyKind, Posted
from core.people import PersonId, Platform
from core.storage.tables import people, posted, videos
from core.storage.words import Wraps
from core.videos import AssetId, VideoId


async def keep_posted(connection: AsyncConnection, one: Posted, master_key: Wraps) -> None:
    """Keep a message, or what changed of it."""
    token = master_key.wrap(one.token.encode(), _context(one.id)) if one.token else None
    values = asdict(one) | {"platform": one.platform.value, "kind": one.kind.value, "token": token}
    statement = insert(posted).values(values)
    await connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


async def drop_posted(connection: AsyncConnection, one: UUID) -> None:
    """Forget a message."""
    await connection.execute(sa.delete(posted).where(posted.c.id == one))


_IN_ORDER = (posted.c.posted_at_ms, posted.c.id)
_MINE = sa.select(videos.c.id).where(videos.c.id == sa.bindparam("video"), videos.c.owner == sa.bindparam("person"))
MINE_ABOUT = (
    sa.select(posted)
    .where(
        posted.c.video == sa.bindparam("video"),
        sa.or_(
            posted.c.person == sa.bindparam("person"),
            sa.and_(posted.c.kind == CopyKind.REVIEW.value, posted.c.video.in_(_MINE)),
        ),
    )
    .order_by(*_IN_ORDER)
)
"""A person's own messages about a video, and of their own video what moderators look at."""


def for_reader(one: Posted, reader: PersonId | None) -> Posted:
    """Give a message as its reader may know it: of one that stands in somebody else's chat, not where or whose."""
    if one.person == reader or reader is None:
        return one
    return replace(one, person=reader, channel="", message=None, token="")


async def posted_where(connection: AsyncConnection, master_key: Wraps, *named: sa.ColumnElement[bool]) -> list[Posted]:
    """Give the messages that fit, the oldest first."""
    rows = await connection.execute(sa.select(posted).where(*named).order_by(*_IN_ORDER))
    return [posted_of(row, master_key) for row in rows]


async def posted_about(
    connection: AsyncConnection, master_key: Wraps, platform: Platform, video: VideoId
) -> Sequence[Posted]:
    """Give our messages about a video on one platform."""
    return await posted_where(connection, master_key, posted.c.platform == platform.value, posted.c.video == video)


async def posted_due(
    connection: AsyncConnection, master_key: Wraps, platform: Platform, until_ms: int, limit: int
) -> Sequence[Posted]:
    """Give what shall leave the chats of those who want theirs tidy."""
    is_card = sa.and_(posted.c.kind == CopyKind.DIRECT.value, posted.c.media.is_not(None))
    is_held = sa.or_(is_card, posted.c.kind == CopyKind.UPLOAD.value)
    is_due = sa.and_(posted.c.posted_at_ms <= until_ms, ~posted.c.tidied, posted.c.channel != "")
    query = (
        sa.select(posted)
        .join(people, people.c.id == posted.c.person)
        .where(posted.c.platform == platform.value, people.c.tidy, is_held, is_due)
        .order_by(*_IN_ORDER)
        .limit(limit)
    )
    return [posted_of(row, master_key) for row in await connection.execute(query)]


def posted_of(row: Any, master_key: Wraps) -> Posted:
    """Read a row of posted."""
    return Posted(
        id=row.id,
        platform=Platform(row.platform),
        person=PersonId(row.person),
        video=VideoId(row.video),
        kind=CopyKind(row.kind),
        channel=row.channel,
        message=row.message,
        media=None if row.media is None else AssetId(row.media),
        token=master_key.unwrap(row.token, _context(row.id)).decode() if row.token else "",
        token_until_ms=row.token_until_ms,
        posted_at_ms=row.posted_at_ms,
        tidied=row.tidied,
    )


def _context(one: UUID) -> bytes:
    return b"posted:" + one.bytes
