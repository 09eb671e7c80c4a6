"""The bytes of a video for a message: through the gate, and no more of them than Telegram takes."""

from dataclasses import dataclass
from typing import BinaryIO

import telegram
from telegram.constants import ParseMode

from bots.chat.command import Asker
from bots.chat.posting.fitting import Fitting
from bots.chat.reply import Media
from core.generation.glimpse import glimpse

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

    fitting: Fitting

    async def fits(self, media: Media, asker: Asker, max_bytes: int) -> bool:
        """Say whether a video fits into a message as it is. Raises NotFound for what the asker may not open."""
        return await self.fitting.fits(media, asker, max_bytes - SPARE_BYTES)

    async def handed(self, media: Media, asker: Asker, max_bytes: int) -> Handed:
        """Give a video as a file of at most `max_bytes`. Raises NotFound for what the asker may not open."""
        content = await self.fitting.content(media, asker, max_bytes - SPARE_BYTES)
        if content is None:
            return Handed(media, None)
        try:
            return Handed(media, content, await self._glimpse(media, asker))
        except BaseException:
            content.close()
            raise

    async def _glimpse(self, media: Media, asker: Asker) -> bytes | None:
        """Give what is seen before the video plays; without one Telegram makes its own."""
        if media.poster is None:
            return None
        return await glimpse(
            asker.viewer,
            media.poster,
            longest_side=GLIMPSE_SIDE_PX,
            max_bytes=GLIMPSE_BYTES,
            store=self.fitting.store,
            vault=self.fitting.vault,
            workers=self.fitting.workers,
            surface=asker.surface,
        )
