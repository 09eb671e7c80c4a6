"""End dates: what is due is erased by itself."""

import asyncio
import logging

from core.erasure.erase import expire
from core.errors import LostRace
from core.ports import Clock, Journal, Revocations, Store

EVERY_S = 5.0
AT_ONCE = 50

log = logging.getLogger("hushreel.erasure")


async def sweep(*, store: Store, journal: Journal, revocations: Revocations, clock: Clock) -> int:
    """Begin to erase every video whose end date has passed; gives how many."""
    begun = 0
    while due := await store.ledger.overdue(clock.now_ms(), AT_ONCE):
        for video in due:
            try:
                await expire(video, store=store, journal=journal, revocations=revocations)
            except LostRace:
                log.info("video %s is being erased already", video)
            begun += 1
    return begun


async def keep_sweeping(*, store: Store, journal: Journal, revocations: Revocations, clock: Clock) -> None:
    """Sweep at once and then every few seconds, until cancelled."""
    while True:
        try:
            await sweep(store=store, journal=journal, revocations=revocations, clock=clock)
        except Exception as error:  # noqa: BLE001 - the next round tries again
            log.warning("end dates not swept: %s", type(error).__name__)
        await asyncio.sleep(EVERY_S)
