"""Publications: what is proposed to a community, what moderators are given to decide it, and what is shown.

Times are UTC milliseconds. The states and their moves are in core/videos.py, who may see what in core/gate.py.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from core.gate import Action, Surface
from core.people import CommunityId, PersonId, Platform, Viewer
from core.records import Event
from core.videos import Asset, AssetId, Audience, Portrayed, Publication, PublicationId, Showing, VideoId

DESCRIPTION_LONGEST = 500
SAID_LONGEST = 1_000
TAG_LONGEST = 32
TAGS_MOST = 5
CREDIT_LONGEST = 80
NOTE_LONGEST = 500
RULES_LONGEST = 1_500

POSTED_AFTER_MS = 30_000
"""How long after an approval it is shown: time to take the decision back."""

CLAIMED_FOR_MS = 5 * 60_000
SHOWN_FOR_MS = 30 * 86_400_000
SHOWN_MOST_MS = 365 * 86_400_000
WAITS_MOST_MS = 14 * 86_400_000
"""How long waiting for a decision keeps a video beyond its own end date."""

LEFT_LEAST_MS = 86_400_000
"""How long a video stays at least that isn't shown any more."""

BANNED_FOR_MS = 90 * 86_400_000
OTHERS_WITHIN_MS = 30 * 86_400_000
"""How long a moderator who decided here counts as another one, who decides about somebody's own publication."""

DECIDED = frozenset({"approve", "decline", "remove", "reinstate", "grant_appeal", "decline_again", "remove_again"})
"""Moves that are a moderator's decision."""


class Why(Enum):
    """Canned reasons of a decision; the moderator may add a note."""

    RULES = "rules"
    CONSENT = "consent"
    ADULT = "adult"
    HARM = "harm"
    SPAM = "spam"
    OTHER = "other"


class Ended(Enum):
    """Why a publication left without a moderator's reason."""

    OWNER = "owner"
    HIDDEN = "hidden"
    REPLACED = "replaced"
    UNDONE = "undone"
    OVER = "over"
    RESTORED = "restored"


@dataclass(frozen=True)
class Publishing:
    """What a community's admins chose for publishing. `quota` is per person and 24 hours; `rules` are shown to all.

    `idle` is nobody's choice: nobody moderated there for a week, so that moderators look first whatever was chosen.
    """

    moderated: bool = True
    world: bool = False
    quota: int = 5
    paused: bool = False
    rules: str = ""
    idle: bool = False

    @property
    def reviewed(self) -> bool:
        """Whether somebody has to approve what is published."""
        return self.moderated or self.idle


@dataclass(frozen=True)
class Caption:
    """The words of one revision, sealed at rest. `credit` is the name to be shown, "" for anonymous.

    `said` is what is said in the video, a line after the other, as its owner writes it: nobody here listens to it.
    """

    title: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    credit: str = ""
    said: str = ""


DELETED_THERE = "deleted_there"
"""Why it was removed: the platform tells that a message is gone, and not who deleted it."""

_DECIDED_ONCE = frozenset({Showing.DECLINED, Showing.REMOVED, Showing.APPEALED})


@dataclass(frozen=True)
class Proposal:
    """What an owner asks to be shown. `until_ms` is when it leaves by itself."""

    caption: Caption = Caption()
    audience: Audience = Audience.COMMUNITY
    portrayed: Portrayed = Portrayed.UNSAID
    until_ms: int | None = None


@dataclass(frozen=True)
class Revision:
    """One numbered revision: a decision names it, and it never changes once it is proposed.

    `why` is the code of its last decision, or why it was taken back, and `note` what the moderator added in own words.
    `decided_by` is for finding another moderator for an appeal, and shown to nobody. `post_at_ms` is when an approved
    one goes out.
    """

    number: int
    state: Showing
    proposal: Proposal
    why: str = ""
    note: str = ""
    decided_by: PersonId | None = None
    post_at_ms: int | None = None

    @property
    def decider_left(self) -> bool:
        """Whether a moderator decided it who has been forgotten since: nobody knows any more who that was."""
        return self.state in _DECIDED_ONCE and self.decided_by is None and self.why != DELETED_THERE


@dataclass(frozen=True)
class Claim:
    """Who looks at it at the moment, so that nobody else does."""

    moderator: PersonId
    until_ms: int


@dataclass(frozen=True)
class Record:
    """What became of an author's publications in one community alone."""

    shown: int = 0
    declined: int = 0
    removed: int = 0


