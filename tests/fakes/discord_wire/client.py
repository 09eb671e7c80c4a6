"""A real discord.py client on the fake, in the test's own process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.fakes.discord_wire.server import DiscordWire

C = TypeVar("C", bound=discord.Client)


@asynccontextmanager
async def connected(client: C, fake: DiscordWire, shards: int = 1) -> AsyncIterator[C]:
    """Connect a client to the fake, wait until it is ready, and close it in the end."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = fake.api_base, yarl.URL(fake.gateway_url)
    running = asyncio.create_task(client.start(fake.token))
    ready = asyncio.create_task(fake.gateway.until_connected(shards))
    try:
        await asyncio.wait({running, ready}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            await running
        await client.wait_until_ready()
        yield client
    finally:
        ready.cancel()
        await client.close()
        await asyncio.wait({running}, timeout=60)
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before
