"""End dates as the owner sets them: earlier, or later within what the operator allows."""

from core.errors import BadInput, NotAllowed
from core.gate import Action, Surface
from core.people import Viewer
from core.ports import Clock, Store
from core.videos import Video, VideoId


def latest_end_ms(video: Video, retention_max_ms: int) -> int:
    """Give how late a video may end (UTC ms): counted from when it was made, or asked for while it isn't."""
    return (video.finished_at_ms or video.asked_at_ms) + retention_max_ms


async def set_end(
    viewer: Viewer,
    video: VideoId,
    surface: Surface,
    ends_at_ms: int,
    *,
    store: Store,
    clock: Clock,
    retention_max_ms: int,
) -> None:
    """Set when a video is erased (UTC ms): at most `retention_max_ms` after it was made, or asked for.

    Raises BadInput("end_date_in_past"), BadInput("end_date_too_late", latest_ms), NotFound and NotAllowed as the gate
    says, LostRace when it is being erased already.
    """
    if viewer.person is None:
        raise NotAllowed("unrelated")
    async with store.write() as writes:
        decision = await writes.decide(viewer, Action.ENDDATE, video, surface)
        view = await writes.video(viewer, video, surface)
        if not decision.allowed or view is None:
            raise NotAllowed(decision.reason.value)
        latest_ms = latest_end_ms(view.video, retention_max_ms)
        if ends_at_ms <= clock.now_ms():
            raise BadInput("end_date_in_past")
        if ends_at_ms > latest_ms:
            raise BadInput("end_date_too_late", latest_ms=latest_ms)
        await writes.set_end(video, ends_at_ms, actor=viewer.person)
