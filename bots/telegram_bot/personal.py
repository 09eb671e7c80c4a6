"""What one person is told without having asked: how connecting two accounts goes on, and cards that parting empties."""

import logging

from bots.chat.command import Asker
from bots.chat.connect import parted
from bots.chat.dispatch import Chat
from bots.telegram_bot.showing import Showing
from bots.telegram_bot.turn import TurnOver, Vanished
from core.chats import Posted
from core.pairings import NOTICE, PARTED
from core.records import OutboxRow
from core.videos import VideoId

log = logging.getLogger("hushreel.telegram")


def is_personal(row: OutboxRow) -> bool:
    """Say whether an outbox row is told to one person here."""
    return row.kind == PARTED or row.kind.startswith(NOTICE)


async def deliver_personal(row: OutboxRow, asker: Asker, chat: Chat, showing: Showing) -> None:
    """Carry such a row to a private chat. Somebody who can't be written to is shown it at their next /connect.

    Raises Trouble for what has to be tried again.
    """
    if row.kind == PARTED:
        await _empty(VideoId(row.subject), asker, chat, showing)
        return
    reply = await chat.notice(row.kind, row.subject, asker)
    if reply is None:
        return
    try:
        await showing.placing.send(asker.identity.external_id, showing.speaking.draw(reply, asker), asker)
    except TurnOver as over:
        log.info("notice %s finds nobody there: %s", row.id, over)


async def _empty(video: VideoId, asker: Asker, chat: Chat, showing: Showing) -> None:
    """Take a video that isn't the asker's any more out of their chat, and forget its messages there."""
    async with showing.lock(video):
        if await chat.card(video, asker) is not None:
            return
        for known in await showing.rows.about(video):
            row = await showing.rows.named(known.id)
            if row is not None and row.channel == asker.identity.external_id:
                await _empty_one(row, asker, showing)
        for row in await showing.rows.about(video):
            if row.channel == asker.identity.external_id and row.media is None:
                await showing.drop(row)


async def _empty_one(row: Posted, asker: Asker, showing: Showing) -> None:
    try:
        await showing.redraw(row, parted(), asker)
    except TurnOver as over:
        log.info("message %s is out of reach: %s", row.id, over)
        if isinstance(over, Vanished):
            await showing.drop(row)
