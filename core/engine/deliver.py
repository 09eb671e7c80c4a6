"""Outbox rows for the engine: flows to start and to stop."""

from core.ports import Engine, Ledger
from core.records import Lane, OutboxRow
from core.routes import FLOWS
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
                if waits := await self._ledger.priority(VideoId(row.subject)):
                    lane, priority = waits
                    await self._engine.start(FLOWS[lane], row.subject, lane, priority)
            case "erase" | "forget":
                await self._engine.start(row.kind, row.subject, Lane.HOUSEKEEPING, ERASING_FIRST)
            case "export":
                await self._engine.start("export", row.subject, Lane.EXPORTS, ASKED_FIRST)
            case "cancel":
                for flow in FLOWS.values():
                    await self._engine.cancel(flow, row.subject)
            case _:
                raise ValueError(row.kind)
