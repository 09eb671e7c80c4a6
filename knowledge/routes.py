"""The ways to a generator, what its papers add up to and which versions of them there are; from routes.toml."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from knowledge.clauses import OURS, clauses, versions
from knowledge.facts import ObjectionFacts, RouteFacts, Training

_DAY_MS = 86_400_000


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
                clears_after_ms=row["clears_after_days"] * _DAY_MS if "clears_after_days" in row else None,
                objection=_objection(row["objection"]),
            )
            for name, row in data.items()
        }
    )


@lru_cache
def papers_of(route: str) -> Mapping[str, int]:
    """Give the newest version that we know of each paper which governs a route; it grows with each newer one.

    Ours have numbers. Others' are told apart by their day, 21 April 2026 being 20260421; one that bears no date by the
    day on which it was read. Raises KeyError for a route that isn't known.
    """
    return MappingProxyType({document: _newest(document) for document in routes()[route].documents})


def _newest(document: str) -> int:
    days = (one.date or one.read_on for one in clauses().values() if one.document == document)
    return max(versions(document)) if document in OURS else max(int(day.replace("-", "")) for day in days)


def _objection(row: Mapping[str, Any]) -> ObjectionFacts:
    rests, against = (tuple(row.get(name, ())) for name in ("rests", "against"))
    return ObjectionFacts(**{**row, "rests": rests, "against": against})
