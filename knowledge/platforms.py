"""The chat platforms that carry what people say and get, from knowledge/platforms.toml."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True)
class PlatformFacts:
    """A platform: `name` as people know it, "" where nothing leaves for it; `documents` are the papers it is under.

    `uses` cites what is known of how it may use what it carries, `clauses` what we say ourselves: of what it carries,
    what it keeps, of a file in a chat of a kind (direct, ephemeral), of tidying, of what was sent (clause ids).
    """

    key: str
    name: str
    documents: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    clauses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@lru_cache
def platforms() -> Mapping[str, PlatformFacts]:
    """Load every platform by key."""
    data = tomllib.loads((Path(__file__).parent / "platforms.toml").read_text("utf-8"))
    return MappingProxyType(
        {
            key: PlatformFacts(
                key,
                row["name"],
                tuple(row["documents"]),
                tuple(row.get("uses", ())),
                {about: tuple(ids) for about, ids in row.get("clauses", {}).items()},
            )
            for key, row in data.items()
        }
    )


def names_of(keys: Iterable[str]) -> tuple[str, ...]:
    """Give the names of platforms that get something, by key. Raises KeyError for one that isn't known."""
    return tuple(name for key in keys if (name := platforms()[key].name))


def clauses_about(about: str, names: Collection[str], keys: Iterable[str]) -> tuple[str, ...]:
    """Cite what we say of the platforms of these names, as far as they are among those connected (`keys`)."""
    named = (platforms()[key] for key in keys if platforms()[key].name in names)
    return tuple(dict.fromkeys(clause for one in named for clause in one.clauses.get(about, ())))
