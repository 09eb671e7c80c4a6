"""Cancel: the owner's Stop while a video waits or is being made."""

from core.errors import NotAllowed
from core.gate import Action, Surface
from core.generation.ends import end_when_settled
from core.people import Viewer
from core.ports import Clock, Store
from core.videos import VideoId


async def cancel(
    viewer: Viewer, video: VideoId, surface: Surface, *, store: Store, clock: Clock, retention_ms: int
) -> None:
    """Stop the making of a video; whoever may delete it may stop it. The engine hears of it by the outbox.

    Raises NotFound and NotAllowed as the gate says, LostRace(state) when it is no longer being made.
    """
    async with store.write() as writes:
        decision = await writes.decide(viewer, Action.DELETE, video, surface)
        if not decision.allowed:
            raise NotAllowed(decision.reason.value)
        view = await writes.video(viewer, video, surface)
        ends_at_ms = end_when_settled(view.video, clock.now_ms(), retention_ms) if view else None
        await writes.move_video(video, "cancel", actor=viewer.person, ends_at_ms=ends_at_ms)
