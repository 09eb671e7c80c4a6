"""Receipts as they are kept: what was erased, item by item, in versions; open while an item waits.

Each version is signed (core/erasure/receipts.py) and none is changed. An item moves once, from WAITING to something
else; the version in which nothing waits any more closes the receipt. Times are UTC milliseconds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from hashlib import sha256
from typing import Protocol
from uuid import UUID

from core.chats import Posted
from core.errors import HushreelError
from core.people import PersonId, Viewer
from core.records import Receipt, Remains
from core.videos import VideoId

OPEN_AT_MOST_MS = 90 * 86_400_000
"""How long a receipt may wait for copies outside; what nobody confirmed until then is called so."""

LOOKS_AFTER_MS = (0, 5_000, 60_000, 600_000, 3_600_000, 6 * 3_600_000, 24 * 3_600_000)
"""The pauses between two looks at an open receipt: the last one from then on."""


RECALL = "recall"
"""The kind of an outbox row that has a message (its subject) taken back that belongs to nobody any more."""

NOBODY = PersonId(UUID(int=0))
"""Whose a message is that is taken back without a person."""


class ReceiptMoved(HushreelError):
    """A receipt isn't what somebody went on from: it has to be read again. data: none."""


class ItemState(Enum):
    """What became of one thing that is to be erased."""

    WAITING = "waiting"
    DONE = "done"
    EXPIRES = "expires"
    """It goes by itself, on a date and by a paper."""

    CANNOT_RECALL = "cannot_recall"
    UNCONFIRMED = "unconfirmed"
    """Nobody told us in time that it is gone."""


@dataclass(frozen=True)
class Item:
    """One thing in one place: `what` and `where` are codes, `why` is one for what can't be recalled or confirmed.

    `until_ms` and `paper` (a clause's id) say when and by what an EXPIRES goes; of what was DONE at a generator
    elsewhere, `until_ms` says when. `copy` names the row by which we know a copy outside, `task` is its id at a
    generator, "" where nobody knows it; both are never part of a receipt.
    """

    what: str
    where: str
    state: ItemState = ItemState.WAITING
    until_ms: int | None = None
    paper: str = ""
    why: str = ""
    copy: UUID | None = None
    task: str = ""

    @property
    def waits(self) -> bool:
        """Say whether nothing became of it yet."""
        return self.state is ItemState.WAITING


@dataclass(frozen=True)
class Position:
    """How far the erasure journal had come: its lines, and the chain's value at the last of them."""

    lines: int
    head: str


NOWHERE = Position(0, "")
"""The position of receipts from before positions were kept."""


@dataclass(frozen=True)
class Opened:
    """What whoever asked for an erasure is given: the receipt's number, and the secret that shows it to its holder."""

    number: str
    secret: str = field(repr=False)


@dataclass(frozen=True)
class OpenReceipt:
    """A receipt that something waits for, as flows and sweeps know it.

    `version` is the newest one's, 0 for one that an earlier Hushreel owed; `looks` counts how often it was looked at.
    `video` is None for a whole person's.
    """

    id: str
    version: int
    opened_at_ms: int
    body: str
    items: tuple[Item, ...]
    number: int = 0
    files: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    position: Position = NOWHERE
    video: VideoId | None = None
    looks: int = 0

    def settled(self, changes: Mapping[int, Item]) -> "OpenReceipt":
        """Give it with some of its items, by place, changed. Raises ReceiptMoved("item_settled") for a settled one.

        What an item is, and where, never changes.
        """
        items = list(self.items)
        for place, item in changes.items():
            before = items[place]
            if not before.waits or (item.what, item.where) != (before.what, before.where):
                raise ReceiptMoved("item_settled")
            items[place] = item
        return replace(self, items=tuple(items))

    @property
    def is_open(self) -> bool:
        """Say whether any item waits."""
        return any(one.waits for one in self.items)

    @property
    def over_at_ms(self) -> int:
        """Give when what still waits is called unconfirmed."""
        return self.opened_at_ms + OPEN_AT_MOST_MS


@dataclass(frozen=True)
class Version:
    """One signed version of a receipt."""

    number: int
    issued_at_ms: int
    body: str
    signature: str


@dataclass(frozen=True)
class Owed:
    """A receipt that comes when nothing is left here, its secret, whose it is, and the account that its video is from.

    Its version is 0, and it has none yet.
    """

    receipt: OpenReceipt
    secret: str = field(repr=False)
    person: PersonId | None = None
    origin: PersonId | None = None


@dataclass(frozen=True)
class Shown:
    """A receipt as whoever holds its secret sees it: all its versions, the oldest first, and the salt.

    `salt` (hexadecimal) opens the commitments; it is made of the secret, and kept nowhere.
    """

    id: str
    versions: tuple[Version, ...]
    salt: str = field(repr=False)

    @property
    def newest(self) -> Version:
        """Give the version that counts."""
        return self.versions[-1]


def salt_of(secret: str) -> bytes:
    """Give the salt of a receipt's commitments: of its secret alone, so that it stands in no table."""
    return sha256(b"hushreel receipt salt " + secret.encode()).digest()[:16]


