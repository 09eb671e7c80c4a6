"""The outbox relay: carries what use cases wrote to the surfaces that this process runs."""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress

from core.ports import Clock, Deliverer, Ledger
from core.records import OutboxRow

LEASE_MS = 30_000
DELIVERY_S = 25.0
"""Shorter than the lease, so that no row is carried twice at a time."""

AT_ONCE = 16
POLLING_S = 2.0
"""How often rows whose lease or pause ended are looked for; a commit wakes the relay at once."""
FIRST_PAUSE_MS = 500
LONGEST_PAUSE_MS = 60_000

log = logging.getLogger("hushreel.relay")


def pause_ms(attempts: int) -> int:
    """How long a row rests after its failed delivery number `attempts` + 1: doubling from 0.5 s to a minute."""
    return int(min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** min(attempts, 16)))


class Relay:
    """Claims outbox rows and hands them to deliverers: at least once, in order per subject, surfaces side by side."""

    def __init__(self, ledger: Ledger, deliverers: Mapping[str, Deliverer], clock: Clock) -> None:
        """Take the deliverers by surface; rows of other surfaces are left for processes that run those."""
        self._ledger = ledger
        self._deliverers = deliverers
        self._clock = clock
        self._surfaces = frozenset(deliverers)
        self._work = asyncio.Event()
        self._carried: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """Look for rows now: the store calls this after each commit."""
        self._work.set()

    async def run(self) -> None:
        """Carry rows until cancelled. What was being carried then is carried again after its lease."""
        try:
            while True:
                self._work.clear()
                await self._claim()
                with suppress(TimeoutError):
                    async with asyncio.timeout(POLLING_S):
                        await self._work.wait()
        finally:
            carried = set(self._carried)
            for task in carried:
                task.cancel()
            if carried:
                await asyncio.wait(carried)

    async def _claim(self) -> None:
        room = AT_ONCE - len(self._carried)
        if room <= 0:
            return
        try:
            rows = await self._ledger.claim(self._surfaces, LEASE_MS, room)
        except Exception as error:  # noqa: BLE001 - a database that is busy or full is asked again
            log.warning("outbox not read: %s", type(error).__name__)
            return
        for row in rows:
            task = asyncio.create_task(self._carry(row))
            self._carried.add(task)
            task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._carried.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.warning("outbox row neither settled nor postponed: %s", type(task.exception()).__name__)
        self._work.set()

    async def _carry(self, row: OutboxRow) -> None:
        try:
            async with asyncio.timeout(DELIVERY_S):
                await self._deliverers[row.surface].deliver(row)
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the row is tried again
            log.warning("outbox row %s for %s postponed: %s", row.id, row.surface, type(error).__name__)
            await self._ledger.postpone(row.id, self._clock.now_ms() + pause_ms(row.attempts))
        else:
            await self._ledger.settle(row.id)
