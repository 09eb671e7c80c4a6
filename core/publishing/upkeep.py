"""What happens by the clock: publications go out 30 s after an approval and end on their dates, cases ring and age."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from core.errors import LostRace, NotAllowed
from core.ports import Clock, Revocations, Store, Vault
from core.publications import Ended
from core.publishing.cases import forget_old, ring_due
from core.videos import PublicationId, VideoId

EVERY_S = 1.0
AT_ONCE = 50

log = logging.getLogger("hushreel.publishing")


async def post_due(*, store: Store, clock: Clock) -> int:
    """Show what was approved and whose time has come; gives how many. What may not be shown any more is taken back."""
    shown = 0
    for publication, revision in await store.ledger.to_post(clock.now_ms(), AT_ONCE):
        try:
            async with store.write() as writes:
                await writes.move_publication(publication, revision, "post")
            shown += 1
        except LostRace:
            log.info("publication %s moved on before it went out", publication)
        except NotAllowed as refused:
            await _withdraw(publication, revision, refused.code, store)
    return shown


async def _withdraw(publication: PublicationId, revision: int, why: str, store: Store) -> None:
    try:
        async with store.write() as writes:
            await writes.move_publication(publication, revision, "withdraw", reason=why)
    except LostRace:
        log.info("publication %s moved on before it was taken back", publication)


async def expire_due(*, store: Store, clock: Clock) -> int:
    """Take back what is shown beyond its end; gives how many."""
    over = 0
    for publication, revision in await store.ledger.to_expire(clock.now_ms(), AT_ONCE):
        try:
            async with store.write() as writes:
                await writes.move_publication(publication, revision, "expire", reason=Ended.OVER.value)
            over += 1
        except LostRace:
            log.info("publication %s moved on before its end", publication)
    return over


async def trim_due(*, store: Store, vault: Vault, revocations: Revocations, clock: Clock) -> int:
    """Take inputs and words out of videos whose date has passed and that a publication keeps; gives how many.

    Their bytes go after the rows; what a crash leaves is swept with other bytes that no row names.
    """
    trimmed = 0
    for video in await store.ledger.to_trim(clock.now_ms(), AT_ONCE):
        await _trim(video, store, vault, revocations)
        trimmed += 1
    if trimmed:
        await store.scrub()
    return trimmed


async def _trim(video: VideoId, store: Store, vault: Vault, revocations: Revocations) -> None:
    async with store.write() as writes:
        gone = await writes.trim(video)
    await revocations.revoke(gone)
    await vault.discard(gone)


async def keep_publishing(*, store: Store, vault: Vault, revocations: Revocations, clock: Clock) -> None:
    """Do all of it at once and then every second, until cancelled."""

    async def tried(do: Callable[[], Awaitable[int]]) -> None:
        try:
            await do()
        except Exception as error:  # noqa: BLE001 - the next round tries again
            log.warning("publications not kept up: %s", type(error).__name__)

    while True:
        await tried(lambda: post_due(store=store, clock=clock))
        await tried(lambda: expire_due(store=store, clock=clock))
        await tried(lambda: trim_due(store=store, vault=vault, revocations=revocations, clock=clock))
        await tried(lambda: ring_due(store=store, clock=clock))
        await tried(lambda: forget_old(store=store, clock=clock))
        await asyncio.sleep(EVERY_S)
