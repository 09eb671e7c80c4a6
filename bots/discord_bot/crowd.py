"""How many people are being answered at this moment, so that many at once are still answered in time."""

import asyncio
from types import TracebackType

AT_ONCE = 8
"""How many answers are worked on together.

With more, the loop goes round so slowly that first responses miss Discord's 3 s: measured with 200 commands at once
on two cores that had three other processes to serve, decision 90.
"""


class Crowd:
    """Room for so many short pieces of work; whoever finds none waits for their turn, in order.

    Whoever finds room is in it at once, before anybody else is looked at.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        """Have room for `at_once`."""
        self._room = asyncio.Semaphore(at_once)

    @property
    def is_full(self) -> bool:
        """Whether the next one would have to wait: then Discord is told first that an answer comes."""
        return self._room.locked()

    async def __aenter__(self) -> None:
        """Wait for room."""
        await self._room.acquire()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Make room."""
        self._room.release()
