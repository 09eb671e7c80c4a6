"""What Telegram told us is kept before it is answered, answered once and in order, and forgotten afterwards."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio
from telegram import Bot, Update
from telegram.error import Forbidden, NetworkError

from bots.telegram_bot.albums import Albums
from bots.telegram_bot.inbox import AT_ONCE, Incoming, lane_of, number_of
from core.inbox import KEPT_MS, Album, Event
from core.people import Platform
from core.storage.database import Database, open_database
from core.storage.inbox import SqlInbox
from core.storage.keys import MasterKey
from core.storage.migrate import migrate
from core.storage.store import SqlStore
from tests.fakes.time import FakeClock, SeededIds
from tests.telegram_heard import ANA, BO, TOKEN, Json, message, press, read, said, told
from tests.waiting import until

SECRET_WORDS = "my cat in a red coat"


@dataclass
class Heard:
    """Stands where updates are answered."""

    do: Callable[[Update], Awaitable[None]] | None = None
    texts: list[str] = field(default_factory=list)
    noticed: list[str] = field(default_factory=list)

    def seen(self, update: Update) -> None:
        """Take notice: it is kept by then."""
        if update.callback_query is not None:
            self.noticed.append(update.callback_query.id)

    async def heard(self, update: Update) -> None:
        """Answer."""
        if self.do is not None:
            await self.do(update)
        self.texts.append(update.message.text or "" if update.message else "pressed")

    async def album(self, updates: object, earlier: Album | None) -> Album | None:
        """Answer no album here."""
        del updates
        return earlier


@dataclass
class Desk:
    """One process with its inbox."""

    folder: Path
    database: Database
    clock: FakeClock
    inbox: SqlInbox
    heard: Heard
    incoming: Incoming

    def stored(self, words: str) -> bool:
        """Whether words stand in a file as they were said."""
        return any(words.encode() in path.read_bytes() for path in self.folder.iterdir())


def desk_on(folder: Path, database: Database, clock: FakeClock) -> Desk:
    """Open an inbox on a database."""
    inbox = SqlInbox(database, MasterKey(b"k" * 32), clock, Platform.TELEGRAM)
    heard = Heard()
    bot = Bot(TOKEN)
    albums = Albums(inbox, heard, bot)
    return Desk(folder, database, clock, inbox, heard, Incoming(inbox, heard, albums, bot, first_pause_s=0.01))


@pytest_asyncio.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """An inbox on a file of its own."""
    await migrate(tmp_path / "hushreel.db")
    database = open_database(tmp_path / "hushreel.db")
    made = desk_on(tmp_path, database, FakeClock())
    yield made
    await made.incoming.close()
    await database.close()


def number(update: Json) -> int:
    """Give an update's number."""
    found = number_of(update)
    assert found is not None
    return found


async def test_an_update_is_sealed_until_it_is_answered_and_then_gone(desk: Desk) -> None:
    """What somebody said stands in no file in the clear; answered, it isn't there at all, and its number is."""
    update = said(SECRET_WORDS)
    event = Event(number(update), json.dumps(update))
    assert list(await desk.inbox.keep([event])) == [event.number]
    assert not desk.stored(SECRET_WORDS)
    (kept,), _ = await desk.inbox.begin()
    assert SECRET_WORDS in kept.body
    await desk.inbox.answered([event.number])
    assert await desk.inbox.begin() == ([], [])
    assert list(await desk.inbox.keep([event])) == []


async def test_what_is_a_day_old_is_forgotten(desk: Desk) -> None:
    """Neither words that couldn't be answered nor numbers are kept longer than a day."""
    await desk.inbox.keep([Event(1, "words"), Event(2, "words")])
    await desk.inbox.answered([1])
    desk.clock.advance(KEPT_MS)
    assert await desk.inbox.forget() == 0
    desk.clock.advance(1)
    assert await desk.inbox.forget() == 2
    assert await desk.inbox.begin() == ([], [])


async def test_a_press_is_noticed_while_everybody_is_being_answered(desk: Desk) -> None:
    """A button rests at once, however long its answer waits for a place."""
    held = asyncio.Event()

    async def wait(_: Update) -> None:
        await held.wait()

    desk.heard.do = wait
    await desk.incoming.keep([said("hello", by=1_000 + one) for one in range(AT_ONCE + 1)])
    await asyncio.sleep(0)
    await desk.incoming.keep([press("more", by=1)])
    assert desk.heard.noticed == ["5"]
    assert desk.heard.texts == []
    held.set()


async def test_a_change_is_carried_once(desk: Desk) -> None:
    """The transaction of an update's change notes that; a second one for the same update doesn't begin."""
    store = SqlStore(desk.database, MasterKey(b"k" * 32), desk.clock, SeededIds())
    await desk.inbox.keep([Event(7, "words")])
    async with store.write() as writes:
        assert await writes.carry(Platform.TELEGRAM, 7)
    async with store.write() as writes:
        assert not await writes.carry(Platform.TELEGRAM, 7)
        assert not await writes.carry(Platform.TELEGRAM, 8)


