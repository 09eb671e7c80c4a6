"""Backups: made of real files, beside a store that is open."""

import asyncio
import json
import os
from pathlib import Path

import pytest
import pytest_asyncio

from core.errors import KeyRefused, StoreRefused
from core.people import Viewer
from core.storage.backups import making
from core.storage.backups.notes import LASTS_MS, BackupNotes, Note
from core.storage.backups.parcel import CHUNK_BYTES, Header, Opening, Sealing
from core.storage.backups.shelf import drafted, kept_in, remove_drafts, remove_ended
from core.storage.keys import BackupKey
from core.videos import VideoId
from knowledge.clauses import clauses
from tests.backing_up import backed_up, content_of, key_of, manifest_of, notes_of, tables_of
from tests.erasing import House, house_of
from tests.fakes.time import FakeClock, SeededIds
from tests.parts import Parts

KEY = BackupKey(bytes(range(32)))
DAY_MS = 24 * 3_600_000


@pytest_asyncio.fixture
async def house(parts: Parts) -> House:
    """A house with a journal."""
    return house_of(parts)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder for backups."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    return folder


def header(clock: FakeClock | None = None) -> Header:
    """Give a header of a backup that is made now."""
    return making.new_header(SeededIds(7).new(), (clock or FakeClock()).now_ms(), KEY)


def names(folder: Path) -> list[str]:
    """List a folder."""
    return sorted(one.name for one in folder.iterdir())


def sealed(path: Path, content: bytes) -> None:
    """Write bytes as a sealed file."""
    with path.open("wb") as opened:
        sealing = Sealing(opened, header(), KEY)
        sealing.write(content)
        sealing.finish()


def opened(path: Path, key: BackupKey = KEY) -> bytes:
    """Read a sealed file to its end."""
    with path.open("rb") as file:
        opening = Opening(path, file, key)
        return b"".join(iter(lambda: opening.read(100_000), b""))


@pytest.mark.parametrize("size_bytes", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES])
def test_what_was_sealed_is_read_back(tmp_path: Path, size_bytes: int) -> None:
    """A stream of any length comes back as it was, and no piece of it is in the file."""
    content = os.urandom(size_bytes)
    sealed(tmp_path / "one", content)
    assert opened(tmp_path / "one") == content
    assert size_bytes < CHUNK_BYTES - 1 or content[:16] not in (tmp_path / "one").read_bytes()


