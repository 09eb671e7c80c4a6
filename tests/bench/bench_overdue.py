"""End dates after a long sleep: 10,000 videos that fell due, closed and taken out of every file."""

import asyncio
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from core.erasure.sweep import sweep
from core.storage.keys import MasterKey
from core.storage.words import seal_words
from core.videos import AssetId, VideoId
from tests.bench.row import Row
from tests.erasing import House, house_of
from tests.keeping import WORDS
from tests.parts import RETENTION_MS, parts_in

OVERDUE = 10_000
MOST_S = 60.0
SIZE_BYTES = 20_000
"""A sealed file each: what takes time is that it is one, not how long it is."""


def rows() -> list[Row]:
    """Let a house sleep until all of its videos are overdue, and measure the first sweep."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_rows(Path(folder)))


async def _rows(folder: Path) -> list[Row]:
    async with parts_in(folder / "data") as parts:
        house = house_of(parts)
        await _fill(house)
        parts.clock.advance(RETENTION_MS + 1)
        owner = await parts.person()
        begun = time.perf_counter()
        async with parts.store.read() as reads:
            open_still = len(await reads.videos(owner, limit=OVERDUE))
        refused_ms = (time.perf_counter() - begun) * 1_000
        begun = time.perf_counter()
        closed = await sweep(house.shutting, house.eraser)
        taken_s = time.perf_counter() - begun
        left = len(parts.sealed_files)
    note = f"{closed:,} closed, journalled, receipted, out of tables and store; {left} files left"
    return [
        Row(f"{OVERDUE:,} overdue videos erased", taken_s, "s", f"at most {MOST_S:g}", taken_s <= MOST_S, note),
        Row("open before the sweep", open_still, "videos", "0", open_still == 0, f"one look: {refused_ms:.0f} ms"),
    ]


async def _fill(house: House) -> None:
    """Make one video as the service does, and rows and files like it."""
    parts = house.parts
    owner = await parts.person()
    first = await house.made(owner, SIZE_BYTES)
    asset = (await parts.seen(owner, first)).assets[0].id
    sealed = (parts.folder / "blobs" / str(asset)).read_bytes()
    key = MasterKey.load(parts.folder.parent / "keys" / "master.key", parts.folder)
    with closing(sqlite3.connect(parts.folder / "hushreel.db")) as database, database:
        database.row_factory = sqlite3.Row
        video_row, asset_row = (
            dict(database.execute(f"SELECT * FROM {table} WHERE id = ?", (name.hex,)).fetchone())  # noqa: S608
            for table, name in (("videos", first), ("assets", asset))
        )
        for number in range(2, OVERDUE + 1):
            video, another = VideoId(parts.ids.new()), AssetId(parts.ids.new())
            wrapped_key, words = seal_words(WORDS, video, key)
            own = {"id": video.hex, "number": number, "wrapped_key": wrapped_key, "words": words}
            _insert(database, "videos", video_row | own)
            _insert(database, "assets", asset_row | {"id": another.hex, "video": video.hex})
            (parts.folder / "blobs" / str(another)).write_bytes(sealed)


def _insert(database: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    marks = ", ".join(f":{name}" for name in row)
    database.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608 - names of columns
