"""What one person is told without having asked: decisions, how connecting goes on, cards that parting empties."""

import logging
from dataclasses import dataclass, field
from uuid import UUID

import telegram
from telegram.constants import ParseMode

from bots.chat.command import Asker
from bots.chat.connect import parted
from bots.chat.mydata import FILE_NAME
from bots.chat.reply import Reply, Text
from bots.telegram_bot.posted import HERE
from bots.telegram_bot.posting import Posting
from bots.telegram_bot.turn import TurnOver, Unreachable, Vanished
from bots.texts.say import Say
from core.cases import CASE
from core.chats import NO_VIDEO, CopyKind, Posted
from core.exports import EXPORT, SENDING
from core.grants import BROKEN, GIVEN
from core.knocks import KNOCKED, TURNED_AWAY
from core.pairings import NOTICE, PARTED
from core.records import OutboxRow
from core.videos import VideoId

DECISION = "decision"
"""The kind of outbox rows by which an owner is told what somebody else decided."""

_PERSONAL = frozenset({PARTED, GIVEN, DECISION, CASE, KNOCKED, TURNED_AWAY, EXPORT, SENDING})

log = logging.getLogger("hushreel.telegram")


def is_personal(row: OutboxRow) -> bool:
    """Say whether an outbox row is told to one person here."""
    told = {PARTED, GIVEN, BROKEN, DECISION, CASE, KNOCKED, TURNED_AWAY, EXPORT, SENDING}
    return row.kind in told or row.kind.startswith(NOTICE)


@dataclass
class Personal:
    """Carries such rows to private chats. Raises Trouble for what has to be tried again.

    A notice whose sending was not answered may stand in the chat twice; it holds nothing but words.
    """

    posting: Posting
    _begun: dict[UUID, str] = field(default_factory=dict)

    async def deliver(self, row: OutboxRow) -> None:
        """Carry out one row; who can't be written to finds it on the card, or at their next /connect."""
        asker = await self.posting.asker(row.person) if row.person else None
        if asker is None:
            return
        if row.kind == PARTED:
            await self._empty(VideoId(row.subject), asker)
            return
        if row.kind == SENDING:
            await self._send_archive(row, asker)
            return
        reply = await self.posting.chat.notice(row.kind, row.subject, asker)
        if reply is None:
            return
        showing = self.posting.showing
        try:
            await showing.placing.send(asker.identity.external_id, showing.speaking.draw(reply, asker), asker)
        except TurnOver as over:
            log.info("notice %s finds nobody there: %s", row.id, over)

    async def _send_archive(self, row: OutboxRow, asker: Asker) -> None:
        """Send somebody their own archive: words first, then the file in their place; one that is gone by now isn't.

        Tried again it fills the same message. After a crash between the two words are left, and a message comes anew.
        """
        content = await self.posting.chat.my_data_file(row.subject, asker)
        if content is None:
            self._begun.pop(row.id, None)
            return
        placing = self.posting.showing.placing
        drawn = self.posting.showing.speaking.draw(Reply((Text(Say("mydata-file")),)), asker)
        file = telegram.InputMediaDocument(
            telegram.InputFile(content, FILE_NAME, attach=True), caption=drawn.caption, parse_mode=ParseMode.HTML
        )
        channel = asker.identity.external_id
        try:
            message = self._begun.get(row.id) or await placing.send(channel, drawn, asker)
            self._begun[row.id] = message
            here = Posted(row.id, HERE, asker.person, NO_VIDEO, CopyKind.DIRECT, channel, message)
            await placing.messages.put(here, file, drawn.keyboard)
        except TurnOver as over:
            log.info("archive %s finds nobody there: %s", row.id, over)
        self._begun.pop(row.id, None)

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
