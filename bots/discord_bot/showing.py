"""Cards in chats, in two steps: a card without the video, its message's id kept, then the video by an edit."""

import asyncio
from dataclasses import dataclass, field, replace
from weakref import WeakValueDictionary

from bots.chat.cards import video_of
from bots.chat.command import Asker
from bots.chat.reply import Reply
from bots.discord_bot.looking import Looking
from bots.discord_bot.messages import nonce_of
from bots.discord_bot.placing import Placing
from bots.discord_bot.posted import Rows
from bots.discord_bot.render import Drawn
from bots.discord_bot.speaking import Speaking
from bots.discord_bot.turn import AnyTurn
from core.chats import Posted
from core.videos import VideoId


@dataclass
class Showing:
    """Puts replies into chats. All raise TurnOver and Trouble."""

    speaking: Speaking
    rows: Rows
    placing: Placing
    looking: Looking
    _locks: WeakValueDictionary[VideoId, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    def lock(self, video: VideoId) -> asyncio.Lock:
        """Give the lock of a video: its messages are changed one change after the other."""
        return self._locks.setdefault(video, asyncio.Lock())

    async def show(self, turn: AnyTurn, reply: Reply, asker: Asker, row: Posted | None = None) -> bool:
        """Show a reply as a new message. `row` was kept for it before it was known. Says whether it will change."""
        video = video_of(reply)
        if video is None:
            nonce = nonce_of(row) if row else ""
            drawn = self.speaking.draw(reply, asker)
            message = await turn.show(nonce, **await self.placing.content(drawn, asker))
            if row is not None:
                await self.rows.drop(row)
            await self.looking.fill(turn, message, drawn, asker)
            return False
        async with self.lock(video):
            return await self._show_card(turn, reply, asker, await self._begun(turn, row, video, asker))

    async def _begun(self, turn: AnyTurn, row: Posted | None, video: VideoId, asker: Asker) -> Posted:
        if row is None:
            return await self.rows.begin(turn, asker.person, video)
        return await self.rows.keep(replace(row, video=video))

    async def _show_card(self, turn: AnyTurn, reply: Reply, asker: Asker, row: Posted) -> bool:
        drawn = self.speaking.draw(reply, asker)
        message = await turn.show(nonce_of(row), **await self.placing.content(drawn, asker))
        row = await self.rows.keep(replace(row, message=message, token=turn.token, token_until_ms=turn.until_ms))
        self.reached(row, turn)
        self.placing.says(row, drawn)
        await self.placing.complete(row, drawn, asker)
        self.placing.drew_card(row)
        return drawn.has_progress

    async def redraw(self, row: Posted, reply: Reply, asker: Asker) -> bool:
        """Draw a card anew in its message; the video's lock is held. Says whether it will change again.

        A message whose card a press turned over is left as it is where nothing is new.
        """
        drawn = self.speaking.draw(reply, asker)
        row = await self._sent(row, drawn, asker)
        if not self.placing.is_turned_over(row, drawn, asker):
            await self.placing.complete(row, drawn, asker)
            self.placing.drew_card(row)
        return drawn.has_progress

    async def turn_over(self, row: Posted, reply: Reply, asker: Asker) -> bool:
        """Draw what a press brought in its message, as `redraw` does; the video stays in one that is turned over."""
        drawn = self.speaking.draw(reply, asker)
        row = await self._sent(row, drawn, asker)
        if drawn.media is None and drawn.receipt is None:
            await self.placing.turn_over(row, drawn, asker)
        else:
            await self.placing.complete(row, drawn, asker)
        if reply == await self.placing.chat.card(row.video, asker):
            self.placing.drew_card(row)
        return drawn.has_progress

    async def _sent(self, row: Posted, drawn: Drawn, asker: Asker) -> Posted:
        """Send a message of which it isn't known whether it was sent."""
        if row.message is not None:
            return row
        message = await self.placing.messages.change(row, **await self.placing.content(drawn, asker))
        row = await self.rows.keep(replace(row, message=message))
        self.placing.says(row, drawn)
        return row

    def forget(self, row: Posted) -> None:
        """Forget what is known of a message that is gone."""
        self.placing.forget(row)

    def reached(self, row: Posted, turn: AnyTurn) -> None:
        """Note how much the last turn lets a message hold."""
        self.placing.reached(row, turn.max_bytes)
