"""Whatever people did, in whatever order: each one's archive has every row of theirs, and nobody else's."""

import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.erasure.erase import request as erase
from core.errors import PersonError
from core.grants import Through
from core.people import FORGETS_AFTER_MS, Identity, Platform, Role
from core.sharing.knock import ask_in, invite
from core.sharing.seen import mute, note_opening
from core.sharing.unshare import unshare
from core.videos import PublicationId, VideoId, Words
from tests.departing import Village, village_in
from tests.exporting import Exporting, data_of
from tests.parts import HERE, parts_in
from tests.publishing import ready

PEOPLE = tuple(Identity(Platform.DISCORD, f"99000000000000000{number}") for number in range(3))
OTHERS_SIDES = tuple(Identity(Platform.TELEGRAM, f"990000000{number}") for number in range(3))
Doing = Callable[["World", Identity, Identity], Awaitable[None]]


class World:
    """Three people and what they did so far."""

    def __init__(self, village: Village) -> None:
        """Begin with nothing."""
        self.village = village
        self.videos: list[tuple[Identity, VideoId]] = []
        self.shown: list[PublicationId] = []
        self.tokens: list[str] = []

    def newest(self, owner: Identity) -> VideoId:
        """Give somebody's newest video. Raises PersonError where they have none."""
        found = [video for whose, video in self.videos if whose == owner]
        if not found:
            raise PersonError("video_not_found")
        return found[-1]


async def make(world: World, who: Identity, _: Identity) -> None:
    """Keep a video whose words say whose it is."""
    words = Words(f"MARK{who.external_id}", f"TITLE{who.external_id}")
    viewer = await world.village.meet(who)
    video = await ready(world.village.parts, viewer)
    async with world.village.parts.store.write() as writes:
        await writes.rename(video, words.title)
    world.videos.append((who, video))


async def share(world: World, who: Identity, other: Identity) -> None:
    """Let somebody see it."""
    await world.village.share(await world.village.meet(who), world.newest(who), other)


async def look(world: World, who: Identity, other: Identity) -> None:
    """Open what somebody shares, and hear no more of them."""
    viewer, store = await world.village.meet(who), world.village.parts.store
    await note_opening(viewer, world.newest(other), Through.WEB, store=store)
    await mute(viewer, world.newest(other), store=store)


async def stop(world: World, who: Identity, _: Identity) -> None:
    """Share it with nobody any more."""
    await unshare(await world.village.meet(who), world.newest(who), HERE, store=world.village.parts.store)


async def publish(world: World, who: Identity, other: Identity) -> None:
    """Have it shown by somebody else, who moderates."""
    owner, moderator = await world.village.meet(who), await world.village.meet(other, Role.MODERATOR)
    world.shown.append(await world.village.publish(owner, moderator, world.newest(who)))


async def report(world: World, who: Identity, _: Identity) -> None:
    """Say that what is shown last does harm."""
    if world.shown:
        viewer = await world.village.meet(who)
        await world.village.report(viewer, who.platform, world.shown[-1])


async def knock(world: World, who: Identity, other: Identity) -> None:
    """Ask to see something by an invitation."""
    store, ids = world.village.parts.store, world.village.parts.ids
    token, _ = await invite(await world.village.meet(other), world.newest(other), HERE, store=store, ids=ids)
    await ask_in(token, who, "somebody", store=store)


async def connect(world: World, who: Identity, _: Identity) -> None:
    """Connect another account."""
    await world.village.connect(who, OTHERS_SIDES[PEOPLE.index(who)])
    world.village.parts.clock.advance(FORGETS_AFTER_MS)


async def delete(world: World, who: Identity, _: Identity) -> None:
    """Delete the newest."""
    video = world.newest(who)
    await erase(await world.village.meet(who), video, HERE, world.village.shutting)
    await world.village.run()
    world.videos.remove((who, video))


DOINGS: tuple[Doing, ...] = (make, share, look, stop, publish, report, knock, connect, delete)
STORIES = st.lists(
    st.tuples(st.sampled_from(DOINGS), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)), min_size=4, max_size=16
)


@pytest.mark.timeout(900)
@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(STORIES)
async def test_each_has_all_of_theirs_and_nothing_of_others(
    story: list[tuple[Doing, Identity, Identity]],
) -> None:
    """Every video, by its words; every row that names them; no word and no id of anybody else."""
    with tempfile.TemporaryDirectory() as folder:
        async with parts_in(Path(folder) / "data") as parts:
            exporting = Exporting(await village_in(parts))
            world = World(exporting.village)
            for who in PEOPLE:
                await make(world, who, who)
            for doing, who, other in story:
                try:
                    await doing(world, who, other)
                except (PersonError, AssertionError):
                    continue
            for who in PEOPLE:
                await check(world, exporting, who)


async def check(world: World, exporting: Exporting, who: Identity) -> None:
    """Compare somebody's archive with what there is."""
    files = await exporting.make_checked(who)
    data = data_of(files)
    assert len(data["videos"]) == len([one for one, _ in world.videos if one == who])
    assert {one["title"] for one in data["videos"]} <= {f"TITLE{who.external_id}"}
    told = b"".join(content for name, content in files.items() if "/" not in name).decode()
    for other in PEOPLE:
        if other != who:
            one = await exporting.village.meet(other)
            assert f"TITLE{other.external_id}" not in told
            assert one.person is not None
            assert str(one.person) not in told
            assert one.person.hex not in told
