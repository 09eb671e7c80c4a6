"""Tokens of buttons that change something: kept as a digest, taken out once."""

import hashlib
from dataclasses import asdict
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.records import Token
from core.storage.rows import token_of
from core.storage.tables import tokens


async def keep_token(connection: AsyncConnection, token: str, bound: Token, now_ms: int) -> None:
    """Keep what a token is bound to; expired ones go."""
    await connection.execute(sa.delete(tokens).where(tokens.c.expires_at_ms < now_ms))
    await connection.execute(sa.insert(tokens).values(asdict(bound) | {"digest": _digest(token)}))


async def take_token(
    connection: AsyncConnection, token: str, bound: sa.ColumnElement[bool], now_ms: int
) -> Token | None:
    """Take a token out; None for one that is spent, expired, unknown or not `bound` as it must be."""
    named = (tokens.c.digest == _digest(token), bound, tokens.c.expires_at_ms > now_ms)
    row = (await connection.execute(sa.delete(tokens).where(*named).returning(tokens))).one_or_none()
    return None if row is None else token_of(row)


async def void_tokens(connection: AsyncConnection, action: str, subject: UUID) -> int:
    """Take every token for one action with one thing out; gives how many."""
    named = (tokens.c.action == action, tokens.c.subject == subject)
    return len((await connection.execute(sa.delete(tokens).where(*named).returning(tokens.c.digest))).all())


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
