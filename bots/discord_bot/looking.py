"""What moderators open to decide: a blurred poster or the video, in a message for one of them, and out of it again.

Such a message is kept before a file is put into it; while Discord lets us, the file leaves when there is nothing to
decide any more.
"""

import logging
from dataclasses import dataclass, replace

import discord

from bots.chat.command import Asker
from bots.discord_bot.files import Files, Handed
from bots.discord_bot.lengths import cut
from bots.discord_bot.messages import Messages
from bots.discord_bot.posted import HERE, Rows
from bots.discord_bot.render import CONTENT_LONGEST, Drawn
from bots.discord_bot.speaking import Speaking
from bots.discord_bot.turn import AnyTurn, Trouble, TurnOver, Vanished
from bots.discord_bot.words import ephemeral_line
from bots.texts.say import Say
from core.chats import CopyKind, Posted
from core.errors import BadInput, LimitReached, NotFound
from core.people import Viewer
from core.ports import Clock, Ids, Store
from core.videos import AssetId, VideoId

log = logging.getLogger("hushreel.discord")


@dataclass
class Looking:
    """Puts files into messages that are no cards."""

    store: Store
    rows: Rows
    messages: Messages
    files: Files
    speaking: Speaking
    clock: Clock
    ids: Ids

    async def fill(self, turn: AnyTurn, message: str | None, drawn: Drawn, asker: Asker) -> None:
        """Put what was drawn into a message that just said its words, or forget the file that it held before."""
        before = await self.store.ledger.posted_as(HERE, turn.channel, message) if message else None
        asset = _asset(drawn)
        if asset is None or message is None or turn.kind is not CopyKind.EPHEMERAL:
            if before is not None and before.kind is CopyKind.REVIEW:
                await self.rows.drop(before)
            return
        video = await self._video(asset, asker)
        if video is None:
            return
        name = before.id if before is not None else self.ids.new()
        row = Posted(name, HERE, asker.person, video, CopyKind.REVIEW, turn.channel, message, token=turn.token)
        row = replace(row, token_until_ms=turn.until_ms, posted_at_ms=self.clock.now_ms())
        await self._place(await self.rows.keep(row), asset, drawn, asker, turn.max_bytes)
        if await self._video(asset, asker) is None:
            await self._close(row)

    async def _place(self, row: Posted, asset: AssetId, drawn: Drawn, asker: Asker, max_bytes: int) -> None:
        """Hand a file over by an edit; that it may be there is kept before."""
        words = self.speaking.words(asker)
        try:
            handed = await self._handed(drawn, asker, max_bytes)
            unsent = words.say(Say("chat-file-unsent", {"limit_bytes": max_bytes}))
            note = ephemeral_line(words) if handed.file else unsent
            content = {"content": cut(f"{drawn.content}\n-# {note}", CONTENT_LONGEST)}
            try:
                holding = await self.rows.holds(row, asset) if handed.file else row
                await self.messages.change(holding, **content, **({"files": [handed.file]} if handed.file else {}))
            finally:
                handed.close()
        except (TurnOver, NotFound, BadInput, LimitReached) as refused:
            log.info("message %s gets no file: %s", row.id, type(refused).__name__)
            await self.rows.drop(row)
        except Trouble as trouble:
            log.warning("message %s may have got no file: %s", row.id, trouble)

    async def _handed(self, drawn: Drawn, asker: Asker, max_bytes: int) -> Handed:
        words = self.speaking.words(asker)
        if drawn.media is not None:
            return await self.files.handed(drawn.media, asker, max_bytes, words, spoiler=False)
        return Handed(await self.files.poster(drawn.picture, asker, words) if drawn.picture else None)

    async def _video(self, asset: AssetId, asker: Asker) -> VideoId | None:
        """Give whose asset it is, as long as the asker may open it."""
        async with self.store.read() as reads:
            found = await reads.asset(asker.viewer, asset, asker.surface)
        return found[0].video if found is not None else None

    async def close(self, video: VideoId) -> None:
        """Take a video out of what moderators look at. Raises Trouble for what has to be tried again."""
        for row in await self.store.ledger.posted_about(HERE, video):
            if row.kind is CopyKind.REVIEW and row.token:
                await self._close(row)

    async def _close(self, row: Posted) -> None:
        """Take the file out of one message. A file that is out of reach stays known: a receipt tells of it."""
        if self.clock.now_ms() >= row.token_until_ms:
            if row.media is None:
                await self.rows.drop(row)
            return
        async with self.store.read() as reads:
            language = (await reads.preferences(Viewer(row.person))).language
        said = self.speaking.texts.say(language or "en", Say("discord-look-over"), str)
        try:
            await self.messages.change(row, content=said, embeds=[], view=discord.ui.View(timeout=None), files=[])
        except Vanished:
            log.info("message %s isn't there any more", row.id)
        except TurnOver as over:
            log.info("message %s is out of reach: %s", row.id, over)
            return
        await self.rows.drop(row)

    async def erased(self, video: VideoId) -> None:
        """Take a video out of what moderators look at, if it is erased or being erased."""
        found = await self.store.ledger.posted_about(HERE, video)
        if any(row.kind is CopyKind.REVIEW and row.token for row in found) and not await self._is_there(video):
            await self.close(video)

    async def _is_there(self, video: VideoId) -> bool:
        return await self.store.ledger.job(video) is not None


def _asset(drawn: Drawn) -> AssetId | None:
    if drawn.media is not None:
        return drawn.media.output
    return drawn.picture.asset if drawn.picture is not None else None
