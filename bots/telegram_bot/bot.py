"""The bot as python-telegram-bot has it: its addresses, its patience, and updates as Telegram sent them."""

from typing import Any, cast

from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bots.telegram_bot.rates import Rates

TELEGRAM = "https://api.telegram.org"

ALLOWED = ("message", "callback_query", "my_chat_member")
"""What we listen to. Edited messages, channel posts, polls, reactions and members' comings are none of our business."""

POLLING_S = 30
"""How long Telegram holds a question for updates open."""

AT_A_TIME = 100

CONNECT_S = 10.0
ANSWER_S = 20.0
UPLOAD_S = 600.0
CONNECTIONS = 128

Json = dict[str, Any]


class HushreelBot(ExtBot[int]):
    """One bot, with Telegram's rates kept."""

    async def raw_updates(self, offset: int | None) -> list[Json]:
        """Wait for updates from `offset` on, and give them unread: one that can't be read keeps no other one.

        What has a lower number is confirmed by that, and Telegram forgets it. Raises telegram.error.TelegramError.
        """
        asked = {"offset": offset, "timeout": POLLING_S, "limit": AT_A_TIME, "allowed_updates": list(ALLOWED)}
        data = {name: value for name, value in asked.items() if value is not None}
        return cast("list[Json]", await self._post("getUpdates", data, read_timeout=POLLING_S + ANSWER_S))


def bot_for(token: str, api_base: str | None, *, is_local: bool) -> HushreelBot:
    """Make a bot that hasn't spoken to Telegram yet. `api_base` is what stands before /bot<token>/."""
    base = api_base or TELEGRAM
    request = HTTPXRequest(
        connection_pool_size=CONNECTIONS,
        connect_timeout=CONNECT_S,
        read_timeout=ANSWER_S,
        write_timeout=ANSWER_S,
        pool_timeout=ANSWER_S,
        media_write_timeout=UPLOAD_S,
    )
    return HushreelBot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=request,
        get_updates_request=HTTPXRequest(connection_pool_size=1, connect_timeout=CONNECT_S, read_timeout=ANSWER_S),
        local_mode=is_local,
        rate_limiter=Rates(),
    )
