"""Forms in Telegram: one question after the other, kept in the database, ended by anything that ends them."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import ChatShared, KeyboardButton, Message, SharedUser, UsersShared
from telegram.constants import KeyboardButtonRequestUsersLimit

from bots.chat.command import Asker, VideoRef
from bots.chat.reply import Form, FormField, Pick, PickKind, Reply
from bots.telegram_bot.interview import Done, Interview, cancelled
from bots.telegram_bot.pickers import pick_keyboard, picked
from bots.telegram_bot.questionnaire import Questionnaire
from bots.telegram_bot.render import Drawn, draw
from bots.telegram_bot.words import Words
from bots.texts.lookup import Texts
from bots.texts.say import Say, VideoName
from core.erasure.sweep import sweep_interviews
from core.interviews import LASTS_MS
from core.people import Platform
from core.storage.store import SqlStore
from tests.chatting import Chatting, chatting_in
from tests.telegram_rules import HOSTILE, check_message, keys, read
from tests.test_chat_drafts import drafted, form, seen

TEXTS = Texts()
CHAT = 700
PROMPT = FormField("prompt", Say("draft-prompt"), 20, "a calm sea", many_lines=True)
TITLE = FormField("title", Say("rename-title"), 10, required=False)
SHAPE = FormField(
    "shape", Say("draft-shape"), 16, "9:16", choices=(("16:9", Say("shape-wide")), ("9:16", Say("shape-tall")))
)
FORM = Form(Say("draft-form", {"video": VideoName(1, "Beach")}), "1cadjust", (PROMPT, TITLE, SHAPE))


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation with real parts behind it."""
    async with chatting_in(tmp_path) as opened:
        yield opened


@pytest.fixture
def interview(talk: Chatting) -> Interview:
    """Interviews over the conversation's database."""
    return Interview(talk.parts.store, TEXTS, talk.parts.clock, talk.parts.ids)


@pytest.fixture
async def owner(talk: Chatting) -> Asker:
    """Somebody who is asked."""
    return await talk.arrive()


def drawn(reply: Reply | Done | None) -> Drawn:
    """Draw a question in English, and hold it against Telegram's limits."""
    assert isinstance(reply, Reply)
    card = draw(reply, Words(TEXTS, "en"), None)
    check_message(card)
    return card


def data(reply: Reply | Done | None, label: str) -> str:
    """Give the value of the button whose label begins so."""
    (found,) = [key for key in keys(drawn(reply)) if key.text.startswith(label)]
    return str(found.callback_data)


async def test_a_form_is_asked_question_by_question(interview: Interview, owner: Asker) -> None:
    """Each question says what it is about and which it is, and offers what fits it; the last one ends it."""
    first = await interview.begin(FORM, owner, CHAT)
    assert read(drawn(first)).splitlines() == [
        "What shall be different in “Beach” (#1)?",
        "Question 1 of 3",
        "",
        "What to show, or how the camera moves",
        "Now: a calm sea",
    ]
    assert [key.text for key in keys(drawn(first))] == ["Keep: a calm sea", "Cancel"]
    second = await interview.answer("  a slow pan ", owner, CHAT)
    assert "Question 2 of 3" in read(drawn(second))
    assert [key.text for key in keys(drawn(second))] == ["Leave it empty", "Back", "Cancel"]
    third = await interview.pressed(data(second, "Leave"), owner, CHAT)
    assert [key.text for key in keys(drawn(third))] == ["wide, 16:9", "✓ tall, 9:16", "Back", "Cancel"]
    done = await interview.pressed(data(third, "wide"), owner, CHAT)
    assert done == Done("1cadjust", {"prompt": "a slow pan", "title": "", "shape": "16:9"})


async def test_a_single_question_isnt_numbered(interview: Interview, owner: Asker) -> None:
    """One question is no list."""
    first = await interview.begin(Form(Say("settings-form"), "1szone", (PROMPT,)), owner, CHAT)
    assert "Question" not in read(drawn(first))
    assert await interview.pressed(data(first, "Keep"), owner, CHAT) == Done("1szone", {"prompt": "a calm sea"})


