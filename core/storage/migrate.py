"""Brings the database file to this version's schema. Forward only: a newer file is refused."""

import asyncio
import sqlite3
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.exc import DatabaseError

from core.errors import StoreRefused
from core.storage.database import PRAGMAS, hand_over

MIGRATIONS = Path(__file__).parent / "migrations"
_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_NOTADB: "not_a_database",
    sqlite3.SQLITE_CORRUPT: "not_a_database",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "read_only",
}
_PRIMARY_CODE = 0xFF


async def migrate(path: Path) -> None:
    """Create or upgrade the file, whole or not at all.

    Raises StoreRefused: schema_newer, disk_full, not_a_database or read_only, each with its path.
    """
    await asyncio.to_thread(_migrate, path)


def _migrate(path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    engine = sa.create_engine(f"sqlite:///{path}", poolclass=sa.NullPool)
    hand_over(engine, "BEGIN IMMEDIATE", PRAGMAS)
    try:
        with engine.begin() as connection:
            at = _revision(connection)
            if at is not None and at not in {one.revision for one in script.walk_revisions()}:
                raise StoreRefused("schema_newer", path=str(path))
            if at != script.get_current_head():
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        path.chmod(0o600)
    except DatabaseError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0) & _PRIMARY_CODE
        if code not in _CODES:
            raise
        raise StoreRefused(_CODES[code], path=str(path)) from None
    finally:
        engine.dispose()


def _revision(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()
    return None if found is None else str(found)
