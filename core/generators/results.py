"""Brings what a generator elsewhere made into memory: bounded, from public addresses, and without showing our keys."""

import asyncio
import socket
from ipaddress import ip_address

import httpx

from core.errors import BadInput, Busy, LimitReached, Spoiled
from core.generation.declined import RESULT_GONE, RESULT_NOT_A_VIDEO, RESULT_TOO_LARGE
from core.generators.probe import TASK
from core.ports import WorkerPool
from core.work import Memory, Product, Work

LARGEST_BYTES = 500_000_000
STALLED_S = 30.0
WAIT_S = 5.0
_OK, _SERVER_ERRORS, _TOO_MANY = 200, 500, 429
_PIECE_BYTES = 65_536
_HEADERS = {"User-Agent": "hushreel", "Accept-Encoding": "identity"}
"""Nothing is unpacked: a few packed bytes could become any number."""


class Results:
    """Fetches addresses that a generator named. One on the generator's own `home` may be anywhere, as it was set up."""

    def __init__(self, home: str, workers: WorkerPool, largest_bytes: int = LARGEST_BYTES) -> None:
        """Take the generator's own address, the worker processes, and the most bytes that a result may have."""
        self._home = _origin(httpx.URL(home))
        self._workers = workers
        self._largest_bytes = largest_bytes

    async def bring(self, address: str) -> Product:
        """Give the parts "video" and "poster", the caller's to close, and the facts that `probe` tells.

        Raises Spoiled: result_gone, result_not_a_video, result_too_large(limit_bytes); Busy where it broke off.
        """
        memory = await self._download(address)
        try:
            looked_at = await self._workers.run(TASK, Work({}, (memory,)))
        except (BadInput, LimitReached):
            memory.close()
            raise Spoiled(RESULT_NOT_A_VIDEO) from None
        except BaseException:
            memory.close()
            raise
        return Product({"video": memory, **looked_at.parts}, looked_at.facts)

    async def _download(self, address: str) -> Memory:
        memory = Memory.empty("result")
        try:
            url = await self._allowed(address)
            async with (
                httpx.AsyncClient(timeout=STALLED_S, follow_redirects=False) as client,
                client.stream("GET", url, headers=_HEADERS) as answer,
            ):
                _check(answer)
                async for piece in answer.aiter_raw(_PIECE_BYTES):
                    self._check_size(memory.append(piece))
        except httpx.HTTPError as error:
            memory.close()
            raise Busy(WAIT_S, problem=type(error).__name__) from None
        except BaseException:
            memory.close()
            raise
        return memory

    def _check_size(self, size_bytes: int) -> None:
        if size_bytes > self._largest_bytes:
            raise Spoiled(RESULT_TOO_LARGE, limit_bytes=self._largest_bytes)

    async def _allowed(self, address: str) -> httpx.URL:
        """Refuse addresses of this machine's own network: a generator could have us fetch what only we can reach."""
        try:
            url = httpx.URL(address)
        except (httpx.InvalidURL, TypeError):
            raise Spoiled(RESULT_GONE) from None
        if _origin(url) == self._home:
            return url
        if url.scheme != "https" or not url.host:
            raise Spoiled(RESULT_GONE)
        try:
            loop = asyncio.get_running_loop()
            found = await loop.getaddrinfo(url.host, url.port or 443, type=socket.SOCK_STREAM)
        except OSError as error:
            raise Busy(WAIT_S, problem=type(error).__name__) from None
        if not all(ip_address(one[4][0]).is_global for one in found):
            raise Spoiled(RESULT_GONE)
        return url


def _check(answer: httpx.Response) -> None:
    if answer.status_code == _TOO_MANY or answer.status_code >= _SERVER_ERRORS:
        raise Busy(WAIT_S, status=answer.status_code)
    if answer.status_code != _OK:
        raise Spoiled(RESULT_GONE, status=answer.status_code)


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port
