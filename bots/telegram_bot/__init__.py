"""Telegram: how people reach us there."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")
"""python-telegram-bot gives lengths of time as its next version does; else it warns of that."""
