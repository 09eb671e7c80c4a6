"""Cards in chats, in two steps: a card without the video, its message's id kept, then the video by an edit."""

import asyncio
import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID
from weakref import WeakValueDictionary

import discord

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Reply
from bots.discord_bot.files import Files, Handed
from bots.discord_bot.messages import Messages
from bots.discord_bot.posted import Rows
from bots.discord_bot.render import CONTENT_LONGEST, Drawn, draw
from bots.discord_bot.turn import MAX_BYTES, AnyTurn, Turn
from bots.discord_bot.words import Words, ephemeral_line, link_line, smaller_line
from bots.texts.lookup import Texts
from core.chats import CopyKind, Posted
from core.people import Delivery
from core.videos import AssetId, VideoId

CARD = "video:"
RECEIPT_FILE = "hushreel-receipt.json"


@dataclass
class Speaking:
    """How to speak: sentences, ids of commands, and where our pages are."""

    texts: Texts
    mentions: Mapping[str, int]
    public_url: str | None = None

    def words(self, asker: Asker) -> Words:
        """Give the words for one reader."""
        return Words(self.texts, asker.language, self.mentions, asker.preferences.time_zone)

    def draw(self, reply: Reply, asker: Asker) -> Drawn:
        """Draw a reply for one reader."""
        return draw(reply, self.words(asker), self.public_url)


@dataclass
class _Known:
    """What this process knows of a message beside its row: what it says, which file is in it, and notes below it."""

    said: object = None
    placed: AssetId | None = None
    note: str = ""
    max_bytes: int = MAX_BYTES


