"""Whoever watches when an owner confirms is cut off: on every way in, although their player reads nothing meanwhile."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio

from core.videos import AssetRole
from tests.service import Service
from tests.wire.cut import Player, all_cut, held, playing
from tests.wire.published import CLIP, HERE, Published, publishing_in
from tests.wire.test_lost_database import lose, lose_revocations
from tests.wire.test_once import link
from tests.wire.test_showcase import LONG_BYTES
from tests.wire.visitor import Visitor, dangerous, parts, said, visiting

pytestmark = pytest.mark.timeout(240)


@pytest_asyncio.fixture
async def published(service: Service) -> AsyncIterator[Published]:
    """The demo's community."""
    async with publishing_in(service) as opened:
        yield opened


async def delete(owner: Visitor) -> None:
    """Confirm that one video is deleted."""
    await owner.press(dangerous(await owner.ask("delete", video="last")))


async def forget(owner: Visitor) -> None:
    """Confirm, by the word, that everything is forgotten."""
    (form,) = parts(await owner.press(dangerous(await owner.ask("forgetme"))), "form")
    sent = {"press": form["press"], "form": {form["fields"][0]["name"]: "FORGET"}}
    assert "don't know you any more" in str((await owner.send("press", sent)).json())


async def output_of(published: Published) -> str:
    """Have a long video of the owner's, and give the path of its bytes."""
    video = await published.ready(CLIP + bytes(LONG_BYTES))
    async with published.store.read() as reads:
        view = await reads.video(published.owner, video, HERE)
    assert view is not None
    (output,) = [one for one in view.assets if one.role is AssetRole.OUTPUT]
    return f"assets/{output.id}"


@pytest.mark.parametrize("confirm", [delete, forget])
async def test_everybody_is_cut_off_when_the_owner_confirms(
    service: Service, owner: Visitor, published: Published, confirm: Callable[[Visitor], Awaitable[None]]
) -> None:
    """Owner, a friend, a one-time link, the showcase: after the answer all four connections end, and none is whole."""
    await owner.ask("settings", delivery="link")
    path = await output_of(published)
    slug = (await published.shown(await published.newest())).slug
    assert "can see it" in said(await owner.ask("share", video="last", person="member"))
    once = link(await owner.ask("videos", video="last"))
    async with AsyncExitStack() as open_ones:
        member, moderator = [
            await open_ones.enter_async_context(visiting(service.demo, who)) for who in ("member", "moderator")
        ]
        begun = [
            playing(owner.session, f"{owner.home}/{path}"),
            playing(owner.session, f"{owner.base}{once}", "POST", {"Origin": owner.base}),
            playing(member.session, f"{member.home}/{path}"),
            playing(moderator.session, f"{moderator.home}/c/{slug}/video"),
        ]
        players: list[Player] = [await open_ones.enter_async_context(one) for one in begun]
        assert {one.port for one in players} <= held(service)
        await confirm(owner)
        await all_cut(service, *players)


@pytest.mark.parametrize("losing", [lose, lose_revocations])
async def test_whoever_waits_is_cut_off_too_when_the_database_is_lost(
    folder: Path, losing: Callable[[Service], None]
) -> None:
    """A player that reads nothing keeps no connection open over which the rest would come later."""
    with Service(folder) as service:
        async with publishing_in(service) as published:
            path = await output_of(published)
        async with visiting(service.demo) as owner, playing(owner.session, f"{owner.home}/{path}") as player:
            losing(service)
            await all_cut(service, player)
