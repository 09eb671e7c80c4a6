"""Take in whatever is handed in, and give it back in its normal form."""

from dataclasses import dataclass

from core.intake import picture
from core.intake.upload import Upload
from core.ports import Ids, Vault, WorkerPool
from core.videos import Media
from core.work import Memory


@dataclass(frozen=True)
class Clean:
    """An input in normal form. Width and height in pixels, 0 for a sound; the memory is the caller's to close.

    `given_ms` is how long the source is, where that is more than is kept.
    """

    media: Media
    memory: Memory
    media_type: str
    width: int
    height: int
    duration_ms: int | None = None
    given_ms: int | None = None


async def receive(upload: Upload, *, vault: Vault, workers: WorkerPool, ids: Ids) -> Clean:
    """Normalise what somebody hands in."""
    del vault, ids
    still = await picture.receive(upload, workers)
    return Clean(Media.PICTURE, still.memory, still.media_type, still.width, still.height)
