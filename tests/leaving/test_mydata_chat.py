"""/mydata in a conversation and on the web: what it says, one's own archive, and nobody else's way to it."""

import io
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from aiohttp import ClientSession, DummyCookieJar
from aiohttp.test_utils import BaseTestServer, TestServer

from bots.chat.archive import archive_page
from bots.chat.command import Asker, VideoRef
from bots.chat.dispatch import Chat
from bots.chat.mydata import CARD, FILE, IN_CHAT_MOST_BYTES
from bots.chat.reply import Link, Progress, Reply
from bots.web.app import application
from bots.web.live import Changed
from bots.web.mydata import COOKIE, SESSION_MS
from bots.web.news import News
from bots.wiring.web import public_routes
from core.exporting.export import Exporter
from core.exports import EXPORT, LASTS_MS, SENDING
from core.gate import Surface
from core.people import Identity, Platform
from core.records import OutboxRow
from core.videos import Asset, VideoId
from tests.chatting import Chatting, StepAfterStep, button, chatting_in
from tests.talk import spoken

ORIGIN = "https://videos.example.org"


@dataclass
class Site:
    """A conversation with a public address beside it."""

    talk: Chatting
    server: BaseTestServer
    session: ClientSession

    async def arrive(self, name: str = "7") -> Asker:
        """Speak on Discord, in private."""
        return await self.talk.chat.arrive(Identity(Platform.DISCORD, name), Surface.CHAT_PRIVATE)

    async def ask(self, method: str, path: str, **headers: str) -> tuple[int, bytes, Mapping[str, str]]:
        """Ask as a browser; gives status, body and headers."""
        url = self.server.make_url(path)
        async with self.session.request(method, url, headers=headers, allow_redirects=False) as answer:
            kept = {**answer.headers, **{name: one.value for name, one in answer.cookies.items()}}
            return answer.status, await answer.read(), kept

    async def linked(self, asker: Asker) -> str:
        """Have one's archive made, and give the path of its link."""
        return link(await made(self.talk, asker))

    async def opened(self, path: str) -> str:
        """Spend a link, and give the cookie for the file."""
        status, _, headers = await self.ask("POST", path, Origin=ORIGIN)
        assert status == 200
        return f"{COOKIE}={headers[COOKIE]}"


def link(reply: Reply) -> str:
    """Give where a reply's link leads."""
    (found,) = [part.path for part in reply.parts if isinstance(part, Link)]
    return found


async def begun(talk: Chatting, asker: Asker) -> Reply:
    """Ask for one's archive; it waits to be made."""
    return await talk.press(await talk.chat.ask("mydata", {}, asker), "mydata-make", asker)


async def made(talk: Chatting, asker: Asker) -> Reply:
    """Ask for one's archive, have it made, and give the card."""
    await begun(talk, asker)
    return await finished(talk, asker)


async def finished(talk: Chatting, asker: Asker) -> Reply:
    """Have what waits made, and give the card."""
    parts = talk.parts
    exporter = Exporter(parts.store, parts.vault, parts.revocations, parts.clock, parts.progress, archive_page)
    for export in await parts.store.ledger.exports_asked():
        await exporter.export(StepAfterStep(), str(export))
    return await talk.chat.ask("mydata", {}, asker)


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """The demo's conversation."""
    async with chatting_in(tmp_path) as opened:
        yield opened


@asynccontextmanager
async def site_in(folder: Path, *, links: bool = True) -> AsyncIterator[Site]:
    """Open everything, as wiring does where a public address is set."""
    async with chatting_in(folder) as opened:
        services = replace(opened.services, policy=replace(opened.services.policy, demo=False, links=links))
        talk = replace(opened, chat=Chat(services), services=services)
        routes = public_routes(talk.parts, talk.chat, ORIGIN)
        async with (
            TestServer(application(routes, ready=lambda: True)) as server,
            ClientSession(cookie_jar=DummyCookieJar()) as session,
        ):
            yield Site(talk, server, session)


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    """A public address."""
    async with site_in(tmp_path) as opened:
        yield opened


async def test_it_says_what_it_would_hold_and_how_large(talk: Chatting) -> None:
    """Before anything is made: videos, files, size, what isn't in it, and how long it stays."""
    asker = await talk.arrive()
    await talk.ready(asker)
    reply = await talk.chat.ask("mydata", {}, asker)
    assert reply.card == CARD
    assert "now 1 video with 3 files" in spoken(reply)
    assert "1 day after it is ready" in spoken(reply)
    assert "[Make the archive]" in spoken(reply)


async def test_it_is_made_got_and_erased(talk: Chatting) -> None:
    """The whole way: asked for, made, ready with its file, erased by a press, and another one after that."""
    asker = await talk.arrive()
    await talk.ready(asker)
    waiting = await begun(talk, asker)
    assert any(isinstance(part, Progress) for part in waiting.parts)
    assert "0 % done" in spoken(await talk.press(waiting, "mydata-look", asker))
    ready = await finished(talk, asker)
    assert "Your archive is ready: 5 files" in spoken(ready)
    assert link(ready) == FILE
    erased = await talk.press(ready, "mydata-erase", asker)
    assert "Nobody can open your archive any more" in spoken(erased)
    assert "[Make the archive]" in spoken(await talk.chat.ask("mydata", {}, asker))


