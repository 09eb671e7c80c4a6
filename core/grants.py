"""People whom an owner lets see a video: grants, invitations that wait for a first meeting, and what was opened."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NewType, Protocol
from uuid import UUID

from core.people import CommunityId, Identity, PersonId, Platform, Viewer
from core.videos import AssetRole, PublicationId, VideoId

GrantId = NewType("GrantId", UUID)

BROKEN = "break_glass"
"""The kind of an outbox row that tells an owner that the operator opened their video at the machine."""

RECEIVERS_MOST = 20
"""How many people one video can be shared with at a time."""

NAME_LONGEST = 80
"""Characters of a display name that are kept with a grant."""

GIVEN = "given"
"""The kind of an outbox row that tells somebody that a video is shared with them."""

SHARED = "shared"
"""The kind of an outbox row about a card of somebody else's video: what it shows may have changed or ended."""


@dataclass(frozen=True)
class Receiver:
    """Whom a video is to be shared with: an account, and what its platform calls it now."""

    identity: Identity
    name: str = ""


@dataclass(frozen=True)
class Grant:
    """Somebody may see a video, until `until_ms` (UTC) or until it is withdrawn. Names are sealed, and go with it.

    `name` is the receiver's, `giver` the owner's, both as their platform told them at that moment. `waits` says that
    the receiver never used the bot: it becomes theirs at their first word.
    """

    id: GrantId
    video: VideoId
    name: str
    giver: str
    given_at_ms: int
    until_ms: int | None = None
    waits: bool = False


class Given(Enum):
    """What came of sharing with one person: whether we write to them, may not, or did so before."""

    TOLD = "told"
    UNTOLD = "untold"
    AGAIN = "again"


class Through(Enum):
    """How somebody was handed a video."""

    DISCORD = "discord"
    TELEGRAM = "telegram"
    WEB = "web"


@dataclass(frozen=True)
class Opening:
    """Somebody was handed the video's bytes. `name` is "" for a person with whom it isn't shared any more.

    Of one who `left`, who was forgotten, nothing else is known.
    """

    name: str
    through: Through
    at_ms: int
    left: bool = False


@dataclass(frozen=True)
class Look:
    """A moderator of a community opened the video to decide about it; who, its owner isn't told.

    Without a community it was the operator.
    """

    community: CommunityId | None
    at_ms: int


@dataclass(frozen=True)
class BreakGlass:
    """The operator opened a video's bytes at the machine, past what the chat allows them, and said why."""

    role: AssetRole
    reason: str
    at_ms: int


@dataclass(frozen=True)
class Seen:
    """Who saw a video, as far as we know it. `plays` counts its handing over on showcases' pages, to whomever."""

    openings: Sequence[Opening] = ()
    looks: Sequence[Look] = ()
    break_glass: Sequence[BreakGlass] = ()
    plays: int = 0


@dataclass(frozen=True)
class Shares:
    """All that an owner is told of how a video is shared: with whom, who opened it, and whose chats hold it."""

    grants: Sequence[Grant] = ()
    openings: Sequence[Opening] = ()
    chats: frozenset[Platform] = frozenset()


class ReadsGrants(Protocol):
    """What the reading door gives of grants."""

    async def grants(self, viewer: Viewer, video: VideoId) -> Sequence[Grant]:
        """Give whom the viewer's own video is shared with, in the order of sharing; nothing of anybody else's."""

    async def grant(self, viewer: Viewer, video: VideoId) -> Grant | None:
        """Give by what the viewer may see somebody else's video; None where they may not, or it is their own."""

    async def shared(self, viewer: Viewer, limit: int) -> Sequence[VideoId]:
        """Name the videos that others share with the viewer, the newest grant first."""

    async def openings(self, viewer: Viewer, video: VideoId) -> Sequence[Opening]:
        """Give who opened the viewer's own video and when, the newest first; nothing of anybody else's."""

    async def looks(self, viewer: Viewer, video: VideoId) -> Sequence[Look]:
        """Give when moderators opened the viewer's own video to decide about it, the newest first; not who."""

    async def plays(self, viewer: Viewer, video: VideoId) -> int:
        """Count how often the viewer's own video was handed over on a showcase's page, to whomever."""

    async def break_glass(self, viewer: Viewer, video: VideoId) -> Sequence[BreakGlass]:
        """Give when the operator opened the viewer's own video at the machine, and why, the newest first."""

    async def grant_for(self, viewer: Viewer, video: VideoId, receiver: Identity) -> GrantId | None:
        """Name the grant of the viewer's own video to an account; None where it isn't shared with that."""

    async def copies_of_others(self, viewer: Viewer, video: VideoId) -> frozenset[Platform]:
        """Name the platforms on which chats of others hold the viewer's own video."""

    async def shared_by(self, viewer: Viewer, grant: GrantId) -> VideoId | None:
        """Name the viewer's own video that a grant of theirs is for."""


class WritesGrants(ReadsGrants, Protocol):
    """What the writing door keeps of grants. Each change has its event and its outbox rows."""

    async def give(
        self, video: VideoId, receiver: Receiver, giver: str, until_ms: int | None, *, actor: PersonId
    ) -> Given:
        """Let somebody see a video; whom we never met gets it at their first word.

        Raises BadInput("share_oneself"), LimitReached("share_full", limit).
        """

    async def date_grants(self, video: VideoId, until_ms: int | None, *, actor: PersonId) -> int:
        """Set when all sharing of a video ends, None for no date; gives how many people that is for."""

    async def withdraw(self, video: VideoId, grants: Collection[GrantId] | None, *, actor: PersonId | None) -> int:
        """End some grants of a video, or all of them, at once; gives how many."""

    async def end_dated(self) -> int:
        """Forget every grant and invitation whose date is over, and tell those cards; gives how many."""

    async def note_opening(self, viewer: Viewer, video: VideoId, through: Through) -> None:
        """Note that the viewer was handed somebody else's video, unless that was noted within ten minutes."""

    async def count_play(self, publication: PublicationId) -> None:
        """Count that a video was handed over on a showcase's page; of whom, nothing is kept."""

    async def note_break_glass(self, video: VideoId, role: AssetRole, reason: str) -> None:
        """Note that the operator opens a video's bytes, and why, and have its owner told. Raises NotFound."""

    async def mute(self, viewer: Viewer, video: VideoId) -> None:
        """Tell the viewer of nothing more that this video's owner shares."""


class KnowsGrants(Protocol):
    """What sweeps read of grants without a viewer."""

    async def shares_over(self) -> bool:
        """Say whether the date of anything shared is over."""
