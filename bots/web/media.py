"""Serves bytes of an asset: through the gate, by ranges so that players can seek, never cached."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from aiohttp import web

from core.errors import NotFound
from core.gate import Decision, Surface
from core.grants import Through
from core.people import Viewer
from core.ports import Store, Stream, Vault
from core.sharing.seen import note_opening
from core.videos import Asset, AssetId, AssetRole

_EXTENSIONS = {"video/mp4": "mp4", "image/jpeg": "jpg", "image/png": "png", "application/zip": "zip"}

Found = tuple[Asset, Decision]
Ask = Callable[[], Awaitable[Found | None]]
"""Finds an asset and asks the gate about it; None for a miss and a refusal alike."""


@dataclass(frozen=True)
class MediaServer:
    """Opens assets for a viewer."""

    store: Store
    vault: Vault

    async def serve(
        self, request: web.Request, viewer: Viewer, surface: Surface, asset_id: AssetId
    ) -> web.StreamResponse:
        """Send an asset, or the range that was asked for. A miss and a refusal are the same 404."""

        async def ask() -> Found | None:
            async with self.store.read() as reads:
                return await reads.asset(viewer, asset_id, surface)

        return await self.send(request, viewer, ask)

    async def send(
        self, request: web.Request, viewer: Viewer, ask: Ask, noted: Callable[[], Awaitable[None]] | None = None
    ) -> web.StreamResponse:
        """Send what `ask` gives. It is asked again before each chunk: what isn't shown any more stops half-way.

        `noted` notes that a video is handed over, where that isn't to somebody with whom it is shared.
        """
        found = await ask()
        if found is None:
            raise web.HTTPNotFound
        asset, decision = found
        try:
            stream = await self.vault.open(asset.id, decision)
        except NotFound:
            raise web.HTTPNotFound from None
        start, end, partial = _span(request.headers.get("Range"), asset.size_bytes)
        response = web.StreamResponse(status=206 if partial else 200)
        response.content_type = asset.media_type
        response.content_length = end - start
        response.headers["Accept-Ranges"] = "bytes"
        if partial:
            response.headers["Content-Range"] = f"bytes {start}-{end - 1}/{asset.size_bytes}"
        if "download" in request.query:
            name = f"hushreel.{_EXTENSIONS.get(asset.media_type, 'bin')}"
            response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        if asset.role is AssetRole.OUTPUT and start == 0 and request.method != "HEAD":
            await (noted() if noted else note_opening(viewer, asset.video, Through.WEB, store=self.store))
        await response.prepare(request)
        if request.method != "HEAD":
            with suppress(ConnectionResetError):
                await _pour(stream, response, request.transport, (start, end), ask)
        return response


async def _pour(
    stream: Stream, response: web.StreamResponse, transport: asyncio.Transport | None, span: tuple[int, int], ask: Ask
) -> None:
    """Send chunk by chunk. A refusal half-way cuts the connection: the player must not take it for the end."""
    try:
        async for chunk in _allowed(stream, span, ask):
            await response.write(chunk)
    except NotFound:
        if transport is not None:
            transport.abort()


async def _allowed(stream: Stream, span: tuple[int, int], ask: Ask) -> AsyncIterator[bytes]:
    """Give chunk by chunk what the gate still allows. Raises NotFound where it doesn't any more."""
    async for chunk in stream.read(*span):
        if await ask() is None:
            raise NotFound("asset_not_found")
        yield chunk


def _span(header: str | None, size: int) -> tuple[int, int, bool]:
    """Read one byte range (RFC 9110, 14.1.2); what isn't one is ignored, as the RFC says.

    Raises HTTPRequestRangeNotSatisfiable when it lies outside.
    """
    found = re.fullmatch(r"bytes=(\d{0,15})-(\d{0,15})", (header or "").strip())
    first, last = found.groups() if found else ("", "")
    if not first and not last:
        return 0, size, False
    start = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    if first and last and int(last) < start:
        return 0, size, False
    if start >= size:
        raise web.HTTPRequestRangeNotSatisfiable(headers={"Content-Range": f"bytes */{size}"})
    return start, end, True
