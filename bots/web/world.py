"""/c on the public address: what communities show, to anyone or to members. Its names are random: no ids of ours."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from bots.web.languages import language_of
from bots.web.members import MemberDoor
from bots.web.showcase import Look, ShowcaseServer, gone
from core.gate import Surface
from core.people import STRANGER

TAKEDOWN = "/takedown"
Handler = Callable[[web.Request, Look], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class WorldShowcases:
    """The showcases of communities: what they show to anyone, and to members who signed in all that they show."""

    server: ShowcaseServer
    members: MemberDoor

    def routes(self) -> list[web.RouteDef]:
        """Give the addresses."""
        here = "/c/{community}"
        return [
            *self.members.routes(),
            web.get(here, self._looked(self.server.front)),
            web.get(f"{here}/{{slug}}", self._looked(self.server.one)),
            web.get(f"{here}/{{slug}}/poster", self._looked(self.server.poster)),
            web.get(f"{here}/{{slug}}/captions", self._looked(self.server.captions)),
            web.get(f"{here}/{{slug}}/video", self._looked(self.server.video)),
        ]

    def _looked(self, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def looked(request: web.Request) -> web.StreamResponse:
            named = request.match_info["community"]
            own = await self.members.look(request, named)
            if own is not None:
                return await handler(request, own)
            async with self.server.store.read() as reads:
                community = await reads.community_named(named)
            if community is None:
                return gone(self.server.texts, language_of(request))
            home = f"/c/{named}"
            look = Look(
                STRANGER, community, Surface.WEB_WORLD, home, language_of(request), named=named, takedown=TAKEDOWN
            )
            return await handler(request, look)

        return looked
