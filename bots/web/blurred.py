"""Serves blurred posters: through the gate, and never kept by a browser."""

from dataclasses import dataclass

from aiohttp import web

from core.errors import BadInput, LimitReached, NotFound
from core.gate import Decision, Surface
from core.people import Viewer
from core.ports import Store, Vault, WorkerPool
from core.publishing.blurred import blurred_poster
from core.videos import Asset, AssetId


@dataclass(frozen=True)
class BlurServer:
    """Blurs posters for a viewer."""

    store: Store
    vault: Vault
    workers: WorkerPool

    async def serve(self, viewer: Viewer, surface: Surface, poster: AssetId) -> web.Response:
        """Send a poster, blurred. A miss, a refusal and what can't be blurred are the same 404."""
        async with self.store.read() as reads:
            found = await reads.asset(viewer, poster, surface)
        return await self.send(found)

    async def send(self, found: tuple[Asset, Decision] | None) -> web.Response:
        """Send a poster about which the gate was asked, blurred."""
        try:
            content = await blurred_poster(found, vault=self.vault, workers=self.workers)
        except (NotFound, BadInput, LimitReached):
            raise web.HTTPNotFound from None
        return web.Response(body=content, content_type="image/jpeg")
