"""The worker's side: confine itself, import one task, run one order, and end.

Started by core/workers/process.py as `python -m core.workers.child SOCKET PARENT SPEC`, with an environment of
its own, in the folder "/", and with no descriptor of the service but the socket.
"""

import ctypes
import importlib
import json
import os
import resource
import signal
import socket
import sys
import traceback
from typing import cast

from core.work import Json, Product, Refusal, Task, Work
from core.workers import wire
from core.workers.serving import opened
from core.workers.spec import TaskSpec

MOST_OPEN_FILES = 64
PR_SET_PDEATHSIG = 1
"""From linux/prctl.h."""


def confine(spec: TaskSpec, parent: int) -> None:
    """Give up what a task doesn't need. Runs before any code that touches hostile bytes is imported.

    1. Die with the service: asked of the kernel by the worker itself, because it doesn't outlive exec; then a look
       whether the parent is gone already.
    2. Limits: address space, size of each memory that is filled (RLIMIT_FSIZE counts for memfds too), open files,
       no core dumps.
    3. Priority.

    Locks of the kernel (Landlock for files and sockets, seccomp for calls) belong behind these. Whatever they forbid
    must still let the task's modules be read, or come between the import and the order.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
    if os.getppid() != parent:
        raise wire.Broken
    for limit, value in (
        (resource.RLIMIT_AS, spec.max_memory_bytes),
        (resource.RLIMIT_FSIZE, spec.max_memory_bytes),
        (resource.RLIMIT_NOFILE, MOST_OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        _, most = resource.getrlimit(limit)
        lowered = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(limit, (lowered, lowered))
    os.nice(spec.niceness)


def load(entry: str) -> Task:
    """Import a task by "module:function"."""
    module, _, function = entry.partition(":")
    return cast("Task", getattr(importlib.import_module(module), function))


def answer(end: socket.socket, task: Task) -> None:
    """Take the order, run it, and send its progress and its outcome."""
    order, inputs = wire.receive(end)
    sizes_bytes = order["served"]
    files = opened(lambda wanted: _ask(end, wanted), inputs.pop(), sizes_bytes) if sizes_bytes else ()
    work = Work(order["parameters"], tuple(inputs), files)
    try:
        product = task(work, lambda share: wire.send(end, {"progress": share}))
    except Refusal as refusal:
        wire.send(end, {"refused": refusal.code, "data": dict(refusal.data)})
    else:
        _deliver(end, product)


def _ask(end: socket.socket, wanted: Json) -> int:
    """Have a block of a file shown in the window."""
    wire.send(end, {"wanted": wanted})
    answer, _ = wire.receive(end)
    return int(answer["shown"])


def _deliver(end: socket.socket, product: Product) -> None:
    wire.send(end, {"parts": list(product.parts), "facts": dict(product.facts)}, list(product.parts.values()))


def place_of(error: BaseException) -> str:
    """Name an error and where it was raised, without its words: they may be a person's."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {last.filename.rpartition('/')[2]}:{last.lineno}"


def main(descriptor: str, parent: str, spec: str) -> int:
    """Be a worker. Returns 1 after a crash, which the service is told of, and 0 otherwise."""
    end = socket.socket(fileno=int(descriptor))
    limits = TaskSpec(**json.loads(spec))
    try:
        confine(limits, int(parent))
        answer(end, load(limits.entry))
    except wire.Broken:
        return 0
    except Exception as error:  # noqa: BLE001 - a task may break in any way, and the service is told how
        wire.send(end, {"crashed": place_of(error)})
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
