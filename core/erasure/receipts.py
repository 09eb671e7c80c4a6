"""Receipts: what was erased, where and when, signed. A receipt shows what we state, not that no other copy exists.

How a receipt comes to be, for whoever erases something (a video, a person):

1. In the transaction that closes the gate, after `journaled` wrote the ids, `open_receipt` issues version 1 at once:
   items of ours wait, those that nobody can reach say so. It gives number and secret; only the asker gets the secret.
2. When no file of ours holds anything of it any more, `ours_gone` issues the version that says so.
3. What waits outside is looked at again and again (core/erasure/copies.py); each change is a version, and the one in
   which nothing waits closes the receipt: after 90 days at the latest.

A version is a JSON body of format 2 and a signature (Ed25519, base64url) over exactly that text. Each names the hash of
the one before, and how far the erasure journal had come. Commitments are SHA-256 over a salt and an id that was erased;
the salt is made of the secret. Receipts of format 1 had one version, and are checked as before.
"""

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Protocol
from uuid import UUID

from core.erasure.verify import ACCOUNT
from core.people import PersonId
from core.ports import Clock, Ids, Journal, Writes
from core.receipts import (
    LOOKS_AFTER_MS,
    NOWHERE,
    Item,
    ItemState,
    Opened,
    OpenReceipt,
    Owed,
    Position,
    Version,
    committed,
    salt_of,
)
from core.videos import VideoId

