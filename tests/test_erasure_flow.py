"""The flow that erases, on the real database, vault and engine: what is left of a video after any crash."""

import asyncio
import json
from dataclasses import replace

import pytest

from bots.chat.receipts import file_of
from core.engine.deliver import ToEngine
from core.engine.launch import launch
from core.engine.relay import Relay
from core.erasure import erase as erasing
from core.erasure.verify import Verified, verify
from core.generation.upkeep import restart_lost
from core.storage.keys import ReceiptKey
from core.videos import Making
from tests.erasing import STEPS, TITLE, WISH, House, Killed, MortalSteps, house_of
from tests.launched import engine_file
from tests.parts import Parts
from tests.waiting import until


@pytest.fixture
def house(parts: Parts) -> House:
    """Everything on a folder of its own."""
    return house_of(parts)


async def test_after_the_flow_nothing_of_it_is_in_any_file(house: House) -> None:
    """Wrapped keys, sealed words, nonces and sealed bytes are in no file any more; those of another video still are."""
    owner = await house.parts.person()
    video = await house.made(owner)
    secrets = await house.secrets(video)
    assert {number for _, number in house.found(secrets)} == set(range(len(secrets)))
    kept = await house.made(await house.parts.person("member"))
    keeps = (await house.secrets(kept))[:2]
    await house.ask(owner, video)
    await house.eraser.erase(MortalSteps(), str(video))
    assert house.found(secrets) == []
    assert len(house.parts.sealed_files) == 3
    assert {number for _, number in house.found(keeps)} == {0, 1}


async def test_no_word_is_in_any_file_at_any_time(house: House) -> None:
    """Prompt, title and bytes: not while it is there, not while it is erased, not afterwards."""
    owner = await house.parts.person()
    markers = [b"MARKERPROMPT", TITLE.encode(), b"MARKERBYTES"]
    video = await house.made(owner)
    assert house.found(markers) == []
    await house.ask(owner, video)
    assert house.found(markers) == []
    steps = MortalSteps()
    await house.eraser.erase(steps, str(video))
    assert house.found(markers) == []
    assert not [word for word in ("MARKER", "lighthouse") if word in json.dumps(steps.results)]


async def test_a_receipt_comes_at_once_and_is_closed_last(house: House) -> None:
    """Signed by this machine, for its owner alone: first that all waits, and only when nothing is left that it went.

    The video's number is not used again.
    """
    owner, member = await house.parts.person(), await house.parts.person("member")
    video = await house.made(owner)
    opened = await house.ask(owner, video)
    first = await house.opened(owner, video)
    assert first is not None
    assert (first.id, first.version, first.is_open, first.erasing) == (opened.number, 1, True, True)
    assert (first.secret, first.issued_at_ms) == (opened.secret, house.parts.clock.now_ms())
    assert {one["state"] for one in json.loads(first.body)["items"]} == {"waiting", "cannot_recall"}
    house.parts.clock.advance(1_000)
    await house.eraser.erase(MortalSteps(), str(video))
    receipt = await house.receipt(owner, video)
    assert receipt is not None
    assert (receipt.id, receipt.version, receipt.is_open) == (opened.number, 2, False)
    assert {one["state"] for one in json.loads(receipt.body)["items"]} == {"done", "cannot_recall"}
    assert receipt.issued_at_ms == house.parts.clock.now_ms()
    assert json.loads(receipt.body)["files"] == ["input", "output", "poster"]
    assert await house.opened(member, video) is None
    async with house.parts.store.read() as reads:
        shown = await reads.receipt_versions(owner, video)
        assert await reads.receipt_versions(member, video) is None
    assert shown is not None
    assert verify(file_of(shown)) == Verified(
        opened.number,
        "#1",
        json.loads(first.body)["closed_to_everybody_at"],
        house.eraser.issuer.signer.public_key(),
        2,
    )
    another = await house.parts.seen(owner, await house.parts.create(owner, WISH))
    assert another.video.number == 2


@pytest.mark.parametrize("remembered", [False, True], ids=["forgotten", "remembered"])
@pytest.mark.parametrize("at", STEPS)
async def test_killed_anywhere_it_goes_on_to_the_end(at: str, remembered: bool, house: House) -> None:  # noqa: FBT001
    """Dying after any step, its result kept or not, ends with nothing left and one receipt, told once."""
    owner = await house.parts.person()
    video = await house.made(owner)
    secrets = await house.secrets(video)
    await house.ask(owner, video)
    await house.told()
    steps = MortalSteps(at, remembered)
    with pytest.raises(Killed):
        await house.eraser.erase(steps, str(video))
    house.parts.clock.advance(60_000)
    await house.eraser.erase(steps, str(video))
    assert steps.done == [name for name in STEPS for _ in range(1 + (name == at and not remembered))]
    assert house.found(secrets) == []
    assert await house.receipt(owner, video) is not None
    assert await house.told() == [("web", "receipt")]


