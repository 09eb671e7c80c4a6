"""Serves bytes of an asset: through the gate, by ranges so that players can seek, never cached."""

import asyncio
import re
import socket
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from core.errors import NotFound
from core.gate import Decision, Surface
from core.grants import Through
from core.people import Viewer
from core.ports import Store, Stream, Vault
from core.sharing.seen import note_opening
from core.videos import Asset, AssetId, AssetRole

ASKED_EVERY_S = 0.25

_AT_ONCE = struct.pack("ii", 1, 0)
"""SO_LINGER on, for no time: what the system didn't send yet is never sent."""

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
        """Send what `ask` gives, and cut the connection when it doesn't any more: it is asked again and again.

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
            await _Pour(self.vault, ask, response, request.transport).whole(stream, start, end)
        return response


@dataclass(frozen=True)
class _Pour:
    """One answer that is on its way. Whatever ends it too early cuts the connection: a player must not go on."""

    vault: Vault
    ask: Ask
    response: web.StreamResponse
    transport: asyncio.Transport | None

    async def whole(self, stream: Stream, start: int, end: int) -> None:
        """Send chunk by chunk, and ask before each and while one waits for a player that reads slowly or not at all."""
        if self.transport is not None:
            self.transport.set_write_buffer_limits(high=0)
        try:
            async with asyncio.TaskGroup() as group:
                asking = group.create_task(self._go_on_asking())
                last = b""
                async for chunk in stream.read(start, end):
                    await self._allowed()
                    await self.response.write(last)
                    last = chunk
                await self._allowed()
                await self.response.write_eof(last)
                asking.cancel()
        except* (NotFound, ConnectionResetError):
            self._cut()
        except* Exception:
            self._cut()
            raise

    async def _go_on_asking(self) -> None:
        """Ask four times a second, the vault too. Raises NotFound once it isn't allowed."""
        while True:
            await asyncio.sleep(ASKED_EVERY_S)
            await self.vault.open(*await self._allowed())

    async def _allowed(self) -> tuple[AssetId, Decision]:
        found = await self.ask()
        if found is None:
            raise NotFound("asset_not_found")
        return found[0].id, found[1]

    def _cut(self) -> None:
        """End the connection at once: what waits in buffers of ours, the system's too, is thrown away."""
        if self.transport is None:
            return
        if (connection := self.transport.get_extra_info("socket")) is not None and connection.fileno() >= 0:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
        self.transport.abort()


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
