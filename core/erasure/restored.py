"""What a restore does before anything is served: what was erased is erased again, and nobody sees more than before.

A backup knows nothing of what happened after it. What was erased since stands in the erasure journal. What was taken
back since, no longer shared, or parted stands nowhere: so everything comes back to its owner alone, who opens it anew.
"""

import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol, cast
from uuid import UUID

from core.erasure.aging import forget_aged
from core.erasure.erase import Eraser, Shutting, expire_together
from core.erasure.person import Forgetter, begin
from core.erasure.sweep import sweep
from core.erasure.together import Helpings
from core.errors import LostRace, StoreRefused
from core.pairings import Told, kind_of
from core.people import PersonId, Viewer
from core.ports import Result, Vault
from core.publications import Ended
from core.publishing.cases import forget_old
from core.publishing.upkeep import trim_due
from core.sharing.unshare import end_dated
from core.videos import AssetId, PublicationId, VideoId

log = logging.getLogger("hushreel.restore")


class Restored(Protocol):
    """Tables that were put back."""

    async def begin_anew(self, gone: Collection[AssetId]) -> Sequence[VideoId]:
        """Forget what was under way, and assets without bytes; gives ready videos that miss what was made."""

    async def opened(self) -> Sequence[tuple[PublicationId, int]]:
        """Name every revision that is shown, or waits to be: of one publication, what waits comes first."""

    async def given(self) -> Sequence[VideoId]:
        """Name the videos that are shared with somebody, or wait for them."""

    async def joined(self) -> Sequence[PersonId]:
        """Name the people with several accounts."""

    async def videos(self) -> Sequence[VideoId]:
        """Name every video that isn't being erased."""

    async def people(self, ids: Collection[UUID]) -> Sequence[PersonId]:
        """Give those of some ids that are people's here who don't leave already."""

    async def present(self, ids: Collection[UUID]) -> Collection[UUID]:
        """Give those of some ids that are a video's, an asset's or a person's here."""


@dataclass(frozen=True)
class Settled:
    """What became of what was put back: how many videos there are, and how many of what was taken out or back."""

    videos: int
    erased: int
    forgotten: int
    ended: int
    taken_back: int
    unshared: int
    parted: int
    held: int


class AtOnce:
    """`Steps` that run one after the other: a restore that dies begins from the start.

    Nobody is there whose chats could be emptied, and files are scrubbed once, after the last erasure.
    """

    _LEFT_OUT = frozenset({"chats", "scrub"})

    async def step(self, name: str, do: Callable[[], Awaitable[Result]]) -> Result:
        """Run a step."""
        return cast("Result", None) if name in self._LEFT_OUT else await do()


@dataclass(frozen=True)
class Settling:
    """The parts that it needs: all on the tables that were put back, the journal apart."""

    restored: Restored
    shutting: Shutting
    eraser: Eraser
    forgetter: Forgetter
    vault: Vault

    async def settle(self, erased: Collection[UUID], gone: Collection[AssetId], *, hold: bool) -> Settled:
        """Make tables that were put back fit to be served.

        `erased` are the ids of the erasure journal, `gone` assets that were erased while the backup was made. `hold`
        closes every video to everybody but its owner. Raises StoreRefused("journal_not_replayed", count) where
        something of the journal would come back.
        """
        lost = await self.restored.begin_anew(gone)
        parted = await self._part()
        forgotten = await self._forget(erased)
        again = await self._close({*lost, *await self.restored.present(erased)})
        taken_back, unshared = await self._take_back(), await self._unshare()
        held = await self._hold() if hold else 0
        ended = await sweep(self.shutting, self.eraser)
        await self._erase()
        await self._catch_up()
        await self.shutting.store.scrub()
        if left := await self.restored.present(erased):
            raise StoreRefused("journal_not_replayed", count=len(left))
        count = len(await self.restored.videos())
        return Settled(count, again, forgotten, ended, taken_back, unshared, parted, held)

    async def _forget(self, ids: Collection[UUID]) -> int:
        """Forget again who was forgotten, each by themselves: accounts that were connected are apart by now."""
        people = await self.restored.people(ids)
        for person in people:
            async with self.shutting.store.write() as writes:
                await begin(person, writes, self.shutting, await writes.leaving(Viewer(person)))
        return len(people)

    async def _close(self, ids: Collection[UUID]) -> int:
        closing = [video for video in await self.restored.videos() if video in ids]
        helpings = Helpings(self.shutting.issuer.clock)
        for some in helpings.of(closing):
            await expire_together(some, self.shutting, helpings)
        return len(closing)

    async def _erase(self) -> None:
        ledger = self.shutting.store.ledger
        await self.eraser.together.erase(await ledger.erasing(), scrub=False)
        for departure in await ledger.departures():
            await self.forgetter.forget(AtOnce(), str(departure))

    async def _part(self) -> int:
        """Part accounts that were connected: who went apart since the backup sees nothing of the other's again."""
        people = await self.restored.joined()
        for person in people:
            async with self.shutting.store.write() as writes:
                sides = await writes.part(Viewer(person))
                for side in sides:
                    for other in sides:
                        if other is not side:
                            await writes.tell_side(side, kind_of(Told.PARTED, other.platform), side.person)
        return len(people)

    async def _take_back(self) -> int:
        taken = set()
        for publication, revision in await self.restored.opened():
            with suppress(LostRace):
                async with self.shutting.store.write() as writes:
                    await writes.move_publication(publication, revision, "withdraw", reason=Ended.RESTORED.value)
                taken.add(publication)
        return len(taken)

    async def _unshare(self) -> int:
        ended = 0
        for video in await self.restored.given():
            async with self.shutting.store.write() as writes:
                ended += await writes.withdraw(video, None, actor=None)
        return ended

    async def _hold(self) -> int:
        held = 0
        for video in await self.restored.videos():
            async with self.shutting.store.write() as writes:
                held += await writes.hold_restored(video)
        return held

    async def _catch_up(self) -> None:
        """Do what fell due, and drop what grew too old since the backup, before anybody can look."""
        store, clock = self.shutting.store, self.shutting.issuer.clock
        revocations = self.shutting.revocations
        while await trim_due(store=store, vault=self.vault, revocations=revocations, clock=clock):
            log.info("inputs whose date has passed were taken out")
        await end_dated(store=store)
        await forget_old(store=store, clock=clock)
        await forget_aged(store.ledger, clock.now_ms())
