"""Our messages in a community's channels: kept before they are sent, filled by an edit, and taken back.

A message begins with words of ours alone, so that what a crash leaves behind shows nothing of anybody.
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any, Protocol
from uuid import UUID

import discord

from bots.discord_bot.messages import Messages
from bots.discord_bot.posted import Rows
from bots.discord_bot.turn import TooLarge, Trouble, TurnOver, Vanished
from core.chats import Posted
from core.videos import AssetId

log = logging.getLogger("hushreel.discord")


class Looks(Protocol):
    """Looks whether we still can post where admins chose: `bots.discord_bot.servers`."""

    async def look(self, guild: int) -> None:
        """Note what is lost in a server, and have its admins told."""


class OutOfReach(Trouble):
    """A message of ours is there and can't be changed at the moment. Only this adapter reads it."""


@dataclass(frozen=True)
class Content:
    """What a message is to say: `words` as Discord takes them, and the file `media`, which `alt` describes.

    `bare` are the words where the file can't be had.
    """

    words: dict[str, Any]
    media: AssetId | None = None
    alt: str = ""
    bare: dict[str, Any] | None = None

    @property
    def mark(self) -> object:
        """Give what two contents have alike when nobody could tell one from the other."""
        embeds = tuple(one.description for one in self.words["embeds"])
        return self.words["content"], embeds, str(self.words["view"].to_components()), self.media, self.alt


@dataclass
class Standing:
    """Puts messages into channels, and takes them back. What it knows of them beside their rows is in memory alone."""

    rows: Rows
    messages: Messages
    servers: Looks
    _said: dict[UUID, object] = field(default_factory=dict)
    _leaving: set[str] = field(default_factory=set)

    async def put(
        self, row: Posted, waiting: str, content: Content, opened: Callable[[], Awaitable[discord.File | None]]
    ) -> None:
        """Have a message say `content`; a new one says `waiting` first. `opened` gives its file, None for none.

        Raises TurnOver, Trouble and what `opened` raises: then it holds what it held before.
        """
        if row.message is None:
            row = await self.rows.keep(row)
            row = await self.rows.keep(replace(row, message=await self.messages.change(row, content=waiting)))
            self._said.pop(row.id, None)
        if self._said.get(row.id) == content.mark:
            return
        file = await opened() if content.media else None
        try:
            await self._fill(row, content, file)
        finally:
            if file is not None:
                file.close()
                file.fp.close()
        self._said[row.id] = content.mark

    async def _fill(self, row: Posted, content: Content, file: discord.File | None) -> None:
        """Put words and file in by one edit; that the file may be there is kept before."""
        self._said.pop(row.id, None)
        holding = await self.rows.holds(row, content.media) if file else row
        try:
            words = content.words if file or content.bare is None else content.bare
            await self.messages.change(holding, **words, files=[file] if file else [])
        except (TurnOver, TooLarge):
            await self.rows.keep(row)
            raise
        if file is None:
            await self.rows.holds(row, None)

    async def take_back(self, row: Posted, gone: str) -> None:
        """Delete a message, or have it say `gone` and nothing else where Discord doesn't let us.

        Raises Trouble while neither can be done and we are in its server. Where we aren't, it stays and is known.
        """
        try:
            message = row.message or await self.messages.found(row)
            if message is not None:
                await self._remove(replace(row, message=message), gone)
        except Vanished:
            pass
        except TurnOver as over:
            await self._out_of_reach(row, over)
            return
        await self.drop(row)

    async def _remove(self, row: Posted, gone: str) -> None:
        message = row.message or ""
        self._leaving.add(message)
        try:
            await self.messages.delete(row)
        except Vanished:
            raise
        except TurnOver:
            await self.messages.change(row, content=gone, embeds=[], view=discord.ui.View(timeout=None), files=[])
        finally:
            self._leaving.discard(message)

    async def _out_of_reach(self, row: Posted, over: TurnOver) -> None:
        server = self.messages.server_of(row)
        if server is None:
            log.warning("message %s stays in a server that we left: %s", row.id, over)
            return
        await self.servers.look(int(server))
        raise OutOfReach(str(over))

    async def drop(self, row: Posted) -> None:
        """Forget a message that is gone or says nothing any more."""
        await self.rows.drop(row)
        self._said.pop(row.id, None)

    def is_leaving(self, message: str) -> bool:
        """Say whether we are deleting a message ourselves."""
        return message in self._leaving
