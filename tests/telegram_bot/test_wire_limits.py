"""The fake of Telegram refuses what Telegram refuses, each limit with its own status and words."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaVideo
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

from tests.fakes.pictures import corners, encoded
from tests.fakes.telegram_wire.client import bot_for
from tests.fakes.telegram_wire.entities import parsed
from tests.fakes.telegram_wire.given import document
from tests.fakes.telegram_wire.places import GROUP
from tests.fakes.telegram_wire.refusals import Refused
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.fakes.telegram_wire.trouble import CUT_AFTER, CUT_BEFORE, TIME_OUT

HOUR_S = 3600
MB = 2**20


@pytest_asyncio.fixture
async def fake() -> AsyncIterator[TelegramWire]:
    """A Telegram that checks its own rules alone, without the specification, and counts no requests."""
    async with TelegramWire(checks_spec=False) as running:
        running.rates.on = False
        yield running


@pytest_asyncio.fixture
async def bot(fake: TelegramWire) -> AsyncIterator[Bot]:
    """The library's own bot."""
    async with bot_for(fake) as signed_in:
        yield signed_in


@pytest.fixture
def town(fake: TelegramWire) -> Town:
    """People for it."""
    return Town(fake)


@pytest.fixture
def ada(town: Town) -> Person:
    """Somebody who started the bot."""
    return town.person("ada")


def keyboard(*rows: int, **more: Any) -> InlineKeyboardMarkup:
    """Draw rows of so many buttons."""
    given = {"callback_data": "x"} | more
    return InlineKeyboardMarkup([[InlineKeyboardButton("b", **given)] * number for number in rows])


HTML = "HTML"
Asking = Callable[[Bot, int], Awaitable[Any]]
REFUSED: dict[str, tuple[Asking, str]] = {
    "4097 characters": (lambda bot, who: bot.send_message(who, "x" * 4097), "message is too long"),
    "blank": (lambda bot, who: bot.send_message(who, " \n "), "text is empty"),
    "2049 emoji": (lambda bot, who: bot.send_message(who, "\N{GRINNING FACE}" * 2049), "message is too long"),
    "caption of 1025": (lambda bot, who: bot.send_document(who, b"x", caption="x" * 1025), "caption is too long"),
    "an open tag": (lambda bot, who: bot.send_message(who, "<b>x", parse_mode=HTML), "can't parse entities"),
    "a strange tag": (lambda bot, who: bot.send_message(who, "<p>x</p>", parse_mode=HTML), "Unsupported start tag"),
    "a bare <": (lambda bot, who: bot.send_message(who, "1 < 2", parse_mode=HTML), "can't parse entities"),
    "65 bytes": (
        lambda bot, who: bot.send_message(who, "x", reply_markup=keyboard(1, callback_data="x" * 65)),
        "BUTTON_DATA_INVALID",
    ),
    "101 buttons": (lambda bot, who: bot.send_message(who, "x", reply_markup=keyboard(*[5] * 20, 1)), "too long"),
    "9 in a row": (lambda bot, who: bot.send_message(who, "x", reply_markup=keyboard(9)), "in a row"),
    "a link to this machine": (
        lambda bot, who: bot.send_message(
            who, "x", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("b", url="http://localhost:8080/")]])
        ),
        "Wrong HTTP URL",
    ),
    "51 MB": (lambda bot, who: bot.send_document(who, bytes(51 * MB)), "Too Large|too big"),
    "a photo of 11 MB": (lambda bot, who: bot.send_photo(who, bytes(11 * MB)), "too big"),
    "no photo": (lambda bot, who: bot.send_photo(who, b"text"), "IMAGE_PROCESS_FAILED"),
    "a PNG as thumbnail": (
        lambda bot, who: bot.send_video(who, b"x", thumbnail=encoded(corners(), "PNG")),
        "thumbnail is PNG",
    ),
    "a large thumbnail": (
        lambda bot, who: bot.send_video(who, b"x", thumbnail=encoded(corners(640, 360), "JPEG")),
        "thumbnail is JPEG",
    ),
    "an unknown file": (lambda bot, who: bot.send_video(who, "BQACunknown"), "wrong file identifier"),
    "an upper-case command": (lambda bot, _: bot.set_my_commands([BotCommand("Create", "x")]), "COMMAND_INVALID"),
    "an unknown action": (lambda bot, who: bot.send_chat_action(who, "dancing"), "wrong parameter action"),
    "an unknown chat": (lambda bot, _: bot.send_message(5, "x"), "chat not found"),
    "an edit of nothing": (lambda bot, who: bot.edit_message_text("x", who, 5), "message to edit not found"),
    "a deletion of nothing": (lambda bot, who: bot.delete_message(who, 5), "message to delete not found"),
    "a press that never was": (lambda bot, _: bot.answer_callback_query("5"), "query is too old"),
    "a reply to nothing": (lambda bot, who: bot.send_message(who, "x", reply_to_message_id=5), "replied not found"),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_is_over_a_limit_is_refused(fake: TelegramWire, bot: Bot, ada: Person, name: str) -> None:
    """Each is refused with Telegram's words, and nothing is seen of it."""
    ask, words = REFUSED[name]
    with pytest.raises((BadRequest, NetworkError), match=f"(?i){words}"):
        await ask(bot, ada.id)
    assert len(fake.refused) == 1
    assert ada.inbox() == []


