"""The bot as wiring joins it, in this process, connected to our own Discord on loopback."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from discord.gateway import DiscordWebSocket
from discord.http import Route

from bots.chat.dispatch import Chat
from bots.discord_bot.connection import point_at
from bots.settings import Settings, load
from bots.texts.lookup import Texts
from bots.wiring.conversation import services
from bots.wiring.discord import Discord, discord_for
from bots.wiring.house import House, open_house
from bots.wiring.promises import policy_facts
from core.ports import Clock
from knowledge.nearby import Nearby
from tests.fakes.discord_wire.server import DiscordWire
from tests.parts import with_clock


@dataclass
class Running:
    """A bot that runs, and what it stands on."""

    bot: Discord
    house: House
    chat: Chat
    connected: asyncio.Task[None]


def settings_for(folder: Path, fake: DiscordWire, **more: str) -> Settings:
    """Set up a bot that speaks to the fake."""
    given = {f"HUSHREEL_{name}": value for name, value in {**fake.settings, **more}.items()}
    return load({"XDG_DATA_HOME": str(folder), **given}, folder)


@contextmanager
def elsewhere() -> Iterator[None]:
    """Let the library speak to Discord's own addresses again afterwards."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    try:
        yield
    finally:
        point_at(base, str(gateway))


@asynccontextmanager
async def bot_in(folder: Path, fake: DiscordWire, clock: Clock | None = None, **more: str) -> AsyncIterator[Running]:
    """Run a bot for a block, without the engine: nothing is made. `clock` is what its answers go by."""
    settings = settings_for(folder, fake, **more)
    with elsewhere():
        async with open_house(settings, lambda: None) as opened:
            house = with_clock(opened, clock or opened.clock)
            joined = services(house, Nearby(policy_facts(settings)))
            async with discord_for(house, joined, Texts()) as bot:
                connected = asyncio.create_task(bot.connection.run())
                watching = asyncio.create_task(bot.watching.run())
                try:
                    yield Running(bot, house, Chat(joined), connected)
                finally:
                    connected.cancel()
                    watching.cancel()
                    await asyncio.wait([connected, watching])
