"""The catalogue as Telegram's menus: names and descriptions, for each kind of chat and each of our languages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from bots.chat.command import Command
from bots.texts.lookup import Texts
from bots.texts.say import Say
from knowledge.languages import LANGUAGES

IN_PRIVATE = ("create", "videos", "privacy", "ask", "enddate", "delete", "settings", "help")
"""What the menu shows in a private chat, in this order; all others can be typed all the same."""

IN_GROUPS = ("privacy", "create", "help")
FOR_ADMINS = ("setup", *IN_GROUPS)


@dataclass(frozen=True)
class Menu:
    """One list of commands. `language` is an ISO 639-1 code, "" for everybody who reads none of the others."""

    scope: BotCommandScope
    language: str
    commands: tuple[BotCommand, ...]


def menus(catalogue: Iterable[Command], texts: Texts) -> Sequence[Menu]:
    """Write every menu as Telegram takes it (setMyCommands)."""
    known = {one.name for one in catalogue if one.listed}
    scopes = (
        (BotCommandScopeAllPrivateChats(), IN_PRIVATE),
        (BotCommandScopeAllGroupChats(), IN_GROUPS),
        (BotCommandScopeAllChatAdministrators(), FOR_ADMINS),
    )
    return [
        Menu(scope, code, tuple(_command(name, language, texts) for name in names if name in known))
        for scope, names in scopes
        for language in LANGUAGES
        for code in _codes(language)
    ]


def _codes(language: str) -> tuple[str, ...]:
    """Say for which readers a language is; the first is for everybody else too."""
    return ("",) if language == LANGUAGES[0] else (language,)


def _command(name: str, language: str, texts: Texts) -> BotCommand:
    return BotCommand(name, texts.say(language, Say(f"command-{name}"), str))
