"""Runs each request past trouble, token, rates, the specification and its method, and keeps a record."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fakes.telegram_wire import bodies
from tests.fakes.telegram_wire.bodies import Body, Uploaded
from tests.fakes.telegram_wire.limits import LOCAL_BYTES, UP_BYTES
from tests.fakes.telegram_wire.methods import Methods
from tests.fakes.telegram_wire.rates import Rates
from tests.fakes.telegram_wire.refusals import Refused, too_many
from tests.fakes.telegram_wire.spec import Spec
from tests.fakes.telegram_wire.trouble import CUT_AFTER, CUT_BEFORE, LIE, TIME_OUT, Planned, Trouble
from tests.fakes.telegram_wire.world import World

ROOM_BYTES = 1 << 20
"""What a form may hold beside its file."""

_TOO_MANY = 429


@dataclass(frozen=True)
class Asked:
    """A request as it came, and what was answered."""

    method: str
    given: dict[str, Any]
    status: int
    at_ms: int
    spec_says: str | None = None
    refused: str | None = None

    @property
    def chat_id(self) -> object:
        """The chat that it is about."""
        return self.given.get("chat_id")


@dataclass
class Judge:
    """Answers the bot's requests.

    `refusals` has every request that the specification refused, `refused` those that any rule of Telegram's did.
    """

    world: World
    token: str
    spec: Spec | None
    methods: Methods
    rates: Rates
    local_server: bool = False
    trouble: Trouble = field(default_factory=Trouble)
    requests: list[Asked] = field(default_factory=list)

    @property
    def refusals(self) -> list[Asked]:
        """Requests that the specification refuses."""
        return [one for one in self.requests if one.spec_says]

    @property
    def refused(self) -> list[Asked]:
        """Requests that were refused by any rule."""
        return [one for one in self.requests if one.refused]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return web.json_response(Refused(401, "Unauthorized").body, status=401)
        if self.trouble.lag_s and method != "getUpdates":
            await asyncio.sleep(self.trouble.lag_s)
        try:
            most = (LOCAL_BYTES if self.local_server else UP_BYTES) + ROOM_BYTES
            body = await bodies.read(request, most, self.trouble.stop_uploads_after)
        except ConnectionResetError:
            self.trouble.hits.append((method, "upload cut"))
            raise
        except Refused as refused:
            self._note(method, Body(), None, refused)
            return web.json_response(refused.body, status=refused.status)
        planned = self.trouble.next(method, body.given.get("chat_id"))
        if planned is not None and planned.what != CUT_AFTER:
            return await _troubled(request, planned)
        answer = await self._answer(method, body)
        if planned is not None:
            _cut(request)
        return answer

    async def _answer(self, method: str, body: Body) -> web.Response:
        said = None
        try:
            self.rates.check(method, body.given.get("chat_id"))
            said = self.spec.wrong_with(method, body.given) if self.spec else None
            result = await self.methods.answer(method, body, said)
        except Refused as refused:
            self._note(method, body, said, refused)
            return web.json_response(refused.body, status=refused.status)
        self._note(method, body, said, None)
        return web.json_response({"ok": True, "result": result})

    def _note(self, method: str, body: Body, said: str | None, refused: Refused | None) -> None:
        if method == "getUpdates" and refused is None:
            self.world.changed()
            return
        given = {name: f"<{one.filename}>" if isinstance(one, Uploaded) else one for name, one in body.given.items()}
        status, why = (refused.status, refused.why) if refused else (200, None)
        self.requests.append(Asked(method, given, status, self.world.clock.now_ms, said, why))
        self.world.changed()


async def _troubled(request: web.Request, planned: Planned) -> web.StreamResponse:
    if planned.what == CUT_BEFORE:
        _cut(request)
        raise web.HTTPInternalServerError
    if planned.what == TIME_OUT:
        await asyncio.sleep(3600)
    if planned.what == LIE:
        return web.json_response({"ok": True, "result": True})
    if planned.what == _TOO_MANY:
        refused = too_many(planned.retry_after_s)
    else:
        assert isinstance(planned.what, int)
        refused = Refused(planned.what, f"{planned.what}: trouble")
    return web.json_response(refused.body, status=refused.status)


def _cut(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
