"""What knowledge is told before it answers: frozen facts, filled by whoever asks. Times are UTC milliseconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Visibility(Enum):
    """How far a video can be seen, from nobody else to anyone."""

    PRIVATE = "private"
    SELECTED = "selected"
    COMMUNITY = "community"
    PUBLIC = "public"


class State(Enum):
    """Where a video is in its life."""

    ASKED = "asked"
    QUEUED = "queued"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNSURE = "unsure"
    ERASING = "erasing"
    ERASED = "erased"


class Training(Enum):
    """Whether a generator's owner trains models on what it gets, as far as the papers say."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    CONFLICT = "conflict"


class Origin(Enum):
    """What a video is made of; values are IPTC's terms, which its mark holds."""

    ALGORITHM = "algorithmicMedia"
    COMPOSITE = "composite"
    MODEL = "trainedAlgorithmicMedia"
    COMPOSITE_WITH_MODEL = "compositeWithTrainedAlgorithmicMedia"


class CopyKind(Enum):
    """How a copy sits in a chat, which decides whether anybody can take it back."""

    EPHEMERAL = "ephemeral"
    DIRECT = "direct"
    POST = "post"
    RECEIVED = "received"
    """In the chat of somebody with whom it is shared."""

    REVIEW = "review"
    """On a card for the moderators who decide."""

    LOOKED = "looked"
    """In the answer to a moderator who opened it, which nobody else can change after a while."""


@dataclass(frozen=True)
class ChatCopy:
    """A file that a chat platform holds. `platform` is its name as people know it ("Discord").

    `leaves_at_ms` says when it is taken out of the chat to keep that tidy (UTC), None where that isn't done.
    """

    platform: str
    kind: CopyKind
    leaves_at_ms: int | None = None


@dataclass(frozen=True)
class VideoFacts:
    """One video as it is now, for its owner.

    `generator` is a key of knowledge/routes.toml. `sent` says whether its generator was sent anything; None derives it
    from the state, on the careful side; `sent_at_ms` is when it left for there (UTC). `origin` is what it is made of,
    as its mark says it, None where nobody said. `published_at_ms` with a private video means that it was published
    before.
    `reviewers_of` names the community whose moderators can open it while they decide, "" for one without a name, None
    for none; `kept_until_ms` is when it goes at the latest where a publication keeps it beyond its own end date (UTC).
    `shared_with`, `community` and `seen_by` are names for people to read; `has_picture` is None
    where nobody said. `shared_until_ms` is when the last of them loses it by itself (UTC), None where only their owner
    stops it. `asked_on` names the platform that carried the words and files ("Discord"), "" for none;
    `sent_leaves_at_ms` says when those files are taken out of the chat (UTC), None where nobody does that. `linked`
    says that it may be handed over by a one-time link. What is `held` is so because of a report, or, where it was
    `restored`, because it came back from a backup without the record of what was erased since.
    Neither prompt nor title decides anything.
    """

    number: int | None = None
    title: str = ""
    visibility: Visibility = Visibility.PRIVATE
    shared_with: tuple[str, ...] = ()
    shared_until_ms: int | None = None
    community: str = ""
    published_at_ms: int | None = None
    held: bool = False
    restored: bool = False
    generator: str = "motion"
    sent: bool | None = None
    sent_at_ms: int | None = None
    origin: Origin | None = None
    state: State = State.READY
    has_picture: bool | None = None
    ends_at_ms: int | None = None
    copies: tuple[ChatCopy, ...] = ()
    asked_on: str = ""
    sent_leaves_at_ms: int | None = None
    linked: bool = False
    seen_by: tuple[str, ...] = ()
    reviewers_of: str | None = None
    kept_until_ms: int | None = None


@dataclass(frozen=True)
class AccountFacts:
    """What one person has here. `open_to_others` counts videos that anybody else can open.

    `tidy` says that they have chats tidied where a platform lets us: files leave them after 47 hours.
    """

    videos: int = 0
    open_to_others: int = 0
    next_end_ms: int | None = None
    tidy: bool = False


@dataclass(frozen=True)
class Checked:
    """What the operator's own copy of a paper, of the day `copied` (ISO 8601), made of a clause: read, contradicted."""

    clause: str
    certainty: str
    copied: str


@dataclass(frozen=True)
class PolicyFacts:
    """What the running service is set up to do; fills the figures of our own policy.

    `operator_name` and `operator_contact` may be "" while nothing but the demo runs. `platforms` are the keys of
    knowledge/platforms.toml that it is connected to; `links` says whether one-time links can be opened from outside,
    `server` whether the operator runs a Telegram server of their own, through which files pass. `storage` is the host
    of the object store that keeps the sealed bytes, "" where they lie on this machine. `checked` are the clauses of
    other people's papers that were held against the operator's own copies. `model` is the host of the language model
    that rephrases answers, "" for none. `comfyui_host` is the machine of the operator's that ComfyUI runs on, "" for
    this one; `comfyui_clears` says that we can delete the files that it keeps.
    """

    operator_name: str = ""
    operator_contact: str = ""
    retention_ms: int = 7 * 86_400_000
    retention_max_ms: int = 30 * 86_400_000
    routes: tuple[str, ...] = ("motion",)
    demo: bool = False
    platforms: tuple[str, ...] = ()
    links: bool = False
    server: bool = False
    storage: str = ""
    checked: tuple[Checked, ...] = ()
    model: str = ""
    comfyui_host: str = ""
    comfyui_clears: bool = False

    @property
    def connects(self) -> bool:
        """Whether two accounts of one human can meet here: it is connected to more than one platform."""
        return len(self.platforms) > 1


@dataclass(frozen=True)
class ObjectionFacts:
    """What a letter to whoever runs a generator stands on, as clause ids: what it `rests` on, what speaks `against` it.

    `address` is where the papers say to write, by the clause `named_in`; both "" where they name none. In the `house`
    there is nobody to write to: what made the video runs on the operator's own machine. `own` says that people use
    this way by an account of their own, and not through the operator.
    """

    house: bool = False
    own: bool = False
    rests: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    address: str = ""
    named_in: str = ""


@dataclass(frozen=True)
class RouteFacts:
    """A generator and the way it is reached.

    `received` says whether using it hands words and pictures to a program other than Hushreel. `documents` are the
    papers that govern it; `clauses` cites clause ids by question: sent, uses, copies, until, undone. `clears_after_ms`
    is when whoever runs it clears a video, by the clauses of `cleared`, None where no paper gives a time. `objection`
    is what a letter to whoever runs it can say.
    """

    name: str
    received: bool
    training: Training
    documents: tuple[str, ...] = ()
    clauses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    clears_after_ms: int | None = None
    objection: ObjectionFacts = ObjectionFacts()
