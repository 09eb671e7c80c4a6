"""Points of a process's own life at which kill -9 meets it, heard from the interpreter and from SQLAlchemy.

A point is passed before and after each transaction that writes, before each file is written, renamed or removed and
before each database is opened; sealed bytes are removed by a library that tells nobody, so the vault is asked
beside. A point is called by what happens and by whose code does it: "commit in core/erasure/erase.py:_tell".
"""

import os
import re
import signal
import sys
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import greenlet  # type: ignore[import-untyped]
import sqlalchemy as sa

from core.ports import Vault
from core.videos import AssetId

HOUSE = str(Path(__file__).parents[2])
OURS = tuple(f"{HOUSE}/{room}/" for room in ("bots", "core"))
DOORS = ("core/storage/database.py", "core/storage/store.py", "core/storage/driver.py")
"""What everybody goes through."""

CHANGES = frozenset({"os.rename", "os.remove", "os.rmdir", "os.truncate", "shutil.rmtree"})
_WRITES = re.compile(r"\s*(?:INSERT|UPDATE|DELETE|BEGIN IMMEDIATE)", re.IGNORECASE)
_RANDOM = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d\S*")
_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Aim:
    """Where to die: the `nth` time that a point is passed, and so much later."""

    point: str
    nth: int = 1
    after_s: float = 0.0


@dataclass
class Points:
    """Counts the points that this process passes, and kills it at one. `said` is where it says so before."""

    said: Path
    aim: Aim | None = None
    seen: Counter[str] = field(default_factory=Counter)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def hear(self) -> None:
        """Begin to count, for as long as this process lives: what listens to the interpreter never stops."""
        sys.addaudithook(self._audited)
        sa.event.listen(sa.engine.Engine, "before_cursor_execute", self._runs)
        sa.event.listen(sa.engine.Engine, "commit", self._commits)
        sa.event.listen(sa.pool.Pool, "checkin", self._returned)

    def passed(self, what: str, by: str = "") -> None:
        """Pass a point, and perhaps die there."""
        with self._lock:
            name = f"{what} in {by or _where()}"
            self.seen[name] += 1
            if self.aim is None or (self.aim.point, self.aim.nth) != (name, self.seen[name]):
                return
            after_s, self.aim = self.aim.after_s, None
        note(self.said, f'{{"what": "dies", "point": "{name}"}}')
        if after_s:
            threading.Timer(after_s, _die).start()
        else:
            _die()

    def _audited(self, event: str, given: tuple[Any, ...]) -> None:
        if event in CHANGES:
            self.passed(f"{event.rpartition('.')[2]} {_file(given[0])}")
        elif event == "sqlite3.connect":
            self.passed(f"connect {_file(given[0])}")
        elif event == "open" and isinstance(given[2], int) and given[2] & _TO_WRITE and given[0] != str(self.said):
            self.passed(f"write {_file(given[0])}")

    @staticmethod
    def _runs(connection: sa.Connection, _cursor: object, statement: str, *_: object) -> None:
        if _WRITES.match(statement):
            connection.info["writes"] = True

    def _commits(self, connection: sa.Connection) -> None:
        if connection.info.get("writes"):
            connection.info["writes"] = _where()
            self.passed("commit")

    def _returned(self, _connection: object, record: sa.pool.ConnectionPoolEntry) -> None:
        if isinstance(by := record.info.pop("writes", None), str):
            self.passed("committed", by)


@dataclass(frozen=True)
class Watched:
    """A vault that tells of each removal of sealed bytes, before and after it."""

    vault: Vault
    points: Points

    async def discard(self, assets: Sequence[AssetId]) -> None:
        """Remove sealed bytes, one by one."""
        for asset in assets:
            self.points.passed("discard")
            await self.vault.discard([asset])
            self.points.passed("discarded")

    def __getattr__(self, name: str) -> Any:
        """Do everything else as the vault does."""
        return getattr(self.vault, name)


def note(said: Path, line: str) -> None:
    """Add a line to what a process says, so that it is there whatever comes next."""
    descriptor = os.open(said, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.write(descriptor, line.encode() + b"\n")
    os.close(descriptor)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _where() -> str:
    """Name the function of ours that is under way, or the library's that works for it."""
    library = ""
    for frame in _frames():
        file = frame.f_code.co_filename
        if file.startswith(OURS) and not file.endswith(DOORS):
            return f"{file[len(HOUSE) + 1 :]}:{frame.f_code.co_name}"
        if not library and "/dbos/" in file:
            library = f"dbos:{frame.f_code.co_name}"
    return library or "the library"


def _frames() -> Iterator[FrameType]:
    """Give the frames of this call from the inside: SQLAlchemy runs its own in a greenlet of what awaits it."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - the interpreter's only name for it
    within = greenlet.getcurrent()
    while frame is not None:
        yield frame
        frame = frame.f_back
        while frame is None and within.parent is not None:
            within = within.parent
            frame = within.gr_frame


def _file(path: object) -> str:
    """Name a file as each run calls it: without what is drawn at random."""
    named = Path(os.fsdecode(path)).name if isinstance(path, str | bytes | os.PathLike) else "a descriptor"
    return _RANDOM.sub("*", named)
