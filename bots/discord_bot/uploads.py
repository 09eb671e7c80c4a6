"""Files that people attach in Discord, as uploads: read from Discord when they are needed, piece by piece."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import discord
import yarl

from core.errors import BadInput

HOSTS = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
"""Where Discord keeps what people attach."""

PIECE_BYTES = 65_536
SILENCE_S = 30.0
"""How long a file may be on its way without a byte."""


@dataclass
class Attached:
    """A file in Discord's hands."""

    name: str
    declared_size: int | None
    url: str
    files: "Files"

    async def chunks(self) -> AsyncIterator[bytes]:
        """Give the bytes in order. Raises BadInput: upload_broken, upload_overlong."""
        given = 0
        async for piece in self.files.pieces(self.url):
            given += len(piece)
            if self.declared_size is not None and given > self.declared_size:
                raise BadInput("upload_overlong")
            yield piece
        if self.declared_size is not None and given < self.declared_size:
            raise BadInput("upload_broken")


class Files:
    """Reads files from Discord and from nowhere else."""

    def __init__(self, session: aiohttp.ClientSession, api_base: str | None = None) -> None:
        """Read by `session`; with another API base, its host holds files as well."""
        self._session = session
        self._own = yarl.URL(api_base).origin() if api_base else None

    def attached(self, one: discord.Attachment) -> Attached:
        """Give a message's attachment as an upload."""
        return Attached(one.filename, one.size, one.url, self)

    def resolved(self, one: Mapping[str, Any]) -> Attached:
        """Give an attachment as interactions carry it as an upload."""
        return Attached(str(one["filename"]), int(one["size"]), str(one["url"]), self)

    async def pieces(self, url: str) -> AsyncIterator[bytes]:
        """Give the bytes behind an address of Discord's. Raises BadInput("upload_broken")."""
        if not self._trusted(yarl.URL(url)):
            raise BadInput("upload_broken")
        patience = aiohttp.ClientTimeout(total=None, sock_connect=SILENCE_S, sock_read=SILENCE_S)
        try:
            async with self._session.get(url, allow_redirects=False, timeout=patience) as response:
                if response.status != 200:  # noqa: PLR2004 - HTTP's "here it is"
                    raise BadInput("upload_broken")
                async for piece in response.content.iter_chunked(PIECE_BYTES):
                    yield piece
        except (aiohttp.ClientError, TimeoutError, OSError):
            raise BadInput("upload_broken") from None

    def _trusted(self, url: yarl.URL) -> bool:
        if self._own is not None and url.is_absolute() and url.origin() == self._own:
            return True
        return url.scheme == "https" and url.host in HOSTS and url.explicit_port is None
