"""Erasing in a house of many videos while 50 people work: how soon it is closed, how soon gone, and what they feel.

HUSHREEL_BENCH_VIDEOS sets how many: 100,000 is the figure; a small run takes 2,000.
"""

import asyncio
import os
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from core.erasure.person import Forgetter, Leave
from core.erasure.person import request as forget
from core.erasure.sweep import sweep
from core.people import Identity, PersonId, Platform, Viewer
from core.ports import Result
from core.videos import VideoId
from tests.bench.crowd import crowd_in
from tests.bench.row import Row
from tests.bench.workers import PEOPLE, Work, Workers, workers_in
from tests.erasing import House, house_of
from tests.fakes.time import START_MS, FakeClock
from tests.parts import HERE
from tests.talk import Talk, talk_in

MANY = int(os.environ.get("HUSHREEL_BENCH_VIDEOS", "2000"))
DELETES = 10
THEIRS = MANY // 100
OVERDUE = max(200, MANY // 100)
QUIET_S = 20.0
MOST_S, MOST_RATIO = 60.0, 2.0
FILES_EACH = 2
SEALED_BYTES = 1_000
"""A sealed file each: what takes time is that it is one, not how long it is."""

LIVED = ("ask", "queue", "start", "finish", "propose")
"""What each video's history holds."""

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
        before = len(talk.parts.sealed_files)
        async with workers.at_work():
            await asyncio.sleep(QUIET_S)
            quiet = workers.since()
            found = [Row(f"{PEOPLE} people at work", quiet.p95_ms, "ms", "", reached=True, note=f"p95; {_note(quiet)}")]
            found += await _looked(house, workers, quiet)
            for name, do in _phases(talk, house).items():
                found += await _figures(name, do, workers, quiet)
        assert await house.parts.store.ledger.erasing() == []
        assert before - len(talk.parts.sealed_files) == FILES_EACH * (DELETES + THEIRS + OVERDUE)
    return found


def _phases(talk: Talk, house: House) -> Mapping[str, Callable[[], Awaitable[tuple[float, float]]]]:
    return {
        f"{DELETES} deletes, one after another, the longest": lambda: _deletes(house),
        f"forgetme of somebody with {THEIRS:,} videos": lambda: _forgetme(talk, house),
        f"{OVERDUE:,} overdue ones": lambda: _overdue(house, OVERDUE),
    }


async def _prepare(talk: Talk, house: House) -> None:
    """Give somebody many videos of the crowd's, and every one of them its sealed files."""
    leaver = await talk.asker(LEAVER.external_id)
    with _tables(house) as tables:
        mine = {"who": leaver.person.hex, "some": THEIRS}
        given = "SELECT id FROM videos WHERE id LIKE 'b%' ORDER BY id DESC LIMIT :some"
        tables.execute(f"UPDATE videos SET owner = :who, origin = :who, number = rowid WHERE id IN ({given})", mine)  # noqa: S608
        for verb in LIVED:
            life = "SELECT id, ?, owner, '', asked_at_ms FROM videos WHERE id LIKE 'b%'"
            tables.execute(f"INSERT INTO events (subject, verb, actor, reason, at_ms) {life}", (verb,))
        tables.execute("ANALYZE")
        names = tables.execute("SELECT id FROM assets WHERE video LIKE 'b%'").fetchall()
    blobs = house.parts.folder / "blobs"
    for (name,) in names:
        (blobs / str(UUID(name))).write_bytes(bytes(SEALED_BYTES))


async def _looked(house: House, workers: Workers, quiet: Work) -> list[Row]:
    """Let the first scrub after a start look at every page, as the sweep does at once."""
    begun = time.perf_counter()
    await house.parts.store.scrub()
    took_s, work = time.perf_counter() - begun, workers.since()
    ratio, note = work.p95_ms / quiet.p95_ms, f"p95; {_note(work)}"
    return [
        Row("the first look at every page after a start", took_s, "s", f"at most {MOST_S:g}", took_s <= MOST_S),
        Row("the people's p95 meanwhile / quiet", ratio, "x", f"at most {MOST_RATIO:g}", ratio <= MOST_RATIO, note),
    ]


async def _deletes(house: House) -> tuple[float, float]:
    """Let owners delete one video each; gives the longest waits."""
    with _tables(house) as tables:
        query = "SELECT id, owner FROM videos WHERE id LIKE 'b%' ORDER BY id LIMIT ?"
        found = tables.execute(query, (DELETES,)).fetchall()
    closed_s, gone_s = [], []
    for video, owner in found:
        begun = time.perf_counter()
        await house.ask(Viewer(PersonId(UUID(owner))), VideoId(UUID(video)))
        closed_s.append(time.perf_counter() - begun)
        await house.eraser.erase(Straight(), str(UUID(video)))
        gone_s.append(time.perf_counter() - begun)
    return max(closed_s), max(gone_s)


async def _forgetme(talk: Talk, house: House) -> tuple[float, float]:
    leaver = await talk.asker(LEAVER.external_id)
    begun = time.perf_counter()
    await forget(Leave(leaver.viewer, LEAVER, HERE), house.shutting)
    closed_s = time.perf_counter() - begun
    (departure,) = await house.parts.store.ledger.begun()
    await house.eraser.erase(Straight(), str(departure))
    await Forgetter(house.parts.store, house.shutting.issuer).forget(Straight(), str(departure))
    return closed_s, time.perf_counter() - begun


async def _overdue(house: House, many: int) -> tuple[float, float]:
    """Let many end at once, ask for one of them, and sweep."""
    owner, video = await asyncio.to_thread(_end, house, many)
    begun = time.perf_counter()
    assert await house.parts.view(owner, video) is None
    closed_s = time.perf_counter() - begun
    await sweep(house.shutting, house.eraser)
    return closed_s, time.perf_counter() - begun


def _end(house: House, many: int) -> tuple[Viewer, VideoId]:
    """Give many videos an end date that is now; gives the first one's owner and the first one.

    Waits for the write lock beside the loop: whoever holds it needs the loop to go on.
    """
    with _tables(house) as tables:
        some = {"now": house.parts.clock.now_ms(), "many": many}
        ended = "SELECT id FROM videos WHERE id LIKE 'b%' ORDER BY id LIMIT :many"
        tables.execute(f"UPDATE videos SET ends_at_ms = :now, kept_until_ms = NULL WHERE id IN ({ended})", some)  # noqa: S608
        video, owner = tables.execute("SELECT id, owner FROM videos WHERE id LIKE 'b%' ORDER BY id").fetchone()
    return Viewer(PersonId(UUID(owner))), VideoId(UUID(video))


@contextmanager
def _tables(house: House) -> Iterator[sqlite3.Connection]:
    file = house.parts.folder / "hushreel.db"
    with closing(sqlite3.connect(file, 60, isolation_level="IMMEDIATE")) as tables, tables:
        yield tables


async def _figures(
    name: str, do: Callable[[], Awaitable[tuple[float, float]]], workers: Workers, quiet: Work
) -> list[Row]:
    workers.since()
    begun_s = time.process_time()
    closed_s, gone_s = await do()
    cpu_s, work = time.process_time() - begun_s, workers.since()
    ratio, enough = work.p95_ms / quiet.p95_ms, work.acts > PEOPLE
    note = f"with closed receipts; {cpu_s:.1f} s of processor time, that of {work.acts} acts of the people with it"
    what = f"p95 of what the {PEOPLE} people do meanwhile / quiet: {_note(work)}"
    return [
        Row(f"{name}: closed to everybody", closed_s, "s", "at most 1", closed_s <= 1, "or the first look refused"),
        Row(f"{name}: gone from every file", gone_s, "s", f"at most {MOST_S:g}", gone_s <= MOST_S, note),
        Row(f"{name}: the people's p95", ratio, "x", f"at most {MOST_RATIO:g}" * enough, ratio <= MOST_RATIO, what),
    ]


def _note(work: Work) -> str:
    medians = ", ".join(f"{name} {sorted(its)[len(its) // 2]:.0f} ms" for name, its in sorted(work.taken_ms.items()))
    return f"{work.acts} acts; medians {medians}"
