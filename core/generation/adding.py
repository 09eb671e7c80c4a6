"""Files added to a draft: taken in as for a new video, and its order settled anew by all that it has then."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.errors import BadInput
from core.gate import Surface
from core.generation.ask import sealed_for
from core.generation.draft import draft_of
from core.generation.given import Given, seconds_for
from core.generation.order import Wish, order_of
from core.generation.taking import cut_of, given_of, input_of, taken_in
from core.intake.upload import Upload
from core.people import Viewer
from core.ports import Generator, Ids, Store, Vault, WorkerPool
from core.records import Order, VideoView
from core.videos import VideoId


async def add_files(
    viewer: Viewer,
    video: VideoId,
    files: Sequence[Upload],
    surface: Surface,
    *,
    store: Store,
    vault: Vault,
    workers: WorkerPool,
    generators: Mapping[str, Generator],
    ids: Ids,
) -> int | None:
    """Add files to a draft behind those that it has, all of them or none. Whoever may change a draft may.

    Gives how long a clip or sound is of which only the first minute is kept, in milliseconds. What breaks on the way
    leaves the draft as it was. Raises what intake refuses a file for (BadInput), BadInput("files_missing") for none,
    what `order_of` raises, NotFound and NotAllowed as the gate says, LostRace when it is no draft any more.
    """
    if not files:
        raise BadInput("files_missing")
    async with store.read() as reads:
        await draft_of(viewer, video, surface, reads)
    async with taken_in(files, vault=vault, workers=workers, ids=ids) as cleans:
        inputs = [input_of(one) for one in cleans]
        async with sealed_for(video, inputs, store=store, vault=vault, ids=ids) as kept, store.write() as writes:
            view = await draft_of(viewer, video, surface, writes)
            order = grown(view, [given_of(one) for one in cleans], generators=generators)
            names = [upload.name for upload in files]
            await writes.change_order(video, order, actor=view.video.owner, file_names=names)
            for asset, sealed in kept:
                await writes.add_asset(asset, sealed)
    return cut_of(cleans)


def grown(view: VideoView, added: Sequence[Given], *, generators: Mapping[str, Generator]) -> Order:
    """Settle the order of a draft with further inputs. Raises what `order_of` raises, but for words it had before."""
    there = [Given.of(asset) for asset in view.inputs]
    wish = _chosen(view, there, generators)
    return order_of(wish, [*there, *added], seed=view.video.seed, generators=generators)


def _chosen(view: VideoView, there: Sequence[Given], generators: Mapping[str, Generator]) -> Wish:
    """Give what was typed and chosen: a choice is what differs from what would follow by itself.

    Nothing tells a choice of just that from none; it follows what is added.
    """
    video = view.video
    typed = Wish(view.prompt, route=video.route, abstract=True, text=view.text, start_ms=video.start_ms)
    follows = order_of(typed, there, seed=video.seed, generators=generators)
    usual_s = seconds_for(there, video.effect, video.start_ms)
    return replace(
        typed,
        shape=None if video.shape is follows.shape else video.shape,
        seconds=None if video.seconds == usual_s else video.seconds,
        effect=None if video.effect is follows.effect else video.effect,
    )
