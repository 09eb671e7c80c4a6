"""What the conversation really answers, drawn for Discord in every language."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from bots.chat.command import Asker, VideoRef
from bots.chat.reply import Reply
from bots.discord_bot.forms import modal
from bots.discord_bot.render import Drawn, draw, sources_of
from bots.discord_bot.words import Words
from bots.texts.lookup import Texts
from knowledge.languages import LANGUAGES
from tests.chatting import Chatting, chatting_in
from tests.discord_rules import buttons, check_message, check_modal, message, validator

MENTIONS = {name: number for number, name in enumerate(("create", "videos", "ask", "enddate", "delete"), 1)}
TITLE = "a calm sea at sunset, by_me"


@pytest_asyncio.fixture
async def chatting(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation with all parts behind it."""
    async with chatting_in(tmp_path) as opened:
        yield opened


async def told(chatting: Chatting, asker: Asker) -> dict[str, Reply]:
    """Go through a video's whole life, and keep what was answered."""
    ask, press = chatting.chat.ask, chatting.press
    video = await chatting.create(asker, TITLE)
    made = {"making": await chatting.card(video, asker)}
    await chatting.make(video)
    ready, sure = await chatting.card(video, asker), await ask("delete", {"video": VideoRef("last")}, asker)
    more = await press(ready, "more", asker)
    ends = await press(more, "enddate", asker)
    draft = await ask("create", {"prompt": TITLE, "more": True}, asker)
    for _ in range(4):
        await chatting.create(asker)
    made |= {"ready": ready, "sure": sure, "more": more, "ends": ends, "draft": draft}
    made |= {"five": await press(ready, "private", asker), "until": await press(ends, "another-date", asker)}
    made |= {"rename": await press(more, "rename", asker), "change": await press(draft, "change", asker)}
    made |= {name: await ask(name, {}, asker) for name in ("help", "about", "settings", "videos", "privacy")}
    made["kling"] = await ask("ask", {"question": "Does Kling train on my pictures?"}, asker)
    made["cat"] = await ask("create", {"prompt": "a dancing cat"}, asker)
    made["erasing"] = await press(sure, "erase", asker)
    await chatting.erase(video)
    return made | {"receipt": await chatting.card(video, asker)}


@pytest.mark.parametrize("home", ["https://videos.example", None])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_answer_can_be_drawn(chatting: Chatting, language: str, home: str | None, shared: Path) -> None:
    """From create to the receipt, each answer and each form keeps Discord's limits and its specification."""
    asker = replace(await chatting.arrive(), language=language)
    words = Words(Texts(), language, MENTIONS)
    messages, forms = (
        validator(shared, f"{name}") for name in ("MessageCreateRequest", "ModalInteractionCallbackRequestData")
    )
    cards = {name: draw(reply, words, home) for name, reply in (await told(chatting, asker)).items()}
    for card in cards.values():
        check_message(card)
        messages.validate(message(card))
        assert "by_me" not in card.content
        if card.form:
            form = modal(card.form, words)
            check_modal(form)
            forms.validate(form.to_dict())
    assert [name for name, card in cards.items() if card.form] == ["until", "rename", "change"]
    assert [name for name, card in cards.items() if card.media] == ["ready", "more"]
    assert [name for name, card in cards.items() if card.has_progress] == ["making"]
    assert [name for name, card in cards.items() if card.receipt] == ["receipt"]
    assert "</delete:5>" in cards["help"].content
    _unfold(cards["five"], words, chatting, home)


def _unfold(card: Drawn, words: Words, chatting: Chatting, home: str | None) -> None:
    """Press Sources: as many clauses as the answer numbers."""
    (folded,) = [one["custom_id"] for one in buttons(card) if one.get("custom_id", "").startswith("sources:")]
    unfolded = sources_of(folded, words, chatting.services.policy, home)
    assert unfolded is not None
    check_message(unfolded)
    clauses = "".join(one.description or "" for one in unfolded.embeds)
    numbers = [number for number in range(1, 24) if f"[{number}]" in card.content]
    assert numbers == [number for number in range(1, 24) if f"**[{number}]** " in clauses]
    assert numbers
