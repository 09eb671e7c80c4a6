"""Tells the page what can be asked: each command with its options, in words, and what to try first."""

from collections.abc import Callable
from enum import Enum

from bots.chat.command import Access, Command, Option, VideoRef
from bots.texts.say import Say
from bots.web.guard import Who, others
from bots.web.render import Json

HINTS = {
    Who.OWNER: ("hint-create", "hint-picture", "hint-private"),
    Who.MEMBER: ("hint-find", "hint-policy"),
    Who.MODERATOR: ("hint-find", "hint-policy"),
}


ACCEPTS = {
    "image": "image/*,.heic,.heif",
    "end_image": "image/*,.heic,.heif",
    "audio": "audio/*,.flac,.opus,.m4a,.mka",
    "video": "video/*,image/gif,image/webp,.mkv,.mov",
}
"""What the browser's own file dialog offers first, by option; intake looks at the bytes."""


MAY_GIVE = {
    Who.OWNER: frozenset({Access.ANYONE}),
    Who.MEMBER: frozenset({Access.ANYONE}),
    Who.MODERATOR: frozenset(Access),
}
"""Whose commands each is offered: the demo's moderator sets the place up, too."""


def catalogue_json(catalogue: tuple[Command, ...], speak: Callable[[Say], str], who: Who, language: str) -> Json:
    """Describe the commands in the reader's language."""
    return {
        "language": language,
        "who": who.value,
        "name": speak(Say(f"demo-{who.value}")),
        "welcome": speak(Say(f"demo-welcome-{who.value}")),
        "hints": [speak(Say(key)) for key in HINTS[who]],
        "commands": [_command(one, speak, who) for one in catalogue if one.listed and one.access in MAY_GIVE[who]],
    }


def _command(command: Command, speak: Callable[[Say], str], who: Who) -> Json:
    return {
        "name": command.name,
        "about": speak(Say(f"command-{command.name}")),
        "options": [_option(command, one, speak, who) for one in command.options()],
    }


def _option(command: Command, option: Option, speak: Callable[[Say], str], who: Who) -> Json:
    kind = option.plain_kind
    return {
        "name": option.name,
        "about": speak(Say(f"option-{command.name}-{option.name}")),
        "kind": _kind(option),
        "choices": _choices(option, speak) if not option.is_person else _people(who, speak),
        "accept": ACCEPTS.get(option.name),
        "required": option.required,
        "longest": option.longest,
        "least": option.least,
        "most": option.most,
        "completes": kind is VideoRef,
    }


def _kind(option: Option) -> str:
    kind = option.plain_kind
    if option.is_upload:
        return "file"
    if option.is_person or (isinstance(kind, type) and issubclass(kind, Enum)):
        return "choice"
    return {int: "number", bool: "flag"}.get(kind, "text")


def _people(who: Who, speak: Callable[[Say], str]) -> list[list[str]]:
    """Give the other people of the demo, by id and name."""
    return [[one.value, speak(say)] for one, say in others(who.value)]


def _choices(option: Option, speak: Callable[[Say], str]) -> list[list[str]]:
    """Give the value and the words of each choice."""
    return [[str(one.value), speak(Say(f"{option.name}-{one.name.lower()}"))] for one in option.choices]
