"""Waiting for what has no event of its own."""

import asyncio
from collections.abc import Callable

LOOKS_EVERY_S = 0.01


async def until(true: Callable[[], object], within_s: float = 30.0, every_s: float = LOOKS_EVERY_S) -> None:
    """Wait until something is true, looking `every_s`; raises TimeoutError when time is up."""
    async with asyncio.timeout(within_s):
        while not true():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(every_s)
