"""Erasing a video: closed and receipted at once, then taken out of every file, then the receipt says so."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import UUID

from core.erasure.copies import changes, copies_of, unlisted, wait_for_chats, waiting
from core.erasure.receipts import (
    DATABASE,
    DISK,
    OBJECT_STORE,
    PEOPLE,
    SEALED_STORE,
    Closed,
    Issuer,
    journaled,
    open_receipt,
    ours_gone,
)
from core.errors import LostRace, NotAllowed
from core.gate import Action, Surface
from core.people import PersonId, Viewer
from core.ports import Journal, Ledger, Revocations, Steps, Store, Vault, Writes
from core.receipts import Item, ItemState, Opened
from core.videos import AssetId, VideoId

BY_OWNER = "owner"
BY_END_DATE = "end_date"
AGAIN_AFTER_S = 5.0

OURS = (
    *(Item(what, SEALED_STORE) for what in ("video", "poster", "preview", "inputs")),
    *(Item(what, DATABASE) for what in ("prompt", "title", "file_names", "keys", "history")),
)
"""What of a video goes here, and from where."""

BEYOND_US = (
    Item("saved_by_people", PEOPLE, ItemState.CANNOT_RECALL, why="theirs"),
    Item("spare_cells_and_snapshots_hold_sealed_bytes_only", DISK, ItemState.CANNOT_RECALL, why="keys_are_gone"),
)
"""What nobody can call back, whatever was erased."""

OLDER_VERSIONS = Item(
    "older_versions_hold_sealed_bytes_only", OBJECT_STORE, ItemState.CANNOT_RECALL, why="keys_are_gone"
)
"""What stays in a bucket that keeps versions, until the operator's rule there removes it."""

log = logging.getLogger("hushreel.erasure")


@dataclass(frozen=True)
class Shutting:
    """What closing a video for good needs."""

    store: Store
    journal: Journal
    revocations: Revocations
    issuer: Issuer


async def request(viewer: Viewer, video: VideoId, surface: Surface, shutting: Shutting) -> Opened:
    """Begin to erase a video for good: when this returns, nobody can open it any more, and the journal knows.

    Gives the receipt's number and secret. Raises NotFound and NotAllowed as the gate says, LostRace when it is being
    erased already.
    """
    async with shutting.store.write() as writes:
        decision = await writes.decide(viewer, Action.DELETE, video, surface)
        if not decision.allowed:
            raise NotAllowed(decision.reason.value)
        assets, (opened,) = await _close([video], writes, shutting, actor=viewer.person, reason=BY_OWNER)
    await shutting.revocations.revoke(assets)
    return opened


async def expire(video: VideoId, shutting: Shutting) -> None:
    """Begin to erase a video whose end date has passed. Raises LostRace when it is being erased already."""
    await expire_all([video], shutting)


async def expire_all(videos: Sequence[VideoId], shutting: Shutting) -> None:
    """Begin to erase videos whose end dates have passed, all or none: one flush to the disk is for all of them.

    Raises LostRace when one is being erased already.
    """
    async with shutting.store.write() as writes:
        assets, _ = await _close(videos, writes, shutting, actor=None, reason=BY_END_DATE)
    await shutting.revocations.revoke(assets)


async def expire_together(videos: Sequence[VideoId], shutting: Shutting, eraser: "Eraser") -> None:
    """Erase videos whose end dates have passed, all or none, and without a flow for each: so many are due.

    What chats hold files of is left to its flow, and so is what a crash interrupts: flows begin for what is closed and
    not gone. Raises LostRace when one is being erased already.
    """
    async with shutting.store.write() as writes:
        closed, assets, _ = await _close_all(videos, writes, shutting, actor=None, reason=BY_END_DATE)
        alone = [one for one in closed if not waiting(one.items)]
        await writes.take_back("engine", "erase", [one.video for one in alone if one.video])
    await shutting.revocations.revoke(assets)
    await eraser.erase_together(alone)


async def _close(
    videos: Sequence[VideoId], writes: Writes, shutting: Shutting, *, actor: PersonId | None, reason: str
) -> tuple[Sequence[AssetId], Sequence[Opened]]:
    """Shut the gate, and name what was behind it: nothing joins that while `writes` holds the write lock.

    The journal is on its disk before the transaction is kept: a restored backup erases again.
    """
    _, assets, opened = await _close_all(videos, writes, shutting, actor=actor, reason=reason)
    return assets, opened


async def _close_all(
    videos: Sequence[VideoId], writes: Writes, shutting: Shutting, *, actor: PersonId | None, reason: str
) -> tuple[Sequence[Closed], Sequence[AssetId], Sequence[Opened]]:
    all_closed = []
    for video in videos:
        await writes.move_video(video, "erase", actor=actor, reason=reason)
        all_closed.append(await _closed(video, writes, shutting.store.ledger, shutting.issuer))
    position = await journaled([one for closed in all_closed for one in closed.erased], writes, shutting.journal)
    opened = [await open_receipt(writes, replace(one, position=position), shutting.issuer) for one in all_closed]
    return all_closed, [one for closed in all_closed for one in _assets_of(closed)], opened


