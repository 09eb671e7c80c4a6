"""A budget in the conversation: Send says what it costs, what is left and until when, and nothing leaves."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bots.chat.dispatch import Chat
from core.generation.paying import Purse
from core.people import Role
from core.spending import Budgets
from core.videos import Making
from knowledge.languages import LANGUAGES
from tests.chatting import Chatting, chatting_in, video_of
from tests.keeping import HOME
from tests.spending import dollars
from tests.talk import spoken
from tests.test_sending_chat import agreed, asked, state, with_kling

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


async def test_what_is_sent_from_a_community_counts_there(talk: Chatting) -> None:
    """Pressed in a server, its budget is asked; in private it isn't."""
    tight = within(talk, dollars(community=0.1))
    owner = await tight.arrive()
    card = await agreed(tight, owner)
    there = replace(owner, viewer=replace(owner.viewer, roles={HOME: Role.MEMBER}))
    assert "this community" in spoken(await tight.press(card, "send", there))
    assert await state(tight, video_of(card)) is Making.ASKED
    await tight.press(card, "send", owner)
    assert await state(tight, video_of(card)) is Making.QUEUED
