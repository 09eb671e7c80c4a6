"""The watch over cards that are still moving, and over what an earlier run left in the midst."""

import asyncio
import logging
from dataclasses import dataclass, field, replace

from bots.chat.reply import Reply, Text
from bots.discord_bot.posting import Posting
from bots.discord_bot.turn import TurnOver
from bots.texts.say import CommandName, Say
from core.chats import NO_VIDEO, Posted
from core.people import PersonId, Platform, Viewer
from core.videos import VideoId

LOOK_EVERY_S = 0.5
AT_ONCE = 8
LONGEST_PAUSE_S = 60.0
NEWEST = 10
"""Among how many of somebody's videos the one is looked for that came of a request which broke off."""

log = logging.getLogger("hushreel.discord")


@dataclass
class Watching:
    """Draws what `posting` calls moving, again and again, side by side; one in trouble rests longer each time."""

    posting: Posting
    _owed: list[Posted] = field(default_factory=list)
    _drawing: dict[VideoId, asyncio.Task[None]] = field(default_factory=dict)
    _pauses_s: dict[VideoId, float] = field(default_factory=dict)

    async def run(self) -> None:
        """Watch until cancelled."""
        await self._find_left()
        taking_up = asyncio.create_task(self._take_up())
        try:
            while True:
                self._begin()
                await asyncio.sleep(LOOK_EVERY_S)
        finally:
            working = [taking_up, *self._drawing.values()]
            for task in working:
                task.cancel()
            await asyncio.wait(working)
            self.posting.showing.placing.close()

    def _begin(self) -> None:
        """Begin to draw those that nobody draws at the moment, those first that were drawn longest ago."""
        moving = self.posting.moving
        for video in [one for one in moving if one not in self._drawing][: AT_ONCE - len(self._drawing)]:
            person = moving.pop(video)
            moving[video] = person
            self._drawing[video] = asyncio.create_task(self._draw(video, person))

    async def _draw(self, video: VideoId, person: PersonId) -> None:
        try:
            await self.posting.redraw(video, person)
            self._pauses_s.pop(video, None)
        except Exception as error:  # noqa: BLE001 - the others' cards go on, and this one is tried again
            pause_s = self._pauses_s.get(video, LOOK_EVERY_S)
            self._pauses_s[video] = min(pause_s * 2, LONGEST_PAUSE_S)
            log.info("video %s is drawn again in %.1f s: %s", video, pause_s, type(error).__name__)
            await asyncio.sleep(pause_s)
        finally:
            del self._drawing[video]

    async def _find_left(self) -> None:
        """Find what an earlier run left: answers that were owed, cards on their way, results to be told of."""
        for row in await self.posting.rows.left():
            if not row.channel:
                self.posting.late.wait(row)
            elif row.video == NO_VIDEO:
                self._owed.append(row)
            else:
                self.posting.watch(row.video, row.person)

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
            self.posting.watch(begun, row.person)
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
