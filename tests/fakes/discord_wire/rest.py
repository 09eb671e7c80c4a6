"""The REST side: routes of Discord's API that a bot uses, judged, counted and answered."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from tests.fakes.discord_wire import bodies
from tests.fakes.discord_wire.bodies import Body
from tests.fakes.discord_wire.rates import Rates
from tests.fakes.discord_wire.refusals import UNAUTHORIZED, Json, Refused, malformed
from tests.fakes.discord_wire.spec import Spec
from tests.fakes.discord_wire.trouble import CUT_AFTER, CUT_BEFORE, LIE, TIME_OUT, Trouble
from tests.fakes.discord_wire.world import World

API = "/api/v10"
_BY_TOKEN = ("interactions", "webhooks")
_TOO_MANY = 429
Answer = Json | list[Json] | None
Handler = Callable[[web.Request, Body], Awaitable[Answer]]


@dataclass(frozen=True)
class Asked:
    """A request as it came, and what was answered."""

    method: str
    path: str
    query: dict[str, str]
    body: object | None
    files: tuple[str, ...]
    status: int
    at_ms: int
    spec_says: str | None = None
    refused: str | None = None
    code: int | None = None


@dataclass
class Judge:
    """Runs each request past the planned trouble, the rates, the token, the specification and its handler.

    `refusals` has every request that the specification refused, `refused` those that any rule of Discord's did.
    """

    world: World
    token: str
    spec: Spec | None
    rates: Rates = field(default_factory=Rates)
    trouble: Trouble = field(default_factory=Trouble)
    requests: list[Asked] = field(default_factory=list)

    @property
    def refusals(self) -> list[Asked]:
        """Requests that Discord's specification refuses."""
        return [one for one in self.requests if one.spec_says]

    @property
    def refused(self) -> list[Asked]:
        """Requests that were refused by any rule."""
        return [one for one in self.requests if one.refused]

    def handle(self, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        """Wrap a handler."""

        async def handled(request: web.Request) -> web.StreamResponse:
            path = request.path.removeprefix(API)
            planned = self.trouble.next(request.method, path)
            if self.trouble.lag_s:
                await asyncio.sleep(self.trouble.lag_s)
            if planned is not None and planned.what != CUT_AFTER:
                return await _troubled(request, planned.what, planned.retry_after_s, over_all=planned.over_all)
            verdict = self.rates.ask(request.method, *_bucket(path))
            if verdict.retry_after_s is not None:
                return _limited(verdict.retry_after_s, verdict.headers, over_all=verdict.over_all)
            answer = await self._answer(request, path, handler)
            answer.headers.update(verdict.headers)
            if planned is not None:
                _cut(request)
            return answer

        return handled

    async def _answer(self, request: web.Request, path: str, handler: Handler) -> web.Response:
        query, body, said = dict(request.query), Body(), None
        reason = request.headers.get("X-Audit-Log-Reason")
        if reason:
            self.world.reasons.append(reason)
        try:
            if not path.startswith(tuple(f"/{one}" for one in _BY_TOKEN)):
                self._authorize(request)
            body = await bodies.read(request)
            said = self.spec.wrong_with(request.method, path, query, body.given) if self.spec else None
            if said:
                raise malformed(said)
            answer = await handler(request, body)
        except Refused as refused:
            self._note(request, path, body, said, refused)
            return _json(refused.body, status=refused.status, headers={"Via": "1.1 fake"})
        self._note(request, path, body, said, None)
        return web.Response(status=204) if answer is None else _json(answer)

    def _authorize(self, request: web.Request) -> None:
        if request.headers.get("Authorization") != f"Bot {self.token}":
            raise UNAUTHORIZED

    def _note(self, request: web.Request, path: str, body: Body, said: str | None, refused: Refused | None) -> None:
        self.requests.append(
            Asked(
                request.method,
                path,
                dict(request.query),
                body.given,
                tuple(one.filename for one in body.files.values()),
                refused.status if refused else 200,
                self.world.clock.now_ms,
                said,
                refused.why if refused else None,
                refused.code if refused else None,
            )
        )
        self.world.changed()


def _json(told: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """Answer as Discord does: without a charset, which discord.py would not take for JSON."""
    more = {"Content-Type": "application/json"} | (headers or {})
    return web.Response(body=json.dumps(told).encode(), status=status, headers=more)


def _bucket(path: str) -> tuple[str, str]:
    parts = path.strip("/").split("/")
    if parts[0] == "channels" and len(parts) > 2:
        return f"channels/{parts[2]}", parts[1]
    if parts[0] == "webhooks":
        return "webhooks", parts[2] if len(parts) > 2 else ""
    return ("interactions", "") if parts[0] == "interactions" else (parts[0], "")


def _limited(retry_after_s: float, headers: dict[str, str], *, over_all: bool) -> web.Response:
    told = {"message": "You are being rate limited.", "retry_after": round(retry_after_s, 3), "global": over_all}
    more = {"Via": "1.1 fake", "Retry-After": f"{retry_after_s:.3f}"}
    more["X-RateLimit-Scope"] = "global" if over_all else "user"
    return _json(told, status=_TOO_MANY, headers=headers | more)


async def _troubled(
    request: web.Request, what: int | str, retry_after_s: float, *, over_all: bool
) -> web.StreamResponse:
    if what == CUT_BEFORE:
        _cut(request)
        raise web.HTTPInternalServerError
    if what == TIME_OUT:
        await asyncio.sleep(3600)
    await request.read()
    if what == LIE:
        return web.Response(status=204)
    if what == _TOO_MANY:
        return _limited(retry_after_s, {}, over_all=over_all)
    assert isinstance(what, int)
    return _json({"message": f"{what}: trouble", "code": 0}, status=what)


def _cut(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
