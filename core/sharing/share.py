"""Sharing: chosen people may see a video, until a date or until its owner stops it."""

from collections.abc import Sequence

from core.errors import BadInput, NotAllowed, NotFound
from core.gate import Action, Surface
from core.grants import NAME_LONGEST, Given, Grant, Receiver
from core.people import PersonId, Viewer
from core.ports import Clock, Reads, Store
from core.records import VideoView
from core.videos import Making, VideoId


async def share(
    viewer: Viewer,
    video: VideoId,
    receivers: Sequence[Receiver],
    until_ms: int | None,
    surface: Surface,
    *,
    giver: str,
    store: Store,
    clock: Clock,
) -> Sequence[tuple[Receiver, Given]]:
    """Let people see a video, all of them or none. `giver` is what the owner's platform calls them now.

    Raises BadInput: share_nobody, share_oneself, share_not_ready, share_date_past; LimitReached("share_full", limit);
    NotFound and NotAllowed as the gate says.
    """
    if not receivers:
        raise BadInput("share_nobody")
    check_date(until_ms, clock)
    async with store.write() as writes:
        view, owner = await own_video(viewer, video, surface, writes)
        if view.video.state is not Making.READY:
            raise BadInput("share_not_ready")
        told = {}
        for one in receivers:
            told[one] = await writes.give(video, one, tidy(giver), until_ms, actor=owner)
    return list(told.items())


async def date_sharing(
    viewer: Viewer, video: VideoId, until_ms: int | None, surface: Surface, *, store: Store, clock: Clock
) -> None:
    """Set when all sharing of a video ends (UTC ms), None for when its owner stops it.

    Raises BadInput: share_nobody, share_date_past; NotFound and NotAllowed as the gate says.
    """
    check_date(until_ms, clock)
    async with store.write() as writes:
        _, owner = await own_video(viewer, video, surface, writes)
        if not await writes.date_grants(video, until_ms, actor=owner):
            raise BadInput("share_nobody")


async def shared_with(viewer: Viewer, video: VideoId, *, store: Store) -> Sequence[Grant]:
    """Give whom the viewer's own video is shared with."""
    async with store.read() as reads:
        return await reads.grants(viewer, video)


async def own_video(viewer: Viewer, video: VideoId, surface: Surface, reads: Reads) -> tuple[VideoView, PersonId]:
    """Ask the gate whether the viewer may share a video. Raises NotFound, NotAllowed."""
    decision = await reads.decide(viewer, Action.SHARE, video, surface)
    view = await reads.video(viewer, video, surface)
    if viewer.person is None or view is None:
        raise NotFound("video_not_found")
    if not decision.allowed:
        raise NotAllowed(decision.reason.value)
    return view, viewer.person


def check_date(until_ms: int | None, clock: Clock) -> None:
    """Raise BadInput("share_date_past") for a time that is over."""
    if until_ms is not None and until_ms <= clock.now_ms():
        raise BadInput("share_date_past")


def tidy(name: str) -> str:
    """Give a display name as it is kept: in one line, not too long."""
    return " ".join(name.split())[:NAME_LONGEST]
