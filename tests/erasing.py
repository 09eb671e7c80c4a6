"""What tests of erasing share: a house to erase in, and steps of a flow that can die."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import sqlalchemy as sa

from core.erasure.erase import Eraser, Shutting, request
from core.gate import Surface
from core.generation.order import Wish
from core.people import Viewer
from core.ports import Result
from core.receipts import Opened
from core.records import Receipt, SealedBytes
from core.storage.database import open_database
from core.storage.journal import ErasureJournal
from core.storage.tables import assets, videos
from core.videos import Asset, AssetId, AssetRole, VideoId
from tests.parts import HERE, Parts, shutting_of

WISH = Wish("a lighthouse MARKERPROMPT at dusk", seconds=3)
TITLE = "MARKERTITLE"
STEPS = ("gather", "bytes", "rows", "scrub", "receipt")


@dataclass
class House:
    """The parts, and what erasing needs besides."""

    parts: Parts
    journal: ErasureJournal
    shutting: Shutting
    eraser: Eraser

    async def ask(self, viewer: Viewer, video: VideoId, surface: Surface = HERE) -> Opened:
        """Ask for an erasure, as chat does."""
        return await request(viewer, video, surface, self.shutting)

    async def made(self, owner: Viewer, size_bytes: int = 200_000) -> VideoId:
        """Make a video that is ready: words, a title, an input, an output and a poster."""
        video = await self.parts.create(owner, WISH)
        await self.grow(video, AssetRole.INPUT, size_bytes)
        async with self.parts.store.write() as writes:
            await writes.move_video(video, "start")
            await writes.rename(video, TITLE)
        for role in (AssetRole.OUTPUT, AssetRole.POSTER):
            await self.grow(video, role, size_bytes)
        async with self.parts.store.write() as writes:
            await writes.move_video(video, "finish")
        return video

    async def grow(self, video: VideoId, role: AssetRole, size_bytes: int) -> None:
        """Seal bytes and keep their row."""
        asset, sealed = await self.seal(video, role, size_bytes)
        async with self.parts.store.write() as writes:
            await writes.add_asset(asset, sealed)

    async def seal(self, video: VideoId, role: AssetRole, size_bytes: int) -> tuple[Asset, SealedBytes]:
        """Seal bytes that no row names yet."""

        async def content() -> AsyncIterator[bytes]:
            yield (b"MARKERBYTES" * (size_bytes // 11 + 1))[:size_bytes]

        name = AssetId(self.parts.ids.new())
        sealed = await self.parts.vault.seal(name, content(), size_bytes)
        return Asset(name, video, role, "video/mp4", size_bytes, 160, 90), sealed

    async def receipt(self, viewer: Viewer, video: VideoId) -> Receipt | None:
        """Give the receipt that says that nothing here holds anything of a video; None before."""
        found = await self.opened(viewer, video)
        return None if found is None or found.erasing else found

    async def opened(self, viewer: Viewer, video: VideoId) -> Receipt | None:
        """Give the receipt from its first version on."""
        async with self.parts.store.read() as reads:
            return await reads.receipt(viewer, video)

    async def rows(self, query: sa.Select[Any]) -> list[Any]:
        """Ask the database past every door."""
        database = open_database(self.parts.folder / "hushreel.db")
        async with database.reading() as connection:
            found = (await connection.execute(query)).all()
        await database.close()
        return list(found)

    async def secrets(self, video: VideoId) -> list[bytes]:
        """Give everything at rest that could bring a video back: wrapped keys, sealed words, nonces, sealed bytes."""
        (words,) = await self.rows(sa.select(videos.c.wrapped_key, videos.c.words).where(videos.c.id == video))
        parts = await self.rows(sa.select(assets.c.wrapped_key, assets.c.nonce_prefix).where(assets.c.video == video))
        sealed = [path.read_bytes()[:64] for path in self.parts.sealed_files]
        return [*words, *(value for row in parts for value in row), *sealed]

    def files(self) -> dict[Path, bytes]:
        """Read every file: data, keys, journal."""
        return {path: path.read_bytes() for path in self.parts.folder.parent.rglob("*") if path.is_file()}

    def found(self, secrets: list[bytes]) -> list[tuple[str, int]]:
        """Say which of some bytes are in which file."""
        return [
            (path.name, number)
            for path, content in self.files().items()
            for number, secret in enumerate(secrets)
            if secret in content
        ]

    async def told(self) -> list[tuple[str, str]]:
        """Carry out the outbox, and give what it said."""
        said = []
        while rows := await self.parts.store.ledger.claim(frozenset({"web", "engine"}), 1_000, 100):
            for row in rows:
                said.append((row.surface, row.kind))
                await self.parts.store.ledger.settle(row.id)
        return said


def house_of(parts: Parts) -> House:
    """Join the parts with a journal and a flow."""
    shutting = shutting_of(parts)
    eraser = Eraser(parts.store, parts.vault, parts.revocations, shutting.issuer)
    return House(parts, cast("ErasureJournal", shutting.journal), shutting, eraser)


class Killed(BaseException):
    """The process is gone."""


@dataclass
class MortalSteps:
    """Steps that die once, before or after what step `at` did was remembered; the next life goes on from there."""

    at: str = ""
    remembered: bool = False
    results: dict[str, str] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)

    async def step(self, name: str, do: Callable[[], Awaitable[Result]]) -> Result:
        """Run a step, remember its JSON, and perhaps die."""
        if name not in self.results:
            result = await do()
            self.done.append(name)
            self._die_at(name, remembered=False)
            self.results[name] = json.dumps(result)
            self._die_at(name, remembered=True)
        kept: Result = json.loads(self.results[name])
        return kept

    def _die_at(self, name: str, *, remembered: bool) -> None:
        if (self.at, self.remembered) == (name, remembered):
            self.at = ""
            raise Killed
