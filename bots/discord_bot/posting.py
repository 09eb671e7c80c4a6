"""Keeps cards in chats true: what the outbox says of a video is drawn into each message that shows it."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Reply, Text
from bots.discord_bot.late import Late
from bots.discord_bot.posted import HERE, Rows
from bots.discord_bot.showing import Showing
from bots.discord_bot.turn import Trouble, TurnOver
from bots.texts.say import CommandName, Say
from core.chats import NO_VIDEO, CopyKind, Posted
from core.gate import Surface
from core.people import PersonId, Viewer
from core.ports import Store
from core.records import OutboxRow
from core.videos import VideoId

LOOK_EVERY_S = 0.5

log = logging.getLogger("hushreel.discord")


class Languages:
    """The languages that Discord told of people, in memory: for what reaches them while they don't speak."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._tags: dict[PersonId, str] = {}

    def note(self, person: PersonId, tag: str) -> None:
        """Note the language of somebody who speaks (BCP 47)."""
        self._tags[person] = tag

    def of(self, person: PersonId) -> str:
        """Give somebody's language; English for one who didn't speak since the start."""
        return self._tags.get(person, "en")


@dataclass
class Posting:
    """The `Deliverer` of surface "discord" for videos, and the watch over cards that are still moving."""

    chat: Chat
    store: Store
    rows: Rows
    showing: Showing
    late: Late
    languages: Languages
    moving: dict[VideoId, PersonId] = field(default_factory=dict)
    _answered: dict[PersonId, tuple[int, asyncio.Event]] = field(default_factory=dict)

    @contextmanager
    def answering(self, person: PersonId) -> Iterator[None]:
        """Note that somebody is being answered: the messages of their cards may not be known before the end."""
        others, done = self._answered.get(person, (0, asyncio.Event()))
        self._answered[person] = (others + 1, done)
        try:
            yield
        finally:
            others, done = self._answered.pop(person)
            if others > 1:
                self._answered[person] = (others - 1, done)
            else:
                done.set()

    async def last_answers(self, within_s: float) -> None:
        """Let answers that are under way come to their end, for a while."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                while self._answered:
                    await next(iter(self._answered.values()))[1].wait()

    async def deliver(self, row: OutboxRow) -> None:
        """Draw a video's messages anew. Raises Trouble when Discord didn't take it: the row is tried again."""
        if row.person is None or row.kind not in {"video", "receipt"}:
            return
        while row.person in self._answered:
            await self._answered[row.person][1].wait()
        await self.redraw(VideoId(row.subject), row.person)

    async def run(self) -> None:
        """Watch moving cards until cancelled; what a crash left in the midst is taken up first."""
        await self._take_up()
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            for video, person in list(self.moving.items()):
                try:
                    await self.redraw(video, person)
                except Trouble as trouble:
                    log.info("video %s is drawn again in a moment: %s", video, trouble)
                except Exception as error:  # noqa: BLE001 - the others' cards go on
                    log.warning("video %s not drawn: %s", video, type(error).__name__)

    def watch(self, video: VideoId, person: PersonId) -> None:
        """Draw a video's messages again in a moment."""
        self.moving[video] = person

    async def redraw(self, video: VideoId, person: PersonId) -> None:
        """Draw each message about a video as it is now; what nobody could see is brought another way."""
        async with self.showing.lock(video):
            asker = await self._asker(person)
            if asker is None:
                return
            reply = await self.chat.card(video, asker)
            moves = False
            is_seen = False
            for row in await self.rows.about(video):
                seen, more = await self._draw(row, reply, asker)
                is_seen, moves = is_seen or seen, moves or more
            if moves:
                self.moving[video] = person
            else:
                self.moving.pop(video, None)
            if not is_seen and reply is not None:
                await self.late.bring(video, reply, asker)

    async def _draw(self, row: Posted, reply: Reply | None, asker: Asker) -> tuple[bool, bool]:
        """Draw one message. Says whether its reader sees it, and whether it will change again."""
        is_gone = reply is not None and self.showing.speaking.draw(reply, asker).receipt is not None
        if not self.rows.is_open(row):
            if is_gone or (row.message is None and row.channel):
                await self._drop(row)
            return False, False
        try:
            more = await self.showing.redraw(row, reply or _erasing(), asker)
        except TurnOver:
            if row.kind is CopyKind.DIRECT or row.media is None or is_gone:
                await self._drop(row)
            return False, False
        if is_gone:
            await self._drop(row)
        return True, more

    async def _drop(self, row: Posted) -> None:
        await self.rows.drop(row)
        self.showing.forget(row)

    async def deleted(self, channel: int, messages: frozenset[int]) -> None:
        """Count messages of ours that somebody deleted as taken back."""
        for message in messages:
            row = await self.rows.at(str(channel), str(message))
            if row is not None:
                await self._drop(row)

    async def _asker(self, person: PersonId) -> Asker | None:
        identity = await self.store.ledger.identity_of(person, HERE)
        if identity is None:
            return None
        return await self.chat.arrive(identity, Surface.CHAT_PRIVATE, self.languages.of(person))

    async def _take_up(self) -> None:
        """Go on with what an earlier run left: answers that were owed, cards on their way, videos being made."""
        for row in await self.rows.unsent():
            try:
                await self._take_up_one(row)
            except (Trouble, TurnOver) as error:
                log.info("a message of an earlier run is out of reach: %s", error)
        for video, _, _ in await self.store.ledger.unfinished():
            for row in await self.rows.about(video):
                self.moving[video] = row.person

    async def _take_up_one(self, row: Posted) -> None:
        if not row.channel:
            self.late.wait(row)
        elif row.video != NO_VIDEO:
            self.moving[row.video] = row.person
        elif not self.rows.is_open(row):
            await self.rows.drop(row)
        else:
            await self._answer_owed(row)

    async def _answer_owed(self, row: Posted) -> None:
        """Answer somebody who was told to wait when it broke off: with the video that came of it, or with sorry."""
        async with self.store.read() as reads:
            newest = await reads.videos(Viewer(row.person), limit=1)
        begun = [one.video.id for one in newest if one.video.asked_at_ms >= row.posted_at_ms]
        if begun and not await self.rows.about(begun[0]):
            await self.rows.keep(_with_video(row, begun[0]))
            self.moving[begun[0]] = row.person
            return
        asker = await self._asker(row.person)
        if asker is not None:
            drawn = self.showing.speaking.draw(
                Reply((Text(Say("discord-broke-off", {"command": CommandName("videos")})),)), asker
            )
            await self.showing.messages.change(row, **await self.showing.content(drawn, asker))
        await self.rows.drop(row)


def _with_video(row: Posted, video: VideoId) -> Posted:
    return replace(row, video=video)


def _erasing() -> Reply:
    """Say that a video is closed; its receipt comes next."""
    return Reply((Text(Say("error-erasing")),))
