"""A bot in this process on our own Telegram, whose videos are made at a word: for tests of how answers reach people."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import telegram

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.posting.fitting import Fitting
from bots.chat.posting.languages import Languages
from bots.chat.presses import is_shared
from bots.chat.reply import Reply
from bots.chat.services import Services
from bots.settings import Settings, load
from bots.telegram_bot.alarms import Alarms
from bots.telegram_bot.answering import Answering
from bots.telegram_bot.carrying import Carrying, looked
from bots.telegram_bot.feeding import Feeding
from bots.telegram_bot.files import MAX_BYTES, Files
from bots.telegram_bot.groups import Groups
from bots.telegram_bot.interview import Interview
from bots.telegram_bot.judging import Judging
from bots.telegram_bot.late import Late
from bots.telegram_bot.messages import Messages
from bots.telegram_bot.notices import Notices
from bots.telegram_bot.personal import Personal
from bots.telegram_bot.places import Places
from bots.telegram_bot.placing import Placing
from bots.telegram_bot.posted import HERE, Rows
from bots.telegram_bot.posting import Posting
from bots.telegram_bot.recalling import Recalling
from bots.telegram_bot.replying import Replying
from bots.telegram_bot.reviewing import Reviewing
from bots.telegram_bot.showing import Showing
from bots.telegram_bot.speaking import Speaking
from bots.telegram_bot.standing import Standing
from bots.telegram_bot.tidy import Tidy
from bots.telegram_bot.tongues import Tongues
from bots.texts.lookup import Texts
from bots.wiring.conversation import services
from bots.wiring.house import House, open_house
from bots.wiring.promises import policy_facts
from core.chats import CopyKind, Posted
from core.engine.relay import Relay
from core.erasure.erase import Eraser
from core.gate import Surface
from core.generation.make import Maker
from core.people import Identity
from core.publishing.blurred import blurred
from core.videos import PublicationId, VideoId
from knowledge.nearby import Nearby
from tests.chatting import StepAfterStep
from tests.fakes.telegram_wire.client import bot_for
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.fakes.tiny import Tiny
from tests.fakes.unmarked import Unmarked
from tests.parts import with_clock

WITHIN_S = 20.0
LOOKS_EVERY_S = 0.02

NO_TOKEN = "nobody"


@dataclass(frozen=True)
class TelegramsClock:
    """The fake's own time, as our parts read it."""

    fake: TelegramWire

    def now_ms(self) -> int:
        """UTC milliseconds since 1970."""
        return self.fake.clock.now_ms


@dataclass
class Hearing:
    """Hands over what the fake tells: commands and words by name, files as the wish for a video."""

    bot: telegram.Bot
    chat: Chat
    answering: Answering
    interview: Interview
    groups: Groups

    async def run(self) -> None:
        """Fetch updates until cancelled; each is answered beside the others."""
        offset, answers = 0, set()
        try:
            while True:
                for update in await self.bot.get_updates(offset, timeout=20):
                    offset = update.update_id + 1
                    answers.add(asyncio.create_task(self.heard(update)))
        finally:
            for one in answers:
                one.cancel()

    async def heard(self, update: telegram.Update) -> None:
        """Answer one update."""
        if update.callback_query is not None:
            if not is_shared(update.callback_query.data or ""):
                self.answering.rest(update.callback_query.id)
            await self.answering.pressed(update)
        elif update.my_chat_member is not None:
            await self.groups.heard(update)
        elif update.message is not None:
            await self.answering.asked(update, self._answer(update, update.message))

    def _answer(self, update: telegram.Update, message: telegram.Message) -> Callable[[Asker], Awaitable[Reply]]:
        words = message.text or message.caption or ""
        files = [Sent(message)] if message.effective_attachment else []
        name, _, rest = words.removeprefix("/").partition(" ")

        async def answer(asker: Asker) -> Reply:
            told = await self.interview.answer(words, asker, message.chat.id) if not files else None
            if isinstance(told, Reply):
                return told
            if told is not None:
                placed = await self.answering.placed(update, told.press, asker)
                return await self.interview.settled(
                    await self.chat.press(told.press, placed, told.typed), asker, message.chat.id
                )
            if files:
                return await self.chat.ask("create", {"prompt": words, "files": tuple(files)}, asker)
            if not words.startswith("/"):
                return await self.chat.say(words, asker)
            return await self.chat.ask(name, {"prompt": rest} if name == "create" else {}, asker)

        return answer


