"""What is kept of our messages: before they are sent, and before a file is put into them."""

from collections.abc import Sequence
from dataclasses import replace

from bots.discord_bot.turn import AnyTurn
from core.chats import NO_VIDEO, CopyKind, Posted
from core.people import PersonId, Platform
from core.ports import Clock, Ids, Store
from core.videos import AssetId, VideoId

HERE = Platform.DISCORD
LOOKED_BACK_MS = 24 * 3_600_000
"""How old a message in a private chat may be that is drawn again after a start although it holds no file."""


class Rows:
    """The rows about messages on Discord."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        """Keep them in `store`."""
        self._store = store
        self._clock = clock
        self._ids = ids
        self._began_ms = clock.now_ms()

    async def begin(self, turn: AnyTurn, person: PersonId, video: VideoId = NO_VIDEO) -> Posted:
        """Keep a message that is about to be sent. Only one whose place is known already can be found by its token."""
        token = turn.token if turn.waits else ""
        return await self.keep(self.fresh(person, video, turn, token))

    def fresh(self, person: PersonId, video: VideoId, turn: AnyTurn, token: str) -> Posted:
        """Make a row for a message in the place of a turn."""
        return Posted(
            id=self._ids.new(),
            platform=HERE,
            person=person,
            video=video,
            kind=turn.kind,
            channel=turn.channel,
            token=token,
            token_until_ms=turn.until_ms,
            posted_at_ms=self._clock.now_ms(),
        )

    async def keep(self, row: Posted) -> Posted:
        """Keep a row, or what changed of it."""
        async with self._store.write() as writes:
            await writes.keep_posted(row)
        return row

    async def reached(self, row: Posted, turn: AnyTurn) -> Posted:
        """Keep by which token a message can be changed from now on: each press brings a new one."""
        return await self.keep(replace(row, token=turn.token, token_until_ms=turn.until_ms))

    async def holds(self, row: Posted, media: AssetId | None) -> Posted:
        """Keep which file a message is about to hold, or that it holds none any more."""
        return row if row.media == media else await self.keep(replace(row, media=media))

    async def drop(self, row: Posted) -> None:
        """Forget a message that is gone, or holds nothing any more."""
        async with self._store.write() as writes:
            await writes.drop_posted(row.id)

    async def about(self, video: VideoId) -> Sequence[Posted]:
        """Give our messages about a video, the oldest first."""
        return await self._store.ledger.posted_about(HERE, video)

    async def at(self, channel: str, message: str | None) -> Posted | None:
        """Give what is kept of a message; None for one that shows no video."""
        return await self._store.ledger.posted_as(HERE, channel, message) if message else None

    async def left(self) -> Sequence[Posted]:
        """Give what an earlier run left: what it didn't know to be sent, and what may have to be drawn again."""
        unsent = await self._store.ledger.posted_unsent(HERE)
        changed = await self._store.ledger.posted_open(HERE, self._clock.now_ms(), self._began_ms - LOOKED_BACK_MS)
        found = {row.id: row for row in (*unsent, *changed)}
        return [row for row in found.values() if row.posted_at_ms < self._began_ms]

    def is_open(self, row: Posted) -> bool:
        """Say whether a message can still be changed: in a private chat always, and one that wasn't sent can be."""
        if row.kind is CopyKind.DIRECT:
            return bool(row.channel)
        return self._clock.now_ms() < row.token_until_ms and bool(row.token)
