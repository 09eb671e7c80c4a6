"""The flow that has videos made elsewhere, with the real database and vault: whatever breaks, paid at most once."""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import TypeVar

import pytest
import pytest_asyncio
from PIL import Image

from bots.wiring.system import SystemClock
from core.engine.serializer import JsonOfIds
from core.errors import HushreelError, LostRace
from core.generation.cancel import cancel
from core.generation.line import begin_first
from core.generation.marking import Marking
from core.generation.order import Wish
from core.generation.origin import Origin
from core.generation.remote import RemoteMaker
from core.marks import Credential, Credentials
from core.people import Viewer
from core.records import Lane, VideoView
from core.routes import Generator
from core.storage.certificate import HouseCertificate
from core.submissions import Submission
from core.videos import AssetRole, Making, VideoId
from tests.chatting import StepAfterStep
from tests.contract.elsewhere import Loses, Refuses
from tests.contract.kling_elsewhere import KlingElsewhere
from tests.fakes.kling_wire.server import made_video
from tests.fakes.kling_wire.trouble import Bad
from tests.marked import origin_told
from tests.parts import HERE, RETENTION_MS, Parts
from tests.sending import sent

LIMIT_MS = 300_000
WISH = Wish("a heron lifts off a pond", seconds=5, route="kling")
SEED = 9
VIDEOS = 25
LIFE_S = 0.3
Result = TypeVar("Result")


@dataclass
class Lives:
    """Steps of a flow that dies and lives on: what a finished step gave is remembered, as the engine does."""

    remembered: dict[str, object] = field(default_factory=dict)

    async def step(self, name: str, do: Callable[[], Awaitable[Result]]) -> Result:
        """Run `do` unless an earlier life did."""
        if name not in self.remembered:
            self.remembered[name] = await do()
        return self.remembered[name]  # type: ignore[return-value]


class Recalled(StepAfterStep):
    """Steps whose failures come out of the engine's books, as they do in a later life."""

    async def step(self, name: str, do: Callable[[], Awaitable[Result]]) -> Result:
        """Run `do`."""
        books = JsonOfIds()
        try:
            return await super().step(name, do)
        except HushreelError as error:
            raise books.deserialize(books.serialize(error)) from None


@dataclass
class House:
    """The parts, Kling's fake, and somebody who asks."""

    parts: Parts
    there: KlingElsewhere
    owner: Viewer

    def maker(self, *, yields: bool = False) -> RemoteMaker:
        """Give the flow; where it sleeps, the clock of all moves on."""

        async def sleep(seconds: float) -> None:
            self.parts.clock.advance(int(seconds * 1000))
            await asyncio.sleep(0.005 if yields else 0)

        parts, generators = self.parts, {"kling": self.there.remote}
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

    async def begun(self) -> VideoId:
        """Ask for a video, send it, and let it begin."""
        generators: Mapping[str, Generator] = {"kling": self.there.remote}
        video = await sent(self.parts, self.owner, WISH, generators)
        assert await begin_first(self.parts.store, Lane.REMOTE) == ("send", video)
        return video

    async def made(self) -> VideoView:
        """Ask for a video and have it made by a flow that nothing interrupts."""
        video = await self.begun()
        await self.maker().make(StepAfterStep(), str(video))
        return await self.seen(video)

    async def seen(self, video: VideoId) -> VideoView:
        """See a video as its owner."""
        return await self.parts.seen(self.owner, video)


@pytest_asyncio.fixture(params=["legacy", "newer"])
async def house(request: pytest.FixtureRequest, parts: Parts) -> AsyncIterator[House]:
    """The house, with Kling set up by either contract."""
    async with KlingElsewhere(request.param, parts.workers, parts.clock) as there:
        yield House(parts, there, await parts.person())


async def test_a_video_comes_sealed_and_once(house: House) -> None:
    """Ready, with the very bytes that Kling made, one submission, one payment."""
    view = await house.made()
    assert (view.video.state, view.video.failure) == (Making.READY, None)
    assert [one.role for one in view.assets] == [AssetRole.OUTPUT, AssetRole.POSTER]
    assert await house.parts.opened(house.owner, view, 0) == made_video()
    assert house.there.begun == 1
    assert Image.open(BytesIO(await house.parts.opened(house.owner, view, 1))).size == (160, 90)
    assert len(house.parts.sealed_files) == 2


