"""Cancelled or deleted in whatever state: nothing is left behind, and a second press is told how things are."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from typing import Self

import pytest
import sqlalchemy as sa

from core.engine.durable import DurableEngine
from core.errors import LostRace, NotFound
from core.generation.cancel import cancel
from core.generation.create import create
from core.generation.order import Wish
from core.generation.seals import discard_unkept
from core.generators.motion.route import Motion
from core.people import Viewer
from core.records import Material, Order
from core.storage.tables import assets, outbox
from core.videos import AssetRole, Making, VideoId
from core.work import Memory, Product
from tests.erasing import House, house_of
from tests.fakes.pictures import FakeUpload
from tests.fakes.tiny import FACTS, VIDEO
from tests.making import working
from tests.parts import HERE, RETENTION_MS, Parts
from tests.waiting import until
from tests.wire.pictures import png

SEA = Wish("a calm sea at sunset", seconds=3)
LARGE = VIDEO * 40_000
PARTS = ("video", "poster", "preview")


class Held(Memory):
    """Memory that tells when it is first read: its sealing has begun and is not over."""

    told: Callable[[], None]

    @classmethod
    def telling(cls, content: bytes, told: Callable[[], None]) -> Self:
        """Hold some bytes."""
        memory = cls.empty()
        memory.append(content)
        memory.told = told
        return memory

    def read(self, start: int = 0, length: int | None = None) -> bytes:
        """Tell, and give the bytes."""
        self.told()
        return super().read(start, length)


class Staged(Motion):
    """A generator that stops at a stage until it is let go on, or tells when a part of its product is sealed."""

    def __init__(self, parts: Parts, stage: str) -> None:
        """Name the stage: "generator", or the part during whose sealing something happens."""
        super().__init__(parts.workers)
        self._stage = stage
        self.reached = asyncio.Event()

    async def make(self, order: Order, inputs: Sequence[Material], on_progress: Callable[[float], None]) -> Product:
        """Hold, or give a product whose parts tell of their sealing."""
        del order, inputs
        on_progress(0.5)
        if self._stage == "generator":
            self.reached.set()
            await asyncio.sleep(60)
        tells = {part: self.reached.set if part == self._stage else lambda: None for part in PARTS}
        return Product({part: Held.telling(LARGE, told) for part, told in tells.items()}, FACTS)


Press = Callable[[House, Viewer, VideoId], Awaitable[None]]


async def press_cancel(house: House, owner: Viewer, video: VideoId) -> None:
    """Stop it."""
    parts = house.parts
    await cancel(owner, video, HERE, store=parts.store, clock=parts.clock, retention_ms=RETENTION_MS)


async def press_delete(house: House, owner: Viewer, video: VideoId) -> None:
    """Erase it."""
    await house.ask(owner, video)


@pytest.fixture
def house(parts: Parts) -> House:
    """Everything on a folder of its own."""
    return house_of(parts)


async def asked(parts: Parts, owner: Viewer, *, draft: bool = False) -> VideoId:
    """Ask for a video of a picture."""
    upload = FakeUpload(png(96, 64))
    created = await create(
        owner,
        SEA,
        [upload],
        draft=draft,
        workers=parts.workers,
        generators=parts.generators,
        **parts.for_use_cases,
    )
    return created.video


async def in_state(parts: Parts, video: VideoId, *verbs: str) -> None:
    """Move a video past the engine."""
    for verb in verbs:
        async with parts.store.write() as writes:
            await writes.move_video(video, verb, failure="worker_limit" if verb == "fail" else None)


async def nothing_is_left(house: House, engine: DurableEngine, video: VideoId, *, inputs: int) -> None:
    """See that no byte, row, process, flow or share is left of it but for `inputs` sealed inputs."""
    parts = house.parts
    await until(lambda: not parts.workers.pids)
    async with asyncio.timeout(60):
        while await house.rows(sa.select(outbox.c.id).where(outbox.c.surface == "engine")):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        while await parts.store.ledger.erasing():  # noqa: ASYNC110 - the engine tells nobody
            await asyncio.sleep(0.02)
        while str(video).encode() in b"".join(path.read_bytes() for path in parts.folder.glob("engine.db*")):
            await engine.sweep()
            await asyncio.sleep(0.02)
    kept = {str(row.id) for row in await house.rows(sa.select(assets.c.id))}
    assert {path.name for path in parts.sealed_files} == kept
    assert len(kept) == inputs
    assert parts.progress.share(video) is None


async def check(house: House, engine: DurableEngine, owner: Viewer, video: VideoId, press: Press) -> None:
    """See what is left after a press, and what comes of a second one."""
    if press is press_cancel:
        await nothing_is_left(house, engine, video, inputs=1)
        assert (await house.parts.seen(owner, video)).video.state is Making.CANCELLED
        with pytest.raises(LostRace) as lost:
            await press_cancel(house, owner, video)
        assert lost.value.data["state"] == "cancelled"
    else:
        await nothing_is_left(house, engine, video, inputs=0)
        assert await house.receipt(owner, video) is not None
        for again in (press_delete, press_cancel):
            with pytest.raises(NotFound):
                await again(house, owner, video)


BOTH = pytest.mark.parametrize("press", [press_cancel, press_delete], ids=["cancel", "delete"])


@BOTH
@pytest.mark.parametrize("stage", ["generator", *PARTS])
async def test_while_it_is_made(house: House, stage: str, press: Press) -> None:
    """At its generator, and while the video, the poster or the preview is sealed."""
    parts, owner = house.parts, await house.parts.person()
    generator = Staged(parts, stage)
    async with working(parts, {"motion": generator}) as engine:
        video = await asked(parts, owner)
        await asyncio.wait_for(generator.reached.wait(), 60)
        await press(house, owner, video)
        await check(house, engine, owner, video, press)


@pytest.mark.parametrize("turns", range(0, 60, 3))
async def test_a_cancel_in_the_midst_of_cleaning_up(house: House, turns: int) -> None:
    """However often it is cancelled, and wherever its cleaning is: no byte is left when the cancelled task ends."""
    parts, owner = house.parts, await house.parts.person()
    video = await asked(parts, owner)
    names = [(await house.seal(video, role, 9_000))[0].id for role in (AssetRole.OUTPUT, AssetRole.POSTER)]
    cleaning = asyncio.create_task(discard_unkept(video, names, store=parts.store, vault=parts.vault))
    for _ in range(turns):
        await asyncio.sleep(0)
    cleaning.cancel()
    await asyncio.sleep(0)
    cleaning.cancel()
    await asyncio.wait({cleaning})
    assert len(parts.sealed_files) == (1 if turns else 3)


@BOTH
async def test_while_a_worker_renders_it(house: House, press: Press) -> None:
    """The worker process is gone with it."""
    parts, owner = house.parts, await house.parts.person()
    async with working(parts) as engine:
        video = await asked(parts, owner)
        await until(lambda: parts.progress.share(video) and parts.workers.pids, 30)
        await press(house, owner, video)
        await check(house, engine, owner, video, press)


@BOTH
@pytest.mark.parametrize("draft", [False, True], ids=["queued", "asked"])
async def test_while_it_waits(house: House, draft: bool, press: Press) -> None:  # noqa: FBT001
    """In the queue behind another one, and as a draft."""
    parts, owner = house.parts, await house.parts.person()
    generator = Staged(parts, "generator")
    async with working(parts, {"motion": generator}) as engine:
        first = await asked(parts, owner)
        await asyncio.wait_for(generator.reached.wait(), 60)
        video = await asked(parts, owner, draft=draft)
        await press(house, owner, video)
        await press_delete(house, owner, first)
        await check(house, engine, owner, video, press)


@pytest.mark.parametrize(
    ("verbs", "state"),
    [
        (("start", "finish"), "ready"),
        (("start", "fail"), "failed"),
        (("cancel",), "cancelled"),
        (("start", "lose_sight"), "unsure"),
    ],
)
async def test_when_it_is_over(house: House, verbs: Sequence[str], state: str) -> None:
    """Ready, failed, cancelled or unsure: a cancel is told the state, and a delete leaves nothing."""
    parts, owner = house.parts, await house.parts.person()
    video = await asked(parts, owner)
    await in_state(parts, video, *verbs)
    async with AsyncExitStack() as closing:
        engine = await closing.enter_async_context(working(parts))
        with pytest.raises(LostRace) as lost:
            await press_cancel(house, owner, video)
        assert lost.value.data["state"] == state
        await press_delete(house, owner, video)
        await check(house, engine, owner, video, press_delete)
