"""How far the erasure journal has come stands in the database too: a journal that was cut off stops the start."""

import asyncio
import json
import os
from pathlib import Path

import pytest
import sqlalchemy as sa

from bots.__main__ import main
from bots.settings import load
from bots.wiring.house import open_house
from core.errors import StoreRefused
from core.receipts import Position
from core.storage.journal import check
from core.storage.tables import journal_checkpoint
from tests.erasing import House, MortalSteps, house_of
from tests.parts import Parts, parts_in

HASH = "a" * 64


@pytest.fixture
def house(parts: Parts) -> House:
    """Everything on a folder of its own."""
    return house_of(parts)


async def test_each_erasure_keeps_how_far_the_journal_came(house: House) -> None:
    """In its own transaction, and in its receipt: an erasure that is rolled back leaves both as they were."""
    owner, ledger = await house.parts.person(), house.parts.store.ledger
    assert await ledger.checkpoint() is None
    for lines in (1, 2):
        video = await house.made(owner)
        await house.ask(owner, video)
        known = await ledger.checkpoint()
        assert known == house.journal.position
        assert known is not None
        assert known.lines == lines
        receipt = await house.opened(owner, video)
        assert receipt is not None
        assert json.loads(receipt.body)["journal"] == {"lines": known.lines, "head": known.head}


async def test_it_never_goes_back(house: House) -> None:
    """An older position that comes late changes nothing; there is one row."""
    for position in (Position(5, HASH), Position(3, "b" * 64), Position(5, "c" * 64)):
        async with house.parts.store.write() as writes:
            await writes.keep_checkpoint(position)
    assert await house.parts.store.ledger.checkpoint() == Position(5, HASH)
    assert len(await house.rows(sa.select(journal_checkpoint))) == 1


def test_a_start_with_a_cut_journal_is_refused_until_another_is_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By hand, once: the old one is laid aside, and from then on the new one is watched as well."""
    places = {
        "HUSHREEL_DATA_DIR": str(tmp_path / "data"),
        "HUSHREEL_KEY_FILE": str(tmp_path / "keys" / "master.key"),
        "HUSHREEL_ERASURE_JOURNAL": str(tmp_path / "keys" / "erasure.journal"),
    }
    for name, value in places.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "keys" / "erasure.journal"

    async def erased() -> None:
        async with parts_in(tmp_path / "data", seed=file.stat().st_size if file.exists() else 0) as parts:
            house, owner = house_of(parts), await parts.person()
            video = await house.made(owner)
            await house.ask(owner, video)
            await house.eraser.erase(MortalSteps(), str(video))

    async def start() -> None:
        async with open_house(load(os.environ, tmp_path), lambda: None):
            pass

    asyncio.run(erased())
    whole = file.read_bytes()
    asyncio.run(start())
    file.write_bytes(b"")
    with pytest.raises(StoreRefused, match="journal_changed"):
        asyncio.run(start())
    assert main(["journal", "begin"]) == 0
    assert "erasure.journal.1" in capsys.readouterr().out
    assert file.with_name("erasure.journal.1").read_bytes() == b""
    asyncio.run(start())
    asyncio.run(erased())
    check(file, Position(2, json.loads(file.read_text().splitlines()[-1])["chain"]))
    file.write_bytes(whole)
    with pytest.raises(StoreRefused, match="journal_changed"):
        asyncio.run(start())
