"""kill -9 of worker processes at random moments, while the service goes on.

HUSHREEL_WORKER_KILLS sets how many, HUSHREEL_SEED which.
"""

import asyncio
import os
import random
from collections.abc import Mapping
from pathlib import Path

import psutil
import pytest

from tests.faults.handed import Handed, all_taken, marks
from tests.faults.houses import Files, check_playable, check_settled, read_books
from tests.service import Service
from tests.wire.visitor import Visitor, visiting

KILLS = int(os.environ.get("HUSHREEL_WORKER_KILLS", "12"))
SEED = int(os.environ.get("HUSHREEL_SEED", "20261125"))
LATEST_S = 6.0
WAITING = 3
"""How many videos wait or are made while workers die."""

REASONS = {"worker_limit"}


def workers_of(service: Service) -> list[psutil.Process]:
    """Give the worker processes that live now."""
    assert service.process is not None
    return list(psutil.Process(service.process.pid).children())


async def keep_asking(owner: Visitor, handed: Mapping[str, Handed], chance: random.Random, data_dir: Path) -> None:
    """Have some videos under way at all times, of every kind of input."""
    while True:
        states = list(read_books(data_dir).states.values())
        if states.count("queued") + states.count("making") < WAITING:
            one = handed[chance.choice(sorted(handed))]
            await owner.ask("create", one.files, seconds=3, **one.options)
        await asyncio.sleep(0.2)


async def kill_some(service: Service, chance: random.Random, files: Files) -> None:
    """Kill workers wherever they are, one after the other."""
    killed = 0
    while killed < KILLS:
        await asyncio.sleep(chance.uniform(0.05, LATEST_S))
        alive = workers_of(service)
        if not alive:
            continue
        victim = chance.choice(alive)
        victim.kill()
        killed += 1
        files.check()
        print(f"worker {killed} of {KILLS} killed: {read_books(service.data_dir)}")  # noqa: T201


@pytest.mark.timeout(30 * KILLS + 600)
async def test_a_killed_worker_costs_time_or_its_own_video(tmp_path: Path) -> None:
    """Each video ends ready once, or failed with its reason; the service lives, nothing is left over or told."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable moments
    handed = all_taken()
    with Service(tmp_path / "house") as service:
        files = Files(service.folder, marks(handed))
        async with visiting(service.demo) as owner:
            asking = asyncio.create_task(keep_asking(owner, handed, chance, service.data_dir))
            await kill_some(service, chance, files)
            asking.cancel()
            await asyncio.wait({asking})
            assert asking.cancelled(), asking.exception()
            books = check_settled(service)
        assert "ready" in books.states.values()
        assert {failure for failure in books.failures.values() if failure} <= REASONS
        assert workers_of(service) == []
        played = await check_playable(service, books.outputs)
        files.check()
    print(f"{books}; {played} played to the end")  # noqa: T201
