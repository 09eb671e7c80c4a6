"""The two files that settings may stand in, .env and hushreel.toml, read as names and texts."""

import io
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dotenv.parser import parse_stream

from core.errors import BadSetting

PREFIX = "HUSHREEL_"


def from_names(values: Mapping[str, str]) -> dict[str, Any]:
    """Give the settings among names and values, without the prefix."""
    return {name[len(PREFIX) :].lower(): value for name, value in values.items() if name.startswith(PREFIX)}


def dotenv(path: Path) -> dict[str, str]:
    """Read a .env file; one that isn't there is empty.

    Raises BadSetting: settings_unreadable, settings_line_broken(setting, number).
    """
    if not path.is_file():
        return {}
    bindings = list(parse_stream(io.StringIO(_text(path))))
    for one in bindings:
        if one.error:
            raise BadSetting("settings_line_broken", setting=path.name, number=str(one.original.line))
    return {one.key: one.value or "" for one in bindings if one.key}


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetting("settings_unreadable", setting=path.name) from error


def from_toml(path: Path) -> dict[str, Any]:
    """Read hushreel.toml; one that isn't there is empty.

    Raises BadSetting: settings_unreadable, settings_file_broken.
    """
    if not path.is_file():
        return {}
    try:
        found = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise BadSetting("settings_file_broken", setting=path.name) from error
    return {name.lower().removeprefix(PREFIX.lower()): _as_text(value) for name, value in found.items()}


def _as_text(value: object) -> str:
    """Write a value as the environment would have it; a list has an entry a line."""
    return "\n".join(str(one) for one in value) if isinstance(value, list) else str(value)
