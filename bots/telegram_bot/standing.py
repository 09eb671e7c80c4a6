"""Messages in a community's chats: posts, review cards and what moderators look at, one each, in two steps."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol
from uuid import UUID, uuid5
from weakref import WeakValueDictionary

import telegram
from telegram.constants import ParseMode

from bots.telegram_bot.messages import Messages
from bots.telegram_bot.placing import EMPTIED
from bots.telegram_bot.posted import Rows
from bots.telegram_bot.render import Drawn
from bots.telegram_bot.turn import OtherKind, Stays, TooLarge, TurnOver, Vanished
from core.chats import CopyKind, Posted
from core.people import PersonId
from core.videos import AssetId, PublicationId, VideoId

LOOKS_MOST = 12
"""How many moderators may look at one publication at a time: the message of one more takes the first one's place."""

_NAMED = UUID("5d0c4b0e-8f7d-4f0b-9f0d-5a1b7c9d2e31")

log = logging.getLogger("hushreel.telegram")


class Outcome(Enum):
    """What became of a message: somebody may have deleted it there, and we may not be let in."""

    STANDS = "stands"
    VANISHED = "vanished"
    UNREACHED = "unreached"


class Opened(Protocol):
    """What a message shall hold. `asset` names it."""

    @property
    def asset(self) -> AssetId:
        """What is kept of it."""

    def given(self, caption: str) -> AbstractAsyncContextManager[telegram.InputMedia | None]:
        """Open it through the gate, with a caption (HTML); None for what can't be shown there."""


@dataclass(frozen=True)
class Held:
    """A file that is opened when it is needed."""

    asset: AssetId
    given: Callable[[str], AbstractAsyncContextManager[telegram.InputMedia | None]]


@dataclass(frozen=True)
class Stand:
    """Which message: the id of its row, what it is, whose video it shows, and the chat where it stands.

    `begin` is what it says (HTML) until it says more: nothing that anybody mustn't read when a crash leaves it there.
    """

    name: UUID
    kind: CopyKind
    person: PersonId
    video: VideoId
    channel: str
    begin: str
    protected: bool = False


def look_names(publication: PublicationId) -> tuple[UUID, ...]:
    """Give the ids of rows for those who look at a publication: found again when the video itself is forgotten."""
    return tuple(uuid5(_NAMED, f"look:{publication}:{number}") for number in range(LOOKS_MOST))


@dataclass
class Standing:
    """Has such messages stand, and takes them back. All raise Trouble for what has to be tried again."""

    rows: Rows
    messages: Messages
    _locks: WeakValueDictionary[VideoId, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    @asynccontextmanager
    async def lock(self, video: VideoId) -> AsyncIterator[None]:
        """Change the messages of a video one after the other: what has to stand is read within."""
        async with self._locks.setdefault(video, asyncio.Lock()):
            yield

    async def show(self, stand: Stand, drawn: Drawn, held: Opened | None, gone: str) -> Outcome:
        """Have a message say what is drawn and hold a file; says what became of it.

        One that isn't there yet is sent without either, and its id kept; one that stands in another chat leaves that,
        or says `gone`. Raises NotFound where the gate doesn't open the file (any more).
        """
        row = await self._begun(stand, gone)
        try:
            if row.message is None:
                sent = await self.messages.send(row.channel, stand.begin, None, protected=stand.protected)
                row = await self.rows.sent(row, sent)
            await self._complete(row, drawn, held)
        except TurnOver as over:
            log.info("message %s can't be shown: %s", row.id, over)
            if isinstance(over, Vanished) or row.message is None:
                await self.rows.drop(row)
            return Outcome.VANISHED if isinstance(over, Vanished) else Outcome.UNREACHED
        return Outcome.STANDS

    async def _begun(self, stand: Stand, gone: str) -> Posted:
        row = await self.rows.named(stand.name)
        if row is not None and row.channel != stand.channel:
            await self._leave(row, gone)
            row = None
        if row is not None:
            return row
        return await self.rows.stand(stand.name, stand.kind, stand.person, stand.video, stand.channel)

    async def _complete(self, row: Posted, drawn: Drawn, held: Opened | None) -> None:
        """Make a message say what is drawn, and hold its file.

        Telegram doesn't tell what a message holds, but it writes below a file only where there is one.
        """
        if held is None:
            await self._say(row, drawn)
            return
        if row.media == held.asset:
            try:
                await self.messages.caption(row, drawn.caption, drawn.keyboard)
            except OtherKind:
                log.info("message %s lacks its file", row.id)
            else:
                return
        await self._put(row, drawn, held)

    async def _say(self, row: Posted, drawn: Drawn) -> None:
        """Change the words of a message that shall hold nothing; a file that it holds leaves at once."""
        if row.media is None:
            await self.messages.say(row, drawn.text, drawn.caption, drawn.keyboard)
        else:
            await self.messages.put(row, _empty(drawn.caption), drawn.keyboard)
            await self.rows.holds(row, None)

    async def _put(self, row: Posted, drawn: Drawn, held: Opened) -> None:
        """Put a file into a message by an edit; that it may be there is kept before."""
        async with held.given(drawn.caption) as media:
            if media is None:
                await self.messages.say(row, drawn.text, drawn.caption, drawn.keyboard)
                return
            holding = await self.rows.holds(row, held.asset)
            try:
                await self.messages.put(holding, media, drawn.keyboard)
            except (TurnOver, TooLarge):
                await self.rows.keep(row)
                raise

    async def take_back(self, row: Posted, gone: str) -> bool:
        """Delete a message; one that is too old for that loses its file and says `gone`. Says whether that is done.

        One out of reach that may hold a file stays known: that it is there is told to its owner.
        """
        if row.message is None:
            await self.rows.drop(row)
            return True
        try:
            await self._delete(row, gone)
        except TurnOver as over:
            log.info("message %s is out of reach: %s", row.id, over)
            if row.media is not None and not isinstance(over, Vanished):
                return False
        await self.rows.drop(row)
        return True

    async def _delete(self, row: Posted, gone: str) -> None:
        try:
            await self.messages.delete(row)
        except Stays:
            if row.media is None:
                await self.messages.say(row, gone, gone, None)
            else:
                await self.messages.put(row, _empty(gone), None)

    async def _leave(self, row: Posted, gone: str) -> None:
        """Take a message back whose place another one takes; one out of reach stays known by another id."""
        if not await self.take_back(row, gone):
            await self.rows.rename(row, uuid5(row.id, f"{row.channel}:{row.message}"))

    async def take_back_named(self, name: UUID, gone: str) -> None:
        """Take back what is kept under an id, if anything is."""
        row = await self.rows.named(name)
        if row is not None:
            await self.take_back(row, gone)


def _empty(caption: str) -> telegram.InputMediaPhoto:
    """Give what takes the place of a file: no edit of Telegram's takes one out of a message."""
    return telegram.InputMediaPhoto(EMPTIED, caption=caption, parse_mode=ParseMode.HTML)
