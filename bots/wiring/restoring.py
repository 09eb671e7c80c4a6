"""What `hushreel restore` does, while nothing serves."""

import asyncio
import hmac
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from bots.settings import Settings
from bots.wiring.house import prepare_folder
from bots.wiring.storing import Stored, opened, place_of
from bots.wiring.system import SystemIds
from core.erasure.erase import Eraser, Shutting
from core.erasure.person import Forgetter
from core.erasure.receipts import Issuer
from core.erasure.restored import Settled, Settling
from core.errors import KeyRefused, StoreRefused
from core.ports import Clock
from core.receipts import NOWHERE, Position
from core.storage import journal as journals
from core.storage.backups.making import TABLES, Manifest
from core.storage.backups.notes import BackupNotes, Note
from core.storage.backups.restoring import (
    STAGE,
    Unpacked,
    finish,
    is_empty,
    look_through,
    put_in_place,
    stage_in,
    unpack,
)
from core.storage.backups.settling import PutBack
from core.storage.database import Database, open_database
from core.storage.journal import ErasureJournal
from core.storage.keys import BackupKey, MasterKey, ReceiptKey
from core.storage.migrate import is_current, migrate
from core.storage.places import FolderPlace, Habits, pour
from core.storage.probing import told
from core.storage.revocations import RevocationSequence
from core.storage.serving import ServingLock
from core.storage.store import SqlStore
from core.storage.vault import SealedVault, open_bucket


@dataclass(frozen=True)
class PutBackTo:
    """What was put back: what is told of the backup, and what became of what was in it."""

    manifest: Manifest
    settled: Settled


async def restore(settings: Settings, backup: Path, clock: Clock, *, replace: bool, under_hold: bool) -> PutBackTo:
    """Put a backup in the place of the data.

    The data stay as they are until everything is ready; `replace` allows that there are some. `under_hold` allows that
    the erasure journal is missing or doesn't reach to the backup: then everything comes back to its owners alone.
    Raises KeyRefused and StoreRefused.
    """
    data = settings.data_dir
    prepare_folder(data)
    lock = ServingLock(data / "serving.lock")
    lock.take()
    try:
        finish(data)
        if not replace and not is_empty(data):
            raise StoreRefused("restore_over_data", path=str(data))
        key = _backup_key(settings)
        now_ms = clock.now_ms()
        manifest = look_through(backup, key, now_ms).manifest
        master_key = _check(settings, manifest, backup, under_hold=under_hold)
        stored = await _store(settings, master_key, clock)
        stage = stage_in(data)
        try:
            unpacked = unpack(backup, key, now_ms, stage)
            journal = ErasureJournal(settings.erasure_journal, data, clock)
            later = Later(journal, journals.position(settings.erasure_journal, data))
            settled = await _settle(settings, stage, unpacked, later, clock, stored, hold=under_hold)
            if stored is not None:
                await asyncio.to_thread(_pour, stage / "blobs", stored)
            await later.write()
        except BaseException:
            stage_in(data)
            raise
        note = Note(manifest.id, manifest.made_at_ms, manifest.ends_at_ms)
        BackupNotes(settings.backup_notes, clock).add(note)
        put_in_place(data)
    finally:
        lock.release()
    return PutBackTo(manifest, settled)


def _backup_key(settings: Settings) -> BackupKey:
    key = BackupKey.known(settings.backup_key_file)
    if key is None:
        raise KeyRefused("backup_key_missing", path=str(settings.backup_key_file))
    return key


async def _store(settings: Settings, key: MasterKey, clock: Clock) -> Stored | None:
    """Open the store of sealed bytes where it lies apart from the data; None where it is put in place with them.

    What lies in it already is no data without the tables that hold its keys.
    """
    if place_of(settings) == FolderPlace(settings.data_dir / "blobs"):
        return None
    if settings.storage_folder is not None:
        prepare_folder(settings.storage_folder)
    return await opened(settings, key, clock)


def _pour(folder: Path, stored: Stored) -> None:
    """Put what was unpacked into a store that lies apart, while the tables are still those from before.

    A crash leaves nothing but names that no row knows: the sweep at the next start removes them, as it does with what
    the tables from before named, once those of the backup are in their place.
    """
    with told(stored.place):
        pour(folder, stored.bucket)
    shutil.rmtree(folder)


def _check(settings: Settings, manifest: Manifest, backup: Path, *, under_hold: bool) -> MasterKey:
    """See that keys, schema and journal fit a backup, before anything is written. Gives the master key."""
    key = MasterKey.known(settings.key_file, settings.data_dir / STAGE)
    if key is None or not hmac.compare_digest(key.fingerprint(), manifest.key.encode()):
        raise KeyRefused("key_of_other_data", path=str(settings.key_file))
    is_current(backup, manifest.schema)
    if under_hold:
        return key
    journal = settings.erasure_journal
    if not journal.exists():
        raise StoreRefused("restore_without_journal", path=str(journal))
    known = Position(manifest.journal_lines, manifest.journal_head)
    try:
        journals.check(journal, known)
    except StoreRefused:
        known = NOWHERE
    if not known.lines:  # any journal goes on from an empty one
        raise StoreRefused("restore_old_journal", path=str(journal))
    return key


async def _settle(  # noqa: PLR0917 - what was unpacked, where, and by which rules it is made fit
    settings: Settings,
    stage: Path,
    unpacked: Unpacked,
    journal: "Later",
    clock: Clock,
    stored: Stored | None,
    *,
    hold: bool,
) -> Settled:
    """Make what was unpacked fit to be served, where it lies."""
    ids, notes = SystemIds(), BackupNotes(settings.backup_notes, clock)
    master_key = MasterKey.load(settings.key_file, stage)
    await migrate(stage / TABLES)
    async with _database(stage / TABLES) as database:
        store = SqlStore(database, master_key, clock, ids)
        revocations = RevocationSequence(stage / "revoked.log")
        vault = SealedVault(open_bucket(stage / "blobs"), master_key, store.ledger, revocations)
        habits = stored.habits if stored else Habits()
        issuer = Issuer(ReceiptKey.load(settings.receipt_key_file), clock, ids, notes, habits)
        settling = Settling(
            PutBack(database),
            Shutting(store, journal, revocations, issuer),
            Eraser(store, vault, revocations, issuer),
            Forgetter(store, issuer),
            vault,
        )
        settled = await settling.settle(journal.known, unpacked.gone, hold=hold)
        async with store.write() as writes:
            await writes.keep_checkpoint(journal.position)
        await store.scrub()
    return settled


class Later:
    """`Journal` of a restore: keeps what is to be written until everything else has succeeded.

    Else a restore that is given up would leave lines about videos that are still there.
    """

    def __init__(self, journal: ErasureJournal, position: Position) -> None:
        """Read what was erased until now; `position` is how far the journal has come."""
        self._journal = journal
        self._ids: list[UUID] = []
        self.position = position
        self.known = frozenset(journal.read())

    async def append(self, ids: Sequence[UUID]) -> Position:
        """Take ids; says how far the journal has come without them."""
        self._ids += [one for one in ids if one not in self.known]
        return self.position

    async def write(self) -> None:
        """Write what was taken, as one line. Raises OSError."""
        if self._ids:
            await self._journal.append(self._ids)


@asynccontextmanager
async def _database(file: Path) -> AsyncIterator[Database]:
    database = open_database(file)
    try:
        yield database
    finally:
        await database.close()