async def test_it_says_that_a_model_made_it(house: House) -> None:
    """What is delivered has credentials, in the video and in its poster; what was sealed is what was marked."""
    house.parts.marker = marking_of(house)
    view = await house.made()
    assert view.video.state is Making.READY
    for number, asset in enumerate(view.assets):
        content = await house.parts.opened(house.owner, view, number)
        assert origin_told(content, asset.media_type) is Origin.MODEL
        assert len(content) == asset.size_bytes


async def test_what_cannot_be_marked_is_not_delivered(house: House) -> None:
    """Nothing is sealed, and its owner is told why; Kling made it once."""
    marking = marking_of(house)
    house.parts.marker = replace(marking, credentials=Ended(marking.credentials))
    view = await house.made()
    assert (view.video.state, view.video.failure, view.assets) == (Making.FAILED, "marking_failed", ())
    assert house.parts.sealed_files == []
    assert house.there.begun == 1


async def test_a_route_that_is_not_set_up_any_more_says_so(house: House) -> None:
    """The keys were taken out while a video waited: it fails, and nothing left."""
    video = await house.begun()
    await replace(house.maker(), generators={}).make(StepAfterStep(), str(video))
    assert (await house.seen(video)).video.failure == "generator_unready"
    assert house.there.wire.seen == []


async def test_one_that_left_before_a_long_stop_is_never_called_not_begun(house: House) -> None:
    """Its order left, the service died, and its time is over when that is back: found, or told as maybe paid."""
    video, external_id = await house.begun(), house.parts.ids.new()
    async with house.parts.store.write() as writes:
        await writes.intend(Submission(video, "kling", external_id, house.parts.clock.now_ms() + LIMIT_MS))
        await writes.send(video)
    await house.there.remote.submit(house.there.order, [], external_id)
    house.parts.clock.advance(2 * LIMIT_MS)
    await house.maker().make(StepAfterStep(), str(video))
    view = await house.seen(video)
    is_found = house.there.remote.finds
    assert (view.video.state, view.video.failure) == (
        (Making.READY, None) if is_found else (Making.FAILED, "submit_lost")
    )
    assert house.there.begun == 1


def marking_of(house: House) -> Marking:
    """Mark as the service does."""
    return Marking(house.parts.workers, HouseCertificate.load(house.parts.folder / "certificate.key", SystemClock()))


@dataclass(frozen=True)
class Ended:
    """Credentials whose key isn't one."""

    real: Credentials

    def issue(self) -> Credential:
        """Give a chain with another key."""
        return replace(self.real.issue(), key="no key")


@pytest.mark.parametrize("why", Refuses)
async def test_a_refusal_reaches_the_card(house: House, why: Refuses) -> None:
    """The video failed for that reason, and nothing was begun."""
    house.there.refuse(why)
    view = await house.made()
    assert (view.video.state, view.video.failure) == (Making.FAILED, why.value)
    assert house.there.begun == 0


async def test_it_waits_for_its_turn_and_goes_once(house: House) -> None:
    """Three times told to wait, then made; a breakdown while it is followed or fetched costs nothing."""
    house.there.wire.trouble.plan(1303, "/v1/videos/text2video|/text-to-video/.*", times=3)
    house.there.wire.trouble.plan(5001, "/v1/videos/text2video/.*|/tasks", times=3)
    view = await house.made()
    assert view.video.state is Making.READY
    assert house.there.begun == 1


async def test_one_that_is_never_on_turn_fails_in_the_end(house: House) -> None:
    """After its time, and nothing was begun."""
    house.there.wire.trouble.plan(1303, times=100_000)
    view = await house.made()
    assert view.video.failure == "generator_unreachable"
    assert house.there.begun == 0


async def test_one_that_takes_too_long_may_have_been_charged(house: House) -> None:
    """It was begun, so it isn't said that nothing was."""
    video = await house.begun()
    await replace(house.maker(), limit_ms=20_000).make(StepAfterStep(), str(video))
    assert (await house.seen(video)).video.failure == "took_too_long"
    assert house.there.begun == 1


