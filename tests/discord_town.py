"""A simulated Discord with a server in it, the real client, and what becomes of the server in real tables."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import discord
import simcord
from simcord import Env
from simcord.builders import ChannelHandle, GuildHandle, UserHandle

from bots.discord_bot.client import HushreelClient, ShardedClient, client_for
from bots.discord_bot.notices import Notices
from bots.discord_bot.places import place_of, place_of_message
from bots.discord_bot.servers import Servers
from bots.texts.lookup import Texts
from core.communities import Community, Place, Spot
from core.hosting.choose import choose_moderators, choose_spot
from core.hosting.presence import joined
from core.people import Identity, Platform, Role, Viewer
from core.records import OutboxRow
from tests.parts import HERE, Parts, parts_in

WITHIN_S = 5.0
LOOKS_EVERY_S = 0.01


@dataclass
class Listener:
    """Notes from where people spoke, and which messages were deleted."""

    places: list[Place | None] = field(default_factory=list)
    gone: set[tuple[int, int]] = field(default_factory=set)

    async def interaction(self, interaction: discord.Interaction) -> None:
        """Note the place of an interaction."""
        self.places.append(place_of(interaction))
        await interaction.response.defer()

    async def message(self, message: discord.Message, me: int) -> None:
        """Note the place of a message of somebody else's."""
        if message.author.id != me:
            self.places.append(place_of_message(message))

    async def deleted(self, channel: int, messages: frozenset[int]) -> None:
        """Note deleted messages."""
        self.gone |= {(channel, message) for message in messages}

    async def channel_deleted(self, channel: int) -> None:
        """Nothing of ours was there."""


@dataclass
class Town:
    """One server with an admin who set it up, and two channels that are chosen."""

    env: Env
    parts: Parts
    client: HushreelClient | ShardedClient
    listener: Listener
    servers: Servers
    notices: Notices
    guild: GuildHandle
    showcase: ChannelHandle
    review: ChannelHandle
    admin: UserHandle

    async def community(self) -> Community | None:
        """What is kept of the server."""
        return await self.parts.store.ledger.community_at(Platform.DISCORD, str(self.guild.id))

    async def settled(self, check: Callable[[Community | None], bool]) -> Community | None:
        """Wait until what is kept of the server is so."""
        async with asyncio.timeout(WITHIN_S):
            while not check(found := await self.community()):  # noqa: ASYNC110 - the tables have no event
                await asyncio.sleep(LOOKS_EVERY_S)
        return found

    async def deliver(self) -> list[OutboxRow]:
        """Carry out every outbox row as the relay does; gives what there was."""
        carried = []
        ledger = self.parts.store.ledger
        while rows := await ledger.claim(frozenset({"discord"}), 1_000, 10):
            for row in rows:
                await self.notices.deliver(row)
                await ledger.settle(row.id)
                carried.append(row)
        return carried

    def said(self, where: ChannelHandle) -> list[str]:
        """What stands in a channel."""
        return [one.content for one in where.history()]


@asynccontextmanager
async def town_in(folder: Path) -> AsyncIterator[Town]:
    """Open the simulated Discord, connect, and let the admin set the server up."""
    client, listener, texts = client_for(None), Listener(), Texts()
    async with parts_in(folder / "data") as parts:
        servers = Servers(parts.store, client.get_guild, listener)
        notices = Notices(client, parts.store, servers, texts)
        client.hand(listener, servers)
        async with simcord.run(client) as env:
            guild = env.create_guild("Harbour *club*")
            admin = env.create_user("admin")
            guild.add_member(admin)
            showcase, review = guild.create_text_channel("showcase"), guild.create_text_channel("review")
            await env.settle()
            town = Town(env, parts, client, listener, servers, notices, guild, showcase, review, admin)
            await set_up(town)
            yield town


async def set_up(town: Town) -> UUID:
    """Choose both places and a moderator, as the admin does."""
    store = town.parts.store
    async with store.write() as writes:
        person = await writes.meet(Identity(Platform.DISCORD, str(town.admin.id)))
    community = await joined(Platform.DISCORD, str(town.guild.id), store=store)
    viewer = Viewer(person, {community: Role.ADMIN})
    await choose_spot(viewer, community, Spot.SHOWCASE, str(town.showcase.id), HERE, store=store)
    await choose_spot(viewer, community, Spot.REVIEW, str(town.review.id), HERE, store=store)
    await choose_moderators(viewer, community, ["5"], HERE, store=store)
    return community
