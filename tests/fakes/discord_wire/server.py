"""Our own Discord on loopback: REST, gateway and files behind one port."""

import asyncio
from typing import Self

from aiohttp import web

from tests.fakes.discord_wire import spec
from tests.fakes.discord_wire.gateway import Gateway
from tests.fakes.discord_wire.messages import Attachment, signed
from tests.fakes.discord_wire.places import User
from tests.fakes.discord_wire.rates import Rates
from tests.fakes.discord_wire.refusals import Refused
from tests.fakes.discord_wire.rest import API, Asked, Judge
from tests.fakes.discord_wire.routes import Routes
from tests.fakes.discord_wire.trouble import Trouble
from tests.fakes.discord_wire.world import Seen, World

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.fake.token-of-the-fake"
_REQUEST_BYTES = 100 * 1024 * 1024


class DiscordWire:
    """The fake. `async with DiscordWire() as fake` starts it on a free port, in the running loop.

    `world` is its state, `seen` the record of who could see what, `clock` its time, `gateway` the connections,
    `trouble` what goes wrong, `rates` the limits. `refusals` are requests that Discord's specification refuses,
    `refused` those that any of its rules refuses.
    """

    def __init__(self, token: str = TOKEN, *, checks_spec: bool = True) -> None:
        """Know this token."""
        self.token = token
        self.world = World()
        self.seen = Seen(self.world)
        self.gateway = Gateway(self.world, token)
        self._judge = Judge(self.world, token, spec.beside() if checks_spec else None)
        self._runner: web.AppRunner | None = None
        self.port = 0
        self.clock = self.world.clock
        self.routes = Routes(self.world, "")

    @property
    def me(self) -> User:
        """The bot's own user."""
        return self.world.me

    @property
    def checked(self) -> bool:
        """Whether each request is checked against Discord's specification."""
        return self._judge.spec is not None

    @property
    def rates(self) -> Rates:
        """The rate limits."""
        return self._judge.rates

    @property
    def trouble(self) -> Trouble:
        """What goes wrong."""
        return self._judge.trouble

    @property
    def requests(self) -> list[Asked]:
        """Every request that was answered, oldest first."""
        return self._judge.requests

    @property
    def refusals(self) -> list[Asked]:
        """Requests that the specification refuses."""
        return self._judge.refusals

    @property
    def refused(self) -> list[Asked]:
        """Requests that any rule refuses."""
        return self._judge.refused

    @property
    def api_base(self) -> str:
        """For HUSHREEL_DISCORD_API_BASE, and discord.http.Route.BASE."""
        return f"{self.world.base}{API}"

    @property
    def gateway_url(self) -> str:
        """For HUSHREEL_DISCORD_GATEWAY."""
        return f"ws://127.0.0.1:{self.port}/gateway/"

    @property
    def settings(self) -> dict[str, str]:
        """The settings of `tests.service.Service` that lead a bot here."""
        return {
            "DISCORD_TOKEN": self.token,
            "DISCORD_API_BASE": self.api_base,
            "DISCORD_GATEWAY": self.gateway_url,
            "OPERATOR_NAME": "Ada Operator",
            "OPERATOR_CONTACT": "ada@example.org",
        }

    async def start(self, port: int = 0) -> Self:
        """Listen."""
        app = web.Application(client_max_size=_REQUEST_BYTES)
        app.router.add_get("/gateway/", self.gateway.serve)
        app.router.add_get("/{folder:(?:ephemeral-)?attachments}/{channel}/{id}/{name}", self._file)
        self.routes.add_to(app, self._judge)
        app.router.add_route("*", "/{unknown:.*}", self._judge.handle(self._unknown))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port, backlog=1024)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self.world.base = f"http://127.0.0.1:{self.port}"
        self.gateway.url = self.routes.gateway_url = self.gateway_url
        return self

    async def stop(self) -> None:
        """Stop listening, connections included."""
        await self.gateway.drop(1001)
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        """Listen."""
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        """Stop."""
        await self.stop()

    @staticmethod
    async def _unknown(_request: web.Request, _body: object) -> None:
        raise Refused(404, 0, "404: Not Found")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        found = self.world.attachments.get(int(request.match_info["id"]))
        until = request.query.get("ex", "0")
        if found is None or signed(request.rel_url.raw_path, until) != request.query.get("hm"):
            raise web.HTTPNotFound
        if int(until, 16) * 1000 < self.clock.now_ms:
            raise web.HTTPNotFound
        return await self._stream(request, found)

    async def _stream(self, request: web.Request, found: Attachment) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Length": str(len(found.content))})
        answer.content_type = found.content_type or "application/octet-stream"
        await answer.prepare(request)
        for start in range(0, max(1, len(found.content)), 65536):
            if self.trouble.lag_files_s:
                await asyncio.sleep(self.trouble.lag_files_s)
            piece = found.content[start : start + 65536]
            stop = self.trouble.stop_files_after
            if stop is not None and start + len(piece) >= stop:
                await answer.write(piece[: max(0, stop - start)])
                if request.transport is not None:
                    request.transport.abort()
                return answer
            await answer.write(piece)
        await answer.write_eof()
        return answer
