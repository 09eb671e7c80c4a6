"""What core needs from outside, one protocol each.

Storage, engine, workers, generators and bots supply them; wiring joins them.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol, TypeVar
from uuid import UUID

from core.aging import ClosesMany, KnowsAges
from core.agreements import ReadsAgreements, WritesAgreements
from core.cases import KnowsCases, ReadsCases, WritesCases
from core.chats import KnowsPosted, ReadsPosted, WritesPosted
from core.communities import KnowsCommunities, ReadsCommunities, WritesCommunities, WritesPortrayed
from core.departures import KnowsDepartures, ReadsDepartures, WritesDepartures
from core.exports import KnowsExports, ReadsExports, WritesExports
from core.gate import Action, Decision, Surface
from core.grants import KnowsGrants, ReadsGrants, WritesGrants
from core.inbox import WritesInbox
from core.interviews import EndsInterviews, ReadsInterviews, WritesInterviews
from core.knocks import KnowsKnocks, ReadsKnocks, WritesKnocks
from core.meetings import ReadsMeetings, WritesMeetings
from core.oversight import KnowsOversight, ReadsOversight, WritesOversight
from core.pairings import ReadsPairings, WritesPairings
from core.people import CommunityId, PersonId, Platform, Viewer
from core.receipts import KnowsReceipts, Position, ReadsReceipts, WritesReceipts
from core.records import (
    Event,
    Job,
    Lane,
    Order,
    OutboxRow,
    SealedBytes,
    Titled,
    Token,
    VideoView,
)
from core.rules import ReadsRules, WritesRules
from core.spending import ReadsSpending, WritesSpending
from core.submissions import KnowsSubmissions, ReadsSubmissions, WritesSubmissions
from core.videos import Asset, AssetId, Making, Video, VideoId, Words
from core.work import Product, Source, Work

Result = TypeVar("Result")


class Clock(Protocol):
    """The time, passed in so that tests can move it."""

    def now_ms(self) -> int:
        """UTC milliseconds since 1970."""


class Ids(Protocol):
    """New names, passed in so that tests can foretell them."""

    def new(self) -> UUID:
        """Make a UUIDv7 for a table; never put one in a link."""

    def token(self) -> str:
        """Make 128 random bits, URL-safe, for links and buttons; stored hashed."""


class Reads(
    ReadsMeetings,
    ReadsAgreements,
    ReadsRules,
    ReadsDepartures,
    ReadsPosted,
    ReadsCommunities,
    ReadsOversight,
    ReadsInterviews,
    ReadsPairings,
    ReadsGrants,
    ReadsKnocks,
    ReadsCases,
    ReadsReceipts,
    ReadsExports,
    ReadsSpending,
    ReadsSubmissions,
    Protocol,
):
    """The reading door. Every read takes a viewer and gives only what the gate lets them find."""

    async def video(self, viewer: Viewer, video: VideoId, surface: Surface) -> VideoView | None:
        """Give one video, or None for a miss and for somebody else's alike."""

    async def video_by_number(self, viewer: Viewer, number: int) -> VideoView | None:
        """Give the viewer's own #number."""

    async def videos(self, viewer: Viewer, *, before: VideoId | None = None, limit: int = 10) -> Sequence[VideoView]:
        """Give the viewer's own videos, newest first, after a page's last one."""

    async def unfinished(self, viewer: Viewer) -> int:
        """Count the viewer's own videos that are asked, queued or being made."""

    async def titles(self, viewer: Viewer, limit: int) -> Sequence[Titled]:
        """Give number and title of the viewer's newest videos, newest first."""

    async def page_start(self, viewer: Viewer, last: VideoId, size: int) -> VideoId | None:
        """Give the video after which the page of `size` begins that ends with `last`; None where it is the first."""

    async def making(self, viewer: Viewer) -> Sequence[VideoId]:
        """Name the viewer's own videos that are not settled yet, the oldest first."""

    async def asset(self, viewer: Viewer, asset: AssetId, surface: Surface) -> tuple[Asset, Decision] | None:
        """Find an asset and ask the gate whether the viewer may open it; None for a miss and a refusal alike."""

    async def decide(self, viewer: Viewer, action: Action, video: VideoId, surface: Surface) -> Decision:
        """Ask the gate. Raises NotFound when the viewer may not even find the video."""

    async def events(self, viewer: Viewer, video: VideoId) -> Sequence[Event]:
        """Give the history of the viewer's own video, oldest first."""


