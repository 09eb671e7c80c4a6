"""The videos that questions are asked about: their facts, and by hand what is so of them."""

from dataclasses import dataclass, replace

from knowledge.facts import ChatCopy, CopyKind, PolicyFacts, State, VideoFacts, Visibility
from knowledge.platforms import platforms

NOW_MS = 1_796_200_000_000
_DAY_MS = 86_400_000
POLICY = PolicyFacts(
    operator_name="Ada",
    operator_contact="ada@example.org",
    routes=("motion", "kling"),
    platforms=("discord", "telegram"),
    links=True,
)
"""The service that is asked: two generators, both platforms, one-time links."""


@dataclass(frozen=True)
class Situation:
    """A video as its owner has it. `is_received` and `is_open` are judged by hand, never by the code that answers.

    `is_received` says whether a generator got anything, `is_open` whether people other than the owner were let in.
    """

    video: VideoFacts
    is_received: bool = False
    is_open: bool = False


_BEACH = VideoFacts(number=3, title="Beach", has_picture=True, ends_at_ms=NOW_MS + 5 * _DAY_MS)
_KLING = replace(_BEACH, generator="kling")
_FRIENDS = {"visibility": Visibility.SELECTED, "shared_with": ("Ana", "Bo"), "seen_by": ("Ana",)}
_CLUB = {"visibility": Visibility.COMMUNITY, "community": "Film Club", "published_at_ms": NOW_MS - _DAY_MS}
_ANYONE = {**_CLUB, "visibility": Visibility.PUBLIC}


def _with(video: VideoFacts, **changes: object) -> VideoFacts:
    return replace(video, **changes)  # type: ignore[arg-type]


SITUATIONS = {
    "private": Situation(_BEACH),
    "shared": Situation(_with(_BEACH, **_FRIENDS), is_open=True),
    "community": Situation(_with(_BEACH, **_CLUB), is_open=True),
    "anyone": Situation(_with(_BEACH, **_ANYONE), is_open=True),
    "review": Situation(_with(_BEACH, reviewers_of="Film Club"), is_open=True),
    "held": Situation(_with(_BEACH, held=True), is_open=True),
    "making": Situation(_with(_BEACH, state=State.MAKING, ends_at_ms=None)),
    "erasing": Situation(_with(_BEACH, state=State.ERASING)),
    "gone": Situation(_with(_BEACH, state=State.ERASED)),
    "kling": Situation(_KLING, is_received=True),
    "kling-shared": Situation(_with(_KLING, **_FRIENDS), is_received=True, is_open=True),
    "kling-community": Situation(_with(_KLING, **_CLUB), is_received=True, is_open=True),
    "kling-anyone": Situation(_with(_KLING, **_ANYONE), is_received=True, is_open=True),
    "kling-queued": Situation(_with(_KLING, state=State.QUEUED, ends_at_ms=None)),
    "kling-failed": Situation(_with(_KLING, state=State.FAILED), is_received=True),
    "kling-gone": Situation(_with(_KLING, state=State.ERASED), is_received=True),
    "app": Situation(_with(_BEACH, generator="kling-app"), is_received=True),
    "comfy": Situation(_with(_BEACH, generator="comfyui"), is_received=True),
    "facefusion": Situation(_with(_BEACH, generator="facefusion"), is_received=True),
    "fal": Situation(_with(_BEACH, generator="fal"), is_received=True),
}
"""Every situation by the name that questions give it."""


def on_platform(video: VideoFacts, platform: str, title: str) -> VideoFacts:
    """Give a video as a chat platform (a key of knowledge/platforms.toml, "" for none) carries it, under a title."""
    name = platforms()[platform].name if platform else ""
    copies = (ChatCopy(name, CopyKind.DIRECT),) if name else ()
    return replace(video, title=title or video.title, asked_on=name, copies=copies)
