"""What waits for somebody who can't be written to: they blocked us, or never started us. Nothing of it is lost."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bots.chat.command import Asker
from bots.chat.posting.finished import finished
from bots.chat.presses import Presses
from bots.chat.reply import Reply
from bots.telegram_bot.posted import Rows
from core.chats import NO_VIDEO, CopyKind, Posted
from core.people import PersonId
from core.ports import Store
from core.videos import VideoId

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
        return await finished(videos, asker, store=self.store, presses=self.presses)