async def test_what_is_no_answer_is_said_and_asked_again(interview: Interview, owner: Asker) -> None:
    """Too many letters, nothing at all, or none of the choices: the question stays open."""
    await interview.begin(FORM, owner, CHAT)
    assert "That has 21 characters; 20 are the most" in read(drawn(await interview.answer("x" * 21, owner, CHAT)))
    assert "half a character" in read(drawn(await interview.answer("a\ud83d", owner, CHAT)))
    assert "needs an answer" in read(drawn(await interview.answer(" ", owner, CHAT)))
    await interview.answer("e\u0301" * 20, owner, CHAT)
    await interview.answer("T", owner, CHAT)
    assert "one of these with a button" in read(drawn(await interview.answer("round", owner, CHAT)))
    done = await interview.answer("TALL, 9:16", owner, CHAT)
    assert done == Done("1cadjust", {"prompt": "é" * 20, "title": "T", "shape": "9:16"})


async def test_back_opens_the_question_before_with_what_was_answered(interview: Interview, owner: Asker) -> None:
    """What was answered can be kept or answered anew."""
    await interview.begin(FORM, owner, CHAT)
    second = await interview.answer("a slow pan", owner, CHAT)
    back = await interview.pressed(data(second, "Back"), owner, CHAT)
    assert [key.text for key in keys(drawn(back))] == ["Keep: a slow pan", "Cancel"]
    assert "Question 2 of 3" in read(drawn(await interview.pressed(data(back, "Keep"), owner, CHAT)))


async def test_an_interview_goes_on_after_a_restart(talk: Chatting, interview: Interview, owner: Asker) -> None:
    """Nothing of it is in memory: another process takes the next answer, and an earlier button."""
    first = await interview.begin(FORM, owner, CHAT)
    later = Interview(talk.parts.store, TEXTS, talk.parts.clock, talk.parts.ids)
    assert "Question 2 of 3" in read(drawn(await later.pressed(data(first, "Keep"), owner, CHAT)))


async def test_a_stale_button_asks_the_open_question(interview: Interview, owner: Asker) -> None:
    """A press twice, one of an earlier question, one of another interview, and a forged one answer nothing."""
    first = await interview.begin(FORM, owner, CHAT)
    second = await interview.answer("a slow pan", owner, CHAT)
    for value in (
        data(first, "Keep"),
        "ask:________:0:k0",
        "ask:forged",
        data(second, "Leave").replace(":1:e", ":7:e"),
    ):
        assert await interview.pressed(value, owner, CHAT) == second
    other = data(second, "Leave")[:-2] + "c9"
    assert await interview.pressed(other, owner, CHAT) == second
    restarted = await interview.begin(FORM, owner, CHAT)
    assert await interview.pressed(data(second, "Leave"), owner, CHAT) == restarted


async def test_nobody_answers_for_somebody_else(talk: Chatting, interview: Interview, owner: Asker) -> None:
    """Another person's press and words, and the same person's in another chat, reach nothing of it."""
    first = await interview.begin(FORM, owner, CHAT)
    other = await talk.arrive("member")
    assert "closed" in read(drawn(await interview.pressed(data(first, "Keep"), other, CHAT)))
    assert await interview.answer("a slow pan", other, CHAT) is None
    assert await interview.answer("a slow pan", owner, CHAT + 1) is None
    assert not await interview.cancel(other, CHAT)
    assert "Question 2" in read(drawn(await interview.answer("a slow pan", owner, CHAT)))


async def test_cancel_ends_it_by_word_and_by_button(interview: Interview, owner: Asker) -> None:
    """Afterwards words are questions again, and its buttons say that it is over."""
    first = await interview.begin(FORM, owner, CHAT)
    assert await interview.cancel(owner, CHAT)
    assert not await interview.cancel(owner, CHAT)
    assert await interview.answer("a slow pan", owner, CHAT) is None
    assert "closed" in read(drawn(await interview.pressed(data(first, "Keep"), owner, CHAT)))
    first = await interview.begin(FORM, owner, CHAT)
    assert await interview.pressed(data(first, "Cancel"), owner, CHAT) == cancelled(was_asked=True)
    assert await interview.answer("a slow pan", owner, CHAT) is None


async def test_a_command_puts_it_aside_until_a_button_is_pressed(interview: Interview, owner: Asker) -> None:
    """What is typed after another command is no answer; Go on, or any button of the question, opens it again."""
    assert await interview.put_aside(owner, CHAT) is None
    first = await interview.begin(FORM, owner, CHAT)
    waiting = await interview.put_aside(owner, CHAT)
    assert [key.text for key in keys(drawn(waiting))] == ["Go on", "Forget the question"]
    assert await interview.put_aside(owner, CHAT) is None
    assert await interview.answer("is my video private?", owner, CHAT) is None
    assert await interview.pressed(data(waiting, "Go on"), owner, CHAT) == first
    assert "Question 2" in read(drawn(await interview.answer("a slow pan", owner, CHAT)))


