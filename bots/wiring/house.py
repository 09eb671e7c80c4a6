"""The parts that serve together, opened in order and closed in reverse."""

import os
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bots.settings import Settings
from bots.wiring.routes import open_routes
from bots.wiring.storing import Stored, opened
from bots.wiring.system import SystemClock, SystemIds
from core.erasure.erase import Shutting
from core.erasure.holdings import HOLDINGS, Holding, check_holdings
from core.erasure.receipts import Issuer
from core.errors import StoreRefused
from core.generation.marking import Marking
from core.generation.progress import Board
from core.people import Platform
from core.ports import Clock, Ids, Journal
from core.routes import Generator, Local, Remote
from core.storage.backups.notes import BackupNotes
from core.storage.backups.restoring import finish
from core.storage.certificate import HouseCertificate
from core.storage.database import open_database
from core.storage.inbox import SqlInbox
from core.storage.journal import ErasureJournal
from core.storage.keys import MasterKey, ReceiptKey
from core.storage.migrate import migrate
from core.storage.revocations import RevocationSequence
from core.storage.serving import ServingLock
from core.storage.store import SqlStore
from core.storage.tables import metadata
from core.storage.vault import SealedVault
from core.workers.pool import Workers
from core.workers.tasks import TASKS


@dataclass(frozen=True)
class House:
    """Everything that core needs from outside, ready to use.

    `generators` are all routes that are set up, motion first: those of this machine are `local`, all others `remote`.
    """

    settings: Settings
    clock: Clock
    ids: Ids
    store: SqlStore
    vault: SealedVault
    journal: Journal
    revocations: RevocationSequence
    shutting: Shutting
    master_key: MasterKey
    workers: Workers
    generators: Mapping[str, Generator]
    local: Mapping[str, Local]
    remote: Mapping[str, Remote]
    progress: Board
    inbox: SqlInbox
    stored: Stored
    marking: Marking


@asynccontextmanager
async def open_house(
    settings: Settings, on_commit: Callable[[], None], holdings: Sequence[Holding] = HOLDINGS
) -> AsyncIterator[House]:
    """Take the data folder for this process alone, and open what is in it.

    `on_commit` is called after each commit that has something to tell. Raises KeyRefused, StoreRefused, BadSetting
    for a generator that can't be set up so, and HoldingMissing for what nobody could be taken out of.
    """
    check_holdings(metadata.tables, settings.routes, holdings)
    data, clock, ids = settings.data_dir, SystemClock(), SystemIds()
    for folder in filter(None, (data, settings.storage_folder)):
        prepare_folder(folder)
    async with AsyncExitStack() as closing:
        closing.callback(_taken(data / "serving.lock").release)
        finish(data)
        master_key = MasterKey.load(settings.key_file, data)
        stored = await opened(settings, master_key, clock)
        journal = ErasureJournal(settings.erasure_journal, data, clock)
        await migrate(data / "hushreel.db")
        database = open_database(data / "hushreel.db")
        closing.push_async_callback(database.close)
        store = SqlStore(database, master_key, clock, ids, on_commit)
        await _go_on(journal, store)
        revocations = RevocationSequence(data / "revoked.log", database=data / "hushreel.db")
        notes = BackupNotes(settings.backup_notes, clock)
        issuer = Issuer(ReceiptKey.load(settings.receipt_key_file), clock, ids, notes, stored.habits)
        workers = Workers(TASKS)
        closing.push_async_callback(workers.close)
        routes = open_routes(settings, workers, clock)
        closing.push_async_callback(routes.close)
        yield House(
            settings=settings,
            clock=clock,
            ids=ids,
            store=store,
            vault=SealedVault(stored.bucket, master_key, store.ledger, revocations, stored.habits),
            journal=journal,
            revocations=revocations,
            shutting=Shutting(store, journal, revocations, issuer),
            master_key=master_key,
            workers=workers,
            generators=routes.every,
            local=routes.local,
            remote=routes.remote,
            progress=Board(),
            inbox=SqlInbox(database, MasterKey(master_key.derive(b"inbox")), clock, Platform.TELEGRAM),
            stored=stored,
            marking=_marking(settings, workers, clock),
        )


def _taken(path: Path) -> ServingLock:
    """Take the folder for this process. Raises StoreRefused where another one has it."""
    lock = ServingLock(path)
    lock.take()
    return lock


async def _go_on(journal: ErasureJournal, store: SqlStore) -> None:
    """Go on in the journal where this data left it. Raises KeyRefused for one that isn't this data's."""
    journal.check(await store.ledger.checkpoint())
    journal.begin()
    async with store.write() as writes:
        await writes.keep_checkpoint(journal.position)


def _marking(settings: Settings, workers: Workers, clock: Clock) -> Marking:
    certificate = HouseCertificate.load(settings.certificate_key_file, clock)
    return Marking(workers, certificate, settings.visible_label.strip())


def prepare_folder(folder: Path) -> None:
    """Make a folder that only this account opens. Raises StoreRefused(folder_refused, path, problem)."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        probe = folder / ".probe"
        probe.touch(mode=0o600)
        probe.unlink()
    except OSError as error:
        raise StoreRefused("folder_refused", path=str(folder), problem=os.strerror(error.errno or 0)) from None
