"""The queue: from queued to started, and what a burst of one person costs another. The real `hushreel run`."""

import asyncio
import sqlite3
import statistics
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tests.bench.row import Row
from tests.service import Service
from tests.wire.visitor import Json, Visitor, buttons, parts, settled, visiting

JOBS = 60
BURST = 99
"""With the one that is made meanwhile, the most that one person may have unfinished is 100."""

STARTED = """
select queued.subject, queued.at_ms, started.at_ms
from events as queued join events as started on started.subject = queued.subject
where queued.verb = 'queue' and started.verb = 'start'
order by started.sequence
"""


def rows() -> list[Row]:
    """Measure on a folder of its own."""
    with tempfile.TemporaryDirectory() as folder, Service(Path(folder)) as service:
        return asyncio.run(_rows(service))


async def _rows(service: Service) -> list[Row]:
    async with visiting(service.demo) as owner, visiting(service.demo, "member") as member:
        for _ in range(JOBS):
            await _start_and_cancel(owner)
        waited = [started_ms - queued_ms for _, queued_ms, started_ms in _started(service)]
        p95_ms = statistics.quantiles(waited, n=20)[-1]
        ahead = await _burst(service, owner, member)
    how = f"{len(waited)} videos, each asked for when no other was made; by the times in the events"
    return [
        Row("queued to started, p95", p95_ms, "ms", "at most 500", p95_ms <= 500, how),
        Row("queued to started, median", statistics.median(waited), "ms", "", reached=True, note=how),
        Row("queued to started, longest", max(waited), "ms", "", reached=True, note=how),
        Row(
            f"a burst of {BURST + 1} by one person: videos of it that start before another person's",
            ahead,
            "videos",
            "at most 1",
            ahead <= 1,
            "asked for while the burst's first video is made",
        ),
    ]


async def _ask(person: Visitor) -> str:
    reply = await person.ask("create", prompt="a calm sea at sunset", seconds=3)
    return str(reply["card"])


def _is_made(card: Json) -> bool:
    return any(part["share"] is not None for part in parts(card, "progress"))


async def _start_and_cancel(owner: Visitor) -> None:
    card = await _ask(owner)
    shown = await owner.until(card, _is_made)
    for button in buttons(shown):
        await owner.press(button["press"])
    await owner.until(card, settled)


async def _burst(service: Service, busy: Visitor, other: Visitor) -> int:
    """Give how many videos of a burst start after another person's was asked for and before it starts."""
    await busy.until(await _ask(busy), _is_made)
    for _ in range(BURST):
        await _ask(busy)
    before = len(_started(service))
    card = await _ask(other)
    await other.until(card, _is_made)
    order = [subject for subject, _, _ in _started(service)]
    return order.index(card.removeprefix("video:").replace("-", "")) - before


def _started(service: Service) -> list[tuple[str, int, int]]:
    database = f"file:{service.data_dir / 'hushreel.db'}?mode=ro"
    with closing(sqlite3.connect(database, uri=True, timeout=10)) as reading:
        return reading.execute(STARTED).fetchall()


if __name__ == "__main__":
    for one in rows():
        sys.stdout.write(f"{one}\n")
