"""Hands updates to the bot: to whoever asks for them, or by a webhook."""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.fakes.telegram_wire.clock import Clock
from tests.fakes.telegram_wire.refusals import Json, bad, conflict

FIRST_UPDATE = 510_000_001
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
PORTS = frozenset({None, 443, 80, 88, 8443})
FIRST_WAIT_S, LONGEST_WAIT_S = 0.1, 2.0
_ANSWERED = 300


@dataclass
class Webhook:
    """Where updates are sent."""

    url: str
    secret: str | None = None
    connections: int = 40


@dataclass
class Updates:
    """The queue. `held` keeps back what happens; `lag_s` delays it; `repeated`: how many are handed over twice.

    `fronts` says what stands behind an https address: a proxy that speaks TLS hands on to the bot's own port.
    `sent` has each delivery by webhook: (update_id, status); `polls` counts how often was asked.
    """

    clock: Clock
    pending: deque[Json] = field(default_factory=deque)
    allowed: frozenset[str] | None = None
    webhook: Webhook | None = None
    fronts: dict[str, str] = field(default_factory=dict)
    sent: list[tuple[int, int]] = field(default_factory=list)
    polls: int = 0
    lag_s: float = 0.0
    held: bool = False
    repeated: int = 0
    last_error: str | None = None
    on_asked: Callable[[], None] = lambda: None
    _next: int = FIRST_UPDATE
    _handed: deque[Json] = field(default_factory=lambda: deque(maxlen=100))
    _again: list[Json] = field(default_factory=list)
    _asking: "asyncio.Future[None] | None" = None
    _more: asyncio.Event = field(default_factory=asyncio.Event)
    _tasks: set["asyncio.Task[None]"] = field(default_factory=set)

    @property
    def is_asked(self) -> bool:
        """Whether somebody asked for updates since the last start, or a webhook is set."""
        return self.polls > 0 or self.webhook is not None

    def forget_listener(self) -> None:
        """Take whoever listens for gone: who was killed leaves a question behind for a moment."""
        if self._asking is not None and not self._asking.done():
            self._asking.set_result(None)
            self._more.set()
        self._asking, self.polls = None, 0

    def put(self, kind: str, told: Json) -> None:
        """Let the bot know what happened, where it wants to know of such."""
        wanted = kind not in NOT_BY_DEFAULT if not self.allowed else kind in self.allowed
        if not wanted:
            return
        update = {"update_id": self._next, kind: told}
        self._next += 1
        if self.lag_s:
            asyncio.get_running_loop().call_later(self.lag_s, self._come, update)
        else:
            self._come(update)

    def _come(self, update: Json) -> None:
        self.pending.append(update)
        self.wake()

    def wake(self) -> None:
        """Look again at what waits."""
        self._more.set()
        if self.webhook is not None:
            self._send_pending()

    def release(self, *, reverse: bool = False) -> None:
        """Hand over what was held back; by a webhook also the other way round."""
        self.held = False
        if reverse:
            self.pending.reverse()
        self.wake()

    def repeat(self, number: int) -> None:
        """Hand the last updates over again, as if their confirmation had been lost."""
        self._again = list(self._handed)[-number:]
        self.wake()

    async def poll(self, offset: int, limit: int, timeout_s: float) -> list[Json]:
        """Answer getUpdates. Raises Refused."""
        if self.webhook is not None:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        if self._asking is not None and not self._asking.done():
            self._asking.set_result(None)
            self._more.set()
        self.polls += 1
        mine = self._asking = asyncio.get_running_loop().create_future()
        self.on_asked()
        try:
            self._confirm(offset)
            await self._wait(mine, timeout_s)
            if mine.done():
                raise conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running"
                )
            return self._take(limit)
        finally:
            if self._asking is mine:
                self._asking = None

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popleft()
        while offset > 0 and self.pending and self.pending[0]["update_id"] < offset:
            self._handed.append(self.pending.popleft())

    async def _wait(self, mine: "asyncio.Future[None]", timeout_s: float) -> None:
        until = asyncio.get_running_loop().time() + timeout_s
        while not self._ready() and not mine.done():
            self._more.clear()
            left = until - asyncio.get_running_loop().time()
            if left <= 0:
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(self._more.wait(), left)

    def _ready(self) -> bool:
        return bool(self._again) or (bool(self.pending) and not self.held)

    def _take(self, limit: int) -> list[Json]:
        again, self._again = self._again, []
        return (again + ([] if self.held else list(self.pending)))[:limit]

    def set_webhook(self, given: dict[str, Any]) -> None:
        """Send updates to an address from now on. Raises Refused."""
        url = str(given["url"])
        if given.get("drop_pending_updates"):
            self.pending.clear()
        if not url:
            self.webhook = None
            return
        parts = urlsplit(url)
        if parts.scheme != "https":
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if parts.port not in PORTS:
            raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
        self.webhook = Webhook(url, given.get("secret_token"), given.get("max_connections") or 40)
        self._send_pending()

    def _send_pending(self) -> None:
        assert self.webhook is not None
        while self._ready() and len(self._tasks) < self.webhook.connections:
            update = self._again.pop(0) if self._again else self.pending.popleft()
            self._handed.append(update)
            for _ in range(2 if self.repeated > 0 else 1):
                task = asyncio.create_task(self._send(update, self.webhook))
                self._tasks.add(task)
                task.add_done_callback(self._sent_one)
            self.repeated = max(0, self.repeated - 1)

    def _sent_one(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if self.webhook is not None and not task.cancelled():
            self._send_pending()

    async def _send(self, update: Json, webhook: Webhook) -> None:
        parts = urlsplit(webhook.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret} if webhook.secret else {}
        wait_s = FIRST_WAIT_S
        while self.webhook is webhook:
            status = await self._post(self.fronts.get(origin, origin) + parts.path, update, headers)
            self.sent.append((update["update_id"], status))
            if 200 <= status < _ANSWERED:
                return
            self.last_error = f"Wrong response from the webhook: {status}"
            await asyncio.sleep(wait_s)
            wait_s = min(LONGEST_WAIT_S, wait_s * 2)
        self.pending.appendleft(update)

    @staticmethod
    async def _post(url: str, update: Json, headers: dict[str, str]) -> int:
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session,
                session.post(url, json=update, headers=headers) as answer,
            ):
                await answer.read()
                return answer.status
        except (aiohttp.ClientError, TimeoutError, OSError):
            return 0

    def stop(self) -> None:
        """Send nothing more."""
        self.webhook = None
        for one in self._tasks:
            one.cancel()
