"""The durable engine with real DBOS on a real SQLite file."""

import asyncio
import json
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, closing
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import pytest_asyncio

from core.engine.durable import DurableEngine
from core.engine.launch import launch
from core.errors import BadInput
from core.ports import Flow, Steps
from core.records import Lane
from tests.launched import engine_file
from tests.waiting import until

SLOTS = 1


@pytest_asyncio.fixture
async def path(tmp_path: Path) -> Path:
    """An engine's file."""
    return await engine_file(tmp_path / "engine.db")


@asynccontextmanager
async def running(path: Path, flows: Mapping[str, Flow], slots: int = SLOTS) -> AsyncIterator[DurableEngine]:
    """Run an engine for the length of a block."""
    engine = await launch(path, flows, slots)
    try:
        yield engine
    finally:
        await engine.close()


def bytes_on_disk(path: Path) -> bytes:
    """Give what the database and its logs hold."""
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))


def flows_in(path: Path) -> int:
    """Count the flows that the file knows."""
    with closing(sqlite3.connect(path)) as reading:
        return int(reading.execute("select count(*) from workflow_status").fetchone()[0])


class Log:
    """What a flow under test did."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self.steps: list[str] = []

    def note(self, name: str, result: object = None) -> Callable[[], Awaitable[object]]:
        """Make the body of a step that notes its name and gives `result`."""

        async def do() -> object:
            self.steps.append(name)
            return result

        return do


async def test_a_flow_runs_its_steps_once_under_its_subjects_id(path: Path) -> None:
    """Starting a flow twice runs it once, and a step gives its JSON result."""
    log, got = Log(), []

    async def flow(steps: Steps, subject: str) -> None:
        got.append(await steps.step("first", log.note(subject, ["a", 1])))
        await steps.step("second", log.note("second"))

    async with running(path, {"make": flow}) as engine:
        subject = uuid4()
        await engine.start("make", subject, Lane.RENDER, 1)
        await engine.start("make", subject, Lane.RENDER, 1)
        await until(lambda: len(log.steps) >= 2)
        await asyncio.sleep(0.6)
    assert log.steps == [str(subject), "second"]
    assert got == [["a", 1]]


async def test_a_lane_takes_the_smallest_priority_first(path: Path) -> None:
    """What waits on a lane with one slot starts in the order of its numbers, whatever was asked first."""
    log, begun, hold = Log(), asyncio.Event(), asyncio.Event()

    async def flow(_steps: Steps, subject: str) -> None:
        if UUID(subject).int == 0:
            begun.set()
            await hold.wait()
        log.steps.append(str(UUID(subject).int))

    async with running(path, {"make": flow}) as engine:
        await engine.start("make", UUID(int=0), Lane.RENDER, 1)
        await asyncio.wait_for(begun.wait(), 30)
        for priority in (5, 3, 4, 2):
            await engine.start("make", UUID(int=priority), Lane.RENDER, priority)
        hold.set()
        await until(lambda: len(log.steps) == 5)
    assert log.steps == ["0", "2", "3", "4", "5"]


async def test_housekeeping_never_waits_for_rendering(path: Path) -> None:
    """An erasure starts while the only render slot is taken."""
    erased = asyncio.Event()

    async def make(_steps: Steps, _subject: str) -> None:
        await asyncio.sleep(60)

    async def erase(_steps: Steps, _subject: str) -> None:
        erased.set()

    async with running(path, {"make": make, "erase": erase}) as engine:
        for priority in range(1, 4):
            await engine.start("make", uuid4(), Lane.RENDER, priority)
        await engine.start("erase", uuid4(), Lane.HOUSEKEEPING, 1)
        await asyncio.wait_for(erased.wait(), 30)
    assert erased.is_set()


async def test_cancel_stops_what_a_flow_awaits_at_once(path: Path) -> None:
    """Cancelling stops the running step, which would last for hours, waits for its clean-up, and frees the slot."""
    stopped: list[str] = []
    started = asyncio.Event()

    async def flow(steps: Steps, _subject: str) -> None:
        async def render() -> None:
            started.set()
            try:
                await asyncio.sleep(10_000)
            finally:
                stopped.append("render")

        await steps.step("render", render)

    async with running(path, {"make": flow}) as engine:
        subject = uuid4()
        await engine.start("make", subject, Lane.RENDER, 1)
        await asyncio.wait_for(started.wait(), 30)
        await engine.cancel("make", subject)
        assert stopped == ["render"]
        started.clear()
        await engine.start("make", uuid4(), Lane.RENDER, 2)
        await asyncio.wait_for(started.wait(), 30)


async def test_cancel_of_what_waits_or_is_unknown_is_fine(path: Path) -> None:
    """A cancelled flow that waits in the queue never starts; an unknown one raises nothing."""
    log, hold = Log(), asyncio.Event()

    async def flow(_steps: Steps, subject: str) -> None:
        log.steps.append(subject)
        await hold.wait()

    async with running(path, {"make": flow}) as engine:
        first, second, third = uuid4(), uuid4(), uuid4()
        for priority, subject in enumerate((first, second, third), 1):
            await engine.start("make", subject, Lane.RENDER, priority)
        await until(lambda: bool(log.steps))
        await engine.cancel("make", second)
        await engine.cancel("make", uuid4())
        hold.set()
        await until(lambda: len(log.steps) == 2)
    assert log.steps == [str(first), str(third)]


async def test_a_finished_flow_can_be_started_afresh(path: Path) -> None:
    """A flow that ended in an error runs again when it is started again, be it while its end is still being written."""
    log, failed = Log(), asyncio.Event()

    async def flow(steps: Steps, _subject: str) -> None:
        await steps.step("try", log.note("try"))
        if len(log.steps) == 1:
            failed.set()
            raise BadInput("not_today")

    async with running(path, {"erase": flow}) as engine:
        subject = uuid4()
        await engine.start("erase", subject, Lane.HOUSEKEEPING, 1)
        await asyncio.wait_for(failed.wait(), 60)
        await engine.start("erase", subject, Lane.HOUSEKEEPING, 1)
        await until(lambda: len(log.steps) == 2)
    assert log.steps == ["try", "try"]


async def test_the_file_holds_json_of_codes_and_finished_flows_leave_it(path: Path) -> None:
    """No error text and no pickle is written, and after the sweep the subject's id is in no byte of the file."""
    subject = uuid4()
    done = asyncio.Event()

    async def flow(steps: Steps, _subject: str) -> None:
        async def fail() -> None:
            raise BadInput("too_loud", words="a dancing marmoset")

        try:
            await steps.step("fail", fail)
        finally:
            done.set()

    async with running(path, {"make": flow}) as engine:
        await engine.start("make", subject, Lane.RENDER, 1)
        await asyncio.wait_for(done.wait(), 30)
        await asyncio.sleep(0.2)
        written = bytes_on_disk(path)
        assert str(subject).encode() in written
        assert b"marmoset" not in written
        with sqlite3.connect(path) as reading:
            errors = [row[0] for row in reading.execute("select error from operation_outputs")]
            assert [json.loads(error) for error in errors] == [{"hushreel_failed": "too_loud"}]
            assert reading.execute("pragma journal_mode").fetchone() == ("wal",)
        reading.close()
        await engine.sweep()
        assert str(subject).encode() not in bytes_on_disk(path)


