"""Start-time fair queuing (Goyal, Vin and Cheng, SIGCOMM 1996), in whole numbers."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.people import PersonId
from core.records import Lane
from core.storage.tables import jobs, videos
from core.videos import Making

UNIT = 1_000
"""One video. What is left over counts those of equal time, so that the engine's order is the one that people see."""


async def next_finish(connection: AsyncConnection, person: PersonId, lane: Lane) -> int:
    """Give the virtual finishing time of a person's next video, different from all others that wait.

    It starts where the lane is now (the largest time of what runs, else the smallest of what waits) or where the
    person's own last one ends, whichever is later: a burst of one person delays another by at most one video.
    """
    in_lane = jobs.c.lane == lane.value
    running = sa.select(sa.func.max(jobs.c.finish)).join_from(jobs, videos)
    running = running.where(in_lane, videos.c.state == Making.MAKING.value)
    waiting = sa.select(sa.func.min(jobs.c.finish)).where(in_lane)
    own = sa.select(sa.func.max(jobs.c.finish)).where(in_lane, jobs.c.person == person)
    found = [(await connection.execute(query)).scalar_one_or_none() for query in (running, waiting, own)]
    reached, own_last = (found[0] or found[1] or UNIT) // UNIT, (found[2] or 0) // UNIT
    first = (max(reached - 1, own_last) + 1) * UNIT
    equal = sa.select(sa.func.max(jobs.c.finish)).where(in_lane, jobs.c.finish.between(first, first + UNIT - 1))
    last = (await connection.execute(equal)).scalar_one_or_none()
    return first if last is None else min(last + 1, first + UNIT - 1)
