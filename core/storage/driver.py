"""SQLite for SQLAlchemy's asyncio with one change of threads a statement.

aiosqlite changes threads to make a cursor, to run it, to fetch and to close: four times for what SQLite does in
microseconds. Here one call on the connection's thread does all of it.
"""

import asyncio
import sqlite3
from collections import deque
from dataclasses import dataclass
from functools import partial
from threading import Thread
from types import ModuleType
from typing import Any
from weakref import WeakSet, finalize

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
    SQLiteDialect_aiosqlite,
)
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.util import EMPTY_DICT

DRIVER = "sqlite+hushreel"
BEGIN = "BEGIN"
"""Begins a reading transaction. It waits for nothing and touches no file: no change of threads for it."""

LAST_WORD_S = 5.0
"""How long a connection that was cancelled may take to end."""


@dataclass
class _Done:
    """What is left of a cursor once it has run."""

    description: Any = None
    rowcount: int = -1
    lastrowid: int | None = None
    arraysize: int = 1

    def close(self) -> None:
        """It is closed already."""


def _run(connection: sqlite3.Connection, statement: str, parameters: Any, *, many: bool) -> tuple[_Done, list[Any]]:
    cursor = connection.cursor()
    try:
        if many:
            cursor.executemany(statement, parameters)
        else:
            cursor.execute(statement, parameters or ())
        rows = cursor.fetchall() if cursor.description else []
        return _Done(cursor.description, cursor.rowcount, cursor.lastrowid), rows
    finally:
        cursor.close()


class _Cursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor that runs, fetches and closes at once."""

    _awaitable_cursor_close = False

    def __init__(self, adapt_connection: Any) -> None:  # the parent's would make aiosqlite's cursor
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection.driver_connection
        self._soft_closed_memoized = EMPTY_DICT
        self._cursor: Any = _Done()
        self._rows = deque()

    async def _execute_async(self, operation: Any, parameters: Any) -> Any:
        return await self._ran(operation, parameters, many=False)

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> Any:
        return await self._ran(operation, seq_of_parameters, many=True)

    async def _ran(self, operation: Any, parameters: Any, *, many: bool) -> Any:
        connection = self._connection
        if operation == BEGIN:
            self._cursor, _ = _run(connection._conn, operation, parameters, many=many)  # noqa: SLF001
            return self._cursor
        async with self._adapt_connection._execute_mutex:  # noqa: SLF001 - as the parent does
            work = partial(_run, connection._conn, operation, parameters, many=many)  # noqa: SLF001
            self._cursor, rows = await connection._execute(work)  # noqa: SLF001 - aiosqlite's only way to its thread
        self._rows = deque(rows)
        return self._cursor


class _Connection(AsyncAdapt_aiosqlite_connection):
    _cursor_cls = _Cursor

    async def _terminate_graceful_close(self) -> None:
        """Close it behind what runs on its thread.

        aiosqlite's `close` asks the thread twice, and waits for ever when a second cancellation stopped it between.
        """
        if self._connection._running:  # noqa: SLF001 - `stop` twice would wait for a thread that is gone
            await self._connection.stop()


class _Module(AsyncAdapt_aiosqlite_dbapi):
    def __init__(self, aiosqlite: ModuleType, sqlite: ModuleType) -> None:
        super().__init__(aiosqlite, sqlite)
        self.threads: WeakSet[Thread] = WeakSet()

    def connect(self, *arg: Any, **kw: Any) -> AsyncAdapt_aiosqlite_connection:
        """Connect. A connection that is dropped without a word is closed too, when it is collected."""
        opened = super().connect(*arg, async_creator_fn=self._begin, **kw).driver_connection
        made = _Connection(self, opened)
        finalize(made, _stop, opened).atexit = False
        return made

    def _begin(self, *arg: Any, **kw: Any) -> Any:
        begun = self.aiosqlite.connect(*arg, **kw)
        begun._thread.daemon = True  # noqa: SLF001 - as the parent does
        self.threads.add(begun._thread)  # noqa: SLF001
        return begun


def _stop(opened: Any) -> None:
    """Stop a connection's thread. A loop that runs here may be closed before it answers: in a thread none does."""
    if opened._running:  # noqa: SLF001 - as above
        Thread(target=opened.stop, daemon=True).start()


async def ended(engine: AsyncEngine) -> None:
    """Wait until the threads of an engine's connections have ended, those of cancelled work too, for 5 s each.

    A thread that is still at work when its loop is closed has nobody to answer to.
    """
    module: Any = engine.dialect.dbapi
    for thread in tuple(module.threads):
        await asyncio.to_thread(thread.join, LAST_WORD_S)


class Dialect(SQLiteDialect_aiosqlite):
    """SQLAlchemy's dialect for aiosqlite with cursors of ours."""

    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> AsyncAdapt_aiosqlite_dbapi:
        """Give aiosqlite as SQLAlchemy wraps it, with our connections."""
        return _Module(__import__("aiosqlite"), __import__("sqlite3"))


registry.register("sqlite.hushreel", __name__, Dialect.__name__)
