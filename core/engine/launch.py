"""The way into the engine: importing it costs 1.5 s of DBOS, so it happens here, beside a web that answers already."""

import asyncio
import importlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from core.ports import Flow, Line
from core.records import Lane
from core.workers.tasks import RENDERS

if TYPE_CHECKING:
    from core.engine.durable import DurableEngine


NO_LINES: Mapping[Lane, Line] = MappingProxyType({})


async def launch(
    path: Path, flows: Mapping[str, Flow], slots: int = RENDERS, lines: Mapping[Lane, Line] = NO_LINES
) -> "DurableEngine":
    """Import DBOS off the loop, register the flows and start the lanes on the running loop.

    `path` is the engine's SQLite file; `slots` is how many videos are made at once;
    `lines` say who comes next, by lane. Flows that a crash interrupted go on at their last finished step as soon as
    this returns.
    """
    durable = await asyncio.to_thread(importlib.import_module, "core.engine.durable")
    engine: DurableEngine = durable.DurableEngine(path, slots, lines)
    engine.register(flows)
    await engine.launch()
    return engine
