"""The table of every way in, as it is written in ways_in.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from core.gate import Action
from core.videos import Making

TABLE = Path(__file__).with_name("ways_in.toml")
WHO = frozenset(
    {
        *("anyone", "owner", "gate", "moderator", "admin", "operator"),
        *("receiver", "holder", "guest", "given", "maker", "seated", "platform"),
    }
)
ABOUT = frozenset(
    {
        *("nothing", "self", "library", "video", "asset", "receipt", "publication", "grant", "desk", "community"),
        *("case", "wish", "pairing", "upload", "paper", "command", "press"),
    }
)
NEEDS = frozenset({"", "unsaid", "picture", "shared", "published"})
ON = frozenset({"demo", "discord", "telegram", "web", "cli"})
ANY = frozenset(Making) - {Making.ERASING}


@dataclass(frozen=True)
class Way:
    """One row: who gets through, what it is about, what the gate is asked, in which states its press changes a row."""

    kind: str
    name: str
    who: str
    about: str
    asks: tuple[Action, ...]
    acts: frozenset[Making] = field(default_factory=frozenset)
    needs: str = ""
    on: frozenset[str] = field(default_factory=frozenset)
    form: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Name it as it stands in the table."""
        return f"[{self.kind}] {self.name}"


@cache
def ways(kind: str) -> Mapping[str, Way]:
    """Give the rows of one kind, by their names. Raises ValueError for a word that the table doesn't know."""
    return {name: _way(kind, name, row) for name, row in tomllib.loads(TABLE.read_text("utf-8"))[kind].items()}


def kinds() -> set[str]:
    """Give the kinds of ways in."""
    return set(tomllib.loads(TABLE.read_text("utf-8")))


def about(kind: str, *what: str) -> list[str]:
    """Name the ways of one kind that are about any of these."""
    return [name for name, way in ways(kind).items() if way.about in what]


def _way(kind: str, name: str, row: Mapping[str, Any]) -> Way:
    way = Way(
        kind,
        name,
        row["who"],
        row["about"],
        tuple(Action(one) for one in row["asks"].split()),
        ANY if row.get("acts") == "any" else frozenset(Making(one) for one in row.get("acts", "").split()),
        row.get("needs", ""),
        frozenset(row.get("on", "").split()),
        row.get("form", {}),
    )
    if way.who not in WHO or way.about not in ABOUT or way.needs not in NEEDS or not way.on <= ON:
        raise ValueError(way)
    return way