class Writes(
    Reads,
    WritesMeetings,
    WritesAgreements,
    WritesRules,
    WritesDepartures,
    WritesPosted,
    WritesCommunities,
    WritesPortrayed,
    WritesOversight,
    WritesInterviews,
    WritesInbox,
    WritesPairings,
    WritesGrants,
    WritesKnocks,
    WritesCases,
    WritesReceipts,
    WritesExports,
    WritesSubmissions,
    WritesSpending,
    ClosesMany,
    Protocol,
):
    """The writing door: one transaction, taken with the write lock, kept whole or not at all."""

    async def add_video(
        self,
        owner: PersonId,
        video: VideoId,
        order: Order,
        words: Words,
        ends_at_ms: int,
        *,
        asked_on: Platform = Platform.DEMO,
        begun_in: CommunityId | None = None,
        out_of: VideoId | None = None,
    ) -> Video:
        """Keep a new video in state ASKED under the owner's next number, its words sealed by a key of its own.

        It comes from the account that asked, or from where the video came `out_of` which it is made.
        """

    async def add_asset(self, asset: Asset, sealed: "SealedBytes") -> None:
        """Keep where an asset's sealed bytes are, and its wrapped key."""

    async def drop_inputs(self, video: VideoId) -> Sequence[AssetId]:
        """Take the rows of a draft's inputs out; gives them, whose bytes are nobody's then."""

    async def rename(self, video: VideoId, title: str) -> None:
        """Seal a new title."""

    async def change_order(self, video: VideoId, order: Order, *, actor: PersonId) -> None:
        """Change what is asked for, its words and title kept otherwise. Raises LostRace unless it is still ASKED."""

    async def move_video(
        self,
        video: VideoId,
        verb: str,
        *,
        actor: PersonId | None = None,
        reason: str = "",
        failure: str | None = None,
        ends_at_ms: int | None = None,
    ) -> Making:
        """Make one move of MAKING_MOVES as a conditional update, with its event and its outbox row.

        Raises LostRace(state=...) when the video is in no state that the verb starts from.
        """

    async def set_end(self, video: VideoId, ends_at_ms: int, *, actor: PersonId) -> None:
        """Set another end date, with its event."""

    async def tell(self, surface: str, kind: str, subject: UUID, person: PersonId | None = None) -> None:
        """Write an outbox row, carried out after this transaction."""

    async def enqueue(self, video: VideoId, person: PersonId, lane: Lane) -> int:
        """Give a queued video its virtual finishing time (start-time fair queuing): the engine's priority."""

    async def first_in_line(self, lane: Lane) -> VideoId | None:
        """Name the queued video of place 1; None when none is queued."""

    async def offer(self, token: str, bound: Token) -> None:
        """Keep a button's token, hashed."""

    async def forget_video(self, video: VideoId) -> None:
        """Delete keys, words and every row of a video in state ERASING, and keep nothing but its owner's counter."""

    async def forget_videos(self, gone: Sequence[VideoId]) -> None:
        """Do so with many videos, in the same few statements."""

    async def spend(self, token: str, person: PersonId) -> Token | None:
        """Take a token out, once; None for one that is spent, expired, unknown or somebody else's."""

    async def void(self, action: str, subject: UUID) -> int:
        """Let nobody spend any more what was offered for one action with one thing; says how many tokens that were."""

    async def redeem(self, token: str, action: str) -> Token | None:
        """Take a token for one action out, whoever brings it; None for one that is spent, expired or unknown.

        What comes of it is asked of the gate for the person that the token is bound to, and nobody more.
        """


class Ledger(
    KnowsPosted,
    KnowsCommunities,
    KnowsOversight,
    EndsInterviews,
    KnowsGrants,
    KnowsKnocks,
    KnowsCases,
    KnowsDepartures,
    KnowsAges,
    KnowsReceipts,
    KnowsExports,
    KnowsSubmissions,
    Protocol,
):
    """What flows and sweeps read without a viewer: ids and orders, never for a reply."""

    async def job(self, video: VideoId) -> Job | None:
        """Give the order of a video; None when it is erased or being erased."""

    async def unfinished(self) -> Sequence[tuple[VideoId, Making, Lane, int]]:
        """Give videos asked, queued or being made, with their lane and their priority in it."""

    async def priority(self, video: VideoId) -> tuple[Lane, int] | None:
        """Give a waiting video's lane and virtual finishing time; None when it isn't unfinished any more."""

    async def known(self, assets: Sequence[AssetId]) -> frozenset[AssetId]:
        """Give those of some assets that a row names."""

    async def sealed(self, asset: AssetId) -> tuple[Asset, SealedBytes] | None:
        """Give an asset and where its sealed bytes are; None for one that no row names."""

    async def assets(self, video: VideoId) -> Sequence[AssetId]:
        """Name the assets of a video in whatever state."""

    async def overdue(self, now_ms: int, limit: int) -> Sequence[VideoId]:
        """Give videos whose end date has passed, the most overdue first; one in the making is waited for."""

    async def claim(self, surfaces: frozenset[str], lease_ms: int, limit: int) -> Sequence[OutboxRow]:
        """Lease the next outbox rows of these surfaces: the oldest of each subject that nobody holds."""

    async def settle(self, row: UUID) -> None:
        """Take a delivered row out."""

    async def postpone(self, row: UUID, until_ms: int) -> None:
        """Give a row back, to be tried again later."""


