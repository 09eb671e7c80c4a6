"""What passes between core and the outside: frozen records, without behaviour. Times are UTC milliseconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any
from uuid import UUID

from core.people import PersonId
from core.videos import USED_IN_ORDER, Asset, AssetId, AssetRole, Effect, Extras, Publication, Shape, Video, VideoId
from core.work import Memory


class Lane(Enum):
    """Queues with limits of their own."""

    RENDER = "render"
    REMOTE = "remote"
    """Videos that others make, or another program: none of them waits behind what is rendered here."""
    HOUSEKEEPING = "housekeeping"
    EXPORTS = "exports"
    """Archives of all that people have here, one at a time: an erasure never waits for one."""


@dataclass(frozen=True)
class Order:
    """What a person asked for, beside what they gave.

    `text` is laid over the picture; `start_ms` is where in a clip or sound the video begins.
    """

    prompt: str
    shape: Shape
    seconds: int
    seed: int
    route: str = "motion"
    effect: Effect = Effect.NONE
    text: str = ""
    start_ms: int = 0
    extras: Extras = field(default_factory=Extras)


@dataclass(frozen=True)
class Material:
    """One input as a generator gets it, in normal form. The memory is the caller's to close."""

    media_type: str
    memory: Memory
    duration_ms: int | None = None


@dataclass(frozen=True)
class VideoView:
    """A video as one viewer may see it. `title` follows who looks; others see no number, `prompt`, `text`, `extras`."""

    video: Video
    title: str
    prompt: str
    assets: tuple[Asset, ...]
    granted: frozenset[PersonId]
    publications: tuple[Publication, ...]
    hold: bool
    place: int | None = None
    text: str = ""
    extras: Extras = field(default_factory=Extras)

    @property
    def inputs(self) -> tuple[Asset, ...]:
        """What the owner gave, in the order in which it is used; nothing for everybody else."""
        own = (asset for asset in self.assets if asset.role is AssetRole.INPUT)
        return tuple(sorted(own, key=lambda asset: USED_IN_ORDER.index(asset.media)))


@dataclass(frozen=True)
class Titled:
    """A video of the reader's own by number and title, for finding it; `title` follows its owner."""

    video: VideoId
    number: int
    title: str


@dataclass(frozen=True)
class Account:
    """What one person has here. `open_to_others` counts videos that anybody else can open."""

    videos: int
    open_to_others: int
    next_end_ms: int | None


@dataclass(frozen=True)
class Job:
    """What a flow needs to make a video. Only flows get one; no reply is built from it."""

    video: Video
    order: Order
    inputs: tuple[Asset, ...]
    assets: tuple[Asset, ...]


@dataclass(frozen=True)
class OutboxRow:
    """Something to tell a surface, at least once and in order per subject. Receivers are idempotent by `id`."""

    id: UUID
    surface: str
    kind: str
    subject: UUID
    person: PersonId | None
    attempts: int = 0


@dataclass(frozen=True)
class Event:
    """One line of a subject's history: ids and codes, never words."""

    subject: UUID
    verb: str
    actor: PersonId | None
    reason: str
    at_ms: int


@dataclass(frozen=True)
class Token:
    """What a button that changes something is bound to. Stored hashed, spent with the change."""

    action: str
    subject: UUID
    person: PersonId
    revision: int
    expires_at_ms: int


@dataclass(frozen=True)
class SealedBytes:
    """Where sealed bytes are. `wrapped_key` opens with the master key only; `size_bytes` is of the plaintext."""

    asset: AssetId
    wrapped_key: bytes
    nonce_prefix: bytes
    size_bytes: int


class Trains(Enum):
    """Whether a route's owner trains models on what it gets."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class PrivacyLabel:
    """What happens to what a route gets. Clause ids cite each field; they are opaque here."""

    host: str
    country: str
    leaves_the_house: bool
    keeps_inputs: str
    keeps_outputs: str
    trains: Trains
    deletes: str
    passes_on_to: tuple[str, ...] = ()
    clauses: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Check:
    """Whether a route can do an order; if not (or only in part), what it can't and what it can.

    `effect` is the one that the words ask for and that can be done to what is given.
    """

    possible: bool
    cannot: tuple[str, ...] = ()
    can: tuple[str, ...] = ()
    effect: Effect = Effect.NONE


@dataclass(frozen=True)
class Offers:
    """Which of an order's extras a generator takes: names of camera moves and of modes, the usual mode first.

    `cuts` are cuts of its own; `continues`: it goes on from a video that it made itself, or has it speak.
    """

    negative: bool = False
    cameras: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    sound: bool = False
    cuts: bool = False
    continues: bool = False


@dataclass(frozen=True)
class Cost:
    """What a video costs with a generator elsewhere. None is unknown, never 0.

    `amount_micro` is in millionths of `currency` (ISO 4217).
    """

    amount_micro: int | None = None
    currency: str | None = None


class Stage(Enum):
    """How far a task at a generator elsewhere has come. GONE: it is no longer known there, or has been cleared."""

    WAITING = "waiting"
    WORKING = "working"
    READY = "ready"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True)
class Standing:
    """How a task at a generator elsewhere stands. `share` is the finished one, None where it isn't told.

    `code` says why it failed (one of `core.generation.declined`), with the data that its sentence needs.
    """

    state: Stage
    share: float | None = None
    code: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


class Outcome(Enum):
    """What becomes of the copies at a generator elsewhere. EXPIRES: by themselves; NEVER: nobody promises it."""

    DELETED = "deleted"
    EXPIRES = "expires"
    NEVER = "never"


@dataclass(frozen=True)
class Erased:
    """What asking a generator elsewhere to erase a task came to; `until_ms` is when its copies expire, where known."""

    outcome: Outcome
    until_ms: int | None = None


@dataclass(frozen=True)
class Remains:
    """What is left of a video that is being erased; `origin` is the account that it came from.

    One whose owner is `leaving` goes with them, and by their receipt.
    """

    owner: PersonId
    number: int
    assets: tuple[Asset, ...]
    origin: PersonId | None = None
    leaving: bool = False


@dataclass(frozen=True)
class Receipt:
    """A signed statement of what was erased, in its newest version, as its owner has it.

    `body` is the exact JSON that `signature` (Ed25519, base64url) covers. `is_open` says that something waits still,
    `erasing` that something of ours does. `secret` shows it to whoever brings it, "" where there is none.
    """

    id: str
    video: VideoId
    person: PersonId
    number: int
    issued_at_ms: int
    body: str
    signature: str
    version: int = 1
    is_open: bool = False
    erasing: bool = False
    secret: str = field(default="", repr=False)
