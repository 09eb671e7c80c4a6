"""Takes somebody else's paper as it was given, and reads it in a process of its own.

A paper comes from outside: it is data. What breaks a reader, or keeps it busy, breaks that process alone.
"""

import json
import os
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from knowledge.copies.letters import letters
from knowledge.copies.outline import Section
from knowledge.copies.refusing import Refused

FILE_LARGEST_MIB = 16
BYTES_MOST = FILE_LARGEST_MIB * 1024 * 1024
SECONDS_MOST = 60
ENDINGS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".txt": "text",
    ".jsonl": "divided",
}


@dataclass(frozen=True)
class Paper:
    """A paper before it is read. `charset` is what its server said, "" where nobody said."""

    kind: str
    content: bytes
    charset: str = ""


def from_file(path: Path) -> Paper:
    """Take a file. Raises Refused: paper_kind_unknown, paper_unreadable, paper_too_large."""
    kind = ENDINGS.get(path.suffix.lower())
    if kind is None:
        raise Refused("paper_kind_unknown", endings=" ".join(ENDINGS))
    return Paper(kind, _bytes(path))


def read(paper: Paper) -> tuple[Section, ...]:
    """Give a paper's sections in their order.

    Raises Refused, paper_ and: not_text, line_malformed, locked, too_many_pages, without_text, too_long, too_slow,
    broken.
    """
    content, kind = paper.content, paper.kind
    if kind != "pdf":
        content = letters(content, paper.charset, page=kind == "html").encode()
    try:
        done = subprocess.run(  # noqa: S603  our own Python, and a kind of ours
            [sys.executable, "-P", "-m", "knowledge.copies.parsing", kind],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(one or str(Path.cwd()) for one in sys.path), "PYTHONUTF8": "1"},
            timeout=SECONDS_MOST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused("paper_too_slow", seconds=SECONDS_MOST) from None
    if done.returncode:
        raise Refused("paper_broken", kind=kind)
    told = json.loads(done.stdout)
    if "refused" in told:
        raise Refused(told["refused"], **told["data"])
    return tuple(Section(number, text) for number, text in told["sections"])


def _bytes(path: Path) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Refused("paper_unreadable", problem="not a file")
            given = file.read(BYTES_MOST + 1)
    except OSError as error:
        raise Refused("paper_unreadable", problem=os.strerror(error.errno or 0)) from None
    if len(given) > BYTES_MOST:
        raise Refused("paper_too_large", most_mib=FILE_LARGEST_MIB)
    return given
