"""What commands do with the data folder and the keys while nothing serves."""

from bots.settings import Settings
from bots.wiring.house import prepare_folder
from core.storage.backups.restoring import finish
from core.storage.keys import ReceiptKey
from core.storage.migrate import migrate
from core.storage.serving import ServingLock


async def migrate_only(settings: Settings) -> None:
    """Bring the database to this version's schema. Raises StoreRefused, also while another process serves it."""
    prepare_folder(settings.data_dir)
    lock = ServingLock(settings.data_dir / "serving.lock")
    lock.take()
    try:
        finish(settings.data_dir)
        await migrate(settings.data_dir / "hushreel.db")
    finally:
        lock.release()


def receipt_public_key(settings: Settings) -> str | None:
    """Give what this machine's receipts are checked with; None where no receipt key is. Raises KeyRefused."""
    file = settings.receipt_key_file
    return ReceiptKey.load(file).public_key() if file.exists() else None
