"""What follows from a video's facts before any question is asked; where facts leave doubt, the less private side."""

from dataclasses import dataclass
from functools import cached_property

from knowledge.clauses import applies, clauses
from knowledge.facts import PolicyFacts, RouteFacts, State, VideoFacts, Visibility
from knowledge.statements import Fact

LATER = frozenset({State.ASKED, State.QUEUED, State.MAKING, State.UNSURE})
WITHOUT_VIDEO = frozenset({State.FAILED, State.CANCELLED})
GOING = frozenset({State.ERASING, State.ERASED})
_BEFORE_SENDING = frozenset({State.ASKED, State.QUEUED})
_DOUBTFUL = frozenset({State.MAKING, State.UNSURE, State.FAILED, State.CANCELLED})


@dataclass(frozen=True)
class Situation:
    """A video, the route that makes it and the settings, at one moment (UTC milliseconds)."""

    video: VideoFacts
    route: RouteFacts
    policy: PolicyFacts
    now_ms: int

    @cached_property
    def visibility(self) -> Visibility:
        """How far it can be seen. Names of people outweigh a "private" that contradicts them."""
        if self.video.visibility is Visibility.PRIVATE and self.video.shared_with:
            return Visibility.SELECTED
        return self.video.visibility

    @cached_property
    def received(self) -> bool:
        """Whether a generator may have got anything of it."""
        if self.video.sent is not None:
            return self.route.received and self.video.sent
        return self.route.received and self.video.state not in _BEFORE_SENDING

    @cached_property
    def received_for_sure(self) -> bool:
        """Whether a generator got it without doubt."""
        return self.received and (bool(self.video.sent) or self.video.state not in _DOUBTFUL)

    @cached_property
    def sent_at_ms(self) -> int | None:
        """When it left for its generator (UTC); None where it didn't, or nobody said."""
        return self.video.sent_at_ms if self.received else None

    @cached_property
    def cleared_at_ms(self) -> int | None:
        """When its generator clears it, as its papers say (UTC); None where they give no time, or nobody said when."""
        after_ms = self.route.clears_after_ms
        return None if self.sent_at_ms is None or after_ms is None else self.sent_at_ms + after_ms

    @property
    def is_cleared(self) -> bool:
        """Whether that time is over: nobody can check that it was."""
        return self.cleared_at_ms is not None and self.cleared_at_ms <= self.now_ms

    @cached_property
    def published_before(self) -> bool:
        """Whether it was open to a community or anyone, and isn't any more."""
        video = self.video
        open_now = self.visibility in {Visibility.COMMUNITY, Visibility.PUBLIC}
        return video.published_at_ms is not None and video.published_at_ms <= self.now_ms and not open_now

    @cached_property
    def reviewed(self) -> bool:
        """Whether moderators of a community that it isn't shown to can open it."""
        video = self.video
        is_closed = self.visibility is not Visibility.PUBLIC
        return video.reviewers_of is not None and is_closed and video.state is State.READY and not video.held

    @cached_property
    def shown_since_ms(self) -> int | None:
        """Since when it is open to a community or anyone (UTC); None where it isn't, or nobody said."""
        video = self.video
        open_now = self.visibility in {Visibility.COMMUNITY, Visibility.PUBLIC}
        return video.published_at_ms if open_now and video.state is State.READY and not video.held else None

    @cached_property
    def kept_until_ms(self) -> int | None:
        """When the video itself goes at the latest, where a publication keeps it beyond its own end (UTC)."""
        kept, ends = self.video.kept_until_ms, self.video.ends_at_ms
        is_later = kept is not None and ends is not None and kept > ends
        return kept if is_later and self.video.state is State.READY else None

    @cached_property
    def carriers(self) -> tuple[str, ...]:
        """The chat platforms, by name, that carried its words and files or hold a file of it."""
        named = (self.video.asked_on, *(copy.platform for copy in self.video.copies))
        return tuple(dict.fromkeys(name for name in named if name))

    @property
    def provider(self) -> Fact:
        """The generator as people call it."""
        return Fact(f"provider-{self.route.name}")

    def cited(self, question: str) -> tuple[str, ...]:
        """The route's clauses for one question; of our own, those that hold under these settings."""
        return tuple(one for one in self.route.clauses.get(question, ()) if applies(clauses()[one], self.policy))
