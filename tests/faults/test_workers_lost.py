"""Workers that are killed by somebody else, hang or eat memory: real processes, real signals."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable

import pytest

from core.errors import LimitReached
from core.work import Work
from core.workers.pool import TRIES, Workers
from core.workers.spec import TaskSpec

GIB = 2**30
SILENT_S = {"tell_and_wait": 4, "hang": 4, "hog": None, "flood": None, "vanish": None, "break_down": None}
TASKS = {name: TaskSpec(f"tests.fakes.tasks:{name}", GIB // 2, silent_s=most) for name, most in SILENT_S.items()}
NOTHING = Work({"words": "x"})
PATIENCE_S = 50


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    """A pool that is empty again after each test."""
    pool = Workers(TASKS)
    yield pool
    await pool.close()
    assert not pool.pids


def disturb(pool: Workers, number: int, times: int) -> tuple[list[int], Callable[[float], None]]:
    """Send a signal to the first workers that say something; gives them, and what to listen with."""
    disturbed: list[int] = []

    def listen(_share: float) -> None:
        (pid,) = pool.pids - set(disturbed)
        if len(disturbed) < times:
            disturbed.append(pid)
            os.kill(pid, number)

    return disturbed, listen


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP])
async def test_a_lost_worker_is_replaced(workers: Workers, number: int) -> None:
    """Killed by somebody else or stopped, as often as there is another try: another worker does the order."""
    disturbed, listen = disturb(workers, number, TRIES - 1)
    product = await workers.run("tell_and_wait", NOTHING, on_progress=listen, timeout_s=PATIENCE_S)
    assert len(disturbed) == TRIES - 1
    assert product.facts["pid"] not in disturbed


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP])
async def test_a_worker_that_is_lost_again_and_again_is_given_up(workers: Workers, number: int) -> None:
    """After the last try the order fails as one that takes too much, and no process is left."""
    disturbed, listen = disturb(workers, number, TRIES + 1)
    with pytest.raises(LimitReached, match="worker_limit"):
        await workers.run("tell_and_wait", NOTHING, on_progress=listen, timeout_s=PATIENCE_S)
    assert len(disturbed) == TRIES
    assert not workers.pids


async def test_a_worker_that_says_nothing_is_hung(workers: Workers) -> None:
    """One that never ends is found out by its silence, long before its time is over."""
    began: list[float] = []
    with pytest.raises(LimitReached, match="worker_limit"):
        await workers.run("hang", NOTHING, on_progress=began.append, timeout_s=3_600)
    assert began == [0.5] * TRIES


@pytest.mark.parametrize("task", ["hog", "flood", "vanish", "break_down"])
async def test_a_worker_that_breaks_by_itself_is_not_tried_again(
    workers: Workers, task: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Memory, a fault or a bug would come again: the order fails at once, and the service goes on."""
    with pytest.raises(LimitReached, match="worker_limit"):
        await workers.run(task, NOTHING, timeout_s=PATIENCE_S)
    assert caplog.text.count("failed:") == 1
    assert (await workers.run("tell_and_wait", NOTHING)).facts["pid"]


async def test_closing_ends_the_tries(workers: Workers) -> None:
    """A service that stops starts no other worker for an order that its stop has broken."""
    at_work = asyncio.Event()
    order = asyncio.create_task(workers.run("hang", NOTHING, on_progress=lambda _: at_work.set(), timeout_s=60))
    await at_work.wait()
    await workers.close()
    with pytest.raises(LimitReached, match="worker_limit"):
        await order
    assert not workers.pids
