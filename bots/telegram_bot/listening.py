"""How updates reach us: fetched, or posted to us by Telegram. Each is kept before Telegram may forget it."""

import asyncio
import hmac
import json
import logging
from collections.abc import Sequence
from typing import Any, Protocol

from aiohttp import web
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError

from bots.telegram_bot.bot import ALLOWED, HushreelBot
from bots.telegram_bot.inbox import number_of
from bots.texts.operator import line
from core.errors import BadSetting

PATH = "/hooks/telegram"
SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 30.0
AT_ONCE = 40
"""How many updates Telegram may post to us side by side."""

log = logging.getLogger("hushreel.telegram")

Json = dict[str, Any]


class Keeps(Protocol):
    """Where updates are kept and answered: `bots.telegram_bot.inbox`."""

    @property
    def is_open(self) -> bool:
        """Whether updates are taken at the moment."""

    async def keep(self, updates: Sequence[Json]) -> None:
        """Keep updates, and answer them behind that."""

    async def room(self) -> None:
        """Wait until further updates may come."""


class Polling:
    """Fetches updates. A batch is confirmed by the question for the next one, which is asked when it is kept."""

    def __init__(self, bot: HushreelBot, inbox: Keeps) -> None:
        """Fetch by `bot` into `inbox`."""
        self._bot = bot
        self._inbox = inbox
        self._is_shared = False

    async def begin(self) -> None:
        """Take a webhook of an earlier run away: Telegram posts or is asked, not both."""
        await insisted(self._bot.delete_webhook)

    async def run(self) -> None:
        """Fetch until cancelled. Raises BadSetting when Telegram refuses the token."""
        offset: int | None = None
        pause_s = FIRST_PAUSE_S
        while True:
            await self._inbox.room()
            try:
                updates = await self._bot.raw_updates(offset)
                await self._inbox.keep(updates)
            except Exception as error:  # noqa: BLE001 - whatever it was, what isn't confirmed comes again
                self._note(error)
                await asyncio.sleep(pause_s)
                pause_s = min(LONGEST_PAUSE_S, pause_s * 2)
                continue
            pause_s, self._is_shared = FIRST_PAUSE_S, False
            numbers = [number for one in updates if (number := number_of(one)) is not None]
            offset = max(numbers) + 1 if numbers else offset

    def _note(self, error: Exception) -> None:
        refuse(error)
        if not isinstance(error, Conflict):
            log.warning("updates not fetched: %s", type(error).__name__)
        elif not self._is_shared:
            log.warning(line("telegram-elsewhere"))
            self._is_shared = True


class Webhook:
    """Takes updates that Telegram posts to our own web server."""

    def __init__(self, bot: HushreelBot, inbox: Keeps, url: str, secret: str) -> None:
        """Have Telegram post to `url` with `secret` in a header."""
        self._bot = bot
        self._inbox = inbox
        self._url = url
        self._secret = secret

    async def begin(self) -> None:
        """Nothing is posted to us before `run`."""

    async def run(self) -> None:
        """Tell Telegram where we are, and stay there. Raises BadSetting for an address that Telegram refuses."""

        async def tell() -> None:
            await self._bot.set_webhook(
                self._url, secret_token=self._secret, allowed_updates=ALLOWED, max_connections=AT_ONCE
            )

        try:
            await insisted(tell)
        except BadRequest:
            raise BadSetting("telegram_webhook_refused", setting="HUSHREEL_TELEGRAM_WEBHOOK_URL") from None
        await asyncio.Event().wait()

    def routes(self) -> list[web.RouteDef]:
        """Give the way in for our web server."""
        return [web.post(PATH, self._posted)]

    async def _posted(self, request: web.Request) -> web.StreamResponse:
        if not hmac.compare_digest(request.headers.get(SECRET, "").encode(), self._secret.encode()):
            return web.Response(status=403)
        if not self._inbox.is_open:
            return web.Response(status=503)
        try:
            update = json.loads(await request.read())
        except ValueError:
            return web.Response(status=400)
        if number_of(update) is None:
            return web.Response(status=400)
        await self._inbox.keep([update])
        return web.Response()


def refuse(error: BaseException) -> None:
    """Raise BadSetting("telegram_token_refused") where Telegram knows the bot no more; its words hold the token."""
    if isinstance(error, InvalidToken):
        raise BadSetting("telegram_token_refused", setting="HUSHREEL_TELEGRAM_TOKEN") from None


async def insisted(do: Any) -> None:
    """Ask Telegram for something until it does it. Raises BadSetting and BadRequest for what it will never do."""
    pause_s = FIRST_PAUSE_S
    while True:
        try:
            await do()
        except BadRequest:
            raise
        except (TelegramError, OSError) as error:
            refuse(error)
            log.warning("Telegram is away: %s", type(error).__name__)
        else:
            return
        await asyncio.sleep(pause_s)
        pause_s = min(LONGEST_PAUSE_S, pause_s * 2)