async def test_privacy_counts_the_archive_as_a_copy(talk: Chatting) -> None:
    """With its end, in the answer about a video and in that about everything; not before, and not afterwards."""
    owner = await talk.arrive()
    await talk.ready(owner)
    both: tuple[dict[str, VideoRef], ...] = ({}, {"video": VideoRef("last")})
    assert not any(["all your data" in spoken(await talk.chat.ask("privacy", one, owner)) for one in both])
    await begun(talk, owner)
    for one in both:
        assert "is being made here" in spoken(await talk.chat.ask("privacy", one, owner))
    ready = await finished(talk, owner)
    for one in both:
        assert "kept here too, sealed, until" in spoken(await talk.chat.ask("privacy", one, owner))
    await talk.press(ready, "mydata-erase", owner)
    assert not any(["all your data" in spoken(await talk.chat.ask("privacy", one, owner)) for one in both])


async def test_it_can_be_stopped_while_it_waits(talk: Chatting) -> None:
    """The flow finds nothing to make."""
    asker = await talk.arrive()
    await talk.press(await begun(talk, asker), "mydata-stop", asker)
    assert await talk.parts.store.ledger.exports_asked() == []


async def test_a_press_that_is_late_shows_how_it_is(talk: Chatting) -> None:
    """A second press of Make, and Erase on the card of an archive that is gone."""
    asker = await talk.arrive()
    offered = await talk.chat.ask("mydata", {}, asker)
    await talk.press(offered, "mydata-make", asker)
    again = await talk.press(offered, "mydata-make", asker)
    assert "being made" in spoken(again)
    ready = await finished(talk, asker)
    await talk.press(ready, "mydata-erase", asker)
    assert "[Make the archive]" in spoken(await talk.press(ready, "mydata-erase", asker))


async def test_an_old_cards_button_erases_no_newer_archive(talk: Chatting) -> None:
    """It is about one archive, and says how things are."""
    asker = await talk.arrive()
    first = await made(talk, asker)
    talk.parts.clock.advance(LASTS_MS)
    await made(talk, asker)
    late = await talk.press(first, "mydata-erase", asker)
    assert "Your archive is ready" in spoken(late)


async def test_nobody_else_presses_its_buttons(talk: Chatting) -> None:
    """A stranger's press says whose button it isn't."""
    ready = await made(talk, await talk.arrive())
    said = await talk.chat.press(button(ready, "mydata-erase").press, await talk.arrive("member"))
    assert "Your archive" not in spoken(said)
    assert "Your archive is ready" in spoken(await talk.chat.ask("mydata", {}, await talk.arrive()))


async def test_its_person_is_told_when_it_is_ready(talk: Chatting) -> None:
    """By a notice with the way to it; nothing before, and nothing once it is gone. An open page sees its card."""
    asker = await talk.arrive()
    await begun(talk, asker)
    (export,) = await talk.parts.store.ledger.exports_asked()
    assert await talk.chat.notice(EXPORT, export, asker) is None
    ready = await finished(talk, asker)
    assert await talk.chat.notice(EXPORT, export, asker) == ready
    drawn = await News(talk.chat, talk.parts.store).draw(Changed(EXPORT, export), asker)
    assert drawn == ready
    erased = await talk.press(ready, "mydata-erase", asker)
    assert await talk.chat.notice(EXPORT, export, asker) is None
    assert await News(talk.chat, talk.parts.store).draw(Changed(EXPORT, export), asker) == erased


async def test_an_archive_goes_with_a_video_in_it(talk: Chatting) -> None:
    """After a delete the card offers another one."""
    asker = await talk.arrive()
    video = await talk.ready(asker)
    await made(talk, asker)
    await _delete(talk, video, asker)
    assert "[Make the archive]" in spoken(await talk.chat.ask("mydata", {}, asker))


async def _delete(talk: Chatting, video: VideoId, asker: Asker) -> None:
    view = await talk.parts.seen(asker.viewer, video)
    asked = await talk.chat.ask("delete", {"video": VideoRef(f"#{view.video.number}")}, asker)
    await talk.press(asked, "erase", asker)


async def test_without_an_address_it_can_be_sent_into_the_chat(tmp_path: Path) -> None:
    """By a press, once, with whose copy that becomes; nobody else is given it, and not after it is erased."""
    async with site_in(tmp_path, links=False) as site:
        talk, asker = site.talk, await site.arrive()
        ready = await made(talk, asker)
        assert not any(isinstance(part, Link) for part in ready.parts)
        assert "Then Discord has a copy" in spoken(ready)
        sent = await talk.press(ready, "mydata-send", asker)
        assert "in a moment" in spoken(sent)
        (row,) = [one for one in await rows(talk, "discord") if one.kind == SENDING]
        assert row.person == asker.person
        content = await talk.chat.my_data_file(row.subject, asker)
        assert content is not None
        assert ZipFile(io.BytesIO(content)).testzip() is None
        assert await talk.chat.my_data_file(row.subject, await site.arrive("8")) is None
        await talk.press(sent, "mydata-erase", asker)
        assert await talk.chat.my_data_file(row.subject, asker) is None
        assert "[Make the archive]" in spoken(await talk.press(ready, "mydata-send", asker))