def beyond_us(issuer: Issuer) -> Sequence[Item]:
    """Say what nobody can call back, as things are in this moment."""
    return (*BEYOND_US, OLDER_VERSIONS) if issuer.habits.keeps_versions else BEYOND_US


def _assets_of(closed: Closed) -> Sequence[AssetId]:
    return [AssetId(one) for one in closed.erased if one != closed.video]


async def _closed(video: VideoId, writes: Writes, ledger: Ledger, issuer: Issuer) -> Closed:
    """Say of a video that was closed what is to be erased, and where it can't be."""
    remains = await writes.remains(video)
    if remains is None:
        raise LostRace("video_moved_on", state="")
    copies = await copies_of(video, ledger, issuer.clock.now_ms())
    return Closed(
        items=(*OURS, *copies, *beyond_us(issuer)),
        erased=[video, *(asset.id for asset in remains.assets)],
        files=[asset.role.value for asset in remains.assets],
        video=video,
        number=remains.number,
        person=remains.owner,
        origin=remains.origin,
    )


@dataclass(frozen=True)
class Eraser:
    """The flow `erase` and what it needs."""

    store: Store
    vault: Vault
    revocations: Revocations
    issuer: Issuer

    async def erase(self, steps: Steps, subject: str) -> None:
        """Take a closed video out of every file; each step may run again after a crash.

        The receipt says so last: only after no file of ours holds a word or a key of it. A step that fails is tried
        until it succeeds. As long as a receipt waits for something of ours, whoever starts this flow afresh goes on.
        Chats get a moment to be emptied; what a platform keeps us from doing is told, and looked at again later.
        """
        video = VideoId(UUID(subject))
        found = await steps.step("gather", lambda: self._gather(video))
        if found is None:
            return
        await steps.step("bytes", partial(insist, video, partial(self._discard, found)))
        if found["chats"]:
            await steps.step("chats", partial(self._wait, found))
        await steps.step("rows", partial(insist, video, partial(self._forget, video)))
        await steps.step("scrub", partial(insist, video, self.store.scrub))
        await steps.step("receipt", partial(insist, video, partial(self._tell, video)))

    async def _gather(self, video: VideoId) -> dict[str, Any] | None:
        remains, owed = await self.store.ledger.remains(video), await self.store.ledger.owed(video)
        if remains is None and owed is None:
            return None
        assets = [str(asset.id) for asset in remains.assets] if remains else []
        chats = waiting(await copies_of(video, self.store.ledger, self.issuer.clock.now_ms()))
        return {"assets": assets, "chats": [str(one) for one in chats]}

    async def _discard(self, found: dict[str, Any]) -> None:
        assets = [AssetId(UUID(one)) for one in found["assets"]]
        await self.revocations.revoke(assets)
        await self.vault.discard(assets)

    async def _wait(self, found: dict[str, Any]) -> None:
        await wait_for_chats([UUID(one) for one in found["chats"]], self.store.ledger, self.issuer.clock)

    async def _forget(self, video: VideoId) -> None:
        async with self.store.write() as writes:
            remains = await writes.remains(video)
            if remains is not None and not remains.leaving and await writes.open_receipt_of(video) is None:
                await open_receipt(writes, await _closed(video, writes, self.store.ledger, self.issuer), self.issuer)
            await writes.forget_video(video)

    async def _tell(self, video: VideoId) -> None:
        async with self.store.write() as writes:
            await self._tell_in(writes, video)

    async def _tell_in(self, writes: Writes, video: VideoId) -> None:
        ledger, now_ms = self.store.ledger, self.issuer.clock.now_ms()
        receipt = await writes.open_receipt_of(video)
        if receipt is None:
            return
        more = await unlisted(receipt, ledger, now_ms)
        await ours_gone(receipt, writes, self.issuer, await changes(receipt, ledger, now_ms), more=more)

    async def erase_together(self, closed: Sequence[Closed]) -> None:
        """Do to closed videos what the flow does, in its order, for all of them at one go: each transaction is one."""
        videos = [one.video for one in closed if one.video is not None]
        await self.vault.discard([asset for one in closed for asset in _assets_of(one)])
        async with self.store.write() as writes:
            await writes.forget_videos(videos)
        await self.store.scrub()
        async with self.store.write() as writes:
            for video in videos:
                await self._tell_in(writes, video)


async def insist(subject: UUID, do: Callable[[], Awaitable[None]]) -> None:
    """Do something until it succeeds, with a pause after each failure: an erasure isn't given up."""
    while True:
        try:
            return await do()
        except Exception as error:  # noqa: BLE001 - a busy reader goes, a full disk is emptied
            log.warning("erasing %s goes on in a moment: %s", subject, type(error).__name__)
            await asyncio.sleep(AGAIN_AFTER_S)
