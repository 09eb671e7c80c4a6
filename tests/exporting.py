"""What tests of exports share: a village in which everything was done, and archives that are made and read."""

import io
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any
from zipfile import ZipFile

from bots.chat.archive import archive_page
from core.erasure.holdings import HOLDINGS
from core.exporting.export import Exporter, ExportSweep, request
from core.exporting.gather import DATA
from core.exports import ExportId
from core.gate import Surface
from core.generation.progress import Board, ProgressBoard
from core.people import Identity, Viewer
from core.videos import AssetId
from tests.departing import Village
from tests.erasing import MortalSteps
from tests.parts import HERE, Parts

Files = dict[str, bytes]


@dataclass
class Exporting:
    """A village whose people ask for archives."""

    village: Village

    @property
    def parts(self) -> Parts:
        """The real parts."""
        return self.village.parts

    def exporter(self, progress: ProgressBoard | None = None) -> Exporter:
        """Give the flow."""
        parts = self.parts
        return Exporter(parts.store, parts.vault, parts.revocations, parts.clock, progress or Board(), archive_page)

    @property
    def sweep(self) -> ExportSweep:
        """Give what removes archives."""
        parts = self.parts
        return ExportSweep(parts.store, parts.vault, parts.revocations, parts.clock)

    async def fill(self, owner: Viewer) -> None:
        """Put bytes of its own into each asset of somebody's videos."""
        parts = self.parts
        async with parts.store.read() as reads:
            views = await reads.videos(owner, limit=100)
        for asset in [one for view in views for one in view.assets]:
            content = f"bytes of {asset.id} ".encode() * 2_000
            sealed = await parts.vault.seal(asset.id, _piece(content), len(content))
            async with parts.store.write() as writes:
                await writes.add_asset(replace(asset, size_bytes=len(content)), sealed)

    async def ask(self, identity: Identity, language: str = "en") -> ExportId:
        """Ask for one's archive."""
        viewer = await self.village.meet(identity)
        return await request(viewer, language, HERE, store=self.parts.store, ids=self.parts.ids)

    async def make(self, identity: Identity, language: str = "en") -> Files:
        """Ask for one's archive, have it made, and read it."""
        export = await self.ask(identity, language)
        await self.exporter().export(MortalSteps(), str(export))
        return await self.read(await self.village.meet(identity))

    async def bytes(self, viewer: Viewer, surface: Surface = HERE) -> bytes | None:
        """Open an archive as somebody; None where they can't."""
        async with self.parts.store.read() as reads:
            found = await reads.export_bytes(viewer, surface)
        if found is None:
            return None
        asset, decision = found
        stream = await self.parts.vault.open(asset.id, decision)
        return b"".join([chunk async for chunk in stream.read(0, asset.size_bytes)])

    async def read(self, viewer: Viewer) -> Files:
        """Read somebody's archive, file by file."""
        content = await self.bytes(viewer)
        assert content is not None
        with ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name) for name in archive.namelist()}

    async def strays(self) -> list[AssetId]:
        """Name sealed bytes that no row names."""
        sealed = await self.parts.vault.sealed_before(2**53)
        known = await self.parts.store.ledger.known(sealed)
        return [one for one in sealed if one not in known]

    async def make_checked(self, identity: Identity) -> Files:
        """Have an archive made, and compare its rows with what the database had of theirs, table by table."""
        export, viewer = await self.ask(identity), await self.village.meet(identity)
        ids = self._ids(viewer)
        parts = [(holding.name, part) for holding in HOLDINGS for part in holding.parts]
        names = {part.table: [one for one in part.names if one not in part.described.unasked] for _, part in parts}
        there = {table: self._counted(table, asked, ids) if asked else 0 for table, asked in names.items()}
        await self.exporter().export(MortalSteps(), str(export))
        files = await self.read(viewer)
        rows = data_of(files)["rows"]
        for holding, part in parts:
            told = rows[holding].get(part.table, [])
            mine = [one for one in told if any(one.get(name) == "you" for name in names[part.table])]
            assert len(mine) == there[part.table], part.table
            assert all(one[name] == "you" for one in told for name in part.names if name in one), part.table
        return files

    def _ids(self, viewer: Viewer) -> list[str]:
        assert viewer.person
        rows = self._query("SELECT origin FROM identities WHERE person = ?", [viewer.person.hex])
        return [viewer.person.hex, *(one for (one,) in rows if one != viewer.person.hex)]

    def _counted(self, table: str, names: list[str], ids: list[str]) -> int:
        """Count past every door the rows that name one of some people."""
        marks = ", ".join("?" for _ in ids)
        named = " OR ".join(f'"{name}" IN ({marks})' for name in names)
        query = f'SELECT count(*) FROM "{table}" WHERE {named}'  # noqa: S608 - names of our own tables
        return int(self._query(query, ids * len(names))[0][0])

    def rows(self) -> list[tuple[Any, ...]]:
        """Give the rows of exports past every door: person, key, size."""
        return self._query("SELECT person, wrapped_key, size_bytes FROM exports", [])

    def _query(self, query: str, values: list[str]) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.parts.folder / "hushreel.db")) as connection:
            return list(connection.execute(query, values))


async def _piece(content: bytes) -> AsyncIterator[bytes]:
    yield content


def data_of(files: Files) -> dict[str, Any]:
    """Read an archive's data."""
    found: dict[str, Any] = json.loads(files[DATA])
    return found
