"""Reads what a slash command carries: typed options, and files as uploads."""

from collections.abc import Mapping, Sequence
from typing import Any

from bots.chat.command import Command, PersonRef, VideoRef
from bots.discord_bot.uploads import Files
from core.errors import BadInput

NAME_SHOWN = 32

Data = Mapping[str, Any]


def options_of(command: Command, data: Data, files: Files) -> dict[str, object]:
    """Turn an interaction's data into typed options.

    Raises BadInput: option_unknown(command, option), option_malformed(option), person_is_bot.
    """
    options = {option.name: option for option in command.options()}
    given = {str(one["name"]): one.get("value") for one in _sent(data)}
    for name in given:
        if name not in options:
            raise BadInput("option_unknown", command=command.name, option=name[:NAME_SHOWN])
    attached = data.get("resolved", {}).get("attachments", {})
    values: dict[str, object] = {}
    for name, value in given.items():
        if value is None or value == "":
            continue
        if options[name].is_person:
            values[name] = _person(str(value), data.get("resolved", {}).get("users", {}))
        elif not options[name].is_upload:
            values[name] = options[name].typed(value)
        elif str(value) in attached:
            values[name] = files.resolved(attached[str(value)])
        else:
            raise BadInput("option_malformed", option=name)
    return values


def _person(named: str, users: Mapping[str, Data]) -> PersonRef:
    """Give an account as Discord names it now. Raises BadInput("person_is_bot")."""
    user = users.get(named, {})
    if user.get("bot"):
        raise BadInput("person_is_bot")
    return PersonRef(named, called(user))


def called(user: Data) -> str:
    """Give what an account calls itself, and the name that nobody else has."""
    name = str(user.get("username") or "")
    return f"{user.get('global_name') or name} (@{name})" if name else ""


def focused(data: Data) -> tuple[str, str] | None:
    """Give the option that somebody is typing, and what stands there so far; None where none is."""
    return next(((str(one["name"]), str(one.get("value", ""))) for one in _sent(data) if one.get("focused")), None)


def completes(command: Command, option: str) -> bool:
    """Whether an option names a video."""
    return any(one.name == option and one.plain_kind is VideoRef for one in command.options())


def _sent(data: Data) -> Sequence[Data]:
    found: Sequence[Data] = data.get("options", ())
    return found
