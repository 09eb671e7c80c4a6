"""One-time links: a page with one button. Looking at it spends nothing, so that robots that preview links can't."""

from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.web.media import MediaServer
from bots.web.pages import ONCE, Speak, invited, worded
from core.errors import NotFound
from core.knocks import read
from knowledge.languages import spoken


@dataclass(frozen=True)
class OnceServer:
    """The page behind a link, and the video that it gives once."""

    chat: Chat
    media: MediaServer
    speaker: Callable[[str], Speak]

    async def look(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Show the page; it is the same for every link of a kind, good or not."""
        invitation = read(request.match_info["token"])
        if invitation is not None:
            return invited(invitation, self.speaker(asker.language), spoken(asker.language))
        return worded("once.html", ONCE, self.speaker(asker.language), spoken(asker.language))

    async def open(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Spend the link and give the video. One that can't be spent is a 404 like any other."""
        try:
            output = await self.chat.open_once(request.match_info["token"], asker)
        except NotFound:
            raise web.HTTPNotFound from None
        return await self.media.serve(request, asker.viewer, asker.surface, output)
