"""A real telegram.Bot on the fake, in the test's own process."""

from telegram import Bot

from tests.fakes.telegram_wire.server import TelegramWire


def bot_for(fake: TelegramWire, token: str | None = None, *, local_mode: bool = False) -> Bot:
    """Make a bot that speaks to the fake; `async with` signs it in. `local_mode`: the fake's disk is its own."""
    base = fake.api_base
    given = token or fake.token
    return Bot(given, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot", local_mode=local_mode)
