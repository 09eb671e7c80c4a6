"""What one person is told without having asked: decisions, how connecting goes on, cards that parting empties."""

import logging
from dataclasses import dataclass

from bots.chat.command import Asker
from bots.chat.connect import parted
from bots.telegram_bot.posting import Posting
from bots.telegram_bot.turn import TurnOver, Unreachable, Vanished
from core.cases import CASE
from core.chats import Posted
from core.grants import BROKEN, GIVEN
from core.knocks import KNOCKED, TURNED_AWAY
from core.pairings import NOTICE, PARTED
from core.records import OutboxRow
from core.videos import VideoId

DECISION = "decision"
"""The kind of outbox rows by which an owner is told what somebody else decided."""

log = logging.getLogger("hushreel.telegram")


def is_personal(row: OutboxRow) -> bool:
    """Say whether an outbox row is told to one person here."""
    return row.kind in {PARTED, GIVEN, BROKEN, DECISION, CASE, KNOCKED, TURNED_AWAY} or row.kind.startswith(NOTICE)


@dataclass
class Personal:
    """Carries such rows to private chats. Raises Trouble for what has to be tried again.

    A notice whose sending was not answered may stand in the chat twice; it holds nothing but words.
    """

    posting: Posting

    async def deliver(self, row: OutboxRow) -> None:
        """Carry out one row; who can't be written to finds it on the card, or at their next /connect."""
        asker = await self.posting.asker(row.person) if row.person else None
        if asker is None:
            return
        if row.kind == PARTED:
            await self._empty(VideoId(row.subject), asker)
            return
        reply = await self.posting.chat.notice(row.kind, row.subject, asker)
        if reply is None:
            return
        showing = self.posting.showing
        try:
            await showing.placing.send(asker.identity.external_id, showing.speaking.draw(reply, asker), asker)
        except TurnOver as over:
            log.info("notice %s finds nobody there: %s", row.id, over)

    async def _empty(self, video: VideoId, asker: Asker) -> None:
        """Take a video that isn't the asker's any more out of their chat, and forget its messages there."""
        rows, showing = self.posting.rows, self.posting.showing
        async with showing.lock(video):
            if await self.posting.chat.card(video, asker) is not None:
                return
            for known in await rows.about(video):
                row = await rows.named(known.id)
                if row is not None and row.channel == asker.identity.external_id:
                    await self._empty_one(row, asker)
            for row in await rows.about(video):
                if row.channel == asker.identity.external_id and row.media is None:
                    await showing.drop(row)

    async def _empty_one(self, row: Posted, asker: Asker) -> None:
        try:
            await self.posting.showing.redraw(row, parted(), asker)
        except Unreachable:
            await self.posting.late.wait(row)
        except TurnOver as over:
            log.info("message %s is out of reach: %s", row.id, over)
            if isinstance(over, Vanished):
                await self.posting.showing.drop(row)
