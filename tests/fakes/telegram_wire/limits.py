"""Limits of messages that Telegram states or keeps. Each check raises `Refused`."""

import io
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from PIL import Image

from tests.fakes.telegram_wire.bodies import Uploaded
from tests.fakes.telegram_wire.entities import Parsed, width
from tests.fakes.telegram_wire.refusals import Json, bad

TEXT, CAPTION, TOAST, DATA_BYTES, BUTTONS, IN_A_ROW = 4096, 1024, 200, 64, 100, 8
DOWN_BYTES, UP_BYTES, PHOTO_BYTES, LOCAL_BYTES = 20 * 2**20, 50 * 2**20, 10 * 2**20, 2000 * 2**20
THUMBNAIL_BYTES, THUMBNAIL_SIDE = 200_000, 320
DELETABLE_MS = 48 * 3600 * 1000
QUERY_LASTS_MS = 15_000
"""Telegram doesn't state for how long a press can be answered; a quarter of a minute is what it is seen to wait."""

_PRESSABLE = ("url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text", "pay")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def text(shown: Parsed) -> None:
    """Check a message's text."""
    if not shown.text:
        raise bad("message text is empty")
    if width(shown.text) > TEXT:
        raise bad("message is too long")


def caption(shown: Parsed) -> None:
    """Check what stands below media."""
    if width(shown.text) > CAPTION:
        raise bad("message caption is too long")


def markup(given: Json | None) -> None:
    """Check buttons and keyboards."""
    if given is None:
        return
    rows: Sequence[Sequence[Json]] = given.get("inline_keyboard") or []
    if sum(len(row) for row in rows) > BUTTONS:
        raise bad("reply markup is too long")
    if any(len(row) > IN_A_ROW for row in rows):
        raise bad(f"more than {IN_A_ROW} buttons stand in a row")
    for row in rows:
        for one in row:
            _button(one)
    for keys in given.get("keyboard") or []:
        if not keys or any(not str(key["text"] if isinstance(key, dict) else key).strip() for key in keys):
            raise bad("keyboard button text must be non-empty")


def _button(one: Json) -> None:
    if not str(one.get("text") or "").strip():
        raise bad("inline keyboard button text must be non-empty")
    kinds = [kind for kind in _PRESSABLE if kind in one]
    if len(kinds) != 1:
        raise bad("Text buttons are unallowed in the inline keyboard")
    if "callback_data" in one and not 1 <= len(one["callback_data"].encode()) <= DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in one:
        _link(one["url"])


def _link(url: str) -> None:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "tg" and host:
        return
    if parts.scheme not in {"http", "https"} or "." not in host or host.startswith("127."):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def upload(kind: str, given: Uploaded, *, local_server: bool) -> None:
    """Check a file that the bot sends."""
    if not given.content:
        raise bad("file must be non-empty")
    if local_server:
        return
    if len(given.content) > (PHOTO_BYTES if kind == "photo" else UP_BYTES):
        raise bad(f"file of size {len(given.content)} bytes is too big for a {kind}")
    if kind == "photo":
        _photo(given)


def _photo(given: Uploaded) -> None:
    try:
        wide, high = Image.open(io.BytesIO(given.content)).size
    except OSError:
        raise bad("IMAGE_PROCESS_FAILED") from None
    if wide + high > 10_000 or max(wide, high) > 20 * min(wide, high):
        raise bad("PHOTO_INVALID_DIMENSIONS")


def thumbnail(given: Uploaded) -> None:
    """Check a thumbnail; Telegram leaves a wrong one out, silently, which nobody would notice."""
    try:
        picture = Image.open(io.BytesIO(given.content))
    except OSError:
        raise bad("the thumbnail is no picture") from None
    fits = picture.format == "JPEG" and max(picture.size) <= THUMBNAIL_SIDE and len(given.content) < THUMBNAIL_BYTES
    if not fits:
        raise bad(f"the thumbnail is {picture.format}, {picture.size}, {len(given.content)} bytes")


def commands(given: Sequence[Json]) -> None:
    """Check a menu."""
    if len(given) > 100:
        raise bad("too many commands")
    for one in given:
        if not _COMMAND.fullmatch(one["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= width(one["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    if len({one["command"] for one in given}) != len(given):
        raise bad("BOT_COMMAND_INVALID: a command is there twice")
