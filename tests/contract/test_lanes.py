"""Videos that others make have a lane of their own, in the engine that the service runs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import pytest

import core.generation.remote as sending
from core.engine.deliver import ToEngine
from core.engine.launch import launch
from core.engine.relay import Relay
from core.generation.cancel import cancel
from core.generation.line import begin_first
from core.generation.order import Wish
from core.generation.remote import RemoteMaker
from core.generation.upkeep import restart_lost
from core.people import Viewer
from core.records import Lane
from core.routes import FLOWS, Generator
from core.submissions import Submission
from core.videos import Making, VideoId
from tests.contract.kling_elsewhere import KlingElsewhere
from tests.launched import engine_file
from tests.making import Slow, ended
from tests.parts import HERE, RETENTION_MS, Parts
from tests.sending import sent
from tests.waiting import until

LIMIT_MS = 10_000_000
SEA = Wish("a calm sea at sunset", seconds=3)
HERON = Wish("a heron lifts off a pond", seconds=5, route="kling")


@asynccontextmanager
async def serving(parts: Parts, there: KlingElsewhere) -> AsyncIterator[None]:
    """Run both flows, both lines and the relay, as `hushreel run` does: one video is made here at a time, slowly."""
    slow = Slow(parts.workers)
    slow.seconds = 60.0
    sender = RemoteMaker(
        parts.store,
        parts.vault,
        {"kling": there.remote},
        parts.progress,
        parts.clock,
        parts.ids,
        RETENTION_MS,
        LIMIT_MS,
        parts.marker,
    )
    flows = {"make": parts.maker({"motion": slow}).make, "send": sender.make}
    lines = {lane: partial(begin_first, parts.store, lane) for lane in FLOWS}
    engine = await launch(await engine_file(parts.folder / "engine.db"), flows, 1, lines)
    relay = Relay(parts.store.ledger, {"engine": ToEngine(engine, parts.store.ledger)}, parts.clock)
    parts.relays.append(relay)
    await restart_lost(ledger=parts.store.ledger, engine=engine)
    carrying = asyncio.create_task(relay.run())
    try:
        yield
    finally:
        carrying.cancel()
        await asyncio.wait({carrying})
        await engine.close()
        parts.relays.remove(relay)


async def asked(parts: Parts, there: KlingElsewhere, owner: Viewer, wish: Wish) -> VideoId:
    """Ask for a video."""
    generators: dict[str, Generator] = {**parts.generators, "kling": there.remote}
    return await sent(parts, owner, wish, generators)


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits five seconds for a look."""
    for name in ("LOOKS_EVERY_S", "SEARCHES_EVERY_S"):
        monkeypatch.setattr(sending, name, 0.05)


async def test_one_for_kling_waits_behind_nothing_that_is_made_here(parts: Parts) -> None:
    """Two wait here for the one slot; Kling's begins at once, is first in its own line, and is ready before them."""
    owner = await parts.person()
    async with KlingElsewhere("legacy", parts.workers, parts.clock) as there:
        here = [await asked(parts, there, owner, SEA) for _ in range(2)]
        elsewhere = await asked(parts, there, owner, HERON)
        assert [(await parts.seen(owner, one)).place for one in (*here, elsewhere)] == [1, 2, 1]
        async with serving(parts, there):
            await until(lambda: bool(there.begun))
            there.finish()
            assert (await ended(parts, owner, elsewhere)).video.state is Making.READY
            assert [(await parts.seen(owner, one)).video.state for one in here] == [Making.MAKING, Making.QUEUED]
            for one in here:
                await cancel(owner, one, HERE, store=parts.store, clock=parts.clock, retention_ms=RETENTION_MS)


async def test_a_cancelled_one_is_let_go(parts: Parts) -> None:
    """Its flow ends, Kling is asked nothing more about it, and nothing is delivered."""
    owner = await parts.person()
    async with KlingElsewhere("newer", parts.workers, parts.clock) as there, serving(parts, there):
        video = await asked(parts, there, owner, HERON)
        await until(lambda: bool(there.begun))
        await cancel(owner, video, HERE, store=parts.store, clock=parts.clock, retention_ms=RETENTION_MS)
        await asyncio.sleep(1.0)
        asked_so_far = len(there.wire.seen)
        there.finish()
        await asyncio.sleep(0.5)
        assert len(there.wire.seen) == asked_so_far
        assert (await parts.seen(owner, video)).video.state is Making.CANCELLED


async def test_what_is_unsure_is_looked_for_after_a_restart(parts: Parts) -> None:
    """Its flow is gone with the engine's file: upkeep starts it, it finds the order by our id, and sends nothing."""
    owner = await parts.person()
    async with KlingElsewhere("legacy", parts.workers, parts.clock) as there:
        video = await asked(parts, there, owner, HERON)
        assert await begin_first(parts.store, Lane.REMOTE) == ("send", video)
        external_id = parts.ids.new()
        async with parts.store.write() as writes:
            await writes.intend(Submission(video, "kling", external_id, parts.clock.now_ms() + LIMIT_MS))
            await writes.send(video)
            await writes.move_video(video, "lose_sight")
        await there.remote.submit(there.order, [], external_id)
        there.finish()
        async with serving(parts, there):
            assert (await ended(parts, owner, video)).video.state is Making.READY
        assert there.begun == 1
