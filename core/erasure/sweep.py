"""End dates: what is due is erased by itself, and so are the words of interviews that nobody went on with."""

import asyncio
import logging
from collections.abc import Sequence

from core.erasure.erase import Eraser, Shutting, expire, expire_all, expire_together
from core.erasure.together import Helpings, Together
from core.errors import LostRace
from core.interviews import LASTS_MS
from core.ports import Clock, Store
from core.videos import VideoId

EVERY_S = 5.0
AT_ONCE = 50
"""From how many on they are erased together. Of fewer each has a flow."""

ROUND = 1_000
"""How many are closed before they are erased."""

log = logging.getLogger("hushreel.erasure")


async def sweep(shutting: Shutting, eraser: Eraser | None = None) -> int:
    """Begin to erase every video whose end date has passed, the most overdue first; gives how many.

    Many are closed together, and by `eraser` taken out of every file together. One that can't be closed now is left for
    the next round and keeps no other one.
    """
    ledger, helpings, begun = shutting.store.ledger, Helpings(shutting.issuer.clock), 0
    if eraser:
        await _finish(eraser)
    while due := await ledger.overdue(shutting.issuer.clock.now_ms(), ROUND):
        many = helpings if eraser and len(due) >= AT_ONCE else None
        closed = sum([await _close(some, shutting, many) async for some in helpings.paced(due)])
        if eraser and many:
            await _finish(eraser)
        begun += closed
        if closed < len(due):
            break
    return begun


async def _finish(eraser: Eraser) -> None:
    """Erase what was closed together, now or before a crash; what can't be erased is tried again in the next round."""
    together = eraser.together
    while left := await eraser.store.ledger.unissued(ROUND):
        if not await _erased(left, together):
            for video in left:
                await _erased([video], together)
            break


async def _erased(videos: Sequence[VideoId], together: Together) -> bool:
    try:
        await together.erase(videos)
    except Exception as error:  # noqa: BLE001 - the others are to go as well
        log.warning("%d videos not erased yet, %s first: %s", len(videos), videos[0], type(error).__name__)
        return False
    return True


async def _close(videos: Sequence[VideoId], shutting: Shutting, many: Helpings | None) -> int:
    """Close all at one go, or each alone where one of them can't be; gives how many are closed."""
    try:
        await (expire_together(videos, shutting, many) if many else expire_all(videos, shutting))
    except Exception as error:  # noqa: BLE001 - which one it is shows when each is tried
        log.info("%d videos are closed one by one: %s", len(videos), type(error).__name__)
        return sum([await _closed(video, shutting) for video in videos])
    return len(videos)


async def _closed(video: VideoId, shutting: Shutting) -> bool:
    try:
        await expire(video, shutting)
    except LostRace:
        log.info("video %s is being erased already", video)
    except Exception as error:  # noqa: BLE001 - the others are due as well
        log.warning("video %s not erased at its end date yet: %s", video, type(error).__name__)
        return False
    return True


async def sweep_interviews(*, store: Store, clock: Clock) -> int:
    """End every interview that waited too long, and take its words out of every file; gives how many."""
    ended = await store.ledger.end_interviews(clock.now_ms() - LASTS_MS)
    if ended:
        await store.scrub()
    return ended


async def keep_sweeping(shutting: Shutting, eraser: Eraser) -> None:
    """Sweep at once and then every few seconds, until cancelled.

    The first scrub after a start looks at every page of the file: it is made at once, so that no delete waits for it.
    """
    store, is_scrubbed = shutting.store, False
    while True:
        try:
            await sweep(shutting, eraser)
            if not is_scrubbed:
                await store.scrub()
                is_scrubbed = True
            await sweep_interviews(store=store, clock=shutting.issuer.clock)
            await store.ledger.end_openings()
        except Exception as error:  # noqa: BLE001 - the next round tries again
            log.warning("end dates not swept: %s", type(error).__name__)
        await asyncio.sleep(EVERY_S)
