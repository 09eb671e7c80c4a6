"""What a worker process may use, and which task it runs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TaskSpec:
    """One kind of order. `entry` is "module:function" and names a `core.work.Task`.

    `max_memory_bytes` bounds the worker's address space and each memory that it fills. `niceness` is added to the
    service's own, 0 to 19. `at_once` orders run side by side; further ones wait in the order they came.
    A worker that says nothing for `silent_s`, no progress and no outcome, counts as hung.
    """

    entry: str
    max_memory_bytes: int
    niceness: int = 0
    at_once: int = 1
    silent_s: float | None = None
