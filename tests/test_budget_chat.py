"""A budget in the conversation: Send says what it costs, what is left and until when, and nothing leaves."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Reply
from core.communities import Place
from core.errors import NotAllowed
from core.gate import Surface
from core.generation.paying import Purse
from core.hosting.presence import joined, left
from core.people import Identity, Platform, Viewer
from core.rules import Limit
from core.spending import Budgets, lowered
from core.videos import Making
from knowledge.languages import LANGUAGES
from tests.chatting import Chatting, chatting_in, video_of
from tests.parts import HERE
from tests.spending import dollars
from tests.talk import spoken
from tests.test_sending_chat import agreed, asked, form, state, with_kling

NEXT_MONTH = {"en": "1 Dec", "es": "1 dic", "pt": "1 de dez", "zh": "12月1日", "ru": "1 дек"}


def within(talk: Chatting, budgets: Budgets) -> Chatting:
    """The same conversation with budgets."""
    services = talk.services
    services = replace(services, purse=Purse(services.remote, budgets, services.clock))
    return replace(talk, chat=Chat(services), services=services)


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation where motion and Kling are set up, and a video of five seconds fits into a month."""
    async with chatting_in(tmp_path) as opened:
        yield within(with_kling(opened), dollars(person=0.5))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_second_video_does_not_fit(talk: Chatting, language: str) -> None:
    """It stays a draft; what it costs, what is left and the day from which it fits are said in one's language."""
    owner = replace(await talk.arrive(), language=language)
    first = await agreed(talk, owner)
    sent = await talk.press(first, "send", owner)
    assert await state(talk, video_of(sent)) is Making.QUEUED
    second = await asked(talk, owner)
    said = spoken(await talk.press(second, "send", owner), language=language)
    assert "0.45" in said.replace(",", ".")
    assert "0.05" in said.replace(",", ".")
    assert NEXT_MONTH[language] in said
    assert await state(talk, video_of(second)) is Making.ASKED
    other = await talk.arrive("member")
    theirs = await talk.press(await agreed(talk, other), "send", other)
    assert (await talk.parts.seen(other.viewer, video_of(theirs))).video.state is Making.QUEUED


async def test_settings_tell_what_was_spent(talk: Chatting) -> None:
    """Of one's own budget, with the day from which it is anew; nothing is said where there is none."""
    owner = await talk.arrive()
    await talk.press(await agreed(talk, owner), "send", owner)
    said = spoken(await talk.chat.ask("settings", {}, owner))
    assert "Spent this month: US$0.45 of US$0.50" in said
    assert "1 Dec 2026" in said
    without = within(talk, dollars(everybody=5))
    assert "Spent" not in spoken(await without.chat.ask("settings", {}, owner))


async def arrive(talk: Chatting, name: str, server: str | None = None, *, admin: bool = False) -> Asker:
    """Speak in a server that we are in, or in private."""
    place = Place(Platform.DISCORD, server, admin) if server else None
    return await talk.chat.arrive(Identity(Platform.DISCORD, name), Surface.CHAT_PRIVATE, "en", place)


@pytest.fixture
async def server(talk: Chatting) -> Chatting:
    """The same in a server, where videos of 1.20 dollars fit into a month."""
    await joined(Platform.DISCORD, "A", store=talk.parts.store)
    await joined(Platform.DISCORD, "B", store=talk.parts.store)
    return within(talk, dollars(community=1.2))


async def limited(talk: Chatting, typed: str, admin: Asker) -> Reply:
    """Type a budget of the community's own into the form behind /setup."""
    asked_for = await talk.press(await talk.chat.ask("setup", {}, admin), "limit", admin)
    return await talk.chat.press(form(asked_for).press, admin, {"amount": typed})


async def sent(talk: Chatting, begun: Asker, pressed: Asker) -> bool:
    """Have a video begun by somebody and sent by them from elsewhere; says whether it left."""
    card = await agreed(talk, begun) if not await agreed_already(talk, begun) else await asked(talk, begun)
    said = spoken(await talk.press(card, "send", pressed))
    left = (await talk.parts.seen(pressed.viewer, video_of(card))).video.state is Making.QUEUED
    assert left or "the community in which it was begun" in said
    return left


