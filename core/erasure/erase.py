"""Erasing a video: closed and receipted at once, then taken out of every file, then the receipt says so."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import UUID

from core.erasure.closed import closed_of
from core.erasure.copies import changes, copies_of, items_of, unlisted, wait_for_chats, waiting
from core.erasure.receipts import Closed, Issuer, journaled, open_receipt, ours_gone, owe_receipts
from core.erasure.together import Helpings, Together, by_video
from core.errors import LostRace, NotAllowed
from core.gate import Action, Surface
from core.people import Viewer
from core.ports import Journal, Ledger, Revocations, Steps, Store, Vault, Writes
from core.receipts import Opened
from core.videos import AssetId, VideoId

BY_OWNER = "owner"
BY_END_DATE = "end_date"
AGAIN_AFTER_S = 5.0
AT_ONCE = 1_000
"""How many videos of somebody who leaves are taken out between two looks at the disk."""

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
        await writes.move_video(video, "erase", actor=viewer.person, reason=BY_OWNER)
        closed = await _closed(video, writes, shutting.store.ledger, shutting.issuer)
        position = await journaled(closed.erased, writes, shutting.journal)
        opened = await open_receipt(writes, replace(closed, position=position), shutting.issuer)
    await shutting.revocations.revoke(_assets_of([closed]))
    return opened


async def _closed(video: VideoId, writes: Writes, ledger: Ledger, issuer: Issuer) -> Closed:
    """Say of a video that was closed what is to be erased, and where it can't be."""
    remains = await writes.remains(video)
    if remains is None:
        raise LostRace("video_moved_on", state="")
    order = (await writes.sent([video])).get(video)
    return closed_of(video, remains, await ledger.posted_of(video), issuer, order)


async def expire(video: VideoId, shutting: Shutting) -> None:
    """Begin to erase a video whose end date has passed. Raises LostRace when it is being erased already."""
    await expire_all([video], shutting)


async def expire_all(videos: Sequence[VideoId], shutting: Shutting) -> None:
    """Begin to erase videos whose end dates have passed, all or none: one flush to the disk is for all of them.

    A flow takes each out of every file. Raises LostRace when one is being erased already.
    """
    async with shutting.store.write() as writes:
        closed = await _close_due(videos, writes, shutting)
        for one in closed:
            await open_receipt(writes, one, shutting.issuer)
        await writes.tell_all("engine", "erase", videos)
    await shutting.revocations.revoke(_assets_of(closed))


async def expire_together(videos: Sequence[VideoId], shutting: Shutting, helpings: Helpings) -> None:
    """Close videos whose end dates have passed, all or none, for `Together` to erase: so many are due.

    What chats hold files of is left to its flow. Raises LostRace when one is being erased already.
    """
    async with helpings.write(shutting.store) as writes:
        closed = await _close_due(videos, writes, shutting)
        in_chats = [one for one in closed if waiting(one.items)]
        for one in in_chats:
            await open_receipt(writes, one, shutting.issuer)
        await writes.tell_all("engine", "erase", [one.video for one in in_chats if one.video])
        await owe_receipts(writes, [one for one in closed if one not in in_chats], shutting.issuer)
    await shutting.revocations.revoke(_assets_of(closed))


async def _close_due(videos: Sequence[VideoId], writes: Writes, shutting: Shutting) -> Sequence[Closed]:
    """Shut the gate, and name what was behind it: nothing joins that while `writes` holds the write lock.

    The journal is on its disk before the transaction is kept: a restored backup erases again.
    """
    await writes.close_videos(videos, BY_END_DATE)
    remains = await writes.all_remains(videos)
    posted = by_video(await shutting.store.ledger.all_posted(videos))
    sent = await writes.sent(videos)
    closed = [closed_of(one, remains[one], posted.get(one, ()), shutting.issuer, sent.get(one)) for one in videos]
    position = await journaled([one for its in closed for one in its.erased], writes, shutting.journal)
    return [replace(one, position=position) for one in closed]


def _assets_of(closed: Sequence[Closed]) -> Sequence[AssetId]:
    return [AssetId(one) for its in closed for one in its.erased if one != its.video]


@dataclass(frozen=True)
class Eraser:
    """The flow `erase` and what it needs. Its subject is a video, or the departure of somebody who leaves."""

    store: Store
    vault: Vault
    revocations: Revocations
    issuer: Issuer

    @property
    def together(self) -> Together:
        """What erases many at once."""
        return Together(self.store, self.vault, self.revocations, self.issuer)

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
        if found.get("leaving"):
            await self._erase_theirs(steps, video, found)
            return
        await steps.step("bytes", partial(insist, video, partial(self._discard, found)))
        if found["chats"]:
            await steps.step("chats", partial(self._wait, found))
        await steps.step("rows", partial(insist, video, partial(self._forget, video)))
        await steps.step("scrub", partial(insist, video, self.store.scrub))
        await steps.step("receipt", partial(insist, video, partial(self._tell, video)))

    async def _gather(self, video: VideoId) -> dict[str, Any] | None:
        ledger, now_ms = self.store.ledger, self.issuer.clock.now_ms()
        if theirs := await ledger.departing(video, AT_ONCE):
            chats = waiting(items_of(await ledger.all_posted(theirs), now_ms))
            return {"leaving": True, "chats": [str(one) for one in chats]}
        remains, owed = await ledger.remains(video), await ledger.owed(video)
        if remains is None and owed is None:
            return None
        assets = [str(asset.id) for asset in remains.assets] if remains else []
        chats = waiting(await copies_of(video, ledger, now_ms))
        return {"leaving": False, "assets": assets, "chats": [str(one) for one in chats]}

    async def _erase_theirs(self, steps: Steps, departure: UUID, found: dict[str, Any]) -> None:
        """Erase all videos of somebody who leaves: the last of them begins the flow that forgets who they were."""
        if found["chats"]:
            await steps.step("chats", partial(self._wait, found))
        await steps.step("together", partial(insist, departure, partial(self._take_all, departure)))

    async def _take_all(self, departure: UUID) -> None:
        while theirs := await self.store.ledger.departing(departure, AT_ONCE):
            await self.together.erase(theirs)

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


async def insist(subject: UUID, do: Callable[[], Awaitable[None]]) -> None:
    """Do something until it succeeds, with a pause after each failure: an erasure isn't given up."""
    while True:
        try:
            return await do()
        except Exception as error:  # noqa: BLE001 - a busy reader goes, a full disk is emptied
            log.warning("erasing %s goes on in a moment: %s", subject, type(error).__name__)
            await asyncio.sleep(AGAIN_AFTER_S)
