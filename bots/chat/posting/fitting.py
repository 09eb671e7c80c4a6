"""The bytes of a video for a message: through the gate, and no more of them than the place takes."""

import os
from dataclasses import dataclass
from io import BufferedReader

from bots.chat.command import Asker
from bots.chat.reply import Media
from core.errors import NotFound
from core.generation.fit import fit
from core.grants import Through
from core.marks import Marker
from core.ports import Store, Vault, WorkerPool
from core.sharing.seen import note_opening
from core.videos import Asset


@dataclass(frozen=True)
class Fitting:
    """Opens videos for messages."""

    store: Store
    vault: Vault
    workers: WorkerPool
    marker: Marker

    async def fits(self, media: Media, asker: Asker, max_bytes: int) -> bool:
        """Say whether a video has at most `max_bytes`. Raises NotFound for what the asker may not open."""
        return (await self._asset(media, asker)).size_bytes <= max_bytes

    async def content(self, media: Media, asker: Asker, max_bytes: int) -> BufferedReader | None:
        """Give a video's bytes in memory, at most `max_bytes` of them; None for one that can't be made to fit.

        Raises NotFound for what the asker may not open.
        """
        asset = await self._asset(media, asker)
        memory = await fit(
            asker.viewer,
            asset.video,
            asset.id,
            max_bytes,
            store=self.store,
            vault=self.vault,
            workers=self.workers,
            marker=self.marker,
            surface=asker.surface,
        )
        if memory is None:
            return None
        await note_opening(asker.viewer, asset.video, Through(asker.identity.platform.value), store=self.store)
        content = os.fdopen(os.dup(memory.fd), "rb")
        memory.close()
        content.seek(0)
        return content

    async def _asset(self, media: Media, asker: Asker) -> Asset:
        async with self.store.read() as reads:
            found = await reads.asset(asker.viewer, media.output, asker.surface)
        if found is None:
            raise NotFound("asset_not_found")
        return found[0]
