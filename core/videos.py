"""The rules of a video's life: what it is, which moves it can make, and how visible it is.

The gate that decides who may do what with it is in core/gate.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, NewType, TypeVar
from uuid import UUID

from core.people import CommunityId, PersonId, Platform

VideoId = NewType("VideoId", UUID)
AssetId = NewType("AssetId", UUID)
PublicationId = NewType("PublicationId", UUID)

NO_NUMBER = 0
"""In the place of a video's number for everybody but its owner, who counts by it."""

PROMPT_LONGEST = 2_000
TITLE_LONGEST = 80
TITLE_WORDS_FROM_PROMPT = 6
TEXT_LONGEST = 200
SECONDS_SHORTEST = 1
SECONDS_LONGEST = 60
PICTURES_MOST = 10


class Shape(Enum):
    """Width to height."""

    WIDE = "16:9"
    TALL = "9:16"
    SQUARE = "1:1"


class Media(Enum):
    """What an input is, by its bytes."""

    PICTURE = "picture"
    SOUND = "sound"
    CLIP = "clip"


USED_IN_ORDER = (Media.PICTURE, Media.CLIP, Media.SOUND)
"""The order in which inputs are used; those of a kind stay as they came."""


class Effect(Enum):
    """What is done to a clip; those in RESTYLES are done to pictures too."""

    NONE = "none"
    STABILISE = "stabilise"
    SLOW = "slow"
    EXTEND = "extend"
    CARTOON = "cartoon"
    PENCIL = "pencil"
    PAINT = "paint"


RESTYLES = frozenset({Effect.CARTOON, Effect.PENCIL, Effect.PAINT})
"""Effects that pictures can have too; the others need a clip."""


class AssetRole(Enum):
    """What some bytes are to their video."""

    INPUT = "input"
    OUTPUT = "output"
    POSTER = "poster"
    PREVIEW = "preview"
    EXPORT = "export"


SHOWABLE_ROLES = frozenset({AssetRole.OUTPUT, AssetRole.POSTER, AssetRole.PREVIEW})
"""What others can ever get. Inputs and exports are the owner's alone."""


class Making(Enum):
    """States of a generation. ERASING is reachable from every other one and final."""

    ASKED = "asked"
    QUEUED = "queued"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNSURE = "unsure"
    ERASING = "erasing"


class Showing(Enum):
    """States of one numbered revision of a publication."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    APPROVED = "approved"
    SHOWN = "shown"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"
    EXPIRED = "expired"
    APPEALED = "appealed"


State = TypeVar("State", bound=Enum)


@dataclass(frozen=True)
class Move(Generic[State]):
    """One row of a transition table. `opens` marks a move towards visible: a hold or a ban stops it."""

    verb: str
    start: State
    end: State
    opens: bool = False


def _moves(verb: str, starts: Iterable[State], end: State, *, opens: bool = False) -> list[Move[State]]:
    return [Move(verb, start, end, opens) for start in starts]


class Portrayed(Enum):
    """Who is in the pictures of a video, as its owner says. It is asked of pictures that somebody else posted."""

    OWN = "own"
    UNSAID = "unsaid"
    SELF = "self"
    AGREED = "agreed"
    NOBODY = "nobody"


UNFINISHED = (Making.ASKED, Making.QUEUED, Making.MAKING)
"""What waits for its turn or is being made."""

WAITED_FOR = frozenset({Making.QUEUED, Making.MAKING})
"""What no end date ends: the clock begins anew when it is done."""

MAKING_MOVES: tuple[Move[Making], ...] = (
    *_moves("queue", [Making.ASKED], Making.QUEUED),
    *_moves("start", [Making.QUEUED], Making.MAKING),
    *_moves("finish", [Making.MAKING, Making.UNSURE], Making.READY),
    *_moves("fail", [*UNFINISHED, Making.UNSURE], Making.FAILED),
    *_moves("cancel", UNFINISHED, Making.CANCELLED),
    *_moves("lose_sight", [Making.MAKING], Making.UNSURE),
    *_moves("erase", [state for state in Making if state is not Making.ERASING], Making.ERASING),
)

SHOWING_MOVES: tuple[Move[Showing], ...] = (
    *_moves("propose", [Showing.DRAFT], Showing.PROPOSED, opens=True),
    *_moves("show", [Showing.DRAFT], Showing.SHOWN, opens=True),
    *_moves("approve", [Showing.PROPOSED], Showing.APPROVED, opens=True),
    *_moves("decline", [Showing.PROPOSED], Showing.DECLINED),
    *_moves(
        "withdraw",
        [Showing.PROPOSED, Showing.APPROVED, Showing.SHOWN, Showing.APPEALED],
        Showing.WITHDRAWN,
    ),
    *_moves("post", [Showing.APPROVED], Showing.SHOWN, opens=True),
    *_moves("remove", [Showing.SHOWN], Showing.REMOVED),
    *_moves("expire", [Showing.SHOWN], Showing.EXPIRED),
    *_moves("reinstate", [Showing.REMOVED], Showing.SHOWN, opens=True),
    *_moves("appeal", [Showing.DECLINED, Showing.REMOVED], Showing.APPEALED),
    *_moves("grant_appeal", [Showing.APPEALED], Showing.SHOWN, opens=True),
    *_moves("decline_again", [Showing.APPEALED], Showing.DECLINED),
    *_moves("remove_again", [Showing.APPEALED], Showing.REMOVED),
    *_moves("redraft", [Showing.DECLINED, Showing.WITHDRAWN, Showing.EXPIRED], Showing.DRAFT),
)


def starts_of(table: Iterable[Move[State]], verb: str) -> tuple[Move[State], ...]:
    """Give the rows of `verb`. Raises KeyError for a verb that the table doesn't have."""
    rows = tuple(move for move in table if move.verb == verb)
    if not rows:
        raise KeyError(verb)
    return rows


