"""What is kept of messages: before they are sent, and before a file is put into them."""

from collections.abc import Sequence
from dataclasses import replace

from core.chats import CopyKind, Posted
from core.people import Platform
from core.ports import Clock, Store
from core.videos import AssetId, VideoId

LOOKED_BACK_MS = 24 * 3_600_000
"""How old a message in a private chat may be that is drawn again after a start although it holds no file."""

_CARDS = frozenset({CopyKind.EPHEMERAL, CopyKind.DIRECT})


class PlatformRows:
    """The rows about messages on one platform."""

    def __init__(self, platform: Platform, store: Store, clock: Clock) -> None:
        """Keep them in `store`."""
        self._platform = platform
        self._store = store
        self._clock = clock
        self._began_ms = clock.now_ms()

    async def keep(self, row: Posted) -> Posted:
        """Keep a row, or what changed of it."""
        async with self._store.write() as writes:
            await writes.keep_posted(row)
        return row

    async def holds(self, row: Posted, media: AssetId | None) -> Posted:
        """Keep which file a message is about to hold, or that it holds none any more."""
        return row if row.media == media else await self.keep(replace(row, media=media))

    async def drop(self, row: Posted) -> None:
        """Forget a message that is gone, or holds nothing any more."""
        async with self._store.write() as writes:
            await writes.drop_posted(row.id)

    async def about(self, video: VideoId) -> Sequence[Posted]:
        """Give the cards that people have of a video, the oldest first; a community's channel has none."""
        found = await self._store.ledger.posted_about(self._platform, video)
        return [row for row in found if row.kind in _CARDS]

    async def uploads(self, video: VideoId) -> Sequence[Posted]:
        """Give its owner's messages with files for a video, the oldest first."""
        found = await self._store.ledger.posted_about(self._platform, video)
        return [row for row in found if row.kind is CopyKind.UPLOAD]

    async def at(self, channel: str, message: str | None) -> Posted | None:
        """Give what is kept of a card in a chat; None for a message that is none."""
        row = await self._store.ledger.posted_as(self._platform, channel, message) if message else None
        return row if row is None or row.kind in _CARDS else None

    async def left(self) -> Sequence[Posted]:
        """Give what an earlier run left: what it didn't know to be sent, and what may have to be drawn again."""
        ledger, now_ms = self._store.ledger, self._clock.now_ms()
        unsent = await ledger.posted_unsent(self._platform)
        changed = await ledger.posted_open(self._platform, now_ms, self._began_ms - LOOKED_BACK_MS)
        found = {row.id: row for row in (*unsent, *changed)}
        return [row for row in found.values() if row.kind in _CARDS and row.posted_at_ms < self._began_ms]