@pytest.mark.parametrize("how", Loses)
async def test_a_lost_submit_is_found_or_unsure_and_never_sent_again(house: House, how: Loses) -> None:
    """Found by our id where the contract can, it is made; else it is unsure, and fails as lost after its time."""
    house.there.lose(how)
    unsure: list[Making] = []
    video = await house.begun()
    maker = house.maker()
    looked = maker.sleep

    async def watching(seconds: float) -> None:
        unsure.append((await house.seen(video)).video.state)
        await looked(seconds)

    await replace(maker, sleep=watching).make(StepAfterStep(), str(video))
    view = await house.seen(video)
    can_be_found = house.there.remote.finds and how not in {Loses.CUT_BEFORE, Loses.RESTART}
    assert view.video.state is (Making.READY if can_be_found else Making.FAILED)
    assert view.video.failure == (None if can_be_found else "submit_lost")
    assert (Making.UNSURE in unsure) != can_be_found
    assert house.there.begun <= 1
    assert sum(one.method == "POST" for one in house.there.wire.seen) == 1


async def test_a_callback_settles_what_is_unsure(house: House) -> None:
    """It names the task; what is true of that is asked for, and the video comes."""
    house.there.lose(Loses.CUT_AFTER)
    video = await house.begun()
    maker = house.maker()
    looked = maker.sleep

    async def called_back(seconds: float) -> None:
        (task,) = house.there.wire.tasks.known
        async with house.parts.store.write() as writes:
            await writes.name_task(video, task)
        await looked(seconds)

    if house.there.remote.finds:
        return
    await replace(maker, sleep=called_back).make(StepAfterStep(), str(video))
    assert (await house.seen(video)).video.state is Making.READY
    assert house.there.begun == 1


async def test_a_cancelled_video_stays_cancelled(house: House) -> None:
    """Cancelled while Kling works on it, it isn't delivered; what it cost, it cost."""
    video = await house.begun()
    maker = house.maker()
    looked = maker.sleep

    async def cancelling(seconds: float) -> None:
        with suppress(LostRace):
            await cancel(
                house.owner, video, HERE, store=house.parts.store, clock=house.parts.clock, retention_ms=RETENTION_MS
            )
        await looked(seconds)

    await replace(maker, sleep=cancelling).make(StepAfterStep(), str(video))
    view = await house.seen(video)
    assert (view.video.state, view.assets) == (Making.CANCELLED, ())
    assert house.parts.sealed_files == []


async def test_a_flow_that_comes_back_to_a_cancelled_video_fails_nothing(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """What broke off in an earlier life comes back as its code alone: it is told as settled, not as one that failed."""
    video = await house.begun()
    await cancel(house.owner, video, HERE, store=house.parts.store, clock=house.parts.clock, retention_ms=RETENTION_MS)
    with caplog.at_level(logging.INFO, "hushreel.generation"):
        await house.maker().make(Recalled(), str(video))
    assert (await house.seen(video)).video.state is Making.CANCELLED
    assert ["settled by somebody else" in one.message for one in caplog.records] == [True]
    assert house.there.wire.seen == []


@pytest.mark.timeout(300)
async def test_killed_anywhere_it_is_paid_once_and_delivered_once(house: House) -> None:
    """A flow that is cut off twice at random moments, and whose answers get lost: never two tasks, never two videos."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable
    ends: dict[Making, int] = {}
    for _ in range(VIDEOS):
        before, video, lives = house.there.begun, await house.begun(), Lives()
        if chance.random() < 0.4:
            whats: list[Bad | int] = [Bad.CUT_AFTER, Bad.NONSENSE, 5000, 1303]
            paths = ["/.*", "/v1/videos/text2video|/text-to-video/.*"]
            house.there.wire.trouble.plan(chance.choice(whats), chance.choice(paths))
        state, left = Making.MAKING, 2
        while state in {Making.MAKING, Making.UNSURE}:
            flow = asyncio.create_task(house.maker(yields=True).make(lives, str(video)))
            await asyncio.wait([flow], timeout=chance.random() * LIFE_S if left else None)
            left = max(0, left - 1)
            flow.cancel()
            with suppress(asyncio.CancelledError):
                await flow
            state = (await house.seen(video)).video.state
        assert house.there.begun - before <= 1
        view = await house.seen(video)
        assert len(view.assets) == (2 if state is Making.READY else 0)
        assert state is not Making.READY or house.there.begun - before == 1
        ends[state] = ends.get(state, 0) + 1
    assert ends[Making.READY] > VIDEOS / 4
