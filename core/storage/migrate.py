"""Brings the database file to this version's schema. Forward only: a newer file is refused."""

import asyncio
import sqlite3
import time
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import DatabaseError

from core.errors import StoreRefused
from core.storage.database import BUSY_TIMEOUT_MS, PRAGMAS, hand_over
from core.storage.tables import metadata

MIGRATIONS = Path(__file__).parent / "migrations"
_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_NOTADB: "not_a_database",
    sqlite3.SQLITE_CORRUPT: "not_a_database",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "read_only",
}
_PRIMARY_CODE = 0xFF
_LOOKS_EVERY_S = 0.02


async def migrate(path: Path) -> None:
    """Create or upgrade the file, whole or not at all.

    Raises StoreRefused: schema_newer, disk_full, not_a_database or read_only, each with its path.
    """
    await asyncio.to_thread(_migrate, path)


def _migrate(path: Path) -> None:
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), poolclass=sa.NullPool, hide_parameters=True)
    hand_over(engine, "BEGIN IMMEDIATE", PRAGMAS)
    busy_until = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    try:
        while not _is_upgraded(engine, path, busy_until):
            time.sleep(_LOOKS_EVERY_S)
        path.chmod(0o600)
    except DatabaseError as error:
        raise refused(error.orig, path) or error from None
    finally:
        engine.dispose()


def _is_upgraded(engine: sa.Engine, path: Path, busy_until: float) -> bool:
    """Upgrade the file; False when somebody else makes it a write-ahead one: SQLite doesn't wait for that by itself."""
    config = _config()
    try:
        with engine.begin() as connection:
            if not sa.inspect(connection).get_table_names():
                _lay_out(connection, config)
            elif not is_current(path, _revision(connection)):
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
    except DatabaseError as error:
        if _primary_code(error.orig) != sqlite3.SQLITE_BUSY or time.monotonic() > busy_until:
            raise
        return False
    return True


def _lay_out(connection: sa.Connection, config: Config) -> None:
    """Give an empty file the newest schema at once, in a tenth of the time of all steps that led to it."""
    metadata.create_all(connection)
    MigrationContext.configure(connection).stamp(ScriptDirectory.from_config(config), "head")


def refused(error: BaseException | None, path: Path) -> StoreRefused | None:
    """Turn what SQLite's driver raised into the operator's error; None for what isn't foreseen."""
    code = _primary_code(error)
    return StoreRefused(_CODES[code], path=str(path)) if code in _CODES else None


def _primary_code(error: BaseException | None) -> int:
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE


def is_current(path: Path, revision: str | None) -> bool:
    """Say whether a file of this revision needs no migration. Raises StoreRefused("schema_newer", path)."""
    script = ScriptDirectory.from_config(_config())
    if revision is not None and revision not in {one.revision for one in script.walk_revisions()}:
        raise StoreRefused("schema_newer", path=str(path))
    return revision == script.get_current_head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()
    return None if found is None else str(found)
