"""Putting a backup back: opened to its end first, then unpacked beside the data, and put in its place at last.

Until the moment in which it is put in place the data are as they were. From then on a mark in the data folder says so,
and whoever opens the folder next goes on: what a crash interrupts is finished, never half.
"""

import json
import os
import shutil
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, cast
from uuid import UUID

from core.errors import StoreRefused
from core.storage.backups import making
from core.storage.backups.making import BLOBS, READ_BYTES, TABLES, Manifest
from core.storage.backups.parcel import Opening
from core.storage.backups.shelf import unusable
from core.storage.files import OWNER_ONLY, sync, write_new
from core.storage.keys import FINGERPRINT, BackupKey
from core.videos import AssetId

STAGE = "restoring"
MARK = "restored.mark"
_PUT = (TABLES, BLOBS.rstrip("/"), FINGERPRINT)
_OLD = ("hushreel.db-wal", "hushreel.db-shm", "engine.db", "engine.db-wal", "engine.db-shm", "revoked.log")
"""Files beside the tables that belong to the data before: the engine begins its own anew."""


@dataclass(frozen=True)
class Unpacked:
    """What a backup held: what is told of it, and which assets were erased while it was made."""

    manifest: Manifest
    gone: Sequence[AssetId]
    assets: int


class _Reads(Protocol):
    def read(self, size_bytes: int = ..., /) -> bytes:
        """Give the next bytes."""


def look_through(path: Path, key: BackupKey, now_ms: int) -> Unpacked:
    """Open a backup to its end, and write nothing.

    Raises KeyRefused("backup_key_other", path), StoreRefused: backup_unreadable, backup_damaged, backup_ended,
    folder_refused.
    """
    return _read(path, key, now_ms, lambda _name, content: _skip(content))


def unpack(path: Path, key: BackupKey, now_ms: int, stage: Path) -> Unpacked:
    """Write a backup's tables and sealed bytes into an empty folder, all of them on the disk when this returns.

    Raises as `look_through` does, and StoreRefused("disk_full", path).
    """
    try:
        (stage / BLOBS).mkdir(mode=0o700, parents=True)

        def write(name: str, content: _Reads) -> None:
            _write(stage / name, content)

        found = _read(path, key, now_ms, write)
        for folder in (stage / BLOBS, stage):
            sync(folder)
    except OSError as error:
        raise unusable(stage, error) from None
    return found


def is_unfinished(data: Path) -> bool:
    """Say whether a restore is under way here, or was interrupted."""
    return (data / MARK).exists() or (data / STAGE).exists()


def is_empty(data: Path) -> bool:
    """Say whether a data folder holds no tables and no sealed bytes."""
    blobs = data / "blobs"
    return not (data / TABLES).exists() and not (blobs.exists() and any(blobs.iterdir()))


def stage_in(data: Path) -> Path:
    """Give where a backup is unpacked; what an earlier restore left there is removed. Raises StoreRefused."""
    stage = data / STAGE
    try:
        if stage.exists():
            shutil.rmtree(stage)
    except OSError as error:
        raise unusable(stage, error) from None
    return stage


def put_in_place(data: Path) -> None:
    """Put what was unpacked in the place of what is there, which is removed. Raises StoreRefused.

    From its first act on it can't be taken back, and is finished by whoever opens the folder next.
    """
    try:
        write_new(data / MARK, b"")
        _go_on(data)
    except OSError as error:
        raise unusable(data, error) from None


def finish(data: Path) -> None:
    """Finish what an interrupted restore began to put in place, or remove what it unpacked. Raises StoreRefused."""
    try:
        if (data / MARK).exists():
            _go_on(data)
        elif (data / STAGE).exists():
            shutil.rmtree(data / STAGE)
    except OSError as error:
        raise unusable(data, error) from None


def _go_on(data: Path) -> None:
    stage = data / STAGE
    for name in _OLD:
        (data / name).unlink(missing_ok=True)
    for name in _PUT:
        if (stage / name).exists():
            _remove(data / name)
            (stage / name).rename(data / name)
    sync(data)
    shutil.rmtree(stage, ignore_errors=True)
    (data / MARK).unlink()
    sync(data)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


class _Takes(Protocol):
    def __call__(self, name: str, content: _Reads, /) -> None:
        """Take one file of a backup."""


def _read(path: Path, key: BackupKey, now_ms: int, take: _Takes) -> Unpacked:
    with _opened(path) as file:
        opening = Opening(path, file, key)
        until_ms = opening.header.ends_at_ms
        if until_ms <= now_ms:
            opening.drain()
            raise StoreRefused("backup_ended", path=str(path))
        manifest, gone, assets = None, None, 0
        try:
            for name, content in _members(opening):
                match name:
                    case making.MANIFEST:
                        manifest = Manifest(**json.loads(content.read()))
                    case making.GONE:
                        gone = [AssetId(UUID(one)) for one in json.loads(content.read())]
                    case _:
                        take(_checked(name), content)
                        assets += name.startswith(BLOBS)
        except (tarfile.TarError, ValueError, TypeError):
            raise StoreRefused("backup_damaged", path=str(path)) from None
        opening.drain()
        if manifest is None or gone is None:
            raise StoreRefused("backup_damaged", path=str(path))
        return Unpacked(manifest, gone, assets)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        file = path.open("rb")
    except OSError as error:
        raise unusable(path, error) from None
    with file:
        yield file


def _members(opening: Opening) -> Iterator[tuple[str, _Reads]]:
    with tarfile.open(fileobj=cast("BinaryIO", opening), mode="r|") as archive:
        for one in archive:
            content = archive.extractfile(one)
            if content is not None:
                yield one.name, content


def _checked(name: str) -> str:
    """See that a file has a name of ours, and leads nowhere else. Raises ValueError."""
    if name == TABLES:
        return name
    folder, _, asset = name.rpartition("/")
    if f"{folder}/" != BLOBS or str(UUID(asset)) != asset:
        raise ValueError(name)
    return name


def _skip(content: _Reads) -> None:
    while content.read(READ_BYTES):
        pass


def _write(path: Path, content: _Reads) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as opened:
        while piece := content.read(READ_BYTES):
            opened.write(piece)
        opened.flush()
        os.fsync(descriptor)
