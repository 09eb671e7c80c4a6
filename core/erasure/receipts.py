"""Receipts: what was erased, where and when, signed. A receipt shows what we state, not that no other copy exists."""

import base64
import json
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from core.chats import CopyKind
from core.erasure.chats import EMPTIED, LEFT, REMOVED, WAITING
from core.errors import OperatorError
from core.people import PersonId
from core.records import Receipt
from core.videos import VideoId

FORMAT = 1
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0 and O, 1 and I: people read numbers of receipts aloud."""

ERASED = ("video", "poster", "preview", "inputs", "prompt", "title", "file_names", "keys", "history")
PLACES = ("database", "sealed_store")
CHAT_FILES = "chat_files"
EPHEMERAL_FILES = "ephemeral_files"
SENT_FILES = "sent_files"
CANNOT_RECALL = ("saved_by_people", "spare_cells_and_snapshots_hold_sealed_bytes_only")
STATEMENT = "Signed: shows what we state, not that no other copy exists."


class BadReceipt(OperatorError):
    """A file that is no receipt, or one that was changed. data: none."""


class Signer(Protocol):
    """What signs receipts."""

    def sign(self, body: str) -> str:
        """Sign text (Ed25519); base64url without padding."""

    def public_key(self) -> str:
        """Give what signatures are checked with; base64url without padding."""


def new_number() -> str:
    """Draw a receipt's number: R- and 8 letters that can't be mixed up, 40 random bits."""
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"R-{drawn[:4]}-{drawn[4:]}"


def issue(
    video: VideoId,
    owner: PersonId,
    number: int,
    roles: Sequence[str],
    *,
    issued_at_ms: int,
    signer: Signer,
    chats: Sequence[Mapping[str, str]] = (),
) -> Receipt:
    """Sign a receipt for an erased video.

    `roles` are those of the assets that were there; `chats` says what became of the files in chats, each with
    platform, kind, and done: removed, emptied, waiting or left.
    """
    name = new_number()
    body = json.dumps(
        {
            "format": FORMAT,
            "receipt": name,
            "video": f"#{number}",
            "erased_at": _iso(issued_at_ms),
            "erased": [*ERASED, *_told(chats, {REMOVED, EMPTIED})],
            "files": sorted(roles),
            "where": list(PLACES),
            "chats": [dict(one) for one in chats],
            "waiting": _told(chats, {WAITING}),
            "cannot_recall": [*CANNOT_RECALL, *_told(chats, {LEFT})],
            "statement": STATEMENT,
            "public_key": signer.public_key(),
        },
        sort_keys=True,
        separators=(",", ":"),
    )
    return Receipt(name, video, owner, number, issued_at_ms, body, signer.sign(body))


def _told(chats: Sequence[Mapping[str, str]], done: Collection[str]) -> list[str]:
    """Name the sorts of files in chats of which this became; of ours, those out of reach are in ephemeral messages."""
    kinds = {one["kind"] for one in chats if one["done"] in done}
    ours = EPHEMERAL_FILES if LEFT in done else CHAT_FILES
    theirs = {CopyKind.UPLOAD.value}
    return [*([ours] if kinds - theirs else []), *([SENT_FILES] if kinds & theirs else [])]


@dataclass(frozen=True)
class Verified:
    """A receipt whose signature holds. `public_key` says by whom: compare it with the service's own."""

    number: str
    video: str
    erased_at: str
    public_key: str


def verify(text: str) -> Verified:
    """Check a receipt: JSON with `body` and `signature`. Raises BadReceipt: receipt_unreadable, receipt_changed."""
    try:
        content = json.loads(text)
        body, signature = str(content["body"]), str(content["signature"])
        told = json.loads(body)
        key = Ed25519PublicKey.from_public_bytes(_bytes(told["public_key"]))
        key.verify(_bytes(signature), body.encode())
        return Verified(told["receipt"], told["video"], told["erased_at"], told["public_key"])
    except InvalidSignature:
        raise BadReceipt("receipt_changed") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BadReceipt("receipt_unreadable") from None


def _iso(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