@pytest.mark.parametrize("at", [0.0, 0.3, 0.5, 0.999])
def test_a_backup_that_was_changed_or_cut_does_not_open(tmp_path: Path, at: float) -> None:
    """One changed byte anywhere, or a missing end, even at a chunk's border, is found."""
    path = tmp_path / "one"
    sealed(path, os.urandom(3 * CHUNK_BYTES))
    whole = path.read_bytes()
    place = int(at * len(whole))
    path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    with pytest.raises((StoreRefused, KeyRefused)):
        opened(path)
    for cut in (1, CHUNK_BYTES + 16, len(whole) // 2):
        path.write_bytes(whole[:-cut])
        with pytest.raises(StoreRefused, match="backup_damaged"):
            opened(path)


def test_times_that_were_changed_in_the_header_are_found(tmp_path: Path) -> None:
    """A backup can't be made to end later: each chunk is bound to the times."""
    path = tmp_path / "one"
    sealed(path, b"content")
    whole = path.read_bytes()
    end = str(header().ends_at_ms).encode()
    assert whole.count(end) == 1
    path.write_bytes(whole.replace(end, str(header().ends_at_ms + 1_000_000).encode()))
    with pytest.raises(StoreRefused, match="backup_damaged"):
        opened(path)


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    """It is told as another key, before anything is tried."""
    sealed(tmp_path / "one", b"content")
    with pytest.raises(KeyRefused, match="backup_key_other"):
        opened(tmp_path / "one", BackupKey(bytes(32)))


@pytest.mark.parametrize(
    "content", [b"", b"no backup", b"Hushreel backup 1\n", b"Hushreel backup 1\n\x00\x00\x00\x02{}"]
)
def test_another_file_is_no_backup(tmp_path: Path, content: bytes) -> None:
    """It is refused in words, whatever it is."""
    (tmp_path / "one").write_bytes(content)
    with pytest.raises(StoreRefused, match="backup_unreadable"):
        opened(tmp_path / "one")


async def test_a_backup_holds_the_tables_and_every_sealed_file(house: House, shelf: Path) -> None:
    """All that the tables name is in it, sealed as it lies; no key, no journal, no engine file."""
    owner = await house.parts.person()
    for _ in range(3):
        await house.made(owner)
    (house.parts.folder / "engine.db").write_bytes(b"engine")
    made = backed_up(house, shelf)
    content = content_of(made.path, key_of(house.parts.folder.parent / "keys"))
    assert {f"blobs/{one.name}": one.read_bytes() for one in house.parts.sealed_files} == {
        name: one for name, one in content.items() if name.startswith("blobs/")
    }
    assert set(content) - {name for name in content if name.startswith("blobs/")} == {
        "manifest.json",
        "hushreel.db",
        "gone.json",
    }
    assert (made.assets, made.gone, json.loads(content["gone.json"])) == (9, 0, [])
    with tables_of(content) as copy:
        assert copy.execute("select count(*) from videos").fetchone() == (3,)
    assert manifest_of(content)["journal_lines"] == 1
    assert made.size_bytes == made.path.stat().st_size
    assert made.path.stat().st_mode & 0o777 == 0o600


async def test_nothing_in_a_backup_file_can_be_read_without_its_key(house: House, shelf: Path) -> None:
    """Neither key files nor ids nor words, wrapped keys or sealed bytes are in the file as they lie in the data."""
    owner = await house.parts.person("MARKEDNAME")
    video = await house.made(owner)
    secrets = await house.secrets(video)
    content = backed_up(house, shelf).path.read_bytes()
    keys = [
        one.read_bytes().splitlines()[1] for one in (house.parts.folder.parent / "keys").iterdir() if "key" in one.name
    ]
    marks = [*secrets, *keys, b"MARKEDNAME", video.bytes, str(video).encode(), video.hex.encode(), b"SQLite format"]
    assert [one for one in marks if one in content] == []


async def test_what_is_erased_while_it_is_made_is_left_out(house: House, shelf: Path) -> None:
    """The backup ends well, and says how many sealed files were gone by then."""
    owner = await house.parts.person()
    kept, lost = await house.made(owner), await house.made(owner)
    gone = await house.parts.store.ledger.assets(lost)
    await house.parts.vault.discard(gone)
    made = backed_up(house, shelf)
    content = content_of(made.path, key_of(house.parts.folder.parent / "keys"))
    assert (made.assets, made.gone) == (3, 3)
    assert sorted(json.loads(content["gone.json"])) == sorted(str(one) for one in gone)
    assert {f"blobs/{one}" for one in await house.parts.store.ledger.assets(kept)} == {
        name for name in content if name.startswith("blobs/")
    }


async def test_what_is_being_erased_is_not_backed_up(house: House, shelf: Path) -> None:
    """Once the gate is closed, the bytes of a video go into no backup, even while they lie there."""
    owner = await house.parts.person()
    video = await house.made(owner)
    await house.ask(owner, video)
    made = backed_up(house, shelf)
    content = content_of(made.path, key_of(house.parts.folder.parent / "keys"))
    assert (made.assets, made.gone) == (0, 0)
    assert manifest_of(content)["journal_lines"] >= 1


async def test_it_is_consistent_while_people_work(house: House, shelf: Path) -> None:
    """Backups beside writers hold one moment: each video with all of its parts, and each part with its bytes."""
    owner = await house.parts.person()
    await house.made(owner)
    stop = asyncio.Event()
    worked = asyncio.create_task(_work(house, owner, stop))
    contents = []
    for _ in range(5):
        made = await asyncio.to_thread(backed_up, house, shelf)
        contents.append(content_of(made.path, key_of(house.parts.folder.parent / "keys")))
    stop.set()
    await worked
    for content in contents:
        with tables_of(content) as copy:
            assert copy.execute("pragma integrity_check").fetchone() == ("ok",)
            ready = "select id from videos where state = 'ready'"
            outputs = "select count(*) from assets where role = 'output' and video = ?"
            assert all(copy.execute(outputs, one).fetchone() == (1,) for one in copy.execute(ready).fetchall())
            named = copy.execute(
                "select assets.id from assets join videos on videos.id = video where state != 'erasing'"
            ).fetchall()
        gone = {one.replace("-", "") for one in json.loads(content["gone.json"])}
        lying = {name[6:].replace("-", "") for name in content if name.startswith("blobs/")}
        assert lying | gone == {one for (one,) in named}
        assert lying.isdisjoint(gone)


async def _work(house: House, owner: Viewer, stop: asyncio.Event) -> None:
    made: list[VideoId] = []
    while not stop.is_set():
        made.append(await house.made(owner, 50_000))
        if len(made) > 3:
            await house.ask(owner, made[0])
            await house.parts.vault.discard(await house.parts.store.ledger.assets(made.pop(0)))


def fill(target: Path) -> None:
    """Write a file on a disk that is full."""
    with drafted(target, SeededIds().new()), Path("/dev/full").open("wb", buffering=0) as full:
        assert len(names(target.parent)) == 1
        full.write(b"x")


def test_a_full_disk_leaves_nothing_half(shelf: Path) -> None:
    """What fails has no file, and is told as the disk's."""
    with pytest.raises(StoreRefused, match="disk_full"):
        fill(shelf / "one")
    assert names(shelf) == []


def test_a_name_is_never_taken_twice(shelf: Path) -> None:
    """A file that is there is not written over."""
    (shelf / "one").write_bytes(b"mine")
    with pytest.raises(StoreRefused, match="backup_exists"), drafted(shelf / "one", SeededIds().new()):
        pytest.fail("it begins to write")
    assert (shelf / "one").read_bytes() == b"mine"


def test_drafts_of_killed_backups_go_and_those_at_work_stay(shelf: Path) -> None:
    """A draft is known by its lock, which dies with its process."""
    dead = shelf / f".hushreel-{'0' * 32}.part"
    dead.write_bytes(b"half")
    (shelf / "else.part").write_bytes(b"not ours")
    with drafted(shelf / "one", SeededIds().new()):
        remove_drafts(shelf)
        assert len(list(shelf.iterdir())) == 2
    assert sorted(one.name for one in shelf.iterdir()) == ["else.part", "one"]


async def test_a_backup_is_good_for_thirty_days(house: House, shelf: Path) -> None:
    """Its end stands in its header from the start, thirty days after it was made, and is what receipts name."""
    made = backed_up(house, shelf)
    (kept,) = kept_in(shelf)
    assert kept.header.ends_at_ms - kept.header.made_at_ms == 30 * DAY_MS
    assert kept.header.made_at_ms == house.parts.clock.now_ms()
    assert notes_of(house).newest_end_ms() == made.ends_at_ms == kept.header.ends_at_ms
    assert notes_of(house).paper in clauses()


async def test_backups_that_ended_are_removed_and_others_stay(house: House, shelf: Path) -> None:
    """Thirty days after it was made a backup goes with the next one; nothing else in the folder does."""
    first = backed_up(house, shelf)
    (shelf / "notes.txt").write_text("mine")
    (shelf / "hushreel-20260101T000000Z-0000.backup").write_text("called so, and none")
    house.parts.clock.advance(LASTS_MS - 1)
    assert remove_ended(shelf, house.parts.clock.now_ms()) == []
    second = backed_up(house, shelf)
    house.parts.clock.advance(1)
    assert [one.path for one in remove_ended(shelf, house.parts.clock.now_ms())] == [first.path]
    assert [one.path for one in kept_in(shelf)] == [second.path]
    assert (shelf / "notes.txt").exists()


async def test_the_service_knows_until_when_backups_hold_what_is_erased_now(house: House, shelf: Path) -> None:
    """The newest end counts; where there is no backup, or all have ended, there is none."""
    notes, clock = notes_of(house), house.parts.clock
    assert notes.newest_end_ms() is None
    first = backed_up(house, shelf)
    assert notes.newest_end_ms() == first.ends_at_ms == clock.now_ms() + LASTS_MS
    clock.advance(DAY_MS)
    second = backed_up(house, shelf)
    assert notes.newest_end_ms() == second.ends_at_ms
    clock.advance(LASTS_MS)
    assert notes.newest_end_ms() is None
    assert len(notes.noted()) == 2
    backed_up(house, shelf)
    assert len(notes.noted()) == 1


async def test_a_backup_is_noted_before_it_reads_anything(house: House, shelf: Path) -> None:
    """One that failed later is noted too: nobody is told that there is none while one may be."""
    (house.parts.folder / "hushreel.db").rename(house.parts.folder / "away")
    with pytest.raises(StoreRefused, match="database_missing"):
        backed_up(house, shelf)
    assert notes_of(house).newest_end_ms() is not None
    assert names(shelf) == []


def test_notes_hold_ids_and_times_only_and_survive_a_torn_line(tmp_path: Path) -> None:
    """A power cut in the midst of a line loses that line alone."""
    notes = BackupNotes(tmp_path / "keys" / "backups.log", FakeClock())
    now_ms = FakeClock().now_ms()
    notes.add(Note("one", now_ms, now_ms + 1))
    notes.add(Note("two", now_ms, now_ms + 2))
    file = tmp_path / "keys" / "backups.log"
    assert sorted(json.loads(file.read_text().splitlines()[0])) == ["ends_at_ms", "id", "made_at_ms"]
    file.write_bytes(file.read_bytes()[:-10])
    assert [one.id for one in notes.noted()] == ["one"]
    assert file.stat().st_mode & 0o777 == 0o600
    notes.add(Note("three", now_ms, now_ms + 3))
    assert [one.id for one in notes.noted()] == ["one", "three"]
    assert notes.newest_end_ms() == now_ms + 3
