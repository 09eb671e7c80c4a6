"""/c for members: signing in by a one-time link of the bot's, and a session that the platform confirms every while."""

import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from bots.chat.dispatch import Chat
from bots.chat.showcase import HERE, Member
from bots.texts.lookup import Texts
from bots.web.languages import language_of
from bots.web.misses import Misses
from bots.web.pages import SHOWCASE_DOOR, speaker, worded
from bots.web.showcase import Look
from core.ports import Clock, Ids
from knowledge.languages import spoken

COOKIE = "hushreel_showcase"
ASKED_EVERY_MS = 10 * 60_000
"""How long the platform's word that somebody is a member counts."""

LASTS_MS = 12 * 3_600_000
SESSIONS_MOST = 10_000
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Session:
    """A member who signed in: when their platform was asked last, and the session's end (UTC ms)."""

    member: Member
    asked_at_ms: int
    until_ms: int


@dataclass
class MemberSessions:
    """Who signed in lately, in memory alone, kept by a digest; those that began longest ago make room."""

    chat: Chat
    clock: Clock
    ids: Ids
    _known: OrderedDict[bytes, Session] = field(default_factory=OrderedDict)

    def begin(self, member: Member) -> str:
        """Begin a session for whom the platform just called a member, and give its secret for a cookie."""
        secret, now_ms = self.ids.token(), self.clock.now_ms()
        self._known[_digest(secret)] = Session(member, now_ms, now_ms + LASTS_MS)
        while len(self._known) > SESSIONS_MOST:
            self._known.popitem(last=False)
        return secret

    async def of(self, secret: str) -> Member | None:
        """Give whose session it is, asking the platform where its word is old. None for one that is over."""
        key, now_ms = _digest(secret), self.clock.now_ms()
        found = self._known.get(key)
        if found is None or found.until_ms <= now_ms:
            return None
        if now_ms - found.asked_at_ms >= ASKED_EVERY_MS:
            still = await self.chat.member(found.member.person, found.member.community)
            if still is None:
                self._known.pop(key, None)
                return None
            found.member, found.asked_at_ms = still, now_ms
        return found.member


@dataclass(frozen=True)
class MemberDoor:
    """Lets members in. `origin` is the public address's: no other site's page may press anything here."""

    chat: Chat
    sessions: MemberSessions
    misses: Misses
    texts: Texts
    origin: str

    def routes(self) -> list[web.RouteDef]:
        """Give the addresses of the door itself."""
        return [web.get("/c/in/{token}", self.page), web.post("/c/in/{token}", self.open)]

    async def page(self, request: web.Request) -> web.StreamResponse:
        """Show the page behind a link, the same for every link: looking at it spends nothing."""
        language = language_of(request)
        return worded("showcase_door.html", SHOWCASE_DOOR, speaker(self.texts, language), spoken(language))

    async def open(self, request: web.Request) -> web.StreamResponse:
        """Spend the link and begin a session, of this one community. What can't be spent is a 404, whatever it was."""
        if request.headers.get("Origin", "").lower() != self.origin.lower().removesuffix(":443"):
            raise web.HTTPForbidden
        member = await self.misses.spend(request, self.chat.enter_showcase)
        home = f"/c/{member.slug}"
        response = web.json_response({"home": home})
        secret = self.sessions.begin(member)
        response.set_cookie(
            COOKIE, secret, path=home, max_age=LASTS_MS // 1000, secure=True, httponly=True, samesite="Lax"
        )
        return response

    async def look(self, request: web.Request, named: str) -> Look | None:
        """Give how somebody who signed in looks at a community's showcase; None for everybody else."""
        secret = request.cookies.get(COOKIE, "")
        member = await self.sessions.of(secret) if secret else None
        if member is None or member.slug != named:
            return None
        home = f"/c/{named}"
        return Look(member.viewer, member.community, HERE, home, language_of(request), named=named)


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
