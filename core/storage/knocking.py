"""Invitations as rows: one a video, kept as a digest, and who asked by it, by the origin of their account."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import LostRace
from core.knocks import (
    ANSWERED_WITHIN_MS,
    INVITES_FOR_MS,
    KNOCKED,
    KNOCKS_MOST,
    TURNED_AWAY,
    Answer,
    Invitation,
    Knock,
    KnockId,
    Met,
)
from core.people import Identity, PersonId, Platform, Viewer
from core.ports import Clock, Ids
from core.storage.tables import grants, identities, knock_links, knocks, videos
from core.storage.telling import SURFACES, Telling
from core.storage.words import Wraps
from core.videos import Making, VideoId

_WAITING = knocks.c.answer == Answer.WAITING.value


class KnockReads:
    """The reading door's part that is about invitations: an owner's own."""

    _connection: AsyncConnection
    _master_key: Wraps
    _clock: Clock

    async def invitation(self, viewer: Viewer, video: VideoId) -> Invitation | None:
        """Give the invitation to the viewer's own video that holds now; None where there is none."""
        query = sa.select(knock_links).join(videos).where(videos.c.owner == viewer.person, knock_links.c.video == video)
        query = query.where(_open(self._clock.now_ms()))
        row = (await self._connection.execute(query)).one_or_none()
        return None if row is None else Invitation(row.until_ms, row.used)

    async def knocks(self, viewer: Viewer, video: VideoId) -> Sequence[Knock]:
        """Give who waits for an answer about the viewer's own video, the first to ask first."""
        query = sa.select(knocks).join(videos).where(videos.c.owner == viewer.person, knocks.c.video == video, _WAITING)
        rows = await self._connection.execute(query.order_by(knocks.c.asked_at_ms, knocks.c.id))
        return [self._knock_of(row) for row in rows]

    async def knock(self, viewer: Viewer, knock: KnockId) -> Knock | None:
        """Give one who waits for the viewer's own answer; None for an answered one and somebody else's alike."""
        query = sa.select(knocks).join(videos).where(videos.c.owner == viewer.person, knocks.c.id == knock, _WAITING)
        row = (await self._connection.execute(query)).one_or_none()
        return None if row is None else self._knock_of(row)

    def _knock_of(self, row: Any) -> Knock:
        name, platform = json.loads(self._master_key.unwrap(row.names, _context(row.id)))
        return Knock(KnockId(row.id), VideoId(row.video), name, Platform(platform), row.asked_at_ms)


