"""The queue of videos that wait to be made: who is first in it begins when a slot is free."""

from uuid import UUID

from core.ports import Store
from core.records import Lane
from core.routes import FLOWS


async def begin_first(store: Store, lane: Lane = Lane.RENDER) -> tuple[str, UUID] | None:
    """Let the video of place 1 in a lane begin, and name the flow that makes it; None when none is queued.

    Chosen and begun in one transaction, so that the place that its owner saw was true to the last moment.
    """
    async with store.write() as writes:
        video = await writes.first_in_line(lane)
        if video is None:
            return None
        await writes.move_video(video, "start")
        return FLOWS[lane], video
