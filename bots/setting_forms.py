"""How the values of settings are written: lengths of time, addresses, keys."""

import re

HIGHEST_PORT = 65_535
HOURS_IN_MS = 3_600_000
DAYS_IN_MS = 24 * HOURS_IN_MS
_UNITS_IN_MS = {"s": 1_000, "m": 60_000, "h": HOURS_IN_MS, "d": DAYS_IN_MS}

_LOOPBACK = r"(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\[::1\])(?::\d{1,5})?"
_WEB = rf"(?:https://[^/\s?#@]+|http://{_LOOPBACK})"
API_BASE = rf"^{_WEB}(?:/[^\s?#]*)?/api/v10$"
BOT_API = rf"^{_WEB}(?:/[^/\s?#]+)*$"
WEBHOOK = rf"^{_WEB}(?:/[^/\s?#]+)*/hooks/telegram$"
GATEWAY = rf"^(?:wss://[^/\s?#@]+|ws://{_LOOPBACK})(?:/[^\s?#]*)?$"
"""A token travels unencrypted on this machine alone."""


def read_duration_ms(text: object) -> object:
    """Read 7d, 36h, 90m or 20s as milliseconds."""
    found = re.fullmatch(r"\s*(\d{1,9})\s*([smhd])\s*", str(text))
    if not found or not int(found[1]):
        raise ValueError("duration")
    return int(found[1]) * _UNITS_IN_MS[found[2]]


def read_listen(text: object) -> object:
    """Read 127.0.0.1:8080 or [::1]:0 as host and port."""
    if isinstance(text, tuple):
        return text
    found = re.fullmatch(r"\[?([0-9a-zA-Z.:-]+?)\]?:(\d{1,5})", str(text).strip())
    if not found or int(found[2]) > HIGHEST_PORT:
        raise ValueError("listen")
    return found[1], int(found[2])


def read_shards(text: object) -> object:
    """Read a number of connections, or auto for what Discord advises."""
    if text == "auto" or isinstance(text, int):
        return text
    found = re.fullmatch(r"[1-9]\d{0,4}", str(text).strip())
    if not found:
        raise ValueError("shards")
    return int(found[0])


def read_secret(text: object) -> object:
    """Read what Telegram sends along with each update: its own characters, and too many to be guessed."""
    if text is not None and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", str(text)):
        raise ValueError("secret")
    return text


def read_models(text: object) -> object:
    """Read diffusion=a.safetensors, vae=b.safetensors as file names by the names that workflows give them."""
    if not isinstance(text, str):
        return text
    pairs = [one.partition("=") for one in text.split(",") if one.strip()]
    found = {name.strip(): file.strip() for name, _, file in pairs}
    if not all(name and file for name, file in found.items()) or len(found) != len(pairs):
        raise ValueError("models")
    return found