@dataclass(frozen=True)
class PublicationView:
    """A publication as one viewer may see it.

    `revision` is the newest for the owner and for moderators, the shown one for everybody else. `number` of the video
    and `claim` are 0 and None for whom they are no business. `record` is the author's, for moderators. `was_removed`
    says that the decision which is appealed took it down, and not that it was never shown. A permanent link is
    /c/{community_slug}/{slug} at the public address. `keeps_until_ms` is until when it keeps its video beyond the
    video's own end date, for the owner; None where it doesn't.
    """

    publication: Publication
    revision: Revision
    number: int
    seconds: int
    assets: tuple[Asset, ...]
    slug: str = ""
    community_slug: str = ""
    hold: bool = False
    waiting_since_ms: int | None = None
    shown_at_ms: int | None = None
    claim: Claim | None = None
    record: Record | None = None
    was_removed: bool = False
    keeps_until_ms: int | None = None


@dataclass(frozen=True)
class Decided:
    """One decision in a community's history, for its moderators; `verb` and `reason` are codes, `at_ms` is UTC.

    Who decided is told of the reader's `own` decisions alone. `title` is None where they may not see it any more.
    """

    publication: PublicationId
    verb: str
    reason: str
    at_ms: int
    own: bool
    title: str | None = None


@dataclass(frozen=True)
class Key:
    """Where a page ends: the time by which it is sorted, and the id that decides between equal ones."""

    at_ms: int
    publication: PublicationId


@dataclass(frozen=True)
class Feed:
    """What a community's own channel has to show of a publication now, for its deliverer; `shown` None for nothing.

    A permanent link is /c/{community_slug}/{slug} at the public address, for audience `anyone` alone.
    """

    publication: Publication
    owner: PersonId
    platform: Platform
    place: str | None
    shown: Revision | None
    assets: tuple[Asset, ...]
    seconds: int
    slug: str
    spoilers: bool
    community_slug: str = ""


class ReadsPublications(Protocol):
    """What the reading door gives of publications."""

    async def publishing(self, viewer: Viewer, community: CommunityId, surface: Surface) -> Publishing:
        """Give what holds for publishing, to members. Raises NotFound("community_not_found")."""

    async def publication(self, viewer: Viewer, publication: PublicationId, surface: Surface) -> PublicationView | None:
        """Give a publication, or None for a miss and for what the viewer may not find alike."""

    async def allows(self, viewer: Viewer, action: Action, publication: PublicationId, surface: Surface) -> bool:
        """Ask the gate about a video in the light of one publication; no for a miss."""

    async def publication_of(self, viewer: Viewer, video: VideoId, community: CommunityId) -> PublicationView | None:
        """Give the viewer's own publication of a video in a community; None where there is none."""

    async def publications(self, viewer: Viewer, video: VideoId) -> Sequence[PublicationView]:
        """Give all publications of the viewer's own video."""

    async def first_shown(self, viewer: Viewer, video: VideoId) -> int | None:
        """Give since when the viewer's own video was shown to others first (UTC ms); None where it never was."""

    async def queue(
        self, viewer: Viewer, community: CommunityId, surface: Surface, *, after: Key | None = None, limit: int = 10
    ) -> Sequence[PublicationView]:
        """Give what waits for a decision in a community, the longest waiting first, to its moderators."""

    async def waiting(self, viewer: Viewer, community: CommunityId, surface: Surface) -> int:
        """Count what waits for a decision, for a community's moderators; 0 for everybody else."""

    async def showcase(
        self, viewer: Viewer, community: CommunityId, surface: Surface, *, before: Key | None = None, limit: int = 24
    ) -> Sequence[PublicationView]:
        """Give what a community shows to this viewer, the newest first."""

    async def decisions(
        self, viewer: Viewer, community: CommunityId, surface: Surface, limit: int = 50
    ) -> Sequence[Decided]:
        """Give what was decided last in a community, the newest first, to its moderators; nothing to others."""

    async def publication_at(
        self, viewer: Viewer, community: CommunityId, slug: str, surface: Surface
    ) -> PublicationView | None:
        """Give what a permanent link names while it is shown; None for a miss and for what isn't theirs alike."""

    async def publication_named(
        self, viewer: Viewer, community: CommunityId, slug: str, surface: Surface
    ) -> PublicationView | None:
        """Give what a permanent link named, shown or not, to whom may find it; None for a miss and a refusal alike."""

    async def history(self, viewer: Viewer, publication: PublicationId, surface: Surface) -> Sequence[Event]:
        """Give a publication's history to its moderators, oldest first, without who did it; nothing to others."""


