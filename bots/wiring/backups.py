"""What `hushreel backup` does, beside a Hushreel that serves."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bots import VERSION
from bots.settings import Settings
from bots.wiring.storing import look, place_of
from bots.wiring.system import SystemIds
from core.errors import KeyRefused, StoreRefused
from core.ports import Clock
from core.storage.backups.making import Made, Progress, Source, make, new_header
from core.storage.backups.notes import BackupNotes
from core.storage.backups.restoring import Unpacked, is_unfinished, look_through
from core.storage.backups.shelf import SUFFIX, Kept, kept_in, name_of, remove_drafts, remove_ended
from core.storage.journal import position
from core.storage.keys import BackupKey, MasterKey
from core.storage.probing import told


@dataclass(frozen=True)
class BackedUp:
    """What came of a backup: the file, those that were removed because they ended, and whether the key is new."""

    made: Made
    removed: Sequence[Kept]
    key_is_new: bool


def back_up(settings: Settings, target: Path, clock: Clock, progress: Progress) -> BackedUp:
    """Make a backup in a folder, or as a file of this name, and remove ended ones that lie beside it.

    Raises KeyRefused: backup_beside_key and as keys are refused; StoreRefused: backup_no_folder, backup_inside_data,
    backup_exists, restore_unfinished, disk_full, folder_refused, database_missing, journal_changed.
    """
    if not target.is_dir() and target.suffix != SUFFIX:
        raise StoreRefused("backup_no_folder", path=str(target))
    folder = target if target.is_dir() else target.absolute().parent
    check_place(settings, folder)
    data = settings.data_dir
    if is_unfinished(data):
        raise StoreRefused("restore_unfinished", path=str(data))
    if not (data / "hushreel.db").is_file():
        raise StoreRefused("database_missing", path=str(data / "hushreel.db"))
    key_is_new = BackupKey.known(settings.backup_key_file) is None
    key, master_key = BackupKey.load(settings.backup_key_file), MasterKey.load(settings.key_file, data)
    header = new_header(SystemIds().new(), clock.now_ms(), key)
    source = Source(
        tables=data / "hushreel.db",
        bucket=look(settings),
        key=master_key.fingerprint().decode(),
        journal=position(settings.erasure_journal, data),
        version=VERSION,
    )
    file = folder / name_of(header.id, header.made_at_ms) if target.is_dir() else target.absolute()
    remove_drafts(folder)
    with told(place_of(settings)):
        made = make(file, header, source, key, BackupNotes(settings.backup_notes, clock), progress)
    return BackedUp(made, remove_ended(folder, clock.now_ms()), key_is_new)


def list_backups(folder: Path, now_ms: int) -> Sequence[tuple[Kept, bool]]:
    """Give the backups of a folder, the oldest first, each with whether its end has passed. Raises StoreRefused."""
    return [(one, one.header.ends_at_ms <= now_ms) for one in kept_in(folder)]


def check_backup(settings: Settings, backup: Path, now_ms: int) -> Unpacked:
    """Open a backup to its end with this machine's key, and write nothing. Raises KeyRefused, StoreRefused."""
    key = BackupKey.known(settings.backup_key_file)
    if key is None:
        raise KeyRefused("backup_key_missing", path=str(settings.backup_key_file))
    return look_through(backup, key, now_ms)


def check_place(settings: Settings, folder: Path) -> None:
    """See that a folder is a place for backups: outside the data, and no place where a key or the journal lies.

    Raises StoreRefused("backup_inside_data", path), KeyRefused("backup_beside_key", path).
    """
    place = folder.resolve()
    if place.is_relative_to(settings.data_dir.resolve()):
        raise StoreRefused("backup_inside_data", path=str(folder))
    for kept in (settings.key_file, settings.backup_key_file, settings.erasure_journal):
        if kept.resolve().is_relative_to(place):
            raise KeyRefused("backup_beside_key", path=str(folder), file=str(kept))
