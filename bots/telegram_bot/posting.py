"""Keeps cards in chats true: what the outbox says of a video is drawn into each message that shows it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.posting.answered import Answered
from bots.chat.posting.languages import Languages
from bots.chat.posting.moving import Moving
from bots.chat.reply import Reply, Text
from bots.chat.shared import over
from bots.telegram_bot.late import Late
from bots.telegram_bot.posted import HERE, Rows
from bots.telegram_bot.render import Drawn
from bots.telegram_bot.showing import Showing
from bots.telegram_bot.turn import Stays, Trouble, TurnOver, Unreachable, Vanished
from bots.texts.say import Say
from core.chats import NO_VIDEO, Posted
from core.gate import Surface
from core.grants import SHARED
from core.people import PersonId
from core.ports import Store
from core.records import OutboxRow
from core.videos import VideoId

ANSWERED_WITHIN_S = 3.0
"""How long a delivery waits for the end of an answer to the same person."""

KINDS = frozenset({"video", "receipt", SHARED})

Drawing = Callable[[VideoId, PersonId], Awaitable[None]]

log = logging.getLogger("hushreel.telegram")


@dataclass
class Posting:
    """The `Deliverer` of surface "telegram" for videos. `moving` are those whose cards change by themselves."""

    chat: Chat
    store: Store
    rows: Rows
    showing: Showing
    late: Late
    languages: Languages
    answered: Answered = field(default_factory=Answered)
    moving: Moving = field(default_factory=lambda: Moving(log))
    _delivering: dict[tuple[VideoId, PersonId], asyncio.Task[None]] = field(default_factory=dict)

    async def run(self) -> None:
        """Take up what an earlier run left, and draw what moves until cancelled."""
        for row in await self.rows.left():
            if not row.channel:
                self.late.found(row)
            elif row.video != NO_VIDEO:
                self.moving.watch(row.video, row.person)
        try:
            await self.moving.run(self.redraw)
        finally:
            delivering = list(self._delivering.values())
            for task in delivering:
                task.cancel()
            if delivering:
                await asyncio.wait(delivering)
            self.showing.placing.close()

    async def deliver(self, row: OutboxRow) -> None:
        """Draw a video's messages anew. Raises Trouble when Telegram didn't take it: the row is tried again.

        A large video takes longer than a delivery may: then it goes on, and the next try waits for the same.
        """
        if row.person is None or row.kind not in KINDS:
            return
        await self.answered.over(row.person, ANSWERED_WITHIN_S)
        video, whose = VideoId(row.subject), (VideoId(row.subject), row.person)
        if whose not in self._delivering:
            drawing = self.redraw_shared if row.kind == SHARED else self.redraw
            self._delivering[whose] = asyncio.create_task(self._deliver(video, row.person, drawing))
        await asyncio.shield(self._delivering[whose])

    async def _deliver(self, video: VideoId, person: PersonId, drawing: Drawing) -> None:
        try:
            await drawing(video, person)
        except Trouble:
            if drawing == self.redraw:
                self.moving.watch(video, person)
            raise
        finally:
            del self._delivering[video, person]

    async def redraw(self, video: VideoId, person: PersonId) -> None:
        """Draw each message about a video as it is now. Raises Trouble for what has to be tried again."""
        async with self.showing.lock(video):
            asker = await self.asker(person)
            if asker is None:
                self.moving.settled(video)
                return
            reply = await self.chat.card(video, asker)
            is_gone = reply is None or self.showing.speaking.draw(reply, asker).receipt is not None
            moves, trouble = await self._draw_all(video, reply, asker)
            if is_gone:
                await self._remove_uploads(video, asker.person)
            if trouble is not None:
                raise trouble
            if moves:
                self.moving.watch(video, person)
            else:
                self.moving.settled(video)

    async def redraw_shared(self, video: VideoId, person: PersonId) -> None:
        """Draw the messages that somebody has of another person's video as it is now, or take it out of them.

        Raises Trouble for what has to be tried again.
        """
        async with self.showing.lock(video):
            asker = await self.asker(person)
            if asker is None:
                return
            card = await self.chat.card(video, asker)
            _, trouble = await self._draw_all(video, card or over(video), asker)
            if card is None:
                for row in await self.rows.of(video, person):
                    if row.media is None and row.channel:
                        await self.showing.drop(row)
            if trouble is not None:
                raise trouble

    async def _draw_all(self, video: VideoId, reply: Reply | None, asker: Asker) -> tuple[bool, Trouble | None]:
        """Draw all messages that the asker has about a video, whatever becomes of one of them."""
        moves, trouble = False, None
        for known in await self.rows.of(video, asker.person):
            row = await self.rows.named(known.id)  # drawing another one may have changed it
            if row is not None and row.channel:
                try:
                    moves = await self._draw(row, reply, asker) or moves
                except Trouble as found:
                    trouble = found
        return moves, trouble

    async def _draw(self, row: Posted, reply: Reply | None, asker: Asker) -> bool:
        """Draw one message, and say whether it will change again."""
        drawn = self.showing.speaking.draw(reply, asker) if reply else None
        if row.tidied and drawn is not None and drawn.media is not None:
            return False
        try:
            moves = await self.showing.redraw(row, reply or _erasing(), asker)
        except Unreachable:
            await self.late.wait(await self.rows.named(row.id) or row)
            return False
        except TurnOver as over:
            log.info("message %s is out of reach: %s", row.id, over)
            if row.media is None or (isinstance(over, Vanished) and await self._is_not_there(row, drawn)):
                await self.showing.drop(row)
            return False
        if reply is not None and reply.final:
            await self._over(row)
        return moves

    async def _is_not_there(self, row: Posted, drawn: Drawn | None) -> bool:
        """Ask once more whether a message is gone that can't be changed, where its video is: a receipt goes by that."""
        if drawn is not None and drawn.receipt is None:
            return True
        try:
            await self.showing.placing.messages.delete(row)
        except TurnOver as over:
            log.info("message %s may be there: %s", row.id, over)
            return False
        return True

    async def _over(self, row: Posted) -> None:
        """Forget what is left of the messages of a video that is gone, once they show its receipt."""
        for one in await self.rows.of(row.video, row.person):
            if one.message is not None and one.media is None and one.channel:
                await self.showing.drop(one)

    async def _remove_uploads(self, video: VideoId, person: PersonId) -> None:
        """Take what its owner sent for a video out of the chat; what stays is known until its receipt is closed."""
        for row in await self.rows.uploads(video):
            if not row.channel or row.person != person:
                continue
            try:
                await self.showing.placing.messages.delete(row)
            except Trouble:
                self.moving.watch(video, row.person)
            except Unreachable:
                await self.late.wait(row)
            except TurnOver as over:
                log.info("upload %s stays: %s", row.id, over)
                if not isinstance(over, Stays):
                    await self.rows.drop(row)
            else:
                await self.rows.drop(row)

    async def asker(self, person: PersonId) -> Asker | None:
        """Give somebody as the one who reads their own cards; None for a person who isn't here."""
        identity = await self.store.ledger.identity_of(person, HERE)
        if identity is None:
            return None
        return await self.chat.arrive(identity, Surface.CHAT_PRIVATE, self.languages.of(person))


def _erasing() -> Reply:
    """Say that a video is closed; its receipt comes next."""
    return Reply((Text(Say("error-erasing")),))
