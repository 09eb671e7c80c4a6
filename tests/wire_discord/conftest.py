"""A Discord of our own, people in it, and the real service connected to it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server, Town
from tests.service import Service
from tests.wire_discord.living import living


@pytest_asyncio.fixture
async def fake() -> AsyncIterator[DiscordWire]:
    """Discord, with nobody in it. In the end the specification must have refused none of our requests."""
    async with DiscordWire() as running:
        yield running
    assert running.refusals == []


@pytest.fixture
def town(fake: DiscordWire) -> Town:
    """Makes people and places."""
    return Town(fake)


@pytest.fixture
def ada(town: Town) -> Person:
    """The one whose videos they are."""
    return town.person("ada")


@pytest.fixture
def bob(town: Town) -> Person:
    """Another member."""
    return town.person("bob")


@pytest.fixture
def mod(town: Town) -> Person:
    """A moderator of the club."""
    return town.person("mod")


@pytest.fixture
def club(town: Town, ada: Person, bob: Person, mod: Person) -> Server:
    """A server with the bot, where ada and bob are members, and mod moderates."""
    server = town.guild("club", town.person("owner"), ada, bob, mod)
    server.moderators(mod)
    return server


@pytest_asyncio.fixture
async def house(fake: DiscordWire, club: Server, tmp_path: Path) -> AsyncIterator[Service]:
    """The running service, in the club."""
    assert fake.world.bot_in(club.guild)
    async with living(tmp_path / "house", fake) as running:
        yield running
