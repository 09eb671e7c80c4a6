"""What restore refuses, and that nothing is changed then."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import pytest_asyncio

from core.errors import HushreelError, KeyRefused, StoreRefused
from core.storage.backups.making import Made
from core.storage.backups.notes import LASTS_MS
from core.storage.journal import ErasureJournal
from core.storage.serving import ServingLock
from tests.backing_up import backed_up, files_in, put_back
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


async def test_without_the_journal_nothing_is_put_back(house: House, shelf: Path) -> None:
    """Nobody knows what was erased: it is refused, and the folder stays empty."""
    await house.made(await house.parts.person())
    made = backed_up(house, shelf)
    (house.parts.folder.parent / "keys" / "erasure.journal").unlink()
    with pytest.raises(StoreRefused, match="restore_without_journal"):
        await put_back(house, made)
    assert unchanged(house.parts.folder.parent / "new")


async def test_an_old_journal_is_refused(house: House, shelf: Path) -> None:
    """One that doesn't reach to the backup lacks what was erased: a copy from before, or another house's."""
    owner = await house.parts.person()
    journal = house.parts.folder.parent / "keys" / "erasure.journal"
    await house.ask(owner, await house.made(owner))
    old = journal.read_bytes()
    await house.ask(owner, await house.made(owner))
    made = backed_up(house, shelf)
    journal.write_bytes(old)
    with pytest.raises(StoreRefused, match="restore_old_journal"):
        await put_back(house, made)
    assert unchanged(house.parts.folder.parent / "new")


def unchanged(folder: Path) -> bool:
    """Say whether nothing was put into a folder, and nothing is left of the attempt."""
    return set(files_in(folder)) <= {"serving.lock", "key.fingerprint"}


async def refusal(house: House, made: Made, error: type[HushreelError], code: str) -> None:
    """Try, and see that it is refused with nothing changed."""
    with pytest.raises(error) as caught:
        await put_back(house, made)
    assert caught.value.code == code
    assert unchanged(house.parts.folder.parent / "new")


async def test_a_backup_is_refused_on_the_day_that_it_ends(house: House, shelf: Path) -> None:
    """After 30 days nothing puts it back, whoever asks for it and however."""
    await house.made(await house.parts.person())
    made = backed_up(house, shelf)
    house.parts.clock.advance(LASTS_MS - 1)
    await put_back(house, made, "in-time")
    house.parts.clock.advance(1)
    await refusal(house, made, StoreRefused, "backup_ended")
    with pytest.raises(StoreRefused, match="backup_ended"):
        await put_back(house, made, under_hold=True)


async def test_a_damaged_backup_changes_nothing(house: House, shelf: Path) -> None:
    """It is opened to its end before anything is written: with one changed byte the data stay as they are."""
    owner = await house.parts.person()
    await house.made(owner)
    made = backed_up(house, shelf)
    content = bytearray(made.path.read_bytes())
    content[-1_000] ^= 1
    made.path.write_bytes(content)
    await refusal(house, made, StoreRefused, "backup_damaged")
    before = files_in(house.parts.folder)
    with pytest.raises(StoreRefused, match="backup_damaged"):
        await put_back(house, made, "data", replace=True)
    assert before.items() <= files_in(house.parts.folder).items()


async def test_keys_that_do_not_fit_are_refused(house: House, shelf: Path) -> None:
    """Another backup key, none, or another master key: told before anything is written."""
    await house.made(await house.parts.person())
    made = backed_up(house, shelf)
    keys = house.parts.folder.parent / "keys"
    kept = keys / "kept.key"
    (keys / "backup.key").rename(kept)
    await refusal(house, made, KeyRefused, "backup_key_missing")
    shutil.copyfile(
        keys / "receipt.key" if (keys / "receipt.key").exists() else keys / "master.key", keys / "backup.key"
    )
    (keys / "backup.key").chmod(0o600)
    await refusal(house, made, KeyRefused, "backup_key_other")
    kept.replace(keys / "backup.key")
    shutil.copyfile(keys / "backup.key", keys / "master.key")
    await refusal(house, made, KeyRefused, "key_of_other_data")


async def test_a_newer_schema_is_refused(house: House, shelf: Path) -> None:
    """A backup of a later version is for that version."""
    await house.made(await house.parts.person())
    with closing(sqlite3.connect(house.parts.folder / "hushreel.db", isolation_level=None)) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    await refusal(house, backed_up(house, shelf), StoreRefused, "schema_newer")


async def test_nothing_is_put_back_while_something_serves(house: House, shelf: Path) -> None:
    """The folder's lock is asked first."""
    made = backed_up(house, shelf)
    folder = house.parts.folder.parent / "new"
    folder.mkdir()
    lock = ServingLock(folder / "serving.lock")
    lock.take()
    with pytest.raises(StoreRefused, match="already_serving"):
        await put_back(house, made)
    lock.release()
    await put_back(house, made)


async def test_a_journal_that_was_begun_after_the_backup_is_refused(house: House, shelf: Path) -> None:
    """Even the first backup, from before any erasure, knows its journal: another one can't tell what was erased."""
    owner = await house.parts.person()
    gone = await house.made(owner)
    made = backed_up(house, shelf)
    await house.ask(owner, gone)
    journal = house.parts.folder.parent / "keys" / "erasure.journal"
    journal.rename(journal.with_name("lost"))
    house.parts.clock.advance(1)
    ErasureJournal(journal, house.parts.folder, house.parts.clock).begin()
    await refusal(house, made, StoreRefused, "restore_old_journal")
