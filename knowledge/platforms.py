"""The chat platforms that carry what people say and get, from knowledge/platforms.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True)
class PlatformFacts:
    """A platform: `name` as people know it, "" where nothing leaves for it; `documents` are the papers it is under.

    `uses` cites what is known of how it may use what it carries (clause ids).
    """

    key: str
    name: str
    documents: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()


@lru_cache
def platforms() -> Mapping[str, PlatformFacts]:
    """Load every platform by key."""
    data = tomllib.loads((Path(__file__).parent / "platforms.toml").read_text("utf-8"))
    return MappingProxyType(
        {
            key: PlatformFacts(key, row["name"], tuple(row["documents"]), tuple(row.get("uses", ())))
            for key, row in data.items()
        }
    )


def names_of(keys: Iterable[str]) -> tuple[str, ...]:
    """Give the names of platforms that get something, by key. Raises KeyError for one that isn't known."""
    return tuple(name for key in keys if (name := platforms()[key].name))
