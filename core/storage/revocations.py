"""What may not be served any more: a sequence in a file, looked at before a chunk is served, at most every 250 ms."""

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from core.storage.files import OWNER_ONLY, append
from core.videos import AssetId

EVERY_S = 0.25
BLIND_AFTER_S = 1.0
"""A process that couldn't read the sequence for so long serves no private media."""


class RevocationSequence:
    """`Revocations` in a file of random ids, 16 bytes each.

    Begun anew at each start of the one serving process: what was revoked before is in no table any more, or the gate
    is closed to its video until the erasure that was begun is finished.
    """

    def __init__(self, path: Path, now_s: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing revoked."""
        self._path = path
        self._now_s = now_s
        self._revoked: set[AssetId] = set()
        self._read_bytes = 0
        self._read_at_s = now_s()
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, OWNER_ONLY))

    async def revoke(self, assets: Sequence[AssetId]) -> None:
        """Stop every stream of these assets: here at once, elsewhere at the next look."""
        self._revoked.update(assets)
        await asyncio.to_thread(append, self._path, b"".join(one.bytes for one in assets))

    def is_revoked(self, asset: AssetId) -> bool:
        """Ask before each chunk. True also when the sequence could not be read for 1 s."""
        if self._now_s() - self._read_at_s > EVERY_S:
            self.look()
        return asset in self._revoked or self._now_s() - self._read_at_s > BLIND_AFTER_S

    def look(self) -> None:
        """Read what was added. An unreadable sequence leaves the time of the last look as it is."""
        try:
            with self._path.open("rb") as opened:
                opened.seek(self._read_bytes)
                added = opened.read()
        except OSError:
            return
        whole = len(added) - len(added) % 16
        self._revoked.update(AssetId(UUID(bytes=added[at : at + 16])) for at in range(0, whole, 16))
        self._read_bytes += whole
        self._read_at_s = self._now_s()
