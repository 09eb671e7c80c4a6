"""Serves blurred posters: through the gate, and never kept by a browser."""

from dataclasses import dataclass

from aiohttp import web

from core.errors import BadInput, LimitReached, NotFound
from core.gate import Surface
from core.people import Viewer
from core.ports import Store, Vault, WorkerPool
from core.publishing.blurred import blurred
from core.videos import AssetId


@dataclass(frozen=True)
class BlurServer:
    """Blurs posters for a viewer."""

    store: Store
    vault: Vault
    workers: WorkerPool

    async def serve(self, viewer: Viewer, surface: Surface, poster: AssetId) -> web.Response:
        """Send a poster, blurred. A miss, a refusal and what can't be blurred are the same 404."""
        try:
            content = await blurred(viewer, poster, surface, store=self.store, vault=self.vault, workers=self.workers)
        except (NotFound, BadInput, LimitReached):
            raise web.HTTPNotFound from None
        return web.Response(body=content, content_type="image/jpeg")
