"""One serving process a data folder, held by a lock that dies with its process."""

import fcntl
import os
from pathlib import Path

from core.errors import StoreRefused


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
