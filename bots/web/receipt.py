"""/receipt: whoever has a receipt's number and secret sees what became of everything by now, and saves it.

Both come by POST, out of the part of a link that no browser sends (behind the #): no address, log or referrer has them.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web

from bots.chat.dispatch import Chat
from bots.chat.receipts import PAGE, file_of, stated_lines
from bots.texts.lookup import Texts
from bots.texts.say import Say, Value, When
from bots.web.forms import SENDS_HERE, about, sent
from bots.web.languages import language_of
from bots.web.misses import WITHIN_MS, Misses, address_of
from bots.web.pages import RECEIPT, speaker, worded
from bots.web.takedown import Stand
from core.ports import Clock
from core.receipts import Shown
from knowledge.languages import spoken

Handler = Callable[[web.Request, Stand], Awaitable[web.StreamResponse]]
FIELD_LONGEST = 40


@dataclass(frozen=True)
class ReceiptServer:
    """The page, what it shows, and the file that `hushreel receipt verify` reads."""

    chat: Chat
    texts: Texts
    misses: Misses
    clock: Clock

    async def form(self, _request: web.Request, stand: Stand) -> web.StreamResponse:
        """Ask for number and secret; a link from a chat fills them in."""
        return self._page(stand, {})

    async def show(self, request: web.Request, stand: Stand) -> web.StreamResponse:
        """Show a receipt as it is now. A wrong number and a wrong secret are one and the same 404."""
        given = await sent(request)
        found = await self._held(request, given)
        if isinstance(found, Shown):
            return self._page(stand, given, found)
        return self._page(stand, given, status=found)

    async def file(self, request: web.Request, stand: Stand) -> web.StreamResponse:
        """Give a receipt as a file, with all its versions and the salt of its commitments."""
        given = await sent(request)
        found = await self._held(request, given)
        if not isinstance(found, Shown):
            return self._page(stand, given, status=found)
        headers = {"Content-Disposition": f'attachment; filename="hushreel-{found.id}.json"'}
        return web.Response(text=file_of(found), content_type="application/json", headers=headers)

    async def _held(self, request: web.Request, given: Mapping[str, str]) -> Shown | HTTPStatus:
        address = address_of(request)
        if self.misses.too_many(address):
            return HTTPStatus.TOO_MANY_REQUESTS
        number, secret = (given.get(name, "")[:FIELD_LONGEST] for name in ("number", "secret"))
        found = await self.chat.receipt_held(number, secret)
        if found is None:
            self.misses.miss(address)
            return HTTPStatus.NOT_FOUND
        return found

    def _page(
        self, stand: Stand, given: Mapping[str, str], shown: Shown | None = None, status: HTTPStatus = HTTPStatus.OK
    ) -> web.Response:
        speak = speaker(self.texts, stand.language, stand.zone)
        wrong = {HTTPStatus.NOT_FOUND: "receipt-page-wrong", HTTPStatus.TOO_MANY_REQUESTS: "page-once-many"}.get(status)
        response = worded(
            "receipt.html",
            RECEIPT,
            speak,
            spoken(stand.language),
            stand=stand,
            number=given.get("number", "")[:FIELD_LONGEST],
            secret=given.get("secret", "")[:FIELD_LONGEST] if shown else "",
            wrong=speak(Say(wrong)) if wrong else "",
            lines=[speak(line) for line in _lines(shown, self.clock.now_ms())] if shown else [],
            longest=FIELD_LONGEST,
        )
        response.set_status(status)
        response.headers.update(SENDS_HERE)
        if status is HTTPStatus.TOO_MANY_REQUESTS:
            response.headers["Retry-After"] = str(WITHIN_MS // 1000)
        return about(response)


def _lines(shown: Shown, now_ms: int) -> list[Say]:
    stated, newest = json.loads(shown.newest.body), shown.newest
    values: dict[str, Value] = {"receipt": shown.id, "version": newest.number, "when": When(newest.issued_at_ms)}
    state = Say("receipt-page-open" if stated["state"] == "open" else "receipt-page-closed", values)
    return [state, *stated_lines(stated, now_ms), Say("receipt-signed")]


@dataclass(frozen=True)
class ReceiptDoor:
    """Lets everybody in on the public address. `check` raises HTTPForbidden for what a page of another site sends."""

    server: ReceiptServer
    check: Callable[[web.Request], None]

    def routes(self) -> list[web.RouteDef]:
        """Give the addresses."""
        return [
            web.get(PAGE, self._stood(self.server.form)),
            web.post(PAGE, self._stood(self.server.show)),
            web.post(f"{PAGE}/file", self._stood(self.server.file)),
        ]

    def _stood(self, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def stood(request: web.Request) -> web.StreamResponse:
            self.check(request)
            return await handler(request, Stand(PAGE, language_of(request)))

        return stood
