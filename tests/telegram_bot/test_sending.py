"""What is said before a video leaves the house, as Telegram shows it: whole in each language, and within its limits."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bots.telegram_bot.render import draw
from bots.telegram_bot.words import Words
from bots.texts.lookup import Texts
from knowledge.languages import LANGUAGES
from tests.chatting import Chatting, chatting_in
from tests.telegram_rules import check_message, labels
from tests.test_create import Photo, png
from tests.test_sending_chat import asked, with_kling

TEXTS = Texts()
HOME = "https://videos.example"


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation where motion and Kling are set up."""
    async with chatting_in(tmp_path) as opened:
        yield with_kling(opened)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_label_papers_and_send_fit_into_messages(talk: Chatting, language: str) -> None:
    """Each screen on the way to Send is one message, of which nothing is cut."""
    owner = replace(await talk.arrive(), language=language)
    words = Words(TEXTS, language)
    card = await asked(talk, owner, image=Photo(png()))
    papers = await talk.press(await asked(talk, owner), "papers", owner)
    ready = await talk.press(papers, "agree", owner)
    for reply in (card, papers, ready):
        for home in (HOME, None):
            drawn = draw(reply, words, home)
            check_message(drawn)
            assert "…" not in drawn.text
    if language == "en":
        assert "Send to Kling" in [one for row in labels(draw(ready, words, HOME)) for one in row]
