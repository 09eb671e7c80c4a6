"""The connection's ears: discord.py's client, which hands every event on and remembers no message."""

import logging
import sys
import traceback
from typing import Any, Literal, Protocol

import discord

log = logging.getLogger("hushreel.discord")

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
"""Servers and their channels, for what becomes of them; messages, for mentions, private questions and deletions.

Words of messages come along only in private chats and where we are mentioned: no privileged intent is asked for.
"""

Shards = int | Literal["auto"] | None


class Hears(Protocol):
    """What answers people: `bots.discord_bot.hearing`."""

    async def interaction(self, interaction: discord.Interaction) -> None:
        """Answer a command, a press, a form or what is being typed."""

    async def message(self, message: discord.Message, me: int) -> None:
        """Answer plain words."""


class Servers(Protocol):
    """What becomes of servers, their places and our messages in them: `bots.discord_bot.servers`."""

    async def present(self, guilds: frozenset[int]) -> None:
        """Take notice of all servers that we are in, once they are known."""

    async def joined(self, guild: int) -> None:
        """Take notice of a server that added us."""

    async def left(self, guild: int) -> None:
        """Take notice of a server that removed us."""

    async def channel_deleted(self, guild: int, channel: int) -> None:
        """Take notice of a channel that is gone."""

    async def channel_changed(self, channel: discord.abc.GuildChannel) -> None:
        """Take notice of a channel whose permissions may have changed."""

    async def role_deleted(self, guild: int, role: int) -> None:
        """Take notice of a role that is gone."""

    async def rights_changed(self, guild: int) -> None:
        """Take notice of a role that changed, or of other roles of ours."""

    async def deleted(self, channel: int, messages: frozenset[int]) -> None:
        """Take notice of messages that somebody deleted."""


class _Ears(discord.Client):
    """Hands events on to whoever was given; none comes before `hand`."""

    _hearing: Hears
    _servers: Servers

    def hand(self, hearing: Hears, servers: Servers) -> None:
        """Hand events to these from now on; call it before connecting."""
        self._hearing = hearing
        self._servers = servers

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Leave alone what the library still tells after the end, such as that servers are known at last."""
        if not self.is_closed():
            super().dispatch(event, *args, **kwargs)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Hand on a command, a press, a form or what is being typed."""
        await self._hearing.interaction(interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Hand on a message."""
        if self.user is not None:
            await self._hearing.message(message, self.user.id)

    async def on_ready(self) -> None:
        """Tell which servers we are in; one that Discord can't reach at the moment counts."""
        log.info("connected to Discord, servers: %d", len(self.guilds))
        await self._servers.present(frozenset(guild.id for guild in self.guilds))

    async def on_resumed(self) -> None:
        """Note that nothing was missed."""
        log.info("connected to Discord again")

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Hand on that a server added us."""
        await self._servers.joined(guild.id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Hand on that a server removed us."""
        await self._servers.left(guild.id)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Hand on that a channel is gone."""
        await self._servers.channel_deleted(channel.guild.id, channel.id)

    async def on_guild_channel_update(self, _before: discord.abc.GuildChannel, after: discord.abc.GuildChannel) -> None:
        """Hand on that a channel changed."""
        await self._servers.channel_changed(after)

    async def on_guild_role_delete(self, role: discord.Role) -> None:
        """Hand on that a role is gone."""
        await self._servers.role_deleted(role.guild.id, role.id)

    async def on_guild_role_update(self, _before: discord.Role, after: discord.Role) -> None:
        """Hand on that a role changed."""
        await self._servers.rights_changed(after.guild.id)

    async def on_member_update(self, _before: discord.Member, after: discord.Member) -> None:
        """Hand on that we have other roles: of ourselves alone Discord tells without a privileged intent."""
        if self.user is not None and after.id == self.user.id:
            await self._servers.rights_changed(after.guild.id)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Hand on that a message is gone."""
        await self._servers.deleted(payload.channel_id, frozenset({payload.message_id}))

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Hand on that messages are gone."""
        await self._servers.deleted(payload.channel_id, frozenset(payload.message_ids))

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """Log where it broke, without the error's own words: those may be the person's."""
        _, error, where = sys.exc_info()
        log.error("%s: %s\n%s", event_method, type(error).__name__, "".join(traceback.format_tb(where)))


class HushreelClient(_Ears):
    """One connection for all servers."""


class ShardedClient(_Ears, discord.AutoShardedClient):
    """Several connections, each for a share of the servers."""


def client_for(shards: Shards) -> HushreelClient | ShardedClient:
    """Make a client that isn't connected yet; `shards` is their number, "auto" for what Discord advises."""
    if shards is None:
        return HushreelClient(**_ways())
    return ShardedClient(shard_count=None if shards == "auto" else shards, **_ways())


def _ways() -> dict[str, Any]:
    """Keep no message and no member, and never ping."""
    return {
        "intents": INTENTS,
        "max_messages": None,
        "member_cache_flags": discord.MemberCacheFlags.none(),
        "chunk_guilds_at_startup": False,
        "allowed_mentions": discord.AllowedMentions.none(),
    }
