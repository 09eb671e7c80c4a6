"""Restoring: real backups put back into real folders, and what was erased since."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa

from core.errors import StoreRefused
from core.gate import Surface
from core.grants import Receiver
from core.pairings import Side
from core.people import Identity, Platform, Viewer
from core.publications import Ended
from core.storage.backups.notes import BackupNotes
from core.storage.backups.restoring import MARK, STAGE, finish, is_unfinished
from core.storage.tables import assets, videos
from core.videos import Showing, VideoId
from tests.backing_up import backed_up, files_in, found_in, numbers, opened, put_back, rows, settings_of, traces
from tests.erasing import TITLE, House, house_of
from tests.parts import HERE, RETENTION_MS, Parts
from tests.publishing import town_in


@pytest_asyncio.fixture
async def house(parts: Parts) -> House:
    """A house with a journal."""
    return house_of(parts)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder for backups."""
    return tmp_path / "shelf"


async def test_everything_comes_back(house: House, shelf: Path) -> None:
    """Into an empty folder: words, titles, numbers, and each byte of what was sealed, opened through the gate."""
    owner = await house.parts.person()
    three = [await house.made(owner, 300_000) for _ in range(3)]
    before = [await house.parts.opened(owner, await house.parts.seen(owner, one), 1) for one in three]
    put = await put_back(house, backed_up(house, shelf))
    assert (put.settled.videos, put.settled.erased, put.settled.ended, put.settled.held) == (3, 0, 0, 0)
    async with opened(house) as again:
        assert await numbers(again, owner) == [3, 2, 1]
        for video, content in zip(three, before, strict=True):
            view = await again.parts.seen(owner, video)
            assert (view.title, view.hold) == (TITLE, False)
            assert await again.parts.opened(owner, view, 1) == content
        await again.made(owner)
        assert await numbers(again, owner) == [4, 3, 2, 1]


async def test_what_was_erased_since_stays_erased(house: House, shelf: Path) -> None:
    """Its rows, words, keys and bytes are in no file of the restored folder, and the others are whole."""
    owner = await house.parts.person()
    gone, kept = await house.made(owner), await house.made(owner)
    marks = await traces(house, gone)
    kept_marks = await traces(house, kept)
    made = backed_up(house, shelf)
    await house.ask(owner, gone)
    put = await put_back(house, made)
    assert (put.settled.erased, put.settled.videos) == (1, 1)
    assert found_in(house.parts.folder.parent / "new", marks) == set()
    assert found_in(house.parts.folder.parent / "new", kept_marks) == set(kept_marks)
    async with opened(house) as again:
        assert await numbers(again, owner) == [2]
        assert await again.parts.opened(owner, await again.parts.seen(owner, kept), 1)
        assert await again.receipt(owner, gone) is not None


async def test_what_fell_due_meanwhile_is_erased_before_anything_is_served(house: House, shelf: Path) -> None:
    """End dates that passed since the backup are over in the moment in which it is put back."""
    owner = await house.parts.person()
    await house.made(owner)
    house.parts.clock.advance(RETENTION_MS - 1)
    await house.made(owner)
    made = backed_up(house, shelf)
    house.parts.clock.advance(1)
    put = await put_back(house, made)
    assert (put.settled.ended, put.settled.videos) == (1, 1)
    async with opened(house) as again:
        assert await numbers(again, owner) == [2]


async def test_nobody_but_its_owner_sees_what_was_put_back(house: House, shelf: Path) -> None:
    """Shares are over and publications taken back, so that what was taken back since can't be seen again."""
    town = await town_in(house.parts)
    video = await house.made(town.owner)
    shown = await town.shown(video)
    waiting = await town.proposed(await house.made(town.owner))
    friend = Identity(Platform.DEMO, "member")
    async with house.parts.store.write() as writes:
        assert town.owner.person is not None
        await writes.give(video, Receiver(friend, "Mem"), "Own", None, actor=town.owner.person)
    put = await put_back(house, backed_up(house, shelf))
    assert (put.settled.taken_back, put.settled.unshared) == (2, 1)
    async with opened(house) as again:
        assert await again.parts.view(town.member, video) is None
        async with again.parts.store.read() as reads:
            assert await reads.publication(town.member, shown.publication.id, Surface.WEB_MEMBER) is None
            assert await reads.publication(town.moderator, waiting.publication.id, Surface.DESK) is None
            mine = await reads.publication(town.owner, shown.publication.id, HERE)
        assert mine is not None
        assert mine.publication.state is Showing.WITHDRAWN
        assert mine.revision.why == Ended.RESTORED.value
        assert (await again.parts.seen(town.owner, video)).granted == frozenset()
    told = rows(house.parts.folder.parent / "new", "select distinct kind from outbox")
    assert {("feed",), ("review",), ("decision",), ("shared",)} <= set(told)


