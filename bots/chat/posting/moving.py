"""Cards that will change by themselves: drawn again and again, side by side; one in trouble rests longer each time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from core.people import PersonId
from core.videos import VideoId

LOOK_EVERY_S = 0.5
AT_ONCE = 8
LONGEST_PAUSE_S = 60.0


@dataclass
class Moving:
    """The videos whose cards move. Who draws one says with `watch` or `settled` whether it will move again."""

    log: logging.Logger
    _people: dict[VideoId, PersonId] = field(default_factory=dict)
    _drawing: dict[VideoId, asyncio.Task[None]] = field(default_factory=dict)
    _pauses_s: dict[VideoId, float] = field(default_factory=dict)

    def watch(self, video: VideoId, person: PersonId) -> None:
        """Draw a video's messages again in a moment."""
        self._people[video] = person

    def settled(self, video: VideoId) -> None:
        """Draw a video's messages no more by themselves."""
        self._people.pop(video, None)

    async def run(self, draw: Callable[[VideoId, PersonId], Awaitable[None]]) -> None:
        """Draw until cancelled."""
        try:
            while True:
                self._begin(draw)
                await asyncio.sleep(LOOK_EVERY_S)
        finally:
            working = list(self._drawing.values())
            for task in working:
                task.cancel()
            if working:
                await asyncio.wait(working)

    def _begin(self, draw: Callable[[VideoId, PersonId], Awaitable[None]]) -> None:
        """Begin to draw those that nobody draws at the moment, those first that were drawn longest ago."""
        for video in [one for one in self._people if one not in self._drawing][: AT_ONCE - len(self._drawing)]:
            person = self._people.pop(video)
            self._people[video] = person
            self._drawing[video] = asyncio.create_task(self._draw(draw, video, person))

    async def _draw(
        self, draw: Callable[[VideoId, PersonId], Awaitable[None]], video: VideoId, person: PersonId
    ) -> None:
        try:
            await draw(video, person)
            self._pauses_s.pop(video, None)
        except Exception as error:  # noqa: BLE001 - the others' cards go on, and this one is tried again
            pause_s = self._pauses_s.get(video, LOOK_EVERY_S)
            self._pauses_s[video] = min(pause_s * 2, LONGEST_PAUSE_S)
            self.log.info("video %s is drawn again in %.1f s: %s", video, pause_s, type(error).__name__)
            await asyncio.sleep(pause_s)
        finally:
            del self._drawing[video]
