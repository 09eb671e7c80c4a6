"""Checking a receipt's file: whose signature each version has, and that they belong together."""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from core.errors import OperatorError

ACCOUNT = "account"
"""What a receipt says in the place of a video's number when it is for a whole person."""

_WAITING = "waiting"


class BadReceipt(OperatorError):
    """A file that is no receipt, or one that was changed. data: none."""


@dataclass(frozen=True)
class Verified:
    """A receipt whose signatures hold. `public_key` says by whom: compare it with the service's own.

    `version` is the newest in the file; `is_open` says that something waited when that was signed: a newer one may be
    at the service.
    """

    number: str
    video: str
    erased_at: str
    public_key: str
    version: int = 1
    is_open: bool = False


def verify(text: str) -> Verified:
    """Check a receipt: JSON with `body` and `signature`, and `versions` with those of earlier ones.

    Raises BadReceipt: receipt_unreadable; receipt_changed where a signature fails or versions don't belong together.
    """
    try:
        content = json.loads(text)
        told = [_signed(one) for one in (*content.get("versions", ()), content)]
        newest = told[-1][1]
        if any(not _follows(one, after) for one, after in pairwise(told)):
            raise BadReceipt("receipt_changed")
        if newest.get("format", 1) == 1:
            return Verified(newest["receipt"], newest["video"], newest["erased_at"], newest["public_key"])
        return Verified(
            number=newest["receipt"],
            video=newest["video"],
            erased_at=newest["closed_to_everybody_at"],
            public_key=newest["public_key"],
            version=int(newest["version"]),
            is_open=newest["state"] == "open",
        )
    except InvalidSignature:
        raise BadReceipt("receipt_changed") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadReceipt("receipt_unreadable") from None


def _signed(one: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Give a version's body and what it tells, once its signature holds. Raises InvalidSignature and whatever else."""
    body, signature = str(one["body"]), str(one["signature"])
    told: dict[str, Any] = json.loads(body)
    key = Ed25519PublicKey.from_public_bytes(_bytes(told["public_key"]))
    key.verify(_bytes(signature), body.encode())
    return body, told


def _follows(one: tuple[str, dict[str, Any]], after: tuple[str, dict[str, Any]]) -> bool:
    """Say whether a version comes right after another: of the same receipt, and no item waits again.

    By whom the one before was signed is under the newest one's signature, as the hash of its body.
    """
    (body, told), (_, later) = one, after
    same = all(told[name] == later[name] for name in ("receipt", "video", "closed_to_everybody_at"))
    counted = later["version"] == told["version"] + 1 and later["previous"] == sha256(body.encode()).hexdigest()
    return same and counted and _moved_on(told["items"], later["items"])


def _moved_on(items: Sequence[Mapping[str, Any]], later: Sequence[Mapping[str, Any]]) -> bool:
    pairs = zip(items, later, strict=False)
    return len(later) >= len(items) and all(
        (before["what"], before["where"]) == (now["what"], now["where"])
        and (before["state"] == _WAITING or before == now)
        for before, now in pairs
    )


def _bytes(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
