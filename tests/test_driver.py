"""The way to SQLite's thread and back."""

import asyncio
from pathlib import Path

import sqlalchemy as sa

from core.storage.database import Database, open_database
from core.storage.migrate import migrate
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
    await database.close()
