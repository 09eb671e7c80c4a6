"""Sees which files a process and its children hold open for writing, named or not, wherever they are."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

LOOK_EVERY_S = 0.05
NO_FILES = ("/memfd:", "socket:", "pipe:", "anon_inode:", "/dev/null", "/dev/pts")


@dataclass(frozen=True)
class Opened:
    """Which processes were looked at, and what they might write to."""

    pids: set[int] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)


def open_for_writing(pid: int) -> Iterator[str]:
    """Name the files, "(deleted)" ones too, that a process may write to."""
    with suppress(FileNotFoundError, ProcessLookupError):
        for descriptor in Path(f"/proc/{pid}/fd").iterdir():
            with suppress(FileNotFoundError, ProcessLookupError):
                path = str(descriptor.readlink())
                facts = Path(f"/proc/{pid}/fdinfo/{descriptor.name}").read_text().split()
                writes = int(facts[facts.index("flags:") + 1], 8) & os.O_ACCMODE
                if writes and not path.startswith(NO_FILES):
                    yield path


@contextmanager
def descriptors_of(pid: int) -> Iterator[Opened]:
    """Look every 50 ms for the length of a block, at a process and all below it."""
    seen = Opened()
    ended = threading.Event()

    def look() -> None:
        process = psutil.Process(pid)
        while not ended.is_set():
            for one in [process, *process.children(recursive=True)]:
                seen.pids.add(one.pid)
                seen.paths.update(open_for_writing(one.pid))
            time.sleep(LOOK_EVERY_S)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield seen
    finally:
        ended.set()
        watcher.join()