async def test_what_is_just_within_limits_is_taken(bot: Bot, ada: Person) -> None:
    """Markup doesn't count, and entities are read."""
    await bot.send_message(ada.id, f"<b>{'x' * 4096}</b>", parse_mode=HTML)
    await bot.send_document(ada.id, b"x", caption=f"<i>{'&lt;' * 1024}</i>", parse_mode=HTML)
    await bot.send_message(ada.id, "x", reply_markup=keyboard(*[5] * 20))
    await bot.send_message(ada.id, "x", reply_markup=keyboard(1, callback_data="x" * 64))
    assert [len(one.words) for one in ada.inbox()] == [4096, 1024, 1, 1]


def test_html_is_read_as_telegram_does() -> None:
    """Tags, references and links become text and entities; blank ends go."""
    shown = parsed(' <b>a &amp; <i>b</i></b> <a href="https://x.example/?a=1&amp;b=2">c</a>&lt;\n', "HTML")
    assert shown.text == "a & b c<"
    assert [(one["type"], one["offset"], one["length"]) for one in shown.entities] == [
        ("bold", 0, 5),
        ("italic", 4, 1),
        ("text_link", 6, 1),
    ]
    assert shown.entities[2]["url"] == "https://x.example/?a=1&b=2"
    for wrong in ("</b>", "<b><i>x</b></i>", "<b", '<span class="x">x</span>', "<b>x</b></b>"):
        with pytest.raises(Refused, match=r"(?i)can't parse entities"):
            parsed(wrong, "HTML")


async def test_edits_follow_the_kind_of_message(fake: TelegramWire, bot: Bot, ada: Person) -> None:
    """A text has no caption, a video no text, and an edit that changes nothing is refused."""
    text, film = await bot.send_message(ada.id, "x"), await bot.send_video(ada.id, b"film", caption="y")
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await bot.edit_message_text("x", ada.id, text.message_id)
    with pytest.raises(BadRequest, match=r"(?i)no caption in the message"):
        await bot.edit_message_caption(ada.id, text.message_id, caption="z")
    with pytest.raises(BadRequest, match=r"(?i)no text in the message"):
        await bot.edit_message_text("z", ada.id, film.message_id)
    await ada.says("mine", waits=None)
    theirs = fake.world.in_chat(ada.private)[-1]
    with pytest.raises(BadRequest, match=r"(?i)message can't be edited"):
        await bot.edit_message_text("z", ada.id, theirs.id)


async def test_messages_are_deleted_below_48_hours(fake: TelegramWire, bot: Bot, ada: Person) -> None:
    """Also what the person sent; afterwards an edit still works."""
    await ada.says("hello", waits=None)
    theirs = fake.world.in_chat(ada.private)[0]
    first, second = await bot.send_message(ada.id, "one"), await bot.send_video(ada.id, b"film", caption="two")
    fake.clock.advance(47 * HOUR_S)
    assert await bot.delete_message(ada.id, first.message_id)
    fake.clock.advance(HOUR_S)
    for message_id in (second.message_id, theirs.id):
        with pytest.raises(BadRequest, match=r"(?i)can't be deleted"):
            await bot.delete_message(ada.id, message_id)
    still = InputMediaVideo(b"empty", caption="gone")
    assert await bot.edit_message_media(still, ada.id, second.message_id)


