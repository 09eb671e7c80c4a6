"""How many people can read a place that admins chose, and how their server is called, as far as Discord tells it."""

from collections.abc import Callable
from dataclasses import dataclass

import discord

from bots.discord_bot.places import place_of_member
from core.communities import Community, Place, Spot
from core.people import CommunityId, Identity, Platform
from core.ports import Store


@dataclass(frozen=True)
class Readers:
    """Asks what the connection knows; `find` gives what is known of a server. No list of members is asked for."""

    store: Store
    find: Callable[[int], discord.Guild | None]

    async def count(self, community: CommunityId, spot: Spot) -> int | None:
        """Give how many can read a chosen place, other bots among them; None unless everybody in the server can.

        Who has which role is only told to bots that list all members: a place for some of them isn't counted.
        """
        found, guild = await self._found(community)
        place = found.choices.at(spot) if found is not None else None
        channel = guild.get_channel(int(place)) if guild is not None and place is not None else None
        if guild is None or channel is None or guild.member_count is None:
            return None
        if not channel.permissions_for(guild.default_role).view_channel:
            return None
        return guild.member_count - 1

    async def called(self, community: CommunityId) -> str:
        """Give how a server is called now; "" for one that isn't known here."""
        _, guild = await self._found(community)
        return guild.name if guild is not None else ""

    async def place_of(self, community: Community, identity: Identity) -> Place | None:
        """Give a server as the place of one of its members, as Discord says now; None for everybody else."""
        guild = self.find(int(community.external_id))
        if guild is None:
            return None
        try:
            member = await guild.fetch_member(int(identity.external_id))
        except (discord.HTTPException, OSError):
            return None
        return place_of_member(member)

    async def _found(self, community: CommunityId) -> tuple[Community | None, discord.Guild | None]:
        found = await self.store.ledger.community(community)
        if found is None or found.platform is not Platform.DISCORD:
            return None, None
        return found, self.find(int(found.external_id))
