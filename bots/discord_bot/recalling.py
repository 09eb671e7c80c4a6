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
        """Delete a message. Raises Trouble for what has to be tried again; what stays is known by its receipt."""
        message = await self.store.ledger.recall_named(row.subject)
        if message is None or not message.channel:
            return
        try:
            await self.messages.delete(message)
        except TurnOver as over:
            if not isinstance(over, Vanished):
                log.info("message %s stays: %s", message.id, over)
                return
        async with self.store.write() as writes:
            await writes.drop_recall(message.id)
