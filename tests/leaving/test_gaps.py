"""What SQLite leaves in the middles of its pages: copies of rows that are gone, until the database is scrubbed."""

import asyncio
import random
import sqlite3
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from core.storage.database import open_database
from core.storage.gaps import Gaps

SEED = 0
MANY = 1_200
PAGES_OF_ONE_ROW = 12
LARGE_PAGES = 2_000
FEW = 2

Door = Callable[[], AbstractAsyncContextManager[AsyncConnection]]


def churn(file: Path) -> tuple[list[bytes], list[bytes]]:
    """Let rows of many lengths come and go, so that trees are balanced; gives those that went and those that stay."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable
    alive: dict[bytes, bytes] = {}
    gone: list[bytes] = []
    with closing(sqlite3.connect(file, isolation_level=None)) as tables:
        for pragma in ("journal_mode = WAL", "synchronous = OFF", "secure_delete = ON"):
            tables.execute(f"PRAGMA {pragma}")
        tables.execute("CREATE TABLE rows (id BLOB PRIMARY KEY, words BLOB)")
        tables.execute("BEGIN")
        for turn in range(4 * MANY):
            if turn < MANY or chance.random() < 1 / 2:
                name, words = chance.randbytes(16), chance.randbytes(chance.choice((40, 120, 700)))
                tables.execute("INSERT INTO rows VALUES (?, ?)", (name, words))
                alive[name] = words
            else:
                name = chance.choice(list(alive))
                tables.execute("DELETE FROM rows WHERE id = ?", (name,))
                gone += [name, alive.pop(name)[:40]]
        tables.execute("COMMIT")
        tables.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone, [*alive, *(words[:40] for words in alive.values())]


def _salts(file: Path) -> bytes:
    """Give the log's salts: the first counts how often it was begun anew (sqlite.org/fileformat2.html, 4.1)."""
    return file.with_name(f"{file.name}-wal").read_bytes()[16:24]


def held(file: Path, marks: list[bytes]) -> int:
    """Count what of some bytes is in a file."""
    content = file.read_bytes()
    return sum(mark in content for mark in marks)


def filled(file: Path) -> int:
    """Count the pages of a copy of the database whose middles hold anything."""
    copy = file.with_name("copy.db")
    with closing(sqlite3.connect(file)) as tables, closing(sqlite3.connect(copy)) as copied:
        tables.backup(copied)
    gaps = Gaps(copy)
    found = gaps.blank_some()
    gaps.close()
    copy.unlink()
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "hushreel.db"


async def test_rows_that_are_gone_are_in_no_page_after_a_scrub(file: Path) -> None:
    """SQLite itself, with all its care, leaves copies of some; scrubbed, there is none, and all others are whole."""
    gone, stay = churn(file)
    assert held(file, gone) > 0
    database = open_database(file)
    await database.scrub()
    await database.close()
    assert held(file, gone) == 0
    with closing(sqlite3.connect(file)) as tables:
        assert tables.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert {one for row in tables.execute("SELECT id, substr(words, 1, 40) FROM rows") for one in row} == set(stay)


async def test_what_is_written_between_two_scrubs_is_looked_at(file: Path) -> None:
    """Whether the log holds all that was written since, or another process emptied it in between."""
    churn(file)
    database, another = open_database(file), open_database(file)
    await database.scrub()
    for by in (database, another):
        async with by.writing() as connection:
            await connection.execute(sa.text("DELETE FROM rows WHERE rowid % 3 = 0"))
            await connection.execute(sa.text("INSERT INTO rows SELECT randomblob(16), randomblob(300) FROM rows"))
        assert filled(file) > 0
        if by is another:
            with closing(sqlite3.connect(file)) as tables:
                tables.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        await database.scrub()
        assert filled(file) == 0
    await database.close()
    await another.close()


async def test_a_scrub_of_a_large_file_ends_while_others_read_and_write_without_a_pause(file: Path) -> None:
    """However many looks it takes, and whoever begins the log anew in between: it takes up where it was."""
    gone, _ = churn(file)
    with closing(sqlite3.connect(file)) as tables:
        tables.execute("CREATE TABLE others (words BLOB)")
        large = "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?) "
        tables.execute(f"INSERT INTO others {large} SELECT randomblob(3000) FROM n", (LARGE_PAGES,))  # noqa: S608
        tables.commit()
    database, acts = open_database(file), []

    async def act(door: Door, statement: str) -> None:
        while True:
            async with door() as connection:
                await connection.execute(sa.text(statement))
            acts.append(statement)

    inserts, counts = "INSERT INTO others VALUES (randomblob(300))", "SELECT count(*), max(words) FROM others"
    async with asyncio.TaskGroup() as group:
        busy = [group.create_task(act(database.reading, counts)) for _ in range(3)]
        busy += [group.create_task(act(database.writing, inserts)) for _ in range(2)]
        await asyncio.sleep(0.2)
        await database.scrub()
        for task in busy:
            task.cancel()
    await database.close()
    assert {*acts} == {inserts, counts}
    assert held(file, gone) == 0


async def test_one_scrub_answers_all_who_asked_before_it_began(file: Path) -> None:
    """A thousand who leave at the same time don't look at the disk a thousand times."""
    churn(file)
    database = open_database(file)
    await database.scrub()
    before = _salts(file)
    await asyncio.gather(*(database.scrub() for _ in range(20)))
    assert int.from_bytes(_salts(file)[:4], "big") - int.from_bytes(before[:4], "big") <= FEW
    await database.close()


async def test_only_what_the_log_holds_is_looked_at_where_nobody_else_emptied_it(file: Path) -> None:
    """A scrub costs what was written since the last one, and not the whole file."""
    churn(file)
    database, gaps = open_database(file), Gaps(file)
    await database.scrub()
    gaps.after_blanking()
    while not gaps.is_done:
        gaps.blank_some()
    async with database.writing() as connection:
        await connection.execute(sa.text("DELETE FROM rows WHERE rowid = (SELECT max(rowid) FROM rows)"))
    gaps.before_writing()
    assert 0 < len(gaps.to_look_at or ()) < PAGES_OF_ONE_ROW
    await database.close()
    gaps.close()
