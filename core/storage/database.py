"""The SQLite file: its pragmas, its two doors, and what is erased from it for good."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiosqlite
import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from core.errors import LimitReached, StoreRefused
from core.storage.driver import BEGIN, DRIVER, ended
from core.storage.gaps import Gaps

BUSY_TIMEOUT_MS = 30_000
READERS = 8
PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA wal_autocheckpoint = 0",
)
_REFERENCES = "PRAGMA foreign_keys = ON"

LOG_FRAMES = 1_000
"""From how many frames on the write-ahead log is copied into the file after a commit, as SQLite itself would."""

SCRUB_WAIT_MS = 100
"""How long one look waits for who reads: all others wait with it, so it is short and comes again."""

SCRUB_PAUSE_S = 0.05
SCRUB_REST = 2.0
"""Between two looks others have the file to themselves, for so many times as long as the one before took."""

SCRUB_LONGEST_S = 600.0
_PRIMARY_CODE = 0xFF


class Database:
    """An open file. The writing door has one connection, so writers of this process queue without spinning."""

    def __init__(self, path: Path) -> None:
        """Name the file; connections open when they are first used."""
        self._path = path
        self._reading = _engine(path, BEGIN, READERS)
        self._writing = _engine(path, "BEGIN IMMEDIATE", 1)
        self._gaps = Gaps(path)
        self._is_open = asyncio.Event()
        self._is_open.set()
        self._scrubbing = asyncio.Lock()
        self._asked = self._answered = 0
        self._rested_at_s = 0.0

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Open a deferred transaction that ends with the block."""
        await self._is_open.wait()
        async with self._reading.connect() as connection, connection.begin():
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Take the write lock first, commit at the end of the block, roll back on an error.

        Raises LimitReached("disk_full") when there is no room left.
        """
        try:
            async with self._writing.connect() as connection:
                async with connection.begin():
                    self._gaps.before_writing()
                    yield connection
                self._gaps.after_writing()
                if self._gaps.frames >= LOG_FRAMES:
                    await _checkpoint(connection)
        except DatabaseError as error:
            if is_full(error):
                raise LimitReached("disk_full") from None
            raise

    async def scrub(self, longest_s: float = SCRUB_LONGEST_S) -> None:
        """Truncate the write-ahead log as soon as no reader is in the way, and blank the middles of pages.

        It is done by short looks, and others go on between them. In the end the log holds the file's first page, which
        is of the schema. One scrub is for all who asked before it began. Raises StoreRefused("scrub_busy", path) after
        `longest_s`.
        """
        self._asked += 1
        mine = self._asked
        try:
            async with asyncio.timeout(longest_s), self._scrubbing:
                if self._answered < mine:
                    await asyncio.sleep(self._rested_at_s - asyncio.get_running_loop().time())
                    asked = self._asked
                    await self._scrub()
                    self._answered = asked
        except TimeoutError:
            raise StoreRefused("scrub_busy", path=str(self._path)) from None

    async def _scrub(self) -> None:
        async with aiosqlite.connect(self._path, isolation_level=None) as connection:
            for pragma in (f"busy_timeout = {SCRUB_WAIT_MS}", "synchronous = NORMAL"):
                await connection.execute(f"PRAGMA {pragma}")
            await connection.create_function("blank_some", 0, self._gaps.blank_some)
            await self._until_scrubbed(connection)

    async def _until_scrubbed(self, connection: aiosqlite.Connection) -> None:
        is_done = False
        while not is_done:
            try:
                is_done = await self._scrubbed(connection)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & _PRIMARY_CODE != sqlite3.SQLITE_BUSY:
                    raise
            if not is_done:
                await asyncio.sleep(max(SCRUB_PAUSE_S, self._rested_at_s - asyncio.get_running_loop().time()))

    async def _scrubbed(self, connection: aiosqlite.Connection) -> bool:
        """Do so once, while nobody of this process writes or begins to read; says whether no page is left.

        Blanking runs in SQLite's own thread, so that no cancellation parts it from its lock. What is kept in the end
        is a log whose salts are known.
        """
        async with self._writing.connect():
            loop = asyncio.get_running_loop()
            begun_s = loop.time()
            self._is_open.clear()
            try:
                return await self._looked(connection)
            finally:
                self._is_open.set()
                self._rested_at_s = loop.time() + SCRUB_REST * (loop.time() - begun_s)

    async def _looked(self, connection: aiosqlite.Connection) -> bool:
        self._gaps.before_writing()
        ((is_busy, _, _),) = await connection.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        if is_busy:
            return False
        await connection.execute("BEGIN IMMEDIATE")
        try:
            if not self._gaps.log_is_empty():
                return False
            await connection.execute_fetchall("SELECT blank_some()")
            await connection.execute("PRAGMA user_version = 1")
        finally:
            await connection.execute("COMMIT")
        self._gaps.after_blanking()
        return self._gaps.is_done

    async def close(self) -> None:
        """Close all connections, and wait for what was cancelled on them."""
        for engine in (self._writing, self._reading):
            await engine.dispose()
            await ended(engine)
        self._gaps.close()


def open_database(path: Path) -> Database:
    """Open the database that `migrate` prepared. One that was taken away is not begun anew: whoever asks fails."""
    return Database(path)


def hand_over(engine: sa.Engine, begin: str, pragmas: Sequence[str]) -> None:
    """Take transactions out of the driver's hands: each begins by `begin`, each connection by `pragmas`."""

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def start(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)


def is_full(error: DatabaseError) -> bool:
    """Say whether SQLite failed because the disk has no room."""
    return getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL


async def _checkpoint(connection: AsyncConnection) -> None:
    """Copy what is in the log into the file, as far as no reader is in the way."""
    if driver := (await connection.get_raw_connection()).driver_connection:
        await driver.execute_fetchall("PRAGMA wal_checkpoint(PASSIVE)")


def _engine(path: Path, begin: str, connections: int) -> AsyncEngine:
    there = sa.URL.create(DRIVER, database=f"file:{quote(str(path))}", query={"mode": "rw", "uri": "true"})
    engine = create_async_engine(
        there,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=BUSY_TIMEOUT_MS / 1000,
        hide_parameters=True,
    )
    hand_over(engine.sync_engine, begin, (*PRAGMAS, _REFERENCES))
    return engine
