"""Many videos, some of which are erased after the backup: what a restore brings back, byte by byte."""

import random
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from core.people import Viewer
from core.storage.sealing import PREFIX_BYTES, Seal
from core.videos import AssetId, VideoId
from tests.backing_up import backed_up, files_in, put_back, rows
from tests.erasing import House

SIZE_BYTES = 600
_MARK = re.compile(rb"mark-(\d{8})")
_COLUMNS = {"videos": ("id", "number", "failure", "wrapped_key", "words"), "assets": ("id", "video", "wrapped_key")}


@dataclass(frozen=True)
class Crowd:
    """Who owns the videos, and their ids by number."""

    owner: Viewer
    videos: dict[int, VideoId]


async def crowd_in(house: House, many: int) -> Crowd:
    """Keep so many videos that are ready, each with a mark of its own in its keys, its words and its bytes."""
    owner = await house.parts.person()
    first = await house.made(owner, SIZE_BYTES)
    names = {number: (house.parts.ids.new(), house.parts.ids.new()) for number in range(2, many + 1)}
    with closing(sqlite3.connect(house.parts.folder / "hushreel.db")) as tables:
        tables.row_factory = sqlite3.Row
        video = dict(tables.execute("SELECT * FROM videos").fetchone())
        output = dict(tables.execute("SELECT * FROM assets WHERE role = 'output'").fetchone())
        with tables:
            for number, (name, asset) in names.items():
                mark = _mark(number)
                own = {"id": name.hex, "number": number, "failure": mark.decode()}
                _keep(tables, "videos", video | own | {"wrapped_key": mark * 4, "words": mark * 6})
                _keep(tables, "assets", output | {"id": asset.hex, "video": name.hex, "wrapped_key": mark * 4})
            tables.execute("UPDATE people SET last_number = ?", (many,))
    blobs = house.parts.folder / "blobs"
    for number, (_, asset) in names.items():
        length = Seal(bytes(32), bytes(PREFIX_BYTES), AssetId(asset), SIZE_BYTES).sealed_bytes
        (blobs / str(asset)).write_bytes((_mark(number) * length)[:length])
    return Crowd(owner, {1: first} | {number: VideoId(name) for number, (name, _) in names.items()})


async def check_restored(house: House, shelf: Path, many: int, chance: random.Random) -> int:
    """Erase about half of many videos after a backup, put it back, and see that just the others are there.

    Gives how many were erased.
    """
    crowd = await crowd_in(house, many)
    made = backed_up(house, shelf)
    before = {name: _row_of(house.parts.folder, name) for name in _COLUMNS}
    blobs = files_in(house.parts.folder / "blobs")
    erased = {number for number in crowd.videos if number > 1 and chance.random() < 1 / 2}
    for number in chance.sample(sorted(erased), len(erased)):
        await house.ask(crowd.owner, crowd.videos[number])
    put = await put_back(house, made)
    restored = house.parts.folder.parent / "new"
    assert (put.settled.erased, put.settled.videos) == (len(erased), many - len(erased))
    kept = set(crowd.videos) - erased
    assert _marks(files_in(restored).values()) == kept - {1}
    gone = {crowd.videos[number].hex for number in erased}
    after = {name: _row_of(restored, name) for name in _COLUMNS}
    assert after["videos"] == {name: row for name, row in before["videos"].items() if name not in gone}
    assert after["assets"] == {name: row for name, row in before["assets"].items() if row[1] not in gone}
    named = {str(UUID(name)) for name in after["assets"]}
    assert files_in(restored / "blobs") == {name: content for name, content in blobs.items() if name in named}
    return len(erased)


def _mark(number: int) -> bytes:
    return b"mark-%08d" % number


def _marks(contents: Iterable[bytes]) -> set[int]:
    return {int(found[1]) for content in contents for found in _MARK.finditer(content)}


def _keep(tables: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    columns, places = ", ".join(row), ", ".join("?" * len(row))
    tables.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", list(row.values()))  # noqa: S608


def _row_of(folder: Path, table: str) -> dict[str, tuple[object, ...]]:
    columns = ", ".join(_COLUMNS[table])
    return {row[0]: row for row in rows(folder, f"SELECT {columns} FROM {table}")}  # noqa: S608
