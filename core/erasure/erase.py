"""Erasing a video: closed at once, then taken out of every file, then a receipt."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from core.erasure.chats import chats_now, files_in_chats, wait_for_chats
from core.erasure.receipts import Signer, issue
from core.errors import NotAllowed
from core.gate import Action, Surface
from core.people import PersonId, Viewer
from core.ports import Clock, Journal, Ledger, Revocations, Steps, Store, Vault, Writes
from core.records import Owed
from core.videos import AssetId, VideoId

BY_OWNER = "owner"
BY_END_DATE = "end_date"
AGAIN_AFTER_S = 5.0

log = logging.getLogger("hushreel.erasure")


async def request(
    viewer: Viewer, video: VideoId, surface: Surface, *, store: Store, journal: Journal, revocations: Revocations
) -> None:
    """Begin to erase a video for good: when this returns, nobody can open it any more, and the journal knows.

    Raises NotFound and NotAllowed as the gate says, LostRace when it is being erased already.
    """
    async with store.write() as writes:
        decision = await writes.decide(viewer, Action.DELETE, video, surface)
        if not decision.allowed:
            raise NotAllowed(decision.reason.value)
        assets = await _close(video, writes, store.ledger, journal, actor=viewer.person, reason=BY_OWNER)
    await revocations.revoke(assets)


async def expire(video: VideoId, *, store: Store, journal: Journal, revocations: Revocations) -> None:
    """Begin to erase a video whose end date has passed. Raises LostRace when it is being erased already."""
    async with store.write() as writes:
        assets = await _close(video, writes, store.ledger, journal, actor=None, reason=BY_END_DATE)
    await revocations.revoke(assets)


async def _close(
    video: VideoId, writes: Writes, ledger: Ledger, journal: Journal, *, actor: PersonId | None, reason: str
) -> Sequence[AssetId]:
    """Shut the gate, and name what was behind it: nothing joins that while `writes` holds the write lock.

    The journal is on its disk before the transaction is kept: a restored backup erases again.
    """
    await writes.move_video(video, "erase", actor=actor, reason=reason)
    assets = await ledger.assets(video)
    await journal.append([video, *assets])
    return assets


@dataclass(frozen=True)
class Eraser:
    """The flow `erase` and what it needs."""

    store: Store
    vault: Vault
    revocations: Revocations
    signer: Signer
    clock: Clock

    async def erase(self, steps: Steps, subject: str) -> None:
        """Take a closed video out of every file; each step may run again after a crash.

        The receipt is made last: only after no file of ours holds a word or a key of it. A step that fails is tried
        until it succeeds. That a receipt is owed is noted as the rows go: whoever starts this flow afresh gives it.
        Chats get a moment to be emptied; what a platform keeps us from doing is told, and never waited for.
        """
        video = VideoId(UUID(subject))
        found = await steps.step("gather", lambda: self._gather(video))
        if found is None:
            return
        await steps.step("bytes", partial(insist, video, partial(self._discard, found)))
        if found["chats"]:
            await steps.step("chats", partial(wait_for_chats, video, found["chats"], self.store.ledger, self.clock))
        await steps.step("rows", partial(insist, video, partial(self._forget, video, found)))
        await steps.step("scrub", partial(insist, video, self.store.scrub))
        await steps.step("receipt", partial(insist, video, partial(self._receipt, video, found)))

    async def _gather(self, video: VideoId) -> dict[str, Any] | None:
        remains = await self.store.ledger.remains(video)
        if remains is not None:
            owner, number, assets = remains
            names, roles = [str(asset.id) for asset in assets], [asset.role.value for asset in assets]
            chats = await files_in_chats(video, self.store.ledger)
            return {"owner": str(owner), "number": number, "assets": names, "roles": roles, "chats": chats}
        owed = await self.store.ledger.owed(video)
        if owed is None:
            return None
        owner, number, kept = owed
        return {"owner": str(owner), "number": number, "assets": [], "roles": kept.roles, "chats": kept.chats}

    async def _discard(self, found: dict[str, Any]) -> None:
        assets = [AssetId(UUID(one)) for one in found["assets"]]
        await self.revocations.revoke(assets)
        await self.vault.discard(assets)

    async def _forget(self, video: VideoId, found: dict[str, Any]) -> None:
        async with self.store.write() as writes:
            owed = Owed(found["roles"], found["chats"])
            await writes.owe_receipt(video, PersonId(UUID(found["owner"])), found["number"], owed)
            await writes.forget_video(video)

    async def _receipt(self, video: VideoId, found: dict[str, Any]) -> None:
        owner = PersonId(UUID(found["owner"]))
        receipt = issue(
            video,
            owner,
            found["number"],
            found["roles"],
            chats=await chats_now(video, found["chats"], self.store.ledger, self.clock),
            issued_at_ms=self.clock.now_ms(),
            signer=self.signer,
        )
        async with self.store.write() as writes:
            await writes.add_receipt(receipt)


async def insist(subject: UUID, do: Callable[[], Awaitable[None]]) -> None:
    """Do something until it succeeds, with a pause after each failure: an erasure isn't given up."""
    while True:
        try:
            return await do()
        except Exception as error:  # noqa: BLE001 - a busy reader goes, a full disk is emptied
            log.warning("erasing %s goes on in a moment: %s", subject, type(error).__name__)
            await asyncio.sleep(AGAIN_AFTER_S)
