"""How many people can read a community's places, and how it is called: asked of Telegram each time, never kept."""

from dataclasses import dataclass

import telegram
from telegram.error import TelegramError

from bots.telegram_bot.places import HERE, title_of
from core.communities import Community, KnowsCommunities, Spot
from core.people import CommunityId


@dataclass(frozen=True)
class Readers:
    """Asks by `bot`."""

    bot: telegram.Bot
    ledger: KnowsCommunities

    async def count(self, community: CommunityId, spot: Spot) -> int | None:
        """Count who can read a chosen place, without us; None where none is chosen or Telegram doesn't tell."""
        found = await self._ours(community)
        place = found.choices.at(spot) if found else None
        if place is None:
            return None
        try:
            return max(0, await self.bot.get_chat_member_count(int(place)) - 1)
        except TelegramError:
            return None

    async def called(self, community: CommunityId) -> str:
        """Give the title of a group; "" for one of another platform, and where Telegram doesn't tell."""
        found = await self._ours(community)
        return await title_of(self.bot, int(found.external_id)) if found else ""

    async def _ours(self, community: CommunityId) -> Community | None:
        found = await self.ledger.community(community)
        return found if found and found.platform is HERE else None
