"""The way to somebody's own video: the gate is asked, and then it is read."""

from core.errors import NotAllowed, NotFound
from core.gate import Action, Surface
from core.people import Viewer
from core.ports import Reads
from core.records import VideoView
from core.videos import VideoId


async def own_video(viewer: Viewer, action: Action, video: VideoId, surface: Surface, reads: Reads) -> VideoView:
    """Give a video on which the viewer may do `action`. Raises NotFound and NotAllowed as the gate says."""
    decision = await reads.decide(viewer, action, video, surface)
    if not decision.allowed:
        raise NotAllowed(decision.reason.value)
    view = await reads.video(viewer, video, surface)
    if view is None:
        raise NotFound("video_not_found")
    return view
