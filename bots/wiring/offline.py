"""What commands do with the data folder and the keys while nothing serves."""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from bots.settings import Settings
from bots.wiring.house import prepare_folder
from core.storage.database import open_database
from core.storage.journal import laid_aside
from core.storage.keys import ReceiptKey
from core.storage.migrate import migrate
from core.storage.receipting import forget_checkpoint
from core.storage.serving import ServingLock


async def migrate_only(settings: Settings) -> None:
    """Bring the database to this version's schema. Raises StoreRefused, also while another process serves it."""
    prepare_folder(settings.data_dir)
    lock = ServingLock(settings.data_dir / "serving.lock")
    lock.take()
    try:
        await migrate(settings.data_dir / "hushreel.db")
    finally:
        lock.release()


async def begin_journal_anew(settings: Settings) -> Path:
    """Lay a journal aside that was lost or changed, and begin another; gives where it lies now.

    Raises StoreRefused, also while another process serves the data, and KeyRefused.
    """
    file, data = settings.erasure_journal, settings.data_dir
    lock = ServingLock(data / "serving.lock")
    lock.take()
    try:
        aside = laid_aside(file)
        await migrate(data / "hushreel.db")
        database = open_database(data / "hushreel.db")
        try:
            await forget_checkpoint(database)
        finally:
            await database.close()
    finally:
        lock.release()
    return aside


def newest_version(settings: Settings, number: str) -> int | None:
    """Give the newest version of a receipt as this machine's tables have it; None where they have none."""
    file = settings.data_dir / "hushreel.db"
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file.absolute()))}?mode=ro", uri=True)) as reading:
            row = reading.execute("SELECT version FROM receipts WHERE id = ?", (number,)).fetchone()
    except sqlite3.Error:
        return None
    return None if row is None else int(row[0])


def receipt_public_key(settings: Settings) -> str | None:
    """Give what this machine's receipts are checked with; None where no receipt key is. Raises KeyRefused."""
    file = settings.receipt_key_file
    return ReceiptKey.load(file).public_key() if file.exists() else None
