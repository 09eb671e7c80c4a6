"""Moves of the two transition tables: each a conditional update, with its event and its outbox rows."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import LostRace, NotAllowed
from core.people import PersonId
from core.storage.tables import jobs, publications, videos
from core.storage.telling import Telling
from core.videos import MAKING_MOVES, SHOWING_MOVES, UNFINISHED, Making, PublicationId, Showing, VideoId, starts_of

SETTLED = frozenset({Making.READY, Making.FAILED, Making.CANCELLED})
_CLOSED = frozenset({Showing.WITHDRAWN, Showing.REMOVED, Showing.EXPIRED})


async def state_of(connection: AsyncConnection, video: VideoId) -> Making | None:
    """Give the state of a video; None for a miss."""
    found = await connection.execute(sa.select(videos.c.state).where(videos.c.id == video))
    state = found.scalar_one_or_none()
    return None if state is None else Making(state)


async def move_video(
    connection: AsyncConnection,
    telling: Telling,
    video: VideoId,
    verb: str,
    *,
    actor: PersonId | None,
    reason: str,
    values: Mapping[str, Any],
) -> Making:
    """Make one move of MAKING_MOVES and set `values` with it. A video that is not unfinished leaves the queue.

    Raises LostRace("video_moved_on", state) when it is in no state that the verb starts from.
    """
    moves = starts_of(MAKING_MOVES, verb)
    end = moves[0].end
    before = await state_of(connection, video)
    changed = (
        sa.update(videos)
        .where(videos.c.id == video, videos.c.state.in_([move.start.value for move in moves]))
        .values(state=end.value, **values)
        .returning(videos.c.owner)
    )
    owner = (await connection.execute(changed)).scalar_one_or_none()
    if owner is None:
        raise LostRace("video_moved_on", state=before.value if before else "gone")
    await telling.note(video, verb, actor, reason)
    await telling.tell_owner("video", video, owner)
    await _tell_engine(telling, video, verb, before)
    if end not in UNFINISHED:
        await connection.execute(sa.delete(jobs).where(jobs.c.video == video))
    return end


async def _tell_engine(telling: Telling, video: VideoId, verb: str, before: Making | None) -> None:
    if verb == "queue":
        await telling.tell("engine", "make", video)
    if verb == "cancel" or (verb == "erase" and before in UNFINISHED):
        await telling.tell("engine", "cancel", video)
    if verb == "erase":
        await telling.tell("engine", "erase", video)


async def move_publication(
    connection: AsyncConnection,
    telling: Telling,
    publication: PublicationId,
    revision: int,
    verb: str,
    *,
    actor: PersonId | None,
    reason: str,
) -> Showing:
    """Make one move of SHOWING_MOVES on a revision.

    Raises LostRace("publication_moved_on", state) for another state or revision and for a video being erased,
    NotAllowed("held") for a move that opens while the video is held.
    """
    moves = starts_of(SHOWING_MOVES, verb)
    end = moves[0].end
    found = await connection.execute(
        sa.select(publications.c.state, videos.c.state.label("making"), videos.c.hold, videos.c.owner)
        .join_from(publications, videos)
        .where(publications.c.id == publication)
    )
    row = found.one_or_none()
    if row is None or row.making == Making.ERASING.value:
        raise LostRace("publication_moved_on", state="gone")
    if moves[0].opens and row.hold:
        raise NotAllowed("held")
    named = (publications.c.id == publication, publications.c.revision == revision)
    starts = publications.c.state.in_([move.start.value for move in moves])
    values = {"state": end.value, **_revisions(end, revision)}
    if (await connection.execute(sa.update(publications).where(*named, starts).values(values))).rowcount == 0:
        raise LostRace("publication_moved_on", state=row.state)
    await telling.note(publication, verb, actor, reason)
    await telling.tell_owner("publication", publication, row.owner)
    return end


def _revisions(end: Showing, revision: int) -> dict[str, int | None]:
    """Say what a move changes in what is seen. A new draft is a new revision: old decisions don't reach it."""
    if end is Showing.DRAFT:
        return {"revision": revision + 1}
    if end is Showing.SHOWN:
        return {"shown_revision": revision}
    return {"shown_revision": None} if end in _CLOSED else {}
