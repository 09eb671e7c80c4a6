"""Copies that chats hold of a video: items of its receipt, and what became of each when one looks again."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from core.chats import CopyKind, Posted
from core.people import Platform
from core.ports import Clock, Ledger
from core.receipts import Item, ItemState, OpenReceipt
from core.videos import VideoId

WAIT_S = 5.0
"""How long an erasure waits for chats to be emptied: the receipt's next version says what still waits."""
EVERY_S = 0.1

CHAT_FILES = "chat_files"
EPHEMERAL_FILES = "ephemeral_files"
SENT_FILES = "sent_files"
MESSAGES = "messages"
"""Words of ours in a chat: they go with a person, who is written to no more."""

CHATS = frozenset(platform.value for platform in Platform)
"""Where items are that are messages."""

UPLOADS_REACHED_MS = 48 * 3_600_000
"""How long a platform lets us remove what somebody else sent: Telegram's limit, the only one that there is."""

NOBODY_ANSWERED = "nobody_answered"
TOO_OLD = {SENT_FILES: "sent_over_48_hours_ago", EPHEMERAL_FILES: "answered_over_15_minutes_ago"}
"""Why a copy can't be recalled, by what it is."""

_WHAT = {CopyKind.UPLOAD: SENT_FILES, CopyKind.EPHEMERAL: EPHEMERAL_FILES}


async def copies_of(video: VideoId, ledger: Ledger, now_ms: int) -> list[Item]:
    """Give an item for each message with a file of a video: waiting, or out of reach already."""
    return items_of(await _posted(video, ledger), now_ms)


def items_of(messages: Sequence[Posted], now_ms: int) -> list[Item]:
    """Give an item for each of some messages that holds a file: waiting, or out of reach already."""
    return [_looked(_item(one), one, now_ms) for one in messages if _holds_file(one)]


async def changes(receipt: OpenReceipt, ledger: Ledger, now_ms: int) -> dict[int, Item]:
    """Look at what a receipt waits for in chats, and give the items, by place, of which something became.

    What still waits when the receipt's time is over is unconfirmed.
    """
    found = {}
    for place, item in enumerate(receipt.items):
        if item.waits and item.copy is not None and item.where in CHATS:
            now = await _look(item, item.copy, ledger, now_ms)
            if now.waits and now_ms >= receipt.over_at_ms:
                now = given_up(now)
            if not now.waits:
                found[place] = now
    return found


def given_up(item: Item) -> Item:
    """Say what is true of a copy whose going nobody confirmed in time: a paper's date, or nothing."""
    if item.until_ms is not None and item.paper:
        return replace(item, state=ItemState.EXPIRES)
    return replace(item, state=ItemState.UNCONFIRMED, why=NOBODY_ANSWERED)


async def _look(item: Item, copy: UUID, ledger: Ledger, now_ms: int) -> Item:
    """Give an item as it is now; a message that is taken back without a person waits until its row is dropped."""
    known = await ledger.posted_named(copy)  # first: it may become a recalled one meanwhile, and never the reverse
    recalled = await ledger.recall_named(copy) if known is None else None
    if recalled is None:
        return _looked(item, known, now_ms)
    until_ms = _reached_until(recalled)
    return _too_old(item) if until_ms and now_ms >= until_ms else item


async def unlisted(receipt: OpenReceipt, ledger: Ledger, now_ms: int) -> Sequence[Item]:
    """Give items for messages that hold a file and that the receipt doesn't name: put there while it was issued."""
    return () if receipt.video is None else more_of(receipt, await _posted(receipt.video, ledger), now_ms)


def more_of(receipt: OpenReceipt, messages: Sequence[Posted], now_ms: int) -> Sequence[Item]:
    """Give items for those of some messages about it that hold a file and that a receipt doesn't name."""
    known = {item.copy for item in receipt.items}
    return [one for one in items_of(messages, now_ms) if one.copy not in known]


async def wait_for_chats(copies: Sequence[UUID], ledger: Ledger, clock: Clock) -> None:
    """Give deliverers a moment to take files out of chats; what stays afterwards is told, not waited for."""
    for _ in range(round(WAIT_S / EVERY_S)):
        rows = [await ledger.posted_named(one) for one in copies]
        if not any(one is not None and _looked(_item(one), one, clock.now_ms()).waits for one in rows):
            return
        await asyncio.sleep(EVERY_S)


def waiting(items: Sequence[Item]) -> list[UUID]:
    """Name the copies in chats that items wait for."""
    return [one.copy for one in items if one.waits and one.copy is not None and one.where in CHATS]


def _looked(item: Item, now: Posted | None, now_ms: int) -> Item:
    """Give an item as it is now that its message was looked at."""
    if now is None or not _holds_file(now):
        return replace(item, state=ItemState.DONE)
    until_ms = _reached_until(now)
    return _too_old(item) if until_ms and now_ms >= until_ms else item


def _too_old(item: Item) -> Item:
    return replace(item, state=ItemState.CANNOT_RECALL, why=TOO_OLD.get(item.what, TOO_OLD[EPHEMERAL_FILES]))


def item_of(one: Posted, now_ms: int) -> Item:
    """Give an item for a message that is to be taken back, whatever it holds: waiting, or out of reach already."""
    until_ms = _reached_until(one)
    item = _item(one) if _holds_file(one) else Item(MESSAGES, one.platform.value, copy=one.id)
    return _too_old(item) if until_ms and now_ms >= until_ms else item


def _item(one: Posted) -> Item:
    return Item(_WHAT.get(one.kind, CHAT_FILES), one.platform.value, copy=one.id)


def _holds_file(one: Posted) -> bool:
    """Say whether a message holds a file: one of ours that we put into it, or what they sent."""
    return one.media is not None or one.kind is CopyKind.UPLOAD


def _reached_until(one: Posted) -> int:
    """Give until when a message can be changed or removed (UTC ms); 0 for one that can be at any time."""
    match one.kind:
        case CopyKind.EPHEMERAL:
            return one.token_until_ms or 1
        case CopyKind.REVIEW:
            return one.token_until_ms
        case CopyKind.UPLOAD:
            return one.posted_at_ms + UPLOADS_REACHED_MS
        case _:
            return 0


async def _posted(video: VideoId, ledger: Ledger) -> list[Posted]:
    return list(await ledger.posted_of(video))
