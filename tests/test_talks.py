"""What the last answer was about: remembered for a day, by person and place, in memory alone."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bots.chat.privacy import Ask, answer_question
from bots.chat.talks import Talks
from core.communities import Place
from core.gate import Surface
from core.generation.order import Wish
from core.people import Platform
from knowledge.before import LASTS_MS, Before, wants_forgotten
from knowledge.languages import LANGUAGES
from knowledge.topics import hear
from tests.talk import Talk, spoken, talk_in

ABOUT = Before(("kling",), ("train",), ("hushreel-privacy/3.1",))
FORGET = {
    "en": "forget what we talked about",
    "es": "olvida lo que hablamos",
    "pt": "esqueça o que falamos",
    "zh": "忘记我们聊的内容",
    "ru": "забудь, о чём мы говорили",
}


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    """A conversation with real parts behind it, and two videos of the owner's."""
    async with talk_in(tmp_path) as talk:
        asker = await talk.asker()
        for prompt in ("a forest in the rain", "a calm sea at sunset"):
            talk.parts.clock.advance(1_000)
            await talk.parts.create(asker.viewer, Wish(prompt, abstract=True))
        yield talk


async def said(talk: Talk, words: str) -> str:
    """Ask in plain words."""
    return spoken(await answer_question(Ask(words), await talk.asker(), talk.services))


async def test_the_other_video_is_answered_of(talk: Talk) -> None:
    """Asked "and the other one?", the one that wasn't spoken of is meant; asked "why?", the one that was."""
    assert "(#2)**" in await said(talk, "who can see it?")
    assert "(#1)**" in await said(talk, "and the other one?")
    why = await said(talk, "why?")
    assert "(#1)**" in why
    assert "A video is private from the moment you ask for it." in why


async def test_whoever_names_a_video_means_it(talk: Talk) -> None:
    """A number outweighs what was spoken of."""
    await said(talk, "who can see #1?")
    assert "(#2)**" in await said(talk, "and how long is #2 kept?")


async def test_what_somebody_has_forgotten_is_gone(talk: Talk) -> None:
    """After "forget what we talked about" nobody knows why, and the answer says what had been remembered."""
    await said(talk, "who can see it?")
    assert "Forgotten:" in await said(talk, "forget what we talked about")
    assert talk.services.talks.last(await talk.asker(), talk.parts.clock.now_ms()) is None
    assert "The texts I have don't say." in await said(talk, "why?")


def files(folder: Path) -> dict[Path, bytes]:
    """Read every file below a folder, but for the index that readers of a database share."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".db-shm")
    return {path: path.read_bytes() for path in found}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_forgetting_is_asked_for_in_every_language(lang: str) -> None:
    """And is neither forgetting a person nor erasing a video."""
    assert wants_forgotten(hear(FORGET[lang], lang=lang))
    for other in ("forget me", "delete my video", "who can see it?", "borra mi cuenta", "удалить аккаунт", "注销账号"):
        assert not wants_forgotten(hear(other, lang=lang))


async def test_it_is_remembered_for_a_day_by_each_person_in_each_place(talk: Talk) -> None:
    """Neither somebody else, nor the same person elsewhere, nor anybody a day later."""
    talks, owner, other = Talks(), await talk.asker(), await talk.asker("other")
    talks.keep(owner, ABOUT, None, 1_000)
    elsewhere = replace(owner, place=Place(Platform.DISCORD, "42"))
    assert talks.last(owner, 1_000 + LASTS_MS - 1) is not None
    assert talks.last(owner, 1_000 + LASTS_MS) is None
    assert talks.last(other, 1_001) is None
    assert talks.last(elsewhere, 1_001) is None
    assert talks.last(replace(owner, surface=Surface.CHAT_SHARED), 1_001) is None
    talks.keep(other, ABOUT, None, 1_000 + LASTS_MS)
    assert talks.last(owner, 1_001) is None, "what is a day old isn't only hidden"


async def test_no_file_holds_what_was_spoken_of(talk: Talk, tmp_path: Path) -> None:
    """Asking and asking on changes no byte of the data folder."""
    before = files(tmp_path)
    await said(talk, "who can see it?")
    await said(talk, "and the other one?")
    assert files(tmp_path) == before


async def test_whoever_is_forgotten_has_nothing_remembered_in_any_place(talk: Talk) -> None:
    """All places of that person, and nobody else's."""
    owner, member = await talk.asker(), await talk.asker("member")
    elsewhere = replace(owner, surface=Surface.CHAT_SHARED)
    for one in (owner, elsewhere, member):
        talk.services.talks.keep(one, ABOUT, None, 0)
    talk.services.talks.forget_all(owner.person)
    assert [talk.services.talks.last(one, 1) is not None for one in (owner, elsewhere, member)] == [False, False, True]
