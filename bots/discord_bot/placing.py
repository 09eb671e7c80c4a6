"""The second step of a card: its words are in a message whose id is kept, and now its video is put in, or taken out."""

import asyncio
import io
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import discord

from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.reply import Media
from bots.discord_bot.files import Files, Handed
from bots.discord_bot.messages import Messages
from bots.discord_bot.posted import HERE, Rows
from bots.discord_bot.render import CONTENT_LONGEST, Drawn
from bots.discord_bot.speaking import Speaking
from bots.discord_bot.turn import MAX_BYTES, TooLarge, Trouble, TurnOver
from bots.discord_bot.words import ephemeral_line, link_line, smaller_line
from core.chats import CopyKind, Posted
from core.communities import Customs, Place
from core.people import Delivery
from core.videos import AssetId

RECEIPT_FILE = "hushreel-receipt.json"
REMEMBERED = 10_000
"""Of how many messages it is known what they say; of one that was forgotten, Discord is asked again."""


class StillFitting(Trouble):
    """A video is being made smaller for its message. Only this adapter reads it."""


Handing = Coroutine[Any, Any, Handed]


@dataclass
class Known:
    """What this process knows of a message beside its row: what it says, which file is in it or linked instead.

    `card` is what it said when it last showed the card itself: a page that a press opened may stand there since.
    """

    said: object = None
    card: object = None
    placed: AssetId | None = None
    linked: AssetId | None = None
    is_smaller: bool = False
    max_bytes: int = MAX_BYTES


