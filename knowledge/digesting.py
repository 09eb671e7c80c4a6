"""Reads the digests of other people's papers. A fact that lacks its source, its date or its certainty is refused."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

CERTAINTIES = ("read", "reported", "claimed")
"""We read the text itself; somebody else's notes of it; what somebody with an interest of their own says of it."""

UNDATED = "undated"
"""The version of a paper that bears no date."""

_OF_A_FACT = frozenset({"publisher", "section", "text", "topics", "source", "certainty", "read_on"})
_OF_A_DIGEST = frozenset({"document", "version", "facts"})
_MAY = frozenset({"conflicts_with", "quotes", "absent"})


class DigestRefused(ValueError):
    """A digest holds what nobody could cite.

    `file` is its name, `clause` the id of the fact ("" for the digest itself), `field` what is missing or wrong.
    """

    def __init__(self, file: str, clause: str, field: str) -> None:
        """Name the file, the fact and the field."""
        super().__init__(f"{file}: {clause or 'the digest'}: {field}")
        self.file = file
        self.clause = clause
        self.field = field


def digested(folder: Path) -> Iterator[Mapping[str, Any]]:
    """Give the facts of every digest in `folder`: fields of a clause, dates as ISO 8601, "" for a paper without date.

    Raises DigestRefused for the first fact without section, text, topics, publisher, source, day of reading or
    certainty, and for fields that nobody knows.
    """
    for path in sorted(folder.glob("*.toml")):
        yield from _facts(path.name, tomllib.loads(path.read_text("utf-8")))


def _facts(file: str, data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for field in sorted(_OF_A_DIGEST):
        if not data.get(field):
            raise DigestRefused(file, "", field)
    document, version = data["document"], data["version"]
    if version != UNDATED and _day(version) is None:
        raise DigestRefused(file, "", "version")
    if file != f"{document}-{version}.toml":
        raise DigestRefused(file, "", "document")
    shared = {name: value for name, value in data.items() if name != "facts"}
    for number, row in enumerate(data["facts"], 1):
        fact = {**shared, **row}
        clause = f"{document}/{row.get('section') or number}"
        for field in _wrong(fact, version):
            raise DigestRefused(file, clause, field)
        dated = "" if version == UNDATED else version
        yield {**fact, "date": dated, "read_on": fact["read_on"].isoformat()}


def _wrong(fact: Mapping[str, Any], version: str) -> Iterator[str]:
    """Name the fields of a fact that are missing, empty, unknown or impossible."""
    known = _OF_A_FACT | _MAY | _OF_A_DIGEST - {"facts"}
    yield from sorted(fact.keys() - known)
    for field in sorted(_OF_A_FACT):
        value = fact.get(field)
        if not value or (isinstance(value, str) and not value.strip()):
            yield field
    if fact.get("certainty") not in CERTAINTIES:
        yield "certainty"
    read_on, published = fact.get("read_on"), _day(version)
    if type(read_on) is not date or (published and read_on < published):
        yield "read_on"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
