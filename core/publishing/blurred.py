"""A strongly blurred poster, for cards that moderators see before they look: each time anew, in memory alone."""

from core.errors import NotFound
from core.gate import Decision, Surface
from core.people import Viewer
from core.ports import Store, Stream, Vault, WorkerPool
from core.videos import Asset, AssetId, AssetRole
from core.work import Work

TASK = "blur"
TIMEOUT_S = 20.0


async def blurred(
    viewer: Viewer, poster: AssetId, surface: Surface, *, store: Store, vault: Vault, workers: WorkerPool
) -> bytes:
    """Give a poster as a JPEG of which nobody can be recognised.

    Raises NotFound("asset_not_found") for a miss, for what the viewer may not open and for what is no poster alike;
    BadInput("picture_damaged"), LimitReached("worker_limit") where none can be made of it.
    """
    async with store.read() as reads:
        found = await reads.asset(viewer, poster, surface)
    return await blurred_poster(found, vault=vault, workers=workers)


async def blurred_poster(found: tuple[Asset, Decision] | None, *, vault: Vault, workers: WorkerPool) -> bytes:
    """Blur what the gate was asked about. Raises as `blurred` does."""
    if found is None or found[0].role is not AssetRole.POSTER:
        raise NotFound("asset_not_found")
    stream = await vault.open(found[0].id, found[1])
    product = await workers.run(TASK, Work({}), serving=(_Served(stream),), timeout_s=TIMEOUT_S)
    with product.parts["blurred"] as made:
        return made.read()


class _Served:
    """An opened asset as a source for a worker."""

    def __init__(self, stream: Stream) -> None:
        self.read = stream.read
        self.size_bytes = stream.asset.size_bytes
