"""What keeps "nothing is lost, nothing is left over" true after a crash."""

import asyncio
import logging

from core.ports import Engine, Ledger, Store, Vault
from core.records import Lane
from core.routes import FLOWS
from core.videos import Making

RESTART_EVERY_S = 60.0
ERASING_FIRST = 1
ASKED_FIRST = 1
BEGUN_FIRST = 0
"""What was being made already doesn't go back behind those who wait."""

log = logging.getLogger("hushreel.generation")


async def sweep_strays(before_ms: int, *, store: Store, vault: Vault) -> int:
    """Remove sealed bytes from before a time (UTC ms) that no row names; gives how many.

    For the start, before the engine is launched: an interrupted flow seals under its old names again.
    """
    sealed = await vault.sealed_before(before_ms)
    known = await store.ledger.known(sealed)
    strays = [asset for asset in sealed if asset not in known]
    await vault.discard(strays)
    return len(strays)


async def restart_lost(*, ledger: Ledger, engine: Engine) -> None:
    """Start each flow that has something to do and isn't there: of videos, erasures, departures and exports."""
    for video, state, lane, priority in await ledger.unfinished():
        await engine.start(FLOWS[lane], video, lane, BEGUN_FIRST if state is Making.MAKING else priority)
    for video in await ledger.unsure():
        await engine.start(FLOWS[Lane.REMOTE], video, Lane.REMOTE, BEGUN_FIRST)
    for subject in await ledger.begun():
        await engine.start("erase", subject, Lane.HOUSEKEEPING, ERASING_FIRST)
    for departure in await ledger.departures():
        await engine.start("forget", departure, Lane.HOUSEKEEPING, ERASING_FIRST)
    for export in await ledger.exports_asked():
        await engine.start("export", export, Lane.EXPORTS, ASKED_FIRST)


async def keep_restarting(*, ledger: Ledger, engine: Engine) -> None:
    """Restart what was lost, now and every minute, until cancelled."""
    while True:
        try:
            await restart_lost(ledger=ledger, engine=engine)
        except Exception as error:  # noqa: BLE001 - the next round tries again
            log.warning("lost flows not restarted: %s", type(error).__name__)
        await asyncio.sleep(RESTART_EVERY_S)
