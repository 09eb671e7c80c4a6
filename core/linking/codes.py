"""Codes that connect two accounts: eight letters and digits that nobody mixes up, typed as people type."""

import re
import secrets

from core.errors import BadInput

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0 and O, 1 and I: people read codes aloud. 32 of them, 8 long: 40 random bits."""

LENGTH = 8

_BETWEEN = re.compile(r"[\s\-_.]+")


def new_code() -> str:
    """Draw a code."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def read_code(typed: str) -> str:
    """Read a code however it was typed. Raises BadInput("code_malformed") for what can't be one."""
    code = _BETWEEN.sub("", typed).upper()
    if len(code) != LENGTH or not set(code) <= set(LETTERS):
        raise BadInput("code_malformed")
    return code
