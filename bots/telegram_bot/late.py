"""What waits for somebody who can't be written to: they blocked us, or never started us. Nothing of it is lost."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bots.chat.command import Asker
from bots.chat.presses import Presses
from bots.chat.reply import Button, Buttons, Reply, Style, Text
from bots.telegram_bot.posted import Rows
from bots.texts.say import Say, VideoName
from core.chats import NO_VIDEO, CopyKind, Posted
from core.people import PersonId
from core.ports import Store
from core.videos import Making, VideoId

BUTTONS_MOST = 5
_RESULTS = frozenset({Making.READY, Making.FAILED})

log = logging.getLogger("hushreel.telegram")


@dataclass
class Late:
    """Keeps messages until their reader speaks again, and tells them then what was finished meanwhile."""

    store: Store
    rows: Rows
    presses: Presses
    _waiting: defaultdict[PersonId, dict[VideoId, bool]] = field(default_factory=lambda: defaultdict(dict))

    async def wait(self, row: Posted) -> None:
        """Leave a message as it is until its reader speaks again."""
        log.info("video %s waits for its owner's next word", row.video)
        self.found(await self.rows.keep(replace(row, channel="")))

    def found(self, row: Posted) -> None:
        """Note a message that waits."""
        was_sent = self._waiting[row.person].get(row.video, False)
        is_card = row.message is not None and row.kind is not CopyKind.UPLOAD
        self._waiting[row.person][row.video] = was_sent or is_card

    async def back(self, asker: Asker) -> Sequence[tuple[VideoId, bool]]:
        """Write to somebody again who speaks. Gives the videos whose messages are to be drawn, and which were sent."""
        videos = self._waiting.pop(asker.person, {})
        for video in videos:
            for row in (*await self.rows.about(video), *await self.rows.uploads(video)):
                if not row.channel and row.person == asker.person:
                    await self.rows.keep(replace(row, channel=asker.identity.external_id))
        return tuple((video, was_sent) for video, was_sent in videos.items() if video != NO_VIDEO)

    async def told(self, videos: Sequence[VideoId], asker: Asker) -> Reply | None:
        """Tell of what was finished meanwhile and stands further up in the chat; None where nothing does."""
        buttons = []
        for video in videos:
            async with self.store.read() as reads:
                view = await reads.video(asker.viewer, video, asker.surface)
            if view is not None and view.video.state in _RESULTS:
                label = Say("button-show-me", {"video": VideoName(view.video.number, view.title)})
                buttons.append(Button(label, "videos", self.presses.show("videos", video, asker), Style.MAIN))
        if not buttons:
            return None
        told = Text(Say("telegram-late", {"count": len(buttons)}))
        return Reply((told, Buttons(tuple(buttons[:BUTTONS_MOST]))))
