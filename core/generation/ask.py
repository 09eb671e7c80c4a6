"""What create, Again and the like end in: inputs sealed, and one transaction that keeps the video and queues it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from core.errors import LimitReached
from core.generation.seals import discard_unkept
from core.people import CommunityId, PersonId, Platform, Viewer
from core.ports import Clock, Ids, Reads, Store, Vault
from core.records import Order, SealedBytes
from core.routes import lane_of
from core.videos import Asset, AssetId, AssetRole, Portrayed, VideoId, Words

UNFINISHED_MOST = 100
"""How many videos of one person may wait or be made at once."""


@dataclass(frozen=True)
class Input:
    """An input on its way into the vault: bytes in normal form that are read once."""

    chunks: AsyncIterator[bytes]
    size_bytes: int
    media_type: str
    width: int
    height: int
    duration_ms: int | None = None

    @classmethod
    def of(cls, asset: Asset, chunks: AsyncIterator[bytes]) -> "Input":
        """Give the bytes of an asset that is kept, to be sealed once more under another name."""
        return cls(chunks, asset.size_bytes, asset.media_type, asset.width, asset.height, asset.duration_ms)


async def ask(
    person: PersonId,
    order: Order,
    words: Words,
    inputs: Sequence[Input],
    *,
    store: Store,
    vault: Vault,
    clock: Clock,
    ids: Ids,
    retention_ms: int,
    draft: bool = False,
    asked_on: Platform = Platform.DEMO,
    begun_in: CommunityId | None = None,
    portrayed: Portrayed = Portrayed.OWN,
    out_of: VideoId | None = None,
) -> VideoId:
    """Keep an order that a generator agreed to, and queue it. Kept whole or not at all, sealed bytes included.

    A draft stays ASKED until its owner starts it. The rule and the budget of the community that it is `begun_in` follow
    it. What is made `out_of` another video came from where that one did.

    Raises LimitReached("too_many_unfinished", limit).
    """
    video = VideoId(ids.new())
    async with sealed_for(video, inputs, store=store, vault=vault, ids=ids) as kept, store.write() as writes:
        await check_room(Viewer(person), writes)
        ends_at_ms = clock.now_ms() + retention_ms
        await writes.add_video(
            person, video, order, words, ends_at_ms, asked_on=asked_on, begun_in=begun_in, out_of=out_of
        )
        if portrayed is not Portrayed.OWN:
            await writes.keep_portrayed(video, portrayed)
        for asset, sealed in kept:
            await writes.add_asset(asset, sealed)
        if not draft:
            await writes.move_video(video, "queue", actor=person)
            await writes.enqueue(video, person, lane_of(order.route))
    return video


@asynccontextmanager
async def sealed_for(
    video: VideoId, inputs: Sequence[Input], *, store: Store, vault: Vault, ids: Ids
) -> AsyncIterator[Sequence[tuple[Asset, SealedBytes]]]:
    """Seal inputs of a video for a block that keeps their rows; where that breaks, nothing is left of them."""
    names = [AssetId(ids.new()) for _ in inputs]
    try:
        yield [await _seal(video, name, one, vault) for name, one in zip(names, inputs, strict=True)]
    except BaseException:
        await discard_unkept(video, names, store=store, vault=vault)
        raise


async def check_room(viewer: Viewer, reads: Reads) -> None:
    """Raise LimitReached("too_many_unfinished", limit) for a person with too many videos in the making."""
    if await reads.unfinished(viewer) >= UNFINISHED_MOST:
        raise LimitReached("too_many_unfinished", limit=UNFINISHED_MOST)


async def _seal(video: VideoId, name: AssetId, one: Input, vault: Vault) -> tuple[Asset, SealedBytes]:
    sealed = await vault.seal(name, one.chunks, one.size_bytes)
    asset = Asset(name, video, AssetRole.INPUT, one.media_type, one.size_bytes, one.width, one.height, one.duration_ms)
    return asset, sealed