class KnockWrites(KnockReads):
    """The writing door's part that is about invitations."""

    _telling: Telling
    _ids: Ids

    async def invite(self, video: VideoId, token: str, *, actor: PersonId) -> Invitation:
        """Keep a video's one invitation, hashed, in the place of an earlier one; who asked already still waits."""
        made = Invitation(self._clock.now_ms() + INVITES_FOR_MS, 0)
        values = {"digest": _digest(token), "until_ms": made.until_ms, "used": made.used}
        statement = insert(knock_links).values(values | {"video": video})
        await self._connection.execute(statement.on_conflict_do_update(["video"], set_=values))
        await self._telling.note(video, "invite", actor)
        return made

    async def end_invitation(self, video: VideoId, *, actor: PersonId) -> bool:
        """Forget a video's invitation and everybody who asked; says whether there was anything."""
        gone = 0
        for table in (knock_links, knocks):
            gone += (await self._connection.execute(sa.delete(table).where(table.c.video == video))).rowcount
        if gone:
            await self._telling.note(video, "end_invitation", actor)
        return bool(gone)

    async def ask_in(self, token: str, identity: Identity, name: str) -> tuple[Met, VideoId | None]:
        """Let an account ask by an invitation, once; names the video only where it is open to them already."""
        account, link = await self._account(identity), await self._link(token)
        if account is None or link is None:
            return Met.CLOSED, None
        if account.person == link.owner:
            return Met.OWN, VideoId(link.video)
        origins = sa.select(identities.c.origin).where(identities.c.person == account.person)
        if await self._sees(link.video, origins):
            return Met.OPEN, VideoId(link.video)
        asked = sa.select(knocks.c.answer).where(knocks.c.video == link.video, knocks.c.person.in_(origins))
        answers = set((await self._connection.execute(asked)).scalars())
        if answers:
            return (Met.WAITS if answers == {Answer.WAITING.value} else Met.CLOSED), None
        return await self._keep_knock(link, account, identity, name), None

    async def _account(self, identity: Identity) -> Any:
        named = (identities.c.platform == identity.platform.value, identities.c.external_id == identity.external_id)
        query = sa.select(identities.c.person, identities.c.origin).where(*named)
        return (await self._connection.execute(query)).one_or_none()

    async def _link(self, token: str) -> Any:
        """Find an invitation to a video that can be opened at all; one that is over still tells who waits."""
        query = sa.select(knock_links.c.video, videos.c.owner).join(videos)
        opens = sa.and_(videos.c.state == Making.READY.value, ~videos.c.hold)
        return (
            await self._connection.execute(query.where(knock_links.c.digest == _digest(token), opens))
        ).one_or_none()

    async def _sees(self, video: UUID, origins: sa.Select[Any]) -> bool:
        now_ms = self._clock.now_ms()
        holds = sa.or_(grants.c.until_ms.is_(None), grants.c.until_ms > now_ms)
        query = sa.select(grants.c.id).where(grants.c.video == video, grants.c.person.in_(origins), holds)
        return (await self._connection.execute(query.limit(1))).first() is not None

    async def _keep_knock(self, link: Any, account: Any, identity: Identity, name: str) -> Met:
        """Count one more use, while the invitation holds, and tell the owner who asks."""
        now_ms = self._clock.now_ms()
        used = sa.update(knock_links).where(knock_links.c.video == link.video, _open(now_ms))
        if not (await self._connection.execute(used.values(used=knock_links.c.used + 1))).rowcount:
            return Met.CLOSED
        one = self._ids.new()
        names = json.dumps([name, identity.platform.value], ensure_ascii=False).encode()
        values = {
            "id": one,
            "video": link.video,
            "person": account.origin,
            "names": self._master_key.wrap(names, _context(one)),
            "answer": Answer.WAITING.value,
            "asked_at_ms": now_ms,
        }
        await self._connection.execute(sa.insert(knocks).values(values))
        await self._telling.note(link.video, "knock", PersonId(account.person))
        await self._telling.tell_owner(KNOCKED, one, PersonId(link.owner))
        return Met.ASKED

    async def answer_knock(self, knock: KnockId, answer: Answer, *, actor: PersonId) -> Identity:
        """Keep an owner's answer, and give who asked. Raises LostRace("knock_over") for one that doesn't wait."""
        named = sa.update(knocks).where(knocks.c.id == knock, _WAITING).values(answer=answer.value)
        row = (await self._connection.execute(named.returning(knocks.c.video, knocks.c.person))).one_or_none()
        asked = sa.select(identities).where(identities.c.origin == row.person) if row else None
        account = (await self._connection.execute(asked)).one_or_none() if asked is not None else None
        if row is None or account is None:
            raise LostRace("knock_over")
        await self._telling.note(row.video, answer.value, actor)
        if answer is Answer.REFUSED:
            await self._telling.tell(SURFACES[account.platform], TURNED_AWAY, knock, PersonId(account.person))
        return Identity(Platform(account.platform), account.external_id)

    async def end_knocks(self) -> int:
        """Forget invitations and knocks whose time is over; gives how many invitations those were."""
        now_ms = self._clock.now_ms()
        await self._connection.execute(sa.delete(knocks).where(_stale(now_ms)))
        named = list((await self._connection.execute(sa.select(knock_links.c.video).where(_over(now_ms)))).scalars())
        for table in (knocks, knock_links):
            await self._connection.execute(sa.delete(table).where(table.c.video.in_(named)))
        for video in named:
            await self._telling.note(video, "end_invitation", None)
        return len(named)


async def knocks_over(connection: AsyncConnection, clock: Clock) -> bool:
    """Say whether the time of an invitation, or of somebody who asked by one, is over."""
    now_ms = clock.now_ms()
    over = (sa.select(knock_links.c.video).where(_over(now_ms)), sa.select(knocks.c.video).where(_stale(now_ms)))
    return any([(await connection.execute(one.limit(1))).first() is not None for one in over])


def _open(now_ms: int) -> sa.ColumnElement[bool]:
    return sa.and_(knock_links.c.until_ms > now_ms, knock_links.c.used < KNOCKS_MOST)


def _over(now_ms: int) -> sa.ColumnElement[bool]:
    return knock_links.c.until_ms <= now_ms - ANSWERED_WITHIN_MS


def _stale(now_ms: int) -> sa.ColumnElement[bool]:
    return knocks.c.asked_at_ms <= now_ms - INVITES_FOR_MS - ANSWERED_WITHIN_MS


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _context(one: UUID) -> bytes:
    return b"knock:" + one.bytes
