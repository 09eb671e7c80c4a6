"""Updates on their way to an answer: kept first, then one after the other for each person, people side by side."""

import asyncio
import json
import logging
import traceback
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from telegram import Bot, Update
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from core.inbox import KEPT_MS, Event, Inbox

AT_ONCE = 100
"""How many people are answered side by side."""

WAITING_MOST = 2_000
"""How many updates may wait in memory before no further ones are fetched."""

TRIES = 3
"""How often an answer that breaks in a way of its own is tried."""

FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 60.0
FORGETS_EVERY_S = 600.0
LAST_ANSWERS_S = 3.0

log = logging.getLogger("hushreel.telegram")

Json = dict[str, Any]


class Hears(Protocol):
    """What answers updates: `bots.telegram_bot.hearing`."""

    def seen(self, update: Update) -> None:
        """Take notice of one before its turn to be answered comes."""

    async def heard(self, update: Update) -> None:
        """Answer one update."""


class Groups(Protocol):
    """What puts albums together: `bots.telegram_bot.albums`."""

    def name_of(self, update: Update) -> str | None:
        """Give the album that an update is one item of."""

    def note(self, name: str, lane: str, push: "Push") -> None:
        """Wait until an album is whole, and have it answered then."""

    async def close(self) -> None:
        """Wait no more; what isn't answered is taken up at the next start."""


@dataclass(frozen=True)
class Understood:
    """An update as it was read: None for what can't be; who waits for whom; the album that it is one item of."""

    update: Update | None = None
    lane: str = ""
    album: str | None = None


@dataclass
class Job:
    """Something to answer, the numbers of the updates that it is about, and how often and long it was tried."""

    numbers: Collection[int]
    do: Callable[[], Awaitable[None]]
    tries: int = 0
    waited_s: float = 0.0


Push = Callable[[str, Job], None]


