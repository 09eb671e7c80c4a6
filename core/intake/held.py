"""Uploads that come in pieces: sealed while they come, held for the person who began them, and read once."""

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from core.errors import BadInput, LimitReached, NotFound, PersonError
from core.intake.limits import CLIP_LARGEST_BYTES
from core.people import PersonId
from core.ports import Ids, Vault
from core.videos import PICTURES_MOST, AssetId
from core.work import Source

HELD_MOST = PICTURES_MOST + 1
"""How many files of one person are held at once: a sequence of pictures, and a sound."""

HELD_MOST_BYTES = 1_000_000_000
"""How many bytes all the files that are held for one person may have."""

SILENCE_S = 600.0
"""How long a file is held while nothing happens to it."""

AHEAD = 4
"""How many pieces may wait to be sealed: bounds memory, and lets the sender go no faster than the disk."""

READ_BYTES = 64 * 1024

Stage = Callable[[AsyncIterator[bytes]], AbstractAsyncContextManager[Source]]

log = logging.getLogger("hushreel.intake")


class OffsetMoved(Exception):
    """A piece that doesn't go on where the file stands. `offset` says where that is, in bytes."""

    def __init__(self, offset: int) -> None:
        """Name the right place."""
        super().__init__(offset)
        self.offset = offset


@dataclass
class HeldFile:
    """A whole file that is held. Satisfies core.intake.upload.Staged."""

    name: str
    declared_size: int | None
    source: Source

    async def chunks(self) -> AsyncIterator[bytes]:
        """Give its bytes in order."""
        for start in range(0, self.source.size_bytes, READ_BYTES):
            async for chunk in self.source.read(start, start + READ_BYTES):
                yield chunk


class Arrival:
    """One file on its way in. It ends by itself after a silence."""

    def __init__(self, name: str, size_bytes: int, stage: Stage, silence_s: float) -> None:
        """Begin to seal a file of `size_bytes`."""
        self.name = name
        self.size_bytes = size_bytes
        self.offset = 0
        self._silence_s = silence_s
        self._waiting: deque[bytes] = deque()
        self._changed = asyncio.Condition()
        self._writer = 0
        self._source: Source | None = None
        self._broken: PersonError | None = None
        self._used = False
        self.life = asyncio.create_task(self._live(stage))

    async def append(self, offset: int, pieces: AsyncIterator[bytes]) -> None:
        """Take pieces from `offset` on. A new writer takes over from an older one, whose connection may hang.

        Raises OffsetMoved for another place than where the file stands, and in the writer that was taken over from;
        BadInput("upload_overlong"); and what sealing broke for: LimitReached("disk_full"), NotFound after a silence.
        """
        self._writer += 1
        writer = self._writer
        if offset != self.offset:
            raise OffsetMoved(self.offset)
        async for piece in pieces:
            await self._push(piece, writer)

    async def _push(self, piece: bytes, writer: int) -> None:
        async with self._changed:
            await self._changed.wait_for(lambda: self._broken or len(self._waiting) < AHEAD)
            if self._broken:
                raise self._broken
            if writer != self._writer:
                raise OffsetMoved(self.offset)
            if self.offset + len(piece) > self.size_bytes:
                raise BadInput("upload_overlong")
            self._waiting.append(piece)
            self.offset += len(piece)
            self._changed.notify_all()

    async def _pieces(self) -> AsyncIterator[bytes]:
        """Give the pieces as they come. Raises TimeoutError after a silence."""
        given = 0
        while given < self.size_bytes:
            async with asyncio.timeout(self._silence_s), self._changed:
                await self._changed.wait_for(lambda: self._waiting)
                piece = self._waiting.popleft()
                self._changed.notify_all()
            given += len(piece)
            yield piece

    async def whole(self) -> HeldFile:
        """Give the sealed file. Raises BadInput("upload_unfinished") before the last byte, else as `append` does."""
        if self.offset < self.size_bytes:
            raise BadInput("upload_unfinished")
        async with self._changed:
            await self._changed.wait_for(lambda: self._source or self._broken)
        if self._source is None:
            raise self._broken or NotFound("upload_not_found")
        return HeldFile(self.name, self.size_bytes, self._source)

    def use(self) -> None:
        """Hold it until it is ended, however long that takes."""
        self._used = True

    async def end(self) -> None:
        """Remove what there is of it, and return when nothing is left."""
        self.life.cancel()
        await asyncio.wait([self.life])

    async def _live(self, stage: Stage) -> None:
        """Seal, and wait to be used; what broke is remembered as long, so that the sender learns it."""
        try:
            async with stage(self._pieces()) as source:
                await self._became(source, None)
                await asyncio.sleep(self._silence_s)
                if self._used:
                    await asyncio.Event().wait()
        except Exception as error:  # noqa: BLE001 - whoever sends the next piece is told
            await self._became(None, _told(error))
            await asyncio.sleep(self._silence_s)
        finally:
            await self._became(None, NotFound("upload_not_found"))

    async def _became(self, source: Source | None, broken: PersonError | None) -> None:
        async with self._changed:
            self._source, self._broken = source, broken
            self._waiting.clear()
            self._changed.notify_all()


