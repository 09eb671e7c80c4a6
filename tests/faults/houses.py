"""A service that things happen to, and what it must have kept: its tables, its sealed files, every byte it wrote."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from uuid import UUID

import av

from tests.service import Service, eventually
from tests.wire.visitor import visiting

SETTLED = frozenset({"ready", "failed", "cancelled"})
QUIET_WITHIN_S = 60.0
A_VIDEO_WITHIN_S = 20.0
"""What waits after the last start is made then: this long for each, on a busy machine."""

SWEPT_WITHIN_S = 30.0
BELONGING = {"assets": "video", "jobs": "video", "events": "subject", "tokens": "subject"}
"""Tables whose rows belong to a video, and the column that names it."""

OTHERS = "union select id from communities"
"""What else has events of its own."""


@dataclass(frozen=True)
class Books:
    """What the database and the bucket hold, read from outside."""

    states: dict[str, str]
    failures: dict[str, str | None]
    roles: dict[str, Counter[str]]
    outputs: tuple[UUID, ...]
    assets: frozenset[str]
    blobs: frozenset[str]
    orphans: dict[str, int]
    jobs: int
    outbox: int
    receipts: int
    owed: int
    asked: int
    """How many videos were ever kept."""

    def __str__(self) -> str:
        """Count, for whoever watches."""
        counted = dict(Counter(self.states.values()))
        return f"{counted}, {self.receipts} erased, {len(self.assets)} assets, {len(self.blobs)} blobs"

    @property
    def unfinished(self) -> int:
        """How many videos are still to be made."""
        return sum(state not in SETTLED for state in self.states.values())

    @property
    def quiet(self) -> bool:
        """Whether nothing is under way any more."""
        return not self.outbox and not self.owed and not self.unfinished


def read_books(data_dir: Path) -> Books:
    """Read them."""
    with closing(sqlite3.connect(f"file:{data_dir / 'hushreel.db'}?mode=ro", uri=True, timeout=10)) as database:
        videos = database.execute("select id, state, failure from videos").fetchall()
        assets = database.execute("select id, video, role from assets").fetchall()
        orphans = {
            table: _count(database, f"{table} where {column} not in (select id from videos {OTHERS})")  # noqa: S608 - as below
            for table, column in BELONGING.items()
        }
        jobs, outbox = _count(database, "jobs"), _count(database, "outbox")
        receipts = _count(database, "receipts where not erasing")
        owed = _count(database, "receipts where erasing")
        (asked,) = database.execute("select sum(last_number) from people").fetchone()
    roles: dict[str, Counter[str]] = {}
    for _, video, role in assets:
        roles.setdefault(video, Counter())[role] += 1
    return Books(
        states={video: state for video, state, _ in videos},
        failures={video: failure for video, _, failure in videos},
        roles=roles,
        outputs=tuple(UUID(name) for name, _, role in assets if role == "output"),
        assets=frozenset(name for name, _, _ in assets),
        blobs=frozenset(path.name.replace("-", "") for path in (data_dir / "blobs").rglob("*") if path.is_file()),
        orphans=orphans,
        jobs=jobs,
        outbox=outbox,
        receipts=receipts,
        owed=owed,
        asked=asked or 0,
    )


def until_made(service: Service, within_s: float) -> None:
    """Wait until nothing queues or is being made, so that the next kill meets what comes after; not for ever."""
    with suppress(AssertionError):
        eventually(lambda: _under_way(service.data_dir) == 0, within_s)


def _under_way(data_dir: Path) -> int:
    with closing(sqlite3.connect(f"file:{data_dir / 'hushreel.db'}?mode=ro", uri=True, timeout=10)) as database:
        return _count(database, "videos where state in ('queued', 'making')")


def flows_known(data_dir: Path) -> int:
    """Count the flows that the engine's file knows, finished ones included."""
    with closing(sqlite3.connect(f"file:{data_dir / 'engine.db'}?mode=ro", uri=True, timeout=10)) as database:
        return _count(database, "workflow_status")


def _count(database: sqlite3.Connection, rows_of: str) -> int:
    (count,) = database.execute(f"select count(*) from {rows_of}").fetchone()  # noqa: S608 - names of our own schema
    return int(count)


@dataclass
class Files:
    """Every file that a service wrote. Sealed files never change, so each is read once."""

    folder: Path
    marks: frozenset[bytes]
    _clean: set[tuple[Path, int, int]] = field(default_factory=set)

    def check(self) -> None:
        """See that none of the marks is in any file."""
        for path in self.folder.rglob("*"):
            with suppress(FileNotFoundError):
                self._check(path)

    def _check(self, path: Path) -> None:
        facts = path.stat()
        version = (path, facts.st_size, facts.st_mtime_ns)
        if path.is_file() and version not in self._clean:
            content = path.read_bytes()
            assert [mark for mark in self.marks if mark in content] == [], path
            self._clean.add(version)


def check_settled(service: Service, a_video_within_s: float = A_VIDEO_WITHIN_S) -> Books:
    """See that each video is ready once or says why not, and that nothing belongs to nobody."""
    patience_s = QUIET_WITHIN_S + a_video_within_s * read_books(service.data_dir).unfinished
    eventually(lambda: read_books(service.data_dir).quiet, patience_s)
    eventually(lambda: flows_known(service.data_dir) == 0, SWEPT_WITHIN_S)
    books = read_books(service.data_dir)
    assert books.blobs == books.assets
    assert books.orphans == dict.fromkeys(BELONGING, 0)
    assert books.jobs == 0
    assert len(books.states) + books.receipts == books.asked
    for video, state in books.states.items():
        roles = books.roles.get(video, Counter())
        made = 1 if state == "ready" else 0
        assert (roles["output"], roles["poster"]) == (made, made)
        assert roles["preview"] <= made
        assert bool(books.failures[video]) == (state == "failed")
    assert "Traceback" not in service.log
    return books


async def check_playable(service: Service, outputs: Iterable[UUID]) -> int:
    """Get every output as its owner does and decode it to its end; gives how many."""
    played = 0
    async with visiting(service.demo) as owner:
        for output in outputs:
            answer = await owner.get(f"assets/{output}")
            assert answer.status == 200
            decode(answer.body)
            played += 1
    return played


def decode(video: bytes) -> None:
    """Decode each frame. Raises for a video that is cut or broken."""
    with av.open(BytesIO(video), "r") as container:
        stream = container.streams.video[0]
        frames = sum(1 for _ in container.decode(stream))
        assert frames == stream.frames > 0
