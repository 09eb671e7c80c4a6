"""Worker processes: what they see, what they may use, and how they end."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import pytest

from core.errors import BadInput, LimitReached
from core.work import Memory, Work
from core.workers.pool import Workers
from core.workers.spec import TaskSpec
from tests.waiting import until

GIB = 2**30
NAMES = ["echo", "tell", "refuse", "break_down", "vanish", "hog", "flood", "hang", "rest", "smuggle", "lie"]
TASKS = {name: TaskSpec(f"tests.fakes.tasks:{name}", GIB // 2, niceness=3) for name in NAMES}
NOTHING = Work({})


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    """A pool that is empty again after each test."""
    pool = Workers(TASKS)
    yield pool
    await pool.close()
    assert not pool.pids


def lives(pid: int) -> bool:
    """Whether a process exists, a zombie included."""
    return Path(f"/proc/{pid}").exists()


def running(pid: int) -> bool:
    """Whether a process does anything: an orphan stays a zombie until the machine's first process reaps it."""
    return lives(pid) and kernel_view(pid, "stat").rpartition(")")[2].split()[0] != "Z"


def kernel_view(pid: int, of: str) -> str:
    """What /proc says of a process."""
    return Path(f"/proc/{pid}/{of}").read_text()


def open_descriptors() -> int:
    """How many descriptors this process holds."""
    return len(list(Path("/proc/self/fd").iterdir()))


async def begun(pool: Workers, task: str = "hang") -> tuple[asyncio.Task[object], int]:
    """Start an order that never ends, and wait until its worker is at it."""
    at_work = asyncio.Event()
    order: asyncio.Task[object] = asyncio.create_task(pool.run(task, NOTHING, on_progress=lambda _: at_work.set()))
    await at_work.wait()
    (pid,) = pool.pids
    return order, pid


async def test_bytes_go_in_and_come_out_as_memory(workers: Workers) -> None:
    """A task gets parameters and memories, reports its progress, and its memories come back whole."""
    shares: list[float] = []
    large = os.urandom(3_000_000)
    with Memory.of(b"small") as one, Memory.of(large) as two, Memory.empty() as three:
        product = await workers.run("echo", Work({"a": [1, "é"]}, (one, two, three)), on_progress=shares.append)
    assert [product.parts[str(place)].read() for place in range(3)] == [b"small", large, b""]
    assert product.facts["parameters"] == {"a": [1, "é"]}
    assert shares == [0.25, 1.0]
    for memory in product.parts.values():
        memory.close()


async def test_each_order_has_a_process_of_its_own(workers: Workers) -> None:
    """A worker that was taken over by one person's file never sees another person's."""
    first, second = [(await workers.run("echo", NOTHING)).facts["pid"] for _ in range(2)]
    assert first != second
    await workers.close()
    assert not lives(first)
    assert not lives(second)


