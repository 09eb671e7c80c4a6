"""Files that stay with the service: a worker asks for a block, and finds it in a window of memory that both hold.

A worker never has the whole of a large file, and the service never more of it than a block.
"""

import io
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import BinaryIO, cast

from core.work import Json, Memory, Source
from core.workers.wire import Broken

BLOCK_BYTES = 256 * 1024
BLOCKS_KEPT = 16
"""What a worker keeps of each file, so that sound and pictures that lie apart aren't fetched again and again."""


class Window:
    """The service's half: sources, and the memory that their blocks are shown in."""

    def __init__(self, sources: Sequence[Source]) -> None:
        """Take what an order may read."""
        self._sources = sources
        self.memory = Memory.empty("window")
        self.sizes_bytes = [source.size_bytes for source in sources]

    async def show(self, wanted: Json) -> int:
        """Show a block, named as [file, number], and give its length. Raises Broken for what names none."""
        source, start = self._place(wanted)
        shown = 0
        async for piece in source.read(start, start + BLOCK_BYTES):
            self.memory.write(shown, piece)
            shown += len(piece)
        return shown

    def _place(self, wanted: Json) -> tuple[Source, int]:
        match wanted:
            case [int(file), int(number)] if 0 <= file < len(self._sources):
                if 0 <= number * BLOCK_BYTES < self.sizes_bytes[file]:
                    return self._sources[file], number * BLOCK_BYTES
        raise Broken("no such block")


class ServedFile(io.RawIOBase):
    """The worker's half: one file, to be read and searched."""

    def __init__(self, block: Callable[[int], bytes], size_bytes: int) -> None:
        """Take what gives a block by its number."""
        super().__init__()
        self._block = lru_cache(BLOCKS_KEPT)(block)
        self._size_bytes = size_bytes
        self._at = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def seekable(self) -> bool:
        """It can be searched."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place. Raises ValueError for one before the start."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size_bytes}[whence]
        if base + offset < 0:
            raise ValueError("before the start")
        self._at = base + offset
        return self._at

    def tell(self) -> int:
        """Tell the place."""
        return self._at

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        """Fill a buffer up to the end of a block."""
        if self._at >= self._size_bytes:
            return 0
        number, offset = divmod(self._at, BLOCK_BYTES)
        piece = self._block(number)[offset : offset + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


def opened(ask: Callable[[Json], int], window: Memory, sizes_bytes: Sequence[int]) -> tuple[BinaryIO, ...]:
    """Open all that is served. `ask` sends what is wanted, and gives how much the window then shows."""

    def file(place: int) -> BinaryIO:
        raw = ServedFile(lambda number: window.read(0, ask([place, number])), sizes_bytes[place])
        return cast("BinaryIO", io.BufferedReader(raw))

    return tuple(file(place) for place in range(len(sizes_bytes)))
