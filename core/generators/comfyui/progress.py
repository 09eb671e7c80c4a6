"""How far ComfyUI's tasks are, as its WebSocket tells: a message for each step of a sampler.

Only a nicety: the queue and the history say how a task stands. What is missed while nobody listens isn't repeated.
"""

import asyncio
import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake, WebSocketException

AGAIN_S = 2.0
"""How long to wait before listening again after the connection broke."""

_MESSAGE_MOST_BYTES = 16 * 2**20
"""Previews come as binary messages in between, and are passed over."""

_MANNERS: Mapping[str, Any] = {"proxy": None, "max_size": _MESSAGE_MOST_BYTES, "user_agent_header": "hushreel"}

log = logging.getLogger("hushreel.comfyui")


class Listener:
    """Listens while there is a task to listen for. Prompts carry `client_id`, so that ComfyUI tells us of them."""

    def __init__(self, url: str, client_id: str | None = None) -> None:
        """Take ComfyUI's base address; the client's id stays the same for a listener's life."""
        self.client_id = client_id or uuid4().hex
        self._address = f"ws{url.removeprefix('http').rstrip('/')}/ws?clientId={self.client_id}"
        self._shares: dict[str, _Steps] = {}
        self._listening: asyncio.Task[None] | None = None
        self._ending: set[asyncio.Task[None]] = set()

    def expect(self, task: str, steps: Sequence[str]) -> None:
        """Take in what is told of a task whose nodes `steps` report theirs."""
        self._shares[task] = _Steps(tuple(steps))

    def watch(self, task: str, steps: Sequence[str]) -> None:
        """Expect a task, and listen."""
        self.expect(task, steps)
        if self._listening is None or self._listening.done():
            self._listening = asyncio.create_task(self._listen())

    def share(self, task: str) -> float | None:
        """Give the finished part of a task; None where nothing was told yet."""
        found = self._shares.get(task)
        return found.share if found else None

    def forget(self, task: str) -> None:
        """Stop listening for a task."""
        self._shares.pop(task, None)
        if not self._shares:
            self._stop()

    async def close(self) -> None:
        """Stop, and hang up."""
        self._shares.clear()
        self._stop()
        await asyncio.gather(*self._ending, return_exceptions=True)

    def _stop(self) -> None:
        """Hang up in the background; whoever watches next listens anew."""
        if self._listening is not None:
            self._listening.cancel()
            self._ending.add(self._listening)
            self._listening.add_done_callback(self._ending.discard)
            self._listening = None

    async def _listen(self) -> None:
        while self._shares:
            try:
                async with connect(self._address, **_MANNERS) as socket:
                    async for message in socket:
                        self.hear(message)
            except (OSError, WebSocketException, InvalidHandshake, TimeoutError) as error:
                log.info("comfyui isn't heard for now: %s", type(error).__name__)
            await asyncio.sleep(AGAIN_S)

    def hear(self, message: str | bytes) -> None:
        """Take a message in; what isn't about a step of a watched task is passed over."""
        if isinstance(message, bytes):
            return
        try:
            told = json.loads(message)
            kind, data = told["type"], told["data"]
            found = self._shares.get(str(data.get("prompt_id")))
            if found is not None and kind == "progress":
                found.step(data)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
            return


class _Steps:
    """The steps of one task's nodes."""

    def __init__(self, nodes: tuple[str, ...]) -> None:
        self._nodes = nodes
        self._parts: dict[str, float] = {}
        self.share: float | None = None

    def step(self, data: dict[str, Any]) -> None:
        """Take a step in; the share only grows, whatever is told."""
        node, value, most = str(data.get("node")), data.get("value"), data.get("max")
        if node not in self._nodes or not isinstance(value, int | float) or not isinstance(most, int | float):
            return
        if most > 0:
            self._parts[node] = max(self._parts.get(node, 0.0), min(1.0, max(0.0, value / most)))
            self.share = sum(self._parts.values()) / len(self._nodes)
