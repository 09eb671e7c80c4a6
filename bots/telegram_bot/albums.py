"""Albums: Telegram sends their items one by one, and doesn't say which is the last."""

import asyncio
import json
import logging
from collections.abc import Sequence
from functools import partial
from typing import Protocol

from telegram import Bot, Update
from telegram.constants import ChatType

from bots.telegram_bot.inbox import Job, Push, read_update
from core.inbox import ALBUM_QUIET_MS, Album, Event, Inbox

LOOKS_EVERY_S = 0.25

log = logging.getLogger("hushreel.telegram")


class Answers(Protocol):
    """Answers what was sent: `bots.telegram_bot.hearing`."""

    async def album(self, updates: Sequence[Update], earlier: Album | None) -> Album | None:
        """Answer an album's items, in the order of their messages; gives what became of all of them."""


class Albums:
    """Puts items together. Which are whole is settled in the database: of several processes one takes an album."""

    def __init__(self, inbox: Inbox, answers: Answers, bot: Bot) -> None:
        """Take items out of `inbox`; `bot` is what they belong to."""
        self._inbox = inbox
        self._answers = answers
        self._bot = bot
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._noted: set[str] = set()

    def name_of(self, update: Update) -> str | None:
        """Give the album that an update is one item of; only private chats have some that we answer."""
        message = update.message
        if message is None or message.media_group_id is None or message.chat.type != ChatType.PRIVATE:
            return None
        return f"{message.chat_id}:{message.media_group_id}"

    def note(self, name: str, lane: str, push: Push) -> None:
        """Wait until an album is whole, and have it answered then."""
        self._noted.add(name)
        waiting = self._waiting.get(name)
        if waiting is not None and not waiting.done():
            return
        task = self._waiting[name] = asyncio.create_task(self._closed(name, lane, push))
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._waiting = {name: one for name, one in self._waiting.items() if one is not task}

    async def _closed(self, name: str, lane: str, push: Push) -> None:
        while name in self._noted:
            self._noted.discard(name)
            await asyncio.sleep(ALBUM_QUIET_MS / 1000)
            items = await self._taken(name)
            if items:
                push(lane, Job([one.number for one in items], partial(self._answer, name, items)))

    async def _taken(self, name: str) -> Sequence[Event]:
        while True:
            try:
                items = await self._inbox.close_album(name)
            except Exception as error:  # noqa: BLE001 - a database that is busy or full is asked again
                log.warning("an album not closed yet: %s", type(error).__name__)
            else:
                if items is not None:
                    return items
            await asyncio.sleep(LOOKS_EVERY_S)

    async def _answer(self, name: str, items: Sequence[Event]) -> None:
        read = [read_update(json.loads(one.body), self._bot) for one in items]
        updates = [update for update in read if update is not None]
        updates.sort(key=_message_id)
        if not updates:
            return
        became = await self._answers.album(updates, await self._inbox.album(name))
        if became is not None:
            await self._inbox.album_became(name, became)

    async def close(self) -> None:
        """Wait no more; what isn't answered is taken up at the next start."""
        tasks = set(self._waiting.values())
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)


def _message_id(update: Update) -> int:
    return update.message.message_id if update.message else 0
