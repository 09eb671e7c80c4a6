"""What falls to the operator because nobody in a community is there to decide it, and communities without anybody.

Times are UTC milliseconds. What the operator may do with it is in core/gate.py.
"""

from collections.abc import Sequence
from typing import Protocol

from core.cases import CaseId
from core.gate import Decision, Surface
from core.people import CommunityId, PersonId, Viewer
from core.publications import (
    Decided,
    Key,
    KnowsPublications,
    PublicationView,
    ReadsPublications,
    WritesPublications,
)
from core.records import Event
from core.videos import Asset, AssetRole, PublicationId, VideoId

RESTORED = "restored"
"""Why a video is on hold that came back without the record of what was erased: until the operator lifts it."""

IDLE_AFTER_MS = 7 * 86_400_000
"""How long nobody may have moderated a community before moderators look first, whatever its admins chose."""


def held_since_restore(history: Sequence[Event]) -> bool:
    """Say by a video's history whether a restore put it on hold, and nobody lifted that."""
    lines = [one.verb for one in history if one.reason == RESTORED and one.verb in {"hold", "lift"}]
    return lines[-1:] == ["hold"]


class ReadsOversight(ReadsPublications, Protocol):
    """What the reading door gives of publications, and of what falls to the operator."""

    async def escalated(
        self, viewer: Viewer, surface: Surface, *, after: Key | None = None, limit: int = 10
    ) -> Sequence[PublicationView]:
        """Give what waits for the operator's decision, the longest waiting first; nothing to anybody else."""

    async def escalated_waiting(self, viewer: Viewer, surface: Surface) -> int:
        """Count what waits for the operator's decision; 0 for everybody else."""

    async def decided_by_operator(self, viewer: Viewer, surface: Surface, limit: int = 50) -> Sequence[Decided]:
        """Give what the operator decided last, the newest first; nothing to anybody else."""

    async def decides_alone(self, viewer: Viewer, community: CommunityId, since_ms: int) -> bool:
        """Say whether the viewer moderates a community where no other moderator decided since a time (UTC ms).

        The operator decides then what the viewer publishes there; in the demo, where nobody is the operator, never.
        """

    async def publication_at_issue(self, viewer: Viewer, case: CaseId, surface: Surface) -> PublicationView | None:
        """Give what an open case is about to whom it falls to; None for a miss, and where it is no publication."""

    async def asset_at_issue(
        self, viewer: Viewer, case: CaseId, role: AssetRole, surface: Surface
    ) -> tuple[Asset, Decision] | None:
        """Find what an open case is about, and ask the gate whether the viewer may open it; None for both misses."""


class WritesOversight(ReadsOversight, WritesPublications, Protocol):
    """What the writing door keeps of publications, and of what falls to the operator."""

    async def others_decide(
        self, community: CommunityId, moderator: PersonId, since_ms: int, *besides: PersonId
    ) -> bool:
        """Say whether a moderator decided in a community since a time who is none of these. The operator is none."""

    async def escalate(self, publication: PublicationId, *, on: bool = True) -> bool:
        """Let the operator decide what waits, or leave it to moderators; says whether it is the operator's then.

        In the demo nobody is the operator: nothing becomes theirs there.
        """

    async def hold_restored(self, video: VideoId) -> bool:
        """Put a video on hold that came back without the record of what was erased; says whether it is there."""

    async def lift_restored(self, video: VideoId, *, actor: PersonId) -> bool:
        """Lift such a hold; says whether there was one. What a report or a moderator keeps closed stays so."""

    async def note_idle(self, community: CommunityId) -> bool:
        """Leave one notice for a community's admins that nobody moderates it; says whether this was the first time.

        Once somebody does, it may be said again.
        """


class KnowsOversight(KnowsPublications, Protocol):
    """What upkeep reads of it without a viewer; never for a reply."""

    async def escalated_count(self) -> int:
        """Count what waits for the operator's decision, for the log."""

    async def restored_holds(self) -> Sequence[tuple[VideoId, int]]:
        """Name the videos that a restore put on hold, each with since when (UTC ms), the oldest first."""
