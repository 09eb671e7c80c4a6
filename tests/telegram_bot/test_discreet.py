"""What is said to us in a group: one discreet line there, the answer in private, and nothing private in the group."""

import json
from pathlib import Path
from typing import Any

import pytest

from bots.telegram_bot.discreet import LINE_AGAIN_MS, LINES_MOST
from core.communities import Pictures
from core.hosting.choose import choose_customs
from core.people import PersonId, Role, Viewer
from tests.parts import HERE
from tests.talk import spoken
from tests.telegram_town import (
    ADMIN,
    ANONYMOUS,
    BOT,
    CHANNEL,
    CLUB,
    DATE_S,
    FORBIDDEN,
    MEMBER,
    NO_TOPIC,
    STRANGER,
    Json,
    Refused,
    Town,
    begun,
    person,
    town_in,
)

PRIVATE = "I answer in private only. My answer is in our chat."
PHOTO: Json = {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}]}
MENTION: Json = {"entities": [{"type": "mention", "offset": 0, "length": 13}]}


def words(town: Town) -> list[str]:
    """What was taken over into the private chat."""
    return [one.message.text or "" for one in town.heard if one.message]


async def test_a_command_is_answered_in_private_and_a_line_says_so(tmp_path: Path) -> None:
    """The line answers the message that it is about, makes no sound, and its button tells nothing of what was asked."""
    async with town_in(tmp_path) as town:
        await town.say("/privacy #3 my secret beach")
        (line,) = town.sky.sent
        assert town.sky.said(CLUB) == [PRIVATE]
        assert line["disable_notification"]
        assert line["reply_parameters"]["allow_sending_without_reply"]
        ((button,),) = line["reply_markup"]["inline_keyboard"]
        assert button["url"] == "https://t.me/hushreel_bot?start=group"
        for told in ("privacy", "#3", "secret", "beach"):
            assert told not in json.dumps(line)
        (heard,) = town.heard
        assert words(town) == ["/privacy #3 my secret beach"]
        assert heard.effective_chat
        assert (heard.effective_chat.id, heard.effective_chat.type) == (MEMBER, "private")
        assert heard.message
        assert [one.type for one in heard.message.parse_entities()] == ["bot_command"]


async def test_who_never_started_us_is_told_so_where_they_asked(tmp_path: Path) -> None:
    """A bot can't write first: nothing is tried beyond the line, and the button leads to where it begins."""
    async with town_in(tmp_path) as town:
        town.sky.unstarted.add(MEMBER)
        await town.say("/privacy")
        (said,) = town.sky.said(CLUB)
        assert "Telegram doesn't let me write first" in said
        assert "press Start" in said
        assert (town.heard, town.sky.said(MEMBER)) == ([], [])


async def test_an_answer_is_given_when_telegram_does_not_say_whether_it_can_be(tmp_path: Path) -> None:
    """Only a refusal counts as one; with Telegram in trouble the answer is tried all the same."""
    async with town_in(tmp_path) as town:
        town.sky.refusing[MEMBER] = Refused(500, "Internal Server Error")
        await town.say("/privacy")
        assert words(town) == ["/privacy"]


@pytest.mark.parametrize(
    "text", ["/privacy@other_bot", "/ban", "/ban@other_bot me", "is it private?", "@other_bot hello", "/", "//privacy"]
)
async def test_what_is_said_to_others_is_left_alone(tmp_path: Path, text: str) -> None:
    """As an administrator we hear everything; other bots' commands and people's talk are none of our business."""
    async with town_in(tmp_path) as town:
        await town.say(text)
        assert (town.heard, town.sky.asked[1:]) == ([], [])


@pytest.mark.parametrize("text", ["/privacy", "/PRIVACY@Hushreel_Bot", "/nothing@hushreel_bot", "/start"])
async def test_our_own_commands_are_taken_over_as_they_are(tmp_path: Path, text: str) -> None:
    """With our name behind them also those that we don't know: the private chat says so."""
    async with town_in(tmp_path) as town:
        await town.say(text)
        assert words(town) == [text]


async def test_a_mention_and_a_reply_are_questions_in_private(tmp_path: Path) -> None:
    """Our own name is no part of the question; without any words it is a call for help."""
    async with town_in(tmp_path) as town:
        await town.say("@hushreel_bot is my video private?", **MENTION)
        await town.say("@HUSHREEL_bot", **MENTION)
        ours = {"message_id": 5, "date": DATE_S, "chat": town.sky.chat(CLUB), "from": BOT, "text": PRIVATE}
        await town.say("until when?", reply_to_message=ours)
        await town.say("until when?", reply_to_message=ours | {"from": person(ADMIN)})
        assert words(town) == ["is my video private?", "/help", "until when?"]


async def test_what_is_asked_for_in_a_group_is_begun_there(tmp_path: Path) -> None:
    """A /create of words alone too, though it is answered in private; what else is said there is about no group."""
    async with town_in(tmp_path) as town:
        community = await begun(town)
        for said, where in (("/create a sea", community), ("/videos", None)):
            await town.say(said)
            assert (await town.asker_of(town.heard[-1])).community == where
        alone = town.update(message=town.written(MEMBER, MEMBER, "/create a sea"))
        assert (await town.asker_of(alone)).community is None


