"""The bytes of a video for a message: through the gate, and no more of them than the place takes."""

import io
from dataclasses import dataclass

import discord

from bots.chat.command import Asker
from bots.chat.posting.fitting import Fitting
from bots.chat.reply import Media, Picture
from bots.discord_bot.words import Words, alt, described
from core.publishing.blurred import blurred

SPARE_BYTES = 64 * 1024
"""What the rest of a message takes of its limit."""

POSTER_FILE = "blurred.jpg"


@dataclass(frozen=True)
class Handed:
    """A file for a message; without one, the video doesn't fit."""

    file: discord.File | None

    def close(self) -> None:
        """Give the memory back: the library closes only what it opened."""
        if self.file is not None:
            self.file.close()
            self.file.fp.close()


@dataclass(frozen=True)
class Files:
    """Opens videos for messages, and blurred posters."""

    fitting: Fitting

    async def poster(self, picture: Picture, asker: Asker, words: Words) -> discord.File:
        """Give a blurred poster as a file. Raises NotFound for what the asker may not open."""
        parts = self.fitting
        content = await blurred(
            asker.viewer, picture.asset, asker.surface, store=parts.store, vault=parts.vault, workers=parts.workers
        )
        return discord.File(io.BytesIO(content), POSTER_FILE, description=described(picture.alt, words))

    async def fits(self, media: Media, asker: Asker, max_bytes: int) -> bool:
        """Say whether a video fits into a message as it is. Raises NotFound for what the asker may not open."""
        return await self.fitting.fits(media, asker, max_bytes - SPARE_BYTES)

    async def handed(self, media: Media, asker: Asker, max_bytes: int, words: Words, *, spoiler: bool) -> Handed:
        """Give a video as a file of at most `max_bytes`. Raises NotFound for what the asker may not open."""
        content = await self.fitting.content(media, asker, max_bytes - SPARE_BYTES)
        if content is None:
            return Handed(None)
        file = discord.File(content, media.file_name, spoiler=spoiler, description=alt(media, words))
        return Handed(file)