def _told(error: Exception) -> PersonError:
    """Give what the sender is told: an unforeseen error is for the log."""
    if isinstance(error, PersonError):
        return error
    if not isinstance(error, TimeoutError):
        log.error("an upload broke: %s", type(error).__name__)
    return NotFound("upload_not_found")


class Held:
    """The files that people are sending, or have sent and not used yet."""

    def __init__(self, vault: Vault, ids: Ids, silence_s: float = SILENCE_S) -> None:
        """Seal into `vault`."""
        self._vault = vault
        self._ids = ids
        self._silence_s = silence_s
        self._arrivals: dict[tuple[PersonId, str], Arrival] = {}

    def begin(self, person: PersonId, name: str, size_bytes: int) -> str:
        """Expect a file, and give the name under which it can be sent.

        Raises BadInput("file_too_large", limit_bytes, given_bytes); LimitReached: too_many_uploads(limit),
        uploads_too_large(limit_bytes).
        """
        if size_bytes > CLIP_LARGEST_BYTES:
            raise BadInput("file_too_large", limit_bytes=CLIP_LARGEST_BYTES, given_bytes=size_bytes)
        own = [arrival.size_bytes for (whose, _), arrival in self._arrivals.items() if whose == person]
        if len(own) >= HELD_MOST:
            raise LimitReached("too_many_uploads", limit=HELD_MOST)
        if sum(own) + size_bytes > HELD_MOST_BYTES:
            raise LimitReached("uploads_too_large", limit_bytes=HELD_MOST_BYTES)
        key = (person, self._ids.token())
        arrival = self._arrivals[key] = Arrival(name, size_bytes, self._stage, self._silence_s)
        arrival.life.add_done_callback(lambda _: self._arrivals.pop(key, None))
        return key[1]

    def _stage(self, pieces: AsyncIterator[bytes]) -> AbstractAsyncContextManager[Source]:
        return self._vault.stage(AssetId(self._ids.new()), pieces)

    def find(self, person: PersonId, upload: str) -> Arrival:
        """Give a file on its way. Raises NotFound("upload_not_found"), also for somebody else's."""
        found = self._arrivals.get((person, upload))
        if found is None:
            raise NotFound("upload_not_found")
        return found

    @asynccontextmanager
    async def taken(self, person: PersonId, uploads: Sequence[str]) -> AsyncIterator[list[HeldFile]]:
        """Give whole files for the length of a block; afterwards nothing of them is held.

        Raises NotFound("upload_not_found"), BadInput("upload_unfinished"), and then all are held as before.
        """
        arrivals = [self.find(person, one) for one in uploads]
        staged = [await arrival.whole() for arrival in arrivals]
        async with AsyncExitStack() as ending:
            for arrival, upload in zip(arrivals, uploads, strict=True):
                arrival.use()
                self._arrivals.pop((person, upload), None)
                ending.push_async_callback(arrival.end)
            yield staged

    async def close(self) -> None:
        """Remove what is held."""
        for arrival in list(self._arrivals.values()):
            await arrival.end()
