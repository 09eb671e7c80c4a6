"""Rules about ways to make a video: what a person wants of each, and what a community lets be used and spent in it."""

from dataclasses import dataclass
from typing import Protocol

from core.gate import Surface
from core.people import Viewer
from core.videos import VideoId


@dataclass(frozen=True)
class Rule:
    """What somebody wants of every route; without a word, any will do.

    `allowed` names the only routes that may be used, None for all. `stays` demands that nothing leaves the house,
    `untrained` that a label says "no" to training: unknown and contradictory papers don't.
    """

    allowed: frozenset[str] | None = None
    stays: bool = False
    untrained: bool = False

    def with_that(self, other: "Rule") -> "Rule":
        """Give the rule that breaks neither."""
        named = [one for one in (self.allowed, other.allowed) if one is not None]
        allowed = frozenset.intersection(*named) if named else None
        return Rule(allowed, self.stays or other.stays, self.untrained or other.untrained)


@dataclass(frozen=True)
class Limit:
    """What a community lets be spent in a month on what is begun in it; it can only lower what the operator set."""

    amount_micro: int
    currency: str


class ReadsRules(Protocol):
    """What the reading door gives of rules."""

    async def rule(self, viewer: Viewer) -> Rule:
        """Give the viewer's own rule."""

    async def rule_here(self, viewer: Viewer, surface: Surface) -> Rule:
        """Give the rule of the community that the viewer speaks in; none where they speak in none."""

    async def rule_begun(self, viewer: Viewer, video: VideoId) -> Rule:
        """Give the rule of the community that the viewer's own video was begun in.

        None where they speak in that very one: `rule_here` has it.
        """


class WritesRules(Protocol):
    """What the writing door keeps of rules; a community's is one of its customs."""

    async def keep_rule(self, viewer: Viewer, rule: Rule) -> None:
        """Keep the viewer's own rule."""
