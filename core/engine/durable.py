"""Durable flows: DBOS behind the `Engine` and `Steps` ports.

DBOS is one per process, with decorators and a thread pool of its own that becomes the loop's default
executor: all of that stays in this package. Its queues are not used: who comes next is read from our own tables
when a slot is free (docs/decisions/0030-one-queue.md), and DBOS knows only what has begun.
"""

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa
from dbos import DBOS, SetWorkflowID

from core.engine.database import open_database, truncate_log
from core.engine.serializer import JsonOfIds
from core.engine.slots import AHEAD, Key, Slots
from core.ports import Flow, Line, Result
from core.records import Lane

FLOWS_VERSION = "4"
"""Raised when a flow's steps change: flows of another version are dropped, and started afresh from our tables."""

EXECUTOR = "serving-1"
HOUSEKEEPING_SLOTS = 4
EXPORT_SLOTS = 1
REMOTE_SLOTS = 16
"""How many videos are made elsewhere at once, or wait for their turn there: a flow of theirs mostly sleeps."""

THREADS = 16
SWEEP_EVERY_S = 10.0
PAUSE_S = 1.0
"""How long a lane rests when the next flow could not be found or started (a full disk, a busy database)."""

_WAITING = frozenset({"ENQUEUED", "DELAYED"})
_FINISHED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]

log = logging.getLogger("hushreel.engine")


class DbosSteps:
    """The `Steps` port inside a flow."""

    async def step(self, name: str, do: Callable[[], Awaitable[Result]]) -> Result:
        """Run `do` and keep its JSON result, or give the kept one of an earlier life."""

        async def body() -> Result:
            return await do()

        return await DBOS.run_step_async({"name": name}, body)


