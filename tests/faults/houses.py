"""A service that is killed and started again on the same data, and what it must have kept."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

SETTLED = frozenset({"ready", "failed", "cancelled"})


@dataclass(frozen=True)
class Books:
    """What the database and the bucket hold, read from outside."""

    states: dict[str, str]
    failures: dict[str, str | None]
    roles: dict[str, Counter[str]]
    assets: int
    blobs: int
    outbox: int
    receipts: int
    asked: int
    """How many videos were ever kept."""

    def __str__(self) -> str:
        """Count, for whoever watches."""
        counted = dict(Counter(self.states.values()))
        return f"{counted}, {self.receipts} erased, {self.assets} assets, {self.blobs} blobs"

    @property
    def quiet(self) -> bool:
        """Whether nothing is under way any more."""
        return not self.outbox and set(self.states.values()) <= SETTLED


def read_books(data_dir: Path) -> Books:
    """Read them."""
    with closing(sqlite3.connect(f"file:{data_dir / 'hushreel.db'}?mode=ro", uri=True, timeout=10)) as database:
        videos = database.execute("select id, state, failure from videos").fetchall()
        assets = database.execute("select video, role from assets").fetchall()
        (outbox,) = database.execute("select count(*) from outbox").fetchone()
        (asked,) = database.execute("select sum(last_number) from people").fetchone()
        (receipts,) = database.execute("select count(*) from receipts").fetchone()
    roles: dict[str, Counter[str]] = {}
    for video, role in assets:
        roles.setdefault(video, Counter())[role] += 1
    return Books(
        states={video: state for video, state, _ in videos},
        failures={video: failure for video, _, failure in videos},
        roles=roles,
        assets=len(assets),
        blobs=sum(path.is_file() for path in (data_dir / "blobs").rglob("*")),
        outbox=outbox,
        receipts=receipts,
        asked=asked or 0,
    )
