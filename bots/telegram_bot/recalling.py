"""Takes messages back that belong to nobody any more: whoever they were for erased their account."""

import logging
from dataclasses import dataclass

import telegram

from bots.telegram_bot.messages import Messages
from bots.telegram_bot.turn import OtherKind, Stays, TurnOver
from core.chats import CopyKind, Posted
from core.ports import Store
from core.records import OutboxRow

EMPTIED = "\N{HEAVY MINUS SIGN}"
"""What a message says that is too old to be deleted: Telegram takes no empty one, and nobody is left to be told."""

log = logging.getLogger("hushreel.telegram")


@dataclass(frozen=True)
class Recalling:
    """The `Deliverer` of what is taken back without a person. Nobody is written to."""

    store: Store
    messages: Messages

    async def deliver(self, row: OutboxRow) -> None:
        """Delete a message, or empty it where it is too old for that. That it is deleted is believed of a second try.

        Raises Trouble for what has to be tried again; what stays is known by its receipt.
        """
        message = await self.store.ledger.recall_named(row.subject)
        if message is None or not message.channel:
            return
        try:
            is_gone = await self._take_back(message)
        except TurnOver as over:
            log.info("message %s stays: %s", message.id, over)
            return
        if not is_gone:
            log.warning("message %s was said to be deleted, and is there", message.id)
            return
        async with self.store.write() as writes:
            await writes.drop_recall(message.id)

    async def _take_back(self, message: Posted) -> bool:
        """Say whether it is gone, or empty: a message that is deleted isn't found by who deletes it again."""
        try:
            return not (await self.messages.delete(message) and await self.messages.delete(message))
        except Stays:
            if message.kind is CopyKind.UPLOAD:
                raise
            await self._empty(message)
            return True

    async def _empty(self, message: Posted) -> None:
        if message.media is None:
            try:
                await self.messages.write(message.channel, message.message or "", EMPTIED, None)
            except OtherKind:
                log.info("message %s holds a file", message.id)
            else:
                return
        blank = telegram.InputFile(EMPTIED.encode(), "-.txt", attach=True)
        await self.messages.put(message, telegram.InputMediaDocument(blank, caption=EMPTIED), None)
