"""Tables that were put back from a backup, before anything of them is served: what is in them, and what must not be.

What waited to be told or pressed at the moment of the backup was told and pressed since, or is over: none of it is done
a second time. Links and buttons that were spent since would be good again, and wishes half typed would come back.
"""

from collections.abc import Collection, Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.people import PersonId
from core.storage.database import Database
from core.storage.tables import (
    albums,
    assets,
    exports,
    grants,
    identities,
    inbox,
    interviews,
    invitations,
    journal_checkpoint,
    knock_links,
    knocks,
    openings,
    outbox,
    pairings,
    people,
    publications,
    tokens,
    videos,
)
from core.videos import AssetId, AssetRole, Making, PublicationId, Showing, VideoId

OVER = (
    outbox,
    tokens,
    interviews,
    inbox,
    albums,
    openings,
    pairings,
    knock_links,
    knocks,
    exports,
    journal_checkpoint,
)
"""Tables of what is under way for minutes or days: after a restore it begins anew. How far the erasure journal had come
goes too: whoever restores compared it with the backup's, and writes it anew.
"""

_WAITS = (Showing.PROPOSED.value, Showing.APPROVED.value, Showing.APPEALED.value)
_AT_ONCE = 500


class PutBack:
    """`Restored` over a database that nothing serves."""

    def __init__(self, database: Database) -> None:
        """Take the database, at this version's schema."""
        self._database = database

    async def begin_anew(self, gone: Collection[AssetId]) -> Sequence[VideoId]:
        """Forget what was under way, and the rows of assets whose bytes aren't there.

        Gives the videos that are ready and miss what was made: they were erased while the backup was made.
        """
        async with self._database.writing() as connection:
            for table in OVER:
                await connection.execute(sa.delete(table))
            lost = [row for some in _in_parts(gone) for row in await _lost(connection, some)]
            for some in _in_parts(gone):
                await connection.execute(sa.delete(assets).where(assets.c.id.in_(some)))
        return list(dict.fromkeys(VideoId(one) for one in lost))

    async def opened(self) -> Sequence[tuple[PublicationId, int]]:
        """Name every revision that is shown, or waits to be: of one publication, what waits comes first."""
        columns = (publications.c.id, publications.c.revision, publications.c.state, publications.c.shown_revision)
        async with self._database.reading() as connection:
            rows = (await connection.execute(sa.select(*columns).order_by(publications.c.id))).all()
        found = []
        for row in rows:
            waits = [row.revision] if row.state in _WAITS else []
            shown = [] if row.shown_revision is None else [row.shown_revision]
            found += [(PublicationId(row.id), number) for number in dict.fromkeys((*waits, *shown))]
        return found

    async def given(self) -> Sequence[VideoId]:
        """Name the videos that are shared with somebody, or wait for them."""
        query = sa.union(sa.select(grants.c.video), sa.select(invitations.c.video))
        async with self._database.reading() as connection:
            return [VideoId(one) for one in (await connection.execute(query)).scalars()]

    async def joined(self) -> Sequence[PersonId]:
        """Name the people with several accounts."""
        query = sa.select(identities.c.person).where(identities.c.origin != identities.c.person).distinct()
        async with self._database.reading() as connection:
            return [PersonId(one) for one in (await connection.execute(query)).scalars()]

    async def videos(self) -> Sequence[VideoId]:
        """Name every video that isn't being erased."""
        query = sa.select(videos.c.id).where(videos.c.state != Making.ERASING.value).order_by(videos.c.id)
        async with self._database.reading() as connection:
            return [VideoId(one) for one in (await connection.execute(query)).scalars()]

    async def people(self, ids: Collection[UUID]) -> Sequence[PersonId]:
        """Give those of some ids that are people's here who don't leave already."""
        query = sa.select(people.c.id).where(people.c.departure.is_(None)).order_by(people.c.id)
        async with self._database.reading() as connection:
            return [PersonId(one) for one in (await connection.execute(query)).scalars() if one in ids]

    async def present(self, ids: Collection[UUID]) -> Collection[UUID]:
        """Give those of some ids that are a video's, an asset's or a person's here."""
        asked, found = frozenset(ids), set[UUID]()
        async with self._database.reading() as connection:
            for table in (videos, assets, people):
                found |= asked.intersection((await connection.execute(sa.select(table.c.id))).scalars())
        return found


async def _lost(connection: AsyncConnection, gone: Sequence[AssetId]) -> Sequence[UUID]:
    made = sa.and_(assets.c.id.in_(gone), assets.c.role != AssetRole.INPUT.value)
    query = sa.select(assets.c.video).join(videos).where(made, videos.c.state == Making.READY.value)
    return list((await connection.execute(query)).scalars())


def _in_parts(gone: Collection[AssetId]) -> Sequence[Sequence[AssetId]]:
    """Cut a list that may be longer than a statement takes."""
    every = list(gone)
    return [every[at : at + _AT_ONCE] for at in range(0, len(every), _AT_ONCE)]
