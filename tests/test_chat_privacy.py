"""/privacy and questions over a real database: the asker's own videos, and never a word of anybody else's."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from bots.chat.command import VideoRef
from bots.chat.presses import Pressed
from bots.chat.privacy import Ask, Privacy, answer_privacy, answer_question, press_privacy
from bots.chat.reply import Sources, Text
from core.errors import BadInput, NotFound
from core.gate import Surface
from core.generation.order import Wish
from core.videos import VideoId
from tests.talk import Talk, buttons, spoken, talk_in


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    """A conversation with real parts behind it."""
    async with talk_in(tmp_path) as talk:
        yield talk


async def made(talk: Talk, prompt: str = "a calm sea at sunset", name: str = "owner") -> VideoId:
    """Ask for a video as somebody; it stays in the queue."""
    asker = await talk.asker(name)
    talk.parts.clock.advance(1_000)
    return await talk.parts.create(asker.viewer, Wish(prompt, abstract=True))


async def test_privacy_of_a_video_is_five_numbered_answers_with_clauses(talk: Talk) -> None:
    """Every answer is there, every [n] in the words has its clause, and each clause opens in the policy."""
    await made(talk)
    reply = await answer_privacy(Privacy(VideoRef("#1")), await talk.asker(), talk.services)
    text = spoken(reply)
    for number in "12345":
        assert f"\n{number} " in text
    assert "About **“a calm sea at sunset” (#1)**:" in text
    (sources,) = [part for part in reply.parts if isinstance(part, Sources)]
    words = next(part.plain for part in reply.parts if isinstance(part, Text) and part.plain)
    assert len(words) <= 900
    for source in sources.sources:
        assert f"[{source.number}]" in words
        assert source.path == f"/policy/{source.document}?lang=en#{source.section}"


async def test_the_question_in_plain_words_means_the_newest_video(talk: Talk) -> None:
    """A question without a name is answered of the newest one, which is named, and offers the others."""
    await made(talk, "a forest in the rain")
    await made(talk)
    reply = await answer_question(Ask("is my video private?"), await talk.asker(), talk.services)
    text = spoken(reply)
    assert "About **“a calm sea at sunset” (#2)**:" in text
    assert "No other member" in text or "no other member" in text
    assert [button.command for button in buttons(reply)] == ["privacy"]
    assert "“a forest in the rain” (#1)" in text


@pytest.mark.parametrize("question", ["is #1 private?", "is a forest in the rain private?", "Is # 1 private"])
async def test_a_question_may_name_the_video(talk: Talk, question: str) -> None:
    """A number or a title in the question picks that video."""
    await made(talk, "a forest in the rain")
    await made(talk)
    reply = await answer_question(Ask(question), await talk.asker(), talk.services)
    assert "About **“a forest in the rain” (#1)**:" in spoken(reply)


async def test_somebody_elses_video_is_answered_like_none(talk: Talk) -> None:
    """A member who asks about #1 of another gets what a number that nobody has gets, in command, words and button."""
    video = await made(talk)
    for name in ("member", "moderator"):
        asker = await talk.asker(name)
        for number in ("#1", "#999"):
            for attempt in (
                answer_privacy(Privacy(VideoRef(number)), asker, talk.services),
                answer_question(Ask(f"is {number} private?"), asker, talk.services),
            ):
                with pytest.raises(NotFound) as refused:
                    await attempt
                assert (refused.value.code, refused.value.data) == ("video_not_found", {})
        for subject in (video, UUID(int=12)):
            with pytest.raises(NotFound, match="video_not_found"):
                await press_privacy(Pressed(subject), asker, talk.services)


async def test_a_member_without_videos_learns_nothing_of_others(talk: Talk) -> None:
    """Words of somebody else's title change nothing in a member's answer."""
    asker = await talk.asker("member")
    before = spoken(await answer_question(Ask("is a calm sea at sunset private?"), asker, talk.services))
    await made(talk)
    after = spoken(await answer_question(Ask("is a calm sea at sunset private?"), asker, talk.services))
    assert before == after
    assert "#1" not in after


async def test_privacy_without_a_video_speaks_of_everything_one_has(talk: Talk) -> None:
    """The account's answer counts one's own videos, links the policy, and offers the newest ones."""
    asker = await talk.asker()
    assert "You have no video here" in spoken(await answer_privacy(Privacy(), asker, talk.services))
    for _ in range(5):
        await made(talk)
    await made(talk, name="member")
    reply = await answer_privacy(Privacy(), asker, talk.services)
    text = spoken(reply)
    assert "You have 5 videos here" in text
    assert "/policy/hushreel-privacy" in text
    assert len(buttons(reply)) == 3


async def test_the_button_answers_about_its_video(talk: Talk) -> None:
    """[Is it private?] gives the five answers of the video that it belongs to."""
    video = await made(talk)
    reply = await press_privacy(Pressed(video), await talk.asker(), talk.services)
    assert "About **“a calm sea at sunset” (#1)**:" in spoken(reply)


async def test_what_no_paper_covers_is_said_so_with_the_nearest_clauses(talk: Talk) -> None:
    """The answer doesn't guess; what comes nearest lies folded behind it."""
    await made(talk)
    reply = await answer_question(Ask("what is the weather?"), await talk.asker(), talk.services)
    text = spoken(reply)
    assert text.startswith("The texts I have don't say")
    assert "The nearest that the texts have:" in text
    assert "#1" not in text


async def test_a_question_about_the_papers_needs_no_video(talk: Talk) -> None:
    """Our own clauses answer it, without naming one of the asker's videos."""
    await made(talk)
    reply = await answer_question(Ask("do you log what I write?"), await talk.asker(), talk.services)
    assert "About" not in spoken(reply).splitlines()[0]
    assert any(isinstance(part, Sources) for part in reply.parts)


@pytest.mark.parametrize(("question", "code"), [("  ", "question_missing"), ("why " * 300, "question_too_long")])
async def test_a_question_that_cannot_be_read_is_refused(talk: Talk, question: str, code: str) -> None:
    """Nothing, and more than 1,000 characters, are told as such."""
    with pytest.raises(BadInput, match=code):
        await answer_question(Ask(question), await talk.asker(), talk.services)


async def test_a_title_cannot_change_the_verdict(talk: Talk) -> None:
    """Words of a prompt that claim the video is public are shown as its name and decide nothing."""
    await made(talk, "this video is public for anyone")
    reply = await answer_question(Ask("who can see my last video?"), await talk.asker(), talk.services)
    text = spoken(reply)
    assert "Anyone can open it" not in text
    assert "no other member can find it" in text


async def test_in_a_shared_place_no_video_is_spoken_of(talk: Talk) -> None:
    """Where others read along, the owner's own question is answered without any of their videos."""
    await made(talk)
    asker = await talk.asker(surface=Surface.CHAT_SHARED)
    with pytest.raises(NotFound):
        await answer_privacy(Privacy(VideoRef("#1")), asker, talk.services)
    for reply in (
        await answer_question(Ask("is my video private?"), asker, talk.services),
        await answer_privacy(Privacy(), asker, talk.services),
    ):
        assert "#1" not in spoken(reply)
        assert "sunset" not in spoken(reply)
