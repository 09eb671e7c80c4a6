"""What somebody is told who thinks of leaving: what they have here, and what of it other people have to do with."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.departures import Leaving, Part
from core.people import CommunityId, PersonId, Viewer
from core.ports import Clock
from core.storage.banning import accounts_of, token_of
from core.storage.listing import account_of
from core.storage.reporting import theirs
from core.storage.tables import bans, communities, grants, identities, metadata, publications, reports, videos
from core.storage.words import Wraps
from core.videos import Making, VideoId

YOU, SOMEBODY = "you", "somebody"
"""What stands for ids of people: nobody else's leaves."""


class DepartureReads:
    """The reading door's part that is about somebody who thinks of leaving."""

    _connection: AsyncConnection
    _master_key: Wraps
    _clock: Clock

    async def leaving(self, viewer: Viewer) -> Leaving:
        """Count what goes, and what it means for communities."""
        if viewer.person is None:
            return Leaving()
        now_ms = self._clock.now_ms()
        account = await account_of(self._connection, viewer, now_ms)
        later = sa.or_(grants.c.until_ms.is_(None), grants.c.until_ms > now_ms)
        banned = await self._bans(viewer.person)
        return Leaving(
            videos=account.videos,
            others_open=account.open_to_others,
            given=await self._count(grants, grants.c.person.in_(_were(viewer)), later),
            reports=await self._count(reports, theirs(viewer.person)),
            bans=len(banned),
            banned_until_ms=max(banned.values(), default=None),
            alone=await self._alone(viewer.person),
            chose=await self._chose(viewer),
        )

    async def _count(self, table: sa.Table, *named: sa.ColumnElement[bool]) -> int:
        query = sa.select(sa.func.count()).select_from(table).where(*named)
        return int((await self._connection.execute(query)).scalar_one())

    async def _bans(self, person: PersonId) -> Mapping[UUID, int]:
        """Give the communities that ban them now, and until when: of accounts only keyed tokens are kept there."""
        accounts = await accounts_of(self._connection, person)
        query = sa.select(bans).where(bans.c.until_ms > self._clock.now_ms())
        rows = (await self._connection.execute(query)).all()
        tokens = {(c, token_of(one, c, self._master_key)) for c in {row.community for row in rows} for one in accounts}
        theirs_now = [row for row in rows if (row.community, row.token) in tokens]
        return {row.community: row.until_ms for row in sorted(theirs_now, key=lambda row: int(row.until_ms))}

    async def _alone(self, person: PersonId) -> Sequence[CommunityId]:
        """Name the communities for which admins chose them, and nobody else, as moderator."""
        found: list[CommunityId] = []
        for one in await accounts_of(self._connection, person):
            named = (communities.c.platform == one.platform.value, communities.c.moderators == one.external_id)
            query = sa.select(communities.c.id).where(*named, communities.c.ended_at_ms.is_(None))
            found += [CommunityId(each) for each in (await self._connection.execute(query)).scalars()]
        return found

    async def _chose(self, viewer: Viewer) -> Sequence[CommunityId]:
        """Name the communities whose admins would lose whom notices are written to."""
        query = sa.select(communities.c.id).where(communities.c.set_up_by.in_(_were(viewer)))
        query = query.where(communities.c.ended_at_ms.is_(None)).order_by(communities.c.id)
        return [CommunityId(one) for one in (await self._connection.execute(query)).scalars()]

    async def owned(self, viewer: Viewer) -> Sequence[tuple[VideoId, Making]]:
        """Name the viewer's own videos that aren't being erased, with their states."""
        mine = sa.and_(videos.c.owner == viewer.person, videos.c.state != Making.ERASING.value)
        rows = await self._connection.execute(sa.select(videos.c.id, videos.c.state).where(mine).order_by(videos.c.id))
        return [(VideoId(row.id), Making(row.state)) for row in rows]

    async def held(self, viewer: Viewer, part: Part) -> Sequence[Mapping[str, Any]]:
        """Give the rows of one table that name the viewer, as ids, times and codes: sealed words are left out."""
        table = metadata.tables[part.table]
        mine = (await self._connection.execute(_were(viewer))).scalars()
        ids = {viewer.person, *mine}
        named = [table.c[name].in_(ids) for name in part.names]
        owned = sa.select(videos.c.id).where(videos.c.owner == viewer.person)
        published = sa.select(publications.c.id).where(publications.c.video.in_(owned))
        within = {"video": owned, "publication": published}
        named += [table.c[name].in_(inner) for name, inner in within.items() if name in table.c]
        if not named:
            return ()
        told = [column for column in table.c if column.name not in (*part.words, *part.accounts)]
        told = [column for column in told if not isinstance(column.type, sa.LargeBinary)]
        rows = (await self._connection.execute(sa.select(*told).where(sa.or_(*named)))).mappings().all()
        return [{name: _told(value, ids, is_name=name in part.names) for name, value in row.items()} for row in rows]


def _were(viewer: Viewer) -> sa.Select[Any]:
    """Name everybody whom the viewer was before accounts were connected."""
    return sa.select(identities.c.origin).where(identities.c.person == viewer.person)


def _told(value: Any, ids: set[Any], *, is_name: bool) -> Any:
    if is_name and value is not None:
        return YOU if value in ids else SOMEBODY
    return str(value) if isinstance(value, UUID) else value