class Store(Protocol):
    """The database's two doors, and the flows' ledger."""

    @property
    def ledger(self) -> Ledger:
        """What flows and sweeps read."""

    def read(self) -> AbstractAsyncContextManager[Reads]:
        """Open the reading door; never hold it while awaiting anything but the database."""

    def write(self) -> AbstractAsyncContextManager[Writes]:
        """Open the writing door: BEGIN IMMEDIATE, committed at the end of the block, rolled back on an error."""

    async def scrub(self) -> None:
        """Truncate the write-ahead log until no reader is in the way, so that erased words are in no file."""


class Stream(Protocol):
    """Opened sealed bytes, for one decision. Stops by itself within a second of a revocation."""

    @property
    def asset(self) -> Asset:
        """Whose bytes these are."""

    def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        """Give plaintext bytes start..end (end excluded) in chunks of at most 64 KiB.

        Raises NotFound once the asset is revoked, BytesDamaged for bytes that don't authenticate.
        """


class Vault(Protocol):
    """Sealed bytes by asset."""

    async def seal(self, asset: AssetId, chunks: AsyncIterator[bytes], size_bytes: int) -> SealedBytes:
        """Seal a stream of known size under a new key. What was written is removed if the stream breaks."""

    async def open(self, asset: AssetId, decision: Decision) -> Stream:
        """Open an asset for a decision of the gate. Raises NotFound unless it allows just this asset."""

    async def open_for_flow(self, video: VideoId, asset: AssetId) -> Stream:
        """Open an input for the flow that makes this video out of it. Raises NotFound for another video's asset."""

    def stage(self, asset: AssetId, chunks: AsyncIterator[bytes]) -> AbstractAsyncContextManager[Source]:
        """Seal a stream of unknown size for the length of a block, under a key that only memory holds."""

    async def discard(self, assets: Sequence[AssetId]) -> None:
        """Remove sealed bytes; missing ones are fine."""

    async def sealed_before(self, at_ms: int) -> Sequence[AssetId]:
        """Give the assets whose sealed bytes were written before a time, whether or not a row names them."""


class Journal(Protocol):
    """The erasure journal: random ids in a file outside the data folder, replayed by a restore."""

    async def append(self, ids: Sequence[UUID]) -> Position:
        """Write ids and fsync before returning; says how far the journal has come by that."""


class Revocations(Protocol):
    """What may not be served any more, known to every serving process within 250 ms."""

    async def revoke(self, assets: Sequence[AssetId]) -> None:
        """Stop every stream of these assets, here at once and elsewhere at the next look."""

    def is_revoked(self, asset: AssetId) -> bool:
        """Ask before each chunk. True also once the sequence can't be read, or the database is lost: within 1 s."""


class WorkerPool(Protocol):
    """Separate processes for untrusted decoding and for rendering."""

    async def run(
        self,
        task: str,
        work: Work,
        *,
        serving: Sequence[Source] = (),
        on_progress: Callable[[float], None] | None = None,
        timeout_s: float = 60,
    ) -> Product:
        """Run a named task in a worker, which finds what is served as the work's `files`.

        Cancelling the awaiting task kills the worker at once. Raises BadInput when the task refuses its input,
        and LimitReached("worker_limit") when it needs too much time or memory or dies.
        """


class Steps(Protocol):
    """Durable steps: a flow that dies goes on after the last finished one. A step runs at least once."""

    async def step(self, name: str, do: Callable[[], Awaitable[Result]]) -> Result:
        """Run `do` unless an earlier life of this flow did, and remember its JSON result."""


Flow = Callable[[Steps, str], Awaitable[None]]
"""A plain coroutine over steps; its argument is an id, never words."""


Line = Callable[[], Awaitable[tuple[str, UUID] | None]]
"""Lets the first who waits on a lane begin: names its flow and subject, and never again; None when nobody waits."""


class Engine(Protocol):
    """Runs flows durably."""

    async def start(self, flow: str, subject: UUID, lane: Lane, priority: int) -> None:
        """Start a flow under its subject's id; one that waits or runs is left alone, a finished one starts afresh."""

    async def cancel(self, flow: str, subject: UUID) -> None:
        """Stop a flow and what it awaits, and return when it has cleaned up; an unknown or finished one is fine."""


class Deliverer(Protocol):
    """Carries outbox rows to one surface. Idempotent by the row's id."""

    async def deliver(self, row: OutboxRow) -> None:
        """Carry out one row; any error postpones it."""
