"""Keeps cards in chats true: what the outbox says of a video is drawn into each message that shows it."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.posting.answered import Answered
from bots.chat.posting.languages import Languages
from bots.chat.posting.moving import Moving
from bots.chat.reply import Media, Reply, Text
from bots.chat.shared import over
from bots.discord_bot.late import Late
from bots.discord_bot.posted import HERE, Rows
from bots.discord_bot.showing import Showing
from bots.discord_bot.turn import Trouble, TurnOver, Vanished
from bots.texts.say import Say
from core.chats import NO_VIDEO, Posted
from core.communities import Place
from core.gate import Surface
from core.grants import SHARED
from core.people import PersonId, Viewer
from core.ports import Store
from core.records import OutboxRow
from core.videos import PublicationId, VideoId

ANSWERED_WITHIN_S = 3.0
"""How long a delivery waits for the end of an answer to the same person before it is put off."""

VIDEO, RECEIPT, PUBLICATION = "video", "receipt", "publication"
KINDS = frozenset({VIDEO, RECEIPT, PUBLICATION, SHARED})

log = logging.getLogger("hushreel.discord")


@dataclass
class Posting:
    """The `Deliverer` of surface "discord" for videos. `moving` are those whose cards will change by themselves."""

    chat: Chat
    store: Store
    rows: Rows
    showing: Showing
    late: Late
    languages: Languages
    answered: Answered = field(default_factory=Answered)
    moving: Moving = field(default_factory=lambda: Moving(log))

    async def deliver(self, row: OutboxRow) -> None:
        """Draw a video's messages anew. Raises Trouble when Discord didn't take it: the row is tried again."""
        if row.person is None or row.kind not in KINDS:
            return
        await self.answered.over(row.person, ANSWERED_WITHIN_S)
        if row.kind == SHARED:
            await self.redraw_shared(VideoId(row.subject), row.person)
            return
        video = await self._video(row, row.person)
        if video is None:
            return
        try:
            await self.redraw(video, row.person)
        except Trouble:
            self.moving.watch(video, row.person)
            raise

    async def _video(self, row: OutboxRow, person: PersonId) -> VideoId | None:
        """Give the video whose cards a row is about; None for a publication that is gone, or another's by now."""
        if row.kind != PUBLICATION:
            return VideoId(row.subject)
        async with self.store.read() as reads:
            found = await reads.publication(Viewer(person), PublicationId(row.subject), Surface.CHAT_PRIVATE)
        return found.publication.video if found is not None else None

    async def redraw(self, video: VideoId, person: PersonId) -> None:
        """Draw each message about a video as it is now; what nobody could see is brought another way.

        Raises Trouble for what has to be tried again.
        """
        async with self.showing.lock(video):
            asker = await self.asker(person)
            if asker is None:
                self.moving.settled(video)
                return
            reply = await self.chat.card(video, asker)
            is_seen, moves, trouble = await self._draw_all(video, reply, asker)
            if trouble is not None:
                raise trouble
            if moves:
                self.moving.watch(video, person)
            else:
                self.moving.settled(video)
            if not is_seen and reply is not None and await self.late.is_owed(video, asker):
                if person in self.answered:
                    raise Trouble("its asker is being answered")
                await self.late.bring(video, reply, asker)

    async def redraw_shared(self, video: VideoId, person: PersonId) -> None:
        """Draw the messages that somebody has of another person's video as it is now, or take it out of them.

        Raises Trouble for what has to be tried again.
        """
        async with self.showing.lock(video):
            asker = await self.asker(person)
            if asker is None:
                return
            card = await self.chat.card(video, asker)
            _, _, trouble = await self._draw_all(video, card or over(video), asker)
            if card is None:
                for row in await self.rows.of(video, person):
                    if row.media is None:
                        await self.drop(row)
            if trouble is not None:
                raise trouble

    async def _draw_all(self, video: VideoId, reply: Reply | None, asker: Asker) -> tuple[bool, bool, Trouble | None]:
        """Draw all messages that the asker has about a video, whatever becomes of one of them."""
        is_seen, moves, trouble = False, False, None
        rows = await self.rows.of(video, asker.person)
        older = _older(rows) if reply is not None and _shows_a_video(reply) else ()
        for row in rows:
            try:
                seen, more = await (self._take_away(row) if row in older else self._draw(row, reply, asker))
            except Trouble as found:
                trouble = found
            else:
                is_seen, moves = is_seen or seen, moves or more
        return is_seen, moves, trouble

    async def _draw(self, row: Posted, reply: Reply | None, asker: Asker) -> tuple[bool, bool]:
        """Draw one message. Says whether its reader sees it, and whether it will change again.

        One that holds a file is forgotten only when the file is gone: its receipt waits for that.
        """
        is_over = reply is not None and reply.final and row.media is None
        if not self.rows.is_open(row):
            if is_over or (row.message is None and row.channel):
                await self.drop(row)
            return False, False
        try:
            card, reader = await self._read_there(row, reply, asker)
            more = await self.showing.redraw(row, card or _erasing(), reader)
        except TurnOver as over:
            log.info("message %s is out of reach: %s", row.id, over)
            if isinstance(over, Vanished) or row.media is None:
                await self.drop(row)
            return False, False
        if reply is not None and reply.final:
            await self.drop(row)
        return True, more

    async def _read_there(self, row: Posted, reply: Reply | None, asker: Asker) -> tuple[Reply | None, Asker]:
        """Give a card and its reader as they are where a message is: in a server, what can be done there is on it."""
        server = self.showing.placing.messages.server_of(row)
        if server is None or reply is None:
            return reply, asker
        there = await self.chat.arrive(asker.identity, asker.surface, asker.language, Place(HERE, server))
        return await self.chat.card(row.video, there) or reply, there

    async def _take_away(self, row: Posted) -> tuple[bool, bool]:
        """Take away a card that a newer one in the same chat stands for, so that the video comes there once.

        It is forgotten before Discord tells that it was deleted: nobody took it back.
        """
        await self.drop(row)
        try:
            await self.showing.placing.messages.delete(row)
        except TurnOver as over:
            log.info("message %s stays as it is: %s", row.id, over)
        except Trouble:
            await self.rows.keep(row)
            raise
        return False, False

    async def drop(self, row: Posted) -> None:
        """Forget a message that is gone, or holds nothing any more."""
        await self.rows.drop(row)
        self.showing.forget(row)

    async def deleted(self, channel: int, messages: frozenset[int]) -> None:
        """Count messages of ours that somebody deleted as taken back."""
        for message in messages:
            row = await self.rows.at(str(channel), str(message))
            if row is not None and row.video != NO_VIDEO:
                self.late.taken_back(row.video)
                await self.drop(row)

    async def asker(self, person: PersonId) -> Asker | None:
        """Give somebody as the one who reads their own cards; None for a person who isn't here."""
        identity = await self.store.ledger.identity_of(person, HERE)
        if identity is None:
            return None
        return await self.chat.arrive(identity, Surface.CHAT_PRIVATE, self.languages.of(person))


def _shows_a_video(reply: Reply) -> bool:
    return any(isinstance(part, Media) for part in reply.parts)


def _older(rows: Sequence[Posted]) -> list[Posted]:
    """Give the cards that hold no file and have a newer one below them in the same chat."""
    sent = [row for row in rows if row.message is not None]
    return [
        row for n, row in enumerate(sent) if row.media is None and row.channel in {one.channel for one in sent[n + 1 :]}
    ]


def _erasing() -> Reply:
    """Say that a video is closed; its receipt comes next."""
    return Reply((Text(Say("error-erasing")),))
