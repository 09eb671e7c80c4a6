"""A draft: a video that is asked for and waits for its owner to change it or to start it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.errors import LostRace, RouteRefused
from core.gate import Action, Surface
from core.generation.choosing import route_of
from core.generation.given import Given, seconds_for
from core.generation.order import Wish, order_of
from core.generation.own import own_video
from core.generation.paying import Purse
from core.generation.sending import Papers, check_may_begin
from core.people import Viewer
from core.ports import Reads, Store
from core.records import VideoView
from core.routes import Generator, lane_of
from core.videos import Extras, Making, Portrayed, VideoId


async def change(
    viewer: Viewer,
    video: VideoId,
    wish: Wish,
    surface: Surface,
    *,
    store: Store,
    generators: Mapping[str, Generator],
) -> None:
    """Ask for something else with the same inputs, by the same route. Whoever may rename a video may change its draft.

    Raises what `order_of` raises, NotFound and NotAllowed as the gate says, LostRace when it is no draft any more.
    """
    async with store.write() as writes:
        view = await draft_of(viewer, video, surface, writes)
        wish = replace(wish, route=view.video.route, extras=view.extras)
        order = order_of(wish, given_in(view), seed=view.video.seed, generators=generators)
        await writes.change_order(video, order, actor=view.video.owner)


async def reroute(
    viewer: Viewer,
    video: VideoId,
    route: str,
    surface: Surface,
    *,
    store: Store,
    generators: Mapping[str, Generator],
) -> None:
    """Have a draft made by another route, with all that was chosen for it. Raises as `change` does.

    Raises RouteRefused too where a rule forbids that route; see `core.generation.choosing`. A draft that goes on from a
    video can be made where that was made, and nowhere else: route_choice_unfit(choice).
    """
    async with store.write() as writes:
        view = await draft_of(viewer, video, surface, writes)
        allowed = await route_of(route, viewer, surface, writes, generators=generators, video=video)
        if view.extras.continues:
            raise RouteRefused("route_choice_unfit", choice="continues")
        wish = replace(chosen(view, generators), route=allowed, extras=Extras())
        order = order_of(wish, given_in(view), seed=view.video.seed, generators=generators)
        await writes.change_order(video, order, actor=view.video.owner)


async def refine(
    viewer: Viewer,
    video: VideoId,
    extras: Extras,
    surface: Surface,
    *,
    store: Store,
    generators: Mapping[str, Generator],
) -> None:
    """Choose what only a draft's route can be asked for beside. Raises as `change` does."""
    async with store.write() as writes:
        view = await draft_of(viewer, video, surface, writes)
        wish = replace(chosen(view, generators), extras=extras)
        order = order_of(wish, given_in(view), seed=view.video.seed, generators=generators)
        await writes.change_order(video, order, actor=view.video.owner)


async def start(
    viewer: Viewer,
    video: VideoId,
    surface: Surface,
    *,
    route: str,
    store: Store,
    generators: Mapping[str, Generator],
    papers: Papers,
    purse: Purse | None,
) -> None:
    """Queue a draft, by the `route` whose card they saw: the only door to a route that leaves the house.

    What it costs is reserved from the `purse`.

    Raises NotFound and NotAllowed as the gate says, LostRace when it is no draft any more or goes another way by now,
    and what `check_may_begin` and `Purse.reserve` raise.
    """
    async with store.write() as writes:
        view = await draft_of(viewer, video, surface, writes)
        if view.video.route != route:
            raise LostRace("video_moved_on", state=view.video.state.value)
        await check_may_begin(view, viewer, surface, writes, generators=generators, papers=papers)
        if purse is not None:
            await purse.reserve(view, writes)
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


def given_in(view: VideoView) -> Sequence[Given]:
    """Give what is known of a draft's inputs."""
    return [Given.of(asset) for asset in view.inputs]


def chosen(view: VideoView, generators: Mapping[str, Generator]) -> Wish:
    """Give what was typed and chosen so far: a choice is what differs from what would have followed by itself.

    Nothing tells a choice of just that from none; it follows what is added.
    """
    video, there = view.video, given_in(view)
    typed = Wish(
        view.prompt,
        seconds=video.seconds,
        route=video.route,
        abstract=True,
        text=view.text,
        start_ms=video.start_ms,
        extras=view.extras,
    )
    if video.route not in generators:
        return replace(typed, shape=video.shape, effect=video.effect)
    follows = order_of(typed, there, seed=video.seed, generators=generators)
    usual_s = seconds_for(there, video.effect, video.start_ms)
    return replace(
        typed,
        shape=None if video.shape is follows.shape else video.shape,
        seconds=None if video.seconds == usual_s else video.seconds,
        effect=None if video.effect is follows.effect else video.effect,
    )
