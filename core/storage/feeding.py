"""What sweeps and deliverers read of publications, without a viewer; each call is a transaction of its own."""

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from core.people import CommunityId, PersonId, Platform
from core.ports import Clock
from core.publications import Feed, Proposal, Revision
from core.storage.captions import open_caption
from core.storage.database import Database
from core.storage.rows import assets_of, publication_of
from core.storage.tables import communities, posted, publications, revisions, videos
from core.storage.words import Wraps
from core.videos import SHOWABLE_ROLES, Audience, Making, Portrayed, PublicationId, Showing, VideoId


class KnownPublications:
    """The ledger's part that is about publications."""

    _database: Database
    _master_key: Wraps
    _clock: Clock

    async def to_post(self, now_ms: int, limit: int) -> Sequence[tuple[PublicationId, int]]:
        """Name approved revisions whose time to go out has come."""
        due = sa.and_(revisions.c.post_at_ms <= now_ms, revisions.c.state == Showing.APPROVED.value)
        open_now = sa.and_(videos.c.state != Making.ERASING.value, ~videos.c.hold)
        query = sa.select(publications.c.id, revisions.c.number).select_from(revisions.join(publications).join(videos))
        return await self._named(query.where(due, open_now).order_by(revisions.c.post_at_ms).limit(limit))

    async def to_expire(self, now_ms: int, limit: int) -> Sequence[tuple[PublicationId, int]]:
        """Name shown revisions whose own end has come."""
        due = sa.and_(revisions.c.state == Showing.SHOWN.value, revisions.c.until_ms <= now_ms)
        query = sa.select(publications.c.id, revisions.c.number).select_from(revisions.join(publications).join(videos))
        living = videos.c.state != Making.ERASING.value
        return await self._named(query.where(due, living).order_by(revisions.c.until_ms).limit(limit))

    async def _named(self, query: sa.Select[Any]) -> Sequence[tuple[PublicationId, int]]:
        async with self._database.reading() as connection:
            return [(PublicationId(row.id), row.number) for row in await connection.execute(query)]

    async def to_trim(self, now_ms: int, limit: int) -> Collection[VideoId]:
        """Name videos that are kept by a publication alone, and whose words and inputs are still there."""
        whole = sa.and_(videos.c.trimmed == sa.false(), videos.c.state == Making.READY.value)
        ends = (videos.c.ends_at_ms, videos.c.inputs_end_at_ms)
        over = (sa.select(videos.c.id).where(whole, end <= now_ms).order_by(end).limit(limit) for end in ends)
        async with self._database.reading() as connection:
            found = [row.id for query in over for row in await connection.execute(query)]
        return [VideoId(one) for one in dict.fromkeys(found)][:limit]

    async def posts_in(self, community: CommunityId) -> Sequence[PublicationId]:
        """Name the publications of a community that have a post in a channel."""
        query = sa.select(publications.c.id).join_from(publications, posted, posted.c.id == publications.c.id)
        async with self._database.reading() as connection:
            rows = await connection.execute(query.where(publications.c.community == community))
            return [PublicationId(one) for one in rows.scalars()]

    async def feed(self, publication: PublicationId) -> Feed | None:
        """Say what a community's channel has to show of a publication; None when it or the community is gone."""
        wanted = (communities.c[name] for name in ("platform", "showcase", "spoilers"))
        address = communities.c.slug.label("community_slug")
        video = (videos.c[name] for name in ("owner", "seconds", "hold"))
        query = (
            sa.select(publications, *wanted, address, *video, videos.c.state.label("making"))
            .select_from(publications.join(videos).join(communities, communities.c.id == publications.c.community))
            .where(publications.c.id == publication, communities.c.ended_at_ms.is_(None))
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
            if row is None or row.making == Making.ERASING.value:
                return None
            assets = (await assets_of(connection, [row.video]))[row.video]
            named = sa.and_(revisions.c.publication == row.id, revisions.c.number == row.shown_revision)
            shown = (await connection.execute(sa.select(revisions).where(named))).one_or_none()
        return Feed(
            publication=publication_of(row),
            owner=PersonId(row.owner),
            platform=Platform(row.platform),
            place=row.showcase,
            shown=None if shown is None or row.hold else self._shown(shown),
            assets=tuple(one for one in assets if one.role in SHOWABLE_ROLES),
            seconds=row.seconds,
            slug=row.slug or "",
            spoilers=row.spoilers,
            community_slug=row.community_slug or "",
        )

    def _shown(self, row: Any) -> Revision:
        caption, _ = open_caption(row.wrapped_key, row.words, (row.publication, row.number), self._master_key)
        proposal = Proposal(caption, Audience(row.audience), Portrayed(row.portrayed), row.until_ms)
        return Revision(row.number, Showing(row.state), proposal)