@dataclass
class Sent:
    """A file of a message, as an upload."""

    message: telegram.Message
    name: str = "photo.png"

    @property
    def declared_size(self) -> int | None:
        """Unknown."""
        return None

    async def chunks(self) -> AsyncIterator[bytes]:
        """Give the bytes."""
        sent: Any = self.message.effective_attachment
        file = await (sent[-1] if isinstance(sent, tuple) else sent).get_file()
        yield bytes(await file.download_as_bytearray())


@dataclass
class Story:
    """The bot, and its people."""

    fake: TelegramWire
    town: Town
    house: House
    chat: Chat
    posting: Posting
    tidy: Tidy
    hearing: Hearing
    carrying: Carrying
    ada: Person
    bob: Person

    async def asker(self, person: Person) -> Asker:
        """Arrive as somebody."""
        return await self.chat.arrive(Identity(HERE, str(person.id)), Surface.CHAT_PRIVATE)

    async def newest(self, person: Person) -> VideoId:
        """Give somebody's newest video."""
        asker = await self.asker(person)
        async with self.house.store.read() as reads:
            return (await reads.videos(asker.viewer, limit=1))[0].video.id

    async def make(self, video: VideoId, kind: type[Tiny] = Tiny) -> None:
        """Let a queued video be made."""
        house = self.house
        async with house.store.write() as writes:
            await writes.move_video(video, "start")
        generators = {"motion": kind(house.workers)}
        retention_ms = house.settings.retention
        joined = (house.store, house.vault, generators, house.progress, house.clock, house.ids)
        maker = Maker(*joined, retention_ms, Unmarked())
        await maker.make(StepAfterStep(), str(video))

    async def erase(self, video: VideoId) -> None:
        """Let the flow erase a closed video."""
        house = self.house
        eraser = Eraser(house.store, house.vault, house.revocations, house.shutting.issuer)
        await eraser.erase(StepAfterStep(), str(video))

    async def ready(self, person: Person) -> tuple[Message, VideoId]:
        """Have a card with a video in it."""
        card = (await person.command("create a calm sea at sunset")).message
        video = await self.newest(person)
        await self.make(video)
        await self.until(lambda: card.media, "the video")
        return card, video

    async def press(self, person: Person, message: Message, *labels: str) -> None:
        """Press buttons of a message one after the other, each as soon as it is there."""
        for label in labels:
            await self.shows(message, label)
            await person.presses(message, label)

    async def shows(self, message: Message, words: str) -> None:
        """Wait until a message or a button of it says so."""
        await self.until(lambda: words in message.text, words)

    async def erased(self, person: Person, card: Message, video: VideoId) -> None:
        """Delete a video from its card, and let the flow erase it beside the deliveries."""
        await self.press(person, card, "More", "Delete", "Delete for good")
        await self.settled(lambda: self._is_closed(video))
        await self.erase(video)

    async def _is_closed(self, video: VideoId) -> bool:
        return video in await self.house.store.ledger.erasing()

    def films(self) -> int:
        """Count how often a video was uploaded."""
        return sum(one.filename.endswith(".mp4") for one in self.fake.world.files.values())

    async def until(self, true: Callable[[], object], what: str) -> None:
        """Wait until something is so in the fake."""
        await self.fake.world.until(true, WITHIN_S, what)

    async def settled(self, true: Callable[[], Awaitable[object]]) -> None:
        """Wait until something is so in the tables."""
        async with asyncio.timeout(WITHIN_S):
            while not await true():  # noqa: ASYNC110 - the tables have no event
                await asyncio.sleep(LOOKS_EVERY_S)

    async def rows(self, video: VideoId) -> list[Posted]:
        """Give what is kept of our messages about a video."""
        found = await self.house.store.ledger.posted_about(HERE, video)
        return [row for row in found if row.kind is not CopyKind.UPLOAD]

    async def uploads(self, video: VideoId) -> list[Posted]:
        """Give what is kept of what was sent for a video."""
        return [row for row in await self.house.store.ledger.posted_about(HERE, video) if row.kind is CopyKind.UPLOAD]