@dataclass
class Placing:
    """Makes messages say what is drawn, and hold its video or none. All raise TurnOver and Trouble."""

    chat: Chat
    speaking: Speaking
    rows: Rows
    messages: Messages
    files: Files
    _known: dict[UUID, Known] = field(default_factory=dict)
    _fitting: dict[UUID, asyncio.Task[Handed]] = field(default_factory=dict)

    def known(self, row: Posted) -> Known:
        """Give what is known of a message, to be read and changed."""
        known = self._known.pop(row.id, None) or Known()
        self._known[row.id] = known
        if len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]
        return known

    def reached(self, row: Posted, max_bytes: int) -> None:
        """Note how much a message may hold; where that is more than before, what was linked may fit."""
        known = self.known(row)
        if max_bytes > known.max_bytes:
            known.linked = None
        known.max_bytes = max_bytes

    def says(self, row: Posted, drawn: Drawn) -> None:
        """Note what a message that was just sent says."""
        self.known(row).said = _print(drawn)

    def forget(self, row: Posted) -> None:
        """Forget what is known of a message that is gone."""
        self._known.pop(row.id, None)
        fitting = self._fitting.pop(row.id, None)
        if fitting is not None:
            fitting.add_done_callback(_closed)
            fitting.cancel()

    def close(self) -> None:
        """Let go of what is being made smaller."""
        for fitting in self._fitting.values():
            fitting.add_done_callback(_closed)
            fitting.cancel()
        self._fitting.clear()

    async def content(self, drawn: Drawn, asker: Asker) -> dict[str, Any]:
        """Give what Discord is sent of a drawn reply; the receipt goes along as a file, the video never."""
        content: dict[str, Any] = {"content": drawn.content, "embeds": list(drawn.embeds), "view": drawn.view}
        if drawn.receipt is not None:
            receipt = await self.chat.receipt_file(drawn.receipt, asker)
            if receipt is not None:
                content["files"] = [discord.File(io.BytesIO(receipt.encode()), RECEIPT_FILE)]
        return content

    async def turn_over(self, row: Posted, drawn: Drawn, asker: Asker) -> None:
        """Let a card show something else for the moment; the video that it holds stays."""
        known = self.known(row)
        await self._say(row, self._under_a_file(drawn, row, asker) if row.media else drawn, asker, known)

    async def complete(self, row: Posted, drawn: Drawn, asker: Asker) -> None:
        """Make a message say what is drawn, and hold its video or none."""
        media, known = drawn.media, self.known(row)
        if media is None:
            await self._without_media(row, drawn, asker, known)
        elif known.placed == media.output or await self._is_there(row, media, asker, known):
            await self._say(row, self._under_a_file(drawn, row, asker), asker, known)
        elif known.linked == media.output:
            await self._link(row, asker, known)
        else:
            await self._place(row, drawn, media, asker, known)

    def drew_card(self, row: Posted) -> None:
        """Note that a message shows its card now, and no page of it."""
        known = self.known(row)
        known.card = known.said

    def is_turned_over(self, row: Posted, drawn: Drawn, asker: Asker) -> bool:
        """Say whether a message showed this very card, and a press has opened another page of it since."""
        known = self.known(row)
        noted = self._under_a_file(drawn, row, asker) if drawn.media else drawn
        return known.said != known.card == _print(noted)

    async def _is_there(self, row: Posted, media: Media, asker: Asker, known: Known) -> bool:
        """Look whether a message holds the video that it was about to hold when an earlier run or try ended."""
        if row.media != media.output or not await self.messages.holds_file(row):
            return False
        known.placed = media.output
        known.is_smaller = not await self.files.fits(media, asker, known.max_bytes)
        return True

    async def _without_media(self, row: Posted, drawn: Drawn, asker: Asker, known: Known) -> None:
        if row.media is None and drawn.receipt is None:
            await self._say(row, drawn, asker, known)
        elif known.said != _print(drawn) or row.media is not None:
            await self.messages.change(row, **{"files": [], **await self.content(drawn, asker)})
            known.said, known.placed, known.is_smaller = _print(drawn), None, False
            await self.rows.holds(row, None)

    async def _say(self, row: Posted, drawn: Drawn, asker: Asker, known: Known) -> None:
        """Change the words of a message, if they are others; the file that it holds stays."""
        if known.said != _print(drawn):
            await self.messages.change(row, **await self.content(drawn, asker))
            known.said = _print(drawn)

    async def _place(self, row: Posted, drawn: Drawn, media: Media, asker: Asker, known: Known) -> None:
        """Put a video into its card by an edit; that it may be there is kept before. One that doesn't fit is linked."""
        known.is_smaller = not await self.files.fits(media, asker, known.max_bytes)
        begin = await self._handing(row, media, asker, known)
        handed = await (self._fitted(row, drawn, asker, begin) if known.is_smaller else begin())
        if handed.file is None:
            await self._link(row, asker, known)
            known.linked = media.output
            return
        noted = self._under_a_file(drawn, row, asker)
        try:
            holding = await self.rows.holds(row, media.output)
            await self.messages.change(holding, **{**await self.content(noted, asker), "files": [handed.file]})
        except (TurnOver, TooLarge) as refused:
            await self.rows.keep(row)
            if isinstance(refused, TooLarge):
                known.max_bytes = MAX_BYTES if known.max_bytes > MAX_BYTES else known.max_bytes // 2
            raise
        finally:
            handed.close()
        known.placed, known.said = media.output, _print(noted)

    async def _handing(self, row: Posted, media: Media, asker: Asker, known: Known) -> Callable[[], Handing]:
        spoiler, words = (await self._customs(row, asker)).spoilers, self.speaking.words(asker)
        return lambda: self.files.handed(media, asker, known.max_bytes, words, spoiler=spoiler)

    async def _fitted(self, row: Posted, drawn: Drawn, asker: Asker, begin: Callable[[], Handing]) -> Handed:
        """Give a file that is made smaller beside everything else. Raises StillFitting while that goes on."""
        if row.id not in self._fitting:
            self._fitting[row.id] = asyncio.create_task(begin())
        fitting = self._fitting[row.id]
        if not fitting.done():
            await self._say(row, drawn, asker, self.known(row))
            raise StillFitting(str(row.video))
        del self._fitting[row.id]
        return fitting.result()

    async def _link(self, row: Posted, asker: Asker, known: Known) -> None:
        """Give a link in the place of a video that is too large for the chat."""
        linked = replace(asker, preferences=replace(asker.preferences, delivery=Delivery.LINK))
        reply = await self.chat.card(row.video, linked)
        if reply is not None:
            drawn = self.speaking.draw(reply, linked)
            links = self.speaking.public_url is not None
            note = link_line(self.speaking.words(asker), known.max_bytes, links=links)
            await self._say(row, _noted(drawn, note), asker, known)

    async def _customs(self, row: Posted, asker: Asker) -> Customs:
        """Give what holds where a message is, wherever its reader spoke last."""
        server = self.messages.server_of(row)
        if asker.place is None and server is not None:
            asker = await self.chat.arrive(asker.identity, asker.surface, asker.language, Place(HERE, server))
        return await self.chat.customs(asker)

    def _under_a_file(self, drawn: Drawn, row: Posted, asker: Asker) -> Drawn:
        """Say below what is to be known of the file in a message."""
        known, words = self.known(row), self.speaking.words(asker)
        notes = [smaller_line(words, known.max_bytes)] if known.is_smaller else []
        if row.kind is CopyKind.EPHEMERAL:
            notes.append(ephemeral_line(words))
        return _noted(drawn, *notes)


def _closed(fitting: asyncio.Task[Handed]) -> None:
    """Close a file that nobody takes any more."""
    if not fitting.cancelled() and fitting.exception() is None:
        fitting.result().close()


def _noted(drawn: Drawn, *notes: str) -> Drawn:
    """Add small print, as far as there is room for it."""
    content = "\n".join([drawn.content, *(f"-# {line}" for line in notes)])
    return replace(drawn, content=content) if len(content) <= CONTENT_LONGEST else drawn


def _print(drawn: Drawn) -> object:
    """Give what two drawings have alike when nobody could tell one from the other."""
    return drawn.content, tuple(one.description for one in drawn.embeds), str(drawn.view.to_components()), drawn.receipt
