"""The operator's copies of other people's papers, in a folder: a file for each copy, versions apart."""

import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.copies.outline import Section

UNDATED = "undated"
_VERSION = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.-]{0,30}[0-9A-Za-z])?")


class Damaged(Exception):
    """A kept copy that can't be read any more; `path` says which, `problem` why ("" for one that isn't a copy)."""

    def __init__(self, path: Path, problem: str = "") -> None:
        """Name the file."""
        super().__init__(str(path))
        self.path = path
        self.problem = problem


@dataclass(frozen=True)
class Copy:
    """The text of one version of a paper, as the operator had it on the day `copied` (ISO 8601)."""

    document: str
    version: str
    copied: str
    sections: tuple[Section, ...]

    @property
    def age(self) -> tuple[bool, str, str]:
        """What copies of a paper are ordered by: a paper without a date comes first."""
        return self.version != UNDATED, self.version, self.copied


def is_version(given: str) -> bool:
    """Say whether something can be the name of a version: letters, digits, dots and hyphens."""
    return _VERSION.fullmatch(given) is not None


def keep(folder: Path, copy: Copy) -> Path:
    """Write a copy; another of the same version and day is replaced. A crash leaves the old one. Raises OSError."""
    place = folder / copy.document
    for one in (folder, place):
        one.mkdir(mode=0o700, exist_ok=True)
    path = place / f"{copy.version}@{copy.copied}.json"
    sections = [(one.number, one.text) for one in copy.sections]
    written = path.with_suffix(".new")
    written.unlink(missing_ok=True)
    with os.fdopen(os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600), "wb") as file:
        file.write(json.dumps({"sections": sections}, ensure_ascii=False).encode())
        file.flush()
        os.fsync(file.fileno())
    written.replace(path)
    return path


def kept(folder: Path, document: str = "*") -> tuple[Copy, ...]:
    """Give the copies of a document, or of all, the oldest version first. Raises Damaged."""
    found = (_read(path) for path in folder.glob(f"{document}/*@*.json"))
    return tuple(sorted(found, key=lambda one: (one.document, one.age)))


def newest(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """Of each version of each paper give the copy of the latest day."""
    return tuple({(one.document, one.version): one for one in sorted(copies, key=lambda one: one.copied)}.values())


def latest(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """Of each paper give the copy of the latest version, of its latest day."""
    return tuple({one.document: one for one in sorted(copies, key=lambda one: one.age)}.values())


def _read(path: Path) -> Copy:
    version, _, copied = path.stem.rpartition("@")
    try:
        date.fromisoformat(copied)
        rows = json.loads(path.read_text("utf-8"))["sections"]
        sections = tuple(Section(str(number), str(text)) for number, text in rows)
    except OSError as error:
        raise Damaged(path, os.strerror(error.errno or 0)) from None
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Damaged(path) from None
    return Copy(path.parent.name, version, copied, sections)
