"""Start-time fair queuing (Goyal, Vin and Cheng, SIGCOMM 1996), in whole numbers, one unit a video."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.people import PersonId
from core.records import Lane
from core.storage.tables import jobs, videos
from core.videos import Making

UNIT = 1
_FIRST = 1


async def next_finish(connection: AsyncConnection, person: PersonId, lane: Lane) -> int:
    """Give the virtual finishing time of a person's next video.

    It starts where the lane is now (the smallest time of what runs, else of what waits) or where the person's own
    last one ends, whichever is later: a burst of one person delays another by at most one video.
    """
    in_lane = jobs.c.lane == lane.value
    running = sa.select(sa.func.max(jobs.c.finish)).join_from(jobs, videos)
    running = running.where(in_lane, videos.c.state == Making.MAKING.value)
    waiting = sa.select(sa.func.min(jobs.c.finish)).where(in_lane)
    own = sa.select(sa.func.max(jobs.c.finish)).where(in_lane, jobs.c.person == person)
    found = [(await connection.execute(query)).scalar_one_or_none() for query in (running, waiting, own)]
    reached, own_last = found[0] or found[1], found[2]
    start = max((reached or _FIRST) - UNIT, own_last or 0)
    return start + UNIT
