"""What tests of backups share: a house whose owner backs up, and a backup taken apart."""

import json
import sqlite3
import tarfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, closing, contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bots.settings import Settings
from bots.wiring.restoring import PutBackTo, restore
from core.people import Viewer
from core.storage.backups.making import Made, Source, make, new_header
from core.storage.backups.notes import BackupNotes
from core.storage.backups.parcel import Opening
from core.storage.backups.restoring import finish
from core.storage.backups.shelf import name_of
from core.storage.journal import position
from core.storage.keys import BackupKey, MasterKey
from core.storage.tables import assets, videos
from core.storage.vault import bucket_of
from core.videos import VideoId
from tests.erasing import House, house_of
from tests.parts import parts_in


def settings_of(house: House, data: str = "data") -> Settings:
    """Give the settings of a house, or of another data folder beside it: same keys, same journal."""
    top = house.parts.folder.parent
    keys = top / "keys"
    return Settings(data_dir=top / data, key_file=keys / "master.key", erasure_journal=keys / "erasure.journal")


def key_of(keys: Path) -> BackupKey:
    """Give the backup key."""
    return BackupKey.load(keys / "backup.key")


def notes_of(house: House) -> BackupNotes:
    """Give the notes of a house's backups."""
    return BackupNotes(house.parts.folder.parent / "keys" / "backups.log", house.parts.clock)


def source_of(house: House, bucket: Any = None) -> Source:
    """Say what of a house is backed up."""
    folder, keys = house.parts.folder, house.parts.folder.parent / "keys"
    return Source(
        tables=folder / "hushreel.db",
        bucket=bucket or bucket_of(folder / "blobs"),
        key=MasterKey.load(keys / "master.key", folder).fingerprint().decode(),
        journal=position(keys / "erasure.journal", folder),
        version="test",
    )


def backed_up(house: House, folder: Path, bucket: Any = None) -> Made:
    """Make a backup in a folder, of a house that was served."""
    folder.mkdir(exist_ok=True)
    house.journal.begin()
    key = key_of(house.parts.folder.parent / "keys")
    header = new_header(house.parts.ids.new(), house.parts.clock.now_ms(), key)
    target = folder / name_of(header.id, header.made_at_ms)
    return make(target, header, source_of(house, bucket), key, notes_of(house), lambda _done, _of: None)


def content_of(backup: Path, key: BackupKey) -> Mapping[str, bytes]:
    """Open a backup, and give everything in it by name."""
    found = {}
    with backup.open("rb") as opened:
        opening = Opening(backup, opened, key)
        content = bytearray()
        while piece := opening.read(1_000_000):
            content += piece
    with tarfile.open(fileobj=BytesIO(bytes(content))) as archive:
        for one in archive:
            inside = archive.extractfile(one)
            assert inside is not None
            found[one.name] = inside.read()
    return found


@contextmanager
def tables_of(content: Mapping[str, bytes]) -> Iterator[sqlite3.Connection]:
    """Open a backup's tables. In memory there is no write-ahead log, so that the file's header must not name one."""
    file = bytearray(content["hushreel.db"])
    file[18:20] = b"\1\1"
    with closing(sqlite3.connect(":memory:")) as copy:
        copy.deserialize(bytes(file))
        yield copy


def manifest_of(content: Mapping[str, bytes]) -> dict[str, Any]:
    """Read a backup's manifest."""
    told: dict[str, Any] = json.loads(content["manifest.json"])
    return told


async def put_back(
    house: House, made: Made, into: str = "new", *, replace: bool = False, under_hold: bool = False
) -> PutBackTo:
    """Restore into another data folder beside the house, with its keys and its journal."""
    return await restore(settings_of(house, into), made.path, house.parts.clock, replace=replace, under_hold=under_hold)


@asynccontextmanager
async def opened(house: House, data: str = "new") -> AsyncIterator[House]:
    """Open what was put back, as a start does."""
    folder = house.parts.folder.parent / data
    finish(folder)
    async with AsyncExitStack() as closing_:
        yield house_of(await closing_.enter_async_context(parts_in(folder, 77, house.parts.clock)))


def files_in(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


async def traces(house: House, video: VideoId) -> list[bytes]:
    """Give what could bring a video back: wrapped keys, sealed words, nonces, sealed bytes, names of their files."""
    (words,) = await house.rows(sa.select(videos.c.wrapped_key, videos.c.words).where(videos.c.id == video))
    parts = await house.rows(
        sa.select(assets.c.id, assets.c.wrapped_key, assets.c.nonce_prefix).where(assets.c.video == video)
    )
    blobs = [house.parts.folder / "blobs" / str(row.id) for row in parts]
    sealed = [content[at : at + 64] for content in map(Path.read_bytes, blobs) for at in (0, len(content) - 64)]
    return [*words, *(one for row in parts for one in (row.wrapped_key, row.nonce_prefix)), *sealed]


def found_in(folder: Path, marks: list[bytes]) -> set[bytes]:
    """Say which marks are in any file below a folder, names of files among them."""
    everything = [content for name, content in files_in(folder).items()]
    return {mark for mark in marks if any(mark in content for content in everything)}


def rows(folder: Path, query: str) -> list[Any]:
    """Ask tables from outside."""
    with closing(sqlite3.connect(folder / "hushreel.db")) as connection:
        return connection.execute(query).fetchall()


async def numbers(house: House, viewer: Viewer) -> list[int]:
    """List somebody's videos as they see them."""
    async with house.parts.store.read() as reads:
        return [one.video.number for one in await reads.videos(viewer, limit=100)]
