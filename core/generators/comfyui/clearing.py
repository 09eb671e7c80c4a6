"""Deletes what ComfyUI keeps of a task, once nobody needs it any more.

A video that was fetched isn't kept yet: a crash in between fetches it once more. So its files stay for some minutes.
"""

import asyncio
import contextlib
import logging

from core.errors import RemoteError
from core.generators.comfyui.folders import Folders
from core.generators.comfyui.wire import Wire

log = logging.getLogger("hushreel.comfyui")


class Clearing:
    """Deletes files where the folders are ours, and the words in ComfyUI's history in any case."""

    def __init__(self, wire: Wire, folders: Folders | None, after_s: float) -> None:
        """Take how long to wait before clearing `later`, in seconds."""
        self._wire, self._folders, self._after_s = wire, folders, after_s
        self._later: dict[str, asyncio.Task[None]] = {}

    def later(self, task: str) -> None:
        """Clear a task after some time, unless that is under way."""
        if task not in self._later:
            self._later[task] = asyncio.create_task(self._wait(task))

    async def now(self, task: str) -> bool:
        """Clear a task; says whether ComfyUI has forgotten it. Raises Busy, OSError."""
        await self.files(task)
        await self._wire.forget(task)
        return await self._wire.history(task) is None

    async def files(self, task: str) -> None:
        """Delete the files of a task. Raises OSError."""
        if self._folders:
            await self._folders.forget(task)

    async def close(self) -> None:
        """Leave the rest to the next start's sweep: whoever fetched may not have kept it yet."""
        waiting = list(self._later.values())
        for one in waiting:
            one.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*waiting, return_exceptions=True)

    async def _wait(self, task: str) -> None:
        await asyncio.sleep(self._after_s)
        try:
            await self.now(task)
        except (RemoteError, OSError) as error:
            log.warning("task %s isn't cleared at comfyui yet: %s", task, type(error).__name__)
        finally:
            del self._later[task]
