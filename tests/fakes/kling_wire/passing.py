"""Our Kling for processes that go by the time of this machine: tests wait for those, so it serves from a thread."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.fakes.kling_wire import tasks
from tests.fakes.kling_wire.server import KlingWire
from tests.fakes.time import FakeClock

WAITS_MS, WORKS_MS = 150, 250


class Passing(FakeClock):
    """The time of this machine."""

    def now_ms(self) -> int:
        """Read it."""
        return time.time_ns() // 1_000_000


@contextmanager
def kling() -> Iterator[KlingWire]:
    """Run it in a thread of its own; a video is there after `WAITS_MS` and `WORKS_MS`."""
    before, loop, wire = (tasks.WAITS_MS, tasks.WORKS_MS), asyncio.new_event_loop(), KlingWire(Passing())
    thread = threading.Thread(target=loop.run_forever)
    tasks.WAITS_MS, tasks.WORKS_MS = WAITS_MS, WORKS_MS
    thread.start()
    try:
        asyncio.run_coroutine_threadsafe(wire.__aenter__(), loop).result()
        yield wire
    finally:
        asyncio.run_coroutine_threadsafe(wire.__aexit__(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
        tasks.WAITS_MS, tasks.WORKS_MS = before
