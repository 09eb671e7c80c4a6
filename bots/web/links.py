"""/v on the public address: one-time links for people who have no account here, and the page of an invitation.

A one-time link itself says whose video it is: 128 random bits, kept hashed, for a day, spent by its first opening.
"""

import re
from dataclasses import dataclass

from aiohttp import web

from bots.chat.dispatch import Chat
from bots.chat.once import LINKED
from bots.texts.lookup import Texts
from bots.texts.say import Say
from bots.web.languages import language_of
from bots.web.media import MediaServer
from bots.web.misses import WITHIN_MS, Misses, address_of
from bots.web.pages import MANY, ONCE, USED, Speak, invited, speaker, worded
from core.errors import NotFound
from core.knocks import read
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
        """Show the page, the same for every link of a kind, good or not: nothing is asked and nothing is spent."""
        token = request.match_info["token"]
        if (invitation := read(token)) is not None:
            language = language_of(request)
            return self._public(invited(invitation, self._speaker(language), spoken(language)), 200)
        if not _TOKEN.fullmatch(token):
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
        return self._public(worded(name, words, self._speaker(language), spoken(language)), status)

    def _speaker(self, language: str) -> Speak:
        return speaker(self.texts, language)

    def _public(self, response: web.Response, status: int) -> web.Response:
        response.set_status(status)
        response.headers["Vary"] = "Accept-Language"
        response.headers["X-Robots-Tag"] = "noindex"
        return response
