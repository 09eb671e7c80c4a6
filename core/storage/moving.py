"""Moves of a video's making: each a conditional update, with its event and its outbox rows."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.errors import LostRace
from core.people import PersonId
from core.storage.exporting import close_exports
from core.storage.revising import unlist
from core.storage.spending import follow_making
from core.storage.tables import jobs, videos
from core.storage.telling import Telling
from core.videos import MAKING_MOVES, UNFINISHED, Making, VideoId, starts_of

AT_ONCE = 1_000
"""How many ids stand in one statement."""

_HAS_A_FLOW = frozenset({*UNFINISHED, Making.UNSURE})

SETTLED = frozenset({Making.READY, Making.FAILED, Making.CANCELLED})


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
    await follow_making(connection, [video], end)
    if end is Making.ERASING:
        await close_exports(connection, sa.select(videos.c.owner).where(videos.c.id == video))
        await telling.tell_communities([video])
        await unlist(connection, [video])
    if end not in UNFINISHED:
        await connection.execute(sa.delete(jobs).where(jobs.c.video == video))
    return end


async def close_all(
    connection: AsyncConnection, telling: Telling, owners: Sequence[PersonId], reason: str
) -> Sequence[VideoId]:
    """Begin to erase every video of some owners, who are told nothing; gives all that are being erased then.

    It is what `move_video` does for each of them, with as few statements as can be: others wait for the write lock.
    """
    owned = sa.select(videos.c.id).where(videos.c.owner.in_(owners)).order_by(videos.c.id)
    every = [VideoId(one) for one in (await connection.execute(owned)).scalars()]
    open_still = owned.where(videos.c.state != Making.ERASING.value)
    closing = [VideoId(one) for one in (await connection.execute(open_still)).scalars()]
    for some in in_helpings(closing):
        await close_videos(connection, telling, some, reason)
    await telling.tell_readers(owners)
    return every


async def close_videos(
    connection: AsyncConnection, telling: Telling, closing: Sequence[VideoId], reason: str
) -> Mapping[VideoId, PersonId]:
    """Do to several videos what the move "erase" does to one, but for telling people and beginning flows.

    Gives their owners. Raises LostRace("video_moved_on", state) when one is being erased already, or gone.
    """
    starts = [move.start.value for move in starts_of(MAKING_MOVES, "erase")]
    query = sa.select(videos.c.id, videos.c.owner, videos.c.state)
    rows = (await connection.execute(query.where(videos.c.id.in_(closing), videos.c.state.in_(starts)))).all()
    named = sa.update(videos).where(videos.c.id.in_(closing), videos.c.state.in_(starts))
    changed = await connection.execute(named.values(state=Making.ERASING.value))
    if changed.rowcount != len(closing):
        other = next(one for one in closing if one not in {row.id for row in rows})
        before = await state_of(connection, other)
        raise LostRace("video_moved_on", state=before.value if before else "gone")
    await telling.note_all(closing, "erase", reason)
    unfinished = {row.id for row in rows if Making(row.state) in _HAS_A_FLOW}
    await telling.tell_all("engine", "cancel", [one for one in closing if one in unfinished])
    await telling.tell_communities(closing)
    await unlist(connection, closing)
    await follow_making(connection, closing, Making.ERASING)
    await connection.execute(sa.delete(jobs).where(jobs.c.video.in_(closing)))
    return {VideoId(row.id): PersonId(row.owner) for row in rows}


def in_helpings(named: Sequence[VideoId]) -> Sequence[Sequence[VideoId]]:
    """Cut a list that may be longer than a statement takes."""
    return [named[at : at + AT_ONCE] for at in range(0, len(named), AT_ONCE)]


async def _tell_engine(telling: Telling, video: VideoId, verb: str, before: Making | None) -> None:
    if verb == "queue":
        await telling.tell("engine", "make", video)
    if verb == "cancel" or (verb == "erase" and before in _HAS_A_FLOW):
        await telling.tell("engine", "cancel", video)
    if verb == "erase":
        await telling.tell("engine", "erase", video)
