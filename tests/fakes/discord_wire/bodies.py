"""Reads the body of a request: JSON, or a form with payload_json and files[n]."""

import json
import re
from dataclasses import dataclass, field

from aiohttp import BodyPartReader, web

from tests.fakes.discord_wire.refusals import TOO_LARGE, Json, malformed

_FILE = re.compile(r"files\[(\d+)\]")


@dataclass(frozen=True)
class Uploaded:
    """A file in a form."""

    filename: str
    content: bytes
    content_type: str | None


@dataclass(frozen=True)
class Body:
    """What was sent; `given` is None where no body was."""

    given: object | None = None
    files: dict[int, Uploaded] = field(default_factory=dict)

    @property
    def json(self) -> Json:
        """The body as an object. Raises Refused."""
        if not isinstance(self.given, dict):
            raise malformed("expected an object")
        return self.given

    def check_sizes(self, most: int) -> None:
        """Refuse files over a place's limit. Raises Refused."""
        if any(len(one.content) > most for one in self.files.values()):
            raise TOO_LARGE


async def read(request: web.Request) -> Body:
    """Read a request's body whole. Raises Refused."""
    if request.content_type == "multipart/form-data":
        return await _form(request)
    raw = await request.read()
    if not raw:
        return Body()
    if request.content_type != "application/json":
        raise malformed(f"content type {request.content_type}")
    try:
        return Body(json.loads(raw))
    except ValueError:
        raise malformed("no JSON") from None


async def _form(request: web.Request) -> Body:
    given: object = {}
    files: dict[int, Uploaded] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise malformed("a form in a form")
        number = _FILE.fullmatch(part.name or "")
        if number:
            content_type = part.headers.get("Content-Type")
            files[int(number[1])] = Uploaded(part.filename or "unnamed", bytes(await part.read()), content_type)
        elif part.name == "payload_json":
            given = json.loads(await part.text())
        else:
            raise malformed(f"form field {part.name}")
    return Body(given, files)