async def test_a_picture_of_ones_own_becomes_a_private_draft(tmp_path: Path) -> None:
    """By a mention or /create below it, or /create in reply to it; it is said that the group sees the picture."""
    async with town_in(tmp_path) as town:
        caption = {"caption": "@hushreel_bot a sea", "caption_entities": MENTION["entities"]}
        await town.say("", **PHOTO, **caption)
        assert town.sky.said(CLUB) == [PRIVATE]
        mine = town.written(CLUB, MEMBER, **PHOTO)
        await town.say("/create a sea", reply_to_message=mine)
        assert [chat for chat, _ in town.shown] == [MEMBER, MEMBER]
        for _, reply in town.shown:
            assert "is a draft" in spoken(reply)
            assert "where everyone can see it" in spoken(reply)
            assert "Who is in it?" not in spoken(reply)
        assert town.heard == []


async def test_a_picture_of_somebody_else_is_taken_where_the_admins_let_members(tmp_path: Path) -> None:
    """Otherwise it is left alone, and that is said in private; where it is let, who is in it is asked first."""
    async with town_in(tmp_path) as town:
        theirs = town.written(CLUB, ADMIN, **PHOTO)
        await town.say("/create a sea", reply_to_message=theirs)
        assert "posted by somebody else" in spoken(town.shown[-1][1])
        community = await begun(town)
        store = town.chatting.parts.store
        viewer = Viewer(PersonId(town.chatting.parts.ids.new()), {community: Role.ADMIN})
        await choose_customs(viewer, community, HERE, pictures=Pictures.ANYONE, store=store)
        await town.say("/create a sea", reply_to_message=theirs)
        assert "Who is in it?" in spoken(town.shown[-1][1])
        as_channel = theirs | {"sender_chat": {"id": CHANNEL, "type": "channel", "title": "Films"}}
        await town.say("/create a sea", user=ADMIN, reply_to_message=as_channel)
        assert "Who is in it?" in spoken(town.shown[-1][1])


async def test_a_picture_that_names_nobody_and_a_reply_without_create_are_left(tmp_path: Path) -> None:
    """A picture in a group is nobody's request; a question about one is a question."""
    async with town_in(tmp_path) as town:
        await town.say("", **PHOTO)
        await town.say("@hushreel_bot whose is this?", reply_to_message=town.written(CLUB, ADMIN, **PHOTO), **MENTION)
        await town.say("/privacy", reply_to_message=town.written(CLUB, MEMBER, **PHOTO))
        assert words(town) == ["whose is this?", "/privacy"]
        assert town.shown == []


@pytest.mark.parametrize(
    "who",
    [
        {"from": ANONYMOUS, "sender_chat": {"id": CLUB, "type": "supergroup", "title": "Club"}},
        {"from": ANONYMOUS, "sender_chat": {"id": CHANNEL, "type": "channel", "title": "Films"}},
    ],
)
async def test_who_does_not_write_as_oneself_is_asked_to(tmp_path: Path, who: dict[str, Any]) -> None:
    """An anonymous administrator and a channel are nobody whom I could answer."""
    async with town_in(tmp_path) as town:
        await town.say("/setup", **who)
        assert town.heard == []
        (said,) = town.sky.said(CLUB)
        assert "Write as yourself" in said
        assert await town.community() is None


async def test_a_channels_posts_in_its_group_are_nobodys_words(tmp_path: Path) -> None:
    """What Telegram forwards by itself gets no line, and two bots never talk with each other."""
    async with town_in(tmp_path) as town:
        sender = {"id": CHANNEL, "type": "channel", "title": "Films"}
        await town.say("/privacy", sender_chat=sender, is_automatic_forward=True)
        another: Json = {"from": BOT | {"id": 8}}
        await town.say("/privacy", **another)
        assert town.sky.sent == []


async def test_groups_stay_clean(tmp_path: Path) -> None:
    """One line a person and a minute, and not too many in all; every answer is given."""
    async with town_in(tmp_path) as town:
        for _ in range(3):
            await town.say("/privacy")
        assert (len(words(town)), len(town.sky.said(CLUB))) == (3, 1)
        for user in range(100, 100 + LINES_MOST):
            await town.say("/help", user=user)
        assert len(words(town)) == 3 + LINES_MOST
        assert len(town.sky.said(CLUB)) == LINES_MOST
        town.chatting.parts.clock.advance(LINE_AGAIN_MS)
        await town.say("/privacy")
        assert len(town.sky.said(CLUB)) == LINES_MOST + 1


async def test_the_line_stands_in_the_topic_and_a_deleted_topic_keeps_no_answer_back(tmp_path: Path) -> None:
    """Where we may not write in the group the answer comes all the same."""
    async with town_in(tmp_path) as town:
        await town.say("/privacy", message_thread_id=77, is_topic_message=True)
        await town.say("/privacy", user=STRANGER, message_thread_id=5)
        assert [one.get("message_thread_id") for one in town.sky.sent] == [77, None]
        for refused in (Refused(*NO_TOPIC), Refused(*FORBIDDEN)):
            town.chatting.parts.clock.advance(LINE_AGAIN_MS)
            town.sky.refusing[CLUB] = refused
            await town.say("/privacy")
        assert len(words(town)) == 4


async def test_the_line_is_in_the_language_of_who_asked(tmp_path: Path) -> None:
    """As their app names it."""
    async with town_in(tmp_path) as town:
        spanish: Json = {"from": person(MEMBER, "es")}
        await town.say("/privacy", **spanish)
        assert town.sky.said(CLUB) == ["Solo respondo en privado. Mi respuesta está en nuestro chat."]


async def test_what_comes_in_private_or_in_a_channel_is_none_of_this(tmp_path: Path) -> None:
    """Only groups have a line."""
    async with town_in(tmp_path) as town:
        await town.say("/privacy", chat=MEMBER)
        await town.say("/privacy", chat=CHANNEL)
        await town.discreet.in_group(
            town.update(callback_query={"id": "1", "from": person(MEMBER), "chat_instance": "1"})
        )
        assert (town.heard, town.sky.sent) == ([], [])
