"""A community's showcase on the public address, for its members: by a link of the bot's, while they are members."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from aiohttp import ClientSession, DummyCookieJar
from aiohttp.test_utils import BaseTestServer, TestServer

from bots.chat.dispatch import Chat
from bots.chat.members import Members
from bots.chat.reply import Link, Reply
from bots.chat.showcase import HERE, LINK_FOR_MS
from bots.web.app import application
from bots.web.members import ASKED_EVERY_MS, COOKIE, LASTS_MS
from bots.wiring.web import public_routes
from core.communities import Community, Place
from core.people import Identity, Platform
from core.publications import Publishing
from tests.publishing_chat import SERVER, Square, square_in

ORIGIN = "https://videos.example.org"


@dataclass
class Site:
    """The public address beside a community on Discord; `inside` are its members, as Discord says."""

    square: Square
    chat: Chat
    server: BaseTestServer
    session: ClientSession
    inside: set[str] = field(default_factory=lambda: {"7", "8", "9"})
    asked: list[str] = field(default_factory=list)

    async def place_of(self, community: Community, identity: Identity) -> Place | None:
        """Answer as Discord does."""
        assert community.external_id == SERVER
        self.asked.append(identity.external_id)
        return Place(Platform.DISCORD, SERVER) if identity.external_id in self.inside else None

    async def about(self, name: str = "9", server: str | None = SERVER) -> Reply:
        """Give /about."""
        return await self.chat.ask("about", {}, await self.square.arrive(name, server=server))

    async def ask(self, method: str, path: str, **headers: str) -> tuple[int, str, Mapping[str, str]]:
        """Ask as a browser; gives status, page and cookies that are set."""
        url = self.server.make_url(path)
        async with self.session.request(method, url, headers=headers, allow_redirects=False) as answer:
            cookies = {name: one.value for name, one in answer.cookies.items()}
            return answer.status, await answer.text(errors="replace"), cookies

    async def signed_in(self, name: str = "9") -> tuple[str, str]:
        """Sign somebody in; gives the showcase's address and what their browser sends."""
        status, _, cookies = await self.ask("POST", door(await self.about(name)), Origin=ORIGIN)
        assert status == 200
        async with self.square.talk.parts.store.read() as reads:
            viewer = (await self.square.arrive(name)).viewer
            slug = await reads.address_of(viewer, self.square.community, HERE)
        return f"/c/{slug}", f"{COOKIE}={cookies[COOKIE]}"


def door(reply: Reply) -> str:
    """Give the address of the link to the showcase."""
    (found,) = [one.path for one in reply.parts if isinstance(one, Link) and one.path.startswith("/c/in/")]
    return found


@asynccontextmanager
async def site_in(folder: Path) -> AsyncIterator[Site]:
    """Open everything, as wiring does where a public address is set."""
    async with square_in(folder) as square:
        members = Members()
        policy = replace(square.talk.services.policy, demo=False, links=True)
        services = replace(square.talk.services, policy=policy, members=members)
        square.talk = replace(square.talk, services=services, chat=Chat(services))
        routes = public_routes(square.talk.parts, square.talk.chat, ORIGIN)
        async with (
            TestServer(application(routes, ready=lambda: True)) as server,
            ClientSession(cookie_jar=DummyCookieJar()) as session,
        ):
            site = Site(square, square.talk.chat, server, session)
            members.ways[Platform.DISCORD] = site.place_of
            yield site


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    """A community and the public address."""
    async with site_in(tmp_path) as opened:
        yield opened