class DurableEngine:
    """Runs registered flows on its lanes, takes them up again after a crash, and keeps no history of finished ones."""

    def __init__(self, path: Path, slots: int, lines: Mapping[Lane, Line]) -> None:
        """Name the SQLite file, how many videos are made at once, and the lanes' lines."""
        self._path = path
        counts = {
            Lane.RENDER: slots,
            Lane.REMOTE: REMOTE_SLOTS,
            Lane.HOUSEKEEPING: HOUSEKEEPING_SLOTS,
            Lane.EXPORTS: EXPORT_SLOTS,
        }
        self._lanes = {lane: Slots(count, lines.get(lane)) for lane, count in counts.items()}
        self._database: sa.Engine | None = None
        self._flows: dict[str, Callable[[str, str], Coroutine[Any, Any, None]]] = {}
        self._serving: list[asyncio.Task[None]] = []
        self._is_scrubbed = False
        self._sweeping: asyncio.Task[None] | None = None

    def register(self, flows: Mapping[str, Flow]) -> None:
        """Make flows known by name, before `launch`: what a crash interrupted goes on as soon as it launches."""
        for name, flow in flows.items():
            self._flows[name] = DBOS.workflow(name=name)(self._as_workflow(name, flow))

    def _as_workflow(self, name: str, flow: Flow) -> Callable[[str, str], Coroutine[Any, Any, None]]:
        """Make it hold a slot for as long as its task lives, which is until DBOS has written how it ended.

        A flow that is started afresh before would be found running, and resumed to no avail: it waits for that.
        """

        async def run(subject: str, lane: str) -> None:
            """Run the flow of one subject in a slot of its lane."""
            key, slots = (name, subject), self._lanes[Lane(lane)]
            if slots.closed:
                raise asyncio.CancelledError
            task = cast("asyncio.Task[Any]", asyncio.current_task())
            slots.begin(key, task)
            task.add_done_callback(lambda _: slots.end(key))
            try:
                await flow(DbosSteps(), subject)
            except Exception as error:
                log.warning("flow %s ended by %s", _id(key), type(error).__name__)
                raise
            finally:
                slots.ending(key)

        run.__qualname__ = name
        return run

    async def launch(self) -> None:
        """Open the file and start the lanes on the running loop; interrupted flows go on at their last step."""
        self._database = open_database(self._path)
        DBOS(
            config={
                "name": "hushreel",
                "system_database_url": f"sqlite:///{self._path}",
                "system_database_engine": self._database,
                "serializer": JsonOfIds(),
                "executor_id": EXECUTOR,
                "application_version": FLOWS_VERSION,
                "max_executor_threads": THREADS,
                "log_level": "CRITICAL",
            }
        )
        DBOS.launch()
        await self._drop_other_versions()
        for one in await DBOS.list_workflows_async(status=["PENDING", *_WAITING], load_output=False):
            subject, lane = cast("dict[str, list[str]]", one.input)["args"]
            self._lanes[Lane(lane)].expect((one.name, subject))
        self._serving = [asyncio.create_task(self._serve(slots, lane)) for lane, slots in self._lanes.items()]
        self._sweeping = asyncio.create_task(self._sweep_history())

    async def _drop_other_versions(self) -> None:
        every = await DBOS.list_workflows_async(load_input=False, load_output=False)
        others = [one.workflow_id for one in every if one.app_version != FLOWS_VERSION]
        if others:
            await DBOS.delete_workflows_async(others)
        for queue in await DBOS.list_queues_async():
            await DBOS.delete_queue_async(queue.name)

    async def start(self, flow: str, subject: UUID, lane: Lane, priority: int) -> None:
        """Start a flow under its subject's id; one that waits or runs is left alone, a finished one starts afresh."""
        self._lanes[lane].ask((flow, str(subject)), priority)

    async def _serve(self, slots: Slots, lane: Lane) -> None:
        """Fill a lane's slots until they are closed."""
        while not slots.closed:
            try:
                key = await slots.next()
                if key is not None:
                    await self._begin(key, slots, lane)
            except Exception as error:  # noqa: BLE001 - a database that is busy or full is asked again
                log.warning("lane %s rests: %s", lane.value, type(error).__name__)
                await asyncio.sleep(PAUSE_S)

    async def _begin(self, key: Key, slots: Slots, lane: Lane) -> None:
        """Start a flow; one that is called running and is not is resumed: its outcome could not be written."""
        try:
            found = await DBOS.list_workflows_async(workflow_ids=[_id(key)], load_input=False, load_output=False)
            status = found[0].status if found else None
            if status == "PENDING":
                await DBOS.resume_workflow_async(_id(key))
            elif status not in _WAITING:
                if status is not None:
                    await DBOS.delete_workflows_async([_id(key)])
                with SetWorkflowID(_id(key)):
                    await DBOS.start_workflow_async(self._flows[key[0]], key[1], lane.value)
        except Exception:
            slots.drop(key)
            slots.ask(key, AHEAD)
            raise

    async def cancel(self, flow: str, subject: UUID) -> None:
        """Stop a flow and what it awaits, and return when it has cleaned up; an unknown or finished one is fine."""
        key = (flow, str(subject))
        for slots in self._lanes.values():
            slots.drop(key)
        task = self._running.get(key)
        if task is not None:
            task.cancel()
        await DBOS.cancel_workflow_async(_id(key))
        if task is not None:
            await asyncio.wait({task})

    @property
    def _running(self) -> dict[Key, asyncio.Task[Any]]:
        return {key: task for slots in self._lanes.values() for key, task in slots.running.items()}

    async def _sweep_history(self) -> None:
        """Delete finished flows, so that an erased video's id leaves this file within seconds."""
        while True:
            await asyncio.sleep(SWEEP_EVERY_S)
            try:
                await self.sweep()
            except Exception as error:  # noqa: BLE001 - the next round tries again
                log.warning("history not swept: %s", type(error).__name__)

    async def sweep(self) -> None:
        """Delete finished flows and their bytes now, and bytes that an earlier sweep or life could not."""
        finished = await DBOS.list_workflows_async(status=_FINISHED, load_input=False, load_output=False)
        running = {_id(key) for key in self._running}
        ended = [one.workflow_id for one in finished if one.workflow_id not in running]
        if ended:
            self._is_scrubbed = False
            await DBOS.delete_workflows_async(ended)
        if not self._is_scrubbed and self._database is not None:
            self._is_scrubbed = await asyncio.to_thread(truncate_log, self._database)

    async def close(self) -> None:
        """Stop the lanes and what runs on them; interrupted flows go on at the next launch."""
        for slots in self._lanes.values():
            slots.close()
        if self._sweeping is not None:
            self._sweeping.cancel()
            await asyncio.wait([*self._serving, self._sweeping])
        running = set(self._running.values())
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
        await _in_a_thread(lambda: DBOS.destroy(destroy_registry=True))
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
        if self._database is not None:
            self._database.dispose()


def _id(key: Key) -> str:
    return ":".join(key)


async def _in_a_thread(do: Callable[[], None]) -> None:
    """Run `do` off the loop and off the loop's executor: DBOS shuts that one down and waits for the loop."""
    done, loop = asyncio.Event(), asyncio.get_running_loop()

    def run() -> None:
        try:
            do()
        finally:
            loop.call_soon_threadsafe(done.set)

    threading.Thread(target=run, name="engine-close").start()
    await done.wait()
