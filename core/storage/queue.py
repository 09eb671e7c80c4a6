"""Start-time fair queuing (Goyal, Vin and Cheng, SIGCOMM 1996), in whole numbers.

No two numbers of a lane are the same, so that the places that people see are the order in which videos start.
"""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.people import PersonId
from core.records import Lane
from core.storage.tables import jobs, videos
from core.videos import Making, VideoId

UNIT = 1_000
"""One video's share of virtual time; the numbers in between set apart those of one turn, in the order they came."""

its_state: sa.ColumnElement[str] = sa.select(videos.c.state).where(videos.c.id == jobs.c.video).scalar_subquery()
"""What state the video of a job is in: looked up for each job, as lanes are short and a house's videos are many."""


async def next_finish(connection: AsyncConnection, person: PersonId, lane: Lane) -> int:
    """Give the virtual finishing time of a person's next video.

    It starts where the lane is now (the latest of what runs, else the first of what waits) or where the person's own
    last one ends, whichever is later: a burst of one person delays another by at most one video. Of several that
    would end at the same time the elder comes first.
    """
    in_lane = jobs.c.lane == lane.value
    running = sa.select(sa.func.max(jobs.c.finish)).where(in_lane, its_state == Making.MAKING.value)
    waiting = sa.select(sa.func.min(jobs.c.finish)).where(in_lane)
    own = sa.select(sa.func.max(jobs.c.finish)).where(in_lane, jobs.c.person == person)
    reached, first, own_last = [(await connection.execute(query)).scalar_one() for query in (running, waiting, own)]
    turn = max((reached or first or UNIT) // UNIT - 1, (own_last or 0) // UNIT) + 1
    beside = jobs.c.finish.between(turn * UNIT, turn * UNIT + UNIT - 1)
    last = (await connection.execute(sa.select(sa.func.max(jobs.c.finish)).where(in_lane, beside))).scalar_one()
    return turn * UNIT if last is None else int(last) + 1


async def first_in_line(connection: AsyncConnection, lane: Lane) -> VideoId | None:
    """Name the queued video with the smallest time; None when none is queued."""
    waiting = sa.select(jobs.c.video).where(jobs.c.lane == lane.value, its_state == Making.QUEUED.value)
    return (await connection.execute(waiting.order_by(jobs.c.finish).limit(1))).scalar_one_or_none()