async def test_who_cant_be_written_to(bot: Bot, town: Town, ada: Person) -> None:
    """Who never started, who blocked, who is gone: each has its own words."""
    new = town.person("new", started=False)
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(new.id, "x")
    town.group("club", new)
    with pytest.raises(Forbidden, match=r"(?i)can't initiate conversation"):
        await bot.send_message(new.id, "x")
    await new.starts(waits=None)
    await bot.send_message(new.id, "x")
    ada.blocks()
    with pytest.raises(Forbidden, match=r"(?i)blocked by the user"):
        await bot.send_message(ada.id, "x")
    ada.unblocks()
    await bot.send_message(ada.id, "x")
    ada.deactivates()
    with pytest.raises(Forbidden, match=r"(?i)deactivated"):
        await bot.send_message(ada.id, "x")
    stands = [one.my_chat_member for one in await bot.get_updates() if one.my_chat_member is not None]
    assert [one.new_chat_member.status for one in stands][-2:] == ["kicked", "member"]


async def test_groups_that_change_say_so(bot: Bot, town: Town, ada: Person) -> None:
    """Thrown out, muted, deleted, a topic deleted or closed, a group that became a supergroup."""
    club = town.group("club", ada)
    topic = club.topic("films")
    await bot.send_message(club.id, "x", message_thread_id=topic)
    club.close_topic(topic)
    with pytest.raises(BadRequest, match=r"(?i)TOPIC_CLOSED"):
        await bot.send_message(club.id, "x", message_thread_id=topic)
    club.delete_topic(topic)
    with pytest.raises(BadRequest, match=r"(?i)message thread not found"):
        await bot.send_message(club.id, "x", message_thread_id=topic)
    club.mute()
    with pytest.raises(BadRequest, match=r"(?i)not enough rights"):
        await bot.send_message(club.id, "x")
    club.kick_bot()
    with pytest.raises(Forbidden, match=r"(?i)kicked from the supergroup"):
        await bot.send_message(club.id, "x")
    club.delete()
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(club.id, "x")


async def test_a_group_that_became_a_supergroup_tells_its_new_id(bot: Bot, town: Town, ada: Person) -> None:
    """Requests to the old id are refused with the new one."""
    small = town.group("small", ada, kind=GROUP)
    before = small.id
    after = small.becomes_supergroup()
    with pytest.raises(ChatMigrated) as told:
        await bot.send_message(before, "x")
    assert told.value.new_chat_id == after
    await bot.send_message(after, "x")
    service = [one.message for one in await bot.get_updates() if one.message is not None]
    assert [(one.migrate_to_chat_id, one.migrate_from_chat_id) for one in service] == [(after, None), (None, before)]


async def test_a_channel_wants_an_administrator(bot: Bot, town: Town, ada: Person) -> None:
    """In a channel the bot posts with the right to, and not without."""
    channel = town.channel("showcase", ada)
    sent = await bot.send_message(channel.id, "x")
    assert sent.sender_chat is not None
    channel.add_bot()
    with pytest.raises(BadRequest, match=r"(?i)need administrator rights"):
        await bot.send_message(channel.id, "x")


async def test_what_is_over_20_mb_cant_be_fetched(bot: Bot, ada: Person) -> None:
    """The file is known, and getFile is refused."""
    await ada.sends(document(bytes(21 * MB), "large.bin"), waits=None)
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.document is not None
    with pytest.raises(BadRequest, match=r"(?i)file is too big"):
        await bot.get_file(message.document.file_id)


