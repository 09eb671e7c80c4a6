"""The service's side of one worker process: start it, give it its order, kill and reap it."""

import asyncio
import fcntl
import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from core.errors import BadInput, LimitReached
from core.work import Json, Memory, Product, Source, Work
from core.workers import wire
from core.workers.serving import Window
from core.workers.spec import TaskSpec

NOWHERE = "/nonexistent"
ENVIRONMENT = {
    "PYTHONPATH": str(Path(__file__).parents[2]),
    "PYTHONDONTWRITEBYTECODE": "1",
    "HOME": NOWHERE,
    "TMPDIR": NOWHERE,
    "MALLOC_ARENA_MAX": "2",
}
"""All that a worker sees. No key and no setting; nowhere to write: without HOME, libraries look up the real one.

glibc's spare arenas would eat the address space.
"""

KILLED = frozenset({-signal.SIGKILL, -signal.SIGTERM})
REAPED_WITHIN_S = 1.0

log = logging.getLogger("hushreel.workers")


class Lost(LimitReached):
    """The worker hung, or somebody else killed it: the kernel for want of memory, or a person. Another may do it."""


class Hung(wire.Broken):
    """The worker said nothing for longer than its task ever does."""


class WorkerProcess:
    """A process for one order. Belongs to the running loop, which reaps it, however it ends."""

    def __init__(self, spec: TaskSpec) -> None:
        """Start it."""
        self._spec = spec
        self._loop = asyncio.get_running_loop()
        self._ended_by_us = False
        self.gone: asyncio.Future[None] = self._loop.create_future()
        """Done when the process is dead and reaped."""
        self._end, theirs = wire.pair()
        self._end.setblocking(False)  # noqa: FBT003 - socket's own signature
        with theirs:
            self._process = _start(theirs.fileno(), spec)
        self._watch = os.pidfd_open(self._process.pid)
        self._loop.add_reader(self._watch, self._reap)

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    async def do(
        self,
        work: Work,
        serving: Sequence[Source],
        on_progress: Callable[[float], None] | None,
        timeout_s: float,
    ) -> Product:
        """Run the order. Raises BadInput for a refusal, LimitReached("worker_limit") for anything else that fails.

        That is `Lost` where another worker may do better. The product's memories are the caller's to close. What a
        source raises goes through.
        """
        window = Window(serving)
        try:
            async with asyncio.timeout(timeout_s):
                self._order(work, window)
                while True:
                    message, memories = await self._receive()
                    if "wanted" in message:
                        wire.close_all(memories)
                        wire.send(self._end, {"shown": await window.show(message["wanted"])})
                    elif "progress" in message:
                        wire.close_all(memories)
                        _tell(on_progress, message["progress"])
                    else:
                        return _outcome(message, memories)
        except (wire.Broken, TimeoutError) as error:
            log.warning("worker %s of %s failed: %s", self.pid, self._spec.entry, str(error) or type(error).__name__)
            raise await self._limit(error) from None
        finally:
            window.memory.close()
            self._end.close()

    def _order(self, work: Work, window: Window) -> None:
        served = {"parameters": dict(work.parameters), "served": window.sizes_bytes}
        wire.send(self._end, served, [*work.inputs, window.memory] if window.sizes_bytes else work.inputs)

    async def _receive(self) -> tuple[dict[str, Json], list[Memory]]:
        readable = self._loop.create_future()
        self._loop.add_reader(self._end, _wake, readable)
        try:
            async with asyncio.timeout(self._spec.silent_s):
                await readable
        except TimeoutError:
            raise Hung(f"silent for {self._spec.silent_s:g} s") from None
        finally:
            self._loop.remove_reader(self._end)
        return wire.receive(self._end)

    async def _limit(self, error: Exception) -> LimitReached:
        """Tell a worker that was lost from one that needed too much."""
        if isinstance(error, wire.Broken) and not isinstance(error, Hung):
            await asyncio.wait({self.gone}, timeout=REAPED_WITHIN_S)
        was_killed = self._process.returncode in KILLED and not self._ended_by_us
        is_lost = was_killed or isinstance(error, Hung)
        return Lost("worker_limit") if is_lost else LimitReached("worker_limit")

    def kill(self) -> None:
        """End it now; the loop reaps it within milliseconds."""
        if not self.gone.done():
            self._ended_by_us = True
            self._process.kill()

    def _reap(self) -> None:
        self._loop.remove_reader(self._watch)
        os.close(self._watch)
        self._process.wait()
        self.gone.set_result(None)


def _start(descriptor: int, spec: TaskSpec) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-s", "-P", "-m", "core.workers.child"]
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [*command, str(descriptor), str(os.getpid()), json.dumps(asdict(spec))],
        env=ENVIRONMENT,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(descriptor,),
    )


def _wake(readable: asyncio.Future[None]) -> None:
    if not readable.done():
        readable.set_result(None)


def _tell(on_progress: Callable[[float], None] | None, said: Json) -> None:
    if not isinstance(said, int | float):
        raise wire.Broken("progress is no number")
    if on_progress:
        on_progress(min(1.0, max(0.0, said)))


def _outcome(message: dict[str, Json], memories: list[Memory]) -> Product:
    """Turn a worker's last message into a product or the error that it stands for."""
    try:
        return _product(message, memories)
    except (KeyError, TypeError, ValueError, OSError) as error:
        wire.close_all(memories)
        raise wire.Broken("outcome is malformed") from error
    except (wire.Broken, BadInput):
        wire.close_all(memories)
        raise


def _product(message: dict[str, Json], memories: list[Memory]) -> Product:
    """Don't trust a worker: it may have been taken over. Sealing the sizes fails for what is no memory."""
    if "crashed" in message:
        raise wire.Broken(str(message["crashed"]))
    if "refused" in message:
        raise BadInput(message["refused"], **message["data"])
    for memory in memories:
        fcntl.fcntl(memory.fd, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW)
    return Product(dict(zip(message["parts"], memories, strict=True)), dict(message["facts"]))
