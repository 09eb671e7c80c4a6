"""The watch over cards that are still moving, and over what an earlier run left in the midst."""

import asyncio
import logging
from dataclasses import dataclass, field, replace

from bots.chat.reply import Reply, Text
from bots.discord_bot.posting import Posting
from bots.discord_bot.turn import TurnOver
from bots.texts.say import CommandName, Say
from core.chats import NO_VIDEO, Posted
from core.people import Platform, Viewer
from core.videos import VideoId

LOOK_EVERY_S = 0.5
NEWEST = 10
"""Among how many of somebody's videos the one is looked for that came of a request which broke off."""

log = logging.getLogger("hushreel.discord")


@dataclass
class Watching:
    """Draws what `posting` calls moving, and takes up answers that were owed."""

    posting: Posting
    _owed: list[Posted] = field(default_factory=list)

    async def run(self) -> None:
        """Watch until cancelled."""
        await self._find_left()
        taking_up = asyncio.create_task(self._take_up())
        try:
            await self.posting.moving.run(self.posting.redraw)
        finally:
            taking_up.cancel()
            await asyncio.wait([taking_up])
            self.posting.showing.placing.close()

    async def _find_left(self) -> None:
        """Find what an earlier run left: answers that were owed, cards on their way, results to be told of."""
        for row in await self.posting.rows.left():
            if not row.channel:
                self.posting.late.wait(row)
            elif row.video == NO_VIDEO:
                self._owed.append(row)
            else:
                self.posting.moving.watch(row.video, row.person)

    async def _take_up(self) -> None:
        """Answer whoever was told to wait when it broke off, again and again until Discord can be reached."""
        while self._owed:
            owed, self._owed = self._owed, []
            for row in owed:
                try:
                    await self._answer(row)
                except TurnOver as over:
                    log.info("answer %s finds nobody there: %s", row.id, over)
                    await self.posting.drop(row)
                except Exception as error:  # noqa: BLE001 - whoever waits is answered once that is over
                    log.info("answer %s is still owed: %s", row.id, type(error).__name__)
                    self._owed.append(row)
            await asyncio.sleep(LOOK_EVERY_S)

    async def _answer(self, row: Posted) -> None:
        """Answer with the video that came of the request, or with sorry."""
        begun = await self._begun(row)
        if begun is not None:
            await self.posting.rows.keep(replace(row, video=begun))
            self.posting.moving.watch(begun, row.person)
            return
        asker = await self.posting.asker(row.person)
        if asker is not None and self.posting.rows.is_open(row):
            reply = Reply((Text(Say("discord-broke-off", {"command": CommandName("videos")})),))
            placing, drawn = self.posting.showing.placing, self.posting.showing.speaking.draw(reply, asker)
            await placing.messages.change(row, **await placing.content(drawn, asker))
        await self.posting.drop(row)

    async def _begun(self, row: Posted) -> VideoId | None:
        """Find the oldest video that was asked for since then and that no message shows."""
        async with self.posting.store.read() as reads:
            newest = await reads.videos(Viewer(row.person), limit=NEWEST)
        for view in reversed(newest):
            video = view.video
            is_later = video.asked_at_ms >= row.posted_at_ms and video.asked_on is Platform.DISCORD
            if is_later and not await self.posting.rows.about(video.id):
                return video.id
        return None
