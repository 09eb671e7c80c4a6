"""The engine's own SQLite file: ids, states and step results, under the same pragmas as the main database."""

import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa

BUSY_TIMEOUT_MS = 30_000
CHECKPOINT_WAIT_MS = 20
CHECKPOINT_PAUSE_S = 0.05
CHECKPOINT_TRIES = 70


def open_database(path: Path) -> sa.Engine:
    """Open the file with WAL, FULL synchronous, secure_delete and immediate transactions.

    An engine that is passed to DBOS gets none of DBOS's own listeners: immediate transactions,
    which serialise its writers, have to be set here too (dbos/_sys_db_sqlite.py, 3.4.0).
    """
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)))

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = "IMMEDIATE"
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA foreign_keys = ON")

    return engine


def truncate_log(engine: sa.Engine) -> bool:
    """Empty the write-ahead log, waiting for readers up to 5 s; False when one stayed in the way.

    Each try is short, because writers wait as long as it does.
    """
    for _ in range(CHECKPOINT_TRIES):
        with engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {CHECKPOINT_WAIT_MS}")
            busy, _pages, _moved = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        if not busy:
            return True
        time.sleep(CHECKPOINT_PAUSE_S)
    return False
