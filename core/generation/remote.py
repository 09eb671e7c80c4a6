"""The flow that has a video made elsewhere: paid at most once, delivered at most once, open about what nobody knows."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from uuid import UUID

from core.errors import Busy, Declined, HushreelError, LostRace, LostSubmit, RemoteError
from core.generation.declined import (
    GENERATOR_UNREACHABLE,
    GENERATOR_UNREADY,
    RESULT_GONE,
    SUBMIT_LOST,
    TOOK_TOO_LONG,
)
from core.generation.ends import end_when_settled
from core.generation.make import UNEXPECTED
from core.generation.progress import ProgressBoard
from core.generation.seals import chunks_of, discard_unkept, memory_of
from core.marks import Marker
from core.ports import Clock, Ids, Steps, Store, Vault
from core.records import Job, Material, SealedBytes, Stage, Standing
from core.routes import Remote
from core.submissions import Submission
from core.videos import Asset, AssetId, AssetRole, Making, VideoId
from core.work import Product

LOOKS_EVERY_S = 5.0
SEARCHES_EVERY_S = 30.0
_ROLES = {"video": AssetRole.OUTPUT, "poster": AssetRole.POSTER}
_WAITING = frozenset({Making.MAKING, Making.UNSURE})
_MOVED_ON = "video_moved_on"
"""It was cancelled, erased or finished by somebody else: nothing more is to be done."""

log = logging.getLogger("hushreel.generation")


@dataclass(frozen=True)
class RemoteMaker:
    """The flow `send`, for routes that others run. `limit_ms` is how long a video may take, from when it is begun."""

    store: Store
    vault: Vault
    generators: Mapping[str, Remote]
    progress: ProgressBoard
    clock: Clock
    ids: Ids
    retention_ms: int
    limit_ms: int
    marker: Marker
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def make(self, steps: Steps, subject: str) -> None:
        """Have the video of this id made. Each step may run again after a crash, and none sends an order twice.

        Cancelled, it removes what it sealed and leaves the state to who cancelled.
        """
        video = VideoId(UUID(subject))
        drawn = await steps.step("names", self._names)
        external_id, *assets = (UUID(one) for one in drawn)
        names = [AssetId(one) for one in assets]
        try:
            await steps.step("intend", lambda: self._intend(video, external_id))
            task = await steps.step("submit", lambda: self._submit(video))
            if task is None:
                task = await steps.step("search", lambda: self._search(video))
            await steps.step("follow", lambda: self._follow(video, task))
            await steps.step("bring", lambda: self._bring(video, task, names))
        except asyncio.CancelledError:
            await self._stop(video)
            raise
        except Exception as error:  # noqa: BLE001 - whatever went wrong, its owner is told
            code = error.code if isinstance(error, HushreelError) else UNEXPECTED
            if code == _MOVED_ON:
                log.info("video %s was settled by somebody else while it was made", video)
            else:
                log.warning("video %s not made: %s (%s)", video, code, type(error).__name__)
                await steps.step("fail", lambda: self._fail(video, code))
        finally:
            self.progress.forget(video)
            await discard_unkept(video, names, store=self.store, vault=self.vault)

    async def _names(self) -> list[str]:
        return [str(self.ids.new()) for _ in ("ours", *_ROLES)]

    async def _intend(self, video: VideoId, external_id: UUID) -> None:
        job = await self._job(video)
        until_ms = self.clock.now_ms() + self.limit_ms
        async with self.store.write() as writes:
            await writes.intend(Submission(video, job.order.route, external_id, until_ms))

    async def _submit(self, video: VideoId) -> str | None:
        """Send the order when it is our turn, and give its task; None where nobody knows what became of it.

        That it leaves is written down before it does: an earlier life's order is never sent again.
        """
        while True:
            job, intent = await self._job(video), await self._intent(video)
            if intent.task is not None:
                return intent.task
            if intent.sent_at_ms is not None:
                return None
            if self.clock.now_ms() > intent.until_ms:
                raise Declined(GENERATOR_UNREACHABLE)
            async with self.store.write() as writes:
                may_leave = await writes.send(video)
            if not may_leave:
                return None
            try:
                task = await self._sent(job, intent)
            except Busy as busy:
                await self._unsend(video)
                await self.sleep(busy.after_s)
                continue
            except Declined:
                await self._unsend(video)
                raise
            except LostSubmit:
                return None
            await self._name(video, task)
            return task

    async def _sent(self, job: Job, intent: Submission) -> str:
        with ExitStack() as closing:
            inputs = []
            for asset in job.inputs:
                memory = await memory_of(await self.vault.open_for_flow(job.video.id, asset.id))
                closing.callback(memory.close)
                inputs.append(Material(asset.media_type, memory, asset.duration_ms))
            return await self._route(intent).submit(job.order, inputs, intent.external_id)

    async def _search(self, video: VideoId) -> str:
        """Look for an order that nobody knows about, until its time is over; a callback may name its task meanwhile.

        Raises Declined(submit_lost) then; the person may try again, knowingly.
        """
        while True:
            job, intent = await self._job(video), await self._intent(video)
            if intent.task is not None:
                return intent.task
            found = await self._found(intent)
            if found is not None:
                await self._name(video, found)
                return found
            if self.clock.now_ms() > intent.until_ms:
                raise Declined(SUBMIT_LOST)
            if job.video.state is Making.MAKING:
                async with self.store.write() as writes:
                    await writes.move_video(video, "lose_sight")
            await self.sleep(SEARCHES_EVERY_S)

    async def _found(self, intent: Submission) -> str | None:
        generator = self._route(intent)
        if not generator.finds:
            return None
        try:
            return await generator.find(intent.external_id)
        except RemoteError:
            return None

    async def _follow(self, video: VideoId, task: str) -> None:
        """Wait until the task is ready. Raises Declined with why it isn't and won't be."""
        while True:
            intent = await self._intent(video)
            await self._job(video)
            pause_s = LOOKS_EVERY_S
            try:
                standing = await self._route(intent).follow(task)
                if standing.state is Stage.READY:
                    return
                _check(standing)
                if standing.share is not None:
                    self.progress.report(video, standing.share)
            except Busy as busy:
                pause_s = busy.after_s
            if self.clock.now_ms() > intent.until_ms:
                raise Declined(TOOK_TOO_LONG)
            await self.sleep(pause_s)

    async def _bring(self, video: VideoId, task: str, names: Sequence[AssetId]) -> None:
        job, intent = await self._job(video), await self._intent(video)
        fetched = await self._fetched(intent, task)
        product = await self.marker.mark(fetched, intent.route, {asset.media for asset in job.inputs})
        try:
            made = [(name, part) for name, part in zip(names, _ROLES, strict=True) if part in product.parts]
            sealed = [await self._seal(video, name, part, product) for name, part in made]
        finally:
            for memory in product.parts.values():
                memory.close()
        ends_at_ms = end_when_settled(job.video, self.clock.now_ms(), self.retention_ms)
        async with self.store.write() as writes:
            for asset, where in sealed:
                await writes.add_asset(asset, where)
            await writes.move_video(video, "finish", ends_at_ms=ends_at_ms)

    async def _seal(self, video: VideoId, name: AssetId, part: str, product: Product) -> tuple[Asset, SealedBytes]:
        memory, facts = product.parts[part], product.facts
        sealed = await self.vault.seal(name, chunks_of(memory), memory.size_bytes)
        is_video = part == "video"
        media_type, duration_ms = (facts["media_type"], facts["duration_ms"]) if is_video else ("image/jpeg", None)
        sides = facts["width"], facts["height"]
        return Asset(name, video, _ROLES[part], media_type, memory.size_bytes, *sides, duration_ms), sealed

    async def _fetched(self, intent: Submission, task: str) -> Product:
        while True:
            try:
                return await self._route(intent).fetch(task)
            except Busy as busy:
                if self.clock.now_ms() > intent.until_ms:
                    raise Declined(TOOK_TOO_LONG) from None
                await self.sleep(busy.after_s)

    async def _stop(self, video: VideoId) -> None:
        """Stop the task there too, where the video was cancelled or is erased; at a shutdown it goes on."""
        job, intent = await self.store.ledger.job(video), await self.store.ledger.submission(video)
        if intent is None or intent.task is None or (job is not None and job.video.state in _WAITING):
            return
        try:
            stopped = await self._route(intent).cancel(intent.task)
            log.info("video %s was stopped; there too: %s", video, stopped)
        except RemoteError as error:
            log.warning("video %s may go on elsewhere: %s", video, error.code)

    def _route(self, intent: Submission) -> Remote:
        """Give the generator of an order. Raises Declined(generator_unready) where it isn't set up any more."""
        route = self.generators.get(intent.route)
        if route is None:
            raise Declined(GENERATOR_UNREADY)
        return route

    async def _job(self, video: VideoId) -> Job:
        job = await self.store.ledger.job(video)
        if job is None or job.video.state not in _WAITING:
            raise LostRace(_MOVED_ON)
        return job

    async def _intent(self, video: VideoId) -> Submission:
        intent = await self.store.ledger.submission(video)
        if intent is None:
            raise LostRace(_MOVED_ON)
        return intent

    async def _unsend(self, video: VideoId) -> None:
        async with self.store.write() as writes:
            await writes.unsend(video)

    async def _name(self, video: VideoId, task: str) -> None:
        async with self.store.write() as writes:
            await writes.name_task(video, task)

    async def _fail(self, video: VideoId, code: str) -> None:
        job = await self.store.ledger.job(video)
        ends_at_ms = end_when_settled(job.video, self.clock.now_ms(), self.retention_ms) if job else None
        async with self.store.write() as writes:
            try:
                await writes.move_video(video, "fail", failure=code, ends_at_ms=ends_at_ms)
            except LostRace:
                log.info("video %s was settled by somebody else before it failed", video)


def _check(standing: Standing) -> None:
    """Raise Declined for a task that will never be ready."""
    if standing.state is Stage.FAILED:
        raise Declined(standing.code or UNEXPECTED)
    if standing.state is Stage.GONE:
        raise Declined(RESULT_GONE)
