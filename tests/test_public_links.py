"""One-time links on the public address: opened once, by whoever has the link, as the person that it was given to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import BaseTestServer, TestServer, make_mocked_request

from bots.chat.command import Asker, VideoRef
from bots.chat.dispatch import Chat
from bots.chat.once import FOR_MS
from bots.chat.reply import Choice, Link, Reply, Style
from bots.texts.lookup import Texts
from bots.web.app import application
from bots.web.links import PublicLinks
from bots.web.media import MediaServer
from bots.web.misses import ADDRESSES_MOST, MOST, WITHIN_MS, Misses, address_of
from core.people import Delivery
from core.videos import VideoId
from tests.chatting import Chatting, chatting_in
from tests.fakes.time import FakeClock
from tests.fakes.tiny import VIDEO
from tests.talk import buttons, spoken


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, whole."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Outside:
    """A chat on a platform, and the public address beside it."""

    talk: Chatting
    server: BaseTestServer
    session: ClientSession

    async def ask(self, method: str, path: str, **headers: str) -> Answer:
        """Ask as somebody who has nothing but an address."""
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.session.request(method, self.server.make_url(path), headers=names) as answer:
            return Answer(answer.status, dict(answer.headers), await answer.read())

    async def linked(self, name: str = "owner") -> tuple[Asker, VideoId, str]:
        """Have a ready video of somebody who wants links, and give the link."""
        await self.talk.chat.ask("settings", {"delivery": Delivery.LINK}, await self.talk.arrive(name))
        asker = await self.talk.arrive(name)
        video = await self.talk.ready(asker)
        return asker, video, link(await self.talk.card(video, asker))


def link(reply: Reply) -> str:
    """Give the address of the one-time link."""
    (found,) = [part.path for part in reply.parts if isinstance(part, Link) and part.path.startswith("/v/")]
    return found


def dangerous(reply: Reply) -> str:
    """Give the press of the one button that can't be taken back."""
    (found,) = [one.press for one in buttons(reply) if one.style is Style.DANGER]
    return found


@asynccontextmanager
async def outside_in(folder: Path, *, links: bool = True) -> AsyncIterator[Outside]:
    """Open everything, as wiring does where a public address is set."""
    async with chatting_in(folder) as opened:
        services = replace(opened.services, policy=replace(opened.services.policy, demo=False, links=links))
        talk = replace(opened, chat=Chat(services), services=services)
        media = MediaServer(talk.parts.store, talk.parts.vault)
        routes = PublicLinks(talk.chat, media, Misses(talk.parts.clock), Texts()).routes()
        async with TestServer(application(routes, ready=lambda: True)) as server, ClientSession() as session:
            yield Outside(talk, server, session)


@pytest.fixture
async def outside(tmp_path: Path) -> AsyncIterator[Outside]:
    """A chat with a public address."""
    async with outside_in(tmp_path) as opened:
        yield opened


async def test_looking_spends_nothing_and_the_button_opens_once(outside: Outside) -> None:
    """Robots that preview a link, by GET or HEAD, see a page; the first POST gets the video, every later one a 404."""
    _, _, path = await outside.linked()
    for method in ("HEAD", "GET", "GET"):
        page = await outside.ask(method, path)
        assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert VIDEO not in page.body
    opened = await outside.ask("POST", path)
    assert (opened.status, opened.headers["Content-Type"], opened.body) == (200, "video/mp4", VIDEO)
    assert [(await outside.ask("POST", path)).status for _ in range(2)] == [404, 404]


async def test_no_answer_is_kept_or_passed_on(outside: Outside) -> None:
    """Nothing is cached, no address is told to another site, no robot lists it, and no script of others runs."""
    _, _, path = await outside.linked()
    for answer in (await outside.ask("GET", path), await outside.ask("POST", path), await outside.ask("POST", path)):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
        assert "Set-Cookie" not in answer.headers
    assert (await outside.ask("GET", path)).headers["X-Robots-Tag"] == "noindex"


async def test_a_link_that_opens_nothing_is_like_any_other(outside: Outside) -> None:
    """Used, too old, unknown and malformed: the same page and status, in the reader's language."""
    _, _, used = await outside.linked()
    await outside.ask("POST", used)
    _, _, late = await outside.linked("another")
    outside.talk.parts.clock.advance(FOR_MS)
    answers = [await outside.ask("POST", path) for path in (used, late, f"/v/{'a' * 22}", "/v/nonsense")]
    assert {(answer.status, answer.body) for answer in answers} == {(404, answers[0].body)}
    spanish = await outside.ask("POST", used, Accept_Language="es-MX")
    assert (spanish.status, "Este enlace ya no abre nada" in spanish.body.decode()) == (404, True)
    assert 'lang="es"' in spanish.body.decode()


async def test_a_link_opens_its_own_video_alone(outside: Outside) -> None:
    """It stands for the person that it was given to, and for one video of theirs: nobody else's link is spent."""
    _, _, one = await outside.linked()
    _, _, other = await outside.linked("another")
    assert (await outside.ask("POST", one)).status == 200
    assert (await outside.ask("POST", other)).status == 200


