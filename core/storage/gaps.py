"""Copies that SQLite leaves behind in its own pages, and how they are blanked.

`secure_delete` blanks what is deleted. But when SQLite moves rows between pages to balance a tree, it writes those
pages anew, and what stood in the middle of one, between the list of its cells and the cells themselves, stays as it
was: a copy of rows that are elsewhere now. Deleting those rows later blanks them where they are, and not the copy.
SQLite never reads that middle, so that it may be blanked at any time (sqlite.org/fileformat2.html, 1.6).
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_FILE_HEADER = 100
_KINDS = frozenset({2, 5, 10, 13})
"""Pages of trees: inner ones of an index and of a table, and their leaves. Pages of long values begin with 0."""

_INNER = frozenset({2, 5})
_LARGEST_PAGE = 65_536
_LONGEST_PAGES = 1 << 24
"""In a longer file a page of a long value could begin as one of a tree does."""

_WAL_HEADER, _FRAME_HEADER = 32, 24
_AT_ONCE = 256
_LOOKED_AT_ONCE = 1_024
"""Writers wait for so many pages: some milliseconds."""


class Gaps:
    """The middles of a database file's pages. It is opened once: to close it would end SQLite's locks on it.

    Pages are looked at once they were written: those that stand in the write-ahead log. Where somebody else began it
    anew, and at first, all of them are. Nobody of this program empties or begins a log by chance: SQLite's own
    checkpoints are off, and `Database` makes them after a look.
    """

    def __init__(self, path: Path) -> None:
        """Name the file."""
        self._path = path
        self._fd: int | None = None
        self._salts = b""
        self._seen_bytes = 0
        self._todo: set[int] | None = None
        self.frames = 0

    @property
    def is_done(self) -> bool:
        """Say whether no page is left to be looked at."""
        return self._todo is not None and not self._todo

    @property
    def to_look_at(self) -> frozenset[int] | None:
        """Give the pages that are left; None for all."""
        return None if self._todo is None else frozenset(self._todo)

    def before_writing(self) -> None:
        """Note the pages that stand in the log. Called otherwise than it was left, it was begun anew by others."""
        self._look(is_ours=False)

    def after_writing(self) -> None:
        """Note the pages that we wrote: into the log that was there, or into one that SQLite began for it."""
        self._look(is_ours=True)

    def after_blanking(self) -> None:
        """Know the log that was begun with the file's first page, which holds the schema and nobody's rows."""
        self._look(is_ours=True)
        if self._todo is not None:
            self._todo.discard(1)

    def blank_some(self) -> int:
        """Blank the middles of some pages that are to be looked at, on the disk too; gives how many held anything.

        Whoever calls holds SQLite's write lock, and the log is empty: a page that was written meanwhile would be torn.
        """
        count, size = self._shape()
        if self._todo is None:
            self._todo = set(range(1, count + 1))
        looked = sorted(self._todo)[:_LOOKED_AT_ONCE]
        filled = [one for one in self._read([one for one in looked if one <= count], size) if _is_filled(*one)]
        for number, page in filled:
            start, end = _middle(number, page)
            os.pwrite(self._file, bytes(end - start), (number - 1) * size + start)
        if filled:
            os.fdatasync(self._file)
        self._todo.difference_update(looked)
        return len(filled)

    def log_is_empty(self) -> bool:
        """Say whether every page is in the file itself."""
        with suppress(FileNotFoundError):
            return self._log_path.stat().st_size == 0
        return True

    def close(self) -> None:
        """Close it, when nothing of this process has the database open any more."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    @property
    def _file(self) -> int:
        if self._fd is None:
            self._fd = os.open(self._path, os.O_RDWR | os.O_CLOEXEC)
        return self._fd

    @property
    def _log_path(self) -> Path:
        return self._path.with_name(f"{self._path.name}-wal")

    def _shape(self) -> tuple[int, int]:
        """Give how many pages there are, and their size in bytes; none of a file that is too long to tell."""
        header = os.pread(self._file, _FILE_HEADER, 0)
        size = int.from_bytes(header[16:18], "big")
        size = _LARGEST_PAGE if size == 1 else size
        count = os.fstat(self._file).st_size // size if size else 0
        return (count if count < _LONGEST_PAGES else 0), size

    def _read(self, pages: Iterable[int], size: int) -> Iterator[tuple[int, bytes]]:
        """Read pages, those that follow each other together."""
        run: list[int] = []
        for number in pages:
            if run and (number != run[-1] + 1 or len(run) == _AT_ONCE):
                yield from self._run(run, size)
                run = []
            run.append(number)
        if run:
            yield from self._run(run, size)

    def _run(self, run: list[int], size: int) -> Iterator[tuple[int, bytes]]:
        content = os.pread(self._file, len(run) * size, (run[0] - 1) * size)
        for place, number in enumerate(run):
            yield number, content[place * size : (place + 1) * size]

    def _look(self, *, is_ours: bool) -> None:
        """Note the pages of frames that weren't seen; the log's salts are others each time it is begun anew."""
        header, log = b"", None
        with suppress(FileNotFoundError):
            log = os.open(self._log_path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            if log is not None:
                header = os.pread(log, _WAL_HEADER, 0)
            if header[16:24] != self._salts:
                self._salts, self._seen_bytes, self.frames = header[16:24], _WAL_HEADER, 0
                if not is_ours:
                    self._todo = None
            if log is not None and header:
                self._note(log, _FRAME_HEADER + int.from_bytes(header[8:12], "big"))
        finally:
            if log is not None:
                os.close(log)

    def _note(self, log: int, frame_bytes: int) -> None:
        """Note frames up to the last commit; what stands behind it is written over by the next one."""
        pages, at = set(), self._seen_bytes
        while len(frame := os.pread(log, _FRAME_HEADER, at)) == _FRAME_HEADER and frame[8:16] == self._salts:
            pages.add(int.from_bytes(frame[:4], "big"))
            at += frame_bytes
            if any(frame[4:8]):
                self.frames += (at - self._seen_bytes) // frame_bytes
                self._seen_bytes = at
        if self._todo is not None:
            self._todo.update(pages)


def _middle(number: int, page: bytes) -> tuple[int, int]:
    """Give where the middle of a page begins and ends; nowhere for one that is of no tree."""
    start = _FILE_HEADER if number == 1 else 0
    if len(page) <= start + 12 or page[start] not in _KINDS:
        return 0, 0
    cells = int.from_bytes(page[start + 3 : start + 5], "big")
    end = int.from_bytes(page[start + 5 : start + 7], "big") or _LARGEST_PAGE
    begin = start + (12 if page[start] in _INNER else 8) + 2 * cells
    return (begin, end) if begin < end <= len(page) else (0, 0)


def _is_filled(number: int, page: bytes) -> bool:
    start, end = _middle(number, page)
    return page.count(0, start, end) != end - start
