"""/takedown on the public address: for anybody, by pages of our own alone."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from bots.web.languages import language_of
from bots.web.takedown import Stand, TakedownServer
from bots.web.world import TAKEDOWN

Handler = Callable[[web.Request, Stand], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class TakedownDoor:
    """Lets everybody in. `check` raises HTTPForbidden for what a page of another site sends."""

    server: TakedownServer
    check: Callable[[web.Request], None]

    def routes(self) -> list[web.RouteDef]:
        """Give the addresses."""
        return [
            web.get(TAKEDOWN, self._stood(self.server.form)),
            web.post(TAKEDOWN, self._stood(self.server.send)),
            web.get(f"{TAKEDOWN}/{{secret}}", self._stood(self.server.state)),
        ]

    def _stood(self, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def stood(request: web.Request) -> web.StreamResponse:
            self.check(request)
            return await handler(request, Stand(TAKEDOWN, language_of(request)))

        return stood
