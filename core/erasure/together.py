"""Erasing many videos that are closed: by helpings, so that whoever writes in between waits for a moment only."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from core.chats import Posted
from core.erasure.closed import closed_of
from core.erasure.copies import changes, more_of
from core.erasure.receipts import Issuer, gone, owe_receipts
from core.ports import Clock, Revocations, Store, Vault, Writes
from core.videos import VideoId

LOCKED_MS = 60
"""How long the write lock should be held for a helping: other writers wait as long."""

FEWEST, MOST = 16, 128
FIRST = 32
REST = 0.5
"""After a helping whoever erases rests for so many times as long as that took: people get on meanwhile."""

LONGEST_REST_S = 1.0


@dataclass
class Helpings:
    """Cuts what is done under the write lock into helpings, by how long the ones before took."""

    clock: Clock
    size: int = FIRST

    def of(self, named: Sequence[VideoId]) -> Iterable[Sequence[VideoId]]:
        """Cut a list; how long a helping took decides how large the next one is."""
        at = 0
        while at < len(named):
            until = at + self.size
            yield named[at:until]
            at = until

    async def paced(self, named: Sequence[VideoId]) -> AsyncIterator[Sequence[VideoId]]:
        """Cut a list as `of` does, and rest after each helping but the last one."""
        left, loop = len(named), asyncio.get_running_loop()
        for some in self.of(named):
            begun_s = loop.time()
            yield some
            left -= len(some)
            if left:
                await asyncio.sleep(min(LONGEST_REST_S, REST * (loop.time() - begun_s)))

    @asynccontextmanager
    async def write(self, store: Store) -> AsyncIterator[Writes]:
        """Open the writing door for one helping."""
        async with store.write() as writes:
            begun_ms = self.clock.now_ms()
            yield writes
        self._took(self.clock.now_ms() - begun_ms)

    def _took(self, took_ms: int) -> None:
        if took_ms > LOCKED_MS:
            self.size = max(FEWEST, self.size // 2)
        elif took_ms < LOCKED_MS // 2:
            self.size = min(MOST, self.size * 2)


@dataclass(frozen=True)
class Together:
    """Does to many closed videos what the flow `erase` does to one, in its order."""

    store: Store
    vault: Vault
    revocations: Revocations
    issuer: Issuer
    forgetting: Helpings = field(init=False)
    telling: Helpings = field(init=False)

    def __post_init__(self) -> None:
        """Begin with small helpings."""
        for name in ("forgetting", "telling"):
            object.__setattr__(self, name, Helpings(self.issuer.clock))

    async def erase(self, videos: Sequence[VideoId], *, scrub: bool = True) -> None:
        """Take bytes and rows of closed videos out of every file; their receipts say so after no file holds a word.

        Once more changes nothing. Without `scrub` whoever calls does that, before anybody is told.
        """
        async for some in self.forgetting.paced(videos):
            await self._forget(some)
        if scrub:
            await self.store.scrub()
        async for some in self.telling.paced(videos):
            await self._tell(some)

    async def _forget(self, some: Sequence[VideoId]) -> None:
        remains = await self.store.ledger.all_remains(some)
        assets = [asset.id for one in remains.values() for asset in one.assets]
        await self.revocations.revoke(assets)
        await self.vault.discard(assets)
        async with self.forgetting.write(self.store) as writes:
            theirs = [video for video, one in remains.items() if not one.leaving]
            if missing := await writes.without_receipt(theirs):
                posted = by_video(await self.store.ledger.all_posted(missing))
                sent = await writes.sent(missing)
                closed = [
                    closed_of(one, remains[one], posted.get(one, ()), self.issuer, sent.get(one)) for one in missing
                ]
                await owe_receipts(writes, closed, self.issuer)
            await writes.forget_videos(some)

    async def _tell(self, some: Sequence[VideoId]) -> None:
        """Issue what is owed: signed before the write lock is taken, and letting others go on after each."""
        ledger, now_ms = self.store.ledger, self.issuer.clock.now_ms()
        owed = await ledger.all_owed(some)
        found, signed = {}, {}
        for one in owed:
            found[one.id] = await changes(one, ledger, now_ms)
            signed[one.id] = gone(one, self.issuer, found[one.id])
            await asyncio.sleep(0)
        async with self.telling.write(self.store) as writes:
            posted = by_video(await ledger.all_posted(some))
            for one in owed:
                if more := more_of(one, posted.get(one.video, ()) if one.video else (), now_ms):
                    signed[one.id] = gone(one, self.issuer, found[one.id], more)
            await writes.next_versions(list(signed.values()))


def by_video(messages: Iterable[Posted]) -> Mapping[VideoId, Sequence[Posted]]:
    """Sort messages by what they are about."""
    found: dict[VideoId, list[Posted]] = {}
    for one in messages:
        found.setdefault(one.video, []).append(one)
    return found
