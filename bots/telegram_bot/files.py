"""The bytes of a video for a message: through the gate, and no more of them than Telegram takes."""

import os
from dataclasses import dataclass
from typing import BinaryIO

import telegram
from telegram.constants import ParseMode

from bots.chat.command import Asker
from bots.chat.reply import Media
from core.errors import NotFound
from core.generation.fit import fit
from core.generation.glimpse import glimpse
from core.ports import Store, Vault, WorkerPool
from core.videos import Asset

MAX_BYTES = 50 * 1024 * 1024
LOCAL_MAX_BYTES = 2_000 * 1024 * 1024
"""What Telegram takes of a file, and what a Bot API server of one's own takes."""

SPARE_BYTES = 256 * 1024
"""What the rest of a request takes of its limit, the small picture included."""

GLIMPSE_SIDE_PX = 320
GLIMPSE_BYTES = 200_000
_SECOND_MS = 1000


@dataclass(frozen=True)
class Handed:
    """A file for a message; without one, the video doesn't fit."""

    media: Media
    content: BinaryIO | None
    glimpse: bytes | None = None

    def video(self, caption: str, *, spoiler: bool) -> telegram.InputMediaVideo:
        """Give it as Telegram takes it, with its caption (HTML)."""
        content = telegram.InputFile(self.content, self.media.file_name, attach=True, read_file_handle=False)  # type: ignore[arg-type]
        return telegram.InputMediaVideo(
            content,
            caption=caption,
            parse_mode=ParseMode.HTML,
            width=self.media.width,
            height=self.media.height,
            duration=max(1, round(self.media.duration_ms / _SECOND_MS)),
            thumbnail=self.glimpse,
            supports_streaming=True,
            has_spoiler=spoiler,
        )

    def close(self) -> None:
        """Give the memory back."""
        if self.content is not None:
            self.content.close()


@dataclass(frozen=True)
class Files:
    """Opens videos for messages."""

    store: Store
    vault: Vault
    workers: WorkerPool

    async def fits(self, media: Media, asker: Asker, max_bytes: int) -> bool:
        """Say whether a video fits into a message as it is. Raises NotFound for what the asker may not open."""
        return (await self._asset(media, asker)).size_bytes <= max_bytes - SPARE_BYTES

    async def handed(self, media: Media, asker: Asker, max_bytes: int) -> Handed:
        """Give a video as a file of at most `max_bytes`. Raises NotFound for what the asker may not open."""
        asset = await self._asset(media, asker)
        small = await self._glimpse(media, asker)
        memory = await fit(
            asker.viewer,
            asset.video,
            asset.id,
            max_bytes - SPARE_BYTES,
            store=self.store,
            vault=self.vault,
            workers=self.workers,
            surface=asker.surface,
        )
        if memory is None:
            return Handed(media, None)
        content = os.fdopen(os.dup(memory.fd), "rb")
        memory.close()
        content.seek(0)
        return Handed(media, content, small)

    async def _glimpse(self, media: Media, asker: Asker) -> bytes | None:
        """Give what is seen before the video plays; without one Telegram makes its own."""
        if media.poster is None:
            return None
        return await glimpse(
            asker.viewer,
            media.poster,
            longest_side=GLIMPSE_SIDE_PX,
            max_bytes=GLIMPSE_BYTES,
            store=self.store,
            vault=self.vault,
            workers=self.workers,
            surface=asker.surface,
        )

    async def _asset(self, media: Media, asker: Asker) -> Asset:
        async with self.store.read() as reads:
            found = await reads.asset(asker.viewer, media.output, asker.surface)
        if found is None:
            raise NotFound("asset_not_found")
        return found[0]
