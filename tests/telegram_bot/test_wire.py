"""The fake of Telegram keeps Telegram's rules, and python-telegram-bot's own Bot gets on with it."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaVideo,
    KeyboardButton,
    KeyboardButtonRequestChat,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.error import BadRequest, Conflict, InvalidToken

from tests.conftest import NOT_BESIDE
from tests.fakes.pictures import corners, encoded
from tests.fakes.telegram_wire.client import bot_for
from tests.fakes.telegram_wire.given import animation, audio, document, photo, video, video_note, voice
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import NotOffered, Person, Town
from tests.waiting import until

FILM = b"a film of nobody's business"
PRESS = InlineKeyboardMarkup([[InlineKeyboardButton("Press", callback_data="press-me")]])


@pytest_asyncio.fixture
async def fake() -> AsyncIterator[TelegramWire]:
    """A Telegram with nobody in it; in the end the specification must have refused nothing."""
    async with TelegramWire() as running:
        yield running
    assert running.refusals == []


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


@pytest.fixture
def bob(town: Town) -> Person:
    """Somebody else who did."""
    return town.person("bob")


async def heard(bot: Bot, offset: int = 0) -> list[Update]:
    """Ask for what waits."""
    return list(await bot.get_updates(offset=offset, timeout=1))


async def test_a_message_in_private_is_seen_by_one_person(
    bot: Bot, fake: TelegramWire, ada: Person, bob: Person
) -> None:
    """Words and bytes in a private chat are on one screen, and in a group on those of its members."""
    await bot.send_message(ada.id, "<b>my</b> secret", parse_mode="HTML")
    await bot.send_video(ada.id, FILM, caption="only ada")
    assert fake.seen.who_saw("my secret") == fake.seen.who_saw(FILM) == fake.seen.who_saw("only ada") == {"ada"}
    with pytest.raises(NotOffered):
        await bob.presses(ada.inbox()[0], "Press")


async def test_a_group_sees_what_is_sent_there(
    bot: Bot, fake: TelegramWire, town: Town, ada: Person, bob: Person
) -> None:
    """All members see it, those who come later too, and those who left before it don't."""
    club = town.group("club", ada, bob, eve := town.person("eve"))
    club.leave(eve)
    sent = await bot.send_message(club.id, "hello all")
    assert fake.seen.who_saw("hello all") == {"ada", "bob"}
    club.join(town.person("late"))
    assert fake.seen.who_saw("hello all") == {"ada", "bob", "late"}
    await bot.delete_message(club.id, sent.message_id)
    club.join(town.person("later"))
    assert "later" not in fake.seen.who_saw("hello all")


async def test_a_card_becomes_a_video(bot: Bot, fake: TelegramWire, ada: Person) -> None:
    """A text may become a video by an edit, with its thumbnail; each version is kept."""
    card = await bot.send_message(ada.id, "I have it", reply_markup=PRESS, protect_content=True)
    small = encoded(corners(320, 180), "JPEG")
    film = InputMediaVideo(FILM, "ready", width=1280, height=720, duration=5, supports_streaming=True, thumbnail=small)
    edited = await bot.edit_message_media(film, ada.id, card.message_id)
    assert not isinstance(edited, bool)
    assert edited.video is not None
    assert (edited.video.width, edited.caption, edited.reply_markup) == (1280, "ready", None)
    message = ada.inbox()[0]
    assert [one.words for one in message.versions] == ["I have it", "ready"]
    assert message.protected
    assert message.media is not None
    assert message.media.streaming
    await bot.edit_message_caption(ada.id, card.message_id, caption="<i>later</i>", parse_mode="HTML")
    await bot.edit_message_reply_markup(ada.id, card.message_id, reply_markup=PRESS)
    assert (message.words, message.labels) == ("later", ["Press"])
    again = await bot.send_video(ada.id, edited.video.file_id)
    assert again.video is not None
    assert fake.seen.who_saw(FILM) == {"ada"}


async def test_every_kind_of_file_is_sent_by_the_bot(bot: Bot, ada: Person) -> None:
    """Photo, animation, document and action."""
    assert await bot.send_chat_action(ada.id, "upload_video")
    assert (await bot.send_photo(ada.id, encoded(corners(), "JPEG"), has_spoiler=True)).has_media_spoiler
    assert (await bot.send_animation(ada.id, FILM)).animation is not None
    sent = await bot.send_document(ada.id, b"{}", filename="hushreel-receipt.json")
    assert sent.document is not None
    assert sent.document.file_name == "hushreel-receipt.json"
    assert await bot.delete_messages(ada.id, [one.id for one in ada.inbox()])
    assert ada.inbox() == []


