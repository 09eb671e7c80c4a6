"""What may not be served any more: a sequence in a file, looked at before a chunk is served, at most every 250 ms."""

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from core.aging import REVOKED_MS
from core.storage.files import OWNER_ONLY, append, write_new
from core.videos import AssetId

EVERY_S = 0.25
BLIND_AFTER_S = 0.6
"""A process that couldn't read the sequence, or lost its database, for so long serves no private media: with a look of
whoever streams every 250 ms that is within 1 s of the loss."""

_ID_BYTES = 16


class RevocationSequence:
    """`Revocations` in a file of random ids, 16 bytes each.

    Begun anew at each start of the one serving process: what was revoked before is in no table any more, or the gate
    is closed to its video until the erasure that was begun is finished. For the same reason an id is forgotten after
    a day.
    """

    def __init__(
        self,
        path: Path,
        now_s: Callable[[], float] = time.monotonic,
        *,
        database: Path | None = None,
        anew: bool = True,
    ) -> None:
        """Begin `anew` with nothing revoked, or beside the process that serves with what it revoked.

        Where the file `database` is gone or another one, this counts as unreadable.
        """
        self._path = path
        self._now_s = now_s
        self._revoked: dict[AssetId, float] = {}
        self._read_bytes = 0
        self._read_at_s = now_s()
        self._writing = asyncio.Lock()
        self._database = database
        self._database_was = None if database is None else _inode(database)
        if anew:
            write_new(path, b"")  # another file: who reads the earlier one on sees that, however long this one gets
        else:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, OWNER_ONLY))
        self._file_was = _inode(path)
        if not anew:
            self.look()

    async def revoke(self, assets: Sequence[AssetId]) -> None:
        """Stop every stream of these assets: here at once, elsewhere at the next look."""
        self._note(assets)
        async with self._writing:
            await asyncio.to_thread(append, self._path, b"".join(one.bytes for one in assets))

    async def forget_old(self) -> int:
        """Forget what was revoked more than a day ago, and whose bytes are long gone; gives how many that were."""
        before_s = self._now_s() - REVOKED_MS / 1_000
        async with self._writing:
            old = {asset for asset, at_s in self._revoked.items() if at_s < before_s}
            if old:
                kept = [asset.bytes for asset in self._revoked if asset not in old]
                await asyncio.to_thread(write_new, self._path, b"".join(kept))
            for asset in old:
                del self._revoked[asset]
        return len(old)

    def is_revoked(self, asset: AssetId) -> bool:
        """Ask before each chunk. True also when the sequence could not be read for `BLIND_AFTER_S`."""
        if self._now_s() - self._read_at_s > EVERY_S:
            self.look()
        return asset in self._revoked or self._now_s() - self._read_at_s > BLIND_AFTER_S

    def look(self) -> None:
        """Read what was added. Where it can't be read, or the database is lost, the last look's time stays."""
        try:
            if self._database is not None and _inode(self._database) != self._database_was:
                return
            with self._path.open("rb") as opened:
                self._begin_anew_in(os.fstat(opened.fileno()))
                opened.seek(self._read_bytes)
                added = opened.read()
        except OSError:
            return
        whole = len(added) - len(added) % _ID_BYTES
        self._note([AssetId(UUID(bytes=added[at : at + _ID_BYTES])) for at in range(0, whole, _ID_BYTES)])
        self._read_bytes += whole
        self._read_at_s = self._now_s()

    def _begin_anew_in(self, opened: os.stat_result) -> None:
        """Read from the beginning where the file was written anew: it holds what is not forgotten yet."""
        if (opened.st_dev, opened.st_ino) != self._file_was or opened.st_size < self._read_bytes:
            self._file_was, self._read_bytes = (opened.st_dev, opened.st_ino), 0

    def _note(self, assets: Sequence[AssetId]) -> None:
        for asset in assets:
            self._revoked.setdefault(asset, self._now_s())


def _inode(path: Path) -> tuple[int, int]:
    """Say which file stands at a path, without opening it: closing a database's file would end its locks."""
    found = path.stat()
    return found.st_dev, found.st_ino
