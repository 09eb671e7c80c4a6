"""The catalogue as Discord's application commands: slash commands with typed options, and entries of message menus."""

from collections.abc import Iterable
from enum import Enum
from typing import Any

import discord

from bots.chat.command import Access, Command, Option, VideoRef
from bots.discord_bot.translate import in_first, localised
from bots.texts.lookup import Texts

Json = dict[str, Any]

MENU_PICTURE = "menu-picture"
MENU_PRIVATE = "menu-private"
MENU_REPORT = "menu-report"
MENUS = (MENU_PICTURE, MENU_PRIVATE, MENU_REPORT)
"""Entries of a message's menu, by the keys of their words."""

EVERYWHERE = {"contexts": [0, 1, 2], "integration_types": [0, 1]}
"""In servers, with the bot and in other private chats; added by a server or by a person."""

IN_SERVERS = {"contexts": [0], "integration_types": [0]}

NEEDED = {
    Access.MODERATOR: discord.Permissions(manage_messages=True),
    Access.ADMIN: discord.Permissions(manage_guild=True),
}
"""Whom Discord shows a command to at first; a server's admins may change that, and the gate is asked behind it."""


def payload(catalogue: Iterable[Command], texts: Texts) -> list[Json]:
    """Write everything that can be asked as Discord takes it (bulk overwrite of global application commands)."""
    return [*(_command(one, texts) for one in catalogue if one.listed), *(_menu(key, texts) for key in MENUS)]


def menu_of(name: str, texts: Texts) -> str | None:
    """Give the key of the menu entry that Discord names; None for none of ours."""
    return next((key for key in MENUS if in_first(texts, key) == name), None)


def _command(command: Command, texts: Texts) -> Json:
    options = sorted(command.options(), key=lambda one: not one.required)
    return {
        "type": discord.AppCommandType.chat_input.value,
        "name": command.name,
        "name_localizations": localised(texts, f"name-{command.name}"),
        "description": in_first(texts, f"command-{command.name}"),
        "description_localizations": localised(texts, f"command-{command.name}"),
        "options": [_option(command, one, texts) for one in options],
        **_reach(command.access),
    }


def _reach(access: Access) -> Json:
    needed = NEEDED.get(access)
    if needed is None:
        return {**EVERYWHERE, "default_member_permissions": None}
    return {**IN_SERVERS, "default_member_permissions": needed.value}


def _menu(key: str, texts: Texts) -> Json:
    return {
        "type": discord.AppCommandType.message.value,
        "name": in_first(texts, key),
        "name_localizations": localised(texts, key),
        **_reach(Access.ANYONE),
    }


def _option(command: Command, option: Option, texts: Texts) -> Json:
    about = f"option-{command.name}-{option.name}"
    return {
        "type": _kind(option).value,
        "name": option.name,
        "name_localizations": localised(texts, f"name-{command.name}-{option.name}"),
        "description": in_first(texts, about),
        "description_localizations": localised(texts, about),
        "required": option.required,
        **_bounds(option, texts),
    }


def _kind(option: Option) -> discord.AppCommandOptionType:
    if option.is_upload:
        return discord.AppCommandOptionType.attachment
    if option.is_person:
        return discord.AppCommandOptionType.user
    if option.plain_kind is int:
        return discord.AppCommandOptionType.integer
    if option.plain_kind is bool:
        return discord.AppCommandOptionType.boolean
    return discord.AppCommandOptionType.string


def _bounds(option: Option, texts: Texts) -> Json:
    """Say what may be given: choices, lengths, least and most, or that Discord shall ask us while somebody types."""
    kind = option.plain_kind
    if kind is VideoRef:
        return {"autocomplete": True}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"choices": [_choice(option, one, texts) for one in option.choices]}
    bounds: Json = {}
    if option.longest is not None:
        bounds["max_length"] = option.longest
    if option.least is not None:
        bounds["min_value"] = option.least
    if option.most is not None:
        bounds["max_value"] = option.most
    return bounds


def _choice(option: Option, one: Enum, texts: Texts) -> Json:
    key = f"{option.name}-{one.name.lower()}"
    return {"name": in_first(texts, key), "name_localizations": localised(texts, key), "value": str(one.value)}
