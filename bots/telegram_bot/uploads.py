"""Files that people send in Telegram, as uploads: asked for and read when they are needed, piece by piece."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import yarl
from telegram import Bot, Message
from telegram.error import BadRequest, TelegramError

from core.errors import BadInput

MOST_BYTES = 20 * 1024 * 1024
"""What Telegram hands bots of a file; a Bot API server of one's own hands over all."""

PIECE_BYTES = 65_536
SILENCE_S = 30.0
"""How long a file may be on its way without a byte."""

SAID_BYTES = 20_000_000
"""The same as people say it."""

_TOO_BIG = "too big"


@dataclass
class Sent:
    """A file in Telegram's hands."""

    name: str
    declared_size: int | None
    file_id: str
    files: "Files"

    async def chunks(self) -> AsyncGenerator[bytes]:
        """Give the bytes in order. Raises BadInput: telegram_too_large(limit_bytes), upload_broken, upload_overlong."""
        given = 0
        self.files.check(self.declared_size)
        async with aclosing(self.files.pieces(self.file_id)) as pieces:
            async for piece in pieces:
                given += len(piece)
                if self.declared_size is not None and given > self.declared_size:
                    raise BadInput("upload_overlong")
                yield piece
        if self.declared_size is not None and given < self.declared_size:
            raise BadInput("upload_broken")


class Files:
    """Reads files from Telegram. Their addresses hold the bot's token: none leaves this class, in whatever way."""

    def __init__(self, bot: Bot, session: aiohttp.ClientSession, *, is_local: bool = False) -> None:
        """Ask `bot` where a file is; a local server hands over files of any size, as paths on this machine."""
        self._bot = bot
        self._session = session
        self._is_local = is_local

    def of(self, message: Message) -> Sent | None:
        """Give the picture, sound or clip of a message; None for one without."""
        if message.photo:
            largest = message.photo[-1]
            return Sent("", largest.file_size, largest.file_id, self)
        # A GIF comes as an animation and, for old programs, as a document as well.
        for one in (message.animation, message.video, message.audio, message.document):
            if one is not None:
                return Sent(one.file_name or "", one.file_size, one.file_id, self)
        for said in (message.voice, message.video_note):
            if said is not None:
                return Sent("", said.file_size, said.file_id, self)
        return None

    def check(self, size_bytes: int | None) -> None:
        """Raise BadInput("telegram_too_large", limit_bytes) for what Telegram doesn't hand over."""
        if not self._is_local and (size_bytes or 0) > MOST_BYTES:
            raise BadInput("telegram_too_large", limit_bytes=SAID_BYTES)

    async def pieces(self, file_id: str) -> AsyncGenerator[bytes]:
        """Give the bytes of a file. Raises BadInput: telegram_too_large(limit_bytes), upload_broken."""
        where = await self._where(file_id)
        reading = _on_disk(Path(where)) if self._is_local and Path(where).is_absolute() else self._fetched(where)
        async with aclosing(reading) as pieces:
            async for piece in pieces:
                yield piece

    async def _where(self, file_id: str) -> str:
        try:
            found = await self._bot.get_file(file_id)
        except BadRequest as error:
            if _TOO_BIG in error.message.lower():
                raise BadInput("telegram_too_large", limit_bytes=SAID_BYTES) from None
            raise BadInput("upload_broken") from None
        except TelegramError:
            raise BadInput("upload_broken") from None
        if not found.file_path:
            raise BadInput("upload_broken")
        return found.file_path

    async def _fetched(self, url: str) -> AsyncGenerator[bytes]:
        patience = aiohttp.ClientTimeout(total=None, sock_connect=SILENCE_S, sock_read=SILENCE_S)
        try:
            async with self._session.get(yarl.URL(url), allow_redirects=False, timeout=patience) as response:
                if response.status != 200:  # noqa: PLR2004 - HTTP's "here it is"
                    raise BadInput("upload_broken")
                async for piece in response.content.iter_chunked(PIECE_BYTES):
                    yield piece
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            raise BadInput("upload_broken") from None


async def _on_disk(path: Path) -> AsyncGenerator[bytes]:
    """Read what a Bot API server of the operator's own put on this machine."""
    try:
        with await asyncio.to_thread(path.open, "rb") as file:
            while piece := await asyncio.to_thread(file.read, PIECE_BYTES):
                yield piece
    except OSError:
        raise BadInput("upload_broken") from None