async def test_a_sweep_that_could_not_finish_is_finished_by_the_next(path: Path) -> None:
    """While a reader keeps the log open, a swept id stays in it; the next sweep after that takes it out."""
    subject, done = uuid4(), asyncio.Event()

    async def flow(_steps: Steps, _subject: str) -> None:
        done.set()

    async with running(path, {"erase": flow}) as engine:
        with closing(sqlite3.connect(path)) as reader:
            await engine.start("erase", subject, Lane.HOUSEKEEPING, 1)
            await asyncio.wait_for(done.wait(), 60)
            reader.execute("begin")
            reader.execute("select count(*) from workflow_status").fetchone()
            while flows_in(path):
                await engine.sweep()
            assert str(subject).encode() in bytes_on_disk(path)
            reader.rollback()
        await engine.sweep()
        assert str(subject).encode() not in bytes_on_disk(path)


@pytest.mark.timeout(180)
async def test_the_file_does_not_grow_with_what_was_done(path: Path) -> None:
    """After 500 flows, swept now and then as they end, the file is as large as after the first hundred."""
    log, sizes = Log(), []

    async def flow(steps: Steps, subject: str) -> None:
        await steps.step("only", log.note(subject))

    async with running(path, {"erase": flow}) as engine:
        for hundred in range(1, 6):
            for _ in range(100):
                await engine.start("erase", uuid4(), Lane.HOUSEKEEPING, 1)
            await until(partial(lambda most: len(log.steps) == most, hundred * 100), 60)
            async with asyncio.timeout(60):
                while flows_in(path):
                    await engine.sweep()
                    await asyncio.sleep(0.05)
            sizes.append(len(bytes_on_disk(path)))
        assert not [subject for subject in log.steps if subject.encode() in bytes_on_disk(path)]
    assert max(sizes) < sizes[0] * 1.2


