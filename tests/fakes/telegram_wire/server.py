"""Our own Telegram on loopback: the Bot API and its files behind one port."""

import asyncio
from pathlib import Path
from typing import Self

from aiohttp import web

from tests.fakes.telegram_wire import spec
from tests.fakes.telegram_wire.judge import Asked, Judge
from tests.fakes.telegram_wire.methods import Methods
from tests.fakes.telegram_wire.places import User
from tests.fakes.telegram_wire.rates import Rates
from tests.fakes.telegram_wire.trouble import Trouble
from tests.fakes.telegram_wire.updates import Updates
from tests.fakes.telegram_wire.world import BOT_ID, Seen, World

SECRET = "AAFakeOfTelegram-SecretHalf_OfToken9"
TOKEN = f"{BOT_ID}:{SECRET}"
_PIECE = 65_536


class TelegramWire:
    """The fake. `async with TelegramWire() as fake` starts it on a free port, in the running loop.

    `world` is its state, `seen` the record of who could see what, `clock` its time, `updates` what waits for the bot,
    `trouble` what goes wrong, `rates` the limits. `refusals` are requests that the specification refuses, `refused`
    those that any of Telegram's rules refuses. `local_folder`: it is a self-hosted server that keeps files there.
    """

    def __init__(self, token: str = TOKEN, *, checks_spec: bool = True, local_folder: Path | None = None) -> None:
        """Know this token."""
        self.token = token
        self.world = World()
        self.seen = Seen(self.world)
        self.clock = self.world.clock
        self.updates = Updates(self.clock, on_asked=self.world.changed)
        self.world.tell = self.updates.put
        methods = Methods(self.world, self.updates, local_folder)
        judged_by = spec.beside() if checks_spec else None
        local = local_folder is not None
        self._judge = Judge(self.world, token, judged_by, methods, Rates(self.clock), local_server=local)
        self._runner: web.AppRunner | None = None
        self.port = 0

    @property
    def me(self) -> User:
        """The bot's own user."""
        return self.world.me

    @property
    def checked(self) -> bool:
        """Whether each request is checked against the specification."""
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
        """Every request that was answered, oldest first; asking for updates counts only where it was refused."""
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
        """For HUSHREEL_TELEGRAM_API_BASE: what stands before /bot<token>/ and /file/bot<token>/."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def settings(self) -> dict[str, str]:
        """The settings of `tests.service.Service` that lead a bot here."""
        return {
            "TELEGRAM_TOKEN": self.token,
            "TELEGRAM_API_BASE": self.api_base,
            "OPERATOR_NAME": "Ada Operator",
            "OPERATOR_CONTACT": "ada@example.org",
        }

    async def until_asked(self, within_s: float = 30.0) -> None:
        """Wait until a bot waits for updates, or has set its webhook."""
        await self.world.until(lambda: self.updates.is_asked, within_s, "a bot")

    async def start(self, port: int = 0) -> Self:
        """Listen."""
        app = web.Application(client_max_size=2**24)
        app.router.add_route("*", "/bot{token}/{method}", self._judge.handle)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5, handler_cancellation=True)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port, backlog=1024)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def stop(self) -> None:
        """Stop listening, connections included."""
        self.updates.stop()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        """Listen."""
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        """Stop."""
        await self.stop()

    async def _file(self, request: web.Request) -> web.StreamResponse:
        found = self.world.paths.get(request.match_info["path"])
        if found is None or request.match_info["token"] != self.token:
            raise web.HTTPNotFound
        answer = web.StreamResponse(headers={"Content-Length": str(len(found.content))})
        answer.content_type = "application/octet-stream"
        await answer.prepare(request)
        for start in range(0, max(1, len(found.content)), _PIECE):
            if self.trouble.lag_files_s:
                await asyncio.sleep(self.trouble.lag_files_s)
            piece = found.content[start : start + _PIECE]
            stop = self.trouble.stop_files_after
            if stop is not None and start + len(piece) >= stop:
                await answer.write(piece[: max(0, stop - start)])
                if request.transport is not None:
                    request.transport.abort()
                return answer
            await answer.write(piece)
        await answer.write_eof()
        return answer
