"""Receipts as rows: the newest version in the receipt's own row, earlier ones beside it.

What the service itself has to know of a receipt (items, and by which rows it knows copies outside) is in `facts`. The
secret is kept as a digest, and sealed for as long as the receipt has an owner, whose cards show it.
"""

import hmac
import json
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from core.chats import CopyKind, Posted
from core.people import PersonId, Viewer
from core.receipts import NOWHERE, Item, ItemState, OpenReceipt, Owed, Position, ReceiptMoved, Shown, Version, salt_of
from core.records import Receipt
from core.storage.database import Database
from core.storage.recalling import ask_again, recall, recalled_of
from core.storage.tables import journal_checkpoint, posted, recalls, receipt_versions, receipts
from core.storage.telling import Telling
from core.storage.words import Wraps
from core.videos import VideoId

OURS = frozenset({"database", "sealed_store"})
"""Where items are whose going we see ourselves: a receipt is `erasing` while one of these waits."""

_ISSUED = receipts.c.version > 0
UNISSUED = (receipts.c.erasing, receipts.c.version == 0, receipts.c.video.is_not(None))
"""What is owed to whoever had a video that was erased with many others."""

_CHANGING = ("version", "issued_at_ms", "body", "signature", "facts", "erasing", "look_at_ms", "looks")
_FIRST = (
    sa.update(receipts)
    .where(receipts.c.id == sa.bindparam("receipt"), ~_ISSUED)
    .values({name: sa.bindparam(f"new_{name}") for name in _CHANGING})
)
_CHECKPOINT = 1


class ReceiptReads:
    """The reading door's part that is about receipts."""

    _connection: AsyncConnection
    _master_key: Wraps

    async def receipt(self, viewer: Viewer, video: VideoId) -> Receipt | None:
        """Give the newest version of the receipt of a video that the viewer erased."""
        row = await self._receipt_row(receipts.c.video == video, receipts.c.person == viewer.person)
        if row is None:
            return None
        return Receipt(
            row.id,
            VideoId(row.video),
            PersonId(row.person),
            row.number,
            row.issued_at_ms,
            row.body,
            row.signature,
            version=row.version,
            is_open=row.look_at_ms is not None,
            erasing=row.erasing,
            secret=self._secret(row),
        )

    async def receipt_versions(self, viewer: Viewer, video: VideoId) -> Shown | None:
        """Give all versions of the receipt of a video that the viewer erased."""
        row = await self._receipt_row(receipts.c.video == video, receipts.c.person == viewer.person)
        return None if row is None else await self._shown(row, self._secret(row))

    async def receipt_held(self, number: str, secret: str) -> Shown | None:
        """Give a receipt to whoever brings its number and its secret; None for a miss and a wrong secret alike."""
        row = await self._receipt_row(receipts.c.id == number)
        kept = row.digest if row is not None and row.digest else bytes(sha256().digest_size)
        is_right = hmac.compare_digest(kept, _digest(secret))
        return await self._shown(row, secret) if row is not None and is_right else None

    async def _receipt_row(self, *named: sa.ColumnElement[bool]) -> Any:
        return (await self._connection.execute(sa.select(receipts).where(*named, _ISSUED))).one_or_none()

    async def _shown(self, row: Any, secret: str) -> Shown:
        query = sa.select(receipt_versions).where(receipt_versions.c.receipt == row.id)
        earlier = await self._connection.execute(query.order_by(receipt_versions.c.version))
        versions = tuple(Version(one.version, one.issued_at_ms, one.body, one.signature) for one in earlier)
        newest = Version(row.version, row.issued_at_ms, row.body, row.signature)
        return Shown(row.id, (*versions, newest), salt_of(secret).hex() if secret else "")

    def _secret(self, row: Any) -> str:
        return self._master_key.unwrap(row.sealed_secret, _context(row.id)).decode() if row.sealed_secret else ""


