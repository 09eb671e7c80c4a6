"""Small changes that several ask for at the same time, in one transaction: each waits for one flush to the disk."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from core.storage.database import Database

Result = TypeVar("Result")
Change = Callable[[AsyncConnection], Awaitable[Any]]

TOGETHER_MOST = 200


class Grouped:
    """Carries changes out in the order in which they were asked for; one that breaks takes back those beside it."""

    def __init__(self, database: Database) -> None:
        """Write into `database`."""
        self._database = database
        self._waiting: list[tuple[Change, asyncio.Future[Any]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def do(self, change: Callable[[AsyncConnection], Awaitable[Result]]) -> Result:
        """Make a change, and return when it is kept. Raises what the transaction raises."""
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.append((change, done))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return await done

    async def _write(self) -> None:
        while self._waiting:
            batch: list[tuple[Change, asyncio.Future[Any]]] = []
            try:
                async with self._database.writing() as connection:
                    # Taken now and not before: whoever asked while we waited for the door comes along.
                    batch, self._waiting = self._waiting[:TOGETHER_MOST], self._waiting[TOGETHER_MOST:]
                    results = [await change(connection) for change, _ in batch]
            except BaseException as error:
                if not batch:
                    batch, self._waiting = self._waiting, []
                _fail(batch, error)
                if not isinstance(error, Exception):
                    raise
            else:
                for (_, done), result in zip(batch, results, strict=True):
                    if not done.done():
                        done.set_result(result)


def _fail(batch: list[tuple[Change, asyncio.Future[Any]]], error: BaseException) -> None:
    for _, done in batch:
        if done.done():
            continue
        if isinstance(error, Exception):
            done.set_exception(error)
        else:
            done.cancel()
