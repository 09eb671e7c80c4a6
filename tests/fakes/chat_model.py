"""A real HTTP server on loopback that speaks OpenAI's chat protocol, well or badly."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Saying = Callable[[str], str]
"""Given the answer that is to be rephrased, what the model says."""

Behaving = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class ChatModel:
    """Where it is, and every request that it got: headers and body."""

    url: str
    heard: list[tuple[dict[str, str], dict[str, Any]]] = field(default_factory=list)

    @property
    def given(self) -> str:
        """The whole of what the last request told it."""
        return json.dumps(self.heard[-1][1], ensure_ascii=False)


@asynccontextmanager
async def chat_model(saying: Saying = str, behaving: Behaving | None = None) -> AsyncIterator[ChatModel]:
    """Serve; `saying` makes the words of a good reply, `behaving` takes the place of any reply."""
    model = ChatModel("")

    async def completions(request: web.Request) -> web.StreamResponse:
        body = await request.json()
        model.heard.append((dict(request.headers), body))
        if behaving:
            return await behaving(request)
        return web.json_response(completion(saying(_answer(body["messages"][-1]["content"]))))

    app = web.Application()
    app.router.add_post("/v1/chat/completions", completions)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        model.url = f"http://127.0.0.1:{port}/v1"
        yield model
    finally:
        await runner.cleanup()


def completion(content: object) -> dict[str, Any]:
    """Make a chat completion as OpenAI's API reference has it."""
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    return {"id": "c1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}


def _answer(human: str) -> str:
    """Read the answer out of what a model is given."""
    return human.split("Answer:\n", 1)[1].split("\n\nClauses:\n", 1)[0]


async def never(_: web.Request) -> web.StreamResponse:
    """Answer nothing for long."""
    await asyncio.sleep(30)
    return web.Response()


async def endless(request: web.Request) -> web.StreamResponse:
    """Send without an end."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    while True:
        await response.write(b" " * 65_536)
