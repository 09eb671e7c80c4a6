"""Communities: Discord servers and Telegram groups, what their admins chose, and from where somebody speaks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Protocol

from core.gate import Surface
from core.people import CommunityId, Identity, PersonId, Platform, Preferences, Role, Viewer
from core.rules import Limit, Rule
from core.videos import Portrayed, VideoId

MODERATORS_MOST = 10
"""How many roles and people may be chosen to moderate a community."""


@dataclass(frozen=True)
class Place:
    """Where somebody speaks, as the platform tells it with each event: never kept, never taken from their words.

    `external_id` is the platform's id of the server or group; `is_admin` says that the platform lets them configure
    it; `roles` are the platform's ids of the roles that they have there; `name` is how the platform calls it now.
    """

    platform: Platform
    external_id: str
    is_admin: bool = False
    roles: frozenset[str] = frozenset()
    name: str = ""


class Spot(Enum):
    """What a place inside a community is chosen for."""

    SHOWCASE = "showcase"
    REVIEW = "review"


class Loss(Enum):
    """Why a chosen place can't be used any more; IDLE: nobody moderated there for a week, and the place stays."""

    DELETED = "deleted"
    CLOSED = "closed"
    IDLE = "idle"


class Pictures(Enum):
    """Whose pictures members may make videos of from a message's menu."""

    OWN = "own"
    ANYONE = "anyone"


@dataclass(frozen=True)
class Customs:
    """What holds for every member: whether pictures and videos hide behind a click, and whose pictures are free.

    `rule` says which routes may make the videos that are begun here, `budget` what they may cost in a month at most;
    None: what the operator lets be spent.
    """

    spoilers: bool = False
    pictures: Pictures = Pictures.OWN
    rule: Rule = field(default_factory=Rule)
    budget: Limit | None = None


@dataclass(frozen=True)
class Choices:
    """What the admins of a community chose. Places, roles and people are the platform's ids; no name is kept."""

    showcase: str | None = None
    review: str | None = None
    moderators: tuple[str, ...] = ()
    customs: Customs = Customs()

    def at(self, spot: Spot) -> str | None:
        """Give the place that is chosen for something."""
        return self.showcase if spot is Spot.SHOWCASE else self.review

    def without(self, moderator: str) -> "Choices":
        """Give the same choices without one moderator."""
        return replace(self, moderators=tuple(one for one in self.moderators if one != moderator))

    def moved(self, spot: Spot, place: str | None) -> "Choices":
        """Give the same choices with another place for something."""
        return replace(self, showcase=place) if spot is Spot.SHOWCASE else replace(self, review=place)


@dataclass(frozen=True)
class Community:
    """A server or group that we are in. `set_up_by` is who chose last; times are UTC milliseconds.

    `lost` are the chosen places that went away and that no admin was told of yet.
    """

    id: CommunityId
    platform: Platform
    external_id: str
    joined_at_ms: int
    choices: Choices = Choices()
    set_up_by: PersonId | None = None
    lost: tuple[tuple[Spot, Loss], ...] = ()


@dataclass(frozen=True)
class Opening:
    """Which community somebody's private chat is about, where it is set up there: until `until_ms` (UTC), then gone.

    `action` is the press that waits for what they pick, "" for none; `request` is the number of their picker.
    """

    identity: Identity
    community: CommunityId
    until_ms: int
    action: str = ""
    request: int = 0


@dataclass(frozen=True)
class Arrival:
    """Who speaks, as far as we know them: None before the first meeting. `community` is the one that they speak in.

    `origin` is the person that their account was before it was connected with another one. `banned` says that the
    moderators of that community took publishing from their account.
    """

    person: PersonId | None
    preferences: Preferences
    community: CommunityId | None = None
    role: Role | None = None
    origin: PersonId | None = None
    banned: bool = False