@dataclass(frozen=True)
class Video:
    """What is known of a video without its words. Times are UTC milliseconds.

    `number` is counted per person and never reused. `failure` is a stable error code. `asked_on` is where it was asked
    for: that platform carried the words and files. `portrayed` is OWN for what the owner gave: nobody asked.
    `begun_in` is the community whose rule and budget hold for it, None outside of one; only its owner is told.
    """

    id: VideoId
    owner: PersonId
    number: int
    state: Making
    route: str
    shape: Shape
    seconds: int
    seed: int
    asked_at_ms: int
    ends_at_ms: int
    effect: Effect = Effect.NONE
    start_ms: int = 0
    finished_at_ms: int | None = None
    failure: str | None = None
    asked_on: Platform = Platform.DEMO
    portrayed: Portrayed = Portrayed.OWN
    begun_in: CommunityId | None = None


def is_due(state: Making, ends_at_ms: int, kept_until_ms: int | None, now_ms: int, *, hold: bool) -> bool:
    """Say whether a video's end date has passed and nothing keeps it: `kept_until_ms` is how long a publication does.

    A hold keeps nothing. What waits or is being made is waited for.
    """
    if state in WAITED_FOR or ends_at_ms > now_ms:
        return False
    return hold or kept_until_ms is None or kept_until_ms <= now_ms


@dataclass(frozen=True)
class Extras:
    """What only some generators elsewhere can be asked for beside, each within the limits of its model.

    `negative` is what shall not be seen, `camera` a move that the generator names, `quality` a mode that it names (""
    is its usual one), `sound` a sound that it makes itself, `multi_shot` cuts of its own. `continues` is the task there
    whose video it goes on from; with `speech` its lips are moved to these words, with a sound to that sound.
    """

    negative: str = ""
    camera: str = ""
    quality: str = ""
    sound: bool = False
    multi_shot: bool = False
    continues: str = ""
    speech: str = ""


@dataclass(frozen=True)
class Words:
    """What the owner typed; sealed at rest by one key per video. `text` is laid over the picture."""

    prompt: str = ""
    title: str = ""
    file_names: tuple[str, ...] = ()
    text: str = ""
    extras: Extras = Extras()


def title_for_owner(words: Words) -> str:
    """Give the title, or the prompt's first 6 words, or "" for a video without either."""
    return words.title or " ".join(words.prompt.split()[:TITLE_WORDS_FROM_PROMPT])[:TITLE_LONGEST]


def title_for_others(words: Words) -> str:
    """Give the title that the owner typed, or "": nobody else sees words of the prompt."""
    return words.title


@dataclass(frozen=True)
class Asset:
    """Sealed bytes that belong to exactly one video."""

    id: AssetId
    video: VideoId
    role: AssetRole
    media_type: str
    size_bytes: int
    width: int
    height: int
    duration_ms: int | None = None

    @property
    def media(self) -> Media:
        """What it is, by its media type."""
        return _MEDIA[self.media_type.partition("/")[0]]


_MEDIA = {"image": Media.PICTURE, "audio": Media.SOUND, "video": Media.CLIP}


class Audience(Enum):
    """Whom a publication is for."""

    COMMUNITY = "community"
    ANYONE = "anyone"


@dataclass(frozen=True)
class Publication:
    """A video in one community. `state` and `revision` are of its newest revision; `shown_revision` is what is seen.

    `escalated` says that nobody in its community was there to decide it, so that it fell to the operator.
    """

    id: PublicationId
    video: VideoId
    community: CommunityId
    audience: Audience
    revision: int
    state: Showing
    shown_revision: int | None = None
    reported: bool = False
    appeal_open: bool = False
    escalated: bool = False


class Visibility(Enum):
    """How far a video can be seen. Derived, never stored."""

    PRIVATE = "private"
    SELECTED = "selected"
    COMMUNITY = "community"
    PUBLIC = "public"


def visibility(granted: frozenset[PersonId], publications: Iterable[Publication], *, hold: bool = False) -> Visibility:
    """Derive how far a video can be seen from its grants and publications; a hold closes all of them."""
    if hold:
        return Visibility.PRIVATE
    audiences = {one.audience for one in publications if one.shown_revision is not None}
    if Audience.ANYONE in audiences:
        return Visibility.PUBLIC
    if Audience.COMMUNITY in audiences:
        return Visibility.COMMUNITY
    return Visibility.SELECTED if granted else Visibility.PRIVATE
