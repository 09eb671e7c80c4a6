"""The ways to a generator and what its papers add up to, from knowledge/routes.toml."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from knowledge.facts import ObjectionFacts, RouteFacts, Training


@lru_cache
def routes() -> Mapping[str, RouteFacts]:
    """Load every route by name."""
    data = tomllib.loads((Path(__file__).parent / "routes.toml").read_text("utf-8"))
    return MappingProxyType(
        {
            name: RouteFacts(
                name=name,
                received=row["received"],
                training=Training(row["training"]),
                documents=tuple(row["documents"]),
                clauses={question: tuple(ids) for question, ids in row.get("clauses", {}).items()},
                objection=_objection(row["objection"]),
            )
            for name, row in data.items()
        }
    )


def _objection(row: Mapping[str, Any]) -> ObjectionFacts:
    rests, against = (tuple(row.get(name, ())) for name in ("rests", "against"))
    return ObjectionFacts(**{**row, "rests": rests, "against": against})
