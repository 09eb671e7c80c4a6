"""What one person is told without having asked: how connecting two accounts goes on, and cards that parting empties."""

import logging
from dataclasses import dataclass

from bots.chat.command import Asker
from bots.chat.connect import parted
from bots.telegram_bot.posting import Posting
from bots.telegram_bot.turn import Stays, TurnOver
from core.chats import CopyKind, Posted
from core.pairings import NOTICE, PARTED
from core.records import OutboxRow
from core.videos import VideoId

log = logging.getLogger("hushreel.telegram")


def is_personal(row: OutboxRow) -> bool:
    """Say whether an outbox row is told to one person here."""
    return row.kind == PARTED or row.kind.startswith(NOTICE)


@dataclass
class Personal:
    """Carries such rows to private chats. Raises Trouble for what has to be tried again.

    A notice whose sending was not answered may stand in the chat twice; it holds nothing but words.
    """

    posting: Posting

    async def deliver(self, row: OutboxRow) -> None:
        """Carry out one row; somebody who can't be written to is shown it at their next /connect."""
        asker = await self.posting.asker(row.person) if row.person else None
        if asker is None:
            return
        if row.kind == PARTED:
            await self._empty(VideoId(row.subject), asker)
            return
        reply = await self.posting.chat.notice(row.kind, row.subject, asker)
        if reply is None:
            return
        drawn = self.posting.showing.speaking.draw(reply, asker)
        try:
            await self.posting.showing.placing.send(asker.identity.external_id, drawn, asker)
        except TurnOver as over:
            log.info("notice %s finds nobody there: %s", row.id, over)

    async def _empty(self, video: VideoId, asker: Asker) -> None:
        """Take a video that isn't the asker's any more out of their chat."""
        async with self.posting.showing.lock(video):
            if await self.posting.chat.card(video, asker) is not None:
                return
            for row in await self.posting.rows.about(video):
                if row.channel == asker.identity.external_id and row.kind is not CopyKind.UPLOAD:
                    await self._empty_one(row, asker)

    async def _empty_one(self, row: Posted, asker: Asker) -> None:
        showing = self.posting.showing
        drawn = showing.speaking.draw(parted(), asker)
        try:
            if row.message is None:
                pass
            elif row.media is None:
                await showing.placing.complete(row, drawn, asker)
            else:
                await self._take_out(row, asker)
        except TurnOver as over:
            log.info("message %s is out of reach: %s", row.id, over)
        await showing.drop(row)

    async def _take_out(self, row: Posted, asker: Asker) -> None:
        """Let a message with a video leave, and say why; one that is too old for that gets a picture of nothing."""
        placing = self.posting.showing.placing
        drawn = self.posting.showing.speaking.draw(parted(), asker)
        try:
            await placing.messages.delete(row)
        except Stays:
            await placing.empty(row, drawn, asker)
        else:
            await placing.send(row.channel, drawn, asker)
