"""What is kept of messages: ours before they are sent and before a file is put into them, theirs with a file."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from bots.telegram_bot.turn import Turn, upload_name
from core.chats import NO_VIDEO, TIDIED_AFTER_MS, CopyKind, Posted
from core.people import PersonId, Platform
from core.ports import Clock, Ids, Store
from core.videos import AssetId, VideoId

HERE = Platform.TELEGRAM
_HOUR_MS = 3_600_000

LOOKED_BACK_MS = 24 * _HOUR_MS
"""How old a message may be that is drawn again after a start although it holds no file."""

FRESH_MS = 24 * _HOUR_MS
"""How old a message may be that a file is put into: it must leave again while the message can be deleted."""

DELETABLE_MS = 48 * _HOUR_MS - 60_000
"""Until what age Telegram deletes a message, less a minute for what is on its way."""

FORGOTTEN_AFTER_MS = 24 * _HOUR_MS
"""When an answer that was begun and came to nothing is owed no more."""


class Rows:
    """The rows about messages on Telegram."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        """Keep them in `store`."""
        self._store = store
        self._clock = clock
        self._ids = ids
        self._began_ms = clock.now_ms()

    async def begin(self, turn: Turn, person: PersonId) -> Posted:
        """Keep that an update is being answered; `named` finds that again when the update is taken up again."""
        return await self.keep(self._fresh(turn.name, turn.channel, person, NO_VIDEO))

    async def begin_card(self, channel: str, person: PersonId, video: VideoId, *, tidied: bool = False) -> Posted:
        """Keep a card that is about to be sent."""
        return await self.keep(replace(self._fresh(self._ids.new(), channel, person, video), tidied=tidied))

    def _fresh(self, name: UUID, channel: str, person: PersonId, video: VideoId) -> Posted:
        now_ms = self._clock.now_ms()
        return Posted(name, HERE, person, video, CopyKind.DIRECT, channel, posted_at_ms=now_ms)

    async def keep(self, row: Posted) -> Posted:
        """Keep a row, or what changed of it."""
        async with self._store.write() as writes:
            await writes.keep_posted(row)
        return row

    async def sent(self, row: Posted, message: str) -> Posted:
        """Keep the id of a message that was sent just now."""
        return await self.keep(replace(row, message=message, posted_at_ms=self._clock.now_ms()))

    async def holds(self, row: Posted, media: AssetId | None) -> Posted:
        """Keep which file a message is about to hold, or that it holds none any more."""
        return row if row.media == media else await self.keep(replace(row, media=media))

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

    async def drop(self, row: Posted) -> None:
        """Forget a message that is gone, or holds nothing any more."""
        async with self._store.write() as writes:
            await writes.drop_posted(row.id)

    async def named(self, name: UUID) -> Posted | None:
        """Give what is kept under an id of ours."""
        return await self._store.ledger.posted_named(name)

    async def about(self, video: VideoId) -> Sequence[Posted]:
        """Give our messages about a video, the oldest first."""
        found = await self._store.ledger.posted_about(HERE, video)
        return [row for row in found if row.kind is not CopyKind.UPLOAD]

    async def uploads(self, video: VideoId) -> Sequence[Posted]:
        """Give its owner's messages with files for a video, the oldest first."""
        found = await self._store.ledger.posted_about(HERE, video)
        return [row for row in found if row.kind is CopyKind.UPLOAD]

    async def at(self, channel: str, message: str | None) -> Posted | None:
        """Give what is kept of a message of ours; None for one that shows no video."""
        row = await self._store.ledger.posted_as(HERE, channel, message) if message else None
        return row if row is None or row.kind is not CopyKind.UPLOAD else None

    async def left(self) -> Sequence[Posted]:
        """Give what an earlier run left: what it didn't know to be sent, and what may have to be drawn again."""
        unsent = await self._store.ledger.posted_unsent(HERE)
        changed = await self._store.ledger.posted_open(HERE, self._clock.now_ms(), self._began_ms - LOOKED_BACK_MS)
        found = {row.id: row for row in (*unsent, *changed)}
        return [row for row in found.values() if row.posted_at_ms < self._began_ms]

    async def due(self, limit: int) -> Sequence[Posted]:
        """Give what shall leave the chats of those who want theirs tidy."""
        return await self._store.ledger.posted_due(HERE, self._clock.now_ms() - TIDIED_AFTER_MS, limit)

    async def forgotten(self) -> Sequence[Posted]:
        """Give answers that were begun and came to nothing long ago."""
        before_ms = self._clock.now_ms() - FORGOTTEN_AFTER_MS
        unsent = await self._store.ledger.posted_unsent(HERE)
        return [row for row in unsent if row.video == NO_VIDEO and row.posted_at_ms < before_ms]

    def is_fresh(self, row: Posted) -> bool:
        """Say whether a message is new enough for a file."""
        return self._clock.now_ms() - row.posted_at_ms < FRESH_MS

    def is_deletable(self, row: Posted) -> bool:
        """Say whether Telegram still deletes a message."""
        return self._clock.now_ms() - row.posted_at_ms < DELETABLE_MS
