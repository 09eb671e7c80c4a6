"""Uploads that go on after a broken connection: tus 1.0 with creation and termination (tus.io/protocols)."""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import AsyncIterator
from dataclasses import dataclass

from aiohttp import web

from bots.chat.command import Asker
from core.errors import BadInput, PersonError
from core.intake.held import Held, OffsetMoved

VERSION = "1.0.0"
PIECE_TYPE = "application/offset+octet-stream"
PIECE_BYTES = 65_536
NAME_LONGEST = 255
MOST_DIGITS = 15

STATUS = {
    "file_too_large": 413,
    "upload_overlong": 413,
    "too_many_uploads": 429,
    "uploads_too_large": 413,
    "upload_not_found": 404,
    "disk_full": 507,
}


def status_of(error: PersonError) -> int:
    """Give the HTTP status of an upload that was refused."""
    return STATUS.get(error.code, 400)


@dataclass(frozen=True)
class UploadServer:
    """Begins, continues and ends uploads of one person. Refusals are PersonErrors, told by who calls."""

    held: Held

    async def begin(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Expect a file of Upload-Length bytes."""
        size = _number(request, "Upload-Length")
        upload = self.held.begin(asker.person, _name(request.headers.get("Upload-Metadata", "")), size)
        return _answer(201, {"Location": f"{request.path}/{upload}", "Upload-Offset": "0"})

    async def state(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Say how far a file has come."""
        arrival = self.held.find(asker.person, request.match_info["upload"])
        return _answer(200, {"Upload-Offset": str(arrival.offset), "Upload-Length": str(arrival.size_bytes)})

    async def append(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Take the next piece; what came before the connection broke is kept."""
        arrival = self.held.find(asker.person, request.match_info["upload"])
        if request.content_type != PIECE_TYPE:
            raise BadInput("request_malformed")
        try:
            await arrival.append(_number(request, "Upload-Offset"), _pieces(request))
        except OffsetMoved as moved:
            return _answer(409, {"Upload-Offset": str(moved.offset)})
        return _answer(204, {"Upload-Offset": str(arrival.offset)})

    async def end(self, request: web.Request, asker: Asker) -> web.StreamResponse:
        """Forget a file, whole or not."""
        await self.held.find(asker.person, request.match_info["upload"]).end()
        return _answer(204, {})


def _answer(status: int, headers: dict[str, str]) -> web.Response:
    return web.Response(status=status, headers={"Tus-Resumable": VERSION, **headers})


async def _pieces(request: web.Request) -> AsyncIterator[bytes]:
    async for piece in request.content.iter_chunked(PIECE_BYTES):
        yield piece


def _number(request: web.Request, header: str) -> int:
    """Read a header of digits. Raises BadInput("request_malformed")."""
    given = request.headers.get(header, "")
    if not given.isascii() or not given.isdigit() or len(given) > MOST_DIGITS:
        raise BadInput("request_malformed")
    return int(given)


def _name(metadata: str) -> str:
    """Read the file's own name out of tus' "filename <base64>, ..."; "" for none that can be read."""
    for pair in metadata.split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "filename":
            try:
                return b64decode(value, validate=True).decode()[:NAME_LONGEST]
            except (NotBase64, ValueError):
                return ""
    return ""
