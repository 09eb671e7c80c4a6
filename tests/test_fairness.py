"""A burst by one person delays another by at most one job, and the place that people see is the place they have."""

from collections.abc import Mapping

from core.people import Viewer
from core.records import Lane, Order
from core.videos import Shape, VideoId, Words
from tests.parts import RETENTION_MS, Parts

ORDER = Order("a calm sea", Shape.WIDE, 3, seed=1)
BURST = 100


async def queue(parts: Parts, viewer: Viewer) -> VideoId:
    """Ask for a video, without the checks of `create`."""
    video = VideoId(parts.ids.new())
    assert viewer.person
    async with parts.store.write() as writes:
        await writes.add_video(viewer.person, video, ORDER, Words("a calm sea"), parts.clock.now_ms() + RETENTION_MS)
        await writes.move_video(video, "queue", actor=viewer.person)
        await writes.enqueue(video, viewer.person, Lane.RENDER)
    return video


async def in_line(parts: Parts) -> list[VideoId]:
    """Give what waits, in the order in which the engine takes it."""
    waiting = [
        (priority, video)
        for video, state, _, priority in await parts.store.ledger.unfinished()
        if state.value == "queued"
    ]
    return [video for _, video in sorted(waiting)]


async def serve(parts: Parts, video: VideoId) -> None:
    """Make one video, as the flow does."""
    async with parts.store.write() as writes:
        await writes.move_video(video, "start")
    async with parts.store.write() as writes:
        await writes.move_video(video, "fail", failure="test")


async def places_are_true(parts: Parts, owners: Mapping[VideoId, Viewer]) -> None:
    """Check what each owner sees against the line."""
    for place, video in enumerate(await in_line(parts), 1):
        assert (await parts.seen(owners[video], video)).place == place


async def test_a_burst_delays_another_person_by_at_most_one_job(parts: Parts) -> None:
    """After 100 orders of one person, another person's order is taken after at most one of them."""
    busy, other = await parts.person("owner"), await parts.person("member")
    owners = {await queue(parts, busy): busy for _ in range(BURST)}
    await serve(parts, (await in_line(parts))[0])
    late = await queue(parts, other)
    owners[late] = other
    assert (await in_line(parts)).index(late) <= 1
    await places_are_true(parts, owners)


async def test_people_take_turns_whatever_they_asked_for(parts: Parts) -> None:
    """People with 8, 3 and 2 orders take turns; no two orders have the same time, and the places shown are right."""
    people = {name: await parts.person(name) for name in ("owner", "member", "moderator")}
    owners: dict[VideoId, Viewer] = {}
    names: dict[VideoId, str] = {}
    for name, count in (("owner", 8), ("member", 3), ("moderator", 2)):
        for _ in range(count):
            video = await queue(parts, people[name])
            owners[video], names[video] = people[name], name
    served = []
    while line := await in_line(parts):
        await places_are_true(parts, owners)
        assert len({await parts.store.ledger.priority(video) for video in line}) == len(line)
        served.append(names[line[0]])
        await serve(parts, line[0])
    assert served == ["owner", "member", "moderator"] * 2 + ["owner", "member"] + ["owner"] * 5


async def test_a_place_is_not_saved_up(parts: Parts) -> None:
    """Who asked for nothing for long has no claim to be served ten times in a row then."""
    busy, other = await parts.person("owner"), await parts.person("member")
    for _ in range(10):
        await serve(parts, await queue(parts, busy))
    mine = [await queue(parts, other) for _ in range(5)]
    theirs = [await queue(parts, busy) for _ in range(5)]
    line = await in_line(parts)
    assert line.index(theirs[0]) <= 2
    assert line.index(mine[-1]) > line.index(theirs[2])