@pytest.mark.parametrize("at", STEPS)
async def test_a_flow_that_is_forgotten_is_started_afresh(at: str, house: House) -> None:
    """Its remembered steps are lost with the engine's file, or dropped by a newer version: the receipt still comes."""
    owner = await house.parts.person()
    video = await house.made(owner)
    secrets = await house.secrets(video)
    await house.ask(owner, video)
    with pytest.raises(Killed):
        await house.eraser.erase(MortalSteps(at, remembered=True), str(video))
    assert list(await house.parts.store.ledger.erasing()) == ([] if at == "receipt" else [video])
    assert (await house.receipt(owner, video) is None) == (at != "receipt")
    await house.eraser.erase(MortalSteps(), str(video))
    assert house.found(secrets) == []
    receipt = await house.receipt(owner, video)
    assert receipt is not None
    assert json.loads(receipt.body)["files"] == ["input", "output", "poster"]
    assert list(await house.parts.store.ledger.erasing()) == []


async def test_a_finished_erasure_can_be_started_again(house: House) -> None:
    """Nothing happens: the receipt stays the same one."""
    owner = await house.parts.person()
    video = await house.made(owner)
    await house.ask(owner, video)
    await house.eraser.erase(MortalSteps(), str(video))
    first = await house.receipt(owner, video)
    await house.eraser.erase(MortalSteps(), str(video))
    assert await house.receipt(owner, video) == first


async def test_a_video_that_nobody_closed_is_not_touched(house: House) -> None:
    """The flow on its own erases nothing."""
    owner = await house.parts.person()
    video = await house.made(owner)
    await house.eraser.erase(MortalSteps(), str(video))
    assert len(house.parts.sealed_files) == 3
    assert (await house.parts.seen(owner, video)).video.state is Making.READY


async def test_no_receipt_while_a_reader_keeps_old_pages(house: House) -> None:
    """As long as erased words may be in the write-ahead log there is no receipt; when the reader goes, there is."""
    owner = await house.parts.person()
    video = await house.made(owner)
    secrets = await house.secrets(video)
    await house.ask(owner, video)
    steps = MortalSteps()
    async with house.parts.store.read() as reads:
        await reads.preferences(owner)
        flow = asyncio.create_task(house.eraser.erase(steps, str(video)))
        await until(lambda: "rows" in steps.done)
        await asyncio.sleep(0.5)
        assert steps.done == ["gather", "bytes", "rows"]
        assert house.found(secrets) != []
        assert await house.receipt(owner, video) is None
    await asyncio.wait_for(flow, 60)
    assert house.found(secrets) == []
    assert await house.receipt(owner, video) is not None


class Falters(ReceiptKey):
    """A key on a disk that fails twice."""

    failures = 2

    def sign(self, body: str) -> str:
        """Fail, or sign."""
        if self.failures:
            self.failures -= 1
            raise OSError
        return super().sign(body)


async def test_a_step_that_fails_is_tried_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows are gone already, and still the receipt that is owed is made in the end, by the same flow."""
    monkeypatch.setattr(erasing, "AGAIN_AFTER_S", 0.01)
    owner = await house.parts.person()
    video = await house.made(owner)
    await house.ask(owner, video)
    steps = MortalSteps()
    await replace(house.eraser, issuer=replace(house.eraser.issuer, signer=Falters(b"r" * 32))).erase(steps, str(video))
    assert steps.done == list(STEPS)
    assert await house.receipt(owner, video) is not None


async def test_through_the_engine(house: House) -> None:
    """Asked, carried by the outbox, run by the durable engine: nothing is left, its own file included."""
    owner = await house.parts.person()
    video = await house.made(owner)
    secrets = await house.secrets(video)
    ledger = house.parts.store.ledger
    engine = await launch(await engine_file(house.parts.folder / "engine.db"), {"erase": house.eraser.erase}, 1)
    await house.told()
    await house.ask(owner, video)
    relay = Relay(ledger, {"engine": ToEngine(engine, ledger)}, house.parts.clock)
    carrying = asyncio.create_task(relay.run())
    try:
        async with asyncio.timeout(60):
            while await house.receipt(owner, video) is None:  # noqa: ASYNC110 - the engine tells nobody
                await asyncio.sleep(0.05)
        await restart_lost(ledger=ledger, engine=engine)
    finally:
        carrying.cancel()
        await asyncio.wait({carrying})
        await engine.close()
    assert house.found([*secrets, b"MARKER"]) == []
    assert await ledger.erasing() == []
