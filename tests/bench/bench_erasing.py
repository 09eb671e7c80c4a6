"""Erasing in a house of many videos while 50 people work: how soon it is closed, how soon gone, and what they feel.

HUSHREEL_BENCH_VIDEOS sets how many: 100,000 is the figure; a small run takes 2,000.
"""

import asyncio
import os
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from core.erasure.person import Leave
from core.erasure.person import request as forget
from core.erasure.sweep import sweep
from core.people import Identity, PersonId, Platform, Viewer
from core.ports import Result
from core.videos import VideoId
from tests.bench.crowd import crowd_in
from tests.bench.row import Row
from tests.bench.workers import PEOPLE, Work, Workers, workers_in
from tests.departing import Village
from tests.erasing import House, house_of
from tests.fakes.time import START_MS, FakeClock
from tests.parts import HERE
from tests.talk import Talk, talk_in

MANY = int(os.environ.get("HUSHREEL_BENCH_VIDEOS", "2000"))
DELETES = 20
THEIRS = MANY // 100
OVERDUE = MANY // 10
QUIET_S = 20.0
MOST_S, MOST_RATIO = 60.0, 2.0
SEALED_BYTES = 1_000
"""A sealed file each: what takes time is that it is one, not how long it is."""

LEAVER = Identity(Platform.DEMO, "leaver")


@dataclass
class Ticking(FakeClock):
    """The time of day, from the moment that tests begin at."""

    begun_s: float = field(default_factory=time.monotonic)

    def now_ms(self) -> int:
        """Give the time."""
        return self.at_ms + round((time.monotonic() - self.begun_s) * 1_000)


class Straight:
    """Steps of a flow, one after the other."""

    async def step(self, _name: str, do: Callable[[], Awaitable[Result]]) -> Result:
        """Run a step."""
        return await do()


def rows() -> list[Row]:
    """Fill a house, and erase in it while people work."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_rows(Path(folder)))


async def _rows(folder: Path) -> list[Row]:
    async with talk_in(folder, Ticking(START_MS)) as talk:
        house = house_of(talk.parts)
        await crowd_in(talk.parts, MANY)
        workers = await workers_in(talk, house)
        await _prepare(talk, house)
        async with workers.at_work():
            await asyncio.sleep(QUIET_S)
            quiet = workers.since()
            found = [
                Row("50 people at work, p95", quiet.p95_ms, "ms", "", reached=True, note=_note(quiet)),
                *_figures("deletes, one after another", await _deletes(house), workers, quiet),
                *_figures(f"forgetme of somebody with {THEIRS:,} videos", await _forgetme(talk, house), workers, quiet),
                *_figures(f"{OVERDUE:,} overdue ones", await _overdue(house, OVERDUE), workers, quiet),
                *_figures(f"all {MANY:,} at once", await _overdue(house, MANY), workers, quiet),
            ]
        assert await house.parts.store.ledger.erasing() == []
        assert len(talk.parts.sealed_files) == 3 * (PEOPLE + 0)
    return found


def _figures(name: str, taken: tuple[float, float], workers: Workers, quiet: Work) -> list[Row]:
    closed_s, gone_s = taken
    work = workers.since()
    ratio = work.p95_ms / quiet.p95_ms if work.acts > PEOPLE else 0.0
    what = f"of {PEOPLE} people meanwhile / quiet: {_note(work)}"
    return [
        Row(f"{name}: closed to everybody", closed_s, "s", "at most 1", closed_s <= 1, "from the confirmation, or at"),
        Row(f"{name}: gone from every file", gone_s, "s", f"at most {MOST_S:g}", gone_s <= MOST_S, "closed receipts"),
        Row(f"{name}: p95", ratio, "x", f"at most {MOST_RATIO:g}", ratio <= MOST_RATIO, what),
    ]


def _note(work: Work) -> str:
    medians = ", ".join(f"{name} {sorted(its)[len(its) // 2]:.0f} ms" for name, its in sorted(work.taken_ms.items()))
    return f"{work.acts} acts; medians {medians}"
