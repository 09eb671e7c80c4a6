"""What a video by Kling costs, with the real flow: paid for when it comes, free again where nothing was begun."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from core.generation.cancel import cancel
from core.generation.line import begin_first
from core.records import Lane
from core.videos import Making, VideoId
from tests.chatting import StepAfterStep
from tests.contract.elsewhere import Loses, Refuses
from tests.contract.kling_elsewhere import KlingElsewhere
from tests.contract.test_remote_flow import House
from tests.parts import HERE, RETENTION_MS, Parts
from tests.spending import VIDEO_MICRO, Paying

SETTLED, UNSURE = ([(state, VIDEO_MICRO, "USD")] for state in ("settled", "unsure"))


@pytest_asyncio.fixture(params=["legacy", "newer"])
async def house(request: pytest.FixtureRequest, parts: Parts) -> AsyncIterator[House]:
    """The house, with Kling set up by either contract."""
    async with KlingElsewhere(request.param, parts.workers, parts.clock) as there:
        yield House(parts, there, await parts.person())


async def sent(house: House) -> VideoId:
    """Press Send, and let it begin."""
    paying = Paying(house.parts)
    video = await paying.draft(house.owner)
    await paying.start(house.owner, video)
    assert await begin_first(house.parts.store, Lane.REMOTE) == ("send", video)
    return video


async def made(house: House) -> Making:
    """Send one and have it made, however that ends."""
    video = await sent(house)
    await house.maker().make(StepAfterStep(), str(video))
    return (await house.seen(video)).video.state


async def test_one_that_comes_is_paid_for(house: House) -> None:
    """Once, by the price of the day on which it was sent."""
    assert await made(house) is Making.READY
    assert Paying(house.parts).rows() == SETTLED


@pytest.mark.parametrize("why", Refuses)
async def test_one_that_was_refused_costs_nothing(house: House, why: Refuses) -> None:
    """Nothing was begun, so nothing stays reserved."""
    house.there.refuse(why)
    assert await made(house) is Making.FAILED
    assert Paying(house.parts).rows() == []


async def test_one_that_is_never_on_turn_costs_nothing(house: House) -> None:
    """It waited for its turn until its time was over."""
    house.there.wire.trouble.plan(1303, times=100_000)
    assert await made(house) is Making.FAILED
    assert Paying(house.parts).rows() == []


@pytest.mark.parametrize("how", Loses)
async def test_one_that_was_lost_may_have_been_charged(house: House, how: Loses) -> None:
    """Found again it is paid for; else it stays in the books, and counts. No more was begun than is in them."""
    house.there.lose(how)
    state = await made(house)
    assert Paying(house.parts).rows() == (SETTLED if state is Making.READY else UNSURE)
    assert house.there.begun <= 1


async def test_one_that_fails_there_may_have_been_charged(house: House) -> None:
    """Only the bill would tell."""
    house.there.fail()
    assert await made(house) is Making.FAILED
    assert Paying(house.parts).rows() == UNSURE


async def test_one_that_is_cancelled_before_it_left_never_leaves(house: House) -> None:
    """Its money is free again, and its flow, which comes late, sends nothing."""
    video = await sent(house)
    await cancel(house.owner, video, HERE, store=house.parts.store, clock=house.parts.clock, retention_ms=RETENTION_MS)
    await house.maker().make(StepAfterStep(), str(video))
    assert Paying(house.parts).rows() == []
    assert house.there.begun == 0


async def test_one_that_is_erased_after_it_left_may_have_been_charged(house: House) -> None:
    """The sum stays; which video it was, goes."""
    video = await sent(house)
    maker = house.maker()

    async def erased(_: float) -> None:
        async with house.parts.store.write() as writes:
            await writes.move_video(video, "erase")

    await replace(maker, sleep=erased).make(StepAfterStep(), str(video))
    assert Paying(house.parts).rows() == UNSURE
    assert house.there.begun == 1
