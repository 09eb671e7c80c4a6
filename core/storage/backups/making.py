"""Making a backup beside a Hushreel that serves: one moment of the tables, then the sealed bytes that they name.

The copy of the tables lies in memory alone, and everything is sealed before it reaches a disk. Master key, erasure
journal and engine file are in no backup.
"""

import json
import os
import sqlite3
import tarfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol, cast
from urllib.parse import quote
from uuid import UUID

import obstore
from obstore.store import ObjectStore

from core.errors import StoreRefused
from core.receipts import Position
from core.storage.backups.notes import LASTS_MS, BackupNotes, Note
from core.storage.backups.parcel import SALT_BYTES, Header, Sealing
from core.storage.backups.shelf import drafted
from core.storage.keys import BackupKey
from core.storage.sealing import PREFIX_BYTES, Seal
from core.videos import AssetId, Making

MANIFEST, TABLES, GONE, BLOBS = "manifest.json", "hushreel.db", "gone.json", "blobs/"
BUSY_TIMEOUT_S = 30.0
READ_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Manifest:
    """What a backup is of: its schema, the master key's fingerprint, and how far the erasure journal was."""

    id: str
    made_at_ms: int
    ends_at_ms: int
    version: str
    schema: str
    key: str
    journal_lines: int
    journal_head: str


@dataclass(frozen=True)
class Source:
    """What is backed up, and what is told of it. `key` is the master key's fingerprint."""

    tables: Path
    bucket: ObjectStore
    key: str
    journal: Position
    version: str


@dataclass(frozen=True)
class Made:
    """A backup that is there. `gone` counts sealed bytes that were erased while it was made: they aren't in it."""

    path: Path
    ends_at_ms: int
    assets: int
    gone: int
    size_bytes: int


class Progress(Protocol):
    """Told now and then how much of how much was sealed, in bytes."""

    def __call__(self, done_bytes: int, of_bytes: int) -> None:
        """Hear it."""


def new_header(backup: UUID, made_at_ms: int, key: BackupKey) -> Header:
    """Give the header of a backup that is made now and ends when the longest time is over."""
    return Header(backup, made_at_ms, made_at_ms + LASTS_MS, key.fingerprint(), os.urandom(SALT_BYTES))


def make(  # noqa: PLR0917 - what is copied, under which name, sealed by what, and who is told
    target: Path, header: Header, source: Source, key: BackupKey, notes: BackupNotes, progress: Progress
) -> Made:
    """Write a backup; it is there whole, or not at all.

    It is noted before anything is read, so that no receipt is silent about a backup that may hold what was erased.
    Raises StoreRefused: backup_exists, disk_full, folder_refused, database_missing, not_a_database.
    """
    with drafted(target, header.id) as opened:
        notes.add(Note(str(header.id), header.made_at_ms, header.ends_at_ms))
        tables, schema, named = _moment(source.tables)
        manifest = Manifest(
            id=str(header.id),
            made_at_ms=header.made_at_ms,
            ends_at_ms=header.ends_at_ms,
            version=source.version,
            schema=schema,
            key=source.key,
            journal_lines=source.journal.lines,
            journal_head=source.journal.head,
        )
        sealing = Sealing(opened, header, key)
        told = _Told(progress, len(tables) + sum(length for _, length in named))
        gone = _write(sealing, manifest, tables, _blobs(source.bucket, named), told)
        sealing.finish()
    return Made(target, header.ends_at_ms, len(named) - len(gone), len(gone), target.stat().st_size)


