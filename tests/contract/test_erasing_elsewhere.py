"""A video that was made elsewhere is erased: its generator is asked, and the receipt says what that came to."""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio

from bots.chat.receipts import stated_lines
from core.erasure.elsewhere import NOT_OURS, RemoteCopies
from core.erasure.follow import Follower
from core.erasure.person import Leave
from core.erasure.person import request as leave
from core.generation.line import begin_first
from core.generation.order import Wish
from core.generation.remote import RemoteMaker
from core.people import Identity, Platform, Viewer
from core.receipts import OPEN_AT_MOST_MS, Opened
from core.records import Lane
from core.routes import Generator
from core.videos import VideoId
from tests.chatting import StepAfterStep
from tests.contract.comfyui_elsewhere import ComfyUIElsewhere
from tests.contract.comfyui_orders import files
from tests.contract.elsewhere import Elsewhere, Loses, Refuses
from tests.contract.kling_elsewhere import KlingElsewhere
from tests.erasing import House, house_of
from tests.fakes.kling_wire.tasks import CLEARED_MS
from tests.parts import HERE, RETENTION_MS, Parts
from tests.sending import sent

LIMIT_MS = 300_000
DAY_MS = 86_400_000


@dataclass
class Erasing:
    """A house, a generator elsewhere, and somebody whose video is erased."""

    house: House
    there: Elsewhere
    owner: Viewer

    @property
    def parts(self) -> Parts:
        """The parts of the house."""
        return self.house.parts

    async def made(self) -> VideoId:
        """Have a video made, or have it fail, as a flow does that nothing interrupts."""
        parts, name = self.parts, self.there.order.route
        generators: Mapping[str, Generator] = {name: self.there.remote}
        wish = Wish("a heron lifts off a pond", seconds=self.there.order.seconds, route=name)
        video = await sent(parts, self.owner, wish, generators)
        await begin_first(parts.store, Lane.REMOTE)

        async def sleep(seconds: float) -> None:
            parts.clock.advance(int(seconds * 1000))
            self.there.finish()

        remotes = {name: self.there.remote}
        maker = RemoteMaker(
            parts.store,
            parts.vault,
            remotes,
            parts.progress,
            parts.clock,
            parts.ids,
            RETENTION_MS,
            LIMIT_MS,
            parts.marker,
            sleep,
        )
        await maker.make(StepAfterStep(), str(video))
        return video

    async def erased(self, video: VideoId) -> Opened:
        """Ask for its erasure, and do what is ours of it."""
        opened = await self.house.ask(self.owner, video)
        await self.house.eraser.erase(StepAfterStep(), str(video))
        return opened

    async def look(self, *, set_up: bool = True) -> None:
        """Look at open receipts, as the service does every few seconds."""
        copies = {self.there.order.route: RemoteCopies(self.there.remote)} if set_up else {}
        await Follower(self.parts.store, self.house.shutting.issuer, copies).look()

    async def told(self, opened: Opened) -> tuple[str, list[dict[str, Any]]]:
        """Give the receipt's state and what it says of copies elsewhere."""
        async with self.parts.store.read() as reads:
            shown = await reads.receipt_held(opened.number, opened.secret)
        assert shown is not None
        stated = json.loads(shown.newest.body)
        assert stated_lines(stated, self.parts.clock.now_ms())
        return stated["state"], [one for one in stated["items"] if one["what"] == "generators_copy"]


@pytest_asyncio.fixture(params=["legacy", "newer"])
async def kling(request: pytest.FixtureRequest, parts: Parts) -> AsyncIterator[Erasing]:
    """With Kling, by either contract."""
    async with KlingElsewhere(request.param, parts.workers, parts.clock) as there:
        yield Erasing(house_of(parts), there, await parts.person())


@pytest_asyncio.fixture
async def there(parts: Parts) -> AsyncIterator[ComfyUIElsewhere]:
    """A ComfyUI."""
    async with ComfyUIElsewhere(parts.workers) as elsewhere:
        yield elsewhere


@pytest_asyncio.fixture
async def comfyui(parts: Parts, there: ComfyUIElsewhere) -> Erasing:
    """With a ComfyUI whose folders are ours."""
    return Erasing(house_of(parts), there, await parts.person())


