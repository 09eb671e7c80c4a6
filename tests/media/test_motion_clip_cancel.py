"""A cancelled clip: its worker is gone, at whatever stage, and nothing of it is left."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from core.work import Memory, Work
from core.workers.pool import Workers
from core.workers.tasks import TASKS
from tests.fakes.footage import clip, tone
from tests.media.test_motion_clip_styles import scene

TASK = "motion_render"
WITHIN_S = 240.0
"""Workers give way to everything else that a machine does."""

pytestmark = pytest.mark.timeout(300)


@pytest_asyncio.fixture
async def workers() -> AsyncIterator[Workers]:
    """Real worker processes."""
    pool = Workers(TASKS)
    yield pool
    await pool.close()


def descriptors() -> set[str]:
    """Name what this process holds open, without the descriptor that reads the list."""
    return {str(one.resolve()) for one in Path("/proc/self/fd").iterdir() if one.exists()}


def running(pids: frozenset[int]) -> set[int]:
    """Give those of some processes that are still there, zombies included."""
    return {pid for pid in pids if Path(f"/proc/{pid}").exists()}


def order(given: Memory, effect: str) -> Work:
    """Ask for a video that takes a while."""
    wanted = {"prompt": "", "shape": "9:16", "seconds": 10, "seed": 1, "short_side": 180}
    return Work(wanted | {"effect": effect, "media": ["video/mp4"]}, (given,))


@pytest.mark.parametrize("after", [0.0, 0.05, 0.4], ids=["at-once", "looking", "drawing"])
@pytest.mark.parametrize("effect", ["stabilise", "slow"])
async def test_nothing_is_left_of_a_cancelled_clip(workers: Workers, effect: str, after: float) -> None:
    """Cancelled before it begins, while it looks at the clip or draws: no process, no descriptor, no file."""
    with clip([scene()] * 150, sound=tone(5.0)) as given:
        before = descriptors()
        reached = asyncio.Event()

        def on_progress(share: float) -> None:
            if share >= after:
                reached.set()

        making = asyncio.create_task(
            workers.run(TASK, order(given, effect), on_progress=on_progress, timeout_s=WITHIN_S)
        )
        await (asyncio.wait_for(reached.wait(), WITHIN_S) if after else asyncio.sleep(0))
        pids = workers.pids
        making.cancel()
        with pytest.raises(asyncio.CancelledError):
            await making
        assert not running(pids)
        assert workers.pids == frozenset()
        assert descriptors() <= before
        assert given.size_bytes > 0


async def test_a_clip_is_rendered_within_the_workers_limits(workers: Workers) -> None:
    """The whole task runs in a worker process with its bounded address space, and gives all three parts."""
    with clip([scene()] * 30, sound=tone(1.0)) as given:
        work = order(given, "stabilise")
        product = await workers.run(TASK, Work({**work.parameters, "seconds": 1}, (given,)), timeout_s=WITHIN_S)
    try:
        assert set(product.parts) == {"video", "poster", "preview"}
    finally:
        for part in product.parts.values():
            part.close()