async def test_a_member_sees_what_is_for_the_community_and_nobody_else_does(site: Site) -> None:
    """The link is for members who speak there, opens once by a press, and what it opens is this one showcase."""
    owner = await site.square.arrive()
    await site.square.ready(owner)
    await site.square.choose(Publishing(world=True, quota=50))
    await site.square.shown(owner)
    path = door(await site.about())
    elsewhere = [one.path for one in (await site.about(server=None)).parts if isinstance(one, Link)]
    assert not [one for one in elsewhere if one.startswith("/c")]
    looks = [await site.ask("GET", one) for one in (path, "/c/in/" + "a" * 22, path)]
    assert [one[0] for one in looks] == [200] * 3
    assert looks[0][1] == looks[1][1]
    assert (await site.ask("POST", path))[0] == (await site.ask("POST", path, Origin="https://evil.example"))[0] == 403
    home, cookie = await site.signed_in()
    assert (await site.ask("POST", path, Origin=ORIGIN))[0] == 404
    status, page, _ = await site.ask("GET", home, Cookie=cookie)
    assert status == 200
    (slug,) = {part.split('"')[0] for part in page.split(f'href="{home}/')[1:]}
    for sent, found in ((cookie, 200), ("", 404), (f"{COOKIE}={'a' * 22}", 404)):
        headers = {"Cookie": sent} if sent else {}
        assert (await site.ask("GET", f"{home}/{slug}", **headers))[0] == found
    assert (await site.ask("GET", home))[0] == 200
    assert slug not in (await site.ask("GET", home))[1]
    assert str(owner.person) not in page


async def test_the_platform_is_asked_at_the_door_and_every_ten_minutes(site: Site) -> None:
    """Who left finds the door shut, at once where they sign in, and within ten minutes where they had."""
    clock = site.square.talk.parts.clock
    home, cookie = await site.signed_in()
    assert site.asked == ["9"]
    assert (await site.ask("GET", home, Cookie=cookie))[0] == 200
    clock.advance(ASKED_EVERY_MS)
    assert (await site.ask("GET", home, Cookie=cookie))[0] == 200
    assert site.asked == ["9", "9"]
    link = door(await site.about())
    site.inside.clear()
    assert (await site.ask("POST", link, Origin=ORIGIN))[0] == 404
    clock.advance(ASKED_EVERY_MS)
    for _ in range(2):
        assert (await site.ask("GET", home, Cookie=cookie))[0] == 404
    assert site.asked == ["9"] * 4


async def test_a_session_and_a_link_end_by_themselves(site: Site) -> None:
    """After twelve hours the bot has to be asked again; a link that nobody opened is dead after five minutes."""
    clock = site.square.talk.parts.clock
    home, cookie = await site.signed_in()
    link = door(await site.about())
    clock.advance(LINK_FOR_MS)
    assert (await site.ask("POST", link, Origin=ORIGIN))[0] == 404
    clock.advance(LASTS_MS - LINK_FOR_MS)
    assert (await site.ask("GET", home, Cookie=cookie))[0] == 404


async def test_whom_moderators_banned_sees_what_is_for_anyone(site: Site) -> None:
    """A ban takes the role away: nothing that is for members is on their page."""
    owner = await site.square.arrive()
    await site.square.ready(owner)
    await site.square.shown(owner)
    banned = await site.square.arrive("9")
    async with site.square.talk.parts.store.write() as writes:
        until_ms = site.square.talk.parts.clock.now_ms() + LASTS_MS
        await writes.ban(site.square.community, banned.person, until_ms, actor=owner.person)
    assert not [one for one in (await site.about()).parts if isinstance(one, Link) and one.path.startswith("/c/")]


async def test_without_a_public_address_no_door_is_offered(tmp_path: Path) -> None:
    """Nobody could open it; in the demo the showcase has its own path."""
    async with square_in(tmp_path) as square:
        policy = replace(square.talk.services.policy, demo=False, links=False)
        chat = Chat(replace(square.talk.services, policy=policy))
        paths = [
            [one.path for one in (await way.ask("about", {}, await square.arrive())).parts if isinstance(one, Link)]
            for way in (chat, square.chat)
        ]
    assert [[path for path in found if path.startswith("/c")] for found in paths] == [[], ["/c"]]
