"""Messages of ours that somebody else took away, each told to whom it concerns."""

from dataclasses import dataclass

from bots.discord_bot.feeding import Feeding
from bots.discord_bot.posted import HERE
from bots.discord_bot.posting import Posting
from bots.discord_bot.reviewing import Reviewing
from core.chats import IN_CHANNELS


@dataclass
class Taking:
    """Hears of deleted messages and channels."""

    posting: Posting
    feeding: Feeding
    reviewing: Reviewing

    async def deleted(self, channel: int, messages: frozenset[int]) -> None:
        """Count cards as taken back, and posts as taken down by moderators; others are none of our business."""
        await self.posting.deleted(channel, messages)
        await self.feeding.deleted(channel, messages)
        await self.reviewing.deleted(channel, messages)

    async def channel_deleted(self, channel: int) -> None:
        """Forget our messages in a channel that is gone: nobody decided anything about them."""
        for row in await self.posting.store.ledger.posted_in(HERE, str(channel)):
            if row.kind in IN_CHANNELS:
                await self.feeding.standing.drop(row)