async def test_the_token_of_a_button_opens_nothing_and_stays_good(outside: Outside) -> None:
    """What deletes a video can't be spent as a link."""
    owner, video, _ = await outside.linked()
    card = await outside.talk.chat.ask("delete", {"video": VideoRef("last")}, owner)
    danger = dangerous(card)
    assert (await outside.ask("POST", f"/v/{danger[-22:]}")).status == 404
    await outside.talk.chat.press(danger, owner)
    assert await outside.talk.parts.view(owner.viewer, video) is None


async def test_after_a_delete_no_link_opens(outside: Outside) -> None:
    """From the confirmation on, the link of a video that is being erased is like an unknown one."""
    owner, _, path = await outside.linked()
    card = await outside.talk.chat.ask("delete", {"video": VideoRef("last")}, owner)
    danger = dangerous(card)
    await outside.talk.chat.press(danger, owner)
    assert (await outside.ask("POST", path)).status == 404


async def test_after_a_link_was_used_the_card_offers_another(outside: Outside) -> None:
    """The chat never shows a link that it knows to be spent."""
    owner, video, path = await outside.linked()
    assert link(await outside.talk.card(video, owner)) == path
    await outside.ask("POST", path)
    again = link(await outside.talk.card(video, owner))
    assert again != path
    assert (await outside.ask("POST", again)).body == VIDEO


async def test_a_link_says_that_whoever_has_it_can_open_it(outside: Outside) -> None:
    """On the public address nobody is asked who they are, and the chat doesn't claim it."""
    owner, video, _ = await outside.linked()
    said = spoken(await outside.talk.card(video, owner))
    assert "for whoever opens it first" in said
    assert "for you alone" not in said


async def test_without_a_public_address_no_link_is_promised(tmp_path: Path) -> None:
    """Links can't be chosen, and who chose them before is told the way out; no token is made."""
    async with outside_in(tmp_path, links=False) as outside:
        owner = await outside.talk.arrive()
        refused = await outside.talk.chat.ask("settings", {"delivery": Delivery.LINK}, owner)
        assert "There are no links here" in spoken(refused)
        settings = await outside.talk.chat.ask("settings", {}, owner)
        assert sum(isinstance(part, Choice) for part in settings.parts) == 1
    async with outside_in(tmp_path) as outside:
        _, video, _ = await outside.linked()
    async with outside_in(tmp_path, links=False) as outside:
        card = await outside.talk.card(video, await outside.talk.arrive())
        assert "There are no links here" in spoken(card)
        assert "/settings" in spoken(card)
        assert not [part for part in card.parts if isinstance(part, Link)]


async def test_whoever_only_guesses_is_turned_away(outside: Outside) -> None:
    """After 30 misses from one place no link is asked for; a good one isn't spent by it, and opens afterwards."""
    _, _, path = await outside.linked()
    for number in range(MOST):
        assert (await outside.ask("POST", f"/v/{number:022}", X_Forwarded_For="203.0.113.7")).status == 404
    refused = await outside.ask("POST", path, X_Forwarded_For="203.0.113.7")
    assert (refused.status, refused.headers["Retry-After"]) == (429, "600")
    assert (await outside.ask("GET", path, X_Forwarded_For="203.0.113.7")).status == 200
    assert (await outside.ask("POST", path, X_Forwarded_For="203.0.113.8")).body == VIDEO


async def test_misses_are_forgotten(outside: Outside) -> None:
    """Ten minutes later somebody may try again."""
    _, _, path = await outside.linked()
    for number in range(MOST):
        await outside.ask("POST", f"/v/{number:022}")
    outside.talk.parts.clock.advance(WITHIN_MS)
    assert (await outside.ask("POST", path)).status == 200


def test_misses_take_little_memory() -> None:
    """Addresses that were heard of longest ago make room, and misses of one count apart from another's."""
    misses = Misses(FakeClock())
    for _ in range(MOST):
        misses.miss("first")
    assert misses.too_many("first")
    assert not misses.too_many("second")
    for number in range(ADDRESSES_MOST):
        misses.miss(str(number))
    assert not misses.too_many("first")


@pytest.mark.parametrize(
    ("peer", "told", "address"),
    [
        ("9.9.9.9", "198.51.100.1", "9.9.9.9"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "10.9.9.9, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.2", "nonsense", "10.0.0.2"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("::ffff:203.0.113.9", "", "203.0.113.9"),
    ],
)
def test_an_address_is_the_peers_or_what_our_own_proxy_says(peer: str, told: str, address: str) -> None:
    """Only a neighbour on a private network may name another, and only the one that it saw itself counts."""
    assert address_of(_request(peer, told)) == address


def test_one_household_has_one_address() -> None:
    """IPv6 gives everybody more addresses than can be counted: their network counts."""
    first, second, other = (address_of(_request(f"2a02:db8:1:{one}", "")) for one in ("2::3", "2:ff::4", "3::3"))
    assert first == second != other


def _request(peer: str, told: str) -> web.Request:
    headers = {"X-Forwarded-For": told} if told else {}
    request = make_mocked_request("POST", "/v/x", headers=headers)
    return request.clone(remote=peer)
