"""The connection to Telegram keeps what it hears before Telegram forgets it, and goes on after every break."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Update

from bots.chat.catalog import CATALOGUE
from bots.telegram_bot.albums import Albums
from bots.telegram_bot.bot import HushreelBot, bot_for
from bots.telegram_bot.commands import menus
from bots.telegram_bot.connection import Connection
from bots.telegram_bot.inbox import Incoming
from bots.telegram_bot.listening import PATH, SECRET, Polling, Webhook
from bots.telegram_bot.sync import FILE, Sync
from bots.texts.lookup import Texts
from bots.texts.operator import sentence
from bots.wiring.logs import prepare
from bots.wiring.system import SystemClock
from core.errors import BadSetting
from core.inbox import Album
from core.people import Platform
from core.storage.database import open_database
from core.storage.inbox import SqlInbox
from core.storage.keys import MasterKey
from core.storage.migrate import migrate
from tests.fakes.telegram_wire.server import TOKEN, TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.fakes.telegram_wire.trouble import CUT_AFTER, CUT_BEFORE
from tests.telegram_heard import said
from tests.waiting import until

HOOK = "https://videos.example.org"
HOOKS_SECRET = "a-secret-of-this-test"


@pytest_asyncio.fixture
async def fake() -> AsyncIterator[TelegramWire]:
    """Our own Telegram."""
    async with TelegramWire() as wire:
        yield wire


@pytest.fixture
def ana(fake: TelegramWire) -> Person:
    """Somebody who started the bot."""
    return Town(fake).person("ana")


@dataclass
class Echo:
    """Answers what it hears by the same words."""

    bot: HushreelBot
    heard_words: list[str] = field(default_factory=list)

    def seen(self, update: Update) -> None:
        """Take notice."""

    async def heard(self, update: Update) -> None:
        """Answer."""
        if update.message is not None and update.message.text:
            self.heard_words.append(update.message.text)
            await self.bot.send_message(update.message.chat_id, update.message.text)

    async def album(self, updates: object, earlier: Album | None) -> Album | None:
        """Answer no album here."""
        del updates
        return earlier


@dataclass
class Running:
    """A connection that runs."""

    connection: Connection
    echo: Echo
    task: asyncio.Task[None]
    hook: Webhook | None


@asynccontextmanager
async def running(
    folder: Path, fake: TelegramWire, *, token: str = TOKEN, is_hook: bool = False, within_s: float = 5.0
) -> AsyncIterator[Running]:
    """Connect for a block."""
    await migrate(folder / "hushreel.db")
    database = open_database(folder / "hushreel.db")
    bot = bot_for(token, fake.api_base, is_local=False)
    echo = Echo(bot)
    inbox = SqlInbox(database, MasterKey(b"k" * 32), SystemClock(), Platform.TELEGRAM)
    incoming = Incoming(inbox, echo, Albums(inbox, echo, bot), bot, first_pause_s=0.01)
    hook = Webhook(bot, incoming, HOOK + PATH, HOOKS_SECRET) if is_hook else None
    told = menus(CATALOGUE, Texts())
    connection = Connection(bot, hook or Polling(bot, incoming), incoming, Sync(folder / FILE), told)
    task = asyncio.create_task(_run(connection, within_s))
    try:
        yield Running(connection, echo, task, hook)
    finally:
        task.cancel()
        await asyncio.wait([task])
        await connection.close()
        await database.close()


async def _run(connection: Connection, within_s: float) -> None:
    await connection.sign_in(within_s)
    await connection.run()


def ending(found: Running) -> BadSetting:
    """Give what a connection ended with."""
    error = found.task.exception()
    while isinstance(error, BaseExceptionGroup):
        (error,) = error.exceptions
    assert isinstance(error, BadSetting)
    return error


async def test_it_signs_in_and_says_where_it_is(tmp_path: Path, fake: TelegramWire) -> None:
    """The bot's name and the address of its private chat are known once it is signed in."""
    async with running(tmp_path, fake) as found:
        await fake.until_asked()
        assert (found.connection.name, found.connection.link) == ("hushreel_bot", "https://t.me/hushreel_bot")
    assert fake.refused == []


