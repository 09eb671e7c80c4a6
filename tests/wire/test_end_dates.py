"""End dates, when the service wasn't there or was set up anew in between."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.service import Service, eventually
from tests.wire.kept import kept
from tests.wire.visitor import made, visiting

pytestmark = pytest.mark.timeout(500)

GONE_WITHIN_S = 60
HOUR_MS = 3_600_000
EIGHT_DAYS_MS = 8 * 24 * HOUR_MS


def end_dates(data_dir: Path) -> list[int]:
    """Read when each video ends (UTC ms)."""
    with closing(sqlite3.connect(data_dir / "hushreel.db", timeout=10)) as database:
        return [row[0] for row in database.execute("select ends_at_ms from videos order by id")]


def as_if_later(data_dir: Path, by_ms: int) -> None:
    """Let every end date be that much nearer, as it is after as long a pause."""
    with closing(sqlite3.connect(data_dir / "hushreel.db", timeout=10)) as database, database:
        database.execute("update videos set ends_at_ms = ends_at_ms - ?", [by_ms])


def is_gone(left: dict[str, int]) -> bool:
    """Tell whether nothing is left but a receipt."""
    return left["receipts"] == 1 and not (left["videos"] or left["assets"] or left["blobs"])


async def make(service: Service) -> None:
    """Let the owner make one short video."""
    async with visiting(service.demo) as owner:
        await made(owner, prompt="a calm sea at sunset")


async def test_what_fell_due_while_the_machine_was_off_is_erased_at_the_start(folder: Path) -> None:
    """A start eight days later erases it by itself, row and bytes, and leaves a receipt."""
    service = Service(folder)
    with service:
        await make(service)
    assert kept(service.data_dir)["blobs"] > 0
    as_if_later(service.data_dir, EIGHT_DAYS_MS)
    with service:
        eventually(lambda: is_gone(kept(service.data_dir)), GONE_WITHIN_S)


async def test_another_retention_leaves_given_dates_alone(folder: Path) -> None:
    """A video that was promised two hours keeps them under a setting of one, and one that is made then gets one."""
    with Service(folder, {"RETENTION": "2h"}) as service:
        await make(service)
    before = end_dates(service.data_dir)
    with Service(folder, {"RETENTION": "1h"}) as service:
        await make(service)
    first, second = end_dates(service.data_dir)
    assert [first] == before
    assert second <= time.time() * 1000 + HOUR_MS
