"""The master key, its backup, the receipt key and the erasure journal: in place, closed, and this data's."""

import os
from collections.abc import Iterator
from pathlib import Path

from bots.wiring.doctor.finding import Finding, fine, problem, refused, warning
from bots.wiring.doctor.patient import Patient
from bots.wiring.doctor.tables import Unreadable, reading
from core.errors import OperatorError
from core.receipts import Position
from core.storage import journal as journals
from core.storage.keys import MasterKey, ReceiptKey

BACKED_UP = ".backed-up"
"""A file beside the key by which the operator says that there is a copy elsewhere; older than the key, it is of
another one."""


def key(patient: Patient) -> Iterator[Finding]:
    """The master key opens this data, lies outside it, and nobody else can read it."""
    settings = patient.settings
    try:
        known = MasterKey.known(settings.key_file, settings.data_dir)
    except OperatorError as error:
        yield refused(error)
    else:
        yield fine("key_good", path=settings.key_file) if known else fine("key_new", path=settings.key_file)


def key_backup(patient: Patient) -> Iterator[Finding]:
    """Somebody said that the key is kept elsewhere too."""
    file = patient.settings.key_file
    mark = file.with_name(file.name + BACKED_UP)
    try:
        if not file.exists():
            yield fine("key_backup_later")
        elif mark.exists() and mark.stat().st_mtime_ns >= file.stat().st_mtime_ns:
            yield fine("key_backup_said")
        else:
            yield warning("key_backup_unsaid", path=file, mark=mark)
    except OSError as error:
        yield problem("file_refused", path=file, why=os.strerror(error.errno or 0))


def receipt_key(patient: Patient) -> Iterator[Finding]:
    """The key that signs receipts is there once there are receipts."""
    file = patient.settings.receipt_key_file
    try:
        known = ReceiptKey.known(file)
    except OperatorError as error:
        yield refused(error)
        return
    if known is None and _receipts(patient):
        yield problem("receipt_key_missing", path=file)
    else:
        yield fine("receipt_key_good") if known else fine("receipt_key_new")


def journal(patient: Patient) -> Iterator[Finding]:
    """The erasure journal is whole, no shorter than it was, outside the data, and there once something was erased."""
    file, known = patient.settings.erasure_journal, _checkpoint(patient)
    try:
        whole = journals.whole(file, patient.settings.data_dir)
        if whole is not None:
            journals.check(file, known)
    except OperatorError as error:
        yield refused(error)
        return
    if whole is None and _receipts(patient):
        yield problem("journal_missing", path=file)
    elif whole is None:
        yield fine("journal_new")
    elif not whole and patient.serving is None:
        yield warning("journal_torn", path=file)
    else:
        yield from _closed(file)


def _closed(file: Path) -> Iterator[Finding]:
    yield warning("journal_open", path=file) if file.stat().st_mode & 0o077 else fine("journal_good")


def _checkpoint(patient: Patient) -> Position | None:
    """Give how far the journal had come, as the tables know it. It is read first: the journal only grows."""
    try:
        with reading(patient) as connection:
            row = connection.execute("SELECT lines, head FROM journal_checkpoint").fetchone()
    except Unreadable:
        return None
    return None if row is None else Position(*row)


def _receipts(patient: Patient) -> int:
    try:
        with reading(patient) as connection:
            return int(connection.execute("SELECT count(*) FROM receipts").fetchone()[0])
    except Unreadable:
        return 0
