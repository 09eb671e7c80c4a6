"""One serving process a data folder, held by a lock that dies with its process."""

import fcntl
import os
from pathlib import Path

from core.errors import StoreRefused

_LOCKS = Path("/proc/locks")


class ServingLock:
    """The lock on a data folder."""

    def __init__(self, path: Path) -> None:
        """Name the lock's file."""
        self._path = path
        self._fd = -1

    def take(self) -> None:
        """Take the lock. Raises StoreRefused("already_serving", path) while another process has it."""
        self._fd = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.release()
            raise StoreRefused("already_serving", path=str(self._path.parent)) from None

    def release(self) -> None:
        """Give the lock back; safe to call twice."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def served_by(path: Path) -> int | None:
    """Name the process that has the lock, without touching it; None when none has, as far as this account sees."""
    try:
        about = path.stat()
    except OSError:
        return None
    wanted = f"{os.major(about.st_dev):02x}:{os.minor(about.st_dev):02x}:{about.st_ino}"
    for line in _LOCKS.read_text("ascii").splitlines():
        _, kind, _, mode, pid, file, *_ = line.replace("-> ", "").split()
        if (kind, mode, file) == ("FLOCK", "WRITE", wanted):
            return int(pid)
    return None
