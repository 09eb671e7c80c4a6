"""The life of the connection to Telegram: signing in, listening, and what only the operator mends."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Protocol

from telegram.error import BadRequest, TelegramError

from bots.telegram_bot.bot import HushreelBot
from bots.telegram_bot.commands import Menu
from bots.telegram_bot.inbox import Incoming
from bots.telegram_bot.listening import FIRST_PAUSE_S, LONGEST_PAUSE_S, insisted, refuse
from bots.telegram_bot.sync import Sync
from bots.texts.operator import line

CLOSE_WITHIN_S = 2.0

log = logging.getLogger("hushreel.telegram")


class Listens(Protocol):
    """How updates come: `bots.telegram_bot.listening`."""

    async def begin(self) -> None:
        """Get Telegram ready for it."""

    async def run(self) -> None:
        """Take updates until cancelled."""


class Connection:
    """Keeps one bot connected."""

    def __init__(
        self,
        bot: HushreelBot,
        listening: Listens,
        incoming: Incoming,
        sync: Sync,
        menus: Sequence[Menu],
        *,
        present: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """Connect `bot`, answer what comes by `listening`, and keep `menus` known to Telegram.

        `present` looks, once we are there, at what happened while we were away.
        """
        self._bot = bot
        self._listening = listening
        self._incoming = incoming
        self._sync = sync
        self._menus = menus
        self._present = present
        self._signing: asyncio.Task[None] | None = None
        self._is_late = False
        self.name = ""
        """The bot's user name without @; "" before it signed in."""

    @property
    def link(self) -> str:
        """Give the address of the private chat with the bot; "" before it signed in."""
        return f"https://t.me/{self.name}" if self.name else ""

    async def sign_in(self, within_s: float) -> bool:
        """Sign in, and say whether that was done in time; otherwise it goes on, and `run` waits for it.

        Raises BadSetting for what only the operator can mend.
        """
        self._signing = asyncio.create_task(self._sign_in())
        done, _ = await asyncio.wait([self._signing], timeout=within_s)
        self._is_late = not done
        if done:
            await self._signing
        return bool(done)

    async def _sign_in(self) -> None:
        await insisted(self._bot.initialize)
        self.name = self._bot.username
        await self._listening.begin()

    async def run(self) -> None:
        """Answer people until cancelled. Raises BadSetting for what only the operator can mend."""
        signing = self._signing or asyncio.create_task(self._sign_in())
        try:
            await signing
        finally:
            signing.cancel()
        if self._is_late:
            log.info(line("telegram-connected", name=self.name, link=self.link))
            self._is_late = False
        await self._incoming.begin()
        async with asyncio.TaskGroup() as group:
            group.create_task(self._listening.run())
            group.create_task(self._incoming.run())
            group.create_task(self._keep_synced())
            group.create_task(self._look())

    async def _look(self) -> None:
        if self._present is None:
            return
        try:
            await self._present()
        except Exception as error:  # noqa: BLE001 - what is lost shows when it is used
            log.warning("what happened meanwhile isn't known: %s", type(error).__name__)

    async def _keep_synced(self) -> None:
        """Tell Telegram what can be asked, again and again until it knows."""
        pause_s = FIRST_PAUSE_S
        while True:
            try:
                await self._sync.commands(self._bot, self._menus)
            except (TelegramError, OSError) as error:
                refuse(error)
                log.warning("menus not sent to Telegram: %s", type(error).__name__)
                if isinstance(error, BadRequest):
                    return
            else:
                return
            await asyncio.sleep(pause_s)
            pause_s = min(LONGEST_PAUSE_S, pause_s * 2)

    async def close(self) -> None:
        """Let answers that are on their way arrive, and leave; wait for neither for long."""
        if self._signing is not None:
            self._signing.cancel()
            await asyncio.wait([self._signing])
        await self._incoming.close()
        with suppress(Exception):
            async with asyncio.timeout(CLOSE_WITHIN_S):
                await self._bot.shutdown()
