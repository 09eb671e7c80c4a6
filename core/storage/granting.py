"""Grants as rows: whom a video is shared with, who waits for a first meeting, and what was opened.

A grant is given to an account's origin, and read as given to whoever that is now (core/storage/joining.py).
"""

import hmac
import json
from collections.abc import Collection, Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import BadInput, LimitReached, NotFound
from core.grants import GIVEN, NAME_LONGEST, RECEIVERS_MOST, SHARED, Given, Grant, GrantId, Opening, Receiver, Through
from core.people import Identity, PersonId, Platform, Viewer
from core.ports import Clock, Ids
from core.storage.rows import GRANTEE
from core.storage.tables import grants, identities, invitations, muted, people, posted, videos, views
from core.storage.telling import SURFACES, Telling
from core.storage.words import Wraps
from core.videos import Making, VideoId

NOTED_AGAIN_MS = 600_000
"""How long one opening stands for all further ones of the same person on the same platform."""

OPENINGS_MOST = 200

_BY_GRANT = "grant"


class GrantReads:
    """The reading door's part that is about grants: an owner's own, and those that the viewer has."""

    _connection: AsyncConnection
    _master_key: Wraps
    _clock: Clock

    async def grants(self, viewer: Viewer, video: VideoId) -> Sequence[Grant]:
        """Give whom the viewer's own video is shared with, in the order of sharing; nothing of anybody else's."""
        own = sa.and_(videos.c.id == video, videos.c.owner == viewer.person, videos.c.state != Making.ERASING.value)
        found = []
        for table in (grants, invitations):
            query = sa.select(table).join(videos, videos.c.id == table.c.video).where(own, _holds(table, self._clock))
            query = query.where(videos.c.owner != GRANTEE) if table is grants else query
            found += [self._grant_of(row, waits=table is invitations) for row in await self._connection.execute(query)]
        return sorted(found, key=lambda one: (one.given_at_ms, one.id))

    async def grant(self, viewer: Viewer, video: VideoId) -> Grant | None:
        """Give by what the viewer may see somebody else's video; None where they may not, or it is their own."""
        row = await self._held(viewer, video)
        return None if row is None else self._grant_of(row)

    async def shared(self, viewer: Viewer, limit: int) -> Sequence[VideoId]:
        """Name the videos that others share with the viewer, the newest grant first."""
        if viewer.person is None:
            return ()
        seen = sa.and_(_is_theirs(viewer), _holds(grants, self._clock), videos.c.owner != viewer.person)
        shown = sa.and_(videos.c.state == Making.READY.value, ~videos.c.hold)
        query = sa.select(grants.c.video, sa.func.max(grants.c.given_at_ms).label("newest")).join_from(grants, videos)
        query = query.where(seen, shown).group_by(grants.c.video)
        rows = await self._connection.execute(query.order_by(sa.desc("newest"), grants.c.video).limit(limit))
        return [VideoId(row.video) for row in rows]

    async def openings(self, viewer: Viewer, video: VideoId) -> Sequence[Opening]:
        """Give who opened the viewer's own video and when, the newest first; nothing of anybody else's."""
        named = sa.and_(grants.c.video == views.c.video, grants.c.person == views.c.person)
        query = sa.select(views.c.person, views.c.through, views.c.at_ms, grants.c.id, grants.c.names)
        query = query.join_from(views, videos).outerjoin(grants, named)
        query = query.where(views.c.video == video, videos.c.owner == viewer.person)
        rows = await self._connection.execute(query.order_by(views.c.sequence.desc()).limit(OPENINGS_MOST))
        return [
            Opening(self._names(row)[0] if row.id else "", Through(row.through), row.at_ms, left=row.person is None)
            for row in rows
        ]

    async def copies_of_others(self, viewer: Viewer, video: VideoId) -> frozenset[Platform]:
        """Name the platforms on which chats of others hold the viewer's own video."""
        query = sa.select(posted.c.platform).join(videos, videos.c.id == posted.c.video).distinct()
        query = query.where(posted.c.video == video, videos.c.owner == viewer.person)
        query = query.where(posted.c.person != viewer.person, posted.c.media.is_not(None))
        return frozenset(Platform(one) for one in (await self._connection.execute(query)).scalars())

    async def shared_by(self, viewer: Viewer, grant: GrantId) -> VideoId | None:
        """Name the viewer's own video that a grant of theirs is for."""
        for table in (grants, invitations):
            query = sa.select(table.c.video).join(videos, videos.c.id == table.c.video)
            query = query.where(table.c.id == grant, videos.c.owner == viewer.person)
            found = (await self._connection.execute(query)).scalar_one_or_none()
            if found is not None:
                return VideoId(found)
        return None

    async def grant_for(self, viewer: Viewer, video: VideoId, receiver: Identity) -> GrantId | None:
        """Name the grant of the viewer's own video to an account; None where it isn't shared with that."""
        account = await _account(self._connection, receiver)
        named = (
            invitations.c.digest == self._invited(receiver) if account is None else grants.c.person == account.origin
        )
        table = invitations if account is None else grants
        query = sa.select(table.c.id).join(videos, videos.c.id == table.c.video)
        query = query.where(named, table.c.video == video, videos.c.owner == viewer.person)
        found = (await self._connection.execute(query)).scalar_one_or_none()
        return None if found is None else GrantId(found)

    def _invited(self, identity: Identity) -> bytes:
        return hmac.digest(self._master_key.derive(b"invitations"), str(identity).encode(), sha256)

    async def _held(self, viewer: Viewer, video: VideoId) -> Any:
        if viewer.person is None:
            return None
        query = sa.select(grants).join_from(grants, videos).where(grants.c.video == video, _is_theirs(viewer))
        query = query.where(_holds(grants, self._clock), videos.c.owner != viewer.person)
        return (await self._connection.execute(query.order_by(grants.c.given_at_ms.desc()).limit(1))).one_or_none()

    def _grant_of(self, row: Any, *, waits: bool = False) -> Grant:
        name, giver = self._names(row)
        return Grant(GrantId(row.id), VideoId(row.video), name, giver, row.given_at_ms, row.until_ms, waits)

    def _names(self, row: Any) -> tuple[str, str]:
        name, giver = json.loads(self._master_key.unwrap(row.names, _context(row.id)))
        return name, giver


