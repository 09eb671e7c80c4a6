"""Messages that are taken back: asked for again while a receipt waits, and of nobody where there is no person."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.chats import IN_CHANNELS, NO_VIDEO, CopyKind, Posted
from core.grants import SHARED
from core.people import PersonId, Platform
from core.receipts import NOBODY, RECALL, OpenReceipt
from core.storage.posting import posted_where
from core.storage.tables import identities, outbox, posted, recalls, receipts
from core.storage.telling import SHOWING_KINDS, SURFACES, Telling
from core.storage.words import Wraps
from core.videos import AssetId

POST = SHOWING_KINDS[0]
"""The kind of an outbox row by which a channel's message leaves that no publication has any more.

It names the message. What moderators see of a video leaves in the same way as its post.
"""

_IN_CHANNELS = frozenset(one.value for one in IN_CHANNELS)


async def recall(
    connection: AsyncConnection, telling: Telling, master_key: Wraps, number: str, ids: Sequence[UUID]
) -> None:
    """Take messages out of a person's rows, keep what takes them back, sealed, and have that done."""
    for one in await posted_where(connection, master_key, posted.c.id.in_(ids)):
        if one.message is None:
            continue
        channel = one.channel or await _chat_of(connection, one)
        sealed = master_key.wrap(json.dumps(_facts(one) | {"channel": channel}).encode(), _context(one.id))
        values = {"id": one.id, "receipt": number, "platform": one.platform.value, "sealed": sealed}
        await connection.execute(sa.insert(recalls).values(values))
        await telling.tell(SURFACES[one.platform.value], RECALL, one.id)
    await connection.execute(sa.delete(posted).where(posted.c.id.in_(ids)))


async def _chat_of(connection: AsyncConnection, one: Posted) -> str:
    """Give the private chat with somebody whom we couldn't write to: on Telegram it is named as they are."""
    query = sa.select(identities.c.external_id).where(identities.c.person == one.person)
    query = query.where(identities.c.platform == Platform.TELEGRAM.value, identities.c.platform == one.platform.value)
    return (await connection.execute(query)).scalar_one_or_none() or ""


def recalled_of(row: Any, master_key: Wraps) -> Posted:
    """Read a row of recalls."""
    facts = json.loads(master_key.unwrap(row.sealed, _context(row.id)))
    return Posted(
        id=row.id,
        platform=Platform(row.platform),
        person=NOBODY,
        video=NO_VIDEO,
        kind=CopyKind(facts["kind"]),
        channel=facts["channel"],
        message=facts["message"],
        media=AssetId(UUID(facts["media"])) if facts["media"] else None,
        token=facts["token"],
        token_until_ms=facts["token_until_ms"],
        posted_at_ms=facts["posted_at_ms"],
    )


def _facts(one: Posted) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "channel": one.channel,
        "message": one.message,
        "media": str(one.media) if one.media else "",
        "token": one.token,
        "token_until_ms": one.token_until_ms,
        "posted_at_ms": one.posted_at_ms,
    }


async def ask_again(connection: AsyncConnection, telling: Telling, receipt: OpenReceipt) -> None:
    """Have deliverers try again what a receipt waits for in chats; what they are told of already is left to that."""
    waiting = [one.copy for one in receipt.items if one.waits and one.copy is not None]
    owner = await connection.execute(sa.select(receipts.c.person).where(receipts.c.id == receipt.id))
    of_whom = owner.scalar_one_or_none()
    for row in await connection.execute(sa.select(posted).where(posted.c.id.in_(waiting))):
        surface = SURFACES[row.platform]
        if row.kind in _IN_CHANNELS:
            await _tell_once(connection, telling, surface, POST, row.id, None)
        else:
            kind = "receipt" if row.person == of_whom else SHARED
            await _tell_once(connection, telling, surface, kind, row.video, PersonId(row.person))
    for row in await connection.execute(sa.select(recalls).where(recalls.c.id.in_(waiting))):
        await _tell_once(connection, telling, SURFACES[row.platform], RECALL, row.id, None)


async def _tell_once(  # noqa: PLR0917 - an outbox row and where it goes
    connection: AsyncConnection, telling: Telling, surface: str, kind: str, subject: UUID, person: PersonId | None
) -> None:
    told = sa.select(outbox.c.id).where(
        outbox.c.surface == surface, outbox.c.kind == kind, outbox.c.subject == subject, outbox.c.person == person
    )
    if (await connection.execute(told.limit(1))).first() is None:
        await telling.tell(surface, kind, subject, person)


def _context(one: UUID) -> bytes:
    return b"recall:" + one.bytes
