"""Cards in chats, in two steps: a card without the video, its message's id kept, then the video by an edit."""

import asyncio
from dataclasses import dataclass, field, replace
from weakref import WeakValueDictionary

from bots.chat.cards import video_of
from bots.chat.command import Asker
from bots.chat.reply import Reply
from bots.telegram_bot.placing import Placing
from bots.telegram_bot.posted import Rows
from bots.telegram_bot.render import Drawn
from bots.telegram_bot.speaking import Speaking
from bots.telegram_bot.turn import Stays, Turn
from core.chats import Posted
from core.videos import VideoId


@dataclass
class Showing:
    """Puts replies into chats. All raise TurnOver and Trouble."""

    speaking: Speaking
    rows: Rows
    placing: Placing
    _locks: WeakValueDictionary[VideoId, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    def lock(self, video: VideoId) -> asyncio.Lock:
        """Give the lock of a video: its messages are changed one change after the other."""
        return self._locks.setdefault(video, asyncio.Lock())

    async def show(self, turn: Turn, reply: Reply, asker: Asker, row: Posted | None = None) -> bool:
        """Show a reply as a new message. `row` was kept for it before it was known. Says whether it will change."""
        video, drawn = video_of(reply), self.speaking.draw(reply, asker)
        if video is None or drawn.receipt is not None:
            await self.placing.send(turn.channel, drawn, asker)
            if row is not None:
                await self.rows.drop(row)
            return False
        async with self.lock(video):
            row = await self._begun(turn, video, asker, row)
            if row.message is None:
                row = await self.placing.send_card(row, drawn, asker)
            await self.placing.complete(row, drawn, asker)
            self.placing.drew_card(row)
            await self._remove_older(row)
        return drawn.has_progress

    async def _begun(self, turn: Turn, video: VideoId, asker: Asker, row: Posted | None) -> Posted:
        """Keep a card that is about to be sent; one that was kept before may have been sent meanwhile."""
        if row is None:
            return await self.rows.begin_card(turn.channel, asker.person, video)
        now = await self.rows.named(row.id) or row
        return now if now.video == video else await self.rows.keep(replace(now, video=video))

    async def _remove_older(self, row: Posted) -> None:
        """Let a card move down to where its reader looks: older ones of the same video that hold no file go."""
        for one in await self.rows.of(row.video, row.person):
            if one.id != row.id and one.message is not None and one.media is None and one.channel == row.channel:
                await self._remove(one)

    async def redraw(self, row: Posted, reply: Reply, asker: Asker) -> bool:
        """Draw a card anew in its message; the video's lock is held. Says whether it will change again.

        A message whose card a press turned over is left as it is where nothing is new.
        """
        drawn = self.speaking.draw(reply, asker)
        if row.media is not None and drawn.media is None:
            await self.take_out(row, drawn, asker)
            return drawn.has_progress
        row = await self._ready(row, drawn, asker)
        if not self.placing.is_turned_over(row, drawn, asker):
            await self.placing.complete(row, drawn, asker)
            self.placing.drew_card(row)
        return drawn.has_progress

    async def turn_over(self, row: Posted, reply: Reply, asker: Asker) -> bool:
        """Draw what a press brought in its message, as `redraw` does; the video stays in one that is turned over."""
        drawn = self.speaking.draw(reply, asker)
        row = await self._ready(row, drawn, asker)
        if drawn.media is None and drawn.receipt is None:
            await self.placing.turn_over(row, drawn, asker)
        else:
            await self.placing.complete(row, drawn, asker)
        if reply == await self.placing.chat.card(row.video, asker):
            self.placing.drew_card(row)
        return drawn.has_progress

    async def _ready(self, row: Posted, drawn: Drawn, asker: Asker) -> Posted:
        """Have a message that can take what is drawn: sent, and new enough for a video, which must leave it in time."""
        if row.message is None:
            return await self.placing.send_card(row, drawn, asker)
        if drawn.media is None or row.media is not None or self.rows.is_fresh(row):
            return row
        newer = await self._successor(row, drawn, asker)
        await self._remove(row)
        return newer

    async def take_out(self, row: Posted, drawn: Drawn, asker: Asker, *, tidied: bool = False) -> None:
        """Take the video out of a message: what is drawn comes in a new one, and the message is deleted.

        No edit of Telegram's takes a file out of a message. One that is too old to be deleted gets another file.
        """
        if self.rows.is_deletable(row):
            newer = await self._successor(row, drawn, asker, tidied=tidied)
            if await self._remove(row):
                if tidied and not newer.tidied:
                    await self.rows.keep(replace(newer, tidied=True))
                return
        await self.placing.empty(row, drawn, asker)
        await self.rows.keep(replace(row, media=None, tidied=tidied))

    async def _successor(self, row: Posted, drawn: Drawn, asker: Asker, *, tidied: bool = False) -> Posted:
        """Give the newest other message about a video that holds no file, or send one."""
        others = [one for one in await self.rows.of(row.video, row.person) if one.id != row.id and one.media is None]
        fresh = [one for one in others if one.message is None or self.rows.is_fresh(one)]
        if not fresh:
            newer = await self.rows.begin_card(row.channel, row.person, row.video, tidied=tidied)
            return await self.placing.send_card(newer, drawn, asker)
        newer = fresh[-1]
        if newer.message is None:
            return await self.placing.send_card(newer, drawn, asker)
        if drawn.media is None:
            await self.placing.complete(newer, drawn, asker)
        return newer

    async def _remove(self, row: Posted) -> bool:
        """Delete a message, and say whether it is gone; without a file it is forgotten either way."""
        try:
            await self.placing.messages.delete(row)
        except Stays:
            if row.media is not None:
                return False
        await self.drop(row)
        return True

    async def drop(self, row: Posted) -> None:
        """Forget a message that is gone, or holds nothing any more."""
        await self.rows.drop(row)
        self.placing.forget(row)
