"""How answers reach people on Telegram: in their private chat, in place where they pressed, and never twice."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest_asyncio
import telegram

from bots.telegram_bot.posted import HERE
from core.chats import NO_VIDEO, Posted
from core.people import Preferences
from tests.fakes.pictures import corners, encoded
from tests.fakes.telegram_wire.given import photo
from tests.fakes.tiny import VIDEO
from tests.telegram_story import Story, two_people

PROMPT = "a calm sea at sunset"


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob, and the bot."""
    async with two_people(tmp_path / "house") as told:
        yield told


async def test_a_button_rests_whatever_comes_behind(story: Story) -> None:
    """Every press is answered: one of ours, a forged one, and one whose video is somebody else's."""
    card, _ = await story.ready(story.ada)
    for value in ("1sdelete", "file:nothing", "src:AAAA", "ask:AAAAAAAA:0:k0", "1c" + "A" * 60, "?"):
        answer = await story.ada.presses(card, value, forged=True)
        assert answer.query is not None
        assert answer.query.answered_ms is not None, value
    theirs = card.button("More")["callback_data"]
    other, _ = await story.ready(story.bob)
    answer = await story.bob.presses(other, theirs, forged=True)
    await answer.says("somebody else's")
    assert VIDEO not in [one.media.content for one in answer.messages if one.media]


async def test_a_press_changes_its_own_message(story: Story) -> None:
    """More, Delete and Keep turn the card over and back; the file in it is the same one all the time."""
    card, _ = await story.ready(story.ada)
    assert card.media is not None
    before = card.media.file.file_id
    for label, words in (("More", "What else"), ("Delete", "for good?"), ("Keep", "is ready")):
        await story.ada.presses(card, label)
        await story.shows(card, words)
        assert card.media.file.file_id == before
    assert len(story.ada.inbox()) == 1


async def test_what_shows_something_else_comes_below(story: Story) -> None:
    """The five answers come as a message of their own, and their sources below them."""
    card, _ = await story.ready(story.ada)
    answer = await (await story.ada.presses(card, "Is it private?")).redrawn()
    assert answer.new
    folded = next(one for one in answer.message.labels if one.startswith("Sources"))
    unfolded = await (await story.ada.presses(answer.message, folded)).redrawn()
    await unfolded.says("[1]")
    assert card.media is not None


async def test_another_page_takes_the_place_of_the_one_that_was_pressed(story: Story) -> None:
    """A language chosen in /settings redraws that message, in that language."""
    settings = (await story.ada.command("settings")).message
    await story.ada.presses(settings, "Español")
    await story.until(lambda: "Guardado" in settings.words, "the page in Spanish")
    assert len(story.ada.inbox()) == 1


async def test_a_form_is_asked_question_by_question(story: Story) -> None:
    """Rename asks for the title, plain words answer, and the card has it."""
    card, _ = await story.ready(story.ada)
    await story.ada.presses(card, "More")
    await story.until(lambda: "Rename" in card.labels, "the page with more")
    asked = await (await story.ada.presses(card, "Rename")).redrawn()
    assert asked.new
    answer = await story.ada.says("Beach")
    await answer.says("Beach")


async def test_protected_messages_are_sent_as_such(story: Story) -> None:
    """Who forbids forwarding and saving gets cards that say so to Telegram from their first word on."""
    asker = await story.asker(story.ada)
    async with story.house.store.write() as writes:
        await writes.prefer(asker.viewer, Preferences(protect=True))
    card, _ = await story.ready(story.ada)
    assert card.protected
    assert not (await story.bob.command("help")).message.protected


async def test_long_work_is_seen(story: Story) -> None:
    """An answer that takes long shows that it is being written; a quick one doesn't."""
    await story.ada.command("help")
    assert story.fake.world.actions == []
    story.fake.trouble.plan(500, method="sendMessage", times=1)
    await story.ada.command("help")
    assert (story.ada.id, "typing") in story.fake.world.actions


