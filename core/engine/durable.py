"""Durable flows: DBOS behind the `Engine` and `Steps` ports.

DBOS is one per process, with decorators and a thread pool of its own that becomes the loop's default
executor: all of that stays in this package.
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
from dbos import DBOS, SetEnqueueOptions, SetWorkflowID

from core.engine.database import open_database, truncate_log
from core.engine.serializer import JsonOfIds
from core.ports import Flow, Result
from core.records import Lane

FLOWS_VERSION = "2"
"""Raised when a flow's steps change: flows of another version are dropped, and started afresh from our tables."""

EXECUTOR = "serving-1"
POLLING_S: Mapping[Lane, float] = {Lane.RENDER: 0.33, Lane.HOUSEKEEPING: 1.0}
"""How often a lane looks for work. Both at 0.25 s cost 3.9 % of an idle core."""

HOUSEKEEPING_SLOTS = 4
THREADS = 16
SWEEP_EVERY_S = 10.0
RECOVERY_S = 60.0
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
    """Runs registered flows on two lanes, takes them up again after a crash, and keeps no history of finished ones."""

    def __init__(self, path: Path, slots: int) -> None:
        """Name the SQLite file and how many videos are made at once."""
        self._path = path
        self._slots = {Lane.RENDER: slots, Lane.HOUSEKEEPING: HOUSEKEEPING_SLOTS}
        self._database: sa.Engine | None = None
        self._flows: dict[str, Callable[[str], Coroutine[Any, Any, None]]] = {}
        self._running: dict[str, asyncio.Task[Any]] = {}
        self._launched_at_s = 0.0
        self._sweeper: asyncio.Task[None] | None = None

    def register(self, flows: Mapping[str, Flow]) -> None:
        """Make flows known by name, before `launch`: what a crash interrupted goes on as soon as it launches."""
        for name, flow in flows.items():
            self._flows[name] = DBOS.workflow(name=name)(self._as_workflow(name, flow))

    def _as_workflow(self, name: str, flow: Flow) -> Callable[[str], Coroutine[Any, Any, None]]:
        async def run(subject: str) -> None:
            key = _key(name, subject)
            self._running[key] = cast("asyncio.Task[Any]", asyncio.current_task())
            try:
                await flow(DbosSteps(), subject)
            except Exception as error:
                log.warning("flow %s ended by %s", key, type(error).__name__)
                raise
            finally:
                self._running.pop(key, None)

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
        self._launched_at_s = asyncio.get_running_loop().time()
        for lane, slots in self._slots.items():
            await DBOS.register_queue_async(
                lane.value,
                worker_concurrency=slots,
                polling_interval_sec=POLLING_S[lane],
                on_conflict="always_update",
            )
        await self._drop_other_versions()
        self._sweeper = asyncio.create_task(self._sweep_history())

    async def _drop_other_versions(self) -> None:
        every = await DBOS.list_workflows_async(load_input=False, load_output=False)
        others = [one.workflow_id for one in every if one.app_version != FLOWS_VERSION]
        if others:
            await DBOS.delete_workflows_async(others)

    async def start(self, flow: str, subject: UUID, lane: Lane, priority: int) -> None:
        """Start a flow under its subject's id; one that waits or runs is left alone, a finished one starts afresh."""
        key = _key(flow, subject)
        found = await DBOS.list_workflows_async(workflow_ids=[key], load_input=False, load_output=False)
        status = found[0].status if found else None
        if status in _WAITING or key in self._running:
            return
        if status == "PENDING":
            await self._take_up(key, lane)
            return
        if status is not None:
            await DBOS.delete_workflows_async([key])
        with SetWorkflowID(key), SetEnqueueOptions(priority=priority):
            await DBOS.enqueue_workflow_async(lane.value, self._flows[flow], str(subject))

    async def _take_up(self, key: str, lane: Lane) -> None:
        """Resume a flow that is called running and is not: its outcome could not be written (a full disk)."""
        if asyncio.get_running_loop().time() - self._launched_at_s > RECOVERY_S:
            await DBOS.resume_workflow_async(key, queue_name=lane.value)

    async def cancel(self, flow: str, subject: UUID) -> None:
        """Stop a flow and what it awaits, and return when it has cleaned up; an unknown or finished one is fine."""
        key = _key(flow, subject)
        task = self._running.get(key)
        if task is not None:
            task.cancel()
        await DBOS.cancel_workflow_async(key)
        if task is not None:
            await asyncio.wait({task})

    async def _sweep_history(self) -> None:
        """Delete finished flows, so that an erased video's id leaves this file within seconds."""
        while True:
            await asyncio.sleep(SWEEP_EVERY_S)
            try:
                await self.sweep()
            except Exception as error:  # noqa: BLE001 - the next round tries again
                log.warning("history not swept: %s", type(error).__name__)

    async def sweep(self) -> None:
        """Delete finished flows and their bytes now."""
        finished = await DBOS.list_workflows_async(status=_FINISHED, load_input=False, load_output=False)
        keys = [one.workflow_id for one in finished if one.workflow_id not in self._running]
        if keys and self._database is not None:
            await DBOS.delete_workflows_async(keys)
            await asyncio.to_thread(truncate_log, self._database)

    async def close(self) -> None:
        """Stop the lanes and what runs on them; interrupted flows go on at the next launch."""
        if self._sweeper is not None:
            self._sweeper.cancel()
        running = set(self._running.values())
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
        await _in_a_thread(lambda: DBOS.destroy(destroy_registry=True))
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
        if self._database is not None:
            self._database.dispose()


def _key(flow: str, subject: UUID | str) -> str:
    return f"{flow}:{subject}"


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
