"""Tells the page what can be asked: each command with its options, in words, and what to try first."""

from collections.abc import Callable
from enum import Enum

from bots.chat.command import Command, Option, VideoRef
from bots.texts.say import Say
from bots.web.guard import Who
from bots.web.render import Json

HINTS = {
    Who.OWNER: ("hint-create", "hint-picture", "hint-private"),
    Who.MEMBER: ("hint-find", "hint-policy"),
    Who.MODERATOR: ("hint-find", "hint-policy"),
}


def catalogue_json(catalogue: tuple[Command, ...], speak: Callable[[Say], str], who: Who, max_file_bytes: int) -> Json:
    """Describe the commands in the reader's language."""
    return {
        "who": who.value,
        "name": speak(Say(f"demo-{who.value}")),
        "welcome": speak(Say(f"demo-welcome-{who.value}")),
        "hints": [speak(Say(key)) for key in HINTS[who]],
        "max_file_bytes": max_file_bytes,
        "commands": [_command(one, speak) for one in catalogue if one.listed],
    }


def _command(command: Command, speak: Callable[[Say], str]) -> Json:
    return {
        "name": command.name,
        "about": speak(Say(f"command-{command.name}")),
        "options": [_option(command, one, speak) for one in command.options()],
    }


def _option(command: Command, option: Option, speak: Callable[[Say], str]) -> Json:
    kind = option.plain_kind
    choices = [str(one.value) for one in kind] if isinstance(kind, type) and issubclass(kind, Enum) else None
    return {
        "name": option.name,
        "about": speak(Say(f"option-{command.name}-{option.name}")),
        "kind": "file" if option.is_upload else "choice" if choices else "number" if kind is int else "text",
        "choices": choices,
        "required": option.required,
        "longest": option.longest,
        "least": option.least,
        "most": option.most,
        "completes": kind is VideoRef,
    }
