"""/mydata: one's own archive, behind a link that is spent by a press, and for as long as a broken download may take."""

from dataclasses import dataclass

from aiohttp import web

from bots.chat.dispatch import Chat
from bots.texts.lookup import Texts
from bots.web.languages import language_of
from bots.web.media import Found, MediaServer
from bots.web.misses import Misses
from bots.web.pages import MY_DATA, MY_DATA_CLOSED, speaker, worded
from bots.web.sessions import Sessions
from core.gate import Surface
from core.people import Viewer
from knowledge.languages import spoken

COOKIE = "hushreel_mydata"
HOME = "/mydata"
SESSION_MS = 3_600_000
"""How long a download that broke off can be gone on with."""


async def serve_archive(
    request: web.Request, viewer: Viewer, surface: Surface, media: MediaServer
) -> web.StreamResponse:
    """Send somebody their own archive, or the range that was asked for. A miss and a refusal are the same 404."""

    async def ask() -> Found | None:
        async with media.store.read() as reads:
            return await reads.export_bytes(viewer, surface)

    return await media.send(request, viewer, ask)


@dataclass(frozen=True)
class MyDataDoor:
    """Gives archives to those who bring a link. `origin` is the public address's: no other site may press anything."""

    chat: Chat
    media: MediaServer
    sessions: Sessions
    misses: Misses
    texts: Texts
    origin: str

    def routes(self) -> list[web.RouteDef]:
        """Give the addresses."""
        return [
            web.get(f"{HOME}/file", self.file),
            web.get(f"{HOME}/{{token}}", self.look),
            web.post(f"{HOME}/{{token}}", self.open),
        ]

    async def look(self, request: web.Request) -> web.StreamResponse:
        """Show the page behind a link, the same for every link: looking at it spends nothing."""
        language = language_of(request)
        return worded("showcase_door.html", MY_DATA, speaker(self.texts, language), spoken(language))

    async def open(self, request: web.Request) -> web.StreamResponse:
        """Spend the link and begin a session for one archive. What can't be spent is a 404, whatever it was."""
        if request.headers.get("Origin", "").lower() != self.origin.lower().removesuffix(":443"):
            raise web.HTTPForbidden
        viewer = await self.misses.spend(request, self.chat.open_my_data)
        response = web.json_response({"home": f"{HOME}/file?download"})
        secret, lasts_s = self.sessions.begin(viewer), self.sessions.lasts_ms // 1000
        response.set_cookie(COOKIE, secret, path=HOME, max_age=lasts_s, secure=True, httponly=True, samesite="Strict")
        return response

    async def file(self, request: web.Request) -> web.StreamResponse:
        """Send the archive to whoever opened its link lately."""
        found = self.sessions.of(request.cookies.get(COOKIE, ""))
        if found is None:
            return self._closed(request)
        return await serve_archive(request, found[0], Surface.WEB_MEMBER, self.media)

    def _closed(self, request: web.Request) -> web.Response:
        language = language_of(request)
        response = worded("said.html", MY_DATA_CLOSED, speaker(self.texts, language), spoken(language))
        response.set_status(403)
        return response
