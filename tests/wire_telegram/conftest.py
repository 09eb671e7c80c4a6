"""A Telegram of our own, people in it, and the real service connected to it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.fakes.telegram_wire.groups import Group
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.service import Service
from tests.wire_telegram.living import living


@pytest_asyncio.fixture
async def fake() -> AsyncIterator[TelegramWire]:
    """Telegram, with nobody in it. In the end the specification must have refused none of our requests."""
    async with TelegramWire() as running:
        yield running
    assert running.refusals == []


@pytest.fixture
def town(fake: TelegramWire) -> Town:
    """Makes people and places."""
    return Town(fake)


@pytest.fixture
def ada(town: Town) -> Person:
    """The one whose videos they are."""
    return town.person("ada")


@pytest.fixture
def bob(town: Town) -> Person:
    """Somebody else."""
    return town.person("bob")


@pytest.fixture
def club(town: Town, ada: Person, bob: Person) -> Group:
    """A group with the bot, where ada and bob are members."""
    return town.group("club", town.person("owner"), ada, bob)


@pytest_asyncio.fixture
async def house(fake: TelegramWire, tmp_path: Path) -> AsyncIterator[Service]:
    """The running service."""
    async with living(tmp_path / "house", fake) as running:
        yield running
    assert "Traceback" not in running.log
