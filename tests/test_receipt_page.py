"""/receipt: number and secret out of a link that no server sees, and what became of everything by now."""

import json
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bots.chat.command import VideoRef
from bots.chat.dispatch import Chat
from bots.chat.reply import Link, Reply
from bots.texts.lookup import Texts
from bots.web.app import STATIC, application
from bots.web.desk_door import same_site
from bots.web.misses import MOST, Misses
from bots.web.receipt import ReceiptDoor, ReceiptServer
from core.erasure.verify import verify
from knowledge.languages import LANGUAGES
from tests.chatting import Chatting, chatting_in
from tests.talk import spoken

ORIGIN = "https://videos.example.org"
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Origin": ORIGIN}
Client = TestClient[web.Request, web.Application]


@pytest_asyncio.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation."""
    async with chatting_in(tmp_path) as opened:
        yield opened


@pytest_asyncio.fixture
async def client(talk: Chatting) -> AsyncIterator[Client]:
    """The page, on the public address."""
    server = ReceiptServer(talk.chat, Texts(), Misses(talk.parts.clock), talk.parts.clock)
    app = application(ReceiptDoor(server, same_site(ORIGIN)).routes(), ready=lambda: True)
    async with TestClient(TestServer(app)) as opened:
        yield opened


async def show(client: Client, number: str, secret: str, path: str = "/receipt") -> tuple[int, str]:
    """Send the form, as a browser without JavaScript does."""
    answer = await client.post(path, data=urlencode({"number": number, "secret": secret}), headers=FORM)
    return answer.status, unescape(await answer.text())


def link_of(reply: Reply) -> tuple[str, str]:
    """Give number and secret out of a card's link."""
    (path,) = [part.path for part in reply.parts if isinstance(part, Link) and "#" in part.path]
    found = re.fullmatch(r"/receipt#(R-\w{4}-\w{4})\.([\w-]{22})", path)
    assert found
    return found[1], found[2]


async def test_a_receipt_is_seen_from_the_confirmation_on(talk: Chatting, client: Client) -> None:
    """The confirmation's card has the link: open first, closed as soon as nothing is left; its file is verified.

    The card of the finished receipt has the same link.
    """
    owner = await talk.arrive()
    video = await talk.ready(owner)
    confirm = await talk.chat.ask("delete", {"video": VideoRef("#1")}, owner)
    erasing = await talk.press(confirm, "erase", owner)
    number, secret = link_of(erasing)
    assert f"Its receipt, {number}, is open" in spoken(erasing)
    status, page = await show(client, number, secret)
    assert status == 200
    assert f"Receipt {number} is open. Version 1, signed" in page
    assert "Waiting: our files, our pictures of it" in page
    await talk.erase(video)
    status, page = await show(client, f" {number.lower()} ", secret)
    assert f"Receipt {number} is closed: nothing waits any more. Version 2, signed" in page
    assert "Done: the video, its poster" in page
    assert "Waiting" not in page
    assert link_of(await talk.card(video, owner)) == (number, secret)
    status, file = await show(client, number, secret, "/receipt/file")
    found = verify(file)
    assert (status, found.number, found.version, found.is_open) == (200, number, 2, False)
    assert len(json.loads(file)["salt"]) == 32


async def test_a_wrong_number_and_a_wrong_secret_are_told_apart_by_nobody(talk: Chatting, client: Client) -> None:
    """The same 404 for each, and after some of them no more answers to that address for a while."""
    owner = await talk.arrive()
    video = await talk.ready(owner)
    confirm = await talk.chat.ask("delete", {"video": VideoRef("#1")}, owner)
    number, secret = link_of(await talk.press(confirm, "erase", owner))
    await talk.erase(video)
    wrong = [await show(client, one, other) for one, other in ((number, "a" * 22), ("R-2222-2222", secret), ("", ""))]
    assert {status for status, _ in wrong} == {404}
    assert len({page.replace(number, "").replace("R-2222-2222", "") for _, page in wrong}) == 1
    assert secret not in wrong[1][1]
    for _ in range(MOST - 3):
        assert (await show(client, number, "b" * 22))[0] == 404
    assert (await show(client, number, secret))[0] == 429
    talk.parts.clock.advance(600_000)
    assert (await show(client, number, secret))[0] == 200


async def test_the_secret_is_in_no_address_and_leaves_no_trace(client: Client) -> None:
    """The form goes by POST to where it comes from; nothing is cached, and no other site may send it."""
    answer = await client.get("/receipt")
    page = await answer.text()
    assert 'method="post" action="/receipt?lang=' in page
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "form-action 'self'" in answer.headers["Content-Security-Policy"]
    elsewhere = await client.post("/receipt", data="number=R", headers=FORM | {"Origin": "https://elsewhere.org"})
    assert elsewhere.status == 403
    script = (STATIC / "receipt.js").read_text("utf-8")
    assert "history.replaceState" in script.split("requestSubmit")[0]


async def test_the_page_speaks_five_languages(client: Client) -> None:
    """By what the browser asks for."""
    titles = set()
    for language in LANGUAGES:
        page = await (await client.get("/receipt", headers={"Accept-Language": language})).text()
        assert f'<html lang="{language}">' in page
        titles |= set(re.findall("<h1>(.*)</h1>", page))
    assert len(titles) == len(LANGUAGES)


async def test_where_nobody_could_open_the_page_no_link_is_offered(talk: Chatting) -> None:
    """Without a public address, outside the demo: number and card are told, and the file is there."""
    closed = replace(talk.services, policy=replace(talk.services.policy, demo=False))
    talk = Chatting(Chat(closed), closed, talk.parts, talk.eraser)
    owner = await talk.arrive()
    video = await talk.ready(owner)
    confirm = await talk.chat.ask("delete", {"video": VideoRef("#1")}, owner)
    erasing = await talk.press(confirm, "erase", owner)
    await talk.erase(video)
    for reply in (erasing, await talk.card(video, owner)):
        assert not [part for part in reply.parts if isinstance(part, Link) and "#" in part.path]
    assert await talk.chat.receipt_file(video, owner) is not None
