"""Sees what is written to files while something works: each file is read at each change, pieces are kept."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inotify_simple import INotify, flags

PIECE_BYTES = 4096
OVERLAP_BYTES = 128
WRITTEN = flags.CREATE | flags.MODIFY | flags.CLOSE_WRITE | flags.MOVED_TO | flags.ATTRIB


class Seen:
    """Every distinct piece of every file as it was at each change."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self.pieces: dict[bytes, Path] = {}
        self.names: set[str] = set()

    def look(self, path: Path) -> None:
        """Read a file as it is now; one that is gone again was at least seen by name."""
        self.names.add(str(path))
        try:
            content = path.read_bytes()
        except OSError:
            return
        for start in range(0, len(content), PIECE_BYTES):
            self.pieces.setdefault(content[start : start + PIECE_BYTES + OVERLAP_BYTES], path)

    def where(self, marker: bytes) -> set[Path]:
        """Give the files in which these bytes (at most 128) stood at some time."""
        return {path for piece, path in self.pieces.items() if marker in piece}


@contextmanager
def watching(*folders: Path) -> Iterator[Seen]:
    """Watch folders, and those that are made in them, for the length of a block."""
    seen, ended = Seen(), threading.Event()
    watcher = threading.Thread(target=_follow, args=(folders, seen, ended, begun := threading.Event()))
    watcher.start()
    begun.wait()
    try:
        yield seen
    finally:
        ended.set()
        watcher.join()


def _follow(folders: tuple[Path, ...], seen: Seen, ended: threading.Event, begun: threading.Event) -> None:
    with INotify() as notify:
        watched: dict[int, Path] = {}

        def add(folder: Path) -> None:
            for here, _below, files in os.walk(folder):
                watched[notify.add_watch(here, WRITTEN)] = Path(here)
                for name in files:
                    seen.look(Path(here, name))

        for folder in folders:
            add(folder)
        begun.set()
        while not ended.is_set():
            for event in notify.read(timeout=100):
                path = watched[event.wd] / event.name if event.wd in watched else None
                if path is None:
                    continue
                if event.mask & flags.ISDIR:
                    add(path)
                else:
                    seen.look(path)
