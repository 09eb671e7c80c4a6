"""What is kept of messages: ours before they are sent and before a file is put into them, theirs with a file."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from bots.chat.posting.rows import PlatformRows
from bots.telegram_bot.turn import Turn, upload_name
from core.chats import NO_VIDEO, TIDIED_AFTER_MS, CopyKind, Posted
from core.people import PersonId, Platform
from core.ports import Clock, Ids, Store
from core.videos import VideoId

HERE = Platform.TELEGRAM
_HOUR_MS = 3_600_000

FRESH_MS = 24 * _HOUR_MS
"""How old a message may be that a file is put into: it must leave again while the message can be deleted."""

DELETABLE_MS = 48 * _HOUR_MS - 60_000
"""Until what age Telegram deletes a message, less a minute for what is on its way."""

FORGOTTEN_AFTER_MS = 24 * _HOUR_MS
"""When an answer that was begun and came to nothing is owed no more."""


class Rows(PlatformRows):
    """The rows about messages on Telegram."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        """Keep them in `store`."""
        super().__init__(HERE, store, clock)
        self._ids = ids

    async def begin(self, turn: Turn, person: PersonId) -> Posted:
        """Keep that an update is being answered; `named` finds that again when the update is taken up again."""
        return await self.keep(self._fresh(turn.name, turn.channel, person, NO_VIDEO))

    async def begin_card(self, channel: str, person: PersonId, video: VideoId, *, tidied: bool = False) -> Posted:
        """Keep a card that is about to be sent."""
        return await self.keep(replace(self._fresh(self._ids.new(), channel, person, video), tidied=tidied))

    def _fresh(self, name: UUID, channel: str, person: PersonId, video: VideoId) -> Posted:
        now_ms = self._clock.now_ms()
        return Posted(name, HERE, person, video, CopyKind.DIRECT, channel, posted_at_ms=now_ms)

    async def sent(self, row: Posted, message: str) -> Posted:
        """Keep the id of a message that was sent just now."""
        return await self.keep(replace(row, message=message, posted_at_ms=self._clock.now_ms()))

    async def stand(self, name: UUID, kind: CopyKind, person: PersonId, video: VideoId, channel: str) -> Posted:
        """Keep a message in a community's chat that is about to be sent."""
        return await self.keep(Posted(name, HERE, person, video, kind, channel, posted_at_ms=self._clock.now_ms()))

    async def rename(self, row: Posted, name: UUID) -> None:
        """Keep a message under another id."""
        async with self._store.write() as writes:
            await writes.drop_posted(row.id)
            await writes.keep_posted(replace(row, id=name))

    async def keep_upload(self, channel: str, message_id: int, person: PersonId, sent_at_ms: int) -> None:
        """Keep that a message of somebody's holds a file: it shall leave the chat with its video, or in time."""
        name = upload_name(channel, message_id)
        if await self.named(name) is None:
            theirs = Posted(name, HERE, person, NO_VIDEO, CopyKind.UPLOAD, channel, str(message_id))
            await self.keep(replace(theirs, posted_at_ms=sent_at_ms))

    async def uploaded_for(self, channel: str, message_ids: Sequence[int], video: VideoId) -> None:
        """Keep which video files were sent for."""
        for message_id in message_ids:
            row = await self.named(upload_name(channel, message_id))
            if row is not None and row.video != video:
                await self.keep(replace(row, video=video))

    async def named(self, name: UUID) -> Posted | None:
        """Give what is kept under an id of ours."""
        return await self._store.ledger.posted_named(name)

    async def due(self, limit: int) -> Sequence[Posted]:
        """Give what shall leave the chats of those who want theirs tidy."""
        return await self._store.ledger.posted_due(HERE, self._clock.now_ms() - TIDIED_AFTER_MS, limit)

    async def forgotten(self) -> Sequence[Posted]:
        """Give answers that were begun and came to nothing long ago."""
        before_ms = self._clock.now_ms() - FORGOTTEN_AFTER_MS
        return [row for row in await self.about(NO_VIDEO) if row.posted_at_ms < before_ms]

    def is_fresh(self, row: Posted) -> bool:
        """Say whether a message is new enough for a file."""
        return self._clock.now_ms() - row.posted_at_ms < FRESH_MS

    def is_deletable(self, row: Posted) -> bool:
        """Say whether Telegram still deletes a message."""
        return self._clock.now_ms() - row.posted_at_ms < DELETABLE_MS