class GrantWrites(GrantReads):
    """The writing door's part that is about grants."""

    _telling: Telling
    _ids: Ids

    async def give(
        self, video: VideoId, receiver: Receiver, giver: str, until_ms: int | None, *, actor: PersonId
    ) -> Given:
        """Let somebody see a video; whom we never met gets it at their first word.

        Raises BadInput("share_oneself"), LimitReached("share_full", limit).
        """
        owner = (await self._connection.execute(sa.select(videos).where(videos.c.id == video))).one()
        account = await _account(self._connection, receiver.identity)
        if account is not None and account.person == owner.owner:
            raise BadInput("share_oneself")
        table, key = (invitations, "digest") if account is None else (grants, "person")
        whom = {"digest": self._invited(receiver.identity)} if account is None else {"person": account.origin}
        known = sa.and_(table.c.video == video, table.c[key] == whom[key])
        before = (await self._connection.execute(sa.select(table.c.id).where(known))).scalar_one_or_none()
        if before is None:
            await self._check_room(video)
        await self._keep(table, video, receiver.name, giver, until_ms, whom, before)
        await self._telling.note(video, "share", actor)
        await self._telling.tell_owner("video", video, owner.owner)
        if before is not None:
            return Given.AGAIN
        if account is None or not account.notices or await self._is_muted(account.person, owner.origin):
            return Given.UNTOLD
        await self._telling.tell(SURFACES[receiver.identity.platform.value], GIVEN, video, account.person)
        return Given.TOLD

    async def _keep(  # noqa: PLR0917 - the columns of one row
        self,
        table: sa.Table,
        video: VideoId,
        name: str,
        giver: str,
        until_ms: int | None,
        whom: dict[str, Any],
        before: UUID | None,
    ) -> None:
        """Keep a grant or an invitation; one that is known gets the new date and names."""
        one = before or self._ids.new()
        names = json.dumps([" ".join(name.split())[:NAME_LONGEST], giver], ensure_ascii=False).encode()
        changed = {"until_ms": until_ms, "names": self._master_key.wrap(names, _context(one))}
        values = {"id": one, "video": video, "given_at_ms": self._clock.now_ms()} | changed | whom
        statement = insert(table).values(values)
        await self._connection.execute(statement.on_conflict_do_update(["video", *whom], set_=changed))

    async def _check_room(self, video: VideoId) -> None:
        counted = [
            sa.select(sa.func.count()).select_from(table).where(table.c.video == video, _holds(table, self._clock))
            for table in (grants, invitations)
        ]
        if sum([(await self._connection.execute(one)).scalar_one() for one in counted]) >= RECEIVERS_MOST:
            raise LimitReached("share_full", limit=RECEIVERS_MOST)

    async def take_invitations(self, identity: Identity, person: PersonId) -> None:
        """Give somebody at their first word what waited for them, while its date holds."""
        named = invitations.c.digest == self._invited(identity)
        rows = (await self._connection.execute(sa.delete(invitations).where(named).returning(invitations))).all()
        now_ms = self._clock.now_ms()
        for row in rows:
            if row.until_ms is not None and row.until_ms <= now_ms:
                continue
            columns = ("id", "video", "until_ms", "names", "given_at_ms")
            values = {name: getattr(row, name) for name in columns} | {"person": person}
            await self._connection.execute(sa.insert(grants).values(values))
            await self._telling.note(row.video, "meet_receiver", person)

    async def date_grants(self, video: VideoId, until_ms: int | None, *, actor: PersonId) -> int:
        """Set when all sharing of a video ends, None for no date; gives how many people that is for."""
        dated = 0
        for table in (grants, invitations):
            changed = sa.update(table).where(table.c.video == video, _holds(table, self._clock))
            dated += (await self._connection.execute(changed.values(until_ms=until_ms))).rowcount
        if dated:
            await self._telling.note(video, "date_sharing", actor)
            await self._tell(video)
        return dated

    async def withdraw(self, video: VideoId, grants_: Collection[GrantId] | None, *, actor: PersonId | None) -> int:
        """End some grants of a video, or all of them, at once; gives how many."""
        ended = 0
        for table in (grants, invitations):
            named = sa.true() if grants_ is None else table.c.id.in_(grants_)
            ended += await self._end(table, sa.and_(table.c.video == video, named), "unshare", actor)
        return ended

    async def end_dated(self) -> int:
        """Forget every grant and invitation whose date is over, and tell those cards; gives how many."""
        return sum(
            [await self._end(table, ~_holds(table, self._clock), "end_share") for table in (grants, invitations)]
        )

    async def _end(
        self, table: sa.Table, named: sa.ColumnElement[bool], verb: str, actor: PersonId | None = None
    ) -> int:
        """Take rows out, and tell each person's cards and the owner's of it."""
        whose = GRANTEE if table is grants else sa.null()
        query = sa.select(table.c.video, whose.label("person")).where(named).order_by(table.c.video)
        rows = (await self._connection.execute(query)).all()
        await self._connection.execute(sa.delete(table).where(named))
        for row in rows:
            await self._telling.note(row.video, verb, actor)
            if row.person is not None:
                await self._telling.tell_reader(SHARED, row.video, row.person)
        for video in dict.fromkeys(row.video for row in rows):
            await self._tell(video)
        return len(rows)

    async def _tell(self, video: UUID) -> None:
        owner = (await self._connection.execute(sa.select(videos.c.owner).where(videos.c.id == video))).scalar_one()
        await self._telling.tell_owner("video", video, owner)

    async def note_opening(self, viewer: Viewer, video: VideoId, through: Through) -> None:
        """Note that the viewer was handed somebody else's video, unless that was noted within ten minutes."""
        held, now_ms = await self._held(viewer, video), self._clock.now_ms()
        if held is None:
            return
        values = {"video": video, "person": held.person, "kind": _BY_GRANT, "through": through.value}
        same = sa.and_(*(views.c[name] == value for name, value in values.items()))
        lately = sa.select(sa.func.count()).select_from(views).where(same, views.c.at_ms > now_ms - NOTED_AGAIN_MS)
        if not (await self._connection.execute(lately)).scalar_one():
            await self._connection.execute(sa.insert(views).values(values | {"at_ms": now_ms}))

    async def mute(self, viewer: Viewer, video: VideoId) -> None:
        """Tell the viewer of nothing more that this video's owner shares."""
        held = await self._held(viewer, video)
        origin = sa.select(videos.c.origin).where(videos.c.id == video)
        owner = (await self._connection.execute(origin)).scalar_one_or_none()
        if held is None or owner is None:
            raise NotFound("video_not_found")
        values = {"person": held.person, "owner": owner}
        await self._connection.execute(insert(muted).values(values).on_conflict_do_nothing())

    async def _is_muted(self, person: PersonId, owner: UUID | None) -> bool:
        """Say whether any account of the receiver refused any account of the owner."""
        theirs = sa.select(identities.c.origin).where(identities.c.person == person)
        now = sa.select(identities.c.person).where(identities.c.origin == owner).scalar_subquery()
        owners = sa.select(identities.c.origin).where(identities.c.person == now)
        query = sa.select(sa.func.count()).select_from(muted)
        query = query.where(muted.c.person.in_(theirs), sa.or_(muted.c.owner == owner, muted.c.owner.in_(owners)))
        return bool((await self._connection.execute(query)).scalar_one())


async def shares_over(connection: AsyncConnection, clock: Clock) -> bool:
    """Say whether the date of anything shared is over."""
    for table in (grants, invitations):
        query = sa.select(table.c.id).where(~_holds(table, clock)).limit(1)
        if (await connection.execute(query)).first() is not None:
            return True
    return False


def _holds(table: sa.Table, clock: Clock) -> sa.ColumnElement[bool]:
    now_ms = clock.now_ms()
    return sa.or_(table.c.until_ms.is_(None), table.c.until_ms > now_ms)


def _is_theirs(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Name the grants that somebody has: those to any account of theirs."""
    origins = sa.select(identities.c.origin).where(identities.c.person == viewer.person)
    return grants.c.person.in_(origins)


async def _account(connection: AsyncConnection, identity: Identity) -> Any:
    query = sa.select(identities.c.person, identities.c.origin, people.c.notices)
    query = query.join_from(identities, people, people.c.id == identities.c.person)
    named = (identities.c.platform == identity.platform.value, identities.c.external_id == identity.external_id)
    return (await connection.execute(query.where(*named))).one_or_none()


def _context(one: UUID) -> bytes:
    return b"grant:" + one.bytes
