"""Asks Kling's API over HTTPS, and tells what nobody knows from what was refused."""

import json
import re
from collections.abc import Mapping
from typing import Any, Protocol

import httpx

from core.errors import Busy, Declined, LostSubmit
from core.generators.kling.errors import EXPIRED, NOT_YET_VALID, UNKNOWN_THERE, refusal

Json = Mapping[str, Any]
SUBMIT_S = 60.0
CONNECT_S = 10.0
ASK_S = 20.0
ANSWER_LARGEST_BYTES = 4_000_000
UNREACHABLE_WAIT_S = 30.0
_PLAIN = {"Accept-Encoding": "identity"}
_OK, _NOT_FOUND = 200, 404
_TASK = re.compile(r"[A-Za-z0-9_=-]{1,128}")
_TOKEN_TROUBLE = frozenset({NOT_YET_VALID, EXPIRED})


class Bearer(Protocol):
    """What says who we are."""

    def bearer(self) -> str:
        """Give the token that holds now."""

    def renew(self) -> None:
        """Have the next token made anew."""


class Key:
    """An API key, which never ends."""

    def __init__(self, key: str) -> None:
        """Take the key; `repr` doesn't show it."""
        self._key = key

    def bearer(self) -> str:
        """Give the key."""
        return self._key

    def renew(self) -> None:
        """Do nothing: there is no other."""


class KlingApi:
    """One account at one base address."""

    def __init__(self, base_url: str, bearer: Bearer, submit_s: float = SUBMIT_S) -> None:
        """Take the address, such as https://api-singapore.klingai.com, and who we are."""
        self._submit_s = submit_s
        self._base_url, self._bearer = base_url.rstrip("/"), bearer
        self._client: httpx.AsyncClient | None = None

    async def submit(self, path: str, body: Json) -> Any:
        """Order something, and give the answer's data.

        Raises Declined, Busy, or LostSubmit once it may have arrived and no answer came.
        """
        try:
            return await self._asked("POST", path, body=body, submitting=True)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise Busy(UNREACHABLE_WAIT_S, problem=type(error).__name__) from None
        except httpx.HTTPError as error:
            raise LostSubmit(problem=type(error).__name__) from None

    async def ask(self, path: str, query: Mapping[str, str] | None = None) -> Any:
        """Ask for something; None for what isn't known there. Raises Declined or Busy."""
        try:
            return await self._asked("GET", path, query=query)
        except Declined as refused:
            if refused.data["their_code"] == UNKNOWN_THERE or (
                refused.data["status"] == _NOT_FOUND and not refused.data["their_code"]
            ):
                return None
            raise
        except httpx.HTTPError as error:
            raise Busy(UNREACHABLE_WAIT_S, problem=type(error).__name__) from None

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def _asked(
        self,
        method: str,
        path: str,
        *,
        body: Json | None = None,
        query: Mapping[str, str] | None = None,
        submitting: bool = False,
    ) -> Any:
        if self._client is None:
            self._client = httpx.AsyncClient(follow_redirects=False)
        timeout = httpx.Timeout(self._submit_s if submitting else ASK_S, connect=CONNECT_S)
        for again in (True, False):
            headers = {"Authorization": f"Bearer {self._bearer.bearer()}", "User-Agent": "hushreel", **_PLAIN}
            url = self._base_url + path
            asking = self._client.stream(method, url, json=body, params=query, headers=headers, timeout=timeout)
            async with asking as answer:
                code, data = await _read(answer)
            if code in _TOKEN_TROUBLE and again:
                self._bearer.renew()
                continue
            if answer.status_code == _OK and code == 0:
                return data
            break
        raise refusal(answer.status_code, code or 0, submitting=submitting)


async def _read(answer: httpx.Response) -> tuple[int | None, Any]:
    """Give Kling's own code and data; no code for an answer that isn't one of its API, or that doesn't end."""
    content = b""
    async for piece in answer.aiter_raw():
        content += piece
        if len(content) > ANSWER_LARGEST_BYTES:
            return None, None
    try:
        told = json.loads(content)
        return int(told["code"]), told.get("data")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None, None


def task_of(data: Any, name: str) -> str:
    """Take a task's id out of an answer to a submit. Raises LostSubmit where there is none that could be one."""
    found = data.get(name) if isinstance(data, Mapping) else None
    if not isinstance(found, str) or not _TASK.fullmatch(found):
        raise LostSubmit(problem="answer without a task")
    return found


def is_task(name: object) -> bool:
    """Say whether something could be a task's id; anything else never becomes part of an address."""
    return isinstance(name, str) and _TASK.fullmatch(name) is not None
