"""Who somebody is: people, their identities on platforms, and what they are in a community."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NewType
from uuid import UUID

PersonId = NewType("PersonId", UUID)
CommunityId = NewType("CommunityId", UUID)

OPERATOR = PersonId(UUID(int=0))
"""Who acts in the name of the operator: in events and claims, and never a row of people."""


class Platform(Enum):
    """Where an identity lives."""

    DISCORD = "discord"
    TELEGRAM = "telegram"
    DEMO = "demo"


@dataclass(frozen=True)
class Identity:
    """One account on one platform, such as discord:123 or demo:owner."""

    platform: Platform
    external_id: str

    def __str__(self) -> str:
        """Write it as platform:id."""
        return f"{self.platform.value}:{self.external_id}"


FORGETS_AFTER_MS = 24 * 3_600_000
"""How long after joining no side may erase the whole account: time to notice, and to go apart again."""


@dataclass(frozen=True)
class PlatformAccount:
    """An account of somebody's own. `joined_at_ms` (UTC) is when it was connected with another one; None for never."""

    identity: Identity
    joined_at_ms: int | None = None

    def may_forget(self, now_ms: int) -> bool:
        """Say whether everything of its person may be erased from here."""
        return self.joined_at_ms is None or now_ms >= self.joined_at_ms + FORGETS_AFTER_MS


class Role(Enum):
    """What somebody is in one community."""

    MEMBER = "member"
    MODERATOR = "moderator"
    ADMIN = "admin"


@dataclass(frozen=True)
class Viewer:
    """Whoever asks to read or change something. Every read takes one.

    A stranger has no person. The operator is a viewer of the command line, and of the desk that it opens:
    no chat surface makes one.
    """

    person: PersonId | None = None
    roles: Mapping[CommunityId, Role] = field(default_factory=dict)
    banned_from: frozenset[CommunityId] = frozenset()
    operator: bool = False
    erased: bool = False

    @property
    def community(self) -> CommunityId | None:
        """The community that they speak in; in a chat they have a role in that one alone."""
        return next(iter(self.roles), None)


STRANGER = Viewer()


class Delivery(Enum):
    """How a finished video comes: as a file in the chat, or as a one-time link, so that the platform gets no copy."""

    FILE = "file"
    LINK = "link"


@dataclass(frozen=True)
class Preferences:
    """What a person chose in /settings. `time_zone` is an IANA name.

    `language` is a BCP 47 tag, None for the one that their platform names. `tidy` lets files leave the chat after 47
    hours, and `protect` forbids to forward or save them there, on platforms that can do that. `notices` lets us write
    to them when somebody shares a video with them.
    """

    language: str | None = None
    time_zone: str = "UTC"
    delivery: Delivery = Delivery.FILE
    tidy: bool = True
    protect: bool = False
    notices: bool = True
