"""A draft: a video that is asked for and waits for its owner to change it or to start it."""

from collections.abc import Mapping

from core.errors import BadInput, LostRace
from core.gate import Action, Surface
from core.generation.given import Given
from core.generation.order import Wish, order_of
from core.generation.own import own_video
from core.people import Viewer
from core.ports import Reads, Store
from core.records import VideoView
from core.routes import Generator, lane_of
from core.videos import Making, Portrayed, VideoId


async def change(
    viewer: Viewer,
    video: VideoId,
    wish: Wish,
    surface: Surface,
    *,
    store: Store,
    generators: Mapping[str, Generator],
) -> None:
    """Ask for something else with the same inputs. Whoever may rename a video may change its draft.

    Raises what `order_of` raises, NotFound and NotAllowed as the gate says, LostRace when it is no draft any more.
    """
    async with store.write() as writes:
        view = await draft_of(viewer, video, surface, writes)
        given = [Given.of(asset) for asset in view.inputs]
        order = order_of(wish, given, seed=view.video.seed, generators=generators)
        await writes.change_order(video, order, actor=view.video.owner)


async def start(viewer: Viewer, video: VideoId, surface: Surface, *, store: Store) -> None:
    """Queue a draft. Raises NotFound and NotAllowed as the gate says, LostRace when it is no draft any more.

    Raises BadInput("portrayed_unsaid") where it has to be said first who is in the pictures.
    """
    async with store.write() as writes:
        view = await draft_of(viewer, video, surface, writes)
        if view.video.portrayed is Portrayed.UNSAID:
            raise BadInput("portrayed_unsaid")
        await writes.move_video(video, "queue", actor=viewer.person)
        await writes.enqueue(video, view.video.owner, lane_of(view.video.route))


async def say_portrayed(
    viewer: Viewer, video: VideoId, portrayed: Portrayed, surface: Surface, *, store: Store
) -> None:
    """Say who is in the pictures of a draft. Raises as `change` does, LostRace too when that was said already."""
    async with store.write() as writes:
        view = await draft_of(viewer, video, surface, writes)
        await writes.say_portrayed(video, portrayed, actor=view.video.owner)


async def draft_of(viewer: Viewer, video: VideoId, surface: Surface, reads: Reads) -> VideoView:
    """Give a draft that the viewer may change.

    Raises NotFound and NotAllowed as the gate says, LostRace("video_moved_on", state) when it is no draft any more.
    """
    view = await own_video(viewer, Action.RENAME, video, surface, reads)
    if view.video.state is not Making.ASKED:
        raise LostRace("video_moved_on", state=view.video.state.value)
    return view
