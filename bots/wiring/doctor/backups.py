"""Backups: whether there is one, how old the newest is, and whether one lies where it is lost with the data."""

from collections.abc import Iterator

from bots.wiring.doctor.finding import Finding, fine, problem, refused, warning
from bots.wiring.doctor.patient import Patient
from bots.wiring.system import SystemClock
from core.errors import OperatorError
from core.storage.backups.notes import BackupNotes
from core.storage.backups.restoring import is_unfinished
from core.storage.backups.shelf import kept_in
from core.storage.keys import BackupKey

DAY_MS = 86_400_000
OLD_AFTER_DAYS = 7
"""The newest backup may be so old: what was made since is lost with the disk."""


def backups(patient: Patient) -> Iterator[Finding]:
    """There is a backup, it isn't old, its key is there, and it lies elsewhere."""
    data = patient.settings.data_dir
    try:
        if not patient.database.exists():
            yield fine("backups_later")
            return
        yield from _misplaced(patient)
        if patient.serving is None and is_unfinished(data):
            yield warning("restore_interrupted", path=data)
        yield _newest(patient)
    except OperatorError as error:
        yield refused(error)


def _misplaced(patient: Patient) -> Iterator[Finding]:
    for one in kept_in(patient.settings.data_dir):
        yield problem("backup_in_data", path=one.path)


def _newest(patient: Patient) -> Finding:
    settings = patient.settings
    noted = BackupNotes(settings.backup_notes, SystemClock()).noted()
    newest_ms = max((one.made_at_ms for one in noted if one.ends_at_ms > patient.now_ms), default=None)
    if newest_ms is None:
        return warning("backups_none")
    if BackupKey.known(settings.backup_key_file) is None:
        return problem("backup_key_gone", path=settings.backup_key_file)
    days = (patient.now_ms - newest_ms) // DAY_MS
    return warning("backups_old", days=days) if days > OLD_AFTER_DAYS else fine("backups_good", days=days)
