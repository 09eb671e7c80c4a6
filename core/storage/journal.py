"""The erasure journal: which random ids were erased, outside the data folder and its backups.

Each line holds a time, ids, and a hash over itself and the line before (SHA-256), so that a line that was taken out or
changed shows. A line that a power cut tore is dropped at the next start: nobody was told of it yet.
"""

import asyncio
import json
import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from core.errors import KeyRefused, StoreRefused
from core.ports import Clock
from core.storage.files import OWNER_ONLY, append, sync

_START = "0" * 64


@dataclass(frozen=True)
class Mark:
    """How far a journal went: how many whole lines it had, and the hash that the last one carried."""

    lines: int = 0
    chain: str = _START


class ErasureJournal:
    """`Journal` in a file."""

    def __init__(self, path: Path, data_dir: Path, clock: Clock) -> None:
        """Open or begin the journal and mend a torn last line.

        Raises KeyRefused("journal_inside_data", path), StoreRefused: journal_changed, folder_refused.
        """
        _placed(path, data_dir)
        self._path = path
        self._clock = clock
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=OWNER_ONLY)
            sync(path.parent)
            self._last = self._mend()
        except OSError as error:
            raise _unusable(path, error) from None

    async def append(self, ids: Sequence[UUID]) -> None:
        """Write ids and fsync before returning. Raises OSError, and then nothing may be called erased."""
        await asyncio.to_thread(self._append, [str(one) for one in ids])

    def read(self) -> list[UUID]:
        """Give every id, for a restore to erase again."""
        lines = self._path.read_text("ascii").splitlines()
        return [UUID(one) for line in lines for one in json.loads(line)["ids"]]

    def holds(self, mark: Mark) -> bool:
        """Say whether it went on from a mark: one that didn't was cut, or is another one, or an old copy."""
        lines = self._path.read_text("ascii").splitlines()[: mark.lines]
        return len(lines) == mark.lines and mark.chain == (json.loads(lines[-1])["chain"] if lines else _START)

    def _append(self, ids: list[str]) -> None:
        with self._lock:
            told = {"at_ms": self._clock.now_ms(), "ids": ids}
            mark = _chained(self._last, told)
            append(self._path, (json.dumps(told | {"chain": mark}) + "\n").encode("ascii"))
            self._last = mark

    def _mend(self) -> str:
        content = self._path.read_bytes()
        whole = content[: content.rfind(b"\n") + 1]
        if whole != content:
            os.truncate(self._path, len(whole))
        return _last_of(self._path, whole)


def whole(path: Path, data_dir: Path) -> bool | None:
    """Look at a journal and change nothing: whether its last line is whole; None where there is none.

    Raises as `ErasureJournal` does.
    """
    _placed(path, data_dir)
    try:
        content = path.read_bytes() if path.exists() else None
    except OSError as error:
        raise _unusable(path, error) from None
    if content is None:
        return None
    kept = content[: content.rfind(b"\n") + 1]
    _last_of(path, kept)
    return kept == content


def mark_of(path: Path, data_dir: Path) -> Mark:
    """Give how far a journal is now, beside a process that writes it, and change nothing.

    Raises as `ErasureJournal` does.
    """
    _placed(path, data_dir)
    try:
        content = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise _unusable(path, error) from None
    kept = content[: content.rfind(b"\n") + 1]
    return Mark(kept.count(b"\n"), _last_of(path, kept))


def _placed(path: Path, data_dir: Path) -> None:
    if path.resolve().is_relative_to(data_dir.resolve()):
        raise KeyRefused("journal_inside_data", path=str(path))


def _unusable(path: Path, error: OSError) -> StoreRefused:
    return StoreRefused("folder_refused", path=str(path), problem=os.strerror(error.errno or 0))


def _last_of(path: Path, content: bytes) -> str:
    """Follow the chain to its end. Raises StoreRefused("journal_changed", path)."""
    last = _START
    for line in content.splitlines():
        try:
            told = json.loads(line)
            given = told.pop("chain")
        except (ValueError, KeyError, AttributeError, TypeError):
            raise StoreRefused("journal_changed", path=str(path)) from None
        if given != _chained(last, told):
            raise StoreRefused("journal_changed", path=str(path))
        last = given
    return last


def _chained(last: str, told: dict[str, object]) -> str:
    return sha256((last + json.dumps(told, sort_keys=True)).encode()).hexdigest()