@dataclass(frozen=True)
class Joined:
    """The bot's parts around one house, as wiring joins them."""

    house: House
    bot: telegram.Bot
    talk: Services
    chat: Chat
    posting: Posting
    messages: Messages

    def carrying(self) -> Carrying:
        """Give what carries the outbox."""
        house, placing, speaking = self.house, self.posting.showing.placing, self.posting.showing.speaking
        standing = Standing(self.posting.rows, self.messages)
        tongues = Tongues(house.store, speaking.texts, self.posting.languages)
        blur = partial(blurred, store=house.store, vault=house.vault, workers=house.workers)
        feeding = Feeding(
            house.store,
            standing,
            speaking,
            placing.files,
            tongues,
            self.talk.presses,
            placing.max_bytes,
            links=self.talk.links,
        )

        async def card(publication: PublicationId, language: str) -> Reply | None:
            return await self.chat.review_card(publication, language)

        reviewing = Reviewing(house.store, standing, speaking, tongues, card, blur)
        groups = Groups(self.bot, house.store, partial(looked, feeding=feeding, reviewing=reviewing))
        notices = Notices(self.bot, house.store, groups, speaking.texts)
        alarms = Alarms(self.chat, house.store, tongues, notices)
        recalling = Recalling(house.store, self.messages)
        return Carrying(
            house.store, self.posting, Personal(self.posting), notices, feeding, reviewing, alarms, recalling
        )

    def hearing(self, carrying: Carrying) -> Hearing:
        """Give what hears and answers."""
        house, posting, speaking = self.house, self.posting, self.posting.showing.speaking
        reviewing, files, places = (
            carrying.reviewing,
            posting.showing.placing.files,
            Places(self.bot, house.store.ledger),
        )
        judging = Judging(self.chat, house.store, reviewing.standing, speaking, files, reviewing, MAX_BYTES)
        interview = Interview(house.store, speaking.texts, house.clock, house.ids)
        answering = Answering(
            self.chat,
            speaking,
            posting.rows,
            Replying(self.messages, posting.showing, posting, posting.late),
            posting,
            posting.languages,
            self.talk.policy,
            places.place_of,
            interview,
            place_of_press=places.of_press,
            judging=judging.pressed,
            own=judging.own,
        )
        return Hearing(self.bot, self.chat, answering, interview, carrying.notices.groups)


def _joined(house: House, bot: telegram.Bot, settings: Settings, max_bytes: int, chat: type[Chat]) -> Joined:
    talk = services(house, Nearby(policy_facts(settings)))
    speaks, messages = chat(talk), Messages(bot)
    rows, speaking = Rows(house.store, house.clock, house.ids), Speaking(Texts(), settings.public_url)
    files = Files(Fitting(house.store, house.vault, house.workers, house.marking))
    showing = Showing(speaking, rows, Placing(speaks, speaking, rows, messages, files, max_bytes))
    late = Late(house.store, rows, talk.presses)
    posting = Posting(speaks, house.store, rows, showing, late, Languages())
    return Joined(house, bot, talk, speaks, posting, messages)


@asynccontextmanager
async def told_in(
    folder: Path, fake: TelegramWire, town: Town, *people: Person, max_bytes: int = MAX_BYTES, chat: type[Chat] = Chat
) -> AsyncIterator[Story]:
    """Run the bot on a folder for a block, with the relay that carries the outbox, and without the engine."""
    given = {f"HUSHREEL_{name}": value for name, value in {**fake.settings, "DISCORD_TOKEN": NO_TOKEN}.items()}
    settings = load({"XDG_DATA_HOME": str(folder), **given}, folder)
    relays: list[Relay] = []

    def wake() -> None:
        for one in relays:
            one.wake()

    async with open_house(settings, wake) as opened, bot_for(fake) as bot:
        house = with_clock(opened, TelegramsClock(fake))
        joined = _joined(house, bot, settings, max_bytes, chat)
        carrying, posting = joined.carrying(), joined.posting
        hearing, tidy = joined.hearing(carrying), Tidy(posting)
        relays.append(Relay(house.store.ledger, {"telegram": carrying}, house.clock))
        working = [asyncio.create_task(one) for one in (hearing.run(), posting.run(), relays[0].run())]
        try:
            yield Story(fake, town, house, joined.chat, posting, tidy, hearing, carrying, *people)
        finally:
            for task in working:
                task.cancel()
            await asyncio.wait(working)
            await carrying.feeding.close()


@asynccontextmanager
async def two_people(folder: Path, **more: Any) -> AsyncIterator[Story]:
    """Ada and Bob. In the end the specification must have refused nothing."""
    async with TelegramWire() as fake:
        town = Town(fake)
        async with told_in(folder, fake, town, town.person("ada"), town.person("bob"), **more) as told:
            yield told
        assert fake.refusals == []
