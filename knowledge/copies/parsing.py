"""What runs in the process that reads a paper: `python -m knowledge.copies.parsing KIND` takes it on standard input.

It writes {"sections": [[number, text], ...]} or {"refused": code, "data": {...}}; its time and memory are limited.
"""

import io
import json
import resource
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from knowledge.copies.outline import Section, divide, seen
from knowledge.copies.page import Page
from knowledge.copies.refusing import Refused

PAGES_MOST = 400
LETTERS_MOST = 1_000_000
NUMBER_LONGEST = 60
PROCESSOR_SECONDS_MOST = 40
MEMORY_MOST_BYTES = 1024 * 1024 * 1024
_LINE = '{"section": "4.1", "text": "..."}'


def _text(given: bytes) -> list[str]:
    return given.decode("utf-8").splitlines()


def _html(given: bytes) -> list[str]:
    page = Page()
    page.feed(given.decode("utf-8"))
    page.close()
    return page.lines


def _markdown(given: bytes) -> list[str]:
    from markdown_it import MarkdownIt  # noqa: PLC0415

    reader = MarkdownIt("commonmark", {"breaks": True}).enable("table")
    return _html(reader.render(given.decode("utf-8")).encode())


def _pdf(given: bytes) -> list[str]:
    from pypdf import PdfReader  # noqa: PLC0415

    reader = PdfReader(io.BytesIO(given))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused("paper_locked")
    if len(reader.pages) > PAGES_MOST:
        raise Refused("paper_too_many_pages", pages=len(reader.pages), most=PAGES_MOST)
    lines: list[str] = []
    left = LETTERS_MOST
    for page in reader.pages:
        text = page.extract_text()
        left -= len(text)
        if left < 0:
            raise Refused("paper_too_long", most=LETTERS_MOST)
        lines += text.splitlines()
    return lines


def _divided(given: bytes) -> Iterable[Section]:
    """Take a paper that somebody divided already: {"section", "text"} a line; one that comes again goes on."""
    found: dict[str, list[str]] = {}
    for number, line in enumerate(given.decode("utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            section, text = row["section"], row["text"]
        except (ValueError, TypeError, KeyError, RecursionError):
            raise Refused("paper_line_malformed", line=number, form=_LINE) from None
        if not isinstance(section, str) or not isinstance(text, str) or len(section) > NUMBER_LONGEST:
            raise Refused("paper_line_malformed", line=number, form=_LINE)
        found.setdefault(seen(section), []).append(seen(text))
    return [Section(number, "\n".join(texts)) for number, texts in found.items()]


_READERS: Mapping[str, Callable[[bytes], list[str]]] = {
    "html": _html,
    "markdown": _markdown,
    "pdf": _pdf,
    "text": _text,
}


def parse(kind: str, given: bytes) -> dict[str, Any]:
    """Give what is written for a paper."""
    try:
        sections = _sections(kind, given)
    except Refused as refused:
        return {"refused": refused.code, "data": dict(refused.data)}
    return {"sections": [(one.number, one.text) for one in sections]}


def _sections(kind: str, given: bytes) -> tuple[Section, ...]:
    sections = tuple(_divided(given) if kind == "divided" else divide(_READERS[kind](given)))
    letters = sum(len(one.text) for one in sections)
    if not letters:
        raise Refused("paper_without_text")
    if letters > LETTERS_MOST:
        raise Refused("paper_too_long", most=LETTERS_MOST)
    return sections


def main() -> None:
    """Read one paper within the limits."""
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS_MOST, PROCESSOR_SECONDS_MOST))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MOST_BYTES, MEMORY_MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    json.dump(parse(sys.argv[1], sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
