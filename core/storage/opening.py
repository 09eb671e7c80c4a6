"""Openings as rows: which community somebody's private chat is about, and no longer than it has to be."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.communities import Opening
from core.people import CommunityId, Identity
from core.storage.tables import openings


async def opening_of(connection: AsyncConnection, identity: Identity, now_ms: int) -> Opening | None:
    """Give somebody's opening that isn't over."""
    row = (await connection.execute(sa.select(openings).where(_of(identity)))).one_or_none()
    if row is None or row.until_ms <= now_ms:
        return None
    return Opening(identity, CommunityId(row.community), row.until_ms, row.action, row.request)


async def keep_opening(connection: AsyncConnection, opening: Opening, now_ms: int) -> None:
    """Keep an opening in place of any other of the same person, and drop those that are over."""
    await end_openings(connection, now_ms)
    named = {"platform": opening.identity.platform.value, "external_id": opening.identity.external_id}
    values: dict[str, Any] = {
        "community": opening.community,
        "action": opening.action,
        "request": opening.request,
        "until_ms": opening.until_ms,
    }
    await connection.execute(
        insert(openings).values(named | values).on_conflict_do_update(index_elements=list(named), set_=values)
    )


async def are_over(connection: AsyncConnection, now_ms: int) -> bool:
    """Say whether any opening is over."""
    query = sa.select(openings.c.platform).where(openings.c.until_ms <= now_ms).limit(1)
    return (await connection.execute(query)).first() is not None


async def end_openings(connection: AsyncConnection, now_ms: int) -> int:
    """Drop openings that are over; gives how many."""
    return (await connection.execute(sa.delete(openings).where(openings.c.until_ms <= now_ms))).rowcount


async def drop_opening(connection: AsyncConnection, identity: Identity) -> None:
    """Drop somebody's opening."""
    await connection.execute(sa.delete(openings).where(_of(identity)))


async def drop_openings_into(connection: AsyncConnection, community: CommunityId) -> None:
    """Drop everybody's openings into a community that ended."""
    await connection.execute(sa.delete(openings).where(openings.c.community == community))


def _of(identity: Identity) -> sa.ColumnElement[bool]:
    return sa.and_(openings.c.platform == identity.platform.value, openings.c.external_id == identity.external_id)
