"""Waiting until something is so in the fake."""

import asyncio
from collections.abc import Callable


class NothingHappened(AssertionError):
    """What a test waited for did not come in time."""


class Happening:
    """Wakes whoever waits, whenever something changed."""

    def __init__(self) -> None:
        """Begin with nobody waiting."""
        self._woken: list[asyncio.Future[None]] = []

    def changed(self) -> None:
        """Wake whoever waits for something to happen."""
        woken, self._woken = self._woken, []
        for one in woken:
            if not one.done():
                one.set_result(None)

    async def until(self, true: Callable[[], object], within_s: float = 10.0, what: str = "it") -> None:
        """Wait until something is true; raises NothingHappened when real time is up."""
        try:
            async with asyncio.timeout(within_s):
                while not true():
                    woken = asyncio.get_running_loop().create_future()
                    self._woken.append(woken)
                    await woken
        except TimeoutError:
            raise NothingHappened(f"{what} did not come within {within_s} s") from None
