"""Reads what the demo page sends: words as JSON, and the ids of files that were sent before."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from aiohttp import web

from bots.chat.command import Command, PersonRef
from core.errors import BadInput
from core.intake.upload import Upload

NAME_SHOWN = 32
MOST_FILES = 200
UNNAMED = ""
"""Where the ids of files stand that were given without an option's name."""


@dataclass(frozen=True)
class Sent:
    """One request of the page: words by name, and the ids of files by the option that they are for."""

    words: Mapping[str, Any]
    files: Mapping[str, Sequence[str]]

    def text(self, name: str) -> str:
        """Give a word that is text; "" for none."""
        found = self.words.get(name, "")
        return found if isinstance(found, str) else ""

    @property
    def all_files(self) -> tuple[str, ...]:
        """Give the ids of all files in their order."""
        return tuple(one for ids in self.files.values() for one in ids)


async def read(request: web.Request) -> Sent:
    """Read a request. Raises BadInput("request_malformed") for what isn't JSON as our page sends it."""
    if request.content_type != "application/json":
        raise BadInput("request_malformed")
    try:
        words = json.loads(await request.read())
    except (ValueError, web.HTTPRequestEntityTooLarge):
        raise BadInput("request_malformed") from None
    if not isinstance(words, dict):
        raise BadInput("request_malformed")
    files = words.get("files", {})
    if not isinstance(files, dict) or not all(_are_ids(one) for one in files.values()):
        raise BadInput("request_malformed")
    return Sent(words, files)


def _are_ids(given: object) -> bool:
    return isinstance(given, list) and len(given) <= MOST_FILES and all(isinstance(one, str) for one in given)


def options_of(
    command: Command, sent: Sent, uploads: Mapping[str, Upload], people: Mapping[str, str]
) -> dict[str, object]:
    """Turn the page's words, and `uploads` by id, into typed options; `people` are names by id.

    Raises BadInput: option_unknown, option_malformed, too_many_files(limit, given).
    """
    given = sent.words.get("options", {})
    if not isinstance(given, dict):
        raise BadInput("request_malformed")
    options = {option.name: option for option in command.options()}
    named = {name: ids for name, ids in sent.files.items() if name != UNNAMED}
    for name in (*given, *named):
        if name not in options or options[name].is_upload != (name in named):
            raise BadInput("option_unknown", command=command.name, option=str(name)[:NAME_SHOWN])
    values = {name: options[name].typed(value) for name, value in given.items() if value not in (None, "")}
    for name, value in values.items():
        if isinstance(value, PersonRef):
            values[name] = _person(name, value, people)
    values |= {name: _files([uploads[one] for one in ids], 1)[0] for name, ids in named.items() if ids}
    if unnamed := [uploads[one] for one in sent.files.get(UNNAMED, ())]:
        values["files"] = _files(unnamed, MOST_FILES if _takes_any(command) else 0)
    return values


def _person(option: str, person: PersonRef, people: Mapping[str, str]) -> PersonRef:
    """Name whom an option means, by id or by name. Raises BadInput("option_malformed", option)."""
    wanted = person.external_id.strip().casefold()
    for one, name in people.items():
        if wanted in (one, name.casefold()):
            return PersonRef(one, name)
    raise BadInput("option_malformed", option=option)


def _takes_any(command: Command) -> bool:
    """Whether files may be given without saying what they are for."""
    return any(field.name == "files" for field in fields(command.request))


def _files(uploads: Sequence[Upload], limit: int) -> tuple[Upload, ...]:
    if len(uploads) > limit:
        raise BadInput("too_many_files", limit=limit, given=len(uploads))
    return tuple(uploads)