async def test_the_last_answer_heard_twice_ends_it_twice(interview: Interview, owner: Asker) -> None:
    """After a crash the same words come once more: the press that they are for is spent once; other words are free."""
    single = Form(Say("settings-form"), "1szone", (PROMPT,))
    await interview.begin(single, owner, CHAT)
    done = Done("1szone", {"prompt": "Berlin"})
    assert [await interview.answer("Berlin", owner, CHAT) for _ in range(2)] == [done, done]
    assert await interview.put_aside(owner, CHAT) is None
    assert await interview.answer("is it private?", owner, CHAT) is None
    assert await interview.answer("Berlin", owner, CHAT) is None
    first = await interview.begin(single, owner, CHAT)
    assert [await interview.pressed(data(first, "Keep"), owner, CHAT) for _ in range(2)] == [
        Done("1szone", {"prompt": "a calm sea"})
    ] * 2
    await interview.settled(Reply(()), owner, CHAT)
    assert "closed" in read(drawn(await interview.pressed(data(first, "Keep"), owner, CHAT)))


async def test_what_doesnt_fit_is_asked_again_with_what_was_told(
    talk: Chatting, interview: Interview, owner: Asker
) -> None:
    """A part that can't be read: why, and the questions again, each answer ready to be kept; what fits ends it."""
    card, video = await drafted(talk)
    first = await interview.begin(form(await talk.press(card, "change", owner)), owner, CHAT)
    now: Reply | Done | None = await interview.pressed(data(first, "Keep"), owner, CHAT)
    for answer in ("Hello", "soon", "tall, 9:16"):
        now = await interview.answer(answer, owner, CHAT)
    assert isinstance(now, Done)
    again = await interview.settled(await talk.chat.press(now.press, owner, now.typed), owner, CHAT)
    assert read(drawn(again)).startswith("I can't read that part.")
    second = await interview.pressed(data(again, "Keep"), owner, CHAT)
    third = await interview.pressed(data(second, "Keep: Hello"), owner, CHAT)
    await interview.pressed(data(third, "Keep: soon"), owner, CHAT)
    back = await interview.pressed(data(await interview.answer("round", owner, CHAT), "Back"), owner, CHAT)
    assert "Now: soon" in read(drawn(back))
    fourth = await interview.answer("7", owner, CHAT)
    done = await interview.pressed(data(fourth, "✓ tall"), owner, CHAT)
    assert isinstance(done, Done)
    card = await talk.chat.press(done.press, owner, done.typed)
    assert await interview.settled(card, owner, CHAT) == card
    assert (await seen(talk, video)).video.seconds == 7
    assert await interview.answer("tall, 9:16", owner, CHAT) is None


async def test_an_interview_ends_after_a_day_and_its_words_are_gone(
    talk: Chatting, interview: Interview, owner: Asker
) -> None:
    """Answers are sealed while it lasts; a day after it began nothing of it is in any row."""
    store = talk.parts.store
    assert isinstance(store, SqlStore)
    await interview.begin(FORM, owner, CHAT)
    await interview.answer("a secret pan", owner, CHAT)
    assert await sweep_interviews(store=store, clock=talk.parts.clock) == 0
    assert b"a secret pan" not in b"".join(file.read_bytes() for file in talk.parts.folder.glob("hushreel.db*"))
    talk.parts.clock.advance(LASTS_MS + 1)
    assert await interview.answer("x", owner, CHAT) is None
    assert await sweep_interviews(store=store, clock=talk.parts.clock) == 1
    async with store.read() as reads:
        assert await reads.interview(owner.viewer, Platform.TELEGRAM, str(CHAT)) is None


