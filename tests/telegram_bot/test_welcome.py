"""/start in Telegram: a welcome in the person's language, three things to try, and the truth about who could see."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.telegram_bot.interview import cancelled
from bots.telegram_bot.render import draw
from bots.telegram_bot.welcome import tried, welcome
from bots.telegram_bot.words import Words
from bots.texts.lookup import Texts
from core.videos import Making
from knowledge.facts import PolicyFacts
from knowledge.languages import LANGUAGES
from tests.chatting import Chatting, chatting_in, video_of
from tests.talk import spoken
from tests.telegram_rules import check_message, keys, read

TEXTS = Texts()
POLICY = PolicyFacts(retention_ms=604_800_000, operator_name="Ada <Example>")


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation with real parts behind it."""
    async with chatting_in(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_welcome_has_three_things_to_try_and_the_whole_truth(language: str) -> None:
    """It names the operator and Telegram as those who could see, and /privacy and /delete to tap."""
    card = draw(welcome(POLICY), Words(TEXTS, language), None)
    check_message(card)
    said = read(card)
    assert "Ada <Example>" in said
    assert "Telegram" in said
    assert "/privacy" in said
    assert "/delete" in said
    assert len(keys(card)) == 3
    assert len(said) < 900


@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_thing_to_try_does_what_it_says(talk: Chatting, language: str) -> None:
    """A scene in the words of each language is made, the question gets an answer, and help is help."""
    owner, words = await talk.arrive(), Words(TEXTS, language)
    sea, question, more = (str(key.callback_data) for key in keys(draw(welcome(POLICY), words, None)))
    made = await tried(sea, talk.chat, owner, words)
    assert made is not None
    assert (await talk.parts.seen(owner.viewer, video_of(made))).video.state is Making.QUEUED
    answered = await tried(question, talk.chat, owner, words)
    assert answered is not None
    assert "[1]" in spoken(answered)
    helped = await tried(more, talk.chat, owner, words)
    assert helped is not None
    assert "/settings" in spoken(helped)
    assert await tried("try:forged", talk.chat, owner, words) is None


def test_cancel_says_what_it_ended() -> None:
    """Nothing is claimed to have been stopped where nothing was."""
    assert "Stopped" in spoken(cancelled(was_asked=True))
    assert "nothing to stop" in spoken(cancelled(was_asked=False))
