"""What is kept of our messages: before they are sent, and before a file is put into them."""

from dataclasses import replace

from bots.chat.posting.rows import PlatformRows
from bots.discord_bot.turn import AnyTurn
from core.chats import NO_VIDEO, CopyKind, Posted
from core.people import PersonId, Platform
from core.ports import Clock, Ids, Store
from core.videos import VideoId

HERE = Platform.DISCORD


class Rows(PlatformRows):
    """The rows about messages on Discord."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        """Keep them in `store`."""
        super().__init__(HERE, store, clock)
        self._ids = ids

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

    async def reached(self, row: Posted, turn: AnyTurn) -> Posted:
        """Keep by which token a message can be changed from now on: each press brings a new one."""
        return await self.keep(replace(row, token=turn.token, token_until_ms=turn.until_ms))

    def is_open(self, row: Posted) -> bool:
        """Say whether a message can still be changed: in a private chat always, and one that wasn't sent can be."""
        if row.kind is CopyKind.DIRECT:
            return bool(row.channel)
        return self._clock.now_ms() < row.token_until_ms and bool(row.token)
