"""The `WorkerPool`: a process of its own for each order, so that nothing of one person meets the next one's.

Starting one takes 0.03 s, and what a task imports: 0.15 s for pictures, 0.4 s for motion.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence

from core.work import Product, Source, Work
from core.workers.process import Lost, WorkerProcess
from core.workers.spec import TaskSpec

TRIES = 3
"""How many workers are put on an order whose worker was killed by somebody else, or hung."""


class Workers:
    """Runs named tasks, each kind with a limit of its own on how many run at once."""

    def __init__(self, tasks: Mapping[str, TaskSpec]) -> None:
        """Name the tasks. No process starts before its order comes."""
        self._tasks = tasks
        self._turns = {name: asyncio.Semaphore(spec.at_once) for name, spec in tasks.items()}
        self._alive: set[WorkerProcess] = set()
        self._closed = False

    async def run(
        self,
        task: str,
        work: Work,
        *,
        serving: Sequence[Source] = (),
        on_progress: Callable[[float], None] | None = None,
        timeout_s: float = 60,
    ) -> Product:
        """Run a task when its turn comes; `timeout_s` counts from then on. The product's memories are the caller's.

        The worker reads what is served by ranges, as the work's `files`. One that is lost to somebody else's kill, or
        hangs, is replaced by another that begins again, at most TRIES in all. Cancelling the awaiting task kills the
        worker at once.

        Raises BadInput when the task refuses its input, LimitReached("worker_limit") when it needs too much time or
        memory or dies, KeyError for an unknown task, and what a source raises.
        """
        async with self._turns[task]:
            for _ in range(TRIES - 1):
                try:
                    return await self._do(self._tasks[task], work, serving, on_progress, timeout_s)
                except Lost:
                    if self._closed:
                        raise
            return await self._do(self._tasks[task], work, serving, on_progress, timeout_s)

    async def _do(
        self,
        spec: TaskSpec,
        work: Work,
        serving: Sequence[Source],
        on_progress: Callable[[float], None] | None,
        timeout_s: float,
    ) -> Product:
        worker = self._start(spec)
        try:
            product = await worker.do(work, serving, on_progress, timeout_s)
        except BaseException:
            worker.kill()
            await asyncio.shield(worker.gone)
            raise
        worker.kill()
        return product

    def _start(self, spec: TaskSpec) -> WorkerProcess:
        worker = WorkerProcess(spec)
        self._alive.add(worker)
        worker.gone.add_done_callback(lambda _: self._alive.discard(worker))
        return worker

    @property
    def pids(self) -> frozenset[int]:
        """The processes that live now."""
        return frozenset(worker.pid for worker in self._alive if not worker.gone.done())

    async def close(self) -> None:
        """Kill all workers and return when they are reaped. Orders under way break with `worker_limit`."""
        self._closed = True
        ending = [worker.gone for worker in self._alive]
        for worker in self._alive:
            worker.kill()
        if ending:
            await asyncio.wait(ending)