async def test_too_many_messages_have_to_wait(fake: TelegramWire, bot: Bot, town: Town, ada: Person) -> None:
    """A short burst to one person is fine, to a group twenty a minute, and over all thirty a second."""
    fake.rates.on = True
    for _ in range(fake.rates.chat_burst):
        await bot.send_message(ada.id, "x")
    with pytest.raises(RetryAfter) as told:
        await bot.send_message(ada.id, "x")
    assert told.value.retry_after
    fake.clock.advance(1.1)
    await bot.send_message(ada.id, "x")
    club = town.group("club", ada)
    for _ in range(fake.rates.group_burst):
        await bot.send_message(club.id, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(club.id, "x")
    fake.clock.advance(60)
    people = [town.person(f"p{number}") for number in range(5 * fake.rates.overall_burst)]
    done = await asyncio.gather(*(bot.send_message(one.id, "x") for one in people), return_exceptions=True)
    assert sum(isinstance(one, RetryAfter) for one in done) >= 1


async def test_trouble_comes_as_planned(fake: TelegramWire, bot: Bot, ada: Person) -> None:
    """A flood wait, errors, a connection cut before and after the deed, and no answer at all."""
    fake.trouble.plan(429, method="sendMessage", retry_after_s=7)
    with pytest.raises(RetryAfter) as told:
        await bot.send_message(ada.id, "x")
    assert "7" in str(told.value)
    for what, error in ((502, NetworkError), (500, NetworkError), (CUT_BEFORE, NetworkError)):
        fake.trouble.plan(what, method="sendMessage", chat=ada.id)
        with pytest.raises(error):
            await bot.send_message(ada.id, "x")
    assert ada.inbox() == []
    fake.trouble.plan(CUT_AFTER, method="sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(ada.id, "once")
    assert [one.words for one in ada.inbox()] == ["once"]
    fake.trouble.plan(TIME_OUT, method="sendMessage", skips=1)
    await bot.send_message(ada.id, "fine")
    with pytest.raises(TimedOut):
        await bot.send_message(ada.id, "x", read_timeout=0.2)
    assert len(fake.trouble.hits) == 6


async def test_files_break_off_as_planned(fake: TelegramWire, bot: Bot, ada: Person) -> None:
    """On their way up nothing is kept; on their way down the connection ends early."""
    fake.trouble.stop_uploads_after = 100_000
    with pytest.raises(NetworkError):
        await bot.send_document(ada.id, bytes(300_000))
    assert ada.inbox() == []
    fake.trouble.over()
    sent = await bot.send_document(ada.id, bytes(300_000))
    assert sent.document is not None
    file = await bot.get_file(sent.document.file_id)
    fake.trouble.stop_files_after = 100_000
    with pytest.raises(NetworkError):
        await file.download_as_bytearray()


async def test_updates_come_late_held_and_twice(fake: TelegramWire, bot: Bot, ada: Person) -> None:
    """They wait while they are held, and a lag is a lag."""
    fake.updates.held = True
    await ada.says("one", waits=None)
    assert await bot.get_updates() == ()
    fake.updates.release()
    assert len(await bot.get_updates()) == 1
    fake.updates.lag_s = 0.2
    await ada.says("two", waits=None)
    assert len(await bot.get_updates()) == 1
    await asyncio.sleep(0.3)
    assert len(await bot.get_updates()) == 2


async def test_a_press_is_too_old_after_a_while(fake: TelegramWire, bot: Bot, ada: Person) -> None:
    """A press that nobody answered in time can't be answered any more."""
    await bot.send_message(ada.id, "x", reply_markup=keyboard(1))
    await ada.presses(ada.inbox()[0], "b", waits=None)
    query = (await bot.get_updates())[0].callback_query
    assert query is not None
    fake.clock.advance(16)
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await query.answer()


async def test_what_the_specification_refuses_is_recorded(shared: Path) -> None:
    """A request that breaks the description of the Bot API is answered 400 and stands in `refusals`."""
    assert shared.name == "shared"
    async with TelegramWire() as strict, bot_for(strict) as bot:
        assert strict.checked
        ada = Town(strict).person("ada")
        calls: list[Callable[[], Awaitable[Any]]] = [
            lambda: bot.send_message(ada.id, "x" * 4097),
            lambda: bot.send_message(ada.id, "x", reply_markup=keyboard(1, callback_data="x" * 65)),
            lambda: bot.set_my_commands([BotCommand("create", "x" * 257)]),
            lambda: bot.set_my_commands([], language_code="english"),
            lambda: bot.send_message(ada.id, "x", api_kwargs={"colour": "red"}),
            lambda: bot.send_message(ada.id, "x", api_kwargs={"disable_notification": "perhaps"}),
            lambda: bot.delete_messages(ada.id, []),
            lambda: bot.set_my_commands([], api_kwargs={"scope": {"type": "everywhere"}}),
        ]
        for call in calls:
            with pytest.raises(BadRequest, match=r"(?i)the specification says"):
                await call()
        assert len(strict.refusals) == len(calls)
        with pytest.raises(BadRequest, match=r"(?i)dance is not in the specification"):
            await bot.do_api_request("dance")
