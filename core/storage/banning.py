"""Bans: a keyed token of each account, so that they outlive the person's rows and tell nobody who it was."""

import hmac
from collections.abc import Iterable, Sequence
from hashlib import sha256
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.people import CommunityId, Identity, PersonId, Platform
from core.storage.tables import bans, identities
from core.storage.words import Wraps


def token_of(identity: Identity, community: UUID, master_key: Wraps) -> bytes:
    """Give the token of an account in one community (HMAC-SHA256): another community's can't be compared with it."""
    return hmac.digest(master_key.derive(b"bans"), community.bytes + str(identity).encode(), sha256)


async def is_banned(
    connection: AsyncConnection, of: Iterable[Identity], community: UUID, master_key: Wraps, now_ms: int
) -> bool:
    """Say whether one of these accounts is banned from a community now."""
    tokens = [token_of(one, community, master_key) for one in of]
    named = sa.and_(bans.c.community == community, bans.c.token.in_(tokens), bans.c.until_ms > now_ms)
    return (await connection.execute(sa.select(bans.c.until_ms).where(named).limit(1))).first() is not None


async def accounts_of(connection: AsyncConnection, person: PersonId) -> Sequence[Identity]:
    """Give somebody's accounts."""
    query = sa.select(identities.c.platform, identities.c.external_id).where(identities.c.person == person)
    return [Identity(Platform(row.platform), row.external_id) for row in await connection.execute(query)]


async def keep_bans(
    connection: AsyncConnection, of: Iterable[Identity], community: CommunityId, until_ms: int, master_key: Wraps
) -> None:
    """Keep a ban of each account; one that is there already lasts until the later time."""
    for one in of:
        values = {"community": community, "token": token_of(one, community, master_key), "until_ms": until_ms}
        statement = insert(bans).values(values)
        later = {"until_ms": sa.func.max(bans.c.until_ms, until_ms)}
        await connection.execute(statement.on_conflict_do_update(["community", "token"], set_=later))


async def drop_bans(
    connection: AsyncConnection, of: Iterable[Identity], community: CommunityId, master_key: Wraps
) -> bool:
    """Take the bans of some accounts away; says whether there was one."""
    tokens = [token_of(one, community, master_key) for one in of]
    named = sa.and_(bans.c.community == community, bans.c.token.in_(tokens))
    return bool((await connection.execute(sa.delete(bans).where(named))).rowcount)
