"""Buttons below a message, in rows that fit a phone; each is answered by its value, after a restart as before."""

import unicodedata
from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import KeyboardButtonStyle

from bots.chat.reply import Button, Choice, Style
from bots.telegram_bot.lengths import clipped
from bots.telegram_bot.words import Words

CALLBACK_LONGEST = 64
"""What Telegram takes as a button's value, in bytes."""

LABEL_LONGEST = 64
KEYS_MOST = 100
"""How many buttons Telegram takes below a message."""

ROW_MOST = 3
_ROOM = {2: 18, 3: 14}
"""How wide each label may be where two or three buttons share a row of a phone, in narrow letters."""

_WIDE = ("W", "F")
_CHOSEN = "✓ "
_STYLES = {Style.MAIN: KeyboardButtonStyle.PRIMARY, Style.QUIET: None, Style.DANGER: KeyboardButtonStyle.DANGER}

Key = InlineKeyboardButton
Keys = Sequence[Key]


def button(one: Button, words: Words) -> Key:
    """Draw a button of ours. Raises ValueError for a value that Telegram doesn't take."""
    return pressed(words.label(one.label), one.press, one.style)


def options(part: Choice, words: Words) -> Keys:
    """Draw what can be chosen; what is chosen now has a tick, which every app and screen reader tells."""
    return [
        pressed(f"{_CHOSEN if one.style is Style.MAIN else ''}{words.label(one.label)}", one.press, one.style)
        for one in part.options
    ]


def pressed(label: str, press: str, style: Style = Style.QUIET) -> Key:
    """Draw a button by its words and its value. Raises ValueError for a value that Telegram doesn't take."""
    if not 0 < len(press.encode()) <= CALLBACK_LONGEST:
        raise ValueError(press)
    return Key(clipped(label, LABEL_LONGEST), callback_data=press, style=_STYLES[style])


def linked(label: str, url: str) -> Key:
    """Draw a button that opens a page."""
    return Key(clipped(label, LABEL_LONGEST), url=url)


def keyboard(groups: Sequence[Keys]) -> InlineKeyboardMarkup | None:
    """Lay out buttons, each group from a row of its own on; None without any. Each value stands once.

    Raises ValueError for more than Telegram takes.
    """
    seen: set[str] = set()
    rows = [row for group in groups for row in _flowing([one for one in group if _is_new(one, seen)])]
    if len(seen) > KEYS_MOST:
        raise ValueError(len(seen))
    return InlineKeyboardMarkup(rows) if rows else None


def _flowing(keys: Keys) -> list[list[Key]]:
    rows: list[list[Key]] = []
    for key in keys:
        if rows and _fits([*rows[-1], key]):
            rows[-1].append(key)
        else:
            rows.append([key])
    return rows


def _fits(row: Keys) -> bool:
    return len(row) <= ROW_MOST and max(_wide(one.text) for one in row) <= _ROOM[len(row)]


def _wide(label: str) -> int:
    """Count the narrow letters that a label takes the room of: one of Chinese is as wide as two."""
    return sum(2 if unicodedata.east_asian_width(letter) in _WIDE else 1 for letter in label)


def _is_new(key: Key, seen: set[str]) -> bool:
    value = str(key.callback_data or key.url)
    if value in seen:
        return False
    seen.add(value)
    return True