def _moment(file: Path) -> tuple[bytes, str, Sequence[tuple[AssetId, int]]]:
    """Read the tables as they are at one moment, their schema, and the assets that they name with sealed lengths."""
    if not file.is_file():
        raise StoreRefused("database_missing", path=str(file))
    query = "SELECT assets.id, size_bytes FROM assets JOIN videos ON videos.id = video WHERE state != ?"
    try:
        source = f"file:{quote(str(file.absolute()))}?mode=rw"
        connection = sqlite3.connect(source, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        with closing(connection):
            connection.execute("BEGIN")
            (schema,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            rows = connection.execute(query, (Making.ERASING.value,)).fetchall()
            tables = connection.serialize()
            connection.execute("COMMIT")
    except (sqlite3.Error, TypeError):
        raise StoreRefused("not_a_database", path=str(file)) from None
    return tables, str(schema), [(AssetId(UUID(name)), _sealed_bytes(UUID(name), size)) for name, size in rows]


def _sealed_bytes(asset: UUID, size_bytes: int) -> int:
    return Seal(bytes(32), bytes(PREFIX_BYTES), AssetId(asset), size_bytes).sealed_bytes


def _write(
    sealing: Sealing,
    manifest: Manifest,
    tables: bytes,
    blobs: Iterator[tuple[AssetId, "_Blob | None"]],
    told: "_Told",
) -> Sequence[AssetId]:
    """Write everything as one tar; gives the assets whose bytes were erased meanwhile."""
    gone = []
    with tarfile.open(
        fileobj=cast("BinaryIO", _Writes(sealing, told)), mode="w|", format=tarfile.PAX_FORMAT
    ) as archive:
        _add(archive, MANIFEST, json.dumps(asdict(manifest)).encode())
        _add(archive, TABLES, tables)
        for asset, blob in blobs:
            if blob is None:
                gone.append(asset)
            else:
                archive.addfile(_about(f"{BLOBS}{asset}", blob.size_bytes), blob)
        _add(archive, GONE, json.dumps([str(one) for one in gone]).encode())
    return gone


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    archive.addfile(_about(name, len(content)), BytesIO(content))


def _about(name: str, size_bytes: int) -> tarfile.TarInfo:
    about = tarfile.TarInfo(name)
    about.size, about.mode = size_bytes, 0o600
    return about


def _blobs(bucket: ObjectStore, named: Sequence[tuple[AssetId, int]]) -> Iterator[tuple[AssetId, "_Blob | None"]]:
    """Open sealed bytes one after the other; None for what is gone by now."""
    for asset, _ in named:
        try:
            found = obstore.get(bucket, str(asset))
        except FileNotFoundError:
            yield asset, None
        else:
            yield asset, _Blob(found.meta["size"], iter(found.stream(min_chunk_size=READ_BYTES)))


class _Blob:
    """Sealed bytes of one asset, as tarfile reads them."""

    def __init__(self, size_bytes: int, pieces: Iterator[bytes]) -> None:
        self.size_bytes = size_bytes
        self._pieces = pieces
        self._waiting = bytearray()

    def read(self, size_bytes: int = -1) -> bytes:
        """Give the next bytes, as many as are asked for unless it ends."""
        while len(self._waiting) < size_bytes:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._waiting += piece
        given = bytes(self._waiting[:size_bytes])
        del self._waiting[:size_bytes]
        return given


class _Told:
    """Counts what was written, and tells it a hundred times at most."""

    def __init__(self, progress: Callable[[int, int], None], of_bytes: int) -> None:
        self._progress = progress
        self._of_bytes = of_bytes
        self._done_bytes = 0
        self._told = -1

    def count(self, size_bytes: int) -> None:
        """Count bytes."""
        self._done_bytes += size_bytes
        percent = min(100, 100 * self._done_bytes // max(1, self._of_bytes))
        if percent > self._told:
            self._told = percent
            self._progress(min(self._done_bytes, self._of_bytes), self._of_bytes)


class _Writes:
    """What tarfile writes into."""

    def __init__(self, sealing: Sealing, told: _Told) -> None:
        self._sealing = sealing
        self._told = told

    def write(self, content: bytes) -> int:
        """Seal it."""
        self._told.count(len(content))
        return self._sealing.write(content)