async def test_what_it_is_about_takes_it_along(talk: Chatting, interview: Interview, owner: Asker) -> None:
    """A draft is changed by an interview; one that is erased meanwhile takes the words of an interview with it."""
    card, video = await drafted(talk)
    asked = form(await talk.press(card, "change", owner))
    first = await interview.begin(asked, owner, CHAT)
    now: Reply | Done | None = await interview.pressed(data(first, "Keep"), owner, CHAT)
    for answer in ("Hello", "7", "tall, 9:16"):
        now = await interview.answer(answer, owner, CHAT)
    assert isinstance(now, Done)
    await talk.chat.press(now.press, owner, now.typed)
    view = await seen(talk, video)
    assert (view.text, view.video.seconds) == ("Hello", 7)
    again = await talk.press(await talk.card(video, owner), "change", owner)
    await interview.begin(form(again), owner, CHAT)
    await interview.answer("a secret pan", owner, CHAT)
    sure = await talk.chat.ask("delete", {"video": VideoRef("1")}, owner)
    await talk.press(sure, "erase", owner)
    await talk.erase(video)
    async with talk.parts.store.read() as reads:
        assert await reads.interview(owner.viewer, Platform.TELEGRAM, str(CHAT)) is None


async def test_a_form_without_fields_is_refused(interview: Interview, owner: Asker) -> None:
    """It would ask nothing and never end."""
    with pytest.raises(ValueError, match="1szone"):
        await interview.begin(Form(Say("settings-form"), "1szone", ()), owner, CHAT)


@given(st.lists(HOSTILE, min_size=3, max_size=3), HOSTILE)
def test_whatever_is_answered_is_written_down_and_read_again(answers: list[str], value: str) -> None:
    """Notes are read as they were written, whatever people type, and every question draws within Telegram's limits."""
    asked = replace(
        FORM, fields=(replace(PROMPT, value=value, longest=4_000), replace(TITLE, longest=4_000, value=value))
    )
    now = Questionnaire.of(asked, "________", Words(TEXTS, "en"))
    for answer in answers:
        assert Questionnaire.read(now.written()) == now
        if now.is_complete:
            break
        drawn(now.asked())
        then = now.answered(answer)
        now = now if isinstance(then, Say) else then.back().given(answer)


def test_places_and_people_are_picked_by_telegrams_own_pickers() -> None:
    """A place is a group that we are in or a channel, both managed by the person; people come ten at most."""
    words = Words(TEXTS, "en")
    place = Pick(Say("setup-pick-review"), "1csetview" + "A" * 32 + "B" * 22, PickKind.PLACE)
    channel, group, cancel = (row[0] for row in pick_keyboard(place, 6, words).keyboard)
    assert isinstance(group, KeyboardButton)
    assert group.request_chat is not None
    assert channel.request_chat is not None
    assert (group.request_chat.chat_is_channel, group.request_chat.bot_is_member) == (False, True)
    assert channel.request_chat.bot_administrator_rights is not None
    assert channel.request_chat.bot_administrator_rights.can_post_messages
    assert cancel.text == "/cancel"
    assert (group.request_chat.request_id, channel.request_chat.request_id) == (6, 7)
    people = pick_keyboard(
        Pick(Say("setup-pick-moderators"), "1csetmods" + "A" * 54, PickKind.PEOPLE, (), 25), 8, words
    )
    asked = people.keyboard[0][0].request_users
    assert asked is not None
    assert asked.max_quantity == KeyboardButtonRequestUsersLimit.MAX_QUANTITY


def test_what_was_picked_is_told_by_request_and_ids() -> None:
    """The group and the channel of one picker are one answer; an ordinary message is none."""
    for request_id in (6, 7):
        shared = Message(1, None, None, chat_shared=ChatShared(request_id, -100_123))  # type: ignore[arg-type]
        assert picked(shared) == (6, ("-100123",))
    users = UsersShared(8, (SharedUser(5), SharedUser(6)))
    assert picked(Message(1, None, None, users_shared=users)) == (8, ("5", "6"))  # type: ignore[arg-type]
    assert picked(Message(1, None, None)) is None  # type: ignore[arg-type]


async def test_files_are_the_answer_to_a_form_that_takes_them(
    talk: Chatting, interview: Interview, owner: Asker
) -> None:
    """Words aren't, and are told so; the draft that waits is named until the form ends."""
    card, video = await drafted(talk)
    asked = form(await talk.press(card, "files", owner))
    first = drawn(await interview.begin(asked, owner, CHAT))
    assert "What fits: up to 10 pictures, or a clip and a sound" in first.text
    assert first.text.count("Send the files here") == 1
    assert await interview.waits_for_files(owner, CHAT) == video
    again = drawn(await interview.answer("here they are", owner, CHAT))
    assert again.text.count("Send the files here") == 1
    assert await interview.waits_for_files(owner, CHAT + 1) is None
    await interview.cancel(owner, CHAT)
    assert await interview.waits_for_files(owner, CHAT) is None
