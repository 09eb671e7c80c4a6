"""The flow over ComfyUI: cut off anywhere it makes one video, and leaves nothing behind in ComfyUI's folders."""

import asyncio
import random
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress

import pytest_asyncio

from core.generation.line import begin_first
from core.generation.order import Wish
from core.generation.remote import RemoteMaker
from core.people import Viewer
from core.records import Lane
from core.routes import Generator
from core.videos import Making, VideoId
from tests.contract.comfyui_elsewhere import ComfyUIElsewhere
from tests.contract.comfyui_orders import files
from tests.contract.elsewhere import Loses
from tests.contract.test_remote_flow import Lives
from tests.parts import RETENTION_MS, Parts
from tests.sending import sent

LIMIT_MS = 300_000
WISH = Wish("a heron lifts off a pond", seconds=1, route="comfyui")
SEED = 4
VIDEOS = 20
LIFE_S = 0.4


@pytest_asyncio.fixture
async def there(parts: Parts) -> AsyncIterator[ComfyUIElsewhere]:
    """A ComfyUI that works on what it is given."""
    async with ComfyUIElsewhere(parts.workers) as elsewhere:

        async def works() -> None:
            while True:
                elsewhere.finish()
                await asyncio.sleep(0.05)

        working = asyncio.create_task(works())
        yield elsewhere
        working.cancel()


def maker(parts: Parts, there: ComfyUIElsewhere) -> RemoteMaker:
    """Give the flow; where it sleeps, its clock moves on."""

    async def sleep(seconds: float) -> None:
        parts.clock.advance(int(seconds * 1000))
        await asyncio.sleep(0.01)

    generators = {"comfyui": there.remote}
    return RemoteMaker(
        parts.store,
        parts.vault,
        generators,
        parts.progress,
        parts.clock,
        parts.ids,
        RETENTION_MS,
        LIMIT_MS,
        parts.marker,
        sleep,
    )


async def begun(parts: Parts, there: ComfyUIElsewhere, owner: Viewer) -> VideoId:
    """Ask for a video, and let it begin."""
    generators: Mapping[str, Generator] = {"comfyui": there.remote}
    video = await sent(parts, owner, WISH, generators)
    assert await begin_first(parts.store, Lane.REMOTE) == ("send", video)
    return video


async def test_killed_anywhere_it_is_made_once_and_delivered_once(parts: Parts, there: ComfyUIElsewhere) -> None:
    """A flow cut off twice at random moments, and whose answers get lost: never two tasks, never two videos."""
    owner, chance = await parts.person(), random.Random(SEED)  # noqa: S311 - repeatable
    ends: dict[Making, int] = {}
    for _ in range(VIDEOS):
        before, video, lives = there.begun, await begun(parts, there, owner), Lives()
        if chance.random() < 0.4:
            there.lose(chance.choice([Loses.CUT_AFTER, Loses.NONSENSE, Loses.BROKEN, Loses.CUT_BEFORE]))
        state, left = Making.MAKING, 2
        while state in {Making.MAKING, Making.UNSURE}:
            flow = asyncio.create_task(maker(parts, there).make(lives, str(video)))
            await asyncio.wait([flow], timeout=chance.random() * LIFE_S if left else None)
            left = max(0, left - 1)
            flow.cancel()
            with suppress(asyncio.CancelledError):
                await flow
            state = (await parts.seen(owner, video)).video.state
        assert there.begun - before <= 1
        view = await parts.seen(owner, video)
        assert len(view.assets) == (2 if state is Making.READY else 0)
        ends[state] = ends.get(state, 0) + 1
    assert ends[Making.READY] > VIDEOS / 2
    assert await there.sweep(()) == there.begun
    assert files(there.wire) == []
