"""Invitations that only let somebody ask, and those who asked: what opens a video is its owner's answer alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NewType, Protocol
from uuid import UUID

from core.people import Identity, PersonId, Platform, Viewer
from core.videos import VideoId

KnockId = NewType("KnockId", UUID)

INVITES_FOR_MS = 7 * 86_400_000
"""How long an invitation can be used."""

KNOCKS_MOST = 10
"""How many people one invitation takes."""

ANSWERED_WITHIN_MS = 7 * 86_400_000
"""How long after an invitation's end those who asked are still kept, so that their owner can answer."""

KNOCKED = "knocked"
"""The kind of an outbox row that tells an owner who asks."""

TURNED_AWAY = "turned_away"
"""The kind of an outbox row that tells somebody that it is not now."""

MARK = "i-"
"""How an invitation begins: it tells it from one-time links."""

_WRITTEN = re.compile(r"(?:\S*/v/)?i-([A-Za-z0-9_-]{22})(?:[?#]\S*)?")


def written(token: str) -> str:
    """Write an invitation as people pass it on."""
    return MARK + token


def read(text: str) -> str | None:
    """Give the token of an invitation that somebody typed or pasted, alone or as a link; None for anything else."""
    found = _WRITTEN.fullmatch(text.strip())
    return found[1] if found else None


class Answer(Enum):
    """What became of a knock."""

    WAITING = "waiting"
    REFUSED = "refused"
    LET_IN = "let_in"


class Met(Enum):
    """What whoever uses an invitation meets.

    CLOSED is one answer for an invitation that never was, that is over, and for somebody who was refused.
    """

    ASKED = "asked"
    WAITS = "waits"
    OPEN = "open"
    OWN = "own"
    CLOSED = "closed"


@dataclass(frozen=True)
class Invitation:
    """What an owner is told of a video's invitation: until when it holds (UTC ms), and how many used it."""

    until_ms: int
    used: int


@dataclass(frozen=True)
class Knock:
    """Somebody asks to see a video: an account, and what its platform called it at that moment, which is sealed."""

    id: KnockId
    video: VideoId
    name: str
    platform: Platform
    asked_at_ms: int


class ReadsKnocks(Protocol):
    """What the reading door gives of invitations."""

    async def invitation(self, viewer: Viewer, video: VideoId) -> Invitation | None:
        """Give the invitation to the viewer's own video that holds now; None where there is none."""

    async def knocks(self, viewer: Viewer, video: VideoId) -> Sequence[Knock]:
        """Give who waits for an answer about the viewer's own video, the first to ask first."""

    async def knock(self, viewer: Viewer, knock: KnockId) -> Knock | None:
        """Give one who waits for the viewer's own answer; None for an answered one and somebody else's alike."""


class WritesKnocks(ReadsKnocks, Protocol):
    """What the writing door keeps of invitations. Each change has its event and its outbox rows."""

    async def invite(self, video: VideoId, token: str, *, actor: PersonId) -> Invitation:
        """Keep a video's one invitation, hashed, in the place of an earlier one; who asked already still waits."""

    async def end_invitation(self, video: VideoId, *, actor: PersonId) -> bool:
        """Forget a video's invitation and everybody who asked; says whether there was anything."""

    async def ask_in(self, token: str, identity: Identity, name: str) -> tuple[Met, VideoId | None]:
        """Let an account ask by an invitation, once; names the video only where it is open to them already."""

    async def answer_knock(self, knock: KnockId, answer: Answer, *, actor: PersonId) -> Identity:
        """Keep an owner's answer, and give who asked. Raises LostRace("knock_over") for one that doesn't wait."""

    async def end_knocks(self) -> int:
        """Forget invitations and knocks whose time is over; gives how many invitations those were."""


class KnowsKnocks(Protocol):
    """What sweeps read of invitations without a viewer."""

    async def knocks_over(self) -> bool:
        """Say whether the time of an invitation and of its answers is over."""
