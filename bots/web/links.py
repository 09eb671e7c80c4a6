"""/v on the public address: one-time links for people who have no account here, only the link.

The link itself says whose video it is: 128 random bits, kept hashed, for a day, spent by its first opening.
"""

import re
from dataclasses import dataclass

from aiohttp import web

from bots.chat.dispatch import Chat
from bots.chat.once import LINKED
from bots.texts.lookup import Texts, shown_as_text
from bots.texts.say import Say
from bots.web.languages import language_of
from bots.web.media import MediaServer
from bots.web.misses import WITHIN_MS, Misses, address_of
from bots.web.pages import MANY, ONCE, USED, worded
from core.errors import NotFound
from knowledge.languages import spoken

_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True)
class PublicLinks:
    """The page behind each link, and the video that its button gives once."""

    chat: Chat
    media: MediaServer
    misses: Misses
    texts: Texts

    def routes(self) -> list[web.RouteDef]:
        """Give the addresses."""
        return [web.get("/v/{token}", self.look), web.post("/v/{token}", self.open)]

    async def look(self, request: web.Request) -> web.StreamResponse:
        """Show the page, the same for every link, good or not: nothing is asked and nothing is spent."""
        if not _TOKEN.fullmatch(request.match_info["token"]):
            return self._said(request, USED, 404)
        return self._said(request, ONCE, 200, "once.html")

    async def open(self, request: web.Request) -> web.StreamResponse:
        """Spend the link and give the video, to whoever has the link, as its receiver sees it."""
        address = address_of(request)
        if self.misses.too_many(address):
            response = self._said(request, MANY, 429)
            response.headers["Retry-After"] = str(WITHIN_MS // 1000)
            return response
        try:
            output, receiver = await self.chat.open_link(request.match_info["token"])
            return await self.media.serve(request, receiver, LINKED, output)
        except (NotFound, web.HTTPNotFound):
            self.misses.miss(address)
            return self._said(request, USED, 404)

    def _said(self, request: web.Request, words: dict[str, Say], status: int, name: str = "said.html") -> web.Response:
        language = language_of(request)

        def speak(say: Say) -> str:
            return self.texts.say(language, say, lambda value: shown_as_text(value, "UTC", language))

        response = worded(name, words, speak, spoken(language))
        response.set_status(status)
        response.headers["Vary"] = "Accept-Language"
        response.headers["X-Robots-Tag"] = "noindex"
        return response
