"""The database as it lies there: read without a trace, whether or not a Hushreel serves it."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from bots.wiring.doctor.finding import Finding, fine, problem, refused, warning
from bots.wiring.doctor.patient import Patient
from core.errors import OperatorError
from core.storage import migrate

WAIT_S = 10.0
ENGINE = "engine.db"
_LOG = "-wal"


class Unreadable(Exception):
    """The database isn't there, or can't be read."""


@contextmanager
def reading(patient: Patient) -> Iterator[sqlite3.Connection]:
    """Open the tables to read. Raises Unreadable, also from the block."""
    try:
        with _opened(patient.database, serving=patient.serving is not None) as connection:
            yield connection
    except (sqlite3.Error, OSError) as error:
        raise Unreadable from error


@contextmanager
def _opened(file: Path, *, serving: bool) -> Iterator[sqlite3.Connection]:
    """Read beside a server as any reader does. Without one, a reader would make files: it gets a copy, or none is new.

    What a killed server left in the log beside the file belongs to it, so both are copied. Words in it are sealed.
    """
    with ExitStack() as closed:
        log = file.with_name(file.name + _LOG)
        left = not serving and log.exists() and log.stat().st_size > 0
        if left:
            folder = Path(closed.enter_context(tempfile.TemporaryDirectory(prefix="hushreel-doctor-")))
            for one in (file, log):
                shutil.copyfile(one, folder / one.name)
            file = folder / file.name
        how = "mode=ro" if serving or left else "mode=ro&immutable=1"
        source = f"file:{quote(str(file.absolute()))}?{how}"
        yield closed.enter_context(closing(sqlite3.connect(source, uri=True, timeout=WAIT_S)))


def database(patient: Patient) -> Iterator[Finding]:
    """The tables are whole, and of this version."""
    if not patient.database.exists():
        yield fine("database_new")
        return
    try:
        with _opened(patient.database, serving=patient.serving is not None) as connection:
            damaged = not _sound(connection)
            revision = None if damaged else _revision(connection)
        yield _judged(patient, revision, damaged=damaged)
    except (sqlite3.Error, OSError) as error:
        foreseen = migrate.refused(error, patient.database)
        yield refused(foreseen) if foreseen else problem("database_unreadable", path=patient.database)


def _sound(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def _revision(connection: sqlite3.Connection) -> str | None:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
        return None
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return found[0] if found else None


def _judged(patient: Patient, revision: str | None, *, damaged: bool) -> Finding:
    if damaged:
        return problem("database_damaged", path=patient.database)
    try:
        current = migrate.is_current(patient.database, revision)
    except OperatorError as newer:
        return refused(newer)
    if not current:
        return warning("database_older", data=patient.settings.data_dir)
    return fine("database_good", revision=revision or "")


def engine(patient: Patient) -> Iterator[Finding]:
    """The file of the work under way is whole."""
    file = patient.settings.data_dir / ENGINE
    if not file.exists():
        yield fine("engine_new")
        return
    try:
        with _opened(file, serving=patient.serving is not None) as connection:
            sound = _sound(connection)
    except (sqlite3.Error, OSError):
        sound = False
    yield fine("engine_good") if sound else problem("engine_damaged", path=file)