async def rows(talk: Chatting, surface: str) -> Sequence[OutboxRow]:
    """Take everything that waits for a surface."""
    found: list[OutboxRow] = []
    while some := await talk.parts.store.ledger.claim(frozenset({surface}), 1_000, 100):
        found += some
        for one in some:
            await talk.parts.store.ledger.settle(one.id)
    return found


async def test_one_that_is_too_large_says_what_is_missing(tmp_path: Path) -> None:
    """Which setting, and who can set it; the archive is there all the same."""
    async with site_in(tmp_path, links=False) as site:
        asker = await site.arrive()
        video = await site.talk.ready(asker)
        view = await site.talk.parts.seen(asker.viewer, video)
        await grow(site.talk, replace(view.assets[0], size_bytes=IN_CHAT_MOST_BYTES))
        ready = await made(site.talk, asker)
        assert "HUSHREEL_PUBLIC_URL" in spoken(ready)
        assert "[Send it here]" not in spoken(ready)


async def grow(talk: Chatting, asset: Asset) -> None:
    """Give an asset as many bytes as it says."""

    async def content() -> AsyncIterator[bytes]:
        yield bytes(asset.size_bytes)

    sealed = await talk.parts.vault.seal(asset.id, content(), asset.size_bytes)
    async with talk.parts.store.write() as writes:
        await writes.add_asset(asset, sealed)


async def test_a_link_gives_the_archive_once_and_for_an_hour(site: Site) -> None:
    """Looking spends nothing; the press opens a session, by which the file comes whole and in ranges."""
    asker = await site.arrive()
    await site.talk.ready(asker)
    path = await site.linked(asker)
    status, page, _ = await site.ask("GET", path)
    assert (status, b"Get the archive" in page) == (200, True)
    cookie = await site.opened(path)
    assert (await site.ask("POST", path, Origin=ORIGIN))[0] == 404
    status, content, headers = await site.ask("GET", FILE, Cookie=cookie)
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, "application/zip", "no-store")
    assert headers["Content-Disposition"] == 'attachment; filename="hushreel.zip"'
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert "mydata.json" in archive.namelist()
    status, rest, headers = await site.ask("GET", FILE, Cookie=cookie, Range="bytes=1000-")
    assert (status, rest) == (206, content[1000:])
    assert headers["Content-Range"] == f"bytes 1000-{len(content) - 1}/{len(content)}"
    site.talk.parts.clock.advance(SESSION_MS)
    assert (await site.ask("GET", FILE, Cookie=cookie))[0] == 403


async def test_a_session_ends_with_its_archive(site: Site) -> None:
    """Erased meanwhile, by its person or with a video: not another byte."""
    asker = await site.arrive()
    video = await site.talk.ready(asker)
    cookie = await site.opened(await site.linked(asker))
    await _delete(site.talk, video, asker)
    assert (await site.ask("GET", FILE, Cookie=cookie))[0] == 404


@pytest.mark.parametrize("path", ["/mydata/AAAAAAAAAAAAAAAAAAAAAA", "/mydata/x"])
async def test_a_link_that_is_none_looks_like_any_other_and_opens_nothing(site: Site, path: str) -> None:
    """The page is the same, and the press a 404; without a session there is no file."""
    assert (await site.ask("GET", path))[1] == (await site.ask("GET", await site.linked(await site.arrive())))[1]
    assert (await site.ask("POST", path, Origin=ORIGIN))[0] == 404
    assert (await site.ask("GET", FILE))[0] == 403
    assert (await site.ask("GET", FILE, Cookie=f"{COOKIE}=guessed"))[0] == 403


async def test_no_other_site_spends_a_link(site: Site) -> None:
    """A page of somebody else's that posts to it is refused, and the link stays good."""
    path = await site.linked(await site.arrive())
    for headers in ({}, {"Origin": "https://elsewhere.example"}):
        assert (await site.ask("POST", path, **headers))[0] == 403
    await site.opened(path)


async def test_a_link_to_an_archive_that_is_gone_opens_nothing(site: Site) -> None:
    """Erased before it was opened."""
    asker = await site.arrive()
    path = await site.linked(asker)
    await site.talk.press(await site.talk.chat.ask("mydata", {}, asker), "mydata-erase", asker)
    assert (await site.ask("POST", path, Origin=ORIGIN))[0] == 404


async def test_whoever_guesses_links_has_to_wait(site: Site) -> None:
    """As with other links: too many misses from one address."""
    statuses = {(await site.ask("POST", f"/mydata/guess{number}", Origin=ORIGIN))[0] for number in range(60)}
    assert 429 in statuses
