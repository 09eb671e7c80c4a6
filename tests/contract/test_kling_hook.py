"""/hooks/kling: anybody may post to it, and what is so is asked of Kling."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bots.wiring.kling_hook import PATH, KlingHook, KnowsOrders
from core.generation.line import begin_first
from core.generation.order import Wish
from core.records import Lane
from core.submissions import Submission
from core.videos import VideoId
from tests.contract.kling_elsewhere import KlingElsewhere
from tests.parts import Parts
from tests.sending import sent


@pytest_asyncio.fixture(params=["legacy", "newer"])
async def there(request: pytest.FixtureRequest, parts: Parts) -> AsyncIterator[KlingElsewhere]:
    """Kling, by either contract."""
    async with KlingElsewhere(request.param, parts.workers, parts.clock) as elsewhere:
        yield elsewhere


@asynccontextmanager
async def hook(parts: Parts, there: KlingElsewhere) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    """Serve the way in."""
    app = web.Application()
    app.add_routes(KlingHook(parts.store, cast("KnowsOrders", there.remote)).routes())
    async with TestClient(TestServer(app)) as client:
        yield client


async def unsure(parts: Parts, there: KlingElsewhere) -> VideoId:
    """Have a video's order leave and its answer be lost."""
    owner = await parts.person()
    wish = Wish("a heron lifts off a pond", seconds=5, route="kling")
    video = await sent(parts, owner, wish, {"kling": there.remote})
    await begin_first(parts.store, Lane.REMOTE)
    external_id = parts.ids.new()
    async with parts.store.write() as writes:
        await writes.intend(Submission(video, "kling", external_id, parts.clock.now_ms() + 60_000))
        await writes.send(video)
        await writes.move_video(video, "lose_sight")
    await there.remote.submit(there.order, [], external_id)
    return video


async def task_of(parts: Parts, video: VideoId) -> str | None:
    """Give the task that is kept of a video."""
    order = await parts.store.ledger.submission(video)
    assert order is not None
    return order.task


@pytest.mark.parametrize("state", ["", "succeed", "failed"], ids=["true", "early", "forged"])
async def test_a_hint_has_us_look_for_what_nobody_knows(parts: Parts, there: KlingElsewhere, state: str) -> None:
    """Kling says that the task has our id: it is the video's. What the callback says of its state isn't read."""
    there.wire.echoes = True
    video = await unsure(parts, there)
    (task,) = there.wire.tasks.known.values()
    async with hook(parts, there) as client:
        for _ in range(2):
            answer = await client.post(PATH, data=there.wire.callback(task, state))
            assert answer.status == 200
    found = await task_of(parts, video)
    assert found is not None
    assert found.endswith(task.name)
    assert there.begun == 1


async def test_a_task_of_somebody_else_is_never_taken(parts: Parts, there: KlingElsewhere) -> None:
    """A callback names a task that has another id, or one that isn't there: the video stays unsure, or is found."""
    there.wire.echoes = True
    video = await unsure(parts, there)
    other = await there.remote.submit(there.order, [], parts.ids.new())
    ours, theirs = there.wire.tasks.known.values()
    del there.wire.tasks.known[ours.name]
    async with hook(parts, there) as client:
        assert (await client.post(PATH, data=there.wire.callback(theirs))).status == 200
    assert other.endswith(theirs.name)
    assert await task_of(parts, video) is None


async def test_what_could_be_no_callback_is_not_read_on(parts: Parts, there: KlingElsewhere) -> None:
    """Words, another task's form, and more bytes than a callback has: refused, and Kling is asked nothing."""
    await unsure(parts, there)
    asked = len(there.wire.seen)
    async with hook(parts, there) as client:
        for body in (b"", b"hello", b"[]", json.dumps({"data": {"task_id": "../../x"}}).encode()):
            assert (await client.post(PATH, data=body)).status == 400
        assert (await client.post(PATH, data=b"x" * 70_000)).status == 413
    assert len(there.wire.seen) == asked


async def test_hints_in_a_row_have_us_ask_once(parts: Parts, there: KlingElsewhere) -> None:
    """Whoever posts a hundred of them doesn't have us post a hundred to Kling."""
    await unsure(parts, there)
    asked = len(there.wire.seen)
    async with hook(parts, there) as client:
        for number in range(100):
            body = json.dumps({"data": {"task_id": f"8299{number:06}"}}).encode()
            assert (await client.post(PATH, data=body)).status == 200
    assert len(there.wire.seen) - asked <= 10


async def test_where_nothing_is_unsure_nobody_is_asked(parts: Parts, there: KlingElsewhere) -> None:
    """A hint about nothing."""
    task = await there.remote.submit(there.order, [], parts.ids.new())
    asked = len(there.wire.seen)
    async with hook(parts, there) as client:
        body = json.dumps({"data": {"task_id": task.rpartition("/")[2]}}).encode()
        assert (await client.post(PATH, data=body)).status == 200
    assert len(there.wire.seen) == asked
