"""What one person is told without having asked: how connecting two accounts goes on, and cards that parting empties."""

import io
import logging
from dataclasses import dataclass
from typing import Any

import discord

from bots.chat.command import Asker
from bots.chat.connect import parted
from bots.chat.mydata import FILE_NAME
from bots.chat.reply import Reply, Text
from bots.discord_bot.late import DECISION
from bots.discord_bot.posted import HERE
from bots.discord_bot.posting import Posting
from bots.discord_bot.turn import TurnOver, Vanished
from bots.texts.say import Say
from core.cases import CASE
from core.chats import NO_VIDEO, CopyKind, Posted
from core.exports import EXPORT, SENDING
from core.grants import BROKEN, GIVEN
from core.knocks import KNOCKED, TURNED_AWAY
from core.pairings import NOTICE, PARTED
from core.records import OutboxRow
from core.videos import PublicationId, VideoId

_PERSONAL = frozenset({PARTED, GIVEN, DECISION, CASE, KNOCKED, TURNED_AWAY, EXPORT, SENDING})

log = logging.getLogger("hushreel.discord")


def is_personal(row: OutboxRow) -> bool:
    """Say whether an outbox row is told to one person here."""
    told = {PARTED, GIVEN, BROKEN, DECISION, CASE, KNOCKED, TURNED_AWAY, EXPORT, SENDING}
    return row.kind in told or row.kind.startswith(NOTICE)


@dataclass
class Personal:
    """Carries such rows to private chats. Raises Trouble for what has to be tried again."""

    posting: Posting

    async def deliver(self, row: OutboxRow) -> None:
        """Carry out one row.

        Where the private chat is closed, a decision is told at the next word, and the rest at the next /connect.
        """
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
        if reply is not None:
            await self._send(row, reply, asker)

    async def _send_archive(self, row: OutboxRow, asker: Asker) -> None:
        """Send somebody their own archive as a file; one that is gone by now isn't."""
        content = await self.posting.chat.my_data_file(row.subject, asker)
        if content is not None:
            file = discord.File(io.BytesIO(content), FILE_NAME)
            await self._send(row, Reply((Text(Say("mydata-file")),)), asker, files=[file])

    async def _send(self, row: OutboxRow, reply: Reply, asker: Asker, **more: Any) -> None:
        """Send a notice once: a message that came through before is found again by the row's id."""
        placing = self.posting.showing.placing
        drawn = self.posting.showing.speaking.draw(reply, asker)
        try:
            chat = await placing.messages.open_chat(asker.identity.external_id)
            message = Posted(row.id, HERE, asker.person, NO_VIDEO, CopyKind.DIRECT, chat)
            await placing.messages.change(message, **await placing.content(drawn, asker), **more)
        except TurnOver as over:
            log.info("notice %s finds nobody there: %s", row.id, over)
            if row.kind == DECISION:
                await self.posting.late.keep_decision(PublicationId(row.subject), asker)

    async def _empty(self, video: VideoId, asker: Asker) -> None:
        """Take a video that isn't the asker's any more out of their chat, where Discord still lets us."""
        async with self.posting.showing.lock(video):
            if await self.posting.chat.card(video, asker) is not None:
                return
            for row in await self.posting.rows.about(video):
                if await self._is_anothers(row, asker):
                    continue
                if row.kind is not CopyKind.POST and self.posting.rows.is_open(row):
                    await self._empty_one(row, asker)

    async def _is_anothers(self, row: Posted, asker: Asker) -> bool:
        """Say whether a message is in the chat of somebody else with whom the video is shared."""
        identity = await self.posting.store.ledger.identity_of(row.person, HERE)
        return identity is not None and identity != asker.identity

    async def _empty_one(self, row: Posted, asker: Asker) -> None:
        try:
            await self.posting.showing.redraw(row, parted(), asker)
        except TurnOver as over:
            log.info("message %s is out of reach: %s", row.id, over)
            if not isinstance(over, Vanished):
                return
        await self.posting.drop(row)
