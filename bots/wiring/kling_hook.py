"""/hooks/kling: what Kling posts about a task. Unsigned, so nothing in it is believed: Kling is asked what is so."""

import asyncio
import time
from typing import Protocol
from uuid import UUID

import structlog
from aiohttp import web

from core.errors import RemoteError
from core.generators.kling.callbacks import LARGEST_BYTES, named
from core.ports import Store
from core.routes import Remote

PATH = "/hooks/kling"
PAUSE_S = 1.0
"""Between two hints that are followed: anybody may post them, and each has us ask Kling."""

log = structlog.get_logger()


class KnowsOrders(Remote, Protocol):
    """Kling, as this hook asks it."""

    async def known_as(self, hinted: str, external_id: UUID) -> str | None:
        """Give the task that our own id belongs to, as Kling tells it; `hinted` may be it. Raises RemoteError."""


class KlingHook:
    """Looks for orders that nobody knows about, whenever something is said of a task."""

    def __init__(self, store: Store, kling: KnowsOrders) -> None:
        """Take our tables, and whom to ask."""
        self._store, self._kling = store, kling
        self._looking = asyncio.Lock()
        self._next_s = 0.0

    def routes(self) -> list[web.RouteDef]:
        """Give the way in for our web server."""
        return [web.post(PATH, self._posted)]

    async def _posted(self, request: web.Request) -> web.StreamResponse:
        """Answer 200 for what could be a callback, whatever it names; 400 and 413 for what can't be one."""
        body = b""
        async for piece in request.content.iter_chunked(LARGEST_BYTES):
            body += piece
            if len(body) > LARGEST_BYTES:
                return web.Response(status=413)
        task = named(body)
        if task is None:
            return web.Response(status=400)
        if not self._looking.locked() and time.monotonic() >= self._next_s:
            async with self._looking:
                await self._look(task)
                self._next_s = time.monotonic() + PAUSE_S
        return web.Response()

    async def _look(self, hinted: str) -> None:
        ledger = self._store.ledger
        for video in await ledger.unsure():
            order = await ledger.submission(video)
            if order is None or order.route != self._kling.name or order.task is not None:
                continue
            try:
                task = await self._kling.known_as(hinted, order.external_id)
            except RemoteError as error:
                log.info("hint_not_followed", video=str(video), error=error.code)
                continue
            if task is not None:
                async with self._store.write() as writes:
                    await writes.name_task(video, task)