async def test_every_kind_of_file_is_sent_by_people(bot: Bot, fake: TelegramWire, ada: Person) -> None:
    """Each kind comes as itself, with its caption, and can be fetched by a path that holds the token."""
    picture = encoded(corners(), "JPEG")
    kinds = (photo(picture), voice(b"v"), audio(b"a"), video(b"f"), video_note(b"n"), animation(b"g"))
    for given in (*kinds, document(b"d", "doc.heic")):
        await ada.sends(given, "slowly", waits=None)
    updates = await heard(bot)
    assert [one.update_id for one in updates] == sorted(one.update_id for one in updates)
    messages = [one.message for one in updates if one.message is not None]
    assert [one.caption for one in messages] == ["slowly"] * 7
    names = ("photo", "voice", "audio", "video", "video_note", "animation", "document")
    assert all(getattr(one, name) for one, name in zip(messages, names, strict=True))
    file = await bot.get_file(messages[0].photo[-1].file_id)
    assert fake.token in (file.file_path or "")
    assert bytes(await file.download_as_bytearray()) == picture


async def test_an_album_comes_in_any_order(bot: Bot, ada: Person) -> None:
    """The items share a group id; message ids tell the order in which they were picked."""
    await ada.album([photo(b"1"), photo(b"2")], "from here to there", order=(1, 0), waits=None)
    second, first = [one.message for one in await heard(bot)]
    assert first is not None
    assert second is not None
    assert first.media_group_id == second.media_group_id
    assert first.message_id < second.message_id
    assert (first.caption, second.caption) == ("from here to there", None)


async def test_words_and_commands_come_marked(bot: Bot, ada: Person) -> None:
    """A command has its entity, and its language comes along."""
    await ada.command("privacy last", waits=None)
    await ada.starts("c-123", waits=None)
    await ada.says("hello", waits=None)
    first, start, hello = [one.message for one in await heard(bot)]
    assert first is not None
    assert start is not None
    assert hello is not None
    assert first.parse_entities(["bot_command"]).popitem()[1] == "/privacy"
    assert start.text == "/start c-123"
    assert hello.from_user is not None
    assert hello.from_user.language_code == "en"


async def test_a_press_is_answered_and_redraws(bot: Bot, ada: Person) -> None:
    """The button spins until it is answered; what flashed up and what was redrawn is seen by who pressed."""
    await bot.send_message(ada.id, "card", reply_markup=PRESS)
    answer = await ada.presses(ada.inbox()[0], "Press", waits=None)
    query = (await heard(bot))[0].callback_query
    assert query is not None
    assert (query.data, query.from_user.id) == ("press-me", ada.id)
    await query.answer("done")
    await query.edit_message_text("redrawn")
    await answer.seen()
    assert (answer.toast, answer.message.words) == ("done", "redrawn")
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await query.answer()


async def test_updates_are_confirmed_by_an_offset(bot: Bot, fake: TelegramWire, ada: Person) -> None:
    """What isn't confirmed comes again, and what is confirmed only when its confirmation is lost."""
    await ada.says("one", waits=None)
    await ada.says("two", waits=None)
    first, second = await heard(bot)
    assert [one.update_id for one in await heard(bot)] == [first.update_id, second.update_id]
    assert [one.update_id for one in await heard(bot, second.update_id)] == [second.update_id]
    assert await heard(bot, second.update_id + 1) == []
    fake.updates.repeat(2)
    assert len(await heard(bot, second.update_id + 1)) == 2


async def test_two_who_poll_are_told(bot: Bot, fake: TelegramWire) -> None:
    """The earlier one of two gets a 409, and who polls while a webhook is set as well."""
    async with bot_for(fake) as another:
        first = asyncio.create_task(another.get_updates(timeout=5))
        await fake.until_asked()
        second = asyncio.create_task(bot.get_updates(timeout=1))
        with pytest.raises(Conflict, match=r"(?i)terminated by other"):
            await first
    assert await second == ()
    await bot.set_webhook("https://bot.example.org/hook")
    assert (await bot.get_webhook_info()).url == "https://bot.example.org/hook"
    with pytest.raises(Conflict, match=r"(?i)while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_a_webhook_is_asked_until_it_answers(bot: Bot, fake: TelegramWire, ada: Person) -> None:
    """Updates are sent with the secret, and again until the answer is a good one."""
    got: list[tuple[str | None, int]] = []

    async def hook(request: web.Request) -> web.Response:
        got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), (await request.json())["update_id"]))
        return web.Response(status=500 if len(got) == 1 else 200)

    app = web.Application()
    app.router.add_post("/hooks/telegram", hook)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        fake.updates.fronts["https://bot.example.org"] = f"http://127.0.0.1:{runner.addresses[0][1]}"
        await bot.set_webhook(
            "https://bot.example.org/hooks/telegram", secret_token="hush", allowed_updates=["message"]
        )
        await ada.says("hello", waits=None)
        await until(lambda: len(fake.updates.sent) == 2)
        assert [secret for secret, _ in got] == ["hush", "hush"]
        assert len({number for _, number in got}) == 1
        assert [status for _, status in fake.updates.sent] == [500, 200]
        with pytest.raises(BadRequest, match=r"(?i)HTTPS"):
            await bot.set_webhook("http://bot.example.org/")
    finally:
        await runner.cleanup()