def committed(salt: bytes, erased: UUID) -> str:
    """Commit to an id that was erased: SHA-256 over salt and id, hexadecimal."""
    return sha256(salt + erased.bytes).hexdigest()


class ReadsReceipts(Protocol):
    """What the reading door gives of receipts."""

    async def receipt(self, viewer: Viewer, video: VideoId) -> Receipt | None:
        """Give the newest version of the receipt of a video that the viewer erased."""

    async def receipt_versions(self, viewer: Viewer, video: VideoId) -> Shown | None:
        """Give all versions of the receipt of a video that the viewer erased."""

    async def receipt_held(self, number: str, secret: str) -> Shown | None:
        """Give a receipt to whoever brings its number and its secret; None for a miss and a wrong secret alike."""


class WritesReceipts(ReadsReceipts, Protocol):
    """What the writing door keeps of receipts."""

    async def remains(self, video: VideoId) -> Remains | None:
        """Give what is left of a video being erased, in this transaction; None when nothing is."""

    async def open_receipt(
        self, receipt: OpenReceipt, first: Version, secret: str, person: PersonId | None, *, origin: PersonId | None
    ) -> None:
        """Keep a receipt with its first version: the secret hashed, and sealed for its owner while it has one.

        `origin` is the account that the video came from. Raises ReceiptMoved("receipt_there") where its video has one.
        """

    async def all_remains(self, closed: Sequence[VideoId]) -> Mapping[VideoId, Remains]:
        """Give what is left of videos being erased, by video."""

    async def owe_receipts(self, owed: Sequence[Owed]) -> None:
        """Keep receipts that have no version yet. Raises ReceiptMoved("receipt_there") where a video has one."""

    async def without_receipt(self, closed: Sequence[VideoId]) -> Sequence[VideoId]:
        """Name those of some videos that have no receipt, owed or issued."""

    async def next_versions(self, issued: Sequence[tuple[OpenReceipt, Version]]) -> None:
        """Keep the next versions of several receipts as `next_version` does: all or none."""

    async def next_version(self, receipt: OpenReceipt, issued: Version) -> None:
        """Keep the next version of a receipt, and tell its owner. Raises ReceiptMoved("receipt_moved_on").

        The messages that it asked for are forgotten once nothing waits any more.
        """

    async def look_later(self, receipt: OpenReceipt, at_ms: int) -> None:
        """Look at an open receipt again at some time (UTC ms), and have what it waits for in chats asked for again."""

    async def recall(self, number: str, posted: Sequence[UUID]) -> None:
        """Have messages taken back that belong to nobody any more, for the receipt of this number.

        Their rows are taken out of those of a person; what is kept is sealed, and dropped once the message is gone.
        """

    async def drop_recall(self, posted: UUID) -> None:
        """Forget a message that was taken back."""

    async def open_receipt_of(self, video: VideoId) -> OpenReceipt | None:
        """Give the receipt of a video as flows know it, while something of ours waits; None for no such one."""

    async def disown_receipts(self, person: PersonId) -> int:
        """Let a person's receipts belong to nobody: whoever has a secret can show its receipt. Gives how many."""

    async def keep_checkpoint(self, position: Position) -> None:
        """Keep how far the erasure journal has come, so that one that was cut off is found."""


class KnowsReceipts(Protocol):
    """What flows and sweeps read of erasures and receipts without a viewer."""

    async def erasing(self) -> Sequence[VideoId]:
        """Give videos whose erasure was begun and not finished: their receipts still wait for something of ours."""

    async def begun(self) -> Sequence[UUID]:
        """Give what the flow `erase` has to do: videos, and departures of people whose videos are still there.

        What is erased many at once is left out: whoever does that finishes it.
        """

    async def departing(self, departure: UUID, limit: int) -> Sequence[VideoId]:
        """Name videos of somebody who leaves."""

    async def remains(self, video: VideoId) -> Remains | None:
        """Give what is left of a video being erased; None when nothing is."""

    async def all_remains(self, closed: Sequence[VideoId]) -> Mapping[VideoId, Remains]:
        """Give what is left of videos being erased, by video."""

    async def owed(self, video: VideoId) -> tuple[PersonId | None, OpenReceipt] | None:
        """Give a video's owner and receipt while something of ours waits to be erased; None otherwise."""

    async def all_owed(self, videos: Sequence[VideoId]) -> Sequence[OpenReceipt]:
        """Give the receipts of some videos while something of ours waits to be erased."""

    async def unissued(self, limit: int) -> Sequence[VideoId]:
        """Give videos that were closed at their end date, and whose receipts wait for them to be gone."""

    async def receipts_due(self, now_ms: int, limit: int) -> Sequence[OpenReceipt]:
        """Give open receipts that are to be looked at, the longest due first."""

    async def recall_named(self, posted: UUID) -> Posted | None:
        """Give a message that is to be taken back without a person, as NOBODY's; None for every other one."""

    async def checkpoint(self) -> Position | None:
        """Give how far the erasure journal had come at the last erasure; None before the first."""
