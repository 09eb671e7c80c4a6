"""What an owner is told of those who saw a video without a grant.

Moderators' looks, plays on showcases' pages, and what the operator opened at the machine.
"""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import NotFound
from core.grants import BROKEN, BreakGlass, Look
from core.people import OPERATOR, PersonId, Viewer
from core.ports import Clock, Ids
from core.storage.tables import break_glass, events, identities, publications, videos
from core.storage.telling import Telling
from core.storage.words import Wraps
from core.videos import AssetRole, Making, PublicationId, VideoId

LOOKS_MOST = 200


class SeenReads:
    """The reading door's part that is about looks and plays: of the viewer's own video."""

    _connection: AsyncConnection
    _master_key: Wraps

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

    async def break_glass(self, viewer: Viewer, video: VideoId) -> Sequence[BreakGlass]:
        """Give when the operator opened the viewer's own video at the machine, and why, the newest first."""
        query = sa.select(break_glass).join(videos, videos.c.id == break_glass.c.video)
        query = query.where(break_glass.c.video == video, videos.c.owner == viewer.person)
        rows = await self._connection.execute(query.order_by(break_glass.c.at_ms.desc()).limit(LOOKS_MOST))
        return [BreakGlass(AssetRole(row.role), self._reason(row.id, row.reason), row.at_ms) for row in rows]

    def _reason(self, name: UUID, sealed: bytes) -> str:
        return self._master_key.unwrap(sealed, _context(name)).decode()


class SeenWrites(SeenReads):
    """The writing door's part that is about plays, and about what the operator opens at the machine."""

    _telling: Telling
    _clock: Clock
    _ids: Ids

    async def count_play(self, publication: PublicationId) -> None:
        """Count that a video was handed over on a showcase's page; of whom, nothing is kept."""
        named = sa.update(publications).where(publications.c.id == publication)
        await self._connection.execute(named.values(plays=publications.c.plays + 1))

    async def note_break_glass(self, video: VideoId, role: AssetRole, reason: str) -> None:
        """Note that the operator opens a video's bytes, and why, and have its owner told; the reason is sealed."""
        query = sa.select(videos.c.owner).where(videos.c.id == video, videos.c.state != Making.ERASING.value)
        owner = (await self._connection.execute(query)).scalar_one_or_none()
        if owner is None:
            raise NotFound("video_not_found")
        name = self._ids.new()
        sealed = self._master_key.wrap(reason.encode(), _context(name))
        values = {"id": name, "video": video, "role": role.value, "reason": sealed, "at_ms": self._clock.now_ms()}
        await self._connection.execute(sa.insert(break_glass).values(values))
        await self._telling.note(video, "break_glass", OPERATOR, role.value)
        await self._telling.tell_owner(BROKEN, video, PersonId(owner))


def _context(name: UUID) -> bytes:
    return b"break-glass:" + name.bytes