def role_in(moderators: Collection[str], identity: Identity, place: Place) -> Role:
    """Say what somebody is where they speak: from what the platform tells now and what its admins chose."""
    if place.is_admin:
        return Role.ADMIN
    theirs = place.roles | {identity.external_id}
    return Role.MEMBER if theirs.isdisjoint(moderators) else Role.MODERATOR


class ReadsCommunities(Protocol):
    """What the reading door gives of communities."""

    async def arrival(self, identity: Identity, place: Place | None) -> Arrival:
        """Give all that is known of somebody who speaks, at one go."""

    async def community(self, viewer: Viewer, community: CommunityId, surface: Surface) -> Community:
        """Give what is chosen, to whom may choose. Raises NotFound("community_not_found"), NotAllowed otherwise."""

    async def community_named(self, slug: str) -> CommunityId | None:
        """Give the community that a web address names, while its admins let it show to anyone; None otherwise."""

    async def address_of(self, viewer: Viewer, community: CommunityId, surface: Surface) -> str:
        """Give a community's name in web addresses, to its members; "" for others and for one that has ended."""

    async def customs(self, viewer: Viewer, community: CommunityId, surface: Surface) -> Customs:
        """Give what holds for members, to members; to everybody else what holds where nothing is chosen."""


class WritesCommunities(Protocol):
    """What the writing door keeps of communities."""

    async def begin_community(self, platform: Platform, external_id: str) -> CommunityId:
        """Give the community of a server or group that we are in, and begin it at the first time."""

    async def end_communities(self, platform: Platform, external_ids: Collection[str]) -> int:
        """End communities: their choices and the platform's ids go at once. Gives how many there were."""

    async def move_community(self, platform: Platform, old: str, new: str) -> None:
        """Follow a group that has another id now: as a community, and wherever it is a chosen place."""

    async def keep_opening(self, opening: Opening) -> None:
        """Keep which community a private chat is about, in place of any other; those that are over go."""

    async def close_opening(self, identity: Identity) -> None:
        """Forget which community a private chat is about."""

    async def choose(self, viewer: Viewer, community: CommunityId, choices: Choices, surface: Surface) -> None:
        """Keep what an admin chose, with its event. Raises as `community` does."""

    async def lose_spots(self, community: CommunityId, lost: Sequence[tuple[Spot, Loss]]) -> None:
        """Empty chosen places that went away, and leave one notice for its admins; nothing else is lost."""

    async def lose_moderator(self, platform: Platform, external_id: str, moderator: str) -> None:
        """Take a role that is gone out of a community's moderators."""

    async def told_losses(self, community: CommunityId) -> None:
        """Note that an admin was told what was lost."""


class WritesPortrayed(Protocol):
    """What the writing door keeps of who is in pictures that somebody else posted."""

    async def keep_portrayed(self, video: VideoId, portrayed: Portrayed) -> None:
        """Keep what is known, with a new video."""

    async def say_portrayed(self, video: VideoId, portrayed: Portrayed, *, actor: PersonId) -> None:
        """Keep what the owner says. Raises LostRace("video_moved_on", state) unless it is a draft that lacks it."""


class KnowsCommunities(Protocol):
    """What flows and deliverers read of communities without a viewer; never for a reply."""

    async def communities(self, platform: Platform) -> Sequence[Community]:
        """Give all communities that we are in on a platform."""

    async def community_at(self, platform: Platform, external_id: str) -> Community | None:
        """Give the community of a server or group; None where there is none."""

    async def communities_choosing(self, platform: Platform, place: str) -> Sequence[Community]:
        """Give the communities for which a place is chosen; on Telegram a place may be chosen for several."""

    async def community(self, community: CommunityId) -> Community | None:
        """Give a community; None when it has ended."""

    async def opening(self, identity: Identity) -> Opening | None:
        """Give which community somebody's private chat is about now."""

    async def end_openings(self) -> int:
        """Drop every opening that is over; gives how many. Writes only where there is one."""

    async def identity_of(self, person: PersonId, platform: Platform) -> Identity | None:
        """Give somebody's account on a platform, to write to them."""
