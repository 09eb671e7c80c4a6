"""What tests of making share: engine, line and relay on the real parts, and generators that can be held."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import partial

import sqlalchemy as sa

from core.engine.deliver import ToEngine
from core.engine.durable import DurableEngine
from core.engine.launch import launch
from core.engine.relay import Relay
from core.generation.line import begin_first
from core.generation.upkeep import restart_lost
from core.generators.motion.route import Motion
from core.people import Viewer
from core.records import Lane, Material, Order, VideoView
from core.routes import Local
from core.storage.database import open_database
from core.storage.tables import events
from core.videos import Making, VideoId
from core.work import Product
from tests.erasing import house_of
from tests.fakes.tiny import Tiny
from tests.launched import engine_file
from tests.parts import Parts

ENDED = frozenset({Making.READY, Making.FAILED, Making.CANCELLED})
LOOKS_EVERY_S = 0.02
DUE_EVERY_S = 0.2
ENDED_WITHIN_S = 45.0


class Slow(Motion):
    """A quick generator that takes the time that it is told."""

    seconds = 0.1

    async def make(self, order: Order, inputs: Sequence[Material], on_progress: Callable[[float], None]) -> Product:
        """Wait, and give the same bytes each time."""
        on_progress(0.5)
        await asyncio.sleep(self.seconds)
        return await Tiny(self._workers).make(order, inputs, on_progress)


@asynccontextmanager
async def working(
    parts: Parts, generators: Mapping[str, Local] | None = None, slots: int = 1
) -> AsyncIterator[DurableEngine]:
    """Run engine and relay for the length of a block, as `hushreel run` does."""
    flows = {"make": parts.maker(generators).make, "erase": house_of(parts).eraser.erase}
    lines = {Lane.RENDER: partial(begin_first, parts.store)}
    engine = await launch(await engine_file(parts.folder / "engine.db"), flows, slots, lines)
    relay = Relay(parts.store.ledger, {"engine": ToEngine(engine, parts.store.ledger)}, parts.clock)
    await restart_lost(ledger=parts.store.ledger, engine=engine)
    parts.relays.append(relay)
    carrying = [asyncio.create_task(relay.run()), asyncio.create_task(_wake(relay))]
    try:
        yield engine
    finally:
        parts.relays.remove(relay)
        for task in carrying:
            task.cancel()
        await asyncio.wait(carrying)
        await engine.close()


async def _wake(relay: Relay) -> None:
    """Have it look for what is due by a clock that tests move, sooner than it would by itself."""
    while True:
        relay.wake()
        await asyncio.sleep(DUE_EVERY_S)


async def ended(parts: Parts, owner: Viewer, video: VideoId) -> VideoView:
    """Wait until a video is ready, failed or cancelled."""
    async with asyncio.timeout(ENDED_WITHIN_S):
        while True:
            view = await parts.seen(owner, video)
            if view.video.state in ENDED:
                return view
            await asyncio.sleep(LOOKS_EVERY_S)


async def started(parts: Parts) -> list[VideoId]:
    """Give the videos that were begun, in the order in which they were."""
    database = open_database(parts.folder / "hushreel.db")
    query = sa.select(events.c.subject).where(events.c.verb == "start").order_by(events.c.sequence)
    async with database.reading() as connection:
        found = [VideoId(one) for one in (await connection.execute(query)).scalars()]
    await database.close()
    return found
