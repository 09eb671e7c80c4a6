"""Messages of ours in chats: what the doors and the ledger say of them. Platform ids are the platform's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol
from uuid import UUID, uuid5

from core.people import PersonId, Platform, Viewer
from core.videos import AssetId, PublicationId, VideoId

TIDYING = frozenset({Platform.TELEGRAM})
"""Platforms whose chats are kept tidy, and whose messages can be protected from forwarding and saving."""

TIDIED_AFTER_MS = 47 * 3_600_000
"""How long files stay in a chat that is kept tidy: Telegram removes nothing that is older than 48 hours."""


class CopyKind(Enum):
    """How a message sits in a chat, which decides who can read it and whether anybody can take it back."""

    EPHEMERAL = "ephemeral"
    DIRECT = "direct"
    POST = "post"
    REVIEW = "review"
    """A card for a community's moderators, which holds a blurred poster; with a token, the video as one looks at it."""

    UPLOAD = "upload"
    """A message of theirs with a file for a video: never copied by us, and taken out of the chat with the video."""


IN_CHANNELS = frozenset({CopyKind.POST, CopyKind.REVIEW})
"""What a community reads, and never its owner's own chat: no card of the owner's is drawn there."""

_NAMED = UUID("5d0c4b0e-8f7d-4f0b-9f0d-5a1b7c9d2e31")

NO_VIDEO = VideoId(UUID(int=0))
"""What a message shows of which it isn't known yet: somebody asked for a video and was told to wait."""


@dataclass(frozen=True)
class Posted:
    """One message of ours that shows a video's card, or of its owner's with a file for it (UPLOAD).

    Ours is kept before it is sent, and before a file is put into it. `message` is None until the platform told its id;
    `media` names the file that it holds or is about to hold. `channel` is "" while nobody can be written to there.
    `tidied` says that its file was taken out to keep the chat tidy, and comes back when its reader asks; of an upload,
    that it was to leave the chat and couldn't.
    `token` edits an ephemeral message until `token_until_ms` (UTC): after that nobody can change or remove it.
    """

    id: UUID
    platform: Platform
    person: PersonId
    video: VideoId
    kind: CopyKind
    channel: str
    message: str | None = None
    media: AssetId | None = None
    token: str = ""
    token_until_ms: int = 0
    posted_at_ms: int = 0
    tidied: bool = False


def post_of(publication: PublicationId) -> UUID:
    """Give the id under which the post of a publication is kept: there is one at most."""
    return publication


def review_of(publication: PublicationId) -> UUID:
    """Give the id under which a publication's card for moderators is kept."""
    return uuid5(_NAMED, f"review:{publication}")


def decision_of(publication: PublicationId) -> UUID:
    """Give the id under which it is kept that a decision on a publication is still to be told."""
    return uuid5(_NAMED, f"decision:{publication}")


class ReadsPosted(Protocol):
    """What the reading door gives of our messages."""

    async def posted(self, viewer: Viewer, video: VideoId) -> Sequence[Posted]:
        """Give our messages about the viewer's own video, the oldest first; none of anybody else's.

        What a moderator looks at is among them, without whose it is, where it stands, or a token.
        """


class WritesPosted(Protocol):
    """What the writing door keeps of our messages."""

    async def keep_posted(self, posted: Posted) -> None:
        """Keep a message, or what changed of it; its token is sealed."""

    async def drop_posted(self, posted: UUID) -> None:
        """Forget a message that is gone or holds nothing any more."""


class KnowsPosted(Protocol):
    """What deliverers read of our messages without a viewer: they outlive the video that they showed."""

    async def posted_about(self, platform: Platform, video: VideoId) -> Sequence[Posted]:
        """Give our messages about a video on one platform, the oldest first."""

    async def posted_of(self, video: VideoId) -> Sequence[Posted]:
        """Give our messages about a video on every platform, the oldest first."""

    async def all_posted(self, named: Sequence[VideoId]) -> Sequence[Posted]:
        """Give our messages about several videos on every platform, the oldest first."""

    async def posted_unsent(self, platform: Platform) -> Sequence[Posted]:
        """Give what was kept and never got a message's id, and what waits for somebody who can't be written to."""

    async def posted_open(self, platform: Platform, now_ms: int, since_ms: int) -> Sequence[Posted]:
        """Give what may have to be drawn again after a start: whose token lives, and new private ones without a file.

        `since_ms` says from when on those are new (UTC).
        """

    async def posted_named(self, posted: UUID) -> Posted | None:
        """Give what is kept under an id of ours; None for a message that was dropped."""

    async def posted_due(self, platform: Platform, until_ms: int, limit: int) -> Sequence[Posted]:
        """Give what shall leave the chats of those who want theirs tidy, the oldest first.

        That is cards with a file, and uploads, that were posted at `until_ms` (UTC) or before; what stands in a
        community's chats is none of them.
        """

    async def posted_in(self, platform: Platform, channel: str) -> Sequence[Posted]:
        """Give our messages in one chat or channel, the oldest first."""

    async def posted_as(self, platform: Platform, channel: str, message: str) -> Posted | None:
        """Give our message by the platform's ids; None for one that we don't know."""
