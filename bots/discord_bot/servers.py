"""What becomes of the servers that we are in: joined and left, chosen places lost, messages of ours deleted."""

import logging
from collections.abc import Callable
from typing import Protocol

import discord

from bots.discord_bot.lookout import Lookout
from core.communities import Loss, Spot
from core.hosting.losing import moderator_lost, places_lost
from core.hosting.presence import joined, left, present_in
from core.people import Platform
from core.ports import Store

HERE = Platform.DISCORD

log = logging.getLogger("hushreel.discord")


class TakesBack(Protocol):
    """Knows our messages: `bots.discord_bot.taking`."""

    async def deleted(self, channel: int, messages: frozenset[int]) -> None:
        """Count messages of ours that somebody deleted as taken back; others are none of our business."""

    async def channel_deleted(self, channel: int) -> None:
        """Forget our messages in a channel that is gone."""


class Servers:
    """Takes notice of what happens to servers. An outage ends nothing."""

    def __init__(self, store: Store, find: Callable[[int], discord.Guild | None], posts: TakesBack) -> None:
        """Look servers up by `find` (the client's cache), and tell `posts` of deleted messages."""
        self._store = store
        self._lookout = Lookout(store, find)
        self._posts = posts

    async def present(self, guilds: frozenset[int]) -> None:
        """Take notice of all servers that we are in: those left since end, and what was lost meanwhile is noted."""
        ended = await present_in(HERE, {str(guild) for guild in guilds}, store=self._store)
        if ended:
            log.info("servers left meanwhile: %d", ended)
        for community in await self._store.ledger.communities(HERE):
            if any(community.choices.at(spot) for spot in Spot):
                await self._look_or_log(int(community.external_id))

    async def joined(self, guild: int) -> None:
        """Take notice of a server that added us: its community begins, and nothing is said there."""
        await joined(HERE, str(guild), store=self._store)
        log.info("server joined: %d", guild)

    async def left(self, guild: int) -> None:
        """Take notice of a server that removed us: its community ends, with all that was chosen."""
        if await left(HERE, str(guild), store=self._store):
            log.info("server left: %d", guild)

    async def channel_deleted(self, guild: int, channel: int) -> None:
        """Take notice of a channel that is gone."""
        await self._posts.channel_deleted(channel)
        await places_lost(HERE, str(guild), {str(channel): Loss.DELETED}, store=self._store)

    async def channel_changed(self, channel: discord.abc.GuildChannel) -> None:
        """Take notice of a channel whose permissions may have changed."""
        await self.look(channel.guild.id)

    async def role_deleted(self, guild: int, role: int) -> None:
        """Take notice of a role that is gone: it moderates no more, and may have let us in somewhere."""
        await moderator_lost(HERE, str(guild), str(role), store=self._store)
        await self.look(guild)

    async def rights_changed(self, guild: int) -> None:
        """Take notice of a role that changed, or of other roles of ours."""
        await self.look(guild)

    async def deleted(self, channel: int, messages: frozenset[int]) -> None:
        """Take notice of messages that somebody deleted: ours count as taken back."""
        await self._posts.deleted(channel, messages)

    async def look(self, guild: int) -> None:
        """Look whether we still can post in the places that are chosen in a server; what is lost is noted.

        Raises discord.HTTPException when Discord doesn't answer.
        """
        await self._lookout.look(guild)

    async def _look_or_log(self, guild: int) -> None:
        """Look; a server about which Discord doesn't answer now is looked at again when something changes there."""
        try:
            await self.look(guild)
        except discord.HTTPException as error:
            log.warning("server %d can't be looked at now: %s", guild, error.status)
