"""Whether we still can post where admins chose."""

from collections.abc import Callable

import discord

from core.communities import Loss, Spot
from core.hosting.losing import places_lost
from core.people import Platform
from core.ports import Store

NEEDED = discord.Permissions(view_channel=True, send_messages=True, attach_files=True, embed_links=True)
"""What we need in a chosen place: to write there, and to put videos, posters and long words into what we wrote."""

HERE = Platform.DISCORD


class Lookout:
    """Looks at the places that are chosen in a server."""

    def __init__(self, store: Store, find: Callable[[int], discord.Guild | None]) -> None:
        """Look servers up by `find` (the client's cache)."""
        self._store = store
        self._find = find

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