async def test_what_is_said_is_answered(tmp_path: Path, fake: TelegramWire, ana: Person) -> None:
    """Fetched, kept, answered; edited messages and what else happens isn't even asked for."""
    async with running(tmp_path, fake):
        await fake.until_asked()
        assert (await ana.says("hello")).text == "hello"
        assert fake.updates.allowed == frozenset({"message", "callback_query", "my_chat_member"})
    assert fake.refused == []


@pytest.mark.parametrize("token", ["7000000001:other-secret-of-nobody", "no-token"])
async def test_a_refused_token_says_where_a_new_one_is(
    tmp_path: Path, fake: TelegramWire, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A token that Telegram doesn't know ends the program with one line, and stands in none."""
    async with running(tmp_path, fake, token=token) as found:
        await asyncio.wait([found.task], timeout=60)
        error = ending(found)
    assert error.code == "telegram_token_refused"
    assert "BotFather" in sentence(error)
    assert token not in caplog.text
    assert error.__cause__ is None


async def test_telegram_that_is_away_is_tried_again(tmp_path: Path, fake: TelegramWire, ana: Person) -> None:
    """With Telegram away at the start nothing ends, and what was said meanwhile is answered."""
    fake.trouble.plan(502, method="getMe", times=2)
    async with running(tmp_path, fake, within_s=0.1) as found:
        await asyncio.sleep(0.3)
        assert not found.task.done()
        assert (await ana.says("hello", waits=20)).text == "hello"
        assert found.connection.name == "hushreel_bot"


@pytest.mark.parametrize("what", [500, 502, CUT_BEFORE, CUT_AFTER])
async def test_after_a_break_nothing_is_lost_and_nothing_answered_twice(
    tmp_path: Path, fake: TelegramWire, ana: Person, what: int | str
) -> None:
    """A question for updates that fails, or whose answer is lost, is asked again."""
    async with running(tmp_path, fake) as found:
        await fake.until_asked()
        fake.trouble.plan(what, method="getUpdates", times=2)
        for number in range(3):
            await ana.says(f"words {number}", waits=None)
        await until(lambda: len(found.echo.heard_words) == 3)
        fake.updates.repeat(3)
        await ana.says("more", waits=None)
        await until(lambda: len(found.echo.heard_words) > 3)
    assert found.echo.heard_words == ["words 0", "words 1", "words 2", "more"]


async def test_what_is_kept_is_confirmed_only_then(tmp_path: Path, fake: TelegramWire, ana: Person) -> None:
    """Whoever is killed between fetching and answering answers after the next start."""
    async with running(tmp_path, fake) as found:
        await fake.until_asked()
        found.echo.bot = bot_for("7000000001:nobody", "http://127.0.0.1:9", is_local=False)
        await ana.says("left behind", waits=None)
        await until(lambda: found.echo.heard_words)
        await until(lambda: not fake.updates.pending)
    async with running(tmp_path, fake) as found:
        await until(lambda: "left behind" in [one.now.words for one in ana.inbox()])


async def test_another_process_is_named_once(
    tmp_path: Path, fake: TelegramWire, ana: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """Where somebody else fetches this bot's updates, one line says so, and it goes on."""
    async with running(tmp_path, fake) as found:
        await fake.until_asked()
        fake.trouble.plan(409, method="getUpdates", times=2)
        await ana.says("hello", waits=None)
        await until(lambda: len(fake.trouble.hits) == 2)
        await ana.says("more", waits=None)
        await until(lambda: len(found.echo.heard_words) == 2)
    assert caplog.text.count("Another process fetches") == 1


async def test_updates_that_are_posted(tmp_path: Path, fake: TelegramWire, ana: Person) -> None:
    """With a webhook nothing is fetched: what Telegram posts with the secret is kept, then answered; once."""
    async with running(tmp_path, fake, is_hook=True) as found:
        app = web.Application()
        assert found.hook is not None
        app.add_routes(found.hook.routes())
        async with TestServer(app) as server:
            fake.updates.fronts[HOOK] = str(server.make_url("")).rstrip("/")
            await until(lambda: fake.updates.webhook)
            fake.updates.repeated = 1
            assert (await ana.says("hello", waits=20)).text == "hello"
            assert (await ana.says("more", waits=20)).text == "more"
            assert fake.updates.polls == 0
    assert found.echo.heard_words == ["hello", "more"]
    assert fake.refused == []


@pytest.mark.parametrize("secret", [None, "", "another-secret-of-nobody", HOOKS_SECRET[:-1], "geheim\u00e4"])
async def test_who_does_not_know_the_secret_is_refused(tmp_path: Path, fake: TelegramWire, secret: str | None) -> None:
    """Anybody can post to an address: without the secret nothing is kept."""
    async with running(tmp_path, fake, is_hook=True) as found:
        app = web.Application()
        assert found.hook is not None
        app.add_routes(found.hook.routes())
        await until(lambda: fake.updates.webhook)
        headers = {} if secret is None else {SECRET: secret}
        async with TestServer(app) as server, aiohttp.ClientSession() as session:
            async with session.post(server.make_url(PATH), json=said("forged"), headers=headers) as answer:
                assert answer.status == 403
            known = {SECRET: HOOKS_SECRET}
            async with session.post(server.make_url(PATH), data=b"{", headers=known) as answer:
                assert answer.status == 400
            async with session.post(server.make_url(PATH), json={"update_id": "x"}, headers=known) as answer:
                assert answer.status == 400
    assert found.echo.heard_words == []


async def test_an_address_that_telegram_refuses_is_named(tmp_path: Path, fake: TelegramWire) -> None:
    """A webhook that Telegram will never post to ends the program with a line that names the setting."""
    fake.trouble.plan(400, method="setWebhook", times=1)
    async with running(tmp_path, fake, is_hook=True) as found:
        await asyncio.wait([found.task], timeout=60)
        error = ending(found)
    assert error.code == "telegram_webhook_refused"
    assert "HUSHREEL_TELEGRAM_WEBHOOK_URL" in sentence(error)


async def test_polling_takes_a_webhook_away(tmp_path: Path, fake: TelegramWire, ana: Person) -> None:
    """Who fetched by a webhook before can fetch without one now."""
    fake.updates.set_webhook({"url": HOOK + PATH})
    async with running(tmp_path, fake):
        await until(lambda: fake.updates.webhook is None)
        assert (await ana.says("hello", waits=20)).text == "hello"


async def test_menus_are_sent_when_they_changed(tmp_path: Path, fake: TelegramWire) -> None:
    """A second start sends nothing; a lost or broken note of what was sent sends again."""

    async def start() -> int:
        before = len(sent(fake))
        async with running(tmp_path, fake):
            await until(lambda: (tmp_path / FILE).exists() and _is_note(tmp_path / FILE))
        return len(sent(fake)) - before

    assert [await start(), await start()] == [15, 0]
    (tmp_path / FILE).write_text('{"bot": 5')
    assert await start() == 15
    assert len(fake.world.menus) == 15
    assert fake.refused == []


def sent(fake: TelegramWire) -> list[str]:
    """Give what was sent of menus."""
    return [one.method for one in fake.requests if one.method == "setMyCommands"]


def _is_note(file: Path) -> bool:
    try:
        return "sha256" in json.loads(file.read_text("utf-8"))
    except ValueError:
        return False


async def test_menus_that_telegram_did_not_take_are_sent_again(tmp_path: Path, fake: TelegramWire) -> None:
    """An outage while menus are sent is waited for."""
    fake.trouble.plan(CUT_BEFORE, method="setMyCommands", times=1)
    async with running(tmp_path, fake):
        await until((tmp_path / FILE).exists)
    assert len(fake.trouble.hits) == 1


async def test_many_answers_keep_to_telegrams_rates(tmp_path: Path, fake: TelegramWire) -> None:
    """Sixty people at once, and one who says ten things: all are answered, and Telegram never says too many."""
    people = [Town(fake).person(f"p{number}") for number in range(60)]
    async with running(tmp_path, fake) as found:
        await fake.until_asked()
        for one in people:
            await one.says("hello", waits=None)
        for number in range(10):
            await people[0].says(f"more {number}", waits=None)
        await until(lambda: len(found.echo.heard_words) == 70, 30)
        await until(lambda: sum(len(one.inbox()) for one in people) == 70, 30)
    assert fake.rates.over == 0


def test_libraries_that_know_the_token_are_silent(capsys: pytest.CaptureFixture[str]) -> None:
    """What the Bot API's library and its HTTP client would log holds addresses with the token in them."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        prepare("text")
        for name in ("httpx", "httpcore.connection", "telegram.Bot", "telegram.ext.ExtBot"):
            logging.getLogger(name).error("https://api.telegram.org/bot%s/getMe", TOKEN)
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
    assert TOKEN not in capsys.readouterr().err