class WritesPublications(ReadsPublications, Protocol):
    """What the writing door keeps of publications."""

    async def trim(self, video: VideoId) -> Sequence[AssetId]:
        """Take inputs and the owner's words but the title out of a video whose output is kept by a publication.

        Gives the assets whose bytes are nobody's then. A second time is fine.
        """

    async def add_publication(self, publication: Publication, proposal: Proposal | None = None) -> None:
        """Keep a new publication with its first revision, under a random name for its link."""

    async def propose(self, publication: PublicationId, revision: int, proposal: Proposal) -> None:
        """Keep another proposal for a draft. Raises LostRace("publication_moved_on", state)."""

    async def revise(self, publication: PublicationId, revision: int, *, actor: PersonId) -> int:
        """Begin a new draft beside what is shown, which stays as approved; gives its number. Raises LostRace."""

    async def move_publication(
        self,
        publication: PublicationId,
        revision: int,
        verb: str,
        *,
        actor: PersonId | None = None,
        reason: str = "",
        note: str = "",
    ) -> Showing:
        """Make one move of SHOWING_MOVES on a revision, with its event and its outbox rows.

        Raises LostRace("publication_moved_on", state), NotAllowed: held, banned.
        """

    async def claim_publication(
        self, publication: PublicationId, revision: int, moderator: PersonId, until_ms: int
    ) -> None:
        """Take a waiting revision for one moderator. Raises NotAllowed("claimed", until_ms), LostRace."""

    async def release_publication(self, publication: PublicationId, moderator: PersonId) -> None:
        """Give back what a moderator took; what isn't theirs stays."""

    async def note_look(self, seen: PublicationId | VideoId, *, moderator: PersonId) -> None:
        """Note that a moderator opened what is to be decided."""

    async def hold_video(self, video: VideoId, *, on: bool, actor: PersonId | None, reason: str = "") -> bool:
        """Close the gate to all but the owner and the case's reviewers, or open it again; says whether it changed.

        Raises NotAllowed for opening: case_holds for what a case keeps closed, restore_holds for what a restore does.
        """

    async def reopen(self, publication: PublicationId, revision: int, *, actor: PersonId) -> int:
        """Withdraw an approved revision, and begin a draft that says the same; gives its number. Raises LostRace."""

    async def author(self, publication: PublicationId) -> PersonId:
        """Give whose video it is, to keep a ban; for no reply. Raises LostRace for a miss."""

    async def proposed_since(self, viewer: Viewer, community: CommunityId, since_ms: int) -> int:
        """Count what the viewer proposed or showed in a community since a time."""

    async def choose_publishing(
        self, viewer: Viewer, community: CommunityId, publishing: Publishing, surface: Surface
    ) -> None:
        """Keep what an admin chose for publishing, with its event. Raises NotFound, NotAllowed as choosing does."""

    async def pause_publishing(self, viewer: Viewer, community: CommunityId, *, paused: bool, surface: Surface) -> None:
        """Stop new publishing, or let it go on: moderators may. Raises NotFound, NotAllowed("not_moderator")."""

    async def ban(self, community: CommunityId, person: PersonId, until_ms: int, *, actor: PersonId) -> None:
        """Keep keyed tokens of all accounts of somebody: they count until a time, whatever becomes of the person."""

    async def unban(self, community: CommunityId, person: PersonId, *, actor: PersonId) -> bool:
        """Take the bans of somebody's accounts away; says whether there was one."""


class KnowsPublications(Protocol):
    """What sweeps and deliverers read of publications without a viewer; never for a reply."""

    async def to_post(self, now_ms: int, limit: int) -> Sequence[tuple[PublicationId, int]]:
        """Name approved revisions whose time to go out has come."""

    async def to_expire(self, now_ms: int, limit: int) -> Sequence[tuple[PublicationId, int]]:
        """Name shown revisions whose own end has come."""

    async def to_trim(self, now_ms: int, limit: int) -> Collection[VideoId]:
        """Name videos that are kept by a publication alone, and whose words and inputs are still there."""

    async def posts_in(self, community: CommunityId) -> Sequence[PublicationId]:
        """Name the publications of a community that have a post in a channel."""

    async def feed(self, publication: PublicationId) -> Feed | None:
        """Say what a community's channel has to show of a publication; None when it or the community is gone."""
