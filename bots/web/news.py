"""What an open chat page is shown by itself: cards that changed, decisions, and what waits for its moderators."""

from dataclasses import dataclass

from bots.chat.command import Asker
from bots.chat.desk import desk_path
from bots.chat.dispatch import Chat
from bots.chat.reply import Link, Reply, Text
from bots.texts.say import Say
from bots.web.live import WAITS, Changed
from core.exports import EXPORT
from core.grants import GIVEN, SHARED
from core.ports import Store
from core.videos import PublicationId, VideoId

CARD = "waiting"
OF_SHARES = frozenset({GIVEN, SHARED})
"""What is told of shares: on a page the card itself comes and goes."""


@dataclass(frozen=True)
class News:
    """Draws what changed, for one person at a time; None for what is none of theirs."""

    chat: Chat
    store: Store

    async def draw(self, change: Changed, asker: Asker) -> Reply | None:
        """Give the card of a change, or the notice of it."""
        if change.kind in WAITS:
            return await self.waiting(asker)
        if change.kind == EXPORT:
            return await self.chat.my_data(asker)
        if change.kind in OF_SHARES:
            return await self.chat.card(VideoId(change.subject), asker)
        told = await self.chat.notice(change.kind, change.subject, asker)
        if told is not None:
            return told
        video = await self._video(change, asker)
        return None if video is None else await self.chat.card(video, asker)

    async def waiting(self, asker: Asker) -> Reply | None:
        """Tell a moderator how many videos wait for a decision; None for whom it is no business."""
        desk = desk_path(asker)
        if desk is None:
            return None
        count = await self.count(asker)
        return Reply((Text(Say("demo-waiting", {"count": count})), Link(Say("button-desk"), desk)), card=CARD)

    async def count(self, asker: Asker) -> int:
        """Count what waits where somebody moderates; 0 for others."""
        if asker.community is None:
            return 0
        async with self.store.read() as reads:
            return await reads.waiting(asker.viewer, asker.community, asker.surface)

    async def _video(self, change: Changed, asker: Asker) -> VideoId | None:
        """Name the video that a change is about: of a publication, the asker's own."""
        if change.kind in {"video", "receipt"}:
            return VideoId(change.subject)
        async with self.store.read() as reads:
            found = await reads.publication(asker.viewer, PublicationId(change.subject), asker.surface)
        return None if found is None else found.publication.video
