"""Serves bytes of an asset: through the gate, by ranges so that players can seek, never cached."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from aiohttp import web

from core.errors import NotFound
from core.gate import Surface
from core.grants import Through
from core.people import Viewer
from core.ports import Store, Stream, Vault
from core.sharing.seen import note_opening
from core.videos import AssetId, AssetRole

ASKED_EVERY_S = 0.5
"""How often the gate is asked again while bytes are sent."""

_EXTENSIONS = {"video/mp4": "mp4", "image/jpeg": "jpg", "image/png": "png"}


@dataclass(frozen=True)
class MediaServer:
    """Opens assets for a viewer."""

    store: Store
    vault: Vault

    async def serve(
        self, request: web.Request, viewer: Viewer, surface: Surface, asset_id: AssetId
    ) -> web.StreamResponse:
        """Send an asset, or the range that was asked for. A miss and a refusal are the same 404."""
        async with self.store.read() as reads:
            found = await reads.asset(viewer, asset_id, surface)
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
            await note_opening(viewer, asset.video, Through.WEB, store=self.store)
        await response.prepare(request)
        if request.method != "HEAD":
            with suppress(ConnectionResetError):
                async with self._watched(viewer, surface, asset_id, request.transport):
                    await _pour(stream, response, request.transport, start, end)
        return response

    @asynccontextmanager
    async def _watched(
        self, viewer: Viewer, surface: Surface, asset_id: AssetId, transport: asyncio.Transport | None
    ) -> AsyncIterator[None]:
        """Ask the gate again and again while bytes are sent, and cut the connection once it is closed to the viewer.

        What is erased is cut by its stream itself; this is for what somebody else may not see any more.
        """

        async def may_open() -> bool:
            async with self.store.read() as reads:
                return await reads.asset(viewer, asset_id, surface) is not None

        async def watch() -> None:
            open_now = True
            while open_now:
                await asyncio.sleep(ASKED_EVERY_S)
                try:
                    open_now = await may_open()
                except Exception:  # noqa: BLE001 - a gate that can't be asked is closed
                    open_now = False
            if transport is not None:
                transport.abort()

        watching = asyncio.create_task(watch())
        try:
            yield
        finally:
            watching.cancel()
            await asyncio.wait([watching])


async def _pour(
    stream: Stream, response: web.StreamResponse, transport: asyncio.Transport | None, start: int, end: int
) -> None:
    """Send chunk by chunk. A revocation half-way cuts the connection: the player must not take it for the end."""
    try:
        async for chunk in stream.read(start, end):
            await response.write(chunk)
    except NotFound:
        if transport is not None:
            transport.abort()


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