FORMAT = 2
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0 and O, 1 and I: people read numbers of receipts aloud."""

DATABASE, SEALED_STORE, BACKUPS, DISK, PEOPLE = "database", "sealed_store", "backups", "disk", "people"
OBJECT_STORE = "object_store"
"""The same store once more, where it is a bucket: what it keeps of its own accord is not ours to delete."""

OURS = frozenset({DATABASE, SEALED_STORE})
"""Where an item is that goes within seconds, and whose going we see ourselves."""

STATEMENT = "Signed: shows what we state, not that no other copy exists."


class Signer(Protocol):
    """What signs receipts."""

    def sign(self, body: str) -> str:
        """Sign text (Ed25519); base64url without padding."""

    def public_key(self) -> str:
        """Give what signatures are checked with; base64url without padding."""


class Backups(Protocol):
    """What backups hold for how long: nothing where there is none."""

    paper: str
    """The clause that says how long a backup is kept."""

    def newest_end_ms(self) -> int | None:
        """Give when the newest backup that there is will be gone (UTC ms); None where there is no backup."""


class NoBackups:
    """No backup is ever made."""

    paper = ""

    def newest_end_ms(self) -> int | None:
        """Give None: nothing is in a backup."""
        return None


class Habits(Protocol):
    """How the store of sealed bytes goes about what is deleted there."""

    @property
    def keeps_versions(self) -> bool:
        """Whether it keeps that as an older version."""


class Forgets:
    """A store that keeps nothing of what is deleted."""

    keeps_versions = False


@dataclass(frozen=True)
class Issuer:
    """What issuing receipts needs."""

    signer: Signer
    clock: Clock
    ids: Ids
    backups: Backups = NoBackups()  # noqa: RUF009 - it holds nothing
    habits: Habits = Forgets()  # noqa: RUF009 - as above


@dataclass(frozen=True)
class Closed:
    """What was closed and is to be erased. `items` are what becomes of it, the waiting ones of ours among them.

    `erased` are ids that the receipt commits to, `files` the roles of assets that were there. For a video: its id, its
    owner and number, and the account that it came from (`origin`). For a whole person: none of these.
    """

    items: Sequence[Item]
    position: Position = NOWHERE
    erased: Sequence[UUID] = ()
    files: Sequence[str] = ()
    video: VideoId | None = None
    number: int = 0
    person: PersonId | None = None
    origin: PersonId | None = None


async def journaled(erased: Sequence[UUID], writes: Writes, journal: Journal) -> Position:
    """Write ids into the erasure journal, and how far it has come into the transaction: the journal comes first."""
    position = await journal.append(erased)
    await writes.keep_checkpoint(position)
    return position


async def open_receipt(writes: Writes, closed: Closed, issuer: Issuer) -> Opened:
    """Issue version 1 of a receipt, in the transaction that closes the gate.

    Gives its number and its secret: whoever asked is given that once, and nobody else. Raises
    ReceiptMoved("receipt_there") where the video has one.
    """
    secret = issuer.ids.token()
    receipt = _begun(closed, secret, issuer)
    first = issue(receipt, 1, receipt.opened_at_ms, issuer.signer)
    kept = replace(receipt, version=1, body=first.body)
    await writes.open_receipt(kept, first, secret, closed.person, origin=closed.origin or closed.person)
    return Opened(receipt.id, secret)


async def owe_receipts(writes: Writes, closed: Sequence[Closed], issuer: Issuer) -> None:
    """Keep what receipts will say of what ended by itself, in the transaction that closes the gate.

    Nobody waits for a first version: each is issued once, by `gone`, and closed where no chat holds a file of it.
    Raises ReceiptMoved("receipt_there") where one of the videos has a receipt.
    """
    owed = []
    for one in closed:
        secret = issuer.ids.token()
        owed.append(Owed(_begun(one, secret, issuer), secret, one.person, one.origin or one.person))
    await writes.owe_receipts(owed)


def _begun(closed: Closed, secret: str, issuer: Issuer) -> OpenReceipt:
    """Give a receipt of which no version is issued yet."""
    salt = salt_of(secret)
    return OpenReceipt(
        id=new_number(),
        version=0,
        opened_at_ms=issuer.clock.now_ms(),
        body="",
        items=tuple(closed.items),
        number=closed.number,
        files=tuple(sorted(closed.files)),
        commitments=tuple(sorted(committed(salt, one) for one in closed.erased)),
        position=closed.position,
        video=closed.video,
    )


async def next_version(
    receipt: OpenReceipt, changes: Mapping[int, Item], writes: Writes, issuer: Issuer, *, more: Sequence[Item] = ()
) -> OpenReceipt:
    """Issue the next version, in which some items (by place) are settled, and `more` stand that were found since.

    Raises ReceiptMoved: item_settled, receipt_moved_on.
    """
    changed, issued = _changed(receipt, changes, issuer, more)
    await writes.next_version(changed, issued)
    return replace(changed, version=issued.number, body=issued.body)


def _changed(
    receipt: OpenReceipt, changes: Mapping[int, Item], issuer: Issuer, more: Sequence[Item]
) -> tuple[OpenReceipt, Version]:
    changed = receipt.settled(changes)
    opened_at_ms = receipt.opened_at_ms or issuer.clock.now_ms()
    changed = replace(changed, items=(*changed.items, *more), opened_at_ms=opened_at_ms)
    return changed, issue(changed, receipt.version + 1, issuer.clock.now_ms(), issuer.signer)


async def ours_gone(
    receipt: OpenReceipt, writes: Writes, issuer: Issuer, changes: Mapping[int, Item], more: Sequence[Item] = ()
) -> OpenReceipt:
    """Issue the version that says that nothing of ours holds anything of it any more, backups apart.

    `changes` are what is known of copies outside by now, by place, and `more` copies that were found since.
    """
    changed, issued = gone(receipt, issuer, changes, more)
    await writes.next_version(changed, issued)
    return replace(changed, version=issued.number, body=issued.body)


def gone(
    receipt: OpenReceipt, issuer: Issuer, changes: Mapping[int, Item], more: Sequence[Item] = ()
) -> tuple[OpenReceipt, Version]:
    """Write that version as `ours_gone` issues it, for whoever keeps many of them at once."""
    done = {
        place: replace(item, state=ItemState.DONE)
        for place, item in enumerate(receipt.items)
        if item.waits and item.where in OURS
    }
    until_ms = issuer.backups.newest_end_ms()
    kept = Item("backups", BACKUPS, ItemState.EXPIRES, until_ms, issuer.backups.paper)
    return _changed(receipt, done | dict(changes), issuer, [*more, kept] if until_ms else more)


def look_again_ms(receipt: OpenReceipt, now_ms: int) -> int:
    """Give when an open receipt is looked at next (UTC ms): after a pause that grows, and not after its end."""
    pause_ms = LOOKS_AFTER_MS[min(receipt.looks + 1, len(LOOKS_AFTER_MS) - 1)]
    return max(now_ms + LOOKS_AFTER_MS[1], min(now_ms + pause_ms, receipt.over_at_ms))


def new_number() -> str:
    """Draw a receipt's number: R- and 8 letters that can't be mixed up, 40 random bits."""
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"R-{drawn[:4]}-{drawn[4:]}"


def issue(receipt: OpenReceipt, number: int, issued_at_ms: int, signer: Signer) -> Version:
    """Write and sign one version (UTC ms); `receipt.body` is that of the version before, "" for the first."""
    body = json.dumps(
        {
            "format": FORMAT,
            "receipt": receipt.id,
            "version": number,
            "state": "open" if receipt.is_open else "closed",
            "video": f"#{receipt.number}" if receipt.video is not None else ACCOUNT,
            "closed_to_everybody_at": _iso(receipt.opened_at_ms),
            "issued_at": _iso(issued_at_ms),
            "items": [_told(one) for one in receipt.items],
            "files": list(receipt.files),
            "commitments": list(receipt.commitments),
            "journal": {"lines": receipt.position.lines, "head": receipt.position.head},
            "previous": sha256(receipt.body.encode()).hexdigest() if receipt.body else "",
            "statement": STATEMENT,
            "public_key": signer.public_key(),
        },
        sort_keys=True,
        separators=(",", ":"),
    )
    return Version(number, issued_at_ms, body, signer.sign(body))


def _told(item: Item) -> dict[str, Any]:
    """Write an item as a receipt tells it: what is empty isn't told, nor by which row we know it."""
    facts = {
        "what": item.what,
        "where": item.where,
        "state": item.state.value,
        "until": "" if item.until_ms is None else _iso(item.until_ms),
        "paper": item.paper,
        "why": item.why,
    }
    return {name: fact for name, fact in facts.items() if fact}


def _iso(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
