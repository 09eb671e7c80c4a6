"""The doctor finds what is wrong with backups."""

import time
from pathlib import Path

import pytest

from bots.wiring.doctor.backups import DAY_MS, backups
from core.storage.backups.notes import LASTS_MS, BackupNotes, Note
from core.storage.backups.restoring import STAGE
from core.storage.serving import ServingLock
from tests.backing_up import backed_up
from tests.doctoring import codes, patient
from tests.erasing import house_of
from tests.parts import Parts, parts_in


@pytest.fixture
async def lived(tmp_path: Path) -> Path:
    """An installation with tables, and a backup that was made today."""
    async with parts_in(tmp_path / "data") as parts:
        _today(parts)
        backed_up(house_of(parts), tmp_path / "shelf")
    return tmp_path


def _today(parts: Parts) -> None:
    parts.clock.at_ms = time.time_ns() // 1_000_000


def _noted(folder: Path, days_ago: int) -> None:
    """Leave the note of one backup alone, made so many days ago."""
    file = folder / "keys" / "backups.log"
    file.unlink(missing_ok=True)
    made_at_ms = time.time_ns() // 1_000_000 - days_ago * DAY_MS
    BackupNotes(file, _Clock()).add(Note("one", made_at_ms, made_at_ms + LASTS_MS))


class _Clock:
    def now_ms(self) -> int:
        return 0


def test_a_backup_of_today_is_fine(lived: Path) -> None:
    """It lies elsewhere, and its key is beside the master key."""
    assert codes(backups, patient(lived)) == []


def test_before_the_first_start_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    """Nothing is missing then."""
    assert codes(backups, patient(tmp_path)) == []


def test_no_backup_and_one_that_is_old_are_told(lived: Path) -> None:
    """From the eighth day on; one that has ended counts for none."""
    for days_ago, expected in ((7, []), (8, ["backups_old"]), (29, ["backups_old"]), (30, ["backups_none"])):
        _noted(lived, days_ago)
        assert codes(backups, patient(lived)) == expected, days_ago
    (lived / "keys" / "backups.log").unlink()
    assert codes(backups, patient(lived)) == ["backups_none"]


def test_a_lost_key_of_backups(lived: Path) -> None:
    """Nothing opens the backups that there are."""
    (lived / "keys" / "backup.key").unlink()
    assert codes(backups, patient(lived)) == ["backup_key_gone"]


def test_a_backup_in_the_data_folder(lived: Path) -> None:
    """It is lost with the data: nobody makes it there, but somebody may have copied it."""
    (made,) = (lived / "shelf").iterdir()
    made.rename(lived / "data" / made.name)
    assert codes(backups, patient(lived)) == ["backup_in_data"]


def test_a_restore_that_was_interrupted(lived: Path) -> None:
    """Beside a process that is restoring, nothing is wrong."""
    (lived / "data" / STAGE).mkdir()
    assert codes(backups, patient(lived)) == ["restore_interrupted"]
    lock = ServingLock(lived / "data" / "serving.lock")
    lock.take()
    assert codes(backups, patient(lived)) == []
    lock.release()
