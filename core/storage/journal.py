"""The erasure journal: which random ids were erased, outside the data folder and its backups.

Each line holds a time, ids, and a hash over itself and the line before (SHA-256), so that a line that was taken out or
changed shows. A line that a power cut tore is dropped at the next start: nobody was told of it yet. A chain alone
doesn't show that lines are missing at its end: the database keeps how far it had come, and each receipt does.
"""

import asyncio
import json
import os
import threading
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from core.errors import KeyRefused, StoreRefused
from core.ports import Clock
from core.receipts import Position
from core.storage.files import OWNER_ONLY, append, sync

_START = "0" * 64


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
            self._at = self._mend()
        except OSError as error:
            raise _unusable(path, error) from None

    async def append(self, ids: Sequence[UUID]) -> Position:
        """Write ids and fsync before returning; says how far the journal has come by that.

        Raises OSError, and then nothing may be called erased.
        """
        return await asyncio.to_thread(self._append, [str(one) for one in ids])

    @property
    def position(self) -> Position:
        """Give how far the journal has come."""
        return self._at

    def check(self, known: Position | None) -> None:
        """Compare with how far the journal is known to have come. Raises StoreRefused("journal_changed", path)."""
        check(self._path, known)

    def read(self) -> list[UUID]:
        """Give every id, for a restore to erase again."""
        lines = self._path.read_text("ascii").splitlines()
        return [UUID(one) for line in lines for one in json.loads(line)["ids"]]

    def _append(self, ids: list[str]) -> Position:
        with self._lock:
            told = {"at_ms": self._clock.now_ms(), "ids": ids}
            mark = _chained(self._at.head, told)
            append(self._path, (json.dumps(told | {"chain": mark}) + "\n").encode("ascii"))
            self._at = Position(self._at.lines + 1, mark)
            return self._at

    def _mend(self) -> Position:
        content = self._path.read_bytes()
        whole = content[: content.rfind(b"\n") + 1]
        if whole != content:
            os.truncate(self._path, len(whole))
        return _followed(self._path, whole)[-1]


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
    _followed(path, kept)
    return kept == content


def check(path: Path, known: Position | None) -> None:
    """Compare a journal, changing nothing, with how far it is known to have come; None where nobody knows.

    Raises StoreRefused: journal_changed for one that is shorter, or was another one at that line; folder_refused.
    """
    if known is None:
        return
    try:
        content = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise _unusable(path, error) from None
    places = _followed(path, content[: content.rfind(b"\n") + 1])
    if known.lines >= len(places) or places[known.lines] != known:
        raise StoreRefused("journal_changed", path=str(path))


def laid_aside(path: Path) -> Path:
    """Give a journal another name, so that the next start begins one of its own; gives where it lies now.

    Raises StoreRefused("folder_refused", path, problem).
    """
    number = 1
    while (aside := path.with_name(f"{path.name}.{number}")).exists():
        number += 1
    try:
        if path.exists():
            path.rename(aside)
            sync(path.parent)
    except OSError as error:
        raise _unusable(path, error) from None
    return aside


def _placed(path: Path, data_dir: Path) -> None:
    if path.resolve().is_relative_to(data_dir.resolve()):
        raise KeyRefused("journal_inside_data", path=str(path))


def _unusable(path: Path, error: OSError) -> StoreRefused:
    return StoreRefused("folder_refused", path=str(path), problem=os.strerror(error.errno or 0))


def _followed(path: Path, content: bytes) -> list[Position]:
    """Follow the chain to its end; gives each place on the way. Raises StoreRefused("journal_changed", path)."""
    places = [Position(0, _START)]
    for line in content.splitlines():
        try:
            told = json.loads(line)
            given = told.pop("chain")
        except (ValueError, KeyError, AttributeError, TypeError):
            raise StoreRefused("journal_changed", path=str(path)) from None
        if given != _chained(places[-1].head, told):
            raise StoreRefused("journal_changed", path=str(path))
        places.append(Position(places[-1].lines + 1, given))
    return places


def _chained(last: str, told: dict[str, object]) -> str:
    return sha256((last + json.dumps(told, sort_keys=True)).encode()).hexdigest()