async def test_what_waited_to_be_told_or_pressed_is_over(house: House, shelf: Path) -> None:
    """Neither outbox rows nor buttons nor spent links of the time of the backup come back."""
    owner = await house.parts.person()
    await house.made(owner)
    data = house.parts.folder
    assert rows(data, "select count(*) from outbox") != [(0,)]
    await put_back(house, backed_up(house, shelf))
    restored = data.parent / "new"
    for table in ("outbox", "tokens", "interviews", "inbox", "albums", "openings", "pairings", "knock_links"):
        assert rows(restored, f"select count(*) from {table}") == [(0,)], table  # noqa: S608 - names of our own schema


async def test_accounts_that_were_connected_are_apart(house: House, shelf: Path) -> None:
    """Who went apart since the backup sees nothing of the other's again: they connect anew."""
    async with house.parts.store.write() as writes:
        first = Side(await writes.meet(Identity(Platform.DISCORD, "one")), Platform.DISCORD)
        second = Side(await writes.meet(Identity(Platform.TELEGRAM, "two")), Platform.TELEGRAM)
    made = await house.made(Viewer(first.person)), await house.made(Viewer(second.person))
    async with house.parts.store.write() as writes:
        await writes.join(first, second)
    put = await put_back(house, backed_up(house, shelf))
    assert put.settled.parted == 1
    async with opened(house) as again:
        for number, side in enumerate((first, second)):
            assert await again.parts.view(Viewer(side.person), made[number]) is not None
            assert await again.parts.view(Viewer(side.person), made[1 - number]) is None
    told = rows(house.parts.folder.parent / "new", "select kind from outbox")
    assert {("notice:parted:discord",), ("notice:parted:telegram",)} <= set(told)


async def test_under_hold_everything_comes_back_to_its_owner_alone(house: House, shelf: Path) -> None:
    """Without a journal, or with one that is too short, it is put back if nobody but the owner can open anything."""
    town = await town_in(house.parts)
    shown, gone = await house.made(town.owner), await house.made(town.owner)
    await town.shown(shown)
    made = backed_up(house, shelf)
    await house.ask(town.owner, gone)
    (house.parts.folder.parent / "keys" / "erasure.journal").unlink()
    put = await put_back(house, made, under_hold=True)
    assert (put.settled.held, put.settled.taken_back, put.settled.erased) == (2, 1, 0)
    async with opened(house) as again:
        for video in (shown, gone):
            view = await again.parts.seen(town.owner, video)
            assert view.hold
            assert await again.parts.opened(town.owner, view, 1)
            assert await again.parts.view(town.member, video) is None
        await again.ask(town.owner, gone)
        assert await again.parts.view(town.owner, gone) is None


async def test_what_the_journal_knows_is_erased_under_hold_too(house: House, shelf: Path) -> None:
    """A journal that is too short is better than none."""
    owner = await house.parts.person()
    gone, also = await house.made(owner), await house.made(owner)
    made = backed_up(house, shelf)
    await house.ask(owner, gone)
    put = await put_back(house, made, under_hold=True)
    assert (put.settled.erased, put.settled.held) == (1, 1)
    async with opened(house) as again:
        assert await again.parts.view(owner, gone) is None
        assert (await again.parts.seen(owner, also)).hold


async def test_data_are_replaced_only_when_asked(house: House, shelf: Path) -> None:
    """Without --replace data that are there stay; with it nothing of them is left."""
    owner = await house.parts.person()
    kept = await house.made(owner)
    made = backed_up(house, shelf)
    later = await house.made(owner)
    marks = await traces(house, later)
    elsewhere = house.parts.folder.parent / "elsewhere"
    shutil.copytree(house.parts.folder, elsewhere)
    (elsewhere / "engine.db").write_bytes(b"work of before")
    with pytest.raises(StoreRefused, match="restore_over_data"):
        await put_back(house, made, "elsewhere")
    assert found_in(elsewhere, marks) == set(marks)
    await put_back(house, made, "elsewhere", replace=True)
    assert found_in(elsewhere, marks) == set()
    assert not (elsewhere / "engine.db").exists()
    async with opened(house, "elsewhere") as again:
        assert await again.parts.view(owner, kept) is not None
        assert await again.parts.view(owner, later) is None


