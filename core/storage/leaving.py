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
from core.storage.tables import bans, communities, grants, identities, metadata, publications, receipts, reports, videos
from core.storage.words import Wraps
from core.videos import Making, VideoId

YOU = "you"
"""What stands for ids of one's own: nobody else's leaves."""


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
        """Give the rows of one table that are the viewer's or name them, as ids, times and codes."""
        if viewer.person is None:
            return ()
        table = metadata.tables[part.table]
        ids = {viewer.person, *(await self._connection.execute(_were(viewer))).scalars()}
        naming: list[sa.ColumnElement[bool]] = [
            table.c[name].in_(ids) for name in part.names if name not in part.described.unasked
        ]
        naming += await self._by_account(viewer.person, part)
        owning = _owned(viewer, part)
        if not naming and not owning:
            return ()
        mine = sa.or_(sa.false(), *owning).label("mine")
        told = [column for column in table.c if _is_plain(column, part)]
        rows = await self._connection.execute(sa.select(*told, mine).where(sa.or_(*naming, *owning)))
        return [_told(dict(row), part, ids) for row in rows.mappings()]

    async def _by_account(self, person: PersonId, part: Part) -> list[sa.ColumnElement[bool]]:
        """Name rows by the accounts of somebody, where a table keeps those as their platform calls them."""
        table = metadata.tables[part.table]
        if "external_id" not in part.accounts:
            return []
        named = await accounts_of(self._connection, person)
        return [
            sa.and_(table.c.platform == one.platform.value, table.c.external_id == one.external_id) for one in named
        ]


def _were(viewer: Viewer) -> sa.Select[Any]:
    """Name everybody whom the viewer was before accounts were connected."""
    return sa.select(identities.c.origin).where(identities.c.person == viewer.person)


def _owned(viewer: Viewer, part: Part) -> list[sa.ColumnElement[bool]]:
    """Name the rows of one table that belong to something of the viewer's own."""
    table = metadata.tables[part.table]
    owned = sa.select(videos.c.id).where(videos.c.owner == viewer.person)
    published = sa.select(publications.c.id).where(publications.c.video.in_(owned))
    issued = sa.select(receipts.c.id).where(receipts.c.person == viewer.person)
    within = {"publication": published, "video": owned, "receipt": issued} if part.described.of_videos else {}
    found = [table.c[name].in_(inner) for name, inner in within.items() if name in table.c]
    once = part.described.once
    return [sa.and_(one, table.c[once].is_not(None)) if once else one for one in found]


def _is_plain(column: sa.Column[Any], part: Part) -> bool:
    kept_back = (*part.words, *part.accounts, *part.described.withheld)
    return column.name not in kept_back and not isinstance(column.type, sa.LargeBinary)


def _told(row: Mapping[str, Any], part: Part, ids: set[Any]) -> Mapping[str, Any]:
    """Write a row: of somebody else's thing only what is told of it, and of who stands in it only that it is you.

    Whether anybody else stands there, or nobody, makes no difference.
    """
    names = set(row.keys()) - {"mine"}
    if part.described.told and not row["mine"]:
        names &= {*part.described.told, *part.names}
    for name in part.names:
        if row[name] not in ids:
            names -= {name, *part.emptied}
    return {name: YOU if name in part.names else _written(row[name]) for name in row if name in names}


def _written(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
