"""The place in the queue that each owner sees is the place that they have, while the queue moves."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import LostRace
from core.generation.cancel import cancel
from core.people import Viewer
from core.records import VideoView
from core.videos import Making, VideoId
from tests.erasing import house_of
from tests.making import Slow, ended, started, working
from tests.parts import HERE, RETENTION_MS, Parts, parts_in
from tests.test_fairness import in_line, queue, serve

PEOPLE = ("owner", "member", "moderator")


@dataclass
class Line:
    """People, their videos, and what places they saw when."""

    parts: Parts
    owners: dict[VideoId, Viewer] = field(default_factory=dict)
    seen: list[dict[VideoId, int]] = field(default_factory=list)

    async def ask(self, name: str, times: int = 1) -> list[VideoId]:
        """Have somebody ask for videos."""
        viewer = await self.parts.person(name)
        asked = [await queue(self.parts, viewer) for _ in range(times)]
        self.owners |= dict.fromkeys(asked, viewer)
        return asked

    async def look(self) -> dict[VideoId, int]:
        """Note what place each owner sees at one moment."""
        async with self.parts.store.read() as reads:
            views = [await reads.video(owner, video, HERE) for video, owner in self.owners.items()]
        places = {view.video.id: view.place for view in views if view is not None and view.place is not None}
        self.seen.append(places)
        return places

    async def drain(self) -> None:
        """Look until nobody waits."""
        while await self.look():  # noqa: ASYNC110 - each look is the point
            await asyncio.sleep(0.01)

    async def cancel(self, video: VideoId) -> None:
        """Have its owner stop a video."""
        await cancel(
            self.owners[video],
            video,
            HERE,
            store=self.parts.store,
            clock=self.parts.clock,
            retention_ms=RETENTION_MS,
        )

    def check(self, began: Sequence[VideoId]) -> None:
        """See that each place was the number of those who waited then and began before, or were given up, and one."""
        when = {video: number for number, video in enumerate(began)}
        assert len(when) == len(began)
        for places in self.seen:
            assert sorted(places.values()) == list(range(1, len(places) + 1))
            for video, place in places.items():
                if video in when:
                    ahead = [one for one in places if places[one] < place]
                    before = [one for one in places if one in when and when[one] < when[video]]
                    assert set(before) == {one for one in ahead if one in when}


@pytest.mark.parametrize("slots", [1, 2])
async def test_each_place_is_true_while_three_bursts_are_made(parts: Parts, slots: int) -> None:
    """Three people with unequal bursts: at each step the place is the number of videos that begin before, and one."""
    line = Line(parts)
    for name, times in zip(PEOPLE, (9, 4, 2), strict=True):
        await line.ask(name, times)
    await line.look()
    async with working(parts, {"motion": Slow(parts.workers)}, slots):
        await line.drain()
    began = await started(parts)
    assert len(began) == 15
    assert line.seen[0] == {video: place for place, video in enumerate(began, 1)}
    assert len(line.seen) > 5
    line.check(began)


@pytest.mark.parametrize("slots", [1, 2])
async def test_places_stay_true_through_arrivals_cancels_and_deletions(parts: Parts, slots: int) -> None:
    """Videos come in the middle, waiting ones and the one that is made are stopped or deleted: no place was untrue."""
    line, house = Line(parts), house_of(parts)
    first = await line.ask("owner", 8) + await line.ask("member", 4)
    async with working(parts, {"motion": Slow(parts.workers)}, slots):
        await asyncio.sleep(0.2)
        await line.look()
        given_up = [first[6], first[9]]
        await line.cancel(given_up[0])
        await house.ask(line.owners[given_up[1]], given_up[1])
        await line.look()
        late = await line.ask("moderator", 3) + await line.ask("member", 1)
        await line.look()
        with suppress(LostRace):
            await line.cancel(await being_made(line))
        await line.drain()
    began = await started(parts)
    assert set(given_up).isdisjoint(began)
    assert set(late) <= set(began)
    assert len(began) == 16 - len(given_up)
    line.check(began)


async def being_made(line: Line) -> VideoId:
    """Give a video that is being made, as soon as there is one: between two there is a moment without any."""
    while True:
        for video in reversed(await started(line.parts)):
            if await is_made(line, video):
                return video
        await asyncio.sleep(0)


async def is_made(line: Line, video: VideoId) -> bool:
    """Whether a video is being made now."""
    view: VideoView | None = await line.parts.view(line.owners[video], video)
    return view is not None and view.video.state is Making.MAKING


async def in_the_midst(line: Line) -> None:
    """Wait until one of its videos is being made."""
    async with asyncio.timeout(30):
        while not [video for video in await started(line.parts) if await is_made(line, video)]:  # noqa: ASYNC110 - no event
            await asyncio.sleep(0.05)


async def test_places_stay_true_through_a_restart(parts: Parts) -> None:
    """Stopped in the midst and launched again: nobody loses a place, and what was made then is made first."""
    line = Line(parts)
    await line.ask("owner", 6)
    await line.ask("member", 3)
    async with working(parts, {"motion": Slow(parts.workers)}):
        await line.look()
        await in_the_midst(line)
    interrupted = [video for video in await started(parts) if await is_made(line, video)]
    before = await line.look()
    parts.clock.advance(60_000)
    async with working(parts, {"motion": Slow(parts.workers)}):
        await line.drain()
        for video, owner in line.owners.items():
            assert (await ended(parts, owner, video)).video.state is Making.READY
    began = await started(parts)
    assert len(interrupted) == 1
    assert [video for video in began if video in before] == sorted(before, key=before.__getitem__)
    line.check(began)


async def test_a_burst_of_100_delays_another_person_by_at_most_one(parts: Parts) -> None:
    """With the real engine: who comes after a hundred is begun after at most one more of them."""
    line = Line(parts)
    await line.ask("owner", 100)
    async with working(parts, {"motion": Slow(parts.workers)}):
        await asyncio.sleep(0.3)
        (late,) = await line.ask("member")
        behind = len(await started(parts))
        assert (await line.look())[late] <= 2
        await ended(parts, line.owners[late], late)
    assert (await started(parts)).index(late) - behind <= 1
    line.check(await started(parts))


Act = tuple[str, str]
ACTS = st.lists(
    st.tuples(st.sampled_from(("ask", "ask", "ask", "serve", "leave")), st.sampled_from(PEOPLE)), max_size=24
)


async def live(line: Line, acts: Sequence[Act]) -> None:
    """Let people ask, be served and leave in some order; look at every place after each act."""
    parts = line.parts
    for act, name in acts:
        waiting = await in_line(parts)
        if act == "ask":
            viewer = await parts.person(name)
            (video,) = await line.ask(name)
            after = await in_line(parts)
            idle = not [one for one in waiting if line.owners[one] == viewer]
            ahead = [line.owners[one] for one in after[: after.index(video)]]
            if idle:
                assert max((ahead.count(other) for other in ahead), default=0) <= 1
        elif waiting and act == "serve":
            await serve(parts, waiting[0])
        elif waiting:
            await line.cancel(waiting[len(waiting) // 2])
        assert await line.look() == {video: place for place, video in enumerate(await in_line(parts), 1)}
    for video in await in_line(parts):
        await serve(parts, video)


def test_whatever_the_order_of_arrivals(tmp_path: Path) -> None:
    """Places are 1, 2, 3 ... in the order of the line; who has nothing waiting is behind at most one of each other."""
    with asyncio.Runner() as runner:
        closing = AsyncExitStack()
        parts = runner.run(closing.enter_async_context(parts_in(tmp_path / "data")))

        @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(ACTS)
        def lives(acts: list[Act]) -> None:
            runner.run(live(Line(parts), acts))

        try:
            lives()
        finally:
            runner.run(closing.aclose())
