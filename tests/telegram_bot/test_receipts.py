"""What receipts say of messages on Telegram: ours, and those with what somebody sent for a video."""

import json
from dataclasses import replace
from uuid import UUID

import pytest

from bots.chat.receipts import stated_lines
from bots.texts.say import Say
from core.chats import CopyKind as Kind
from core.chats import Posted
from core.erasure import copies as erasing_chats
from core.erasure.copies import UPLOADS_REACHED_MS
from core.erasure.verify import verify
from core.people import Platform, Viewer
from core.records import Receipt
from core.videos import AssetId, VideoId
from tests.discord_bot.test_receipts import Deliverer
from tests.erasing import house_of
from tests.parts import Parts

FILE = AssetId(UUID(int=9))


async def test_a_receipt_says_what_became_of_messages_on_telegram(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Removed, emptied, waiting; of what they sent, what is older than 48 hours is left and called so."""
    monkeypatch.setattr(erasing_chats, "WAIT_S", 0.0)
    house = house_of(parts)
    owner = await parts.person()
    video = await house.made(owner)
    removed, emptied = [await _message(parts, owner, video, Kind.DIRECT) for _ in range(2)]
    gone, waits, old = [await _message(parts, owner, video, Kind.UPLOAD, age_ms=age) for age in (0, 0, _TOO_OLD_MS)]

    async def deliver() -> None:
        async with parts.store.write() as writes:
            await writes.drop_posted(removed.id)
            await writes.keep_posted(replace(emptied, media=None))
            await writes.drop_posted(gone.id)

    await house.ask(owner, video)
    await house.eraser.erase(Deliverer(deliver), str(video))
    receipt = await house.receipt(owner, video)
    assert receipt
    assert verify(json.dumps({"body": receipt.body, "signature": receipt.signature})).number == receipt.id
    told = json.loads(receipt.body)
    assert told["state"] == "open"
    assert sorted((one["what"], one["state"]) for one in told["items"] if one["where"] == "telegram") == [
        ("chat_files", "done"),
        ("chat_files", "done"),
        ("sent_files", "cannot_recall"),
        ("sent_files", "done"),
        ("sent_files", "waiting"),
    ]
    assert {"erased-sent_files", "waiting-sent_files", "recall-sent_files"} <= _keys(receipt)
    known = {one.id for one in await parts.store.ledger.posted_about(Platform.TELEGRAM, video)}
    assert known == {emptied.id, waits.id, old.id}


_TOO_OLD_MS = UPLOADS_REACHED_MS + 1


def _keys(receipt: Receipt) -> set[str]:
    """The sentences on the card of a receipt."""
    inner = [
        value
        for say in stated_lines(json.loads(receipt.body), receipt.issued_at_ms)
        for values in say.values.values()
        if isinstance(values, tuple)
        for value in values
    ]
    return {one.key for one in inner if isinstance(one, Say)}


async def _message(parts: Parts, owner: Viewer, video: VideoId, kind: Kind, age_ms: int = 0) -> Posted:
    """Keep a message about a video: ours with a file in it, or theirs."""
    assert owner.person
    name = parts.ids.new()
    media = None if kind is Kind.UPLOAD else FILE
    at_ms = parts.clock.now_ms() - age_ms
    one = Posted(name, Platform.TELEGRAM, owner.person, video, kind, "5", str(name), media, posted_at_ms=at_ms)
    async with parts.store.write() as writes:
        await writes.keep_posted(one)
    return one
