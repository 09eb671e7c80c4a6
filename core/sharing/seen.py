"""Who opened a video of somebody else's: noted when its bytes are handed over, and told to its owner alone."""

from core.errors import NotFound
from core.gate import Action, Surface
from core.grants import Seen, Through
from core.people import Viewer
from core.ports import Store
from core.videos import PublicationId, VideoId


async def note_opening(viewer: Viewer, video: VideoId, through: Through, *, store: Store) -> None:
    """Note that somebody was handed a video that is shared with them; nothing is noted of its owner."""
    async with store.read() as reads:
        if await reads.grant(viewer, video) is None:
            return
    async with store.write() as writes:
        await writes.note_opening(viewer, video, through)


async def note_play(publication: PublicationId, *, store: Store) -> None:
    """Count that a showcase's page handed a video over, to whomever."""
    async with store.write() as writes:
        await writes.count_play(publication)


async def note_look(viewer: Viewer, publication: PublicationId, *, store: Store) -> None:
    """Note that a moderator was handed what is to be decided; nothing is noted of anybody without a name here."""
    if viewer.person is None:
        return
    async with store.write() as writes:
        await writes.note_look(publication, moderator=viewer.person)


async def who_saw(viewer: Viewer, video: VideoId, surface: Surface, *, store: Store) -> Seen:
    """Give who opened the viewer's own video, the newest first. Raises NotFound for anybody else's."""
    async with store.read() as reads:
        decision = await reads.decide(viewer, Action.SHARE, video, surface)
        view = await reads.video(viewer, video, surface)
        if view is None or view.video.owner != viewer.person or not (decision.allowed or view.hold):
            raise NotFound("video_not_found")
        return Seen(
            await reads.openings(viewer, video),
            await reads.looks(viewer, video),
            await reads.break_glass(viewer, video),
            await reads.plays(viewer, video),
        )


async def mute(viewer: Viewer, video: VideoId, *, store: Store) -> None:
    """Refuse notices from whoever shared a video with the viewer. Raises NotFound where nobody did."""
    async with store.write() as writes:
        if await writes.grant(viewer, video) is None:
            raise NotFound("video_not_found")
        await writes.mute(viewer, video)
