"""Who is being answered at the moment: the messages of their cards may not be known before the end."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from core.people import PersonId


class Answered:
    """Counts the answers that are under way, by person."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._now: dict[PersonId, tuple[int, asyncio.Event]] = {}

    def __contains__(self, person: PersonId) -> bool:
        """Whether somebody is being answered."""
        return person in self._now

    @contextmanager
    def answering(self, person: PersonId) -> Iterator[None]:
        """Note that somebody is being answered, for a block."""
        others, done = self._now.get(person, (0, asyncio.Event()))
        self._now[person] = (others + 1, done)
        try:
            yield
        finally:
            others, done = self._now.pop(person)
            if others > 1:
                self._now[person] = (others - 1, done)
            else:
                done.set()

    async def over(self, person: PersonId, within_s: float) -> None:
        """Let somebody's answer come to its end, for a while."""
        if person in self._now:
            with suppress(TimeoutError):
                async with asyncio.timeout(within_s):
                    await self._now[person][1].wait()

    async def all_over(self, within_s: float) -> None:
        """Let all answers come to their end, for a while."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                while self._now:
                    await next(iter(self._now.values()))[1].wait()
