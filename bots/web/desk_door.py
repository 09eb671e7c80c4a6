"""/desk: signing in by a one-time link of the bot's, and a session that ends by itself."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from bots.chat.dispatch import Chat
from bots.web.desk import DeskServer, Seat
from bots.web.languages import language_of
from bots.web.misses import Misses
from bots.web.pages import DESK_CLOSED, DESK_DOOR, speaker, worded
from bots.web.sessions import LASTS_MS, Sessions
from knowledge.languages import spoken

COOKIE = "hushreel_desk"
HOME = "/desk"
Handler = Callable[[web.Request, Seat], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class DeskDoor:
    """Lets moderators in, and the operator. `check` raises HTTPForbidden for requests of other sites.

    Cookies are `secure` but where the operator's own machine is asked without https.
    """

    chat: Chat
    server: DeskServer
    sessions: Sessions
    misses: Misses
    check: Callable[[web.Request], None]
    secure: bool = True

    def routes(self) -> list[web.RouteDef]:
        """Give the addresses."""
        return [
            web.get(HOME, self._seated(self.server.page)),
            web.get(f"{HOME}/history", self._seated(self.server.history)),
            web.post(f"{HOME}/act", self._seated(self.server.act)),
            web.get(f"{HOME}/{{publication}}/poster", self._seated(self.server.poster)),
            web.get(f"{HOME}/{{publication}}/video", self._seated(self.server.video)),
            web.get(f"{HOME}/case/{{case}}/poster", self._seated(self.server.cases.poster)),
            web.get(f"{HOME}/case/{{case}}/video", self._seated(self.server.cases.video)),
            web.get(f"{HOME}/{{token}}", self.look),
            web.post(f"{HOME}/{{token}}", self.open),
        ]

    async def look(self, request: web.Request) -> web.StreamResponse:
        """Show the page behind a link, the same for every link: looking at it spends nothing."""
        self.check(request)
        language = language_of(request)
        return worded("desk_door.html", DESK_DOOR, speaker(self.server.texts, language), spoken(language))

    async def open(self, request: web.Request) -> web.StreamResponse:
        """Spend the link and begin a session. What can't be spent is a 404, whatever it was."""
        self.check(request)
        viewer = await self.misses.spend(request, self.chat.open_desk)
        response = web.Response(status=204)
        response.set_cookie(
            COOKIE,
            self.sessions.begin(viewer),
            path=HOME,
            max_age=LASTS_MS // 1000,
            secure=self.secure,
            httponly=True,
            samesite="Strict",
        )
        return response

    def _seated(self, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def seated(request: web.Request) -> web.StreamResponse:
            self.check(request)
            seat = await self._seat(request)
            return await handler(request, seat) if seat else self._closed(request)

        return seated

    async def _seat(self, request: web.Request) -> Seat | None:
        found = self.sessions.of(request.cookies.get(COOKIE, ""))
        if found is None:
            return None
        viewer, until_ms = found
        community = next(iter(viewer.roles), None)
        async with self.server.store.read() as reads:
            chosen = await reads.preferences(viewer)
        language = chosen.language or language_of(request)
        return Seat(viewer, community, HOME, language, chosen.time_zone, until_ms=until_ms)

    def _closed(self, request: web.Request) -> web.Response:
        language = language_of(request)
        response = worded("said.html", DESK_CLOSED, speaker(self.server.texts, language), spoken(language))
        response.set_status(403)
        return response


def same_site(origin: str) -> Callable[[web.Request], None]:
    """Let through what only looks, and what a page of this address sends: no other site's may press anything here."""
    own = origin.lower().removesuffix(":443")

    def check(request: web.Request) -> None:
        if request.method == "POST" and request.headers.get("Origin", "").lower() != own:
            raise web.HTTPForbidden

    return check
