"""What an answer was about, so that "and the other one?" and "why?" can be answered: never a word of what was asked."""

from dataclasses import dataclass, replace

from knowledge.topics import Heard, about

LASTS_MS = 86_400_000
"""A follow-up is answered for 24 hours."""

_OURS = "ours"
_FORGETTING = frozenset({"greeting", "questions", "delete", "close-account"})
"""What is heard in "forget what we talked about" as well."""

_KLING = frozenset({"kling", "kling-app", "kling-api"})
"""After one of these "and the app?" means Kling's."""


@dataclass(frozen=True)
class Before:
    """The subjects and topics (keys of the topics files) and the clauses (ids) of the last answer."""

    subjects: tuple[str, ...]
    topics: tuple[str, ...]
    clauses: tuple[str, ...]


def means_another_video(heard: Heard) -> bool:
    """Say whether a question is the one before, asked of a video that wasn't spoken of."""
    return "other" in heard.follows and _hangs(heard)


def asks_why(heard: Heard) -> bool:
    """Say whether a question asks no more than on what the last answer stands."""
    return "why" in heard.follows and _hangs(heard)


def wants_forgotten(heard: Heard) -> bool:
    """Say whether somebody asks that what was spoken of is forgotten."""
    return "forget" in heard.follows and set(heard.topics) <= _FORGETTING


def following(heard: Heard, before: Before | None) -> Heard:
    """Put what was spoken of in the place of what a follow-up leaves out.

    A question without a topic of its own takes over those before; one that begins with "and" takes over of whom it is.
    """
    if before is None or not heard.follows or heard.stranger or heard.others:
        return heard
    named = tuple(one for one in heard.subjects if one != _OURS)
    if not named and _KLING & set(before.subjects):
        named = tuple(sorted(heard.ways))
    subjects = named or before.subjects
    if _hangs(heard):
        return about(heard, subjects, before.topics)
    return replace(heard, subjects=subjects) if "and" in heard.follows else heard


def _hangs(heard: Heard) -> bool:
    """Say whether nothing was heard that could be answered by itself."""
    return bool(heard.follows) and set(heard.topics) <= {"greeting"}
