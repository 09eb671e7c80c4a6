"""The five questions, answered from a video's state and the clauses. Pure: no words, no model, no clock."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.facts import PolicyFacts, RouteFacts, Training, VideoFacts, Visibility


@dataclass(frozen=True)
class Moment:
    """A time in a fact, UTC milliseconds; words show it in the reader's zone."""

    at_ms: int


@dataclass(frozen=True)
class Names:
    """People's names in a fact; words list the first few and count the rest."""

    names: tuple[str, ...]


Value = str | int | Moment | Names


@dataclass(frozen=True)
class Fact:
    """One thing that is so: a sentence of knowledge/words by key, its values, and the clauses that say it."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """The truth about one video. The headline is two facts; the five answers are never merged."""

    visibility: Visibility
    generator_received: bool
    training: Training
    ends_at_ms: int | None
    headline: tuple[Fact, Fact]
    who_sees: tuple[Fact, ...]
    who_uses: tuple[Fact, ...]
    copies: tuple[Fact, ...]
    until: tuple[Fact, ...]
    undone: tuple[Fact, ...]


def verdict(video: VideoFacts, routes: Mapping[str, RouteFacts], policy: PolicyFacts) -> Verdict:
    """Answer the five questions for `video`. Raises KeyError for a generator that `routes` doesn't have."""
    raise NotImplementedError