async def test_menus_are_kept_by_scope_and_language(bot: Bot, town: Town, ada: Person) -> None:
    """Somebody's app offers the narrowest menu in their language."""
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([BotCommand("create", "Make a video")], scope)
    await bot.set_my_commands([BotCommand("create", "Haz un video")], scope, "es")
    assert [one.description for one in await bot.get_my_commands(scope, "es")] == ["Haz un video"]
    assert ada.menu()[0]["description"] == "Make a video"
    assert town.person("ana", "es").menu()[0]["description"] == "Haz un video"
    assert ada.menu(town.group("club", ada)) == []
    await bot.delete_my_commands(scope, "es")
    await bot.set_my_description("What it does", "en")
    await bot.set_my_short_description("In short")
    await bot.set_my_name("Hushreel")
    await bot.set_chat_menu_button()
    assert town.person("ana", "es").menu()[0]["description"] == "Make a video"


async def test_a_group_tells_who_administers_it(bot: Bot, town: Town, ada: Person, bob: Person) -> None:
    """The standing of each member can be asked for at any time."""
    club = town.group("club", ada, bob)
    assert (await bot.get_chat(club.id)).title == "club"
    assert (await bot.get_chat_member(club.id, bob.id)).status == "member"
    club.admins(bob)
    assert (await bot.get_chat_member(club.id, bob.id)).status == "administrator"
    assert {one.user.id for one in await bot.get_chat_administrators(club.id)} == {ada.id, bob.id}
    club.demote(bob)
    assert (await bot.get_chat_member(club.id, town.person("stranger").id)).status == "left"
    assert await bot.leave_chat(club.id)


async def test_privacy_mode_hides_what_members_say(bot: Bot, town: Town, ada: Person, bob: Person) -> None:
    """In a group the bot hears commands, replies to it and its name; as an administrator everything."""
    club = town.group("club", ada, bob)
    sent = await bot.send_message(club.id, "hi")
    ours = club.messages()[0]
    assert ours.id == sent.message_id
    for text in ("just talk", "/privacy", "/privacy@other_bot", "@hushreel_bot hello"):
        await bob.says(text, club, waits=None)
    await bob.says("a reply", club, reply_to=ours, waits=None)
    told = [one.message.text for one in await heard(bot) if one.message is not None]
    assert told == ["/privacy", "@hushreel_bot hello", "a reply"]


async def test_chats_are_chosen_by_keys(bot: Bot, town: Town, ada: Person) -> None:
    """A key may ask for a chat; which one was chosen comes as a message."""
    club = town.group("club", ada)
    wanted = KeyboardButtonRequestChat(7, chat_is_channel=False, bot_is_member=True)
    keys = ReplyKeyboardMarkup([[KeyboardButton("Choose a group", request_chat=wanted)]], one_time_keyboard=True)
    await bot.send_message(ada.id, "Which?", reply_markup=keys)
    await ada.shares(ada.inbox()[0], "Choose a group", club, waits=None)
    chosen = (await heard(bot))[-1].message
    assert chosen is not None
    assert chosen.chat_shared is not None
    assert (chosen.chat_shared.request_id, chosen.chat_shared.chat_id) == (7, club.id)


async def test_a_wrong_token_is_refused(fake: TelegramWire) -> None:
    """Nobody gets in with another token, and no file is given to them."""
    with pytest.raises(InvalidToken):
        async with bot_for(fake, f"{fake.me.id}:AAwrong"):
            pass
    kept = fake.world.hold(b"secret", "a.bin", "application/octet-stream")
    path = fake.world.path_of(kept)
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{fake.api_base}/file/bot{fake.token}/{path}") as answer:
            assert await answer.read() == b"secret"
        async with session.get(f"{fake.api_base}/file/bot{fake.me.id}:AAwrong/{path}") as answer:
            assert answer.status == 404
        async with session.post(f"{fake.api_base}/bot{fake.token}/getMe", json={}) as answer:
            assert json.loads(await answer.read())["result"]["is_bot"]


async def test_a_self_hosted_server_keeps_files_in_a_folder(tmp_path: Path) -> None:
    """It lifts the limits, and gives a path on its own disk."""
    async with TelegramWire(local_folder=tmp_path) as local, bot_for(local, local_mode=True) as bot:
        ada = Town(local).person("ada")
        await ada.sends(video(bytes(21 * 2**20)), waits=None)
        message = (await heard(bot))[0].message
        assert message is not None
        assert message.video is not None
        file = await bot.get_file(message.video.file_id)
        assert (file.file_path or "").startswith(str(tmp_path))
        assert len(await file.download_as_bytearray()) == 21 * 2**20


def test_the_specification_was_asked(fake: TelegramWire) -> None:
    """Each request of this file was checked against the description of the Bot API."""
    if not fake.checked:
        pytest.skip(NOT_BESIDE)