def day_of(at_ms: int) -> str:
    """Write a day as receipts do."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).date().isoformat()


async def test_kling_clears_it_on_a_day_that_the_receipt_names(kling: Erasing) -> None:
    """Its API deletes nothing: the copy expires 30 days after it was begun, by the clause that says so."""
    began_ms = kling.parts.clock.now_ms()
    opened = await kling.erased(await kling.made())
    assert (await kling.told(opened))[0] == "open"
    await kling.look()
    state, (item,) = await kling.told(opened)
    assert (state, item["where"], item["state"]) == ("closed", "kling", "expires")
    assert item["until"].startswith(day_of(began_ms + CLEARED_MS))
    assert item["paper"] == "kling-api-docs/results"


async def test_one_that_cannot_be_reached_is_asked_again(kling: Erasing) -> None:
    """The receipt stays open and says that we ask again; after a day it is told as it is."""
    opened = await kling.erased(await kling.made())
    for _ in range(3):
        kling.there.stop_answering()
    await kling.look()
    assert [one["state"] for one in (await kling.told(opened))[1]] == ["waiting"]
    for _ in range(4):
        kling.parts.clock.advance(DAY_MS)
        await kling.look()
    assert [one["state"] for one in (await kling.told(opened))[1]] == ["expires"]


async def test_one_that_is_not_set_up_any_more_is_unconfirmed_in_the_end(kling: Erasing) -> None:
    """Nobody can be asked: after 90 days it is called so."""
    opened = await kling.erased(await kling.made())
    kling.parts.clock.advance(OPEN_AT_MOST_MS)
    await kling.look(set_up=False)
    assert [one["state"] for one in (await kling.told(opened))[1]] == ["unconfirmed"]


async def test_what_was_never_begun_is_nowhere_else(kling: Erasing) -> None:
    """Kling refused it: no copy is told of."""
    kling.there.refuse(Refuses.CONTENT)
    opened = await kling.erased(await kling.made())
    assert await kling.told(opened) == ("closed", [])


@pytest.mark.parametrize("how", [Loses.CUT_BEFORE, Loses.CUT_AFTER])
async def test_what_nobody_knows_about_may_be_there_for_thirty_days(kling: Erasing, how: Loses) -> None:
    """By our id it is looked up where the contract can; else 30 days count from now, and never less."""
    kling.there.lose(how)
    opened = await kling.erased(await kling.made())
    now_ms = kling.parts.clock.now_ms()
    await kling.look()
    _, (item,) = await kling.told(opened)
    assert item["state"] == "expires"
    if not kling.there.remote.finds:
        assert item["until"].startswith(day_of(now_ms + CLEARED_MS))


async def test_comfyui_deletes_it(comfyui: Erasing, there: ComfyUIElsewhere) -> None:
    """No file of ours is left there, its history knows nothing, and the receipt says that it is gone."""
    opened = await comfyui.erased(await comfyui.made())
    await comfyui.look()
    state, (item,) = await comfyui.told(opened)
    assert (state, item["where"], item["state"]) == ("closed", "comfyui", "done")
    assert files(there.wire) == []


async def test_comfyui_that_sleeps_is_asked_again(comfyui: Erasing, there: ComfyUIElsewhere) -> None:
    """Switched off when the video is erased: the receipt waits for it."""
    opened = await comfyui.erased(await comfyui.made())
    await there.vanish()
    await comfyui.look()
    assert [one["state"] for one in (await comfyui.told(opened))[1]] == ["waiting"]


async def test_whoever_leaves_reads_it_too(kling: Erasing) -> None:
    """Somebody who is forgotten gets one receipt for all: it names the copies at Kling of each of their videos."""
    person = kling.parts
    identity = Identity(Platform.DEMO, "owner")
    videos = [await kling.made() for _ in range(2)]
    opened = await leave(Leave(kling.owner, identity, HERE), kling.house.shutting)
    async with person.store.read() as reads:
        shown = await reads.receipt_held(opened.number, opened.secret)
    assert shown is not None
    items = [one for one in json.loads(shown.newest.body)["items"] if one["where"] == "kling"]
    assert [one["state"] for one in items] == ["waiting"] * len(videos)


async def test_a_comfyui_of_others_keeps_what_it_has(comfyui: Erasing, there: ComfyUIElsewhere) -> None:
    """Its folders aren't ours: the receipt says that the copy there isn't ours to delete."""
    video = await comfyui.made()
    there.remote = there.elsewhere()
    opened = await comfyui.erased(video)
    await comfyui.look()
    state, (item,) = await comfyui.told(opened)
    assert (state, item["state"], item["why"]) == ("closed", "cannot_recall", NOT_OURS)
    await there.remote.close()
