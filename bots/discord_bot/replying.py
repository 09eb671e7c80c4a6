"""Puts a reply where its asker looks: in the place of "thinking", in the message that was pressed, or below."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from bots.chat.cards import video_of
from bots.chat.command import Asker
from bots.chat.reply import Reply
from bots.discord_bot.late import Late
from bots.discord_bot.posting import Posting
from bots.discord_bot.render import Drawn
from bots.discord_bot.showing import Showing
from bots.discord_bot.turn import AnyTurn, Trouble, Turn, TurnOver
from bots.discord_bot.words import Words
from bots.texts.say import Say
from core.chats import Posted

AGAIN_AFTER_S = (1.0, 4.0, 15.0)

log = logging.getLogger("hushreel.discord")


@dataclass
class Replying:
    """Shows replies. What Discord doesn't take now is shown again; what finds nobody there is logged."""

    showing: Showing
    posting: Posting
    late: Late

    async def show(self, turn: AnyTurn, reply: Reply, asker: Asker, row: Posted | None = None) -> None:
        """Show a reply as a new message; `row` was kept for it before it was known."""
        video = video_of(reply)
        if video is None:
            await self.insist(lambda: self.showing.show(turn, reply, asker, row))
            return
        moves = True
        try:
            moves = await self.showing.show(turn, reply, asker, row)
        except TurnOver as over:
            log.info("an answer found nobody there: %s", over)
        except Trouble as trouble:
            log.warning("an answer is shown again in a moment: %s", trouble)
        if moves:
            self.posting.moving.watch(video, asker.person)

    async def show_pressed(self, turn: Turn, reply: Reply, asker: Asker) -> None:
        """Change the message that was pressed where the reply is its card, or another page; else show a new one."""
        video, row = video_of(reply), await self.showing.rows.at(turn.channel, turn.pressed)
        if row is not None and row.video == video and row.person == asker.person:
            await self._redraw(turn, reply, asker, row)
        elif row is None and reply.card is not None and video is None and turn.is_their_own:
            drawn = self.showing.speaking.draw(reply, asker)
            await self.insist(lambda: self._turn_page(turn, drawn, asker))
        else:
            await self.show(turn, reply, asker)

    async def _turn_page(self, turn: Turn, drawn: Drawn, asker: Asker) -> None:
        await turn.redraw(**{"files": [], **await self.showing.placing.content(drawn, asker)})
        await self.showing.looking.fill(turn, turn.pressed, drawn, asker)

    async def _redraw(self, turn: Turn, reply: Reply, asker: Asker, row: Posted) -> None:
        moves = True
        try:
            async with self.showing.lock(row.video):
                row = await self.showing.rows.reached(row, turn)
                self.showing.reached(row, turn)
                moves = await self.showing.turn_over(row, reply, asker)
        except TurnOver as over:
            log.info("a pressed message is out of reach: %s", over)
            await self.show(turn, reply, asker)
            return
        except Trouble as trouble:
            log.warning("a pressed card is drawn again in a moment: %s", trouble)
        if moves:
            self.posting.moving.watch(row.video, asker.person)

    async def show_drawn(self, turn: Turn, drawn: Drawn, asker: Asker) -> None:
        """Show what is drawn already, and is no card."""

        async def show() -> None:
            await turn.show(**await self.showing.placing.content(drawn, asker))

        await self.insist(show)

    async def tell_late(self, turn: AnyTurn, asker: Asker) -> None:
        """Tell of results and decisions that found their owner's private chat closed."""
        waiting = self.late.waiting(asker.person)
        if not waiting:
            return
        for reply in await self.late.told(waiting, asker):
            if not await self.insist(partial(self.showing.show, turn, reply, asker)):
                return
        await self.late.heard(waiting)

    async def sorry(self, turn: AnyTurn, reference: str, words: Words) -> None:
        """Say that something broke, in the simplest way."""
        content = words.say(Say("error-unexpected", {"reference": reference}))
        await self.insist(lambda: turn.show(content=content))

    async def insist(self, do: Callable[[], Awaitable[object]]) -> bool:
        """Try again a few times what Discord didn't do, and say whether it did."""
        for pause_s in (*AGAIN_AFTER_S, None):
            try:
                await do()
            except TurnOver as over:
                log.info("an answer found nobody there: %s", over)
                return False
            except Trouble as trouble:
                if pause_s is None:
                    log.warning("an answer was not shown: %s", trouble)
                    return False
                await asyncio.sleep(pause_s)
            else:
                return True
        return False