class ReceiptWrites(ReceiptReads):
    """The writing door's part that is about receipts."""

    _telling: Telling

    async def open_receipt(
        self, receipt: OpenReceipt, first: Version, secret: str, person: PersonId | None, *, origin: PersonId | None
    ) -> None:
        """Keep a receipt with its first version: the secret hashed, and sealed for its owner while it has one.

        Raises ReceiptMoved("receipt_there") where its video has one.
        """
        sealed = self._master_key.wrap(secret.encode(), _context(receipt.id)) if person is not None else None
        values = _columns(receipt, first) | {
            "id": receipt.id,
            "video": receipt.video,
            "person": person,
            "origin": origin,
            "number": receipt.number,
            "digest": _digest(secret),
            "sealed_secret": sealed,
        }
        kept = await self._connection.execute(insert(receipts).values(values).on_conflict_do_nothing(["video"]))
        if not kept.rowcount:
            raise ReceiptMoved("receipt_there")

    async def owe_receipts(self, owed: Sequence[Owed]) -> None:
        """Keep receipts that have no version yet. Raises ReceiptMoved("receipt_there") where a video has one."""
        rows = [self._owed_row(one) for one in owed]
        if not rows:
            return
        try:
            await self._connection.execute(sa.insert(receipts), rows)
        except IntegrityError:
            raise ReceiptMoved("receipt_there") from None

    def _owed_row(self, one: Owed) -> dict[str, Any]:
        receipt, context = one.receipt, _context(one.receipt.id)
        sealed = self._master_key.wrap(one.secret.encode(), context) if one.person is not None else None
        none_yet = _columns(receipt, Version(0, receipt.opened_at_ms, "", "")) | {"look_at_ms": None}
        return none_yet | {
            "id": receipt.id,
            "video": receipt.video,
            "person": one.person,
            "origin": one.origin,
            "number": receipt.number,
            "digest": _digest(one.secret),
            "sealed_secret": sealed,
        }

    async def without_receipt(self, closed: Sequence[VideoId]) -> Sequence[VideoId]:
        """Name those of some videos that have no receipt, owed or issued."""
        query = sa.select(receipts.c.video).where(receipts.c.video.in_(closed))
        known = set((await self._connection.execute(query)).scalars())
        return [one for one in closed if one not in known]

    async def next_versions(self, issued: Sequence[tuple[OpenReceipt, Version]]) -> None:
        """Keep the next versions of several receipts as `next_version` does: all or none."""
        for receipt, version in issued:
            if receipt.version or receipt.video is None:
                await self.next_version(receipt, version)
        first = {one.id: (one, version) for one, version in issued if one.version == 0 and one.video is not None}
        if not first:
            return
        rows = [{"receipt": name, **_changing(one, version)} for name, (one, version) in first.items()]
        if (await self._connection.execute(_FIRST, rows)).rowcount != len(rows):
            raise ReceiptMoved("receipt_moved_on")
        for one, _ in first.values():
            if not one.is_open and any(item.copy for item in one.items):
                await self._forget_copies(one)
        query = sa.select(receipts.c.video, receipts.c.person)
        owned = await self._connection.execute(query.where(receipts.c.id.in_(first), receipts.c.person.is_not(None)))
        await self._telling.tell_owners("receipt", {VideoId(row.video): PersonId(row.person) for row in owned})

    async def next_version(self, receipt: OpenReceipt, issued: Version) -> None:
        """Keep the next version of a receipt, and tell its owner. Raises ReceiptMoved("receipt_moved_on").

        The messages that it asked for are forgotten once nothing waits any more.
        """
        named = sa.and_(receipts.c.id == receipt.id, receipts.c.version == receipt.version)
        columns = ("id", "version", "issued_at_ms", "body", "signature")
        before = sa.select(*(receipts.c[name] for name in columns)).where(named, _ISSUED)
        earlier = ("receipt", *columns[1:])
        await self._connection.execute(sa.insert(receipt_versions).from_select(earlier, before))
        changed = sa.update(receipts).where(named).values(_columns(receipt, issued))
        row = (await self._connection.execute(changed.returning(receipts.c.person))).one_or_none()
        if row is None:
            raise ReceiptMoved("receipt_moved_on")
        if not receipt.is_open:
            await self._forget_copies(receipt)
        if row.person is not None and receipt.video is not None:
            await self._telling.tell_owner("receipt", receipt.video, PersonId(row.person))

    async def _forget_copies(self, receipt: OpenReceipt) -> None:
        """Forget messages that still hold a file, which nobody asks for any more; others are drawn once more."""
        named = posted.c.id.in_([one.copy for one in receipt.items if one.copy])
        holds = sa.or_(posted.c.media.is_not(None), posted.c.kind == CopyKind.UPLOAD.value)
        await self._connection.execute(sa.delete(posted).where(named, holds))
        await self._connection.execute(sa.delete(recalls).where(recalls.c.receipt == receipt.id))

    async def look_later(self, receipt: OpenReceipt, at_ms: int) -> None:
        """Look at an open receipt again at some time, and have what it waits for in chats asked for again."""
        named = sa.and_(receipts.c.id == receipt.id, receipts.c.look_at_ms.is_not(None))
        values = {"look_at_ms": at_ms, "looks": receipts.c.looks + 1}
        await self._connection.execute(sa.update(receipts).where(named).values(values))
        await ask_again(self._connection, self._telling, receipt)

    async def recall(self, number: str, posted: Sequence[UUID]) -> None:
        """Have messages taken back that belong to nobody any more, for the receipt of this number."""
        await recall(self._connection, self._telling, self._master_key, number, posted)

    async def drop_recall(self, posted: UUID) -> None:
        """Forget a message that was taken back."""
        await self._connection.execute(sa.delete(recalls).where(recalls.c.id == posted))

    async def open_receipt_of(self, video: VideoId) -> OpenReceipt | None:
        """Give the receipt of a video as flows know it, while something of ours waits; None for no such one."""
        query = sa.select(receipts).where(receipts.c.video == video, receipts.c.erasing)
        row = (await self._connection.execute(query)).one_or_none()
        return None if row is None else open_receipt_of(row)

    async def disown_receipts(self, person: PersonId) -> int:
        """Let a person's receipts belong to nobody: whoever has a secret can show its receipt. Gives how many."""
        nobody = {"person": None, "origin": None, "sealed_secret": None}
        changed = sa.update(receipts).where(receipts.c.person == person).values(nobody).returning(receipts.c.id)
        return len((await self._connection.execute(changed)).all())

    async def keep_checkpoint(self, position: Position) -> None:
        """Keep how far the erasure journal has come, so that one that was cut off is found."""
        statement = insert(journal_checkpoint).values(asdict(position) | {"id": _CHECKPOINT})
        further = journal_checkpoint.c.lines < position.lines
        await self._connection.execute(
            statement.on_conflict_do_update(index_elements=["id"], set_=asdict(position), where=further)
        )


