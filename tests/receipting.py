"""Receipts as tests make them: signed by a key of the test's own, in one version or several."""

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

from core.erasure.closed import BEYOND_US, OURS
from core.erasure.receipts import Signer, issue
from core.receipts import Item, ItemState, OpenReceipt, Position, Version, committed, salt_of
from core.storage.keys import ReceiptKey
from core.videos import VideoId

KEY, STRANGERS_KEY = ReceiptKey(b"r" * 32), ReceiptKey(b"s" * 32)
OPENED_AT_MS = 1_796_043_900_000
VIDEO = VideoId(UUID(int=7))
SECRET = "0123456789abcdefghijkl"
ASIDE = Item("chat_files", "discord", copy=UUID(int=5))
CLEARED = Position(3, "c" * 64)

FORMAT_1 = (
    '{"cannot_recall":["saved_by_people"],"chats":[],"erased":["video","keys"],"erased_at":"2026-11-30T13:05:00Z",'
    '"files":["output"],"format":1,"public_key":"PUBLIC","receipt":"R-7F3K-ABCD","statement":"Signed",'
    '"video":"#3","waiting":["chat_files"],"where":["database"]}'
)
"""The body of a receipt as it was signed before receipts had versions."""


def first(*more: Item, video: VideoId | None = VIDEO) -> OpenReceipt:
    """Give what a receipt for video #3 is issued from at first."""
    return OpenReceipt(
        id="R-7F3K-ABCD",
        version=1,
        opened_at_ms=OPENED_AT_MS,
        body="",
        items=(*OURS, *more, *BEYOND_US),
        number=3,
        files=("output", "poster"),
        commitments=(committed(salt_of(SECRET), VIDEO),),
        position=CLEARED,
        video=video,
    )


def gone(receipt: OpenReceipt, *, chats: bool = True) -> OpenReceipt:
    """Settle what waits of ours, and of chats unless told otherwise."""
    waiting = {place: item for place, item in enumerate(receipt.items) if item.waits and (chats or not item.copy)}
    return receipt.settled({place: replace(item, state=ItemState.DONE) for place, item in waiting.items()})


def versions(key: Signer = KEY, *more: Item) -> list[Version]:
    """Sign a receipt that waits for everything, for chats, and for nothing any more."""
    receipt = first(ASIDE, *more)
    signed: list[Version] = []
    for now in (receipt, gone(receipt, chats=False), gone(receipt)):
        body = signed[-1].body if signed else ""
        signed.append(issue(replace(now, body=body), len(signed) + 1, OPENED_AT_MS + len(signed) * 1000, key))
    return signed


def file_of(signed: list[Version], **changed: Any) -> str:
    """Write versions as their owner saves them."""
    earlier = [{"body": one.body, "signature": one.signature} for one in signed[:-1]]
    newest = {"body": signed[-1].body, "signature": signed[-1].signature}
    return json.dumps(newest | ({"versions": earlier} if earlier else {}) | changed)


def old_file(key: ReceiptKey = KEY) -> str:
    """Write a receipt of format 1."""
    body = FORMAT_1.replace("PUBLIC", key.public_key())
    return json.dumps({"body": body, "signature": key.sign(body)})
