"""The flow that makes a video: the real engine, database, vault and motion."""

import asyncio
from io import BytesIO

import av
import pytest

from core.errors import LimitReached
from core.generation.cancel import cancel
from core.generation.order import Wish
from core.generators.motion.route import Motion
from core.videos import AssetRole, Making
from core.work import Product
from tests.making import ended, working
from tests.parts import HERE, RETENTION_MS, Parts
from tests.waiting import until

SEA = Wish("a calm sea at sunset", seconds=3)


class Breaks(Motion):
    """Motion whose workers are always short of memory."""

    async def make(self, *_: object) -> Product:
        """Break as a worker does that was killed."""
        raise LimitReached("worker_limit")


async def test_what_is_queued_becomes_ready(parts: Parts) -> None:
    """A video is made, sealed and told: output and poster, kept for the retention from when it was ready."""
    owner = await parts.person()
    async with working(parts):
        video = await parts.create(owner, SEA)
        parts.clock.advance(60_000)
        view = await ended(parts, owner, video)
    assert (view.video.state, view.video.failure) == (Making.READY, None)
    assert [asset.role for asset in view.assets] == [AssetRole.OUTPUT, AssetRole.POSTER]
    assert view.video.ends_at_ms == parts.clock.now_ms() + RETENTION_MS
    with av.open(BytesIO(await parts.opened(owner, view, 0)), "r") as container:
        assert container.duration == pytest.approx(3_000_000, abs=100_000)
    assert parts.progress.share(video) is None
    assert len(parts.sealed_files) == 2


async def test_what_cannot_be_made_fails_with_its_reason(parts: Parts) -> None:
    """A failed video says why by a code, keeps no output, and has a free slot behind it."""
    owner = await parts.person()
    async with working(parts, {"motion": Breaks(parts.workers)}):
        first, second = await parts.create(owner, SEA), await parts.create(owner, SEA)
        for video in (first, second):
            view = await ended(parts, owner, video)
            assert (view.video.state, view.video.failure) == (Making.FAILED, "worker_limit")
    assert parts.sealed_files == []


async def test_cancel_stops_the_worker_and_leaves_nothing(parts: Parts) -> None:
    """A video that is cancelled while it is rendered keeps neither a process nor a byte."""
    owner = await parts.person()
    async with working(parts):
        video = await parts.create(owner, SEA)
        await until(lambda: parts.progress.share(video))
        await cancel(owner, video, HERE, store=parts.store, clock=parts.clock, retention_ms=RETENTION_MS)
        await until(lambda: not parts.workers.pids)
        assert (await parts.seen(owner, video)).video.state is Making.CANCELLED
        await asyncio.sleep(0.2)
    assert parts.sealed_files == []
    assert parts.progress.share(video) is None


async def test_a_stop_while_it_is_made_costs_time_only(parts: Parts) -> None:
    """Stopped and launched again, the same video is made once, and nothing of the first try is left."""
    owner = await parts.person()
    async with working(parts):
        video = await parts.create(owner, SEA)
        await until(lambda: parts.progress.share(video))
    assert (await parts.seen(owner, video)).video.state is Making.MAKING
    async with working(parts):
        view = await ended(parts, owner, video)
    assert view.video.state is Making.READY
    assert len(parts.sealed_files) == len(view.assets) == 2
