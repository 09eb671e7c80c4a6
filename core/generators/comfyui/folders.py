"""ComfyUI's folders, which are ours: it has no call that deletes a file, so we do (its issues 3475, 4021, 5603).

What we send and what it makes lies in a folder `hushreel` inside its input and output folders, under the task's id.
Best on tmpfs: then nothing of it is ever written to a disk.
"""

import asyncio
import contextlib
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from core.errors import BadSetting

OURS = "hushreel"
_DAY_S = 86_400


@dataclass(frozen=True)
class Folders:
    """Where ComfyUI keeps what it is sent and what it makes, as this machine sees them."""

    input: Path
    output: Path
    old_s: int = _DAY_S
    """How old a file of ours may get, in seconds, before a start removes it: its task has long been forgotten."""

    async def forget(self, task: str) -> None:
        """Delete the files of a task; ones that aren't there are fine. Raises OSError, ValueError for no task's id."""
        await asyncio.to_thread(self._forget, str(UUID(task)))

    async def sweep(self, now_s: float, live: Collection[str] | None = None) -> int:
        """Delete all but the files of `live` tasks, or else what is old; says how many that were. Raises OSError."""
        return await asyncio.to_thread(self._sweep, now_s, live)

    def kept(self) -> frozenset[str]:
        """Name the files of ours that are there."""
        return frozenset(entry.name for entry in self._entries())

    def check(self) -> None:
        """Raise BadSetting("comfyui_folder_unusable") for a folder that isn't there or that we can't delete in."""
        for setting, folder in (("HUSHREEL_COMFYUI_INPUT", self.input), ("HUSHREEL_COMFYUI_OUTPUT", self.output)):
            within = folder / OURS
            if not folder.is_dir() or not os.access(within if within.is_dir() else folder, os.W_OK | os.X_OK):
                raise BadSetting("comfyui_folder_unusable", setting=setting, path=str(folder))

    def on_disk(self) -> tuple[Path, ...]:
        """Name those that aren't in memory (tmpfs), as far as this machine tells."""
        return tuple(folder for folder in (self.input, self.output) if _file_system(folder) != "tmpfs")

    def _forget(self, task: str) -> None:
        for entry in self._entries():
            if entry.name.startswith(task):
                entry.unlink(missing_ok=True)

    def _sweep(self, now_s: float, live: Collection[str] | None) -> int:
        removed = 0
        for entry in self._entries():
            with contextlib.suppress(FileNotFoundError):
                needed = entry.name.startswith(tuple(live)) if live is not None else self._is_young(entry, now_s)
                if not needed:
                    entry.unlink()
                    removed += 1
        return removed

    def _is_young(self, entry: Path, now_s: float) -> bool:
        return entry.lstat().st_mtime >= now_s - self.old_s

    def _entries(self) -> Iterator[Path]:
        """Give what lies in our own two folders; links are taken for themselves and never followed."""
        for folder in (self.input / OURS, self.output / OURS):
            if folder.is_dir() and not folder.is_symlink():
                yield from [entry for entry in folder.iterdir() if entry.is_symlink() or entry.is_file()]


def _file_system(folder: Path) -> str:
    """Name the file system that a folder is on, from /proc/self/mounts (proc(5)); "" where that can't be told."""
    try:
        lines = Path("/proc/self/mounts").read_text("utf-8").splitlines()
        place = folder.resolve()
    except OSError:
        return ""
    mounts = [(Path(fields[1].replace("\\040", " ")), fields[2]) for fields in map(str.split, lines)]
    around = [(mount, kind) for mount, kind in mounts if place.is_relative_to(mount)]
    return max(around, key=lambda one: len(one[0].parts), default=(Path(), ""))[1]
