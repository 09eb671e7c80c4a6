"""The way to a desk: a link for moderators alone, opened once, for the one community that it was given in."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from bots.chat.command import Asker
from bots.chat.desk import LINK_FOR_MS, desk_link, desk_path
from bots.chat.dispatch import Chat
from bots.chat.reply import Link
from bots.chat.review import Task
from core.communities import Place
from core.errors import NotFound
from core.gate import Surface
from core.people import Identity, Platform, Role
from tests.chatting import Chatting, chatting_in

HOME = Place(Platform.DISCORD, "41")


@pytest_asyncio.fixture
async def chatting(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A chat at a public address, whose moderator 7 is chosen."""
    async with chatting_in(tmp_path) as opened:
        async with opened.parts.store.write() as writes:
            await writes.begin_community(Platform.DISCORD, "41")
        policy = replace(opened.services.policy, demo=False, links=True)
        yield replace(opened, services=replace(opened.services, policy=policy))


async def at_home(chatting: Chatting, role: Role, name: str = "7") -> Asker:
    """Arrive in the community, as somebody with a role there."""
    await chatting.chat.arrive(
        Identity(Platform.DISCORD, name), Surface.CHAT_PRIVATE, "en", replace(HOME, is_admin=True)
    )
    asker = await chatting.chat.arrive(Identity(Platform.DISCORD, name), Surface.CHAT_PRIVATE, "en", HOME)
    assert asker.community is not None
    return replace(asker, viewer=replace(asker.viewer, roles={asker.community: role}))


async def token_for(chatting: Chatting, asker: Asker) -> str:
    """Ask for a link, and read its token."""
    (link,) = await desk_link(asker, chatting.services)
    assert isinstance(link, Link)
    return link.path.removeprefix("/desk/")


async def test_a_link_opens_one_desk_once(chatting: Chatting) -> None:
    """It gives a moderator of just that community; a second time, or too late, it gives nothing; a new one works."""
    asker = await at_home(chatting, Role.MODERATOR)
    token = await token_for(chatting, asker)
    viewer = await chatting.chat.open_desk(token)
    assert (viewer.person, dict(viewer.roles)) == (asker.person, {asker.community: Role.MODERATOR})
    with pytest.raises(NotFound):
        await chatting.chat.open_desk(token)
    late = await token_for(chatting, asker)
    assert late != token
    chatting.parts.clock.advance(LINK_FOR_MS + 1)
    with pytest.raises(NotFound):
        await chatting.chat.open_desk(late)


async def test_an_admin_s_link_makes_no_admin(chatting: Chatting) -> None:
    """Whoever may set a community up decides at its desk as its moderators do, and no more."""
    viewer = await chatting.chat.open_desk(await token_for(chatting, await at_home(chatting, Role.ADMIN)))
    assert set(viewer.roles.values()) == {Role.MODERATOR}


async def test_members_are_given_no_link(chatting: Chatting) -> None:
    """No link for a member, for nobody in particular, or for a moderator whom the community banned."""
    member = await at_home(chatting, Role.MEMBER)
    moderator = await at_home(chatting, Role.MODERATOR)
    banned = replace(moderator, viewer=replace(moderator.viewer, banned_from=frozenset(moderator.viewer.roles)))
    nowhere = replace(moderator, viewer=replace(moderator.viewer, roles={}))
    for asker in (member, banned, nowhere):
        assert await desk_link(asker, chatting.services) == ()
        assert desk_path(asker) is None


async def test_a_link_of_another_kind_opens_no_desk(chatting: Chatting) -> None:
    """A link to a video is no link to a desk, and is not spent by trying."""
    asker = await at_home(chatting, Role.MODERATOR)
    token = await chatting.services.presses.link("open_once", chatting.parts.ids.new(), asker, LINK_FOR_MS)
    with pytest.raises(NotFound):
        await chatting.chat.open_desk(token)
    async with chatting.parts.store.write() as writes:
        assert await writes.redeem(token, "open_once") is not None


async def test_without_the_web_there_is_no_desk(chatting: Chatting) -> None:
    """Where nobody could open a link none is offered; in the demo the desk has its own place."""
    asker = await at_home(chatting, Role.MODERATOR)
    services = chatting.services
    shut = replace(services, policy=replace(services.policy, links=False))
    demo = replace(services, policy=replace(services.policy, links=False, demo=True))
    assert await desk_link(asker, shut) == ()
    (link,) = await desk_link(asker, demo)
    assert isinstance(link, Link)
    assert link.path == "/desk"


async def test_review_leads_to_the_desk(chatting: Chatting) -> None:
    """What waits comes with a link to decide it at the desk; to do one thing it isn't offered."""
    asker, chat = await at_home(chatting, Role.MODERATOR), Chat(chatting.services)
    queue = await chat.ask("review", {}, asker)
    (link,) = [one for one in queue.parts if isinstance(one, Link)]
    assert (await chat.open_desk(link.path.removeprefix("/desk/"))).person == asker.person
    paused = await chat.ask("review", {"action": Task.PAUSE}, asker)
    assert [one for one in paused.parts if isinstance(one, Link)] == []
