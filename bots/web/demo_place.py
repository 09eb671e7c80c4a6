"""The demo's community: its showcase and its desk, for each of the three people under their own path."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from aiohttp import web

from bots.chat.command import Asker
from bots.chat.desk import desk_path
from bots.texts.lookup import Texts
from bots.texts.say import Say
from bots.web.desk import DeskServer, Seat
from bots.web.guard import Who
from bots.web.live import SHOWN, WAITS, LivePages
from bots.web.pages import speaker
from bots.web.receipt import ReceiptServer
from bots.web.showcase import Look, ShowcaseServer
from bots.web.takedown import Stand, TakedownServer
from core.communities import Place
from core.gate import Surface
from core.people import Platform

EXTERNAL_ID = "demo"
SeatedHandler = Callable[[web.Request, Asker], Awaitable[web.StreamResponse]]


def place_of(who: Who, texts: Texts, language: str) -> Place:
    """Say where everybody in the demo speaks, and that its moderator may set it up."""
    name = speaker(texts, language)(Say("demo-place"))
    return Place(Platform.DEMO, EXTERNAL_ID, is_admin=who is Who.MODERATOR, name=name)


@dataclass(frozen=True)
class DemoPlace:
    """The handlers below /demo/{who}/c, /desk, /takedown and /receipt; others than its moderators find no desk."""

    showcase: ShowcaseServer
    desk: DeskServer
    takedown: TakedownServer
    receipt: ReceiptServer
    live: LivePages

    def handlers(self) -> list[tuple[str, str, SeatedHandler]]:
        """Give method, path below a person's own, and handler of each address."""
        showcase, desk = self.showcase, self.desk
        return [
            ("GET", "c", self._looked(showcase.front)),
            ("GET", "c/", self._looked(showcase.front)),
            ("GET", "c/events", self._events(SHOWN)),
            ("GET", "c/{slug}", self._looked(showcase.one)),
            ("GET", r"c/{community}/{slug:[\w-]{22}}", _to_own_page),
            ("GET", "c/{slug}/poster", self._looked(showcase.poster)),
            ("GET", "c/{slug}/captions", self._looked(showcase.captions)),
            ("GET", "c/{slug}/video", self._looked(showcase.video)),
            ("GET", "desk", self._seated(desk.page)),
            ("GET", "desk/events", self._events(WAITS)),
            ("GET", "desk/history", self._seated(desk.history)),
            ("POST", "desk/act", self._seated(desk.act)),
            ("GET", "desk/{publication}/poster", self._seated(desk.poster)),
            ("GET", "desk/{publication}/video", self._seated(desk.video)),
            ("GET", "desk/case/{case}/poster", self._seated(desk.cases.poster)),
            ("GET", "desk/case/{case}/video", self._seated(desk.cases.video)),
            ("GET", "takedown", self._stood("takedown", self.takedown.form)),
            ("POST", "takedown", self._stood("takedown", self.takedown.send)),
            ("GET", "takedown/{secret}", self._stood("takedown", self.takedown.state)),
            ("GET", "receipt", self._stood("receipt", self.receipt.form)),
            ("POST", "receipt", self._stood("receipt", self.receipt.show)),
            ("POST", "receipt/file", self._stood("receipt", self.receipt.file)),
        ]

    def _looked(self, handler: Callable[[web.Request, Look], Awaitable[web.StreamResponse]]) -> SeatedHandler:
        async def looked(request: web.Request, asker: Asker) -> web.StreamResponse:
            community = asker.community
            if community is None:
                raise web.HTTPNotFound
            own = _own_path(asker)
            look = Look(
                replace(asker.viewer, person=None),
                community,
                Surface.WEB_MEMBER,
                f"{own}/c",
                asker.language,
                asker.preferences.time_zone,
                back=f"{own}/",
                events=f"{own}/c/events",
                takedown=f"{own}/takedown",
            )
            return await handler(request, look)

        return looked

    def _seated(self, handler: Callable[[web.Request, Seat], Awaitable[web.StreamResponse]]) -> SeatedHandler:
        async def seated(request: web.Request, asker: Asker) -> web.StreamResponse:
            if asker.community is None or desk_path(asker) is None:
                raise web.HTTPNotFound
            own = _own_path(asker)
            seat = Seat(
                asker.viewer,
                asker.community,
                f"{own}/desk",
                asker.language,
                asker.preferences.time_zone,
                back=f"{own}/",
                events=f"{own}/desk/events",
            )
            return await handler(request, seat)

        return seated

    def _stood(
        self, path: str, handler: Callable[[web.Request, Stand], Awaitable[web.StreamResponse]]
    ) -> SeatedHandler:
        async def stood(request: web.Request, asker: Asker) -> web.StreamResponse:
            own = _own_path(asker)
            stand = Stand(
                f"{own}/{path}",
                asker.language,
                asker.preferences.time_zone,
                replace(asker.viewer, person=None),
                Surface.WEB_MEMBER,
                asker.community,
                back=f"{own}/",
            )
            return await handler(request, stand)

        return stood

    def _events(self, kinds: frozenset[str]) -> SeatedHandler:
        async def events(request: web.Request, asker: Asker) -> web.StreamResponse:
            """Say that there is something to look at again, and no more than that."""
            if kinds is WAITS and desk_path(asker) is None:
                raise web.HTTPNotFound
            response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
            await response.prepare(request)
            with self.live.opened(asker.person, kinds) as page, suppress(ConnectionResetError):
                await response.write(b": open\n\n")
                while True:
                    await page.changed.get()
                    await response.write(b"data: {}\n\n")
            return response

        return events


async def _to_own_page(request: web.Request, asker: Asker) -> web.StreamResponse:
    """Lead from an address as it is in public to the same page of the demo."""
    raise web.HTTPFound(f"{_own_path(asker)}/c/{request.match_info['slug']}")


def _own_path(asker: Asker) -> str:
    return f"/demo/{asker.identity.external_id}"
