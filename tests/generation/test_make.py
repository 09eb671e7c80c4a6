"""The flow that makes a video: the real engine, database, vault and motion."""

import asyncio
from functools import partial
from io import BytesIO

import av
import pytest

from core.engine.launch import launch
from core.errors import LimitReached
from core.generation.cancel import cancel
from core.generation.line import begin_first
from core.generation.make import UNEXPECTED
from core.generation.order import Wish
from core.generation.upkeep import restart_lost
from core.generators.motion.route import Motion
from core.records import Lane
from core.videos import AssetRole, Making
from core.work import Product
from tests.fakes.tiny import Tiny
from tests.keeping import ask_file
from tests.making import ended, started, working
from tests.parts import HERE, RETENTION_MS, Parts
from tests.waiting import until

SEA = Wish("a calm sea at sunset", seconds=3)


class Breaks(Motion):
    """Motion whose workers are always short of memory."""

    async def make(self, *_: object) -> Product:
        """Break as a worker does that was killed."""
        raise LimitReached("worker_limit")


async def test_what_is_queued_becomes_ready(parts: Parts) -> None:
    """A video is made, sealed and told: output, poster and preview, kept for the retention from when it was ready."""
    owner = await parts.person()
    async with working(parts):
        video = await parts.create(owner, SEA)
        parts.clock.advance(60_000)
        view = await ended(parts, owner, video)
    assert (view.video.state, view.video.failure) == (Making.READY, None)
    assert [asset.role for asset in view.assets] == [AssetRole.OUTPUT, AssetRole.POSTER, AssetRole.PREVIEW]
    assert view.video.ends_at_ms == parts.clock.now_ms() + RETENTION_MS
    with av.open(BytesIO(await parts.opened(owner, view, 0)), "r") as container:
        assert container.duration == pytest.approx(3_000_000, abs=100_000)
    assert parts.progress.share(video) is None
    assert len(parts.sealed_files) == 3


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
    assert len(parts.sealed_files) == len(view.assets) == 3


class Throws(Tiny):
    """A generator with a bug."""

    async def make(self, *_: object) -> Product:
        """Raise what nobody foresaw."""
        raise ZeroDivisionError


async def test_a_bug_fails_the_video_with_a_reason(parts: Parts) -> None:
    """What nobody foresaw ends the video as unexpected, and the next one is made."""
    owner = await parts.person()
    async with working(parts, {"motion": Throws(parts.workers)}):
        view = await ended(parts, owner, await parts.create(owner, SEA))
        assert (view.video.state, view.video.failure) == (Making.FAILED, UNEXPECTED)
        assert view.video.ends_at_ms == parts.clock.now_ms() + RETENTION_MS
    async with working(parts, {"motion": Tiny(parts.workers)}):
        assert (await ended(parts, owner, await parts.create(owner, SEA))).video.state is Making.READY


async def test_an_order_that_cannot_be_read_fails_too(parts: Parts) -> None:
    """Words that don't open any more (a damaged row) end their video, and hold nobody up."""
    owner = await parts.person()
    broken, fine = await parts.create(owner, SEA), await parts.create(owner, SEA)
    ask_file(parts, f"UPDATE videos SET words = x'00' WHERE id = '{broken.hex}'")  # noqa: S608
    async with working(parts, {"motion": Tiny(parts.workers)}):
        assert (await ended(parts, owner, fine)).video.state is Making.READY
        found = ask_file(parts, f"SELECT state, failure FROM videos WHERE id = '{broken.hex}'")  # noqa: S608
    assert found == [("failed", UNEXPECTED)]


async def test_a_job_without_a_flow_is_started_again(parts: Parts) -> None:
    """Outbox rows and flows are lost, of one that waits and of one that was being made: upkeep starts both."""
    owner, ledger = await parts.person(), parts.store.ledger
    engine = await launch(
        parts.folder / "engine.db",
        {"make": parts.maker({"motion": Tiny(parts.workers)}).make},
        1,
        {Lane.RENDER: partial(begin_first, parts.store)},
    )
    try:
        waiting, making = await parts.create(owner, SEA), await parts.create(owner, SEA)
        async with parts.store.write() as writes:
            await writes.move_video(making, "start")
        ask_file(parts, "DELETE FROM outbox")
        await asyncio.sleep(0.3)
        assert (await parts.seen(owner, waiting)).video.state is Making.QUEUED
        await restart_lost(ledger=ledger, engine=engine)
        for video in (making, waiting):
            assert (await ended(parts, owner, video)).video.state is Making.READY
    finally:
        await engine.close()
    assert await started(parts) == [making, waiting]
