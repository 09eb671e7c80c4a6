"""Telegram: how people reach us there."""

import os

os.environ.setdefault(
    "PTB_TIMEDELTA", "true"
)  # python-telegram-bot's way into its next version, which else it warns of
