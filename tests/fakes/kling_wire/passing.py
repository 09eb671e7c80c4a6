"""Our Kling for processes that go by the time of this machine."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.fakes.aside import aside
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
    """Run it; a video is there after `WAITS_MS` and `WORKS_MS`."""
    before = tasks.WAITS_MS, tasks.WORKS_MS
    tasks.WAITS_MS, tasks.WORKS_MS = WAITS_MS, WORKS_MS
    try:
        with aside(KlingWire(Passing())) as wire:
            yield wire
    finally:
        tasks.WAITS_MS, tasks.WORKS_MS = before
