"""Tidy chats: at 47 hours our videos and what their owners sent for them leave the chat; a card stays."""

import asyncio
import logging
from dataclasses import dataclass, replace

from bots.telegram_bot.posting import Posting
from bots.telegram_bot.turn import Stays, Trouble, TurnOver, Unreachable
from core.chats import CopyKind, Posted

LOOK_EVERY_S = 60.0
AT_ONCE = 500
"""How many messages one look takes on; the next one comes soon enough for the rest."""

log = logging.getLogger("hushreel.telegram")


@dataclass
class Tidy:
    """Looks again and again what shall leave. What it does is kept, so that it goes on after a restart."""

    posting: Posting

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001 - a database that is busy or full is asked again
                log.warning("chats are tidied in a moment: %s", type(error).__name__)
            await asyncio.sleep(LOOK_EVERY_S)

    async def look(self) -> None:
        """Let everything leave that is due: first what people sent, so that cards can say what of it stays."""
        due = await self.posting.rows.due(AT_ONCE)
        for row in sorted(due, key=lambda one: one.kind is not CopyKind.UPLOAD):
            try:
                await (self._upload(row) if row.kind is CopyKind.UPLOAD else self._video(row))
            except Unreachable:
                await self.posting.late.wait(row)
            except (TurnOver, Trouble) as error:
                log.info("message %s leaves later: %s", row.id, type(error).__name__)
        for row in await self.posting.rows.forgotten():
            await self.posting.rows.drop(row)

    async def _upload(self, row: Posted) -> None:
        """Delete what somebody sent; what is too old for that stays, and is told of with its video."""
        rows = self.posting.rows
        try:
            await self.posting.showing.placing.messages.delete(row)
        except Stays:
            await rows.keep(replace(row, tidied=True))
        else:
            await rows.drop(row)

    async def _video(self, row: Posted) -> None:
        """Take a video out of its message, whose place a card takes that shows it again."""
        posting, showing = self.posting, self.posting.showing
        async with showing.lock(row.video):
            here, asker = await posting.rows.named(row.id), await posting.asker(row.person)
            if here is None or here.media is None or asker is None:
                return
            left = any(one.tidied for one in await posting.rows.uploads(row.video))
            reply = await posting.chat.tidied(row.video, asker, uploads_left=left)
            if reply is not None:
                await showing.take_out(here, showing.speaking.draw(reply, asker), asker, tidied=True)
