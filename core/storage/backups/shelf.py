"""A folder with backups: what they are called, which are there, and which have to go."""

import errno
import fcntl
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from core.errors import StoreRefused
from core.storage.backups.parcel import Header, header_of
from core.storage.files import OWNER_ONLY, sync

SUFFIX = ".backup"
_DRAFT = re.compile(r"\.hushreel-[0-9a-f]{32}\.part")


@dataclass(frozen=True)
class Kept:
    """A backup as it lies there."""

    path: Path
    header: Header
    size_bytes: int


def name_of(backup: UUID, made_at_ms: int) -> str:
    """Give a backup's name: when it was made (UTC), and a piece of its id."""
    made = datetime.fromtimestamp(made_at_ms / 1000, UTC)
    return f"hushreel-{made:%Y%m%dT%H%M%SZ}-{backup.hex[-4:]}{SUFFIX}"


def kept_in(folder: Path) -> Sequence[Kept]:
    """Give the backups of a folder, the oldest first; what is only called so is left out.

    Raises StoreRefused("folder_refused", path, problem).
    """
    found = []
    for path in _entries(folder):
        if path.suffix == SUFFIX:
            try:
                found.append(Kept(path, header_of(path), path.stat().st_size))
            except (StoreRefused, OSError):
                continue
    return sorted(found, key=lambda one: (one.header.made_at_ms, one.path.name))


def remove_ended(folder: Path, now_ms: int) -> Sequence[Kept]:
    """Remove the backups of a folder whose end has passed; gives them. Raises StoreRefused("folder_refused")."""
    ended = [one for one in kept_in(folder) if one.header.ends_at_ms <= now_ms]
    try:
        for one in ended:
            one.path.unlink(missing_ok=True)
        if ended:
            sync(folder)
    except OSError as error:
        raise unusable(folder, error) from None
    return ended


def remove_drafts(folder: Path) -> None:
    """Remove what backups that were killed left half-written; one that is being written is locked, and stays."""
    for path in _entries(folder):
        if _DRAFT.fullmatch(path.name) and not _is_written(path):
            path.unlink(missing_ok=True)


def _is_written(path: Path) -> bool:
    try:
        with path.open("rb") as opened:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


@contextmanager
def drafted(target: Path, backup: UUID) -> Iterator[BinaryIO]:
    """Give a file to write; at the end of the block it is on the disk under its name, after an error nothing is.

    Raises StoreRefused: backup_exists, disk_full, folder_refused.
    """
    draft = target.with_name(f".hushreel-{backup.hex}.part")
    if target.exists():
        raise StoreRefused("backup_exists", path=str(target))
    try:
        descriptor = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, OWNER_ONLY)
        try:
            with os.fdopen(descriptor, "wb") as opened:
                fcntl.flock(opened, fcntl.LOCK_EX)
                yield opened
                opened.flush()
                os.fsync(opened.fileno())
                draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
        sync(target.parent)
    except OSError as error:
        raise unusable(target.parent, error) from None


def unusable(path: Path, error: OSError) -> StoreRefused:
    """Say why a folder can't be used, in the operator's words."""
    if error.errno == errno.ENOSPC:
        return StoreRefused("disk_full", path=str(path))
    return StoreRefused("folder_refused", path=str(path), problem=os.strerror(error.errno or 0))


def _entries(folder: Path) -> Sequence[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise unusable(folder, error) from None
