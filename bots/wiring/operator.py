"""What only whoever runs the machine can do: a link that opens their desk, once."""

from bots.chat.desk import operators_link
from bots.settings import Settings
from bots.wiring.system import SystemClock, SystemIds
from core.errors import BadSetting, StoreRefused
from core.storage.database import open_database
from core.storage.keys import MasterKey
from core.storage.store import SqlStore


async def desk_address(settings: Settings) -> str:
    """Make a one-time link to the operator's desk, beside a Hushreel that serves; it is good for five minutes.

    Raises BadSetting: desk_in_demo, desk_port_unknown; StoreRefused("database_missing", path), KeyRefused.
    """
    origin = _origin(settings)
    file = settings.data_dir / "hushreel.db"
    if not file.is_file():
        raise StoreRefused("database_missing", path=str(file))
    clock, ids = SystemClock(), SystemIds()
    database = open_database(file)
    try:
        store = SqlStore(database, MasterKey.load(settings.key_file, settings.data_dir), clock, ids)
        return origin + await operators_link(store, clock, ids)
    finally:
        await database.close()


def _origin(settings: Settings) -> str:
    """Give where the desk answers: at the public address, else on this machine alone."""
    if settings.public_url is not None:
        return settings.public_url
    if settings.demo:
        raise BadSetting("desk_in_demo", setting="HUSHREEL_PUBLIC_URL")
    port = settings.listen[1]
    if port == 0:
        raise BadSetting("desk_port_unknown", setting="HUSHREEL_LISTEN")
    return f"http://127.0.0.1:{port}"
