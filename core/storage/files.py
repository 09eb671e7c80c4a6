"""Small files that outlive a power cut: written whole or not at all, and on the disk before anybody relies on them."""

import os
from pathlib import Path

OWNER_ONLY = 0o600


def write_new(file: Path, content: bytes) -> None:
    """Write a file that only this account opens. Raises OSError, and then an earlier content is still there."""
    draft = file.with_name(f".{file.name}.new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as opened:
        os.fchmod(descriptor, OWNER_ONLY)
        opened.write(content)
        opened.flush()
        os.fsync(descriptor)
    draft.replace(file)
    sync(file.parent)


def append(file: Path, content: bytes) -> None:
    """Add bytes at the end of a file that is there: all of them or none. Raises OSError."""
    descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC)
    before_bytes = os.fstat(descriptor).st_size
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, before_bytes)
        raise
    finally:
        os.close(descriptor)


def sync(path: Path) -> None:
    """Bring a file's bytes, or the names in a folder, to the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
