"""Chats of somebody who left: what is ours in them is taken back, and nobody is told anything."""

import logging
from dataclasses import dataclass, replace

from bots.discord_bot.posted import HERE
from bots.discord_bot.posting import Posting
from bots.discord_bot.turn import Trouble, TurnOver, Vanished
from core.chats import CopyKind, Posted
from core.departures import LEFT
from core.records import OutboxRow
from core.videos import VideoId

log = logging.getLogger("hushreel.discord")


def is_left(row: OutboxRow) -> bool:
    """Say whether an outbox row has chats emptied of somebody who left."""
    return row.kind.startswith(LEFT)


@dataclass
class Emptying:
    """Carries such rows. What is out of reach and holds a file is kept, for the receipt to tell of it."""

    posting: Posting

    async def deliver(self, row: OutboxRow) -> None:
        """Delete each message that they had about a video. Raises Trouble for what has to be tried again."""
        video, trouble = VideoId(row.subject), None
        async with self.posting.showing.lock(video):
            for one in await self.posting.store.ledger.posted_about(HERE, video):
                if one.person != row.person or not _is_theirs(one):
                    continue
                try:
                    await self._take_back(one)
                except Trouble as found:
                    trouble = found
        if trouble is not None:
            raise trouble

    async def _take_back(self, one: Posted) -> None:
        messages = self.posting.showing.placing.messages
        try:
            found = one.message
            if self.posting.rows.is_open(one):
                if found is None and one.kind is CopyKind.DIRECT:
                    found = await messages.found(one)
                if found is not None or one.token:
                    await messages.delete(replace(one, message=found))
            elif one.media is not None:
                return
        except TurnOver as over:
            log.info("message %s is out of reach: %s", one.id, over)
            if one.media is not None and not isinstance(over, Vanished):
                return
        await self.posting.drop(one)


def _is_theirs(one: Posted) -> bool:
    """Say whether a message was to them: a channel's posts and its moderators' cards are brought up to date there."""
    return one.kind is not CopyKind.POST and (one.kind is not CopyKind.REVIEW or bool(one.token))