async def test_a_restore_is_noted_on_a_machine_that_knows_of_no_backup(house: House, shelf: Path) -> None:
    """The backup that was put back is known there, so that receipts name its end."""
    made = backed_up(house, shelf)
    notes = settings_of(house).backup_notes
    notes.unlink()
    await put_back(house, made)
    assert BackupNotes(notes, house.parts.clock).newest_end_ms() == made.ends_at_ms


@pytest.mark.parametrize("moved", range(4))
async def test_what_a_crash_interrupts_in_the_last_moment_is_finished(house: House, shelf: Path, moved: int) -> None:
    """Once everything is ready, whoever opens the folder next puts in place what is left, whatever was moved."""
    owner = await house.parts.person()
    await house.made(owner)
    made = backed_up(house, shelf)
    old = house.parts.folder.parent / "old"
    shutil.copytree(house.parts.folder, old)
    await put_back(house, made)
    interrupted(house.parts.folder.parent / "new", old, moved)
    async with opened(house, "old") as again:
        assert await numbers(again, owner) == [1]
        assert await again.parts.opened(owner, (await again.parts.seen(owner, VideoId(await first(again)))), 1)
    assert not is_unfinished(old)


def interrupted(ready: Path, data: Path, moved: int) -> None:
    """Make a folder look as a restore leaves it that was killed after so many moves."""
    stage = data / STAGE
    stage.mkdir()
    for number, name in enumerate(("hushreel.db", "blobs", "key.fingerprint")):
        into = data if number < moved else stage
        if into is data:
            shutil.rmtree(data / name) if (data / name).is_dir() else (data / name).unlink()
        (ready / name).rename(into / name)
    (data / MARK).touch()


async def first(house: House) -> Any:
    """Name a video."""
    ((name,),) = [tuple(row) for row in await house.rows(sa.select(videos.c.id))]
    return name


async def test_what_an_interrupted_restore_unpacked_is_removed_by_the_next_start(house: House) -> None:
    """Before its last moment a restore changed nothing: the data serve, and no copy stays beside them."""
    await house.made(await house.parts.person())
    before = files_in(house.parts.folder)
    stage = house.parts.folder / STAGE
    stage.mkdir()
    (stage / "hushreel.db").write_bytes(b"half")
    finish(house.parts.folder)
    assert files_in(house.parts.folder) == before


async def test_an_erasure_that_was_under_way_is_finished(house: House, shelf: Path) -> None:
    """A video that was being erased at the moment of the backup is gone after the restore, and so are its rows."""
    owner = await house.parts.person()
    video = await house.made(owner)
    await house.ask(owner, video)
    await put_back(house, backed_up(house, shelf))
    assert rows(house.parts.folder.parent / "new", "select count(*) from videos") == [(0,)]


async def test_bytes_that_went_while_it_was_made_are_missed_by_nothing(house: House, shelf: Path) -> None:
    """A ready video whose bytes were erased meanwhile is erased, an input's row is dropped, and all else is whole."""
    owner = await house.parts.person()
    lost, trimmed, whole = [await house.made(owner) for _ in range(3)]
    await house.parts.vault.discard(await house.parts.store.ledger.assets(lost))
    inputs = await house.rows(sa.select(assets.c.id).where(assets.c.video == trimmed, assets.c.role == "input"))
    await house.parts.vault.discard([row.id for row in inputs])
    put = await put_back(house, backed_up(house, shelf))
    assert (put.settled.erased, put.settled.videos) == (1, 2)
    async with opened(house) as again:
        assert await again.parts.view(owner, lost) is None
        assert len((await again.parts.seen(owner, trimmed)).assets) == 2
        assert len((await again.parts.seen(owner, whole)).assets) == 3


async def test_the_receipt_of_what_is_erased_again_names_the_end_of_the_backup(house: House, shelf: Path) -> None:
    """It may lie in that backup until then, sealed: the receipt says so, with the clause of our policy."""
    owner = await house.parts.person()
    gone = await house.made(owner)
    made = backed_up(house, shelf)
    await house.ask(owner, gone)
    await put_back(house, made)
    async with opened(house) as again:
        receipt = await again.receipt(owner, gone)
    assert receipt is not None
    (kept,) = [one for one in json.loads(receipt.body)["items"] if one["what"] == "backups"]
    until = datetime.fromtimestamp(made.ends_at_ms / 1000, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    assert (kept["state"], kept["until"], kept["paper"]) == ("expires", until, "hushreel-privacy/4.5")
