"""Buttons and menus in rows: answered by the value that they carry, so that they work after a restart as before."""

from collections.abc import Collection, Sequence
from typing import Any

import discord

from bots.chat.reply import Button, Choice, Pick, PickKind, Style
from bots.discord_bot.lengths import cut
from bots.discord_bot.words import Words
from bots.texts.say import Say

ROW_WIDTH = 5
ROWS_MOST = 5
LABEL_LONGEST = 80
OPTION_LONGEST = 100
OPTIONS_MOST = 25
PLACEHOLDER_LONGEST = 150
CHOICE = "choice:"
"""How the custom_id of a menu begins whose options are presses."""

_STYLES = {
    Style.MAIN: discord.ButtonStyle.primary,
    Style.QUIET: discord.ButtonStyle.secondary,
    Style.DANGER: discord.ButtonStyle.danger,
}
_PLACES = [discord.ChannelType.text, discord.ChannelType.news]

Item = discord.ui.Item[Any]
Row = list[Item]


class Rows(discord.ui.View):
    """Rows of which discord.py keeps nothing: a press is answered by its value, not by an object in memory."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Lay out rows. Raises ValueError for what Discord has no room for."""
        super().__init__(timeout=None)
        for number, row in enumerate(_fitting(rows)):
            for item in row:
                item.row = number
                self.add_item(item)

    def is_finished(self) -> bool:
        """Say that nobody waits for presses here, so that discord.py doesn't keep the view."""
        return True


def button(one: Button, words: Words) -> Item:
    """Draw a button of ours."""
    return pressed(words.label(one.label), one.press, _STYLES[one.style])


def pressed(label: str, custom_id: str, style: discord.ButtonStyle = discord.ButtonStyle.secondary) -> Item:
    """Draw a button by its words and its value."""
    return discord.ui.Button(label=cut(label, LABEL_LONGEST), custom_id=custom_id, style=style)


def linked(label: str, url: str) -> Item:
    """Draw a button that opens a page."""
    return discord.ui.Button(label=cut(label, LABEL_LONGEST), url=url)


def choice(part: Choice, number: int, words: Words) -> Row:
    """Draw a choice: few options as buttons, more as a menu. Raises ValueError for more than 25."""
    if len(part.options) <= ROW_WIDTH:
        return [button(one, words) for one in part.options]
    if len(part.options) > OPTIONS_MOST:
        raise ValueError(len(part.options))
    options = {one.press: one for one in part.options}
    chosen = next((press for press, one in options.items() if one.style is Style.MAIN), None)
    menu: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=f"{CHOICE}{number}",
        placeholder=cut(words.label(Say("discord-choose")), PLACEHOLDER_LONGEST),
        options=[
            discord.SelectOption(
                label=cut(words.label(one.label), OPTION_LONGEST), value=press, default=press == chosen
            )
            for press, one in options.items()
        ],
    )
    return [menu]


def pick(part: Pick, words: Words, roles: Collection[str] | None) -> Row:
    """Draw Discord's own picker of places, of people and roles, or of people alone.

    Empty is an answer too where it takes back.

    `roles` are the ids of the server's roles; without them nobody can tell a role from a person, and none is marked.
    """
    placeholder, most = cut(words.label(part.say), PLACEHOLDER_LONGEST), min(part.most, OPTIONS_MOST)
    chosen = list(dict.fromkeys(part.chosen))[:most]
    picker: Item
    if part.kind is PickKind.PLACE:
        picker = discord.ui.ChannelSelect(
            custom_id=part.press,
            placeholder=placeholder,
            channel_types=_PLACES,
            min_values=0,
            max_values=most,
            default_values=[_default(one, discord.SelectDefaultValueType.channel) for one in chosen],
        )
    elif part.kind is PickKind.RECEIVERS:
        picker = discord.ui.UserSelect(custom_id=part.press, placeholder=placeholder, min_values=1, max_values=most)
    else:
        picker = discord.ui.MentionableSelect(
            custom_id=part.press,
            placeholder=placeholder,
            min_values=0,
            max_values=most,
            default_values=[] if roles is None else [_default(one, _kind(one, roles)) for one in chosen],
        )
    return [picker]


def _kind(one: str, roles: Collection[str]) -> discord.SelectDefaultValueType:
    return discord.SelectDefaultValueType.role if one in roles else discord.SelectDefaultValueType.user


def _default(one: str, kind: discord.SelectDefaultValueType) -> discord.SelectDefaultValue:
    return discord.SelectDefaultValue(id=int(one), type=kind)


def _fitting(rows: Sequence[Row]) -> list[Row]:
    """Give each row its place; where there are too many, close the gaps. Each value stands once."""
    seen: set[str] = set()
    once = [[item for item in row if _is_new(item, seen)] for row in rows]
    roomy = [row[at : at + ROW_WIDTH] for row in once for at in range(0, len(row), ROW_WIDTH)]
    found = roomy if len(roomy) <= ROWS_MOST else _closed_up(roomy)
    if len(found) > ROWS_MOST:
        raise ValueError(len(found))
    return found


def _closed_up(rows: Sequence[Row]) -> list[Row]:
    closed: list[Row] = []
    for item in (one for row in rows for one in row):
        if closed and sum(one.width for one in closed[-1]) + item.width <= ROW_WIDTH:
            closed[-1].append(item)
        else:
            closed.append([item])
    return closed


def _is_new(item: Item, seen: set[str]) -> bool:
    value = str(getattr(item, "custom_id", None) or getattr(item, "url", ""))
    if value in seen:
        return False
    seen.add(value)
    return True