async def test_what_a_stop_interrupts_goes_on_at_the_next_launch(path: Path) -> None:
    """A flow stopped in its second step goes on at the second step, not the first."""
    log, started = Log(), asyncio.Event()

    async def slow(steps: Steps, _subject: str) -> None:
        await steps.step("first", log.note("first"))

        async def second() -> None:
            log.steps.append("second")
            started.set()
            if log.steps.count("second") == 1:
                await asyncio.sleep(60)

        await steps.step("second", second)

    for _life in range(2):
        started.clear()
        async with running(path, {"make": slow}) as engine:
            if not log.steps:
                await engine.start("make", uuid4(), Lane.RENDER, 1)
            await asyncio.wait_for(started.wait(), 60)
    assert log.steps == ["first", "second", "second"]


async def test_a_flow_that_only_seems_to_run_is_taken_up(path: Path) -> None:
    """A flow whose end could not be written is resumed by the next start, at the step where it was."""
    log = Log()

    async def flow(steps: Steps, _subject: str) -> None:
        await steps.step("first", log.note("first"))
        log.steps.append("life")
        if log.steps.count("life") == 1:
            raise asyncio.CancelledError

    async with running(path, {"make": flow}) as engine:
        subject = uuid4()
        await engine.start("make", subject, Lane.RENDER, 1)
        await until(lambda: "life" in log.steps)
        await engine.start("make", subject, Lane.RENDER, 1)
        await until(lambda: log.steps.count("life") == 2)
    assert log.steps == ["first", "life", "life"]


async def test_flows_of_another_version_are_dropped(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an older version left unfinished is not replayed over changed steps, and may be started afresh."""
    log, hold = Log(), asyncio.Event()

    async def flow(_steps: Steps, subject: str) -> None:
        log.steps.append(subject)
        await hold.wait()

    subject = uuid4()
    async with running(path, {"make": flow}) as engine:
        await engine.start("make", subject, Lane.RENDER, 1)
        await until(lambda: len(log.steps) == 1)
    monkeypatch.setattr("core.engine.durable.FLOWS_VERSION", "another")
    async with running(path, {"make": flow}) as engine:
        await asyncio.sleep(0.6)
        assert len(log.steps) == 1
        await engine.start("make", subject, Lane.RENDER, 1)
        await until(lambda: len(log.steps) == 2)


DIES = """
import asyncio, os, signal, sys
from pathlib import Path
from uuid import UUID
from core.engine.launch import launch
from core.records import Lane
from tests.waiting import until

async def flow(steps, subject):
    async def first():
        print("first", flush=True)
        return 7
    async def second():
        print("second", flush=True)
        if sys.argv[2] == "die":
            os.kill(os.getpid(), signal.SIGKILL)
    assert await steps.step("first", first) == 7
    await steps.step("second", second)
    print("done", flush=True)
    ended.set()

async def main():
    global ended
    ended = asyncio.Event()
    engine = await launch(Path(sys.argv[1]), {"make": flow}, 1)
    if sys.argv[2] == "die":
        await engine.start("make", UUID(int=1), Lane.RENDER, 1)
    await asyncio.wait_for(ended.wait(), 60)
    await engine.close()

asyncio.run(main())
"""


def test_a_killed_process_goes_on_after_its_last_finished_step(path: Path) -> None:
    """After kill -9 inside the second step, the next process repeats only that step."""
    outputs = []
    for mode in ("die", "live"):
        command = [sys.executable, "-W", "error", "-c", DIES, str(path), mode]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        outputs.append(ran.stdout.split())
        assert ran.returncode == (-9 if mode == "die" else 0), ran.stderr
    assert outputs == [["first", "second"], ["second", "done"]]
