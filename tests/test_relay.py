"""The relay carries outbox rows: at least once, in order per subject, one broken surface beside a working one."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from uuid import UUID

import pytest

from core.engine import relay as relays
from core.engine.deliver import ToEngine
from core.engine.relay import Relay, pause_ms
from core.ports import Deliverer
from core.records import OutboxRow
from tests.parts import Parts
from tests.waiting import until


class Board:
    """A surface that notes what reaches it."""

    def __init__(self, breaks: Callable[[OutboxRow], bool] = lambda _: False) -> None:
        """Break for some rows."""
        self.rows: list[OutboxRow] = []
        self.told = asyncio.Event()
        self._breaks = breaks

    async def deliver(self, row: OutboxRow) -> None:
        """Note a row."""
        self.rows.append(row)
        self.told.set()
        if self._breaks(row):
            raise ConnectionError("a marmoset bit the cable")


@asynccontextmanager
async def carrying(parts: Parts, **surfaces: Deliverer) -> AsyncIterator[Relay]:
    """Run a relay for the length of a block."""
    relay = Relay(parts.store.ledger, surfaces, parts.clock)
    running = asyncio.create_task(relay.run())
    try:
        yield relay
    finally:
        running.cancel()
        await asyncio.wait({running})


async def tell(parts: Parts, surface: str, *subjects: int) -> None:
    """Write rows, each in a transaction of its own."""
    for number, subject in enumerate(subjects):
        async with parts.store.write() as writes:
            await writes.tell(surface, f"kind{number}", UUID(int=subject))


async def test_rows_of_a_subject_arrive_in_order_and_once(parts: Parts) -> None:
    """Each row reaches its surface once, those of one subject in the order they were written."""
    web = Board()
    await tell(parts, "web", 1, 2, 1, 2, 1)
    async with carrying(parts, web=web):
        await until(lambda: len(web.rows) == 5)
        await asyncio.sleep(0.7)
    assert [row.kind for row in web.rows if row.subject == UUID(int=1)] == ["kind0", "kind2", "kind4"]
    assert [row.kind for row in web.rows if row.subject == UUID(int=2)] == ["kind1", "kind3"]
    assert len(web.rows) == 5


async def test_a_row_that_breaks_is_tried_again_and_holds_back_its_own_subject_only(parts: Parts) -> None:
    """Later rows of the same subject wait for it; other subjects don't."""
    web = Board(lambda row: row.kind == "kind0" and not row.attempts)
    await tell(parts, "web", 1, 2, 1)
    async with carrying(parts, web=web):
        await until(lambda: len(web.rows) == 2)
        await asyncio.sleep(0.6)
        assert [row.kind for row in web.rows] == ["kind0", "kind1"]
        parts.clock.advance(pause_ms(0) + 1)
        await until(lambda: len(web.rows) == 4)
    assert [row.kind for row in web.rows] == ["kind0", "kind1", "kind0", "kind2"]
    assert len({row.id for row in web.rows if row.kind == "kind0"}) == 1


async def test_a_broken_surface_leaves_the_others_alone(parts: Parts, caplog: pytest.LogCaptureFixture) -> None:
    """While one surface is out of order the other gets its rows; the log names ids and no words."""
    broken, web = Board(lambda _: True), Board()
    await tell(parts, "discord", 1, 2, 3)
    await tell(parts, "web", 1, 2, 3)
    async with carrying(parts, discord=broken, web=web):
        await until(lambda: len(web.rows) == 3 and len(broken.rows) == 3)
    assert "marmoset" not in caplog.text
    assert str(broken.rows[0].id) in caplog.text


async def test_rows_of_surfaces_that_run_elsewhere_are_left(parts: Parts) -> None:
    """A process takes only what its own surfaces can carry."""
    await tell(parts, "telegram", 1)
    async with carrying(parts, web=Board()):
        await asyncio.sleep(0.7)
    (row,) = await parts.store.ledger.claim(frozenset({"telegram"}), 1_000, 10)
    assert row.kind == "kind0"


async def test_what_a_dead_process_held_is_carried_after_its_lease(parts: Parts) -> None:
    """A row that was claimed and never settled comes again under the same id, and not before its lease is over."""
    await tell(parts, "web", 1)
    (held,) = await parts.store.ledger.claim(frozenset({"web"}), relays.LEASE_MS, 10)
    web = Board()
    async with carrying(parts, web=web):
        await asyncio.sleep(0.7)
        assert web.rows == []
        parts.clock.advance(relays.LEASE_MS + 1)
        await until(lambda: len(web.rows) == 1)
    assert web.rows[0].id == held.id


async def test_a_wake_is_faster_than_looking(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was committed is carried when the store says so, though the next look is hours away."""
    monkeypatch.setattr(relays, "POLLING_S", 10_000)
    web = Board()
    async with carrying(parts, web=web) as relay:
        await asyncio.sleep(0.1)
        await tell(parts, "web", 1)
        relay.wake()
        await asyncio.wait_for(web.told.wait(), 30)
    assert [row.kind for row in web.rows] == ["kind0"]


async def test_a_stop_is_heard_in_the_very_moment_of_a_wake(parts: Parts) -> None:
    """Cancelled just as something wakes it, the relay ends: the service stops when it is told to."""
    for _ in range(3):
        relay = Relay(parts.store.ledger, {"web": Board()}, parts.clock)
        running = asyncio.create_task(relay.run())
        await asyncio.sleep(0.2)
        relay.wake()
        await asyncio.sleep(0)
        running.cancel()
        ended, _ = await asyncio.wait({running}, timeout=60)
        assert ended == {running}


async def test_a_delivery_that_hangs_is_given_up(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """A surface that never answers costs its row a pause, not the relay."""
    monkeypatch.setattr(relays, "DELIVERY_S", 0.1)

    class Hangs(Board):
        async def deliver(self, row: OutboxRow) -> None:
            await super().deliver(row)
            await asyncio.sleep(60)

    web = Hangs()
    await tell(parts, "web", 1)
    async with carrying(parts, web=web):
        await until(lambda: len(web.rows) == 1)
        await asyncio.sleep(0.3)
        parts.clock.advance(pause_ms(0) + 1)
        await until(lambda: len(web.rows) == 2)
    assert [row.attempts for row in web.rows] == [0, 1]


async def test_an_order_that_the_engine_does_not_know_is_no_order(parts: Parts) -> None:
    """A kind of row that nobody foresaw raises, and stays in the outbox to be seen."""
    row = OutboxRow(parts.ids.new(), "engine", "dance", parts.ids.new(), None)
    with pytest.raises(ValueError, match="dance"):
        await ToEngine(NoEngine(), parts.store.ledger).deliver(row)


class NoEngine:
    """An engine that nobody may call."""

    async def start(self, *_: object) -> None:
        """Fail."""
        raise AssertionError

    async def cancel(self, *_: object) -> None:
        """Fail."""
        raise AssertionError


def test_pauses_double_up_to_a_minute() -> None:
    """0.5 s after the first failure, then twice as long each time, never more than 60 s."""
    assert [pause_ms(attempts) for attempts in range(9)] == [
        500,
        1_000,
        2_000,
        4_000,
        8_000,
        16_000,
        32_000,
        60_000,
        60_000,
    ]
    assert pause_ms(10_000) == 60_000
