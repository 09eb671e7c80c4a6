"""Outbox rows for the engine: flows to start and to stop."""

from core.ports import Engine, Ledger
from core.records import Lane, OutboxRow
from core.videos import VideoId

ERASING_FIRST = 1
ASKED_FIRST = 1


class ToEngine:
    """The `Deliverer` of surface "engine"."""

    def __init__(self, engine: Engine, ledger: Ledger) -> None:
        """Take the engine, and the ledger that knows each video's place in the queue."""
        self._engine = engine
        self._ledger = ledger

    async def deliver(self, row: OutboxRow) -> None:
        """Carry out "make", "erase", "forget", "export" or "cancel". Raises ValueError for another kind."""
        match row.kind:
            case "make":
                priority = await self._ledger.priority(VideoId(row.subject))
                if priority is not None:
                    await self._engine.start("make", row.subject, Lane.RENDER, priority)
            case "erase" | "forget":
                await self._engine.start(row.kind, row.subject, Lane.HOUSEKEEPING, ERASING_FIRST)
            case "export":
                await self._engine.start("export", row.subject, Lane.EXPORTS, ASKED_FIRST)
            case "cancel":
                await self._engine.cancel("make", row.subject)
            case _:
                raise ValueError(row.kind)