async def test_a_worker_sees_no_key_no_setting_and_no_file_of_ours(
    workers: Workers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Environment, folder and descriptors of the service stay with the service."""
    monkeypatch.setenv("HUSHREEL_KEY_FILE", "/secret/master.key")
    monkeypatch.setenv("DISCORD_TOKEN", "abc")
    with (tmp_path / "open").open("wb") as ours:
        os.set_inheritable(ours.fileno(), True)  # noqa: FBT003 - os's own signature
        facts = (await workers.run("tell", NOTHING)).facts
    assert set(facts["environment"]) <= {
        "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "HOME", "TMPDIR", "MALLOC_ARENA_MAX", "LC_CTYPE",
    }  # fmt: skip
    assert facts["environment"]["TMPDIR"] == facts["environment"]["HOME"] == "/nonexistent"
    assert facts["folder"] == "/"
    assert not [path for path in facts["open"] if str(tmp_path) in path]
    assert sum("socket:" in path for path in facts["open"]) == 1
    assert not [name for name in facts["modules"] if name.startswith(("core.storage", "bots", "aiohttp"))]


async def test_the_kernel_shows_no_key_of_ours_on_a_worker(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    """/proc holds what a process was started with, whatever it removes later."""
    monkeypatch.setenv("HUSHREEL_MARK", "0b5cf9e1")
    order, pid = await begun(workers)
    started_with = kernel_view(pid, "environ")
    assert "PYTHONPATH" in started_with
    assert "HUSHREEL" not in started_with
    assert "0b5cf9e1" not in started_with + kernel_view(pid, "cmdline")
    order.cancel()


async def test_a_worker_has_limits(workers: Workers) -> None:
    """Address space, open files, core dumps and priority are what the task's row says."""
    facts = (await workers.run("tell", NOTHING)).facts
    assert facts["memory"] == [GIB // 2, GIB // 2]
    assert facts["core"] == [0, 0]
    assert facts["files"] == [64, 64]
    assert facts["niceness"] == os.nice(0) + 3


async def test_a_refusal_becomes_bad_input(workers: Workers) -> None:
    """Code and data of a refusal cross the border."""
    with pytest.raises(BadInput) as refused:
        await workers.run("refuse", Work({"kind": "text"}))
    assert (refused.value.code, refused.value.data) == ("file_kind_unknown", {"kind": "text"})


@pytest.mark.parametrize("task", ["break_down", "vanish", "hog", "flood", "smuggle", "lie"])
async def test_a_worker_that_breaks_costs_its_own_order_only(workers: Workers, task: str) -> None:
    """Crash, fault, memory hog, flood, foreign descriptor or nonsense: worker_limit, and the next order is well."""
    with pytest.raises(LimitReached, match="worker_limit"):
        await workers.run(task, Work({"words": "x"}))
    assert not workers.pids
    assert (await workers.run("echo", NOTHING)).facts["parameters"] == {}


async def test_the_log_of_a_crash_holds_no_words(workers: Workers, caplog: pytest.LogCaptureFixture) -> None:
    """What broke and where is told, what it was about isn't."""
    with caplog.at_level(logging.DEBUG), pytest.raises(LimitReached):
        await workers.run("break_down", Work({"words": "a letter to my doctor"}))
    assert "RuntimeError at tasks.py:" in caplog.text
    assert "doctor" not in caplog.text


async def test_a_worker_that_hangs_is_killed_when_its_time_is_over(workers: Workers) -> None:
    """The time limit ends the process, not only the waiting."""
    with pytest.raises(LimitReached, match="worker_limit"):
        await workers.run("hang", NOTHING, timeout_s=0.4)
    assert not workers.pids


async def test_cancelling_kills_the_worker_at_once(workers: Workers) -> None:
    """Who cancels waits for no frame: the process is dead and reaped when the task ends."""
    order, pid = await begun(workers)
    assert lives(pid)
    order.cancel()
    with pytest.raises(asyncio.CancelledError):
        await order
    assert not lives(pid)


async def test_orders_run_in_the_order_they_came(workers: Workers) -> None:
    """One at a time, first come first served."""
    orders = [asyncio.create_task(workers.run("rest", Work({"seconds": 0.05}))) for _ in range(4)]
    times = [order.facts for order in await asyncio.gather(*orders)]
    assert all(before["ended"] <= after["began"] for before, after in pairwise(times))


async def test_some_orders_run_at_once_and_no_more() -> None:
    """A limit of two means two."""
    pool = Workers({"rest": TaskSpec("tests.fakes.tasks:rest", GIB, at_once=2)})
    orders = [asyncio.create_task(pool.run("rest", Work({"seconds": 0.3}))) for _ in range(4)]
    times = [order.facts for order in await asyncio.gather(*orders)]
    at_work = [sum(other["began"] <= one["began"] < other["ended"] for other in times) for one in times]
    assert max(at_work) == 2
    await pool.close()


async def test_an_order_that_waits_can_be_taken_back(workers: Workers) -> None:
    """Cancelled before its turn, it starts no process and holds nobody up."""
    order, pid = await begun(workers)
    waiting = asyncio.create_task(workers.run("hang", NOTHING))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert workers.pids == {pid}
    order.cancel()


async def test_closing_ends_what_is_under_way() -> None:
    """The service stops without waiting for a worker."""
    pool = Workers(TASKS)
    order, pid = await begun(pool)
    await pool.close()
    assert not lives(pid)
    with pytest.raises(LimitReached):
        await order


async def test_no_descriptor_is_left_behind(workers: Workers) -> None:
    """Orders that end well, badly or by a cancel cost the service no descriptor."""
    before = open_descriptors()
    await workers.run("echo", NOTHING)
    for task in ("refuse", "vanish", "smuggle"):
        with pytest.raises((BadInput, LimitReached)):
            await workers.run(task, Work({"kind": ""}))
    order, _ = await begun(workers)
    order.cancel()
    with pytest.raises(asyncio.CancelledError):
        await order
    assert open_descriptors() == before


SERVICE = """
import asyncio
from core.work import Work
from core.workers.pool import Workers
from core.workers.spec import TaskSpec

async def main():
    pool = Workers({"hang": TaskSpec("tests.fakes.tasks:hang", 2**30)})
    await pool.run("hang", Work({}), on_progress=lambda _: print(*pool.pids, flush=True))

asyncio.run(main())
"""


async def test_workers_die_with_the_service() -> None:
    """A `kill -9` of the service leaves no worker behind, not even one that hangs."""
    service = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SERVICE, cwd=Path(__file__).parents[1], stdout=asyncio.subprocess.PIPE
    )
    assert service.stdout is not None
    pid = int(await service.stdout.readline())
    assert running(pid)
    service.send_signal(signal.SIGKILL)
    await service.wait()
    await until(lambda: not running(pid))
