"""Take in a picture: read it into memory, look what it is, and let a worker make a clean one of it."""

from dataclasses import dataclass

from core.errors import BadInput
from core.intake.kinds import PICTURES, SNIFF_BYTES, kind_of
from core.intake.limits import PICTURE_LARGEST_BYTES
from core.intake.upload import Upload
from core.ports import WorkerPool
from core.work import Memory, Work

TASK = "picture_normalise"
TIMEOUT_S = 60.0
MEDIA_TYPE = "image/jpeg"


@dataclass(frozen=True)
class Still:
    """A normalised picture: upright sRGB without any metadata. Width and height in pixels."""

    memory: Memory
    media_type: str
    width: int
    height: int


async def receive(upload: Upload, workers: WorkerPool) -> Still:
    """Normalise a picture that somebody hands in; the memory of what comes back is the caller's to close.

    Raises BadInput: file_empty; file_too_large(limit_bytes, given_bytes), the latter at least;
    file_kind_unknown(kind), see `kind_of`; and what core.intake.normalise refuses.
    Raises LimitReached("worker_limit") for a picture that takes too much time or memory.
    """
    with Memory.empty("picture") as given:
        await _fill(given, upload)
        kind = kind_of(given.read(0, SNIFF_BYTES))
        if kind not in PICTURES:
            raise BadInput("file_kind_unknown", kind=kind)
        product = await workers.run(TASK, Work({"kind": kind}, (given,)), timeout_s=TIMEOUT_S)
    return Still(product.parts["picture"], MEDIA_TYPE, product.facts["width"], product.facts["height"])


async def _fill(memory: Memory, upload: Upload) -> None:
    """Read a file into memory, and no further than the limit."""
    _check_size(upload.declared_size or 0)
    async for chunk in upload.chunks():
        _check_size(memory.append(chunk))
    if not memory.size_bytes:
        raise BadInput("file_empty")


def _check_size(given_bytes: int) -> None:
    if given_bytes > PICTURE_LARGEST_BYTES:
        raise BadInput("file_too_large", limit_bytes=PICTURE_LARGEST_BYTES, given_bytes=given_bytes)
