"""A lane's slots: how many flows run at once, and which comes next when one is free."""

import asyncio
import math
from contextlib import suppress
from typing import Any

from core.ports import Line

Key = tuple[str, str]
"""A flow's name and its subject."""

AHEAD = 0
"""The number of what has begun before and comes before everybody in line."""

BEGINS_WITHIN_S = 60.0
"""How long a slot is kept for a flow that is about to begin."""


class Slots:
    """The slots of one lane. With a line, whoever is first in it when a slot is free comes next.

    Without one, and when nobody is in line, what was asked for is run, the smallest number first.
    """

    def __init__(self, count: int, line: Line | None = None) -> None:
        """Begin with all slots free."""
        self._count = count
        self._line = line
        self._asked: dict[Key, int] = {}
        self._expected: dict[Key, float] = {}
        self.running: dict[Key, asyncio.Task[Any]] = {}
        self._ending: set[Key] = set()
        self._changed = asyncio.Event()
        self.closed = False

    def ask(self, key: Key, priority: int) -> None:
        """Note that a flow is to run; one that runs or is about to is left alone, one that is ending runs again."""
        if (key not in self.running or key in self._ending) and not self._is_expected(key):
            self._asked.setdefault(key, priority)
            self._changed.set()

    def expect(self, key: Key) -> None:
        """Keep a slot for a flow that is about to begin."""
        self._asked.pop(key, None)
        if key not in self.running:
            self._expected[key] = asyncio.get_running_loop().time() + BEGINS_WITHIN_S

    def begin(self, key: Key, task: asyncio.Task[Any]) -> None:
        """Note the task of a flow that began."""
        self._expected.pop(key, None)
        self.running[key] = task

    def ending(self, key: Key) -> None:
        """Note that a flow has done its work, and its end is being written."""
        self._ending.add(key)

    def end(self, key: Key) -> None:
        """Free the slot of a flow that ended."""
        self.running.pop(key, None)
        self._ending.discard(key)
        self._changed.set()

    def drop(self, key: Key) -> None:
        """Forget a flow that is not to run any more, unless it runs."""
        self._asked.pop(key, None)
        self._expected.pop(key, None)
        self._changed.set()

    def close(self) -> None:
        """Let nothing more begin."""
        self.closed = True
        self._changed.set()

    async def next(self) -> Key | None:
        """Wait until a slot is free and something is to run, and keep the slot for it; None when closed."""
        while not self.closed:
            self._changed.clear()
            if self._is_free and (key := await self._first()) is not None:
                if key in self._ending:
                    await asyncio.wait({self.running[key]})
                self.expect(key)
                return key
            with suppress(TimeoutError):
                async with asyncio.timeout(BEGINS_WITHIN_S if self._expected else None):
                    await self._changed.wait()
        return None

    async def _first(self) -> Key | None:
        if self._line is not None and self._next_asked(AHEAD) is None:
            taken = await self._line()
            if taken is not None:
                return taken[0], str(taken[1])
        return self._next_asked()

    def _next_asked(self, at_most: float = math.inf) -> Key | None:
        first = min(self._asked, key=self._asked.__getitem__, default=None)
        return first if first is not None and self._asked[first] <= at_most else None

    @property
    def _is_free(self) -> bool:
        return len(self.running) + sum(map(self._is_expected, self._expected)) < self._count

    def _is_expected(self, key: Key) -> bool:
        return asyncio.get_running_loop().time() < self._expected.get(key, 0.0)
