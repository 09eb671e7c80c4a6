"""Create: from a wish and files to a video in the queue, or to a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.errors import NotAllowed
from core.generation.ask import ask, check_room
from core.generation.choosing import leaves
from core.generation.order import Wish, check_words, order_of
from core.generation.taking import cut_of, in_order, pieces_of, taken_in
from core.intake.upload import Upload
from core.people import Platform, Viewer
from core.ports import Clock, Ids, Store, Vault, WorkerPool
from core.routes import Generator
from core.videos import Portrayed, VideoId, Words

SEEDS = 2**31


@dataclass(frozen=True)
class Created:
    """A video that was asked for. `cut_ms` is how long its clip or sound is, where only the first minute is kept."""

    video: VideoId
    cut_ms: int | None = None


def seed_from(ids: Ids) -> int:
    """Draw a seed out of a new id's random bits."""
    return ids.new().int % SEEDS


async def create(
    viewer: Viewer,
    wish: Wish,
    files: Sequence[Upload],
    *,
    store: Store,
    vault: Vault,
    workers: WorkerPool,
    generators: Mapping[str, Generator],
    clock: Clock,
    ids: Ids,
    retention_ms: int,
    draft: bool = False,
    asked_on: Platform = Platform.DEMO,
    others: bool = False,
) -> Created:
    """Check a wish, take in its files, and queue the video; it is private and ends after `retention_ms`.

    What would leave the house is kept as a draft. Of pictures that `others` posted a draft is kept, and whoever is in
    them has to be said before it is made.

    What breaks on the way leaves nothing behind. Raises what `order_of` raises, what intake refuses a file for
    (BadInput), LimitReached("too_many_unfinished", limit), NotAllowed for somebody without an identity.
    """
    if viewer.person is None:
        raise NotAllowed("unrelated")
    check_words(wish, given=bool(files))
    async with store.read() as reads:
        await check_room(viewer, reads)
    async with taken_in(files, vault=vault, workers=workers, ids=ids) as cleans:
        pieces = in_order(pieces_of(cleans))
        given = [facts for facts, _ in pieces]
        order = order_of(wish, given, seed=seed_from(ids), generators=generators)
        words = Words(order.prompt, file_names=tuple(one.name for one in files), text=order.text, extras=order.extras)
        video = await ask(
            viewer.person,
            order,
            words,
            [one for _, one in pieces],
            store=store,
            vault=vault,
            clock=clock,
            ids=ids,
            retention_ms=retention_ms,
            draft=draft or others or leaves(order.route, generators),
            asked_on=asked_on,
            begun_in=wish.begun_in or viewer.community,
            portrayed=Portrayed.UNSAID if others else Portrayed.OWN,
        )
    return Created(video, cut_of(cleans))
