"""What the operator does with their own copies of other people's papers."""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from bots.settings import Settings
from core.errors import OperatorError
from knowledge.clauses import OURS, clauses, documents
from knowledge.copies.checking import Change, Finding, State, changes, check, outdated, resting_on
from knowledge.copies.keeping import UNDATED, Copy, Damaged, is_version, keep, kept, newest
from knowledge.copies.reading import Paper, from_file, read
from knowledge.copies.refusing import Refused

if TYPE_CHECKING:
    from bots.wiring.fetching import Reach

PAPERS = "papers"


class PaperRefused(OperatorError):
    """A copy of a paper can't be taken, or one that was kept can't be read any more. data: path or address."""


@dataclass(frozen=True)
class Given:
    """What the operator gives as a copy of a paper: a file, or an address. `version` is "" where they didn't say."""

    source: str
    document: str
    version: str
    copied: date


@dataclass(frozen=True)
class Added:
    """What became of a copy: what it makes of our facts, and what changed since the one `before` it.

    `videos` counts what is here by each route that rests on the paper; None where that can't be known.
    """

    copy: Copy
    findings: tuple[Finding, ...]
    before: Copy | None
    changed: tuple[Change, ...]
    videos: Mapping[str, int] | None


async def add(settings: Settings, given: Given, reach: "Reach | None" = None) -> Added:
    """Keep a copy of a paper beside the earlier ones, and hold our facts against it. Raises PaperRefused."""
    version = _version(given)
    try:
        sections = read(await _paper(given.source, reach))
    except Refused as refused:
        raise PaperRefused(refused.code, path=given.source, **refused.data) from None
    copy = Copy(given.document, version, given.copied.isoformat(), sections)
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


async def _paper(source: str, reach: "Reach | None") -> Paper:
    """Take a file, or fetch an address. Raises Refused."""
    if "://" not in source:
        return from_file(Path(source))
    from bots.wiring.fetching import Reach, fetch  # noqa: PLC0415  starts the web's library

    return await fetch(source, reach or Reach())


def copies(settings: Settings, document: str = "*") -> tuple[Copy, ...]:
    """Give the copies that were added of a document, or of all. Raises PaperRefused."""
    try:
        return kept(settings.data_dir / PAPERS, document)
    except Damaged as damaged:
        if damaged.problem:
            raise PaperRefused("paper_kept_unreadable", path=damaged.path, problem=damaged.problem) from None
        raise PaperRefused("paper_kept_damaged", path=damaged.path) from None


def contradictions(settings: Settings) -> tuple[Finding, ...]:
    """Give each fact of ours that the newest copy of its version contradicts. Raises PaperRefused."""
    found = (finding for copy in newest(copies(settings)) for finding in check(copy))
    return tuple(one for one in found if one.state is State.CONTRADICTED)


def overtaken(settings: Settings) -> tuple[Finding, ...]:
    """Give each fact of ours that a copy of a later version doesn't bear out any more. Raises PaperRefused."""
    return tuple(outdated(copies(settings)))


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


def _videos(settings: Settings, routes: tuple[str, ...]) -> dict[str, int] | None:
    """Count the videos of each route; None where a database is there and can't be read."""
    counted = dict.fromkeys(routes, 0)
    file = settings.data_dir / "hushreel.db"
    if not file.exists():
        return counted
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file.absolute()))}?mode=ro", uri=True)) as reading:
            rows = reading.execute("SELECT route, count(*) FROM videos GROUP BY route").fetchall()
    except sqlite3.Error:
        return None
    return counted | {route: count for route, count in rows if route in counted}
