"""Again, Change, Extend and Go on: what a video was made of, or that itself, as the start of a video of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.errors import BadInput, NotFound
from core.gate import Action, Surface
from core.generation.ask import Input, ask
from core.generation.choosing import leaves, route_of
from core.generation.create import seed_from
from core.generation.given import Given, seconds_for
from core.generation.order import order_in
from core.generation.own import own_video
from core.generation.routing import FIRST
from core.people import Platform, Viewer
from core.ports import Clock, Ids, Store, Vault
from core.records import Order, VideoView
from core.routes import Generator
from core.videos import AssetRole, Effect, Extras, Making, Portrayed, Video, VideoId, Words

GOES_ON_S = 5
"""By how much Kling extends a video at a time, in seconds (kling-api-docs)."""


async def again(
    viewer: Viewer,
    video: VideoId,
    surface: Surface,
    *,
    store: Store,
    vault: Vault,
    clock: Clock,
    ids: Ids,
    retention_ms: int,
    generators: Mapping[str, Generator],
    draft: bool = False,
    asked_on: Platform = Platform.DEMO,
) -> VideoId:
    """Make a video once more with a new seed, or keep that as a draft; its inputs are sealed again under new keys.

    What would leave the house is kept as a draft, always. It takes the prompt and the inputs out, as an export does:
    the gate is asked for that right.

    Raises BadInput("portrayed_unsaid") where it has to be said first who is in the pictures, NotFound and NotAllowed as
    the gate says, LimitReached("too_many_unfinished", limit), RouteRefused where its route may not be used any more.
    """
    view, inputs = await _taken_out(viewer, video, surface, AssetRole.INPUT, store=store, vault=vault)
    before = view.video
    draft = draft or leaves(before.route, generators)
    if not draft:
        await _check_may_begin(view, viewer, surface, store, generators)
    order = replace(order_in(view), seed=seed_from(ids))
    return await _out_of(
        before,
        viewer,
        order,
        Words(prompt=view.prompt, text=view.text, extras=view.extras),
        inputs,
        store=store,
        vault=vault,
        clock=clock,
        ids=ids,
        retention_ms=retention_ms,
        asked_on=asked_on,
        draft=draft,
    )


async def extend(
    viewer: Viewer,
    video: VideoId,
    surface: Surface,
    *,
    store: Store,
    vault: Vault,
    clock: Clock,
    ids: Ids,
    retention_ms: int,
    generators: Mapping[str, Generator],
    asked_on: Platform = Platform.DEMO,
) -> VideoId:
    """Keep a draft that lengthens a ready video: the video itself, sealed again, is its clip. That stays in the house.

    Raises NotFound and NotAllowed as the gate says, LimitReached("too_many_unfinished", limit).
    """
    view, inputs = await _taken_out(viewer, video, surface, AssetRole.OUTPUT, store=store, vault=vault)
    if view.video.state is not Making.READY:
        raise NotFound("video_not_found")
    before = view.video
    given = [Given.of(asset) for asset in view.assets if asset.role is AssetRole.OUTPUT]
    seconds = seconds_for(given, Effect.EXTEND, 0)
    route = before.route if before.route in generators and not leaves(before.route, generators) else FIRST
    order = Order("", before.shape, seconds, seed_from(ids), route, Effect.EXTEND)
    return await _out_of(
        before,
        viewer,
        order,
        Words(title=view.title),
        inputs,
        store=store,
        vault=vault,
        clock=clock,
        ids=ids,
        retention_ms=retention_ms,
        asked_on=asked_on,
    )


async def go_on(
    viewer: Viewer,
    video: VideoId,
    surface: Surface,
    *,
    store: Store,
    vault: Vault,
    clock: Clock,
    ids: Ids,
    retention_ms: int,
    generators: Mapping[str, Generator],
    asked_on: Platform = Platform.DEMO,
) -> VideoId:
    """Keep a draft that goes on, with whoever made it, from a ready video that was made elsewhere: it is named there.

    Raises NotFound("video_not_found") too for one that can't be gone on from, NotFound and NotAllowed as the gate says,
    RouteRefused where its route may not be used any more, LimitReached("too_many_unfinished", limit).
    """
    async with store.read() as reads:
        view = await own_video(viewer, Action.EXPORT, video, surface, reads)
        submission = await reads.submission(viewer, video)
        if view.video.state is not Making.READY or submission is None or submission.task is None:
            raise NotFound("video_not_found")
        route = await route_of(submission.route, viewer, surface, reads, generators=generators, video=video)
    before = view.video
    extras = Extras(continues=submission.task)
    order = Order("", before.shape, GOES_ON_S, seed_from(ids), route, extras=extras)
    generators[route].check(order, media=())
    return await _out_of(
        before,
        viewer,
        order,
        Words(title=view.title, extras=extras),
        (),
        store=store,
        vault=vault,
        clock=clock,
        ids=ids,
        retention_ms=retention_ms,
        asked_on=asked_on,
    )


async def _out_of(
    before: Video,
    viewer: Viewer,
    order: Order,
    words: Words,
    inputs: Sequence[Input],
    *,
    store: Store,
    vault: Vault,
    clock: Clock,
    ids: Ids,
    retention_ms: int,
    asked_on: Platform,
    draft: bool = True,
) -> VideoId:
    """Ask for a video out of another one: whose it is, where it was begun and who is in it follow from that."""
    return await ask(
        before.owner,
        order,
        words,
        inputs,
        store=store,
        vault=vault,
        clock=clock,
        ids=ids,
        retention_ms=retention_ms,
        draft=draft,
        asked_on=asked_on,
        begun_in=before.begun_in or viewer.community,
        portrayed=before.portrayed,
        out_of=before.id,
    )


async def _check_may_begin(
    view: VideoView, viewer: Viewer, surface: Surface, store: Store, generators: Mapping[str, Generator]
) -> None:
    if view.video.portrayed is Portrayed.UNSAID:
        raise BadInput("portrayed_unsaid")
    async with store.read() as reads:
        await route_of(view.video.route, viewer, surface, reads, generators=generators, video=view.video.id)


async def _taken_out(
    viewer: Viewer, video: VideoId, surface: Surface, role: AssetRole, *, store: Store, vault: Vault
) -> tuple[VideoView, Sequence[Input]]:
    """Find the viewer's own video, and open its assets of one role for copying."""
    async with store.read() as reads:
        view = await own_video(viewer, Action.EXPORT, video, surface, reads)
        wanted = [asset for asset in view.assets if asset.role is role]
        found = [await reads.asset(viewer, asset.id, surface) for asset in wanted]
    inputs = []
    for one in found:
        if one is None:
            raise NotFound("video_not_found")
        asset, decision = one
        stream = await vault.open(asset.id, decision)
        inputs.append(Input.of(asset, stream.read(0, asset.size_bytes)))
    return view, inputs
