"""Which backups there may be: ids and times in a file beside the erasure journal, which is in no backup either."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from core.errors import StoreRefused
from core.ports import Clock
from core.storage.backups.shelf import unusable
from core.storage.files import append, write_new


@dataclass(frozen=True)
class Note:
    """One backup. Times are UTC milliseconds."""

    id: str
    made_at_ms: int
    ends_at_ms: int


class BackupNotes:
    """`Backups` of receipts, in a file: a note is written before its backup reads anything.

    So none holds what somebody was told is in no backup.
    """

    paper = "hushreel-privacy/4.5"
    """The clause that says how long a backup is good for."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Name the file; it is made by the first backup."""
        self._path = path
        self._clock = clock

    def add(self, note: Note) -> None:
        """Keep a note, on the disk when this returns; those of ended backups go. Raises StoreRefused."""
        noted = self.noted()
        now_ms = self._clock.now_ms()
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._is_torn() or any(one.ends_at_ms <= now_ms for one in noted):
                kept = [one for one in noted if one.ends_at_ms > now_ms]
                write_new(self._path, b"".join(_line(one) for one in (*kept, note)))
            elif note not in noted:
                append(self._path, _line(note))
        except OSError as error:
            raise unusable(self._path, error) from None

    def noted(self) -> list[Note]:
        """Give every note, the oldest first; a line that a power cut tore is nobody's. Raises StoreRefused."""
        try:
            lines = self._path.read_text("ascii", "replace").splitlines() if self._path.exists() else []
        except OSError as error:
            raise unusable(self._path, error) from None
        return [one for one in map(_read, lines) if one is not None]

    def _is_torn(self) -> bool:
        """Say whether a line that is added would not be one of its own: there is no file, or its last one was torn."""
        return not self._path.exists() or not self._path.read_bytes().endswith(b"\n")

    def newest_end_ms(self) -> int | None:
        """Give when the last backup ends that may hold what is erased now (UTC ms); None when there is none."""
        now_ms = self._clock.now_ms()
        try:
            ends = [one.ends_at_ms for one in self.noted() if one.ends_at_ms > now_ms]
        except StoreRefused:
            return now_ms + LASTS_MS
        return max(ends, default=None)


LASTS_MS = 30 * 24 * 3_600_000
"""How long a backup is good for at most: nothing puts back an older one. Our policy names the same figure."""


def _line(note: Note) -> bytes:
    return json.dumps(asdict(note)).encode("ascii") + b"\n"


def _read(line: str) -> Note | None:
    try:
        told = json.loads(line)
        return Note(str(told["id"]), int(told["made_at_ms"]), int(told["ends_at_ms"]))
    except (ValueError, KeyError, TypeError):
        return None