async def test_an_answer_that_telegram_lost_is_given_again(story: Story) -> None:
    """A flood wait and a server error: the answer is there in the end, once."""
    story.fake.trouble.plan(429, method="sendMessage", times=1)
    story.fake.trouble.plan(502, method="sendMessage", times=1, skips=1)
    answer = await story.ada.command("help", waits=20.0)
    assert "/create" in answer.text
    assert len(story.ada.inbox()) == 1


async def test_what_broke_says_sorry_with_a_reference(story: Story) -> None:
    """Whatever breaks, its asker hears of it; the log has ids, and none of the words."""
    update = _said(story, "privacy secret words")

    async def broken(_: object) -> None:
        raise RuntimeError("secret words")

    await story.hearing.answering.asked(update, broken)  # type: ignore[arg-type]
    (told,) = story.ada.inbox()
    assert "broke" in told.words
    assert "secret" not in told.words


async def test_an_update_that_is_taken_up_again_begins_nothing_twice(story: Story) -> None:
    """The same update, heard again after a crash in the midst of its answer, shows the video that it began."""
    update = _said(story, f"/create {PROMPT}")
    await story.hearing.heard(update)
    first = await story.newest(story.ada)
    (row,) = await story.rows(first)
    async with story.house.store.write() as writes:
        await writes.drop_posted(row.id)
        await writes.keep_posted(_broken_off(row))
    await story.hearing.heard(update)
    assert await story.newest(story.ada) == first
    assert len(story.ada.inbox()) == 2
    assert [one.message for one in await story.rows(first)] == [str(story.ada.inbox()[-1].id)]


async def test_a_card_moves_down_to_its_reader(story: Story) -> None:
    """Shown again below, a card that holds no file leaves its old place; one with the video stays where it is."""
    first = (await story.ada.command(f"create {PROMPT}")).message
    listed = (await story.ada.command("videos")).message
    await story.ada.presses(listed, listed.labels[0])
    await story.until(lambda: first not in story.ada.inbox(), "one card")
    video = await story.newest(story.ada)
    await story.make(video)
    await story.until(lambda: story.ada.inbox()[-1].media, "the video")
    shown = story.ada.inbox()[-1]
    await story.ada.presses(listed, listed.labels[0])
    await story.until(lambda: sum(one.media is not None for one in story.ada.inbox()) == 2, "the video twice")
    assert shown in story.ada.inbox()


async def test_what_was_sent_for_a_video_is_known_to_be(story: Story) -> None:
    """The id of the message with the picture is kept with the video that came of it, and none of its words."""
    await story.ada.sends(photo(encoded(corners(640, 360), "JPEG")), "waves at my beach")
    video = await story.newest(story.ada)
    await story.settled(lambda: story.uploads(video))
    (sent,) = await story.uploads(video)
    theirs = [one for one in story.fake.seen.messages if one.author is story.ada.user]
    assert (sent.message, sent.channel) == (str(theirs[-1].id), str(story.ada.id))
    assert not await story.house.store.ledger.posted_about(HERE, NO_VIDEO)


async def test_many_answers_go_side_by_side(story: Story) -> None:
    """One person's answer that hangs holds up nobody else's."""
    story.fake.trouble.plan("time out", method="sendMessage", chat=story.ada.id, times=1)
    await story.ada.command("help", waits=None)
    async with asyncio.timeout(60):
        answer = await story.bob.command("help")
    assert "/create" in answer.text


def _said(story: Story, text: str) -> telegram.Update:
    """Make an update as Telegram tells it."""
    user = telegram.User(story.ada.id, "ada", is_bot=False, language_code="en")
    chat = telegram.Chat(story.ada.id, telegram.Chat.PRIVATE)
    now = telegram.Message(9_001, _now(story), chat, from_user=user, text=text)
    return telegram.Update(4_711, message=now)


def _now(story: Story) -> datetime:
    return datetime.fromtimestamp(story.fake.clock.now_s, UTC)


def _broken_off(row: Posted) -> Posted:
    return replace(row, video=NO_VIDEO, message=None, posted_at_ms=row.posted_at_ms - 5_000)
