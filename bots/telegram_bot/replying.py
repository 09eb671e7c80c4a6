"""Puts a reply where its asker looks: in the message that was pressed, or below."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace

from telegram.constants import ChatAction

from bots.chat.cards import video_of
from bots.chat.command import Asker
from bots.chat.reply import Reply
from bots.telegram_bot.late import Late
from bots.telegram_bot.messages import ACTION_S, Messages
from bots.telegram_bot.posting import Posting
from bots.telegram_bot.render import Drawn
from bots.telegram_bot.showing import Showing
from bots.telegram_bot.turn import Trouble, Turn, TurnOver, Unreachable
from bots.telegram_bot.words import Words
from bots.texts.say import Say
from core.chats import Posted

AGAIN_AFTER_S = (1.0, 4.0, 15.0)

QUICK_WITHIN_S = 0.8
"""What takes longer is seen to be worked at."""

log = logging.getLogger("hushreel.telegram")


@dataclass
class Replying:
    """Shows replies. What finds nobody there is logged; what Telegram doesn't take again and again is raised."""

    messages: Messages
    showing: Showing
    posting: Posting
    late: Late

    @asynccontextmanager
    async def busy(self, turn: Turn) -> AsyncIterator[None]:
        """Show that an answer is being written, for the length of a block that takes long."""
        showing = asyncio.create_task(self._typing(turn))
        try:
            yield
        finally:
            showing.cancel()

    async def _typing(self, turn: Turn) -> None:
        await asyncio.sleep(QUICK_WITHIN_S)
        with suppress(TurnOver, Trouble):
            while True:
                await self.messages.act(turn.channel, ChatAction.TYPING)
                await asyncio.sleep(ACTION_S)

    async def show(self, turn: Turn, reply: Reply, asker: Asker, row: Posted | None = None) -> bool:
        """Show a reply as a new message, and say whether it found its asker; `row` was kept for it before.

        Raises Trouble when Telegram didn't take it; a card is shown later then.
        """
        video = video_of(reply)
        if video is None:
            return await self.insist(lambda: self.showing.show(turn, reply, asker, row))
        moves = True
        try:
            moves = await self.showing.show(turn, reply, asker, row)
        except Unreachable:
            await self._wait(reply, asker)
            return False
        except TurnOver as over:
            log.info("an answer found nobody there: %s", over)
            return False
        except Trouble as trouble:
            log.warning("an answer is shown again in a moment: %s", trouble)
        if moves:
            self.posting.moving.watch(video, asker.person)
        return True

    async def _wait(self, reply: Reply, asker: Asker) -> None:
        """Let the cards of a video wait until its asker can be written to."""
        video = video_of(reply)
        for row in await self.showing.rows.about(video) if video else ():
            if row.person == asker.person and row.channel:
                await self.late.wait(row)

    async def show_pressed(self, turn: Turn, reply: Reply, asker: Asker, row: Posted | None = None) -> bool:
        """Change the message that was pressed where the reply is its card, or another page; else show a new one."""
        video, pressed = video_of(reply), await self.showing.rows.at(turn.channel, turn.pressed)
        if pressed is not None and pressed.video == video and pressed.person == asker.person:
            return await self._turn_over(turn, reply, asker, pressed, row)
        if pressed is None and reply.card is not None and video is None and turn.pressed is not None:
            drawn = self.showing.speaking.draw(reply, asker)
            if await self.insist(lambda: self._turn_page(turn, drawn)):
                await self._done(row)
                return True
        return await self.show(turn, reply, asker, row)

    async def _turn_page(self, turn: Turn, drawn: Drawn) -> None:
        await self.messages.write(turn.channel, turn.pressed or "", drawn.text, drawn.keyboard)

    async def _turn_over(self, turn: Turn, reply: Reply, asker: Asker, pressed: Posted, row: Posted | None) -> bool:
        moves, is_there = True, True
        try:
            async with self.showing.lock(pressed.video):
                here = await self.showing.rows.named(pressed.id)
                is_there = here is not None
                if here is not None:
                    moves = await self.showing.turn_over(await self._untidied(here, reply, asker), reply, asker)
        except TurnOver as over:
            log.info("a pressed message is out of reach: %s", over)
            is_there = False
        except Trouble as trouble:
            log.warning("a pressed card is drawn again in a moment: %s", trouble)
        if not is_there:
            return await self.show(turn, reply, asker, row)
        await self._done(row)
        if moves:
            self.posting.moving.watch(pressed.video, asker.person)
        return True

    async def _untidied(self, row: Posted, reply: Reply, asker: Asker) -> Posted:
        """Let the video come back into a card that gave it up, where that is what was asked for."""
        if row.tidied and self.showing.speaking.draw(reply, asker).media is not None:
            return await self.showing.rows.keep(replace(row, tidied=False))
        return row

    async def _done(self, row: Posted | None) -> None:
        """Forget what was kept for an answer that took another place."""
        if row is not None:
            await self.showing.rows.drop(row)

    async def show_drawn(self, turn: Turn, drawn: Drawn, asker: Asker) -> bool:
        """Show what is drawn already, and is no card."""
        return await self.insist(lambda: self.showing.placing.send(turn.channel, drawn, asker))

    async def tell_late(self, turn: Turn, asker: Asker) -> None:
        """Bring somebody who speaks again what waited for them."""
        back = await self.late.back(asker)
        for video, _ in back:
            self.posting.moving.watch(video, asker.person)
        reply = await self.late.told([video for video, was_sent in back if was_sent], asker) if back else None
        if reply is not None:
            await self.insist(lambda: self.showing.show(turn, reply, asker))

    async def sorry(self, turn: Turn, reference: str, words: Words) -> None:
        """Say that something broke, in the simplest way."""
        content = words.say(Say("error-unexpected", {"reference": reference}))
        await self.insist(lambda: self.messages.send(turn.channel, content, None, protected=False))

    async def insist(self, do: Callable[[], Awaitable[object]]) -> bool:
        """Try again a few times what Telegram didn't do, and say whether anybody is there. Raises Trouble."""
        for pause_s in AGAIN_AFTER_S:
            try:
                await do()
            except TurnOver as over:
                log.info("an answer found nobody there: %s", over)
                return False
            except Trouble as trouble:
                await asyncio.sleep(max(pause_s, trouble.pause_s))
            else:
                return True
        try:
            await do()
        except TurnOver as over:
            log.info("an answer found nobody there: %s", over)
            return False
        return True
