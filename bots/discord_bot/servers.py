"""What becomes of the servers that we are in: joined and left, chosen places lost, messages of ours deleted."""

import logging
from collections.abc import Callable
from typing import Protocol

import discord

from core.communities import Loss, Spot
from core.hosting.losing import moderator_lost, places_lost
from core.hosting.presence import joined, left, present_in
from core.people import Platform
from core.ports import Store

NEEDED = discord.Permissions(view_channel=True, send_messages=True)
"""What we need in a chosen place: to write there. Publishing will need more, and ask for it then."""

HERE = Platform.DISCORD

log = logging.getLogger("hushreel.discord")


class TakesBack(Protocol):
    """Knows our messages: `bots.discord_bot.posting`."""

    async def deleted(self, channel: int, messages: frozenset[int]) -> None:
        """Count messages of ours that somebody deleted as taken back; others are none of our business."""


class Servers:
    """Takes notice of what happens to servers. An outage ends nothing."""

    def __init__(self, store: Store, find: Callable[[int], discord.Guild | None], posts: TakesBack) -> None:
        """Look servers up by `find` (the client's cache), and tell `posts` of deleted messages."""
        self._store = store
        self._find = find
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
        found, community = self._find(guild), await self._store.ledger.community_at(HERE, str(guild))
        if found is None or found.unavailable or community is None:
            return
        lost = {}
        for place in {one for spot in Spot if (one := community.choices.at(spot))}:
            loss = await _loss(found, place)
            if loss is not None:
                lost[place] = loss
        await places_lost(HERE, str(guild), lost, store=self._store)

    async def _look_or_log(self, guild: int) -> None:
        """Look; a server about which Discord doesn't answer now is looked at again when something changes there."""
        try:
            await self.look(guild)
        except discord.HTTPException as error:
            log.warning("server %d can't be looked at now: %s", guild, error.status)


async def _loss(guild: discord.Guild, place: str) -> Loss | None:
    """Say why we can't post in a place; None where we can."""
    if not place.isdecimal():
        return Loss.DELETED
    try:
        channel = guild.get_channel_or_thread(int(place)) or await guild.fetch_channel(int(place))
    except (discord.NotFound, discord.InvalidData):
        return Loss.DELETED
    except discord.Forbidden:
        return Loss.CLOSED
    return None if channel.permissions_for(guild.me).is_superset(NEEDED) else Loss.CLOSED
