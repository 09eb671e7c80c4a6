"""The bytes of a video for a message: through the gate, and no more of them than the place takes."""

import os
from dataclasses import dataclass

import discord

from bots.chat.command import Asker
from bots.chat.reply import Media
from bots.discord_bot.words import Words, alt
from core.errors import NotFound
from core.generation.fit import fit
from core.ports import Store, Vault, WorkerPool
from core.videos import Asset

SPARE_BYTES = 64 * 1024
"""What the rest of a message takes of its limit."""


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
    """Opens videos for messages."""

    store: Store
    vault: Vault
    workers: WorkerPool

    async def fits(self, media: Media, asker: Asker, max_bytes: int) -> bool:
        """Say whether a video fits into a message as it is. Raises NotFound for what the asker may not open."""
        return (await self._asset(media, asker)).size_bytes <= max_bytes - SPARE_BYTES

    async def handed(self, media: Media, asker: Asker, max_bytes: int, words: Words, *, spoiler: bool) -> Handed:
        """Give a video as a file of at most `max_bytes`. Raises NotFound for what the asker may not open."""
        asset = await self._asset(media, asker)
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
            return Handed(None)
        content = os.fdopen(os.dup(memory.fd), "rb")
        memory.close()
        content.seek(0)
        file = discord.File(content, media.file_name, spoiler=spoiler, description=alt(media, words))
        return Handed(file)

    async def _asset(self, media: Media, asker: Asker) -> Asset:
        async with self.store.read() as reads:
            found = await reads.asset(asker.viewer, media.output, asker.surface)
        if found is None:
            raise NotFound("asset_not_found")
        return found[0]
