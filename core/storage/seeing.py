"""What an owner is told of those who saw a video without a grant: moderators' looks, and plays on showcases' pages."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.grants import Look
from core.people import OPERATOR, Viewer
from core.storage.tables import events, identities, publications, videos
from core.videos import PublicationId, VideoId

LOOKS_MOST = 200


class SeenReads:
    """The reading door's part that is about looks and plays: of the viewer's own video."""

    _connection: AsyncConnection

    async def looks(self, viewer: Viewer, video: VideoId) -> Sequence[Look]:
        """Give when moderators, or the operator, opened the viewer's own video to decide, the newest first; not who."""
        theirs = sa.select(identities.c.origin).where(identities.c.person == viewer.person)
        published = sa.select(publications.c.id).where(publications.c.video == video)
        query = sa.select(publications.c.community, events.c.at_ms, events.c.actor).select_from(events)
        query = query.outerjoin(publications, publications.c.id == events.c.subject)
        query = query.where(sa.or_(events.c.subject == video, events.c.subject.in_(published)), events.c.verb == "look")
        query = query.where(sa.exists().where(videos.c.id == video, videos.c.owner == viewer.person))
        others = sa.and_(events.c.actor != viewer.person, events.c.actor.not_in(theirs))
        query = query.where(sa.or_(events.c.actor.is_(None), others))
        rows = await self._connection.execute(query.order_by(events.c.sequence.desc()).limit(LOOKS_MOST))
        return [Look(None if row.actor == OPERATOR else row.community, row.at_ms) for row in rows]

    async def plays(self, viewer: Viewer, video: VideoId) -> int:
        """Count how often the viewer's own video was handed over on a showcase's page, to whomever."""
        query = sa.select(sa.func.coalesce(sa.func.sum(publications.c.plays), 0)).join(videos)
        query = query.where(publications.c.video == video, videos.c.owner == viewer.person)
        return int((await self._connection.execute(query)).scalar_one())


class SeenWrites(SeenReads):
    """The writing door's part that is about plays."""

    async def count_play(self, publication: PublicationId) -> None:
        """Count that a video was handed over on a showcase's page; of whom, nothing is kept."""
        named = sa.update(publications).where(publications.c.id == publication)
        await self._connection.execute(named.values(plays=publications.c.plays + 1))