class Incoming:
    """Keeps updates and has them answered."""

    def __init__(
        self, inbox: Inbox, hearing: Hears, albums: Groups, bot: Bot, *, first_pause_s: float = FIRST_PAUSE_S
    ) -> None:
        """Keep them in `inbox`; `bot` is what they belong to. After `first_pause_s` an answer is tried again."""
        self._inbox = inbox
        self._hearing = hearing
        self._albums = albums
        self._bot = bot
        self._lanes: dict[str, deque[Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(AT_ONCE)
        self._shorter = asyncio.Event()
        self._first_pause_s = first_pause_s
        self.is_open = False

    async def begin(self) -> None:
        """Take up what an earlier run left unanswered."""
        await self._inbox.forget()
        events, albums = await self._inbox.begin()
        for one in events:
            self._take(one, self._understood(json.loads(one.body)))
        for name in albums:
            self._albums.note(name, name.partition(":")[0], self._push)
        self.is_open = True

    async def run(self) -> None:
        """Forget what is too old, now and then, until cancelled."""
        while True:
            await asyncio.sleep(FORGETS_EVERY_S)
            try:
                await self._inbox.forget()
            except Exception as error:  # noqa: BLE001 - the next round tries again
                log.warning("old updates not forgotten: %s", type(error).__name__)

    async def room(self) -> None:
        """Wait until further updates may come."""
        while self.waiting >= WAITING_MOST:
            self._shorter.clear()
            await self._shorter.wait()

    @property
    def waiting(self) -> int:
        """How many answers are waited for."""
        return sum(len(lane) for lane in self._lanes.values())

    async def keep(self, updates: Sequence[Json]) -> None:
        """Keep updates, and have the new ones answered behind that."""
        understood = {number: self._understood(one) for one in updates if (number := number_of(one)) is not None}
        said = {number_of(one): one for one in updates}
        events = [Event(number, json.dumps(said[number]), one.album) for number, one in understood.items()]
        new = await self._inbox.keep(events)
        for event in events:
            if event.number in new:
                self._take(event, understood[event.number])

    def _understood(self, update: Json) -> Understood:
        """Read an update as the library does; what it can't read is nobody's, and keeps no other one."""
        try:
            read = Update.de_json(update, self._bot)
            return Understood(read, lane_of(read), self._albums.name_of(read))
        except Exception as error:  # noqa: BLE001 - whatever it is, it can't be answered
            log.warning("an update can't be read: %s", type(error).__name__)
            return Understood()

    def _take(self, event: Event, understood: Understood) -> None:
        if event.album:
            self._albums.note(event.album, understood.lane, self._push)
            return

        if understood.update is not None:
            self._hearing.seen(understood.update)

        async def do() -> None:
            if understood.update is not None:
                await self._hearing.heard(understood.update)

        self._push(understood.lane, Job((event.number,), do))

    def _push(self, lane: str, job: Job) -> None:
        """Have something answered after all that its lane waits for."""
        waiting = self._lanes.get(lane)
        if waiting is not None:
            waiting.append(job)
            return
        self._lanes[lane] = deque([job])
        task = asyncio.create_task(self._run(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, lane: str) -> None:
        jobs = self._lanes[lane]
        while jobs:
            if await self._settled(jobs[0]):
                jobs.popleft()
                self._shorter.set()
                continue
            pause_s = min(LONGEST_PAUSE_S, self._first_pause_s * 2 ** min(jobs[0].tries, 10))
            jobs[0].waited_s += pause_s
            await asyncio.sleep(pause_s)
            if jobs[0].tries > TRIES:
                jobs.rotate(-1)  # it may be this one alone that Telegram doesn't take now
        del self._lanes[lane]

    async def _settled(self, job: Job) -> bool:
        """Answer; says whether that is over: done, not wanted, in vain, or too late. Then what was said is dropped."""
        async with self._places:
            trouble = await _tried(job)
        job.tries += 1
        if trouble is Trouble.PASSES and job.waited_s * 1000 < KEPT_MS:
            return False
        if trouble is Trouble.BROKE and job.tries < TRIES:
            return False
        try:
            await self._inbox.answered(job.numbers)
        except Exception as error:  # noqa: BLE001 - the next start takes it up once more
            log.warning("an update was answered and not dropped: %s", type(error).__name__)
        return True

    async def close(self) -> None:
        """Take nothing more, let answers that are on their way arrive, and leave the rest for the next start."""
        self.is_open = False
        await self._albums.close()
        if not self._tasks:
            return
        tasks = set(self._tasks)
        await asyncio.wait(tasks, timeout=LAST_ANSWERS_S)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


class Trouble(Enum):
    """Why something wasn't answered: Telegram's trouble, which passes, or something of our own."""

    PASSES = "passes"
    BROKE = "broke"


async def _tried(job: Job) -> Trouble | None:
    try:
        await job.do()
    except (Forbidden, BadRequest, InvalidToken) as error:
        log.info("an answer is not wanted: %s", type(error).__name__)
    except TelegramError as error:
        log.warning("an answer has to wait: %s", type(error).__name__)
        return Trouble.PASSES
    except Exception as error:  # noqa: BLE001 - whatever broke; its own words may be the person's
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("an answer broke: %s\n%s", type(error).__name__, where)  # noqa: TRY400 - a trace would hold words
        return Trouble.BROKE
    return None


def read_update(update: Json, bot: Bot) -> Update | None:
    """Read an update as the library does; None for what it can't read."""
    try:
        return Update.de_json(update, bot)
    except Exception as error:  # noqa: BLE001 - whatever it is, it can't be answered
        log.warning("an update can't be read: %s", type(error).__name__)
        return None


def number_of(update: object) -> int | None:
    """Give Telegram's number of an update; None for what is none."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def lane_of(update: Update) -> str:
    """Name those whose updates are answered one after the other: a person's words, their presses, a chat's fate."""
    person = update.effective_user
    if update.callback_query is not None:
        return f"press:{update.callback_query.from_user.id}"
    if update.message is not None and person is not None:
        return str(person.id)
    chat = update.effective_chat
    return f"chat:{chat.id}" if chat else ""
