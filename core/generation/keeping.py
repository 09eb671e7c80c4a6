"""What an owner changes of a video that is kept: its title, and the date on which it is erased."""

import unicodedata

from core.errors import BadInput, LimitReached, NotAllowed
from core.gate import Action, Surface
from core.people import PersonId, Viewer
from core.ports import Clock, Store, Writes
from core.videos import TITLE_LONGEST, VideoId


async def rename(viewer: Viewer, video: VideoId, title: str, surface: Surface, *, store: Store) -> None:
    """Give a video another title, kept sealed; an empty one brings the prompt's first words back for its owner.

    Raises BadInput("title_too_long", limit, given), NotFound and NotAllowed as the gate says.
    """
    tidy = " ".join(unicodedata.normalize("NFC", title).split())
    if len(tidy) > TITLE_LONGEST:
        raise BadInput("title_too_long", limit=TITLE_LONGEST, given=len(tidy))
    async with store.write() as writes:
        await _allowed(viewer, Action.RENAME, video, surface, writes)
        await writes.rename(video, tidy)


async def move_end(
    viewer: Viewer, video: VideoId, ends_at_ms: int, surface: Surface, *, store: Store, clock: Clock, most_ms: int
) -> None:
    """Set when a video is erased (UTC ms): later than now, and at most `most_ms` ahead.

    Raises BadInput("end_past"), LimitReached("end_too_late", most_ms), NotFound and NotAllowed as the gate says.
    """
    now_ms = clock.now_ms()
    if ends_at_ms <= now_ms:
        raise BadInput("end_past")
    if ends_at_ms > now_ms + most_ms:
        raise LimitReached("end_too_late", most_ms=most_ms)
    async with store.write() as writes:
        person = await _allowed(viewer, Action.ENDDATE, video, surface, writes)
        await writes.set_end(video, ends_at_ms, actor=person)


async def _allowed(viewer: Viewer, action: Action, video: VideoId, surface: Surface, writes: Writes) -> PersonId:
    decision = await writes.decide(viewer, action, video, surface)
    if not decision.allowed or viewer.person is None:
        raise NotAllowed(decision.reason.value)
    return viewer.person