async def agreed_already(talk: Chatting, asker: Asker) -> bool:
    """Say whether somebody agreed to Kling's papers before."""
    async with talk.parts.store.read() as reads:
        return "kling-api-terms" in await reads.agreements(asker.viewer)


async def test_a_budget_is_that_of_where_a_video_was_begun(server: Chatting) -> None:
    """Sent from a private chat or from another community it counts there; begun in private, in none."""
    tight = within(server, dollars(community=0.5))
    here, there, alone = await arrive(tight, "2", "A"), await arrive(tight, "2", "B"), await arrive(tight, "2")
    assert await sent(tight, here, alone)
    assert not await sent(tight, here, alone)
    assert not await sent(tight, here, there)
    assert await sent(tight, there, here)
    assert not await sent(tight, there, here)
    assert await sent(tight, alone, here)


async def test_setup_tells_a_communitys_admins_its_budget_and_what_is_left(server: Chatting) -> None:
    """The operator's sum, what is left of it and the day from which it is anew; no name, and nothing to members."""
    admin, member = await arrive(server, "1", "A", admin=True), await arrive(server, "2", "A")
    assert await sent(server, member, await arrive(server, "2"))
    said = spoken(await server.chat.ask("setup", {}, admin))
    assert "US$0.75 of US$1.20 is left this month, as the operator set it. The next month begins Tue 1 Dec 2026" in said
    assert "Budget as the operator set it" not in said
    assert "0.75" not in spoken(await server.chat.ask("setup", {}, member))
    assert admin.community
    for viewer in (member.viewer, (await arrive(server, "1", "B", admin=True)).viewer, Viewer()):
        async with server.parts.store.read() as reads:
            with pytest.raises(NotAllowed):
                await reads.community_spending(viewer, admin.community, HERE, "USD", 0)
    without = within(server, dollars(person=1))
    assert "no limit of this community's own" in spoken(await without.chat.ask("setup", {}, admin))
    free = replace(server, chat=Chat(replace(server.services, purse=None)))
    assert "Set a budget" not in spoken(await free.chat.ask("setup", {}, admin))


async def test_the_lower_of_two_budgets_holds(server: Chatting) -> None:
    """Its admins lower it, not raise it, and take that back; members can't, and the other community keeps its own."""
    admin, member = await arrive(server, "1", "A", admin=True), await arrive(server, "2", "A")
    assert "US$0.50 of US$0.50 is left this month, as you set it" in spoken(await limited(server, "0,5", admin))
    assert await sent(server, member, member)
    assert not await sent(server, member, member)
    assert await sent(server, await arrive(server, "2", "B"), member)
    assert "The operator lets US$1.20 be spent here in a month" in spoken(await limited(server, "1.21", admin))
    assert "I can't read that amount" in spoken(await limited(server, "much", admin))
    card = await server.chat.ask("setup", {}, admin)
    assert "US$0.05 of US$0.50" in spoken(card)
    assert "somebody else's" in spoken(await server.press(card, "unlimited", member))
    assert "US$0.75 of US$1.20 is left this month, as the operator set it" in spoken(
        await server.press(card, "unlimited", admin)
    )
    assert await sent(server, member, member)


async def test_a_budget_of_its_own_holds_without_the_operators_and_goes_with_the_community(server: Chatting) -> None:
    """Where the operator takes theirs back it holds still; where we leave, it is gone."""
    admin, member = await arrive(server, "1", "A", admin=True), await arrive(server, "2", "A")
    await limited(server, "0", admin)
    unset = replace(server.services, purse=Purse(server.services.remote, None, server.services.clock))
    free = replace(server, chat=Chat(unset), services=unset)
    assert "US$0.00 of US$0.00" in spoken(await free.chat.ask("setup", {}, admin))
    assert not await sent(free, member, member)
    await left(Platform.DISCORD, "A", store=server.parts.store)
    await joined(Platform.DISCORD, "A", store=server.parts.store)
    assert await sent(free, *[await arrive(free, "2", "A")] * 2)


def test_a_budget_in_another_currency_does_nothing() -> None:
    """Nothing is converted: where the operator counts in another one now, theirs holds."""
    assert lowered(dollars(community=5), Limit(1, "EUR")) == dollars(community=5)
    assert lowered(dollars(community=5), Limit(1, "USD")) == Budgets("USD", community_micro=1)
    assert lowered(dollars(community=5), Limit(6_000_000, "USD")) == dollars(community=5)
