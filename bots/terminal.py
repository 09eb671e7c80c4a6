"""What commands at the machine read and write: settings, sums and times, and a line for whoever typed them."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from bots.settings import Settings, load

DONE, FAILED = 0, 1


def settings_here() -> Settings:
    """Read the settings of this folder and the environment. Raises BadSetting."""
    return load(os.environ, Path.cwd())


def moment(at_ms: int) -> str:
    """Write a time, UTC milliseconds."""
    return f"{datetime.fromtimestamp(at_ms / 1000, UTC):%Y-%m-%d %H:%M} UTC"


def money(amount_micro: int, currency: str) -> str:
    """Write a sum exactly, with two decimals at least: 5.60 USD, 0.0565 USD."""
    whole, rest = divmod(amount_micro, 1_000_000)
    return f"{whole}.{f'{rest:06}'.rstrip('0'):0<2} {currency}"


def say(words: str) -> None:
    """Write a line for whoever typed the command."""
    sys.stdout.write(f"{words}\n")


def failed(words: str) -> int:
    """Say on standard error what went wrong, and give the command's exit code."""
    sys.stderr.write(f"hushreel: {words}\n")
    return FAILED
