"""Again: the same words and pictures with another seed, as a video of its own."""

from core.errors import NotAllowed, NotFound
from core.gate import Action, Surface
from core.generation.ask import Picture, ask
from core.generation.create import seed_from
from core.people import Viewer
from core.ports import Clock, Ids, Reads, Store, Vault
from core.records import Order, VideoView
from core.videos import AssetRole, VideoId, Words


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
) -> VideoId:
    """Make a video once more with a new seed; its pictures are sealed again under keys of their own.

    It takes the prompt and the pictures out, as an export does: the gate is asked for that right.
    Raises NotFound and NotAllowed as the gate says, LimitReached("too_many_unfinished", limit).
    """
    async with store.read() as reads:
        view = await _own(viewer, video, surface, reads)
        inputs = [asset for asset in view.assets if asset.role is AssetRole.INPUT]
        found = [await reads.asset(viewer, asset.id, surface) for asset in inputs]
    pictures = []
    for one in found:
        if one is None:
            raise NotFound("video_not_found")
        asset, decision = one
        stream = await vault.open(asset.id, decision)
        chunks = stream.read(0, asset.size_bytes)
        pictures.append(Picture(chunks, asset.size_bytes, asset.media_type, asset.width, asset.height))
    before = view.video
    order = Order(view.prompt, before.shape, before.seconds, seed_from(ids), before.route)
    words = Words(prompt=view.prompt)
    return await ask(
        before.owner, order, words, pictures, store=store, vault=vault, clock=clock, ids=ids, retention_ms=retention_ms
    )


async def _own(viewer: Viewer, video: VideoId, surface: Surface, reads: Reads) -> VideoView:
    decision = await reads.decide(viewer, Action.EXPORT, video, surface)
    if not decision.allowed:
        raise NotAllowed(decision.reason.value)
    view = await reads.video(viewer, video, surface)
    if view is None:
        raise NotFound("video_not_found")
    return view