async def test_many_at_once_are_kept_whole(desk: Desk) -> None:
    """Two hundred that come at the same moment are all there, each once."""
    updates = [Event(one, f"words {one}") for one in range(200)]
    new = await asyncio.gather(*(desk.inbox.keep([one]) for one in updates), desk.inbox.keep(updates[:50]))
    assert sum(len(one) for one in new) == 200
    events, _ = await desk.inbox.begin()
    assert [one.number for one in events] == list(range(200))


async def test_an_update_is_answered_once_whatever_comes_again(desk: Desk) -> None:
    """Telegram repeats what it isn't sure about; nobody is answered twice."""
    await desk.incoming.begin()
    update = said("hello")
    for _ in range(3):
        await desk.incoming.keep([update])
    await until(lambda: desk.heard.texts)
    await desk.incoming.keep([update])
    await until(lambda: not desk.incoming.waiting)
    assert desk.heard.texts == ["hello"]
    assert await desk.inbox.begin() == ([], [])


async def test_one_persons_words_are_answered_in_order_and_nobody_waits_for_another(desk: Desk) -> None:
    """A slow answer holds up what the same person says next, and nobody else."""
    slow = asyncio.Event()

    async def do(update: Update) -> None:
        if update.message is not None and update.message.text == "slow":
            await slow.wait()

    desk.heard.do = do
    await desk.incoming.begin()
    await desk.incoming.keep([said("slow"), said("then"), said("other", by=BO), press("1spage")])
    await until(lambda: len(desk.heard.texts) == 2)
    assert sorted(desk.heard.texts) == ["other", "pressed"]
    slow.set()
    await until(lambda: len(desk.heard.texts) == 4)
    assert desk.heard.texts[2:] == ["slow", "then"]


async def test_what_a_process_left_is_answered_by_the_next(tmp_path: Path, desk: Desk) -> None:
    """Killed before the answer was finished, the next start answers it."""
    never = asyncio.Event()
    desk.heard.do = lambda _: never.wait()  # type: ignore[assignment, return-value]
    await desk.incoming.begin()
    await desk.incoming.keep([said("left"), said("behind")])
    await desk.incoming.close()
    again = desk_on(tmp_path, desk.database, desk.clock)
    await again.incoming.begin()
    await until(lambda: again.heard.texts == ["left", "behind"])
    await until(lambda: not again.incoming.waiting)
    assert await again.inbox.begin() == ([], [])
    await again.incoming.close()


async def test_an_answer_waits_while_telegram_is_away(desk: Desk) -> None:
    """What Telegram doesn't take now is said later; who blocked us is not written to again and again."""
    tries: list[str] = []

    async def do(update: Update) -> None:
        assert update.message is not None
        tries.append(update.message.text or "")
        if update.message.text == "blocked":
            raise Forbidden("blocked")
        if tries.count("away") < 2:
            raise NetworkError("away")

    desk.heard.do = do
    await desk.incoming.begin()
    await desk.incoming.keep([said("away"), said("blocked", by=BO)])
    await until(lambda: desk.heard.texts == ["away"])
    await until(lambda: not desk.incoming.waiting)
    assert sorted(tries) == ["away", "away", "blocked"]


async def test_what_breaks_is_given_up_and_holds_nobody_up(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """An error of our own is logged without anybody's words, tried a few times, and then the next one has its turn."""

    async def do(update: Update) -> None:
        if update.message is not None and update.message.text == SECRET_WORDS:
            raise RuntimeError(update.message.text)

    desk.heard.do = do
    await desk.incoming.begin()
    await desk.incoming.keep([said(SECRET_WORDS), said("next")])
    await until(lambda: desk.heard.texts == ["next"])
    assert "an answer broke: RuntimeError" in caplog.text
    assert SECRET_WORDS not in caplog.text


@pytest.mark.parametrize(
    "broken", [{"update_id": 1, "message": {"text": "x"}}, {"update_id": 2, "message": 5}, {"update_id": "3"}, {}, 7]
)
async def test_what_cannot_be_read_breaks_nothing(desk: Desk, broken: object) -> None:
    """An update of nobody's making is dropped, and those beside it are answered."""
    await desk.incoming.begin()
    await desk.incoming.keep([broken, said("hello")])  # type: ignore[list-item]
    await until(lambda: desk.heard.texts == ["hello"])


def test_lanes() -> None:
    """A person's words are one lane, their presses another, what becomes of a chat a third."""
    assert lane_of(read(said("a"))) == lane_of(read(said("b", group=-5))) == str(ANA)
    assert lane_of(read(press("x"))) == f"press:{ANA}"
    joined = {"status": "member", "user": {"id": 900, "is_bot": True, "first_name": "H"}}
    left = joined | {"status": "left"}
    chat = {"id": -5, "type": "supergroup", "title": "Film club"}
    change = {"chat": chat, "from": message()["from"], "date": 1, "old_chat_member": left, "new_chat_member": joined}
    assert lane_of(read(told("my_chat_member", **change))) == "chat:-5"
