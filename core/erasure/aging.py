"""Sweeps what has become too old, and what a crash left behind; what has a video's date is core/erasure/sweep.py."""

import asyncio
import logging

from core.aging import ForgetsRevocations
from core.ports import Clock, Ledger, Store

EVERY_S = 300.0
LINES_AT_ONCE = 20_000
"""Lines of history that are looked through at a time: a million of them within a day."""

log = logging.getLogger("hushreel.erasure")


async def forget_aged(ledger: Ledger, now_ms: int) -> int:
    """Drop all that is too old (UTC ms), and look through the whole history at one go; gives how many rows."""
    dropped, seen, ended = await ledger.forget_old(now_ms), 0, False
    while not ended:
        orphans, seen = await ledger.forget_orphans(now_ms, seen, LINES_AT_ONCE)
        dropped, ended = dropped + orphans, not seen
    return dropped


class Aging:
    """Goes through everything that has an age, and through the history bit by bit."""

    def __init__(self, store: Store, revocations: ForgetsRevocations, clock: Clock) -> None:
        """Sweep `store`, and forget `revocations` of what is long gone."""
        self._store = store
        self._revocations = revocations
        self._clock = clock
        self._seen = 0

    async def sweep(self) -> int:
        """Drop what is too old, and take it out of every file; gives how many rows."""
        ledger, now_ms = self._store.ledger, self._clock.now_ms()
        dropped = await ledger.forget_old(now_ms)
        orphans, self._seen = await ledger.forget_orphans(now_ms, self._seen, LINES_AT_ONCE)
        if dropped or orphans:
            await self._store.scrub()
        await self._revocations.forget_old()
        return dropped + orphans

    async def keep_sweeping(self) -> None:
        """Sweep at once and then every few minutes, until cancelled."""
        while True:
            try:
                await self.sweep()
            except Exception as error:  # noqa: BLE001 - the next round tries again
                log.warning("what is too old is still there: %s", type(error).__name__)
            await asyncio.sleep(EVERY_S)
