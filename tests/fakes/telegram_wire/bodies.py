"""Reads the body of a request: JSON, a form, or a form with files."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import BodyPartReader, web

from tests.fakes.telegram_wire.refusals import Json, Refused, bad

TOO_LARGE = 413
_WORDS = frozenset(
    {"text", "caption", "parse_mode", "url", "secret_token", "file_id", "callback_query_id", "description", "action"}
    | {"short_description", "name", "language_code", "ip_address", "photo", "video", "document", "animation", "voice"}
    | {"audio", "thumbnail", "cover", "message_effect_id", "business_connection_id", "inline_message_id", "title"}
    | {"performer", "video_note", "sticker"}
)
"""Parameters that are words; the others are numbers or JSON in a form."""


@dataclass(frozen=True)
class Uploaded:
    """A file in a form."""

    filename: str
    content: bytes
    content_type: str | None


@dataclass(frozen=True)
class Body:
    """What was sent: typed parameters, files among them, and the files that "attach://" names."""

    given: Json = field(default_factory=dict)
    files: Mapping[str, Uploaded] = field(default_factory=dict)

    def file(self, value: object) -> Uploaded | str:
        """Give what stands for a file: its bytes, or the id of one that Telegram has. Raises Refused."""
        if isinstance(value, Uploaded):
            return value
        if not isinstance(value, str) or not value:
            raise bad("there is no file in the request")
        if not value.startswith("attach://"):
            return value
        found = self.files.get(value.removeprefix("attach://"))
        if found is None:
            raise bad("wrong file identifier/HTTP URL specified")
        return found


async def read(request: web.Request, most_bytes: int, cut_after: int | None) -> Body:
    """Read a request whole, at most `most_bytes`; with `cut_after` the connection breaks there. Raises Refused."""
    if request.content_type == "multipart/form-data":
        return await _form(request, most_bytes, cut_after)
    raw = await request.read()
    if request.content_type == "application/json":
        try:
            given = json.loads(raw or b"{}")
        except ValueError:
            raise bad("can't parse request body as JSON") from None
        if not isinstance(given, dict):
            raise bad("can't parse request body as JSON")
        return Body(given)
    return Body({name: _typed(name, str(value)) for name, value in {**request.query, **await request.post()}.items()})


async def _form(request: web.Request, most_bytes: int, cut_after: int | None) -> Body:
    given: Json = {}
    files: dict[str, Uploaded] = {}
    room = most_bytes
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader), "a form in a form"
        name = part.name or ""
        content = await _whole(request, part, room, None if cut_after is None else cut_after - most_bytes + room)
        room -= len(content)
        if part.filename is None:
            given[name] = _typed(name, content.decode())
        else:
            files[name] = Uploaded(part.filename, content, part.headers.get("Content-Type"))
    attached = json.dumps(given, default=str)
    direct = {name: one for name, one in files.items() if f"attach://{name}" not in attached}
    return Body(given | direct, files)


async def _whole(request: web.Request, part: BodyPartReader, room: int, cut_after: int | None) -> bytes:
    content = bytearray()
    while piece := await part.read_chunk(65536):
        content += piece
        if cut_after is not None and len(content) > cut_after:
            if request.transport is not None:
                request.transport.abort()
            raise ConnectionResetError
        if len(content) > room:
            raise Refused(TOO_LARGE, "Request Entity Too Large")
    return bytes(content)


def _typed(name: str, text: str) -> object:
    if name in _WORDS:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
