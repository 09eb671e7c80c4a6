"""What receipts say of files that chats hold: as it was when they were signed."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from uuid import UUID

import pytest

from bots.chat.receipts import stated_lines
from bots.texts.say import Say
from core.chats import CopyKind as Kind
from core.chats import Posted
from core.erasure import copies as erasing_chats
from core.erasure.verify import verify
from core.people import Platform, Viewer
from core.ports import Result
from core.records import Receipt
from core.videos import AssetId, VideoId
from tests.erasing import Killed, MortalSteps, house_of
from tests.parts import Parts

FILE = AssetId(UUID(int=9))


class Deliverer(MortalSteps):
    """Steps during which a platform's deliverer works: it has its turn before each of them."""

    def __init__(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do `work` before the chats are waited for."""
        super().__init__()
        self._work = work

    async def step(self, name: str, do: Callable[[], Awaitable[Result]]) -> Result:
        """Work, then run `do`."""
        if name == "chats":
            await self._work()
        return await super().step(name, do)


async def test_a_receipt_says_what_became_of_files_in_chats(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """Removed, emptied, waiting and left: each as it was when the receipt was signed, and it verifies."""
    monkeypatch.setattr(erasing_chats, "WAIT_S", 0.0)
    house = house_of(parts)
    owner = await parts.person()
    video = await house.made(owner)
    removed, emptied, waiting = [await _file(parts, owner, video, Kind.DIRECT) for _ in range(3)]
    soon = await _file(parts, owner, video, Kind.EPHEMERAL, parts.clock.now_ms() + 900_000)
    left = await _file(parts, owner, video, Kind.EPHEMERAL, parts.clock.now_ms() - 1)
    card = await _file(parts, owner, video, Kind.DIRECT, media=None)

    async def deliver() -> None:
        async with parts.store.write() as writes:
            await writes.drop_posted(removed.id)
            await writes.keep_posted(replace(emptied, media=None))
            await writes.keep_posted(replace(soon, media=None))

    await house.ask(owner, video)
    await house.eraser.erase(Deliverer(deliver), str(video))
    receipt = await house.receipt(owner, video)
    assert receipt
    assert verify(json.dumps({"body": receipt.body, "signature": receipt.signature})).number == receipt.id
    told = json.loads(receipt.body)
    assert told["state"] == "open"
    assert sorted((one["what"], one["state"]) for one in told["items"] if one["where"] == "discord") == [
        ("chat_files", "done"),
        ("chat_files", "done"),
        ("chat_files", "waiting"),
        ("ephemeral_files", "cannot_recall"),
        ("ephemeral_files", "done"),
    ]
    assert {"recall-ephemeral_files", "waiting-chat_files", "erased-chat_files"} <= _keys(receipt)
    known = {one.id for one in await parts.store.ledger.posted_about(Platform.DISCORD, video)}
    assert known == {emptied.id, waiting.id, soon.id, left.id, card.id}


async def test_an_erasure_begun_before_goes_on_with_its_chats(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    """A flow that is started afresh after the rows are gone still tells what chats hold."""
    monkeypatch.setattr(erasing_chats, "WAIT_S", 0.0)
    house = house_of(parts)
    owner = await parts.person()
    video = await house.made(owner)
    await _file(parts, owner, video, Kind.EPHEMERAL, parts.clock.now_ms() - 1)
    await house.ask(owner, video)
    with pytest.raises(Killed):
        await house.eraser.erase(MortalSteps("rows"), str(video))
    await house.eraser.erase(MortalSteps(), str(video))
    receipt = await house.receipt(owner, video)
    assert receipt
    told = [one for one in json.loads(receipt.body)["items"] if one["where"] == "discord"]
    assert [(one["state"], one["why"]) for one in told] == [("cannot_recall", "answered_over_15_minutes_ago")]


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


async def _file(
    parts: Parts,
    owner: Viewer,
    video: VideoId,
    kind: Kind,
    until_ms: int = 0,
    *,
    media: AssetId | None = FILE,
) -> Posted:
    """Keep a message about a video, with a file in it unless told otherwise."""
    assert owner.person
    name = parts.ids.new()
    one = Posted(name, Platform.DISCORD, owner.person, video, kind, "5", str(name), media, token_until_ms=until_ms)
    async with parts.store.write() as writes:
        await writes.keep_posted(one)
    return one
