"""What tests of backups share: a house whose owner backs up, and a backup taken apart."""

import json
import sqlite3
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from core.storage.backups.making import Made, Source, make, new_header
from core.storage.backups.notes import BackupNotes
from core.storage.backups.parcel import Opening
from core.storage.backups.shelf import name_of
from core.storage.journal import position
from core.storage.keys import BackupKey, MasterKey
from core.storage.vault import bucket_of
from tests.erasing import House


def key_of(keys: Path) -> BackupKey:
    """Give the backup key."""
    return BackupKey.load(keys / "backup.key")


def notes_of(house: House) -> BackupNotes:
    """Give the notes of a house's backups."""
    return BackupNotes(house.parts.folder.parent / "keys" / "backups.log", house.parts.clock)


def source_of(house: House, bucket: Any = None) -> Source:
    """Say what of a house is backed up."""
    folder, keys = house.parts.folder, house.parts.folder.parent / "keys"
    return Source(
        tables=folder / "hushreel.db",
        bucket=bucket or bucket_of(folder / "blobs"),
        key=MasterKey.load(keys / "master.key", folder).fingerprint().decode(),
        journal=position(keys / "erasure.journal", folder),
        version="test",
    )


def backed_up(house: House, folder: Path, bucket: Any = None) -> Made:
    """Make a backup in a folder."""
    folder.mkdir(exist_ok=True)
    key = key_of(house.parts.folder.parent / "keys")
    header = new_header(house.parts.ids.new(), house.parts.clock.now_ms(), key)
    target = folder / name_of(header.id, header.made_at_ms)
    return make(target, header, source_of(house, bucket), key, notes_of(house), lambda _done, _of: None)


def content_of(backup: Path, key: BackupKey) -> Mapping[str, bytes]:
    """Open a backup, and give everything in it by name."""
    found = {}
    with backup.open("rb") as opened:
        opening = Opening(backup, opened, key)
        content = bytearray()
        while piece := opening.read(1_000_000):
            content += piece
    with tarfile.open(fileobj=BytesIO(bytes(content))) as archive:
        for one in archive:
            inside = archive.extractfile(one)
            assert inside is not None
            found[one.name] = inside.read()
    return found


@contextmanager
def tables_of(content: Mapping[str, bytes]) -> Iterator[sqlite3.Connection]:
    """Open a backup's tables. In memory there is no write-ahead log, so that the file's header must not name one."""
    file = bytearray(content["hushreel.db"])
    file[18:20] = b"\1\1"
    with closing(sqlite3.connect(":memory:")) as copy:
        copy.deserialize(bytes(file))
        yield copy


def manifest_of(content: Mapping[str, bytes]) -> dict[str, Any]:
    """Read a backup's manifest."""
    told: dict[str, Any] = json.loads(content["manifest.json"])
    return told
