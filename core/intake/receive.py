"""Take in a file: sealed while it streams in, looked at by a worker, and given back in a normal form."""

from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass

from core.errors import BadInput
from core.intake.kinds import SNIFF_BYTES, TAKEN, kind_of
from core.intake.upload import Staged, Upload
from core.ports import Ids, Vault, WorkerPool
from core.videos import AssetId, Media
from core.work import Memory, Product, Source, Work

TIMEOUT_S = 600.0
"""A minute of 4K at 60 frames a second takes about four on two cores."""

_MEDIA_TYPES = {Media.PICTURE: "image/jpeg", Media.SOUND: "audio/flac", Media.CLIP: "video/mp4"}


@dataclass(frozen=True)
class Clean:
    """One of the three normal forms, in memory that is its holder's to close.

    A picture is an upright sRGB JPEG. A sound is FLAC of 16 bits, 48 kHz, stereo. A clip is an upright MP4 of H.264
    (BT.709, square pixels) and AAC or no sound. None has metadata. Width and height are in pixels, 0 for a sound.
    `given_ms` is how long the whole was, when only its beginning was kept.
    """

    media: Media
    memory: Memory
    media_type: str
    width: int
    height: int
    duration_ms: int | None
    given_ms: int | None


async def receive(
    upload: Upload,
    *,
    vault: Vault,
    workers: WorkerPool,
    ids: Ids,
    on_progress: Callable[[float], None] | None = None,
) -> Clean:
    """Normalise what somebody hands in. What was written on the way is gone when this returns, however it ends.

    Raises BadInput: file_empty; file_too_large(limit_bytes, given_bytes), the latter at least;
    file_kind_unknown(kind), see `kind_of`; and what the worker's side refuses (pictures, sounds, clips).
    Raises LimitReached: worker_limit for what takes too much time or memory; disk_full.
    """
    async with aclosing(_Given(upload)) as given:
        kind = kind_of(await given.head())
        taken = TAKEN.get(kind)
        if taken is None:
            raise BadInput("file_kind_unknown", kind=kind)
        _check_size(upload.declared_size or 0, taken.largest_bytes)
        async with _staged(upload, given.chunks(taken.largest_bytes), vault, ids) as staged:
            product = await workers.run(
                taken.task,
                Work({"kind": kind, "opener": taken.opener}),
                serving=(staged,),
                on_progress=on_progress,
                timeout_s=TIMEOUT_S,
            )
    return _clean(product)


@asynccontextmanager
async def _staged(upload: Upload, chunks: AsyncIterator[bytes], vault: Vault, ids: Ids) -> AsyncIterator[Source]:
    """Seal a file for the length of a block; one that was sealed while it came is there already."""
    if isinstance(upload, Staged):
        yield upload.source
        return
    async with vault.stage(AssetId(ids.new()), chunks) as staged:
        yield staged


class _Given:
    """An upload whose beginning can be looked at before all of it is read."""

    def __init__(self, upload: Upload) -> None:
        self._upload = upload
        self._chunks = upload.chunks()
        self._begun = b""

    async def head(self) -> bytes:
        while len(self._begun) < SNIFF_BYTES and (chunk := await anext(self._chunks, None)) is not None:
            self._begun += chunk
        if not self._begun:
            raise BadInput("file_empty")
        return self._begun[:SNIFF_BYTES]

    async def chunks(self, largest_bytes: int) -> AsyncIterator[bytes]:
        """Give all bytes, and no more than the limit."""
        given_bytes = len(self._begun)
        _check_size(max(given_bytes, self._upload.declared_size or 0), largest_bytes)
        yield self._begun
        async for chunk in self._chunks:
            given_bytes += len(chunk)
            _check_size(given_bytes, largest_bytes)
            yield chunk

    async def aclose(self) -> None:
        """Let go of what the upload holds."""
        closing = getattr(self._chunks, "aclose", None)
        if closing is not None:
            with suppress(RuntimeError):  # what still reads it lets go of it when it ends
                await closing()


def _check_size(given_bytes: int, limit_bytes: int) -> None:
    if given_bytes > limit_bytes:
        raise BadInput("file_too_large", limit_bytes=limit_bytes, given_bytes=given_bytes)


def _clean(product: Product) -> Clean:
    facts = product.facts
    media = Media(facts["media"])
    return Clean(
        media,
        product.parts[media.value],
        _MEDIA_TYPES[media],
        facts["width"],
        facts["height"],
        facts["duration_ms"],
        facts["given_ms"],
    )
