"""What nobody confirms in time is over, and both sides are told; codes are forgotten a day after they were given."""

import asyncio
import logging

from core.linking.decide import tell_unanswered
from core.ports import Clock, Store

EVERY_S = 20.0
KNOWN_FOR_MS = 24 * 3_600_000
"""How long a code that is over is known, so that whoever gave it can be told when somebody types it."""

log = logging.getLogger("hushreel.linking")


async def close_unanswered(*, store: Store, clock: Clock) -> int:
    """Close what waited too long, and forget what is old. Gives how many were closed."""
    async with store.write() as writes:
        unanswered = await writes.pairings_unanswered()
        for one in unanswered:
            await tell_unanswered(one, writes)
        await writes.drop_old_pairings(clock.now_ms() - KNOWN_FOR_MS)
    if unanswered:
        await store.scrub()
    return len(unanswered)


async def keep_closing(*, store: Store, clock: Clock) -> None:
    """Close at once and then every now and then, until cancelled."""
    while True:
        try:
            await close_unanswered(store=store, clock=clock)
        except Exception as error:  # noqa: BLE001 - the next round tries again
            log.warning("codes not looked through: %s", type(error).__name__)
        await asyncio.sleep(EVERY_S)
