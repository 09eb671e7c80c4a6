"""A real telegram.Bot on the fake, in the test's own process."""

from telegram import Bot

from tests.fakes.telegram_wire.server import TelegramWire


def bot_for(fake: TelegramWire, token: str | None = None) -> Bot:
    """Make a bot that speaks to the fake; `async with` signs it in."""
    base = fake.api_base
    return Bot(token or fake.token, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot")
