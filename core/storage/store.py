"""The `Store`: the database's two doors, and the flows' ledger."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from uuid import UUID

from core.ports import Clock, Ids, Ledger, Reads, Writes
from core.storage.database import Database
from core.storage.ledger import SqlLedger
from core.storage.reading import SqlReads
from core.storage.words import Wraps
from core.storage.writing import SqlWrites


class SqlStore:
    """Our tables in SQLite. `ledger` is for flows alone."""

    def __init__(
        self,
        database: Database,
        master_key: Wraps,
        clock: Clock,
        ids: Ids,
        on_commit: Callable[[], None] | None = None,
    ) -> None:
        """Open doors into `database`; `on_commit` is called after each commit that wrote to the outbox."""
        self._database = database
        self._master_key = master_key
        self._clock = clock
        self._ids = ids
        self._on_commit = on_commit
        self._gone: set[UUID] = set()
        self.ledger: Ledger = SqlLedger(database, master_key, clock)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Reads]:
        """Open the reading door; never hold it while awaiting anything but the database."""
        async with self._database.reading() as connection:
            yield SqlReads(connection, self._master_key, self._clock)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Writes]:
        """Open the writing door: BEGIN IMMEDIATE, committed at the end of the block, rolled back on an error."""
        before = frozenset(self._gone)
        try:
            async with self._database.writing() as connection:
                writes = SqlWrites(connection, self._master_key, self._clock, self._ids, self._gone)
                yield writes
        except BaseException:
            self._gone &= before
            raise
        if writes.told and self._on_commit is not None:
            self._on_commit()

    async def scrub(self) -> None:
        """Truncate the write-ahead log until no reader is in the way, so that erased words are in no file."""
        await self._database.scrub()
