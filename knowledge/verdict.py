"""The five questions, answered from a video's state and the clauses. Pure: no words, no model, no clock of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.elsewhere import sent
from knowledge.facts import PolicyFacts, RouteFacts, State, Training, VideoFacts, Visibility
from knowledge.questions import copies, opens, undone, until, who_sees, who_uses
from knowledge.situation import Situation
from knowledge.statements import Fact
from knowledge.training import training


@dataclass(frozen=True)
class Verdict:
    """The truth about one video. The headline is two facts; the five answers are never merged.

    `generator_received` is true as soon as a generator may have got anything. `ends_at_ms` is our own end date.
    """

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

    @property
    def five(self) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
        """The five questions by name, in their order, with their answers."""
        return (
            ("who-sees", self.who_sees),
            ("who-uses", self.who_uses),
            ("copies", self.copies),
            ("until", self.until),
            ("undone", self.undone),
        )


def verdict(video: VideoFacts, routes: Mapping[str, RouteFacts], policy: PolicyFacts, now_ms: int) -> Verdict:
    """Answer the five questions for `video` as of `now_ms`.

    Raises KeyError for a generator that `routes` doesn't have.
    """
    now = Situation(video, routes[video.generator], policy, now_ms)
    return Verdict(
        visibility=now.visibility,
        generator_received=now.received,
        training=training(now.route, policy),
        ends_at_ms=None if video.state is State.ERASED else video.ends_at_ms,
        headline=(opens(now), sent(now)),
        who_sees=who_sees(now),
        who_uses=who_uses(now),
        copies=copies(now),
        until=until(now),
        undone=undone(now),
    )
