"""A draft gets further files and words, from whoever asked for it; its order is settled anew by all that it has."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.errors import LostRace
from core.gate import Surface
from core.generation.ask import Input, sealed_for
from core.generation.draft import chosen, draft_of
from core.generation.given import Given
from core.generation.order import order_of
from core.generation.taking import Piece, cut_of, in_order, pieces_of, taken_in
from core.intake.upload import Upload
from core.people import Viewer
from core.ports import Ids, Store, Vault, WorkerPool, Writes
from core.records import Order, SealedBytes, VideoView
from core.routes import Generator
from core.videos import Asset, AssetId, VideoId


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
) -> int | None:
    """Put files and words into a draft, all or none of them; `prompt` takes the place of its words, "" leaves them.

    `places` says where each file stands among the pictures, clips and sounds that it makes up then; without it they
    come last. What isn't chosen on the draft follows from what is given then. Gives how long a clip or sound is of
    which only the first minute is kept, in milliseconds. What breaks on the way leaves the draft as it was.

    Raises what `create` raises of files and orders, NotFound and NotAllowed as the gate says, and LostRace when it is
    no draft any more.
    """
    async with store.read() as reads:
        before = await draft_of(viewer, video, surface, reads)
    async with taken_in(files, vault=vault, workers=workers, ids=ids) as cleans:
        new = pieces_of(cleans)
        pieces = in_order(await _among(before, new, places, vault) if places else new)
        inputs = [one for _, one in pieces]
        async with sealed_for(video, inputs, store=store, vault=vault, ids=ids) as kept, store.write() as writes:
            view = await draft_of(viewer, video, surface, writes)
            if places and view.inputs != before.inputs:
                raise LostRace("video_moved_on", state=view.video.state.value)
            there = () if places else view.inputs
            given = [*map(Given.of, there), *(facts for facts, _ in pieces)]
            await writes.change_order(video, grown(view, given, prompt, generators), actor=view.video.owner)
            gone = await _keep(video, kept, writes, anew=bool(places))
    await vault.discard(gone)
    return cut_of(cleans)


async def _among(view: VideoView, new: Sequence[Piece], places: Sequence[int], vault: Vault) -> list[Piece]:
    """Put files between what is there, which is sealed anew then: inputs are kept in the order of their names."""
    pieces = []
    for asset in view.inputs:
        stream = await vault.open_for_flow(view.video.id, asset.id)
        pieces.append((Given.of(asset), Input.of(asset, stream.read(0, asset.size_bytes))))
    for place, one in zip(places, new, strict=True):
        pieces.insert(place, one)
    return pieces


async def _keep(
    video: VideoId, kept: Sequence[tuple[Asset, SealedBytes]], writes: Writes, *, anew: bool
) -> Sequence[AssetId]:
    """Keep the rows of sealed inputs, those there or instead of them; gives what nobody needs any more."""
    gone = await writes.drop_inputs(video) if anew else ()
    for asset, sealed in kept:
        await writes.add_asset(asset, sealed)
    return gone


def grown(view: VideoView, given: Sequence[Given], prompt: str, generators: Mapping[str, Generator]) -> Order:
    """Settle the order of a draft by all that is given then. Raises what `order_of` raises, but for its words."""
    wish = replace(chosen(view, generators), prompt=prompt or view.prompt)
    return order_of(wish, given, seed=view.video.seed, generators=generators)