class KnownReceipts:
    """The ledger's part that is about receipts."""

    _database: Database
    _master_key: Wraps

    async def owed(self, video: VideoId) -> tuple[PersonId | None, OpenReceipt] | None:
        """Give a video's owner and receipt while something of ours waits to be erased; None otherwise."""
        query = sa.select(receipts).where(receipts.c.video == video, receipts.c.erasing)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else (None if row.person is None else PersonId(row.person), open_receipt_of(row))

    async def all_owed(self, videos: Sequence[VideoId]) -> Sequence[OpenReceipt]:
        """Give the receipts of some videos while something of ours waits to be erased."""
        query = sa.select(receipts).where(receipts.c.video.in_(videos), receipts.c.erasing)
        async with self._database.reading() as connection:
            return [open_receipt_of(row) for row in await connection.execute(query)]

    async def unissued(self, limit: int) -> Sequence[VideoId]:
        """Give videos that were closed at their end date, and whose receipts wait for them to be gone."""
        query = sa.select(receipts.c.video).where(*UNISSUED).limit(limit)
        async with self._database.reading() as connection:
            return [VideoId(one) for one in (await connection.execute(query)).scalars()]

    async def receipts_due(self, now_ms: int, limit: int) -> Sequence[OpenReceipt]:
        """Give open receipts that are to be looked at, the longest due first."""
        query = sa.select(receipts).where(receipts.c.look_at_ms <= now_ms)
        async with self._database.reading() as connection:
            rows = await connection.execute(query.order_by(receipts.c.look_at_ms).limit(limit))
            return [open_receipt_of(row) for row in rows]

    async def recall_named(self, posted: UUID) -> Posted | None:
        """Give a message that is to be taken back without a person, as NOBODY's; None for every other one."""
        async with self._database.reading() as connection:
            row = (await connection.execute(sa.select(recalls).where(recalls.c.id == posted))).one_or_none()
        return None if row is None else recalled_of(row, self._master_key)

    async def checkpoint(self) -> Position | None:
        """Give how far the erasure journal had come at the last erasure; None before the first."""
        async with self._database.reading() as connection:
            row = (await connection.execute(sa.select(journal_checkpoint))).one_or_none()
        return None if row is None else Position(row.lines, row.head)


