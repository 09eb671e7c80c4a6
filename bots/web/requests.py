"""Reads what the demo page sends: words as JSON first, then files, held in memory and never on a disk."""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from aiohttp import BodyPartReader, web

from bots.chat.command import Command, Option, VideoRef
from core.errors import BadInput
from core.work import Memory

MOST_WORDS_BYTES = 1_000_000
MOST_FILES = 4
NAME_SHOWN = 32
_CHUNK_BYTES = 65_536


@dataclass
class MemoryUpload:
    """A file of one request. Satisfies core.intake's Upload."""

    name: str
    declared_size: int | None
    memory: Memory

    async def chunks(self) -> AsyncIterator[bytes]:
        """Give its bytes, 64 KiB at a time."""
        for start in range(0, self.memory.size_bytes, _CHUNK_BYTES):
            yield self.memory.read(start, _CHUNK_BYTES)


@dataclass
class Sent:
    """One request of the page: words by name, and files."""

    words: Mapping[str, Any]
    uploads: list[MemoryUpload] = field(default_factory=list)

    def close(self) -> None:
        """Give the files' memory back."""
        for upload in self.uploads:
            upload.memory.close()


async def read(request: web.Request, *, max_file_bytes: int) -> Sent:
    """Read a multipart request. Raises BadInput for too many or too large files and for words that aren't JSON."""
    if not request.content_type.startswith("multipart/"):
        raise BadInput("request_malformed")
    sent = Sent({})
    try:
        async for part in await request.multipart():
            await _take(part, sent, max_file_bytes)
    except ValueError:
        sent.close()
        raise BadInput("request_malformed") from None
    except BaseException:
        sent.close()
        raise
    return sent


async def _take(part: object, sent: Sent, max_file_bytes: int) -> None:
    if not isinstance(part, BodyPartReader):
        raise BadInput("request_malformed")
    if part.name == "words":
        sent.words = _words(await _bounded(part, MOST_WORDS_BYTES))
    elif len(sent.uploads) == MOST_FILES:
        raise BadInput("too_many_files", limit=MOST_FILES, given=int(sent.words.get("files", MOST_FILES + 1)))
    else:
        sent.uploads.append(MemoryUpload(part.filename or "", None, await _held(part, max_file_bytes)))


async def _bounded(part: BodyPartReader, most_bytes: int) -> bytes:
    content = bytearray()
    while chunk := await part.read_chunk():
        content += chunk
        if len(content) > most_bytes:
            raise BadInput("request_malformed")
    return bytes(content)


async def _held(part: BodyPartReader, most_bytes: int) -> Memory:
    """Hold a file in anonymous memory; one byte more than the limit is enough for intake to refuse it."""
    memory = Memory.empty("upload")
    try:
        size = 0
        while size <= most_bytes and (chunk := await part.read_chunk(_CHUNK_BYTES)):
            size = memory.append(chunk)
        while await part.read_chunk(_CHUNK_BYTES):
            pass
    except BaseException:
        memory.close()
        raise
    return memory


def _words(content: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(content or b"{}")
    except ValueError:
        raise BadInput("request_malformed") from None
    if not isinstance(found, dict):
        raise BadInput("request_malformed")
    return found


def options_of(command: Command, sent: Sent) -> dict[str, object]:
    """Turn the page's words and files into typed options. Raises BadInput for a value that doesn't fit."""
    given = sent.words.get("options", {})
    if not isinstance(given, dict):
        raise BadInput("request_malformed")
    for name in given.keys() - {option.name for option in command.options()}:
        raise BadInput("option_unknown", command=command.name, option=str(name)[:NAME_SHOWN])
    uploads = list(sent.uploads)
    values: dict[str, object] = {}
    for option in command.options():
        if option.is_upload:
            if uploads:
                values[option.name] = uploads.pop(0)
        elif given.get(option.name) not in (None, ""):
            values[option.name] = _typed(option, given[option.name])
    if uploads:
        raise BadInput("too_many_files", limit=len(sent.uploads) - len(uploads), given=len(sent.uploads))
    return values


def _typed(option: Option, value: object) -> object:
    kind = option.plain_kind
    try:
        if kind is VideoRef:
            return VideoRef(str(value))
        if isinstance(kind, type) and issubclass(kind, Enum):
            return kind(str(value))
        if kind is bool:
            return value in (True, "true", "on", "yes")
        return int(str(value)) if kind is int else str(value)
    except ValueError:
        raise BadInput("option_malformed", option=option.name) from None
