"""A bare python-telegram-bot that says everything again, within Telegram's rates: the yardstick of the library alone.

Started as `python -m tests.fakes.telegram_echo_bot API_BASE TOKEN`.
"""

import sys
from typing import Any

from telegram import Update
from telegram.ext import AIORateLimiter, Application, MessageHandler, filters


async def _echo(update: Update, _: Any) -> None:
    if update.effective_message is not None:
        await update.effective_message.reply_text(update.effective_message.text or "")


def main() -> None:
    """Run until ended."""
    api_base, token = sys.argv[1:]
    builder = Application.builder().token(token).base_url(f"{api_base}/bot").rate_limiter(AIORateLimiter())
    application = builder.concurrent_updates(True).build()  # noqa: FBT003 - its only argument
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    application.run_polling()


if __name__ == "__main__":
    main()
