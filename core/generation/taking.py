"""Files that come with a wish: taken in for the length of a block, and what is known of them then."""

from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager

from core.generation.ask import Input
from core.generation.given import Given
from core.generation.seals import chunks_of
from core.intake.receive import Clean, receive
from core.intake.upload import Upload
from core.ports import Ids, Vault, WorkerPool
from core.videos import USED_IN_ORDER

Piece = tuple[Given, Input]
"""One input on its way into the vault, with its facts."""


@asynccontextmanager
async def taken_in(
    files: Sequence[Upload], *, vault: Vault, workers: WorkerPool, ids: Ids
) -> AsyncIterator[Sequence[Clean]]:
    """Take files in, in the order in which they are given; after the block nothing of them is in memory.

    Raises what intake refuses a file for (`receive`).
    """
    with ExitStack() as closing:
        cleans = []
        for upload in files:
            clean = await receive(upload, vault=vault, workers=workers, ids=ids)
            closing.callback(clean.memory.close)
            cleans.append(clean)
        yield cleans


def pieces_of(cleans: Sequence[Clean]) -> list[Piece]:
    """Give files that were taken in on their way into the vault."""
    return [(Given(one.media, one.width, one.height, one.duration_ms), _input(one)) for one in cleans]


def in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """Give inputs in the order in which they are used: pictures, clips, sounds; those of a kind stay as they came."""
    return sorted(pieces, key=lambda piece: USED_IN_ORDER.index(piece[0].media))


def _input(clean: Clean) -> Input:
    memory = clean.memory
    return Input(chunks_of(memory), memory.size_bytes, clean.media_type, clean.width, clean.height, clean.duration_ms)


def cut_of(cleans: Sequence[Clean]) -> int | None:
    """Give how long the clip or sound is of which only the first minute is kept, in milliseconds; None for none."""
    return next((clean.given_ms for clean in cleans if clean.given_ms is not None), None)
