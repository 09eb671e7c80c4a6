"""The flow that makes a video: named, rendered, marked and sealed, finished; or failed with a code."""

import logging
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from uuid import UUID

from core.errors import HushreelError, LostRace
from core.generation.ends import end_when_settled
from core.generation.progress import ProgressBoard
from core.generation.seals import chunks_of, discard_unkept, memory_of
from core.marks import Marker
from core.ports import Clock, Ids, Steps, Store, Vault
from core.records import Job, Material, SealedBytes
from core.routes import Local
from core.videos import Asset, AssetId, AssetRole, Making, VideoId
from core.work import Product

UNEXPECTED = "unexpected"
_ROLES = {
    "video": (AssetRole.OUTPUT, "video/mp4"),
    "poster": (AssetRole.POSTER, "image/jpeg"),
    "preview": (AssetRole.PREVIEW, "video/mp4"),
}
"""Parts of a generator's product, and what they become. Not every generator makes a preview."""

log = logging.getLogger("hushreel.generation")


@dataclass(frozen=True)
class Maker:
    """The flow `make` and what it needs."""

    store: Store
    vault: Vault
    generators: Mapping[str, Local]
    progress: ProgressBoard
    clock: Clock
    ids: Ids
    retention_ms: int
    marker: Marker

    async def make(self, steps: Steps, subject: str) -> None:
        """Make the video of this id. Each step may run again after a crash and then does the same once more.

        The names of the assets are drawn in a step of their own, so that a repeated rendering seals over
        what the broken one left. Cancelled, it removes what it sealed and leaves the state to who cancelled.
        """
        video = VideoId(UUID(subject))
        drawn = await steps.step("names", self._names)
        names = [AssetId(UUID(name)) for name in drawn]
        try:
            await steps.step("render", lambda: self._render(video, names))
        except LostRace:
            log.info("video %s was settled by somebody else while it was made", video)
        except Exception as error:  # noqa: BLE001 - whatever went wrong, its owner is told
            code = error.code if isinstance(error, HushreelError) else UNEXPECTED
            log.warning("video %s not made: %s (%s)", video, code, type(error).__name__)
            await steps.step("fail", lambda: self._fail(video, code))
        finally:
            self.progress.forget(video)
            await discard_unkept(video, names, store=self.store, vault=self.vault)

    async def _names(self) -> list[str]:
        return [str(self.ids.new()) for _ in _ROLES]

    async def _render(self, video: VideoId, names: Sequence[AssetId]) -> None:
        job = await self.store.ledger.job(video)
        if job is None or job.video.state is not Making.MAKING:
            return
        self.progress.report(video, 0.0)
        product = await self._product(job)
        try:
            made = [(name, part) for name, part in zip(names, _ROLES, strict=True) if part in product.parts]
            sealed = [await self._seal(video, name, part, product) for name, part in made]
        finally:
            for memory in product.parts.values():
                memory.close()
        now_ms = self.clock.now_ms()
        async with self.store.write() as writes:
            for asset, where in sealed:
                await writes.add_asset(asset, where)
            ends_at_ms = end_when_settled(job.video, now_ms, self.retention_ms)
            await writes.move_video(video, "finish", ends_at_ms=ends_at_ms)

    async def _product(self, job: Job) -> Product:
        video, generator = job.video.id, self.generators[job.order.route]
        with ExitStack() as closing:
            inputs = []
            for asset in job.inputs:
                memory = await memory_of(await self.vault.open_for_flow(video, asset.id))
                closing.callback(memory.close)
                inputs.append(Material(asset.media_type, memory, asset.duration_ms))
            made = await generator.make(job.order, inputs, lambda share: self.progress.report(video, share))
        return await self.marker.mark(made, job.order.route, {asset.media for asset in job.inputs})

    async def _seal(self, video: VideoId, name: AssetId, part: str, product: Product) -> tuple[Asset, SealedBytes]:
        memory, facts = product.parts[part], product.facts
        role, media_type = _ROLES[part]
        sealed = await self.vault.seal(name, chunks_of(memory), memory.size_bytes)
        duration_ms = facts["duration_ms"] if role is AssetRole.OUTPUT else None
        asset = Asset(name, video, role, media_type, memory.size_bytes, facts["width"], facts["height"], duration_ms)
        return asset, sealed

    async def _fail(self, video: VideoId, code: str) -> None:
        ends_at_ms = await self._end_of(video)
        async with self.store.write() as writes:
            try:
                await writes.move_video(video, "fail", failure=code, ends_at_ms=ends_at_ms)
            except LostRace:
                log.info("video %s was settled by somebody else before it failed", video)

    async def _end_of(self, video: VideoId) -> int | None:
        """Give the end date of a video that fails now; None, as it was, where its own words can't be opened."""
        try:
            job = await self.store.ledger.job(video)
        except Exception:  # noqa: BLE001 - what can't be read must still end
            return None
        return end_when_settled(job.video, self.clock.now_ms(), self.retention_ms) if job else None
