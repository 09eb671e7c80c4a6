"""What came back without the erasure journal is on hold until the operator lifts that, and its owner reads why."""

from pathlib import Path

import pytest

from bots.chat.facts import video_facts
from bots.wiring.operator import holds, lift_holds
from core.errors import NotAllowed
from core.oversight import held_since_restore
from core.people import OPERATOR, Viewer
from core.videos import VideoId
from tests.backing_up import backed_up, opened, put_back, settings_of
from tests.erasing import House, house_of
from tests.parts import Parts


@pytest.fixture
def house(parts: Parts) -> House:
    """A house with a journal."""
    return house_of(parts)


async def restored(house: House, shelf: Path, owner: Viewer) -> tuple[VideoId, VideoId]:
    """Lose the journal, and put two videos back; the second was on hold before."""
    first, second = await house.made(owner), await house.made(owner)
    async with house.parts.store.write() as writes:
        await writes.hold_video(second, on=True, actor=None)
    made = backed_up(house, shelf)
    (house.parts.folder.parent / "keys" / "erasure.journal").unlink()
    assert (await put_back(house, made, under_hold=True)).settled.held == 2
    return first, second


async def history(house: House, owner: Viewer, video: VideoId) -> list[tuple[str, bool, str]]:
    """Give the holds of a video: what was done, whether by the operator, and why."""
    async with house.parts.store.read() as reads:
        found = await reads.events(owner, video)
    assert held_since_restore(found) is (found[-1].verb == "hold")
    return [(one.verb, one.actor == OPERATOR, one.reason) for one in found if one.verb in {"hold", "lift"}]


async def test_the_operator_lifts_them_one_by_one_or_all(house: House, tmp_path: Path) -> None:
    """Each is a line in its video's history; once more lifts nothing, and what isn't on hold is told apart."""
    owner = await house.parts.person()
    videos = await restored(house, tmp_path / "shelf", owner)
    settings = settings_of(house, "new")
    assert {one for one, _ in await holds(settings)} == set(videos)
    assert await lift_holds(settings, [videos[0], VideoId(house.parts.ids.new())]) == [videos[0]]
    assert [one for one, _ in await holds(settings)] == [videos[1]]
    assert await lift_holds(settings, None) == [videos[1]]
    assert await lift_holds(settings, None) == []
    async with opened(house) as again:
        assert not (await again.parts.seen(owner, videos[0])).hold
        assert await history(again, owner, videos[0]) == [("hold", False, "restored"), ("lift", True, "restored")]


async def test_only_the_operator_lifts_them(house: House, tmp_path: Path) -> None:
    """A moderator who opens what they held, or a case that ends, opens nothing that a restore keeps closed."""
    owner = await house.parts.person()
    _, held = await restored(house, tmp_path / "shelf", owner)
    async with opened(house) as again:
        with pytest.raises(NotAllowed, match="restore_holds"):
            async with again.parts.store.write() as writes:
                await writes.hold_video(held, on=False, actor=None)
        assert (await again.parts.seen(owner, held)).hold


async def test_an_owner_reads_why_it_is_on_hold(house: House, tmp_path: Path) -> None:
    """Not that somebody reported it: nobody but them can open it."""
    owner = await house.parts.person()
    first, _ = await restored(house, tmp_path / "shelf", owner)
    async with opened(house) as again:
        view = await again.parts.seen(owner, first)
        async with again.parts.store.read() as reads:
            facts = video_facts(view, restored=held_since_restore(await reads.events(owner, first)))
    assert (facts.held, facts.restored) == (True, True)
