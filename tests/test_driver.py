"""The way to SQLite's thread and back."""

import asyncio
import gc
import threading
from pathlib import Path
from uuid import UUID

import psutil
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from core.storage.database import Database, open_database
from core.storage.migrate import migrate
from core.storage.tables import identities
from tests.waiting import until

SLOW = sa.text(
    "WITH RECURSIVE one(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM one WHERE n < 3000000) SELECT max(n) FROM one"
)


async def read_slowly(database: Database) -> None:
    """Keep a connection's thread busy for about half a second."""
    async with database.reading() as connection:
        await connection.execute(SLOW)


async def test_who_is_cancelled_twice_while_reading_leaves_nothing_behind(tmp_path: Path) -> None:
    """A second cancellation, while the first one's connection is being closed, leaves no task that waits for ever."""
    await migrate(tmp_path / "hushreel.db")
    database = open_database(tmp_path / "hushreel.db")
    before = asyncio.all_tasks()
    reading = asyncio.create_task(read_slowly(database))
    for _ in range(2):
        await asyncio.sleep(0.1)
        reading.cancel()
    await until(reading.done)
    await until(lambda: asyncio.all_tasks() <= before)
    assert reading.cancelled()
    await database.close()


async def test_an_error_of_the_database_names_no_value(tmp_path: Path) -> None:
    """What SQLite refuses is told with its statement, and without the account that was to be written."""
    await migrate(tmp_path / "hushreel.db")
    database = open_database(tmp_path / "hushreel.db")
    row = {"platform": "discord", "external_id": "990000000000000001", "person": UUID(int=7)}
    with pytest.raises(IntegrityError) as refused:
        async with database.writing() as connection:
            await connection.execute(sa.insert(identities).values(row))
    told = str(refused.value)
    assert "INSERT INTO identities" in told
    assert "990000000000000001" not in told
    await database.close()


async def test_connections_that_nobody_holds_any_more_are_closed(tmp_path: Path) -> None:
    """What the pool drops without a word, as it may when a reader gives up while it opens, is closed all the same."""
    await migrate(tmp_path / "hushreel.db")
    database = open_database(tmp_path / "hushreel.db")
    await read_at_once(database)
    assert open_files(tmp_path) > 0
    del database
    gc.collect()
    await until(lambda: open_files(tmp_path) == 0)


async def test_a_closed_database_has_no_thread_left(tmp_path: Path) -> None:
    """What was cancelled in its midst has ended when the file is closed: none speaks to a loop that is gone."""
    await migrate(tmp_path / "hushreel.db")
    database = open_database(tmp_path / "hushreel.db")
    before = set(threading.enumerate())
    reading = [asyncio.create_task(read_slowly(database)) for _ in range(4)]
    await until(lambda: len(set(threading.enumerate()) - before) >= len(reading))
    for one in reading:
        one.cancel()
    await database.close()
    left = [one.name for one in set(threading.enumerate()) - before if "_connection_worker_thread" in one.name]
    await asyncio.wait(reading)
    assert left == []


async def read_at_once(database: Database) -> None:
    """Read as little as can be."""
    async with database.reading() as connection:
        await connection.execute(sa.text("SELECT 1"))


def open_files(folder: Path) -> int:
    """Count the files of a folder that this process holds open."""
    return sum(Path(one.path).is_relative_to(folder) for one in psutil.Process().open_files())
