"""What is so of a video, worked out a second time: from sections 1, 4 and 5 of the design, by nothing that answers.

It is written as a table of cases that come one after the other, where the code that answers builds sentences.
"""

from dataclasses import dataclass
from enum import Enum

from knowledge.facts import State, Training, VideoFacts, Visibility

TRAINING = {
    "motion": Training.NO,
    "kling": Training.CONFLICT,
    "kling-app": Training.YES,
    "comfyui": Training.NO,
    "facefusion": Training.UNKNOWN,
    "fal": Training.CONFLICT,
    "replicate": Training.UNKNOWN,
    "runway": Training.YES,
}
"""What each generator's papers add up to, read by hand: a new route needs a line here."""

CLEARED_AFTER_DAYS = {"kling": 30}
"""After how many days a route's papers say that it clears a video: read by hand; of the others none gives a day."""

_DAY_MS = 86_400_000

AT_HOME = frozenset({"motion"})
"""Made by Hushreel itself: whatever the state, nobody else got anything."""


class Open(Enum):
    """When anybody can open it."""

    NOW = "now"
    WHEN_READY = "when ready"
    UNTIL_DECIDED = "held: owner and reviewers, until the report is decided"
    UNTIL_LOOKED_AT = "held: owner alone, until the operator looked at what a backup brought back"
    NEVER = "never: nothing was made"
    NO_MORE = "no more: it is being erased"
    GONE = "gone"


class Got(Enum):
    """Whether a generator got anything of it."""

    NOTHING = "nothing, ever"
    NOT_YET = "not yet"
    NEVER = "not, and it won't"
    PERHAPS = "perhaps"
    SURELY = "surely"


class There(Enum):
    """Until when a generator has a copy."""

    NOWHERE = "it has none"
    UNDATED = "no paper and nobody gives a day"
    UNTIL = "until a day to come, as its papers say"
    SHOULD_BE_GONE = "that day is over, and nobody can check"


@dataclass(frozen=True)
class Truth:
    """All that must be so of one video."""

    opens: Open
    to: frozenset[str]
    got: Got
    visibility: Visibility
    training: Training
    ends_at_ms: int | None
    since_ms: int | None
    there: There


def truth(video: VideoFacts, now_ms: int) -> Truth:
    """Say what is so of a video."""
    return Truth(
        opens := _opens(video),
        _to(video) if opens in {Open.NOW, Open.WHEN_READY} else frozenset(),
        got := _got(video),
        Visibility.SELECTED if _audience(video) == {"named"} else video.visibility,
        TRAINING[video.generator],
        None if video.state is State.ERASED else video.ends_at_ms,
        video.sent_at_ms if got in _LEFT else None,
        _there(video, got, now_ms),
    )


_LEFT = frozenset({Got.PERHAPS, Got.SURELY})


def _there(video: VideoFacts, got: Got, now_ms: int) -> There:
    """Count the days that the papers give from when it left."""
    if got not in _LEFT:
        return There.NOWHERE
    days = CLEARED_AFTER_DAYS.get(video.generator)
    if days is None or video.sent_at_ms is None:
        return There.UNDATED
    return There.SHOULD_BE_GONE if now_ms - video.sent_at_ms >= days * _DAY_MS else There.UNTIL


def _opens(video: VideoFacts) -> Open:
    cases = (
        (video.state is State.ERASED, Open.GONE),
        (video.state is State.ERASING, Open.NO_MORE),
        (video.state in {State.FAILED, State.CANCELLED}, Open.NEVER),
        (video.held and video.restored, Open.UNTIL_LOOKED_AT),
        (video.held, Open.UNTIL_DECIDED),
        (video.state is State.READY, Open.NOW),
    )
    return next((opens for is_so, opens in cases if is_so), Open.WHEN_READY)


def _audience(video: VideoFacts) -> set[str]:
    """Name whom a video is open to by what its owner did, besides them and the operator."""
    by_publication = {Visibility.COMMUNITY: {"community"}, Visibility.PUBLIC: {"anyone"}}.get(video.visibility, set())
    by_grant = {"named"} if video.shared_with or video.visibility is Visibility.SELECTED else set()
    return {"anyone"} if by_publication == {"anyone"} else by_publication | by_grant


def _to(video: VideoFacts) -> frozenset[str]:
    """Add the moderators who decide, where they see more than anybody does anyhow."""
    audience = _audience(video)
    decide = video.reviewers_of is not None and video.state is State.READY
    return frozenset(audience | ({"moderators"} if decide and not audience & {"community", "anyone"} else set()))


def _got(video: VideoFacts) -> Got:
    """Where nobody wrote down whether it was sent, whoever may have got something is said to."""
    if video.generator in AT_HOME:
        return Got.NOTHING
    if video.sent is False:
        return Got.NOT_YET if video.state in {State.ASKED, State.QUEUED, State.MAKING, State.UNSURE} else Got.NEVER
    if video.sent:
        return Got.SURELY
    certain = {State.ASKED: Got.NOT_YET, State.QUEUED: Got.NOT_YET}
    certain |= dict.fromkeys((State.READY, State.ERASING, State.ERASED), Got.SURELY)
    return certain.get(video.state, Got.PERHAPS)
