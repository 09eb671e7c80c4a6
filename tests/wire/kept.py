"""What is kept: counted from outside, in the database's tables and among the sealed bytes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from tests.service import eventually


def kept(data_dir: Path) -> dict[str, int]:
    """Count the rows of each table, and the sealed files under "blobs"."""
    with closing(sqlite3.connect(f"file:{data_dir / 'hushreel.db'}?mode=ro", uri=True, timeout=10)) as database:
        tables = [row[0] for row in database.execute("select name from sqlite_master where type = 'table'")]
        counts = {table: _rows(database, table) for table in tables}
    return counts | {"blobs": sum(path.is_file() for path in (data_dir / "blobs").rglob("*"))}


def _rows(database: sqlite3.Connection, table: str) -> int:
    (count,) = database.execute(f'select count(*) from "{table}"').fetchone()  # noqa: S608 - a name of our own schema
    return int(count)


@contextmanager
def nothing_kept(data_dir: Path) -> Iterator[None]:
    """Check that a block leaves no row and no sealed byte behind."""
    before = kept(data_dir)
    yield
    with suppress(AssertionError):
        eventually(lambda: kept(data_dir) == before, within_s=60)
    assert kept(data_dir) == before


def files_with(marker: bytes, *folders: Path) -> list[Path]:
    """Give the files below some folders that hold these bytes."""
    return [
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and marker in path.read_bytes()
    ]
