"""Hands every hostile file to the real intake, and writes what came of each: `python -m tests.hostile_run FOLDER BAIT`.

Started under tests.fakes.offline, so that the kernel kills the worker that reaches out. Several workers run at once;
their limits are the service's own.
"""

import asyncio
import json
import sys
from dataclasses import replace
from pathlib import Path

from core.errors import HushreelError
from core.intake.receive import receive
from core.workers.pool import Workers
from core.workers.tasks import TASKS
from tests.fakes.hostile import cases
from tests.fakes.pictures import FakeUpload
from tests.parts import Parts, parts_in

AT_ONCE = 4


async def outcome(parts: Parts, workers: Workers, content: bytes, turn: asyncio.Semaphore) -> list[object]:
    """Take one in: code and data of the refusal, or what it became."""
    async with turn:
        try:
            clean = await receive(FakeUpload(content), vault=parts.vault, workers=workers, ids=parts.ids)
        except HushreelError as error:
            return [error.code, dict(error.data)]
        clean.memory.close()
        return ["taken", {"media": clean.media.value}]


async def main(folder: str, bait: str) -> None:
    """Take all in, and tell what is left in the store afterwards."""
    workers = Workers({name: replace(spec, at_once=AT_ONCE) for name, spec in TASKS.items()})
    async with parts_in(Path(folder)) as parts:
        turn = asyncio.Semaphore(AT_ONCE)
        given = list(cases(bait))
        found = await asyncio.gather(*(outcome(parts, workers, content, turn) for _, content, _ in given))
        await workers.close()
        left = [path.name for path in parts.sealed_files]
    told = {name: came for (name, _, _), came in zip(given, found, strict=True)}
    sys.stdout.write(json.dumps({"came": told, "left": left}))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
