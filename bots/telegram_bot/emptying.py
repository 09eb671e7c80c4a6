"""Chats of somebody who left: what is ours in them, and files that they sent, is taken out; nobody is told anything."""

import logging
from dataclasses import dataclass

import telegram
from telegram.constants import ParseMode

from bots.telegram_bot.placing import EMPTIED
from bots.telegram_bot.posted import HERE
from bots.telegram_bot.posting import Posting
from bots.telegram_bot.turn import Stays, Trouble, TurnOver, Unreachable, Vanished
from bots.telegram_bot.words import Words
from bots.texts.say import Say
from core.chats import IN_CHANNELS, CopyKind, Posted
from core.departures import LEFT
from core.records import OutboxRow
from core.videos import VideoId

log = logging.getLogger("hushreel.telegram")


def is_left(row: OutboxRow) -> bool:
    """Say whether an outbox row has chats emptied of somebody who left."""
    return row.kind.startswith(LEFT)


@dataclass
class Emptying:
    """Carries such rows. What is out of reach and holds a file is kept, for the receipt to tell of it."""

    posting: Posting

    async def deliver(self, row: OutboxRow) -> None:
        """Take back each message that they had about a video. Raises Trouble for what has to be tried again."""
        speaking = self.posting.showing.speaking
        said = Words(speaking.texts, row.kind.removeprefix(LEFT)).say(Say("forget-card"))
        video, trouble = VideoId(row.subject), None
        async with self.posting.showing.lock(video):
            for one in await self.posting.store.ledger.posted_about(HERE, video):
                if one.person != row.person or one.kind in IN_CHANNELS:
                    continue
                try:
                    await self._take_back(one, said)
                except Trouble as found:
                    trouble = found
        if trouble is not None:
            raise trouble

    async def _take_back(self, one: Posted, said: str) -> None:
        """Delete a message, or say in one that is too old for it what became of it. A blocked bot tries again."""
        try:
            if one.message is not None and one.channel and not await self._is_gone(one, said):
                return
        except Unreachable as away:
            if one.media is not None or one.kind is CopyKind.UPLOAD:
                raise Trouble(str(away)) from None
        except TurnOver as over:
            log.info("message %s is out of reach: %s", one.id, over)
            if one.media is not None and not isinstance(over, Vanished):
                return
        await self.posting.showing.drop(one)

    async def _is_gone(self, one: Posted, said: str) -> bool:
        """Say whether a message holds nothing of theirs any more; a file that they sent long ago stays theirs."""
        messages = self.posting.showing.placing.messages
        if self.posting.rows.is_deletable(one):
            try:
                await messages.delete(one)
            except Stays:
                log.info("message %s can't be deleted", one.id)
            else:
                return True
        if one.kind is CopyKind.UPLOAD:
            return False
        if one.media is None:
            await messages.say(one, said, said, None)
        else:
            await messages.put(one, telegram.InputMediaPhoto(EMPTIED, said, ParseMode.HTML), None)
        return True
