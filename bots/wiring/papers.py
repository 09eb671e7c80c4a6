"""What the operator does with their own copies of other people's papers."""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote

from bots.settings import Settings
from core.errors import OperatorError
from knowledge.clauses import OURS, clauses, documents
from knowledge.copies.checking import Change, Finding, State, changes, check, resting_on
from knowledge.copies.keeping import UNDATED, Copy, Damaged, is_version, keep, kept, newest
from knowledge.copies.parsing import Refused
from knowledge.copies.reading import read

PAPERS = "papers"


class PaperRefused(OperatorError):
    """A copy of a paper can't be taken, or one that was kept can't be read any more. data: path."""


@dataclass(frozen=True)
class Given:
    """A file that the operator gives as a copy of a paper. `version` is "" where they didn't say."""

    path: Path
    document: str
    version: str
    copied: date


@dataclass(frozen=True)
class Added:
    """What became of a copy: what it makes of our facts, and what changed since the one `before` it.

    `videos` counts what is here by each route that rests on the paper.
    """

    copy: Copy
    findings: tuple[Finding, ...]
    before: Copy | None
    changed: tuple[Change, ...]
    videos: Mapping[str, int]


def add(settings: Settings, given: Given) -> Added:
    """Keep a copy of a paper beside the earlier ones, and hold our facts against it. Raises PaperRefused."""
    version = _version(given)
    try:
        copy = Copy(given.document, version, given.copied.isoformat(), read(given.path))
    except Refused as refused:
        raise PaperRefused(refused.code, path=given.path, **refused.data) from None
    folder = settings.data_dir / PAPERS
    earlier = [one for one in copies(settings, given.document) if one.age != copy.age]
    before = max((one for one in earlier if one.age < copy.age), key=lambda one: one.age, default=None)
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        keep(folder, copy)
    except OSError as error:
        raise PaperRefused("paper_not_kept", path=folder, problem=os.strerror(error.errno or 0)) from None
    changed = tuple(changes(before, copy)) if before else ()
    return Added(copy, check(copy), before, changed, _videos(settings, resting_on(given.document)))


def copies(settings: Settings, document: str = "*") -> tuple[Copy, ...]:
    """Give the copies that were added of a document, or of all. Raises PaperRefused."""
    try:
        return kept(settings.data_dir / PAPERS, document)
    except Damaged as damaged:
        raise PaperRefused("paper_kept_damaged", path=damaged.path) from None


def contradictions(settings: Settings) -> tuple[Finding, ...]:
    """Give each fact of ours that the newest copy of its version contradicts. Raises PaperRefused."""
    found = (finding for copy in newest(copies(settings)) for finding in check(copy))
    return tuple(one for one in found if one.state is State.CONTRADICTED)


def _version(given: Given) -> str:
    """Name the version; left out it is "undated", where we know the paper so."""
    known = tuple(one for one in documents() if one not in OURS)
    if given.document not in known:
        raise PaperRefused("paper_unknown", document=given.document, known=", ".join(known))
    versions = sorted({one.version for one in clauses().values() if one.document == given.document})
    if not given.version and UNDATED not in versions:
        raise PaperRefused("paper_version_missing", document=given.document, known=", ".join(versions))
    if given.version and not is_version(given.version):
        raise PaperRefused("paper_version_malformed", given=given.version)
    return given.version or UNDATED


def _videos(settings: Settings, routes: tuple[str, ...]) -> dict[str, int]:
    """Count the videos of each route; none where there is no database yet."""
    counted = dict.fromkeys(routes, 0)
    file = settings.data_dir / "hushreel.db"
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file.absolute()))}?mode=ro", uri=True)) as reading:
            rows = reading.execute("SELECT route, count(*) FROM videos GROUP BY route").fetchall()
    except sqlite3.Error:
        return counted
    return counted | {route: count for route, count in rows if route in counted}
