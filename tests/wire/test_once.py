"""A video by a one-time link: opened once, by the person whose it is, and no player beside it in the chat."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.service import Service
from tests.wire.pictures import png
from tests.wire.visitor import Json, Visitor, dangerous, parts, settled, visiting

pytestmark = pytest.mark.timeout(500)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def card(service: Service) -> AsyncIterator[str]:
    """The key of a ready video, of somebody who wants links."""
    async with visiting(service.demo) as owner:
        await owner.ask("settings", delivery="link")
        reply = await owner.ask("create", [("sea.png", png())], seconds=3)
        assert not parts(await owner.until(reply["card"], settled), "media")
        yield reply["card"]


def link(reply: Json) -> str:
    """Give the address of the one-time link."""
    (found,) = [part["href"] for part in parts(reply, "link") if "/v/" in part["href"]]
    return str(found)


async def shown(visitor: Visitor) -> str:
    """Ask for the newest video, and give its link."""
    return link(await visitor.ask("videos", video="last"))


async def opened(visitor: Visitor, path: str) -> tuple[int, bytes]:
    """Press the button of the page behind a link."""
    answer = await visitor.tus("POST", path)
    return answer.status, answer.body


@pytest.mark.usefixtures("card")
async def test_a_link_opens_once(owner: Visitor) -> None:
    """Looking at the page, as robots do, spends nothing; its button gives the video once; then there is another link.

    The video isn't kept by any cache, and the link names no id.
    """
    path = await shown(owner)
    assert await shown(owner) == path
    for method in ("GET", "HEAD", "GET"):
        page = await owner.get(f"{owner.base}{path}", method=method)
        assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    answer = await owner.tus("POST", path)
    assert (answer.status, answer.headers["Content-Type"], answer.body[4:8]) == (200, "video/mp4", b"ftyp")
    assert answer.headers["Cache-Control"] == "no-store"
    assert (await opened(owner, path))[0] == 404
    again = await shown(owner)
    assert again != path
    assert (await opened(owner, again))[0] == 200


@pytest.mark.usefixtures("card")
async def test_a_link_opens_nothing_for_anybody_else(owner: Visitor, member: Visitor) -> None:
    """On another person's path it is like an unknown one, and stays unspent for its receiver."""
    path = await shown(owner)
    there = path.replace("/owner/", "/member/")
    unknown = f"{there[:-22]}{'a' * 22}"
    assert await opened(member, there) == await opened(member, unknown)
    assert (await opened(member, there))[0] == 404
    assert (await opened(owner, path))[0] == 200


@pytest.mark.usefixtures("card")
async def test_a_button_is_no_link_and_a_link_no_button(owner: Visitor) -> None:
    """The token of a button that changes something opens no video, and that of a link presses nothing."""
    reply = await owner.ask("delete", video="last")
    path = await shown(owner)
    assert (await opened(owner, f"{path[:-22]}{dangerous(reply)[-22:]}"))[0] == 404
    assert (await owner.press(path[-22:]))["card"] is None
    assert (await opened(owner, path))[0] == 200


async def test_after_a_delete_no_link_opens(owner: Visitor, card: str) -> None:
    """A link that nobody opened is worth nothing once its video is being erased."""
    path = await shown(owner)
    await owner.press(dangerous(await owner.ask("delete", video="last")))
    assert (await opened(owner, path))[0] == 404
    await owner.until(card, lambda now: parts(now, "link"))
