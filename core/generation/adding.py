"""A draft gets further files and words, from whoever asked for it."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from core.errors import BadInput, LostRace
from core.gate import Action, Surface
from core.generation.given import Given
from core.generation.order import Wish, order_of
from core.generation.own import own_video
from core.generation.seals import chunks_of, discard_unkept, memory_of
from core.intake.receive import receive
from core.intake.upload import Upload
from core.people import Viewer
from core.ports import Generator, Ids, Reads, Store, Vault, WorkerPool
from core.records import Order, SealedBytes, VideoView
from core.videos import Asset, AssetId, AssetRole, Effect, Making, Media, VideoId
from core.work import Memory

_ORDER = (Media.PICTURE, Media.CLIP, Media.SOUND)


@dataclass(frozen=True)
class _Piece:
    """One input in memory, with its facts."""

    given: Given
    media_type: str
    memory: Memory


async def add(
    viewer: Viewer,
    video: VideoId,
    files: Sequence[Upload],
    prompt: str,
    surface: Surface,
    *,
    store: Store,
    vault: Vault,
    workers: WorkerPool,
    generators: Mapping[str, Generator],
    ids: Ids,
    places: Sequence[int] = (),
) -> None:
    """Put files and words into a draft; `prompt` takes the place of its words, "" leaves them.

    `places` says where each file stands among the pictures, clips and sounds that it makes up then; without it they
    come last. What isn't chosen on the draft follows from what is given then. Raises what `create` raises of files and
    orders, NotFound and NotAllowed as the gate says, LostRace when it is no draft any more.
    """
    async with store.read() as reads:
        view = await _draft(viewer, video, surface, reads)
    with ExitStack() as closing:
        new = []
        for upload in files:
            clean = await receive(upload, vault=vault, workers=workers, ids=ids)
            closing.callback(clean.memory.close)
            facts = Given(clean.media, clean.width, clean.height, clean.duration_ms)
            new.append(_Piece(facts, clean.media_type, clean.memory))
        kept = [_piece(asset, await _opened(video, asset, vault, closing)) for asset in view.inputs] if new else []
        pieces = _in_order(kept, new, places)
        given = [one.given for one in pieces] or [Given.of(asset) for asset in view.inputs]
        order = _order(view, given, prompt, generators)
        names = [AssetId(ids.new()) for _ in pieces]
        try:
            sealed = [await _sealed(video, name, one, vault) for name, one in zip(names, pieces, strict=True)]
            gone = await _keep(viewer, view, order, sealed, surface, store=store)
        except BaseException:
            await discard_unkept(video, names, store=store, vault=vault)
            raise
    await vault.discard(gone)


async def _opened(video: VideoId, asset: Asset, vault: Vault, closing: ExitStack) -> Memory:
    memory = await memory_of(await vault.open_for_flow(video, asset.id))
    closing.callback(memory.close)
    return memory


def _piece(asset: Asset, memory: Memory) -> _Piece:
    return _Piece(Given.of(asset), asset.media_type, memory)


def _in_order(kept: list[_Piece], new: list[_Piece], places: Sequence[int]) -> list[_Piece]:
    pieces = list(kept)
    for place, one in zip(places or range(len(kept), len(kept) + len(new)), new, strict=True):
        pieces.insert(place, one)
    return sorted(pieces, key=lambda one: _ORDER.index(one.given.media))


def _order(view: VideoView, given: Sequence[Given], prompt: str, generators: Mapping[str, Generator]) -> Order:
    """Ask for the same with other inputs: what followed from the earlier ones follows from these now."""
    video = view.video
    before = [Given.of(asset) for asset in view.inputs]
    told = Wish(view.prompt, route=video.route, text=view.text, abstract=True)
    usual = order_of(told, before, seed=video.seed, generators=generators) if before or view.prompt else None
    wish = Wish(
        prompt or view.prompt,
        shape=None if usual and usual.shape is video.shape else video.shape,
        seconds=None if usual and usual.seconds == video.seconds else video.seconds,
        route=video.route,
        abstract=True,
        effect=None if usual and usual.effect is video.effect else video.effect,
        text=view.text,
        start_ms=video.start_ms,
    )
    try:
        return order_of(wish, given, seed=video.seed, generators=generators)
    except BadInput:
        if wish.effect in {None, Effect.NONE}:
            raise
    return order_of(Wish(wish.prompt, route=video.route, abstract=True), given, seed=video.seed, generators=generators)


async def _sealed(video: VideoId, name: AssetId, one: _Piece, vault: Vault) -> tuple[Asset, SealedBytes]:
    size, given = one.memory.size_bytes, one.given
    sealed = await vault.seal(name, chunks_of(one.memory), size)
    asset = Asset(name, video, AssetRole.INPUT, one.media_type, size, given.width, given.height, given.duration_ms)
    return asset, sealed


async def _keep(
    viewer: Viewer,
    before: VideoView,
    order: Order,
    sealed: Sequence[tuple[Asset, SealedBytes]],
    surface: Surface,
    *,
    store: Store,
) -> Sequence[AssetId]:
    """Keep it in one transaction; gives the inputs that nobody needs any more."""
    video = before.video.id
    async with store.write() as writes:
        view = await _draft(viewer, video, surface, writes)
        if view.inputs != before.inputs:
            raise LostRace("video_moved_on", state=view.video.state.value)
        await writes.change_order(video, order, actor=view.video.owner)
        if not sealed:
            return ()
        gone = await writes.drop_inputs(video)
        for asset, where in sealed:
            await writes.add_asset(asset, where)
        return gone


async def _draft(viewer: Viewer, video: VideoId, surface: Surface, reads: Reads) -> VideoView:
    view = await own_video(viewer, Action.RENAME, video, surface, reads)
    if view.video.state is not Making.ASKED:
        raise LostRace("video_moved_on", state=view.video.state.value)
    return view
