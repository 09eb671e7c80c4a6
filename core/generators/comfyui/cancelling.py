"""Stopping a task at ComfyUI, in whatever state it is."""

import asyncio
import time

from core.generators.comfyui.standing import standing_of
from core.generators.comfyui.wire import Wire
from core.records import Stage

STOPS_WITHIN_S = 15.0
"""An interrupt counts from the sampler's next step on, which may take seconds."""

LOOK_S = 0.2


async def stopped(wire: Wire, task: str) -> bool:
    """Stop it; False where it was ready before, or still runs after STOPS_WITHIN_S. Raises Busy where nobody answers.

    A task can begin or end between two looks, so each round looks again.
    """
    until = time.monotonic() + STOPS_WITHIN_S
    while True:
        waiting = await wire.queue()
        if task in waiting.pending:
            await wire.unqueue(task)
        elif task in waiting.running:
            await wire.interrupt(task)
        else:
            entry = await wire.history(task)
            return entry is None or standing_of(entry).state is not Stage.READY
        if time.monotonic() > until:
            return False
        await asyncio.sleep(LOOK_S)