async def forget_checkpoint(database: Database) -> None:
    """Forget how far the erasure journal had come: another one begins."""
    async with database.writing() as connection:
        await connection.execute(sa.delete(journal_checkpoint))


def open_receipt_of(row: Any) -> OpenReceipt:
    """Read a row of a receipt that something waits for."""
    facts = json.loads(row.facts)
    return OpenReceipt(
        id=row.id,
        version=row.version,
        opened_at_ms=facts.get("opened_at_ms", 0),
        body=row.body,
        items=tuple(_item_of(one) for one in facts["items"]),
        number=row.number,
        files=tuple(facts["files"]),
        commitments=tuple(facts.get("commitments", ())),
        position=Position(**facts["position"]) if "position" in facts else NOWHERE,
        video=None if row.video is None else VideoId(row.video),
        looks=row.looks,
    )


def _columns(receipt: OpenReceipt, issued: Version) -> dict[str, Any]:
    """Give the columns that change with each version."""
    facts = {
        "opened_at_ms": receipt.opened_at_ms,
        "items": [_facts(one) for one in receipt.items],
        "files": receipt.files,
        "commitments": receipt.commitments,
        "position": asdict(receipt.position),
    }
    return {
        "version": issued.number,
        "issued_at_ms": issued.issued_at_ms,
        "body": issued.body,
        "signature": issued.signature,
        "facts": json.dumps(facts),
        "erasing": any(one.waits and one.where in OURS for one in receipt.items),
        "look_at_ms": issued.issued_at_ms if receipt.is_open else None,
        "looks": 0,
    }


def _changing(receipt: OpenReceipt, issued: Version) -> dict[str, Any]:
    return {f"new_{name}": value for name, value in _columns(receipt, issued).items()}


def _facts(item: Item) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "what": item.what,
        "where": item.where,
        "state": item.state.value,
        "until_ms": item.until_ms,
        "paper": item.paper,
        "why": item.why,
        "copy": str(item.copy) if item.copy else None,
        "task": item.task,
    }
    return {name: fact for name, fact in facts.items() if fact not in {None, ""}}


def _item_of(facts: dict[str, Any]) -> Item:
    copy = UUID(facts["copy"]) if "copy" in facts else None
    return Item(**facts | {"state": ItemState(facts["state"]), "copy": copy})


def _digest(secret: str) -> bytes:
    return sha256(secret.encode()).digest()


def _context(number: str) -> bytes:
    return b"receipt:" + number.encode()