@dataclass
class Showing:
    """Puts replies into chats."""

    chat: Chat
    speaking: Speaking
    rows: Rows
    messages: Messages
    files: Files
    _known: dict[UUID, _Known] = field(default_factory=dict)
    _locks: WeakValueDictionary[VideoId, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    def lock(self, video: VideoId) -> asyncio.Lock:
        """Give the lock of a video: its messages are changed one change after the other."""
        return self._locks.setdefault(video, asyncio.Lock())

    async def show(self, turn: AnyTurn, reply: Reply, asker: Asker, row: Posted | None = None) -> bool:
        """Show a reply as a new message. `row` was kept for it before it was known. Says whether it will change.

        Raises TurnOver and Trouble.
        """
        video = video_of(reply)
        if video is None:
            await turn.show(**await self.content(self.speaking.draw(reply, asker), asker))
            if row is not None:
                await self.rows.drop(row)
            return False
        async with self.lock(video):
            row = await self._begun(turn, row, video, asker)
            drawn = self.speaking.draw(reply, asker)
            message = await turn.show(**await self.content(drawn, asker))
            row = await self.rows.keep(replace(row, message=message, token=turn.token, token_until_ms=turn.until_ms))
            self._of(row).max_bytes = turn.max_bytes
            self._of(row).said = _print(drawn)
            return await self._complete(row, drawn, asker)

    async def _begun(self, turn: AnyTurn, row: Posted | None, video: VideoId, asker: Asker) -> Posted:
        if row is None:
            return await self.rows.begin(turn, asker.person, video)
        return await self.rows.keep(replace(row, video=video))

    async def redraw(self, row: Posted, reply: Reply, asker: Asker, *, keeps_file: bool = False) -> bool:
        """Draw a card anew in its message; the video's lock is held. Says whether it will change again.

        `keeps_file` leaves the video in a message whose card is turned over and shows something else for the moment.
        """
        drawn = self.speaking.draw(reply, asker)
        if row.message is None:
            message = await self.messages.change(row, **await self.content(drawn, asker))
            row = await self.rows.keep(replace(row, message=message))
            self._of(row).said = _print(drawn)
        if keeps_file and drawn.media is None and drawn.receipt is None:
            await self._say(row, drawn, asker)
            return drawn.has_progress
        return await self._complete(row, drawn, asker)

    async def _complete(self, row: Posted, drawn: Drawn, asker: Asker) -> bool:
        """Make a message say what is drawn, and hold its video or none."""
        known = self._of(row)
        if drawn.media is None:
            await self._without_media(row, drawn, asker)
        elif known.placed == drawn.media.output or (row.media == drawn.media.output and await self._holds(row)):
            known.placed = drawn.media.output
            await self._say(row, drawn, asker)
        else:
            return await self._place(row, drawn, asker)
        return drawn.has_progress

    async def _holds(self, row: Posted) -> bool:
        return await self.messages.holds_file(row)

    async def _without_media(self, row: Posted, drawn: Drawn, asker: Asker) -> None:
        known = self._of(row)
        if row.media is None and drawn.receipt is None:
            known.note = ""
            await self._say(row, drawn, asker)
        elif known.said != _print(drawn) or row.media is not None:
            known.note = ""
            await self.messages.change(row, **{"files": [], **await self.content(drawn, asker)})
            known.said, known.placed = _print(drawn), None
            await self.rows.holds(row, None)

    async def _say(self, row: Posted, drawn: Drawn, asker: Asker) -> None:
        """Change the words of a message, if they are others; the file that it holds stays."""
        known = self._of(row)
        if known.said != _print(drawn):
            await self.messages.change(row, **await self.content(_noted(drawn, self._note(row, asker)), asker))
            known.said = _print(drawn)

    async def _place(self, row: Posted, drawn: Drawn, asker: Asker) -> bool:
        """Put a video into its card by an edit; that it may be there is kept before. One that doesn't fit is linked."""
        media, known, words = drawn.media, self._of(row), self.speaking.words(asker)
        assert media is not None  # noqa: S101 - the caller looked
        customs = await self.chat.customs(asker)
        handed: Handed = await self.files.handed(media, asker, known.max_bytes, words, spoiler=customs.spoilers)
        if handed.file is None:
            return await self._link(row, asker)
        try:
            known.note = smaller_line(words, known.max_bytes) if handed.is_smaller else ""
            row = await self.rows.holds(row, media.output)
            content = await self.content(_noted(drawn, self._note(row, asker)), asker)
            await self.messages.change(row, **{**content, "files": [handed.file]})
        finally:
            handed.close()
        known.placed, known.said = media.output, _print(drawn)
        return drawn.has_progress

    async def _link(self, row: Posted, asker: Asker) -> bool:
        """Give a link in the place of a video that is too large for the chat."""
        linked = replace(asker, preferences=replace(asker.preferences, delivery=Delivery.LINK))
        reply = await self.chat.card(row.video, linked)
        if reply is None:
            return False
        known = self._of(row)
        words, links = self.speaking.words(asker), self.speaking.public_url is not None
        drawn = _noted(self.speaking.draw(reply, linked), link_line(words, known.max_bytes, links=links))
        if known.said != _print(drawn):
            await self.messages.change(row, **await self.content(drawn, asker))
            known.said = _print(drawn)
        return False

    def _note(self, row: Posted, asker: Asker) -> str:
        """Say what is to be known of the file in a message."""
        notes = [self._of(row).note]
        if row.kind is CopyKind.EPHEMERAL and row.media is not None:
            notes.append(ephemeral_line(self.speaking.words(asker)))
        return "\n".join(one for one in notes if one)

    async def content(self, drawn: Drawn, asker: Asker) -> dict[str, Any]:
        """Give what Discord is sent of a drawn reply; the receipt goes along as a file, the video never."""
        content: dict[str, Any] = {"content": drawn.content, "embeds": list(drawn.embeds), "view": drawn.view}
        if drawn.receipt is not None:
            receipt = await self.chat.receipt_file(drawn.receipt, asker)
            if receipt is not None:
                content["files"] = [discord.File(io.BytesIO(receipt.encode()), RECEIPT_FILE)]
        return content

    def forget(self, row: Posted) -> None:
        """Forget what is known of a message that is gone."""
        self._known.pop(row.id, None)

    def reached(self, row: Posted, turn: Turn) -> None:
        """Note how much the last turn lets a message hold."""
        self._of(row).max_bytes = turn.max_bytes

    def _of(self, row: Posted) -> _Known:
        return self._known.setdefault(row.id, _Known())


def video_of(reply: Reply) -> VideoId | None:
    """Give the video whose card a reply is."""
    if reply.card is None or not reply.card.startswith(CARD):
        return None
    return VideoId(UUID(reply.card.removeprefix(CARD)))


def _noted(drawn: Drawn, note: str) -> Drawn:
    """Add small print, as far as there is room for it."""
    if not note:
        return drawn
    small = "\n".join(f"-# {line}" for line in note.split("\n"))
    content = f"{drawn.content}\n{small}"
    return replace(drawn, content=content) if len(content) <= CONTENT_LONGEST else drawn


def _print(drawn: Drawn) -> object:
    """Give what two drawings have alike when nobody could tell one from the other."""
    return drawn.content, tuple(one.description for one in drawn.embeds), str(drawn.view.to_components()), drawn.receipt
