"""The SQLite file: its pragmas, its two doors, and what is erased from it for good."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from core.errors import LimitReached, StoreRefused

BUSY_TIMEOUT_MS = 30_000
READERS = 8
SCRUB_TRIES = 600
SCRUB_PAUSE_S = 0.05
_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
)


class Database:
    """An open file. The writing door has one connection, so writers of this process queue without spinning."""

    def __init__(self, path: Path) -> None:
        """Name the file; connections open when they are first used."""
        self._path = path
        self._reading = _engine(path, "BEGIN", READERS)
        self._writing = _engine(path, "BEGIN IMMEDIATE", 1)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Open a deferred transaction that ends with the block."""
        async with self._reading.connect() as connection, connection.begin():
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Take the write lock first, commit at the end of the block, roll back on an error.

        Raises LimitReached("disk_full") when there is no room left.
        """
        try:
            async with self._writing.connect() as connection, connection.begin():
                yield connection
        except DatabaseError as error:
            if is_full(error):
                raise LimitReached("disk_full") from None
            raise

    async def scrub(self) -> None:
        """Truncate the write-ahead log, waiting for readers. Raises StoreRefused("scrub_busy", path)."""
        for _ in range(SCRUB_TRIES):
            async with self._reading.connect() as connection:
                raw = await connection.get_raw_connection()
                driver: Any = raw.driver_connection
                cursor = await driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                busy = (await cursor.fetchone())[0]
                await cursor.close()
            if not busy:
                return
            await asyncio.sleep(SCRUB_PAUSE_S)
        raise StoreRefused("scrub_busy", path=str(self._path))

    async def close(self) -> None:
        """Close all connections."""
        await self._writing.dispose()
        await self._reading.dispose()


def open_database(path: Path) -> Database:
    """Open the database that `migrate` prepared."""
    return Database(path)


def _engine(path: Path, begin: str, connections: int) -> AsyncEngine:
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{path}", pool_size=connections, max_overflow=0, pool_timeout=BUSY_TIMEOUT_MS / 1000
    )

    @sa.event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        cursor.close()

    @sa.event.listens_for(engine.sync_engine, "begin")
    def start(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def is_full(error: DatabaseError) -> bool:
    """Say whether SQLite failed because the disk has no room."""
    return getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
