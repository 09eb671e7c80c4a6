"""Restoring, and whoever was forgotten since: nobody comes back, and nobody else goes with them."""

from pathlib import Path

import pytest
import pytest_asyncio

from core.erasure.person import begin
from core.pairings import Side
from core.people import Identity, PersonId, Platform, Viewer
from core.videos import VideoId
from tests.backing_up import backed_up, found_in, numbers, opened, put_back, rows, traces
from tests.erasing import House, house_of
from tests.parts import Parts


@pytest_asyncio.fixture
async def house(parts: Parts) -> House:
    """A house with a journal."""
    return house_of(parts)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder for backups."""
    return tmp_path / "shelf"


async def met(house: House, platform: Platform, name: str) -> Side:
    """Meet somebody."""
    async with house.parts.store.write() as writes:
        return Side(await writes.meet(Identity(platform, name)), platform)


async def forgotten(house: House, person: PersonId) -> None:
    """Forget somebody as far as the moment in which they are told."""
    async with house.parts.store.write() as writes:
        await begin(person, writes, house.shutting, await writes.leaving(Viewer(person)))


async def test_who_was_forgotten_since_is_forgotten_again(house: House, shelf: Path) -> None:
    """Neither their videos nor their account nor who they were is in the restored folder; others are as before."""
    leaves, stays = await met(house, Platform.TELEGRAM, "MARKEDACCOUNT"), await met(house, Platform.TELEGRAM, "other")
    gone, kept = await house.made(Viewer(leaves.person)), await house.made(Viewer(stays.person))
    marks = [*await traces(house, gone), b"MARKEDACCOUNT", leaves.person.bytes, leaves.person.hex.encode()]
    kept_marks = await traces(house, kept)
    made = backed_up(house, shelf)
    await forgotten(house, leaves.person)
    put = await put_back(house, made)
    restored = house.parts.folder.parent / "new"
    assert (put.settled.forgotten, put.settled.videos) == (1, 1)
    assert rows(restored, "select count(*) from people") == [(1,)]
    assert rows(restored, "select count(*) from departures") == [(0,)]
    assert found_in(restored, marks) == set()
    assert found_in(restored, kept_marks) == set(kept_marks)
    async with opened(house) as again:
        assert await numbers(again, Viewer(stays.person)) == [1]


async def test_who_parted_and_was_forgotten_takes_nobody_along(house: House, shelf: Path) -> None:
    """Two accounts were connected at the backup; one parted since and was forgotten: the other keeps all of its own."""
    first, second = await met(house, Platform.DISCORD, "one"), await met(house, Platform.TELEGRAM, "two")
    kept, gone = await house.made(Viewer(first.person)), await house.made(Viewer(second.person))
    async with house.parts.store.write() as writes:
        await writes.join(first, second)
    made = backed_up(house, shelf)
    async with house.parts.store.write() as writes:
        await writes.part(Viewer(first.person))
    await forgotten(house, second.person)
    put = await put_back(house, made)
    assert (put.settled.parted, put.settled.forgotten, put.settled.videos) == (1, 1, 1)
    async with opened(house) as again:
        assert await again.parts.view(Viewer(first.person), kept) is not None
        assert await again.parts.view(Viewer(second.person), gone) is None


async def test_two_that_were_forgotten_together_are_both_gone(house: House, shelf: Path) -> None:
    """They connected after the backup, and left as one: each of them is forgotten again."""
    first, second = await met(house, Platform.DISCORD, "one"), await met(house, Platform.TELEGRAM, "two")
    for side in (first, second):
        await house.made(Viewer(side.person))
    made = backed_up(house, shelf)
    async with house.parts.store.write() as writes:
        await writes.join(first, second)
    await forgotten(house, first.person)
    put = await put_back(house, made)
    assert (put.settled.forgotten, put.settled.videos) == (2, 0)
    assert rows(house.parts.folder.parent / "new", "select count(*) from identities") == [(0,)]


async def test_a_forgetting_that_was_under_way_is_finished(house: House, shelf: Path) -> None:
    """Who was being forgotten at the moment of the backup is gone after it."""
    leaves = await met(house, Platform.TELEGRAM, "one")
    video: VideoId = await house.made(Viewer(leaves.person))
    await forgotten(house, leaves.person)
    await put_back(house, backed_up(house, shelf))
    restored = house.parts.folder.parent / "new"
    for table in ("people", "departures", "videos", "assets", "identities"):
        assert rows(restored, f"select count(*) from {table}") == [(0,)], (table, video)  # noqa: S608
