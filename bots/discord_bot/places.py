"""From where somebody speaks on Discord, as Discord tells it with each event."""

from collections.abc import Iterable

import discord

from core.communities import Place
from core.people import Platform


def place_of(interaction: discord.Interaction) -> Place | None:
    """Give the server that an interaction comes from; None in private, and in a server that we are no member of."""
    if interaction.guild_id is None or not _is_ours(interaction.client, interaction.guild_id):
        return None
    member = interaction.user
    roles = member.roles if isinstance(member, discord.Member) else ()
    return _place(interaction.guild_id, interaction.permissions, roles)


def place_of_message(message: discord.Message) -> Place | None:
    """Give the server that a message was written in; None in private, and where its author is no member."""
    if message.guild is None or not isinstance(message.author, discord.Member):
        return None
    return _place(message.guild.id, message.author.guild_permissions, message.author.roles)


def place_of_member(member: discord.Member) -> Place:
    """Give the server that somebody is a member of."""
    return _place(member.guild.id, member.guild_permissions, member.roles)


def _is_ours(client: discord.Client, guild: int) -> bool:
    """Say whether we are in a server: a person's own install brings commands to others too."""
    return client.get_guild(guild) is not None


def _place(guild: int, permissions: discord.Permissions, roles: Iterable[discord.Role]) -> Place:
    named = frozenset(str(role.id) for role in roles if role.id != guild)
    return Place(Platform.DISCORD, str(guild), permissions.manage_guild or permissions.administrator, named)
