"""Takes messages back that belong to nobody any more: whoever they were for erased their account."""

import logging
from dataclasses import dataclass

from bots.discord_bot.messages import Messages
from bots.discord_bot.turn import TurnOver, Vanished
from core.ports import Store
from core.records import OutboxRow

log = logging.getLogger("hushreel.discord")


@dataclass(frozen=True)
class Recalling:
    """The `Deliverer` of what is taken back without a person. Nobody is written to."""

    store: Store
    messages: Messages

    async def deliver(self, row: OutboxRow) -> None:
        """Delete a message, and look whether it is gone: that alone is believed.

        Raises Trouble for what has to be tried again; what stays is known by its receipt.
        """
        message = await self.store.ledger.recall_named(row.subject)
        if message is None or not message.channel:
            return
        try:
            await self.messages.delete(message)
            await self.messages.holds_file(message)
        except Vanished:
            log.debug("message %s is gone", message.id)
        except TurnOver as over:
            log.info("message %s stays: %s", message.id, over)
            return
        else:
            log.warning("message %s was said to be deleted, and is there", message.id)
            return
        async with self.store.write() as writes:
            await writes.drop_recall(message.id)
