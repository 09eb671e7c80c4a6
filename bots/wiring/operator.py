"""What only whoever runs the machine can do: open their desk by a link, a video for a reason, and the books."""

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bots.chat.desk import operators_link
from bots.settings import Settings
from bots.wiring.storing import look
from bots.wiring.system import SystemClock, SystemIds
from core.erasure.lifting import lift
from core.errors import BadSetting, NotFound, StoreRefused
from core.people import Viewer
from core.ports import Stream
from core.sharing.breakglass import OpeningRefused, break_glass
from core.spending import Entry
from core.storage.database import open_database
from core.storage.files import OWNER_ONLY
from core.storage.keys import MasterKey
from core.storage.revocations import RevocationSequence
from core.storage.store import SqlStore
from core.storage.vault import SealedVault
from core.videos import AssetRole, VideoId


@dataclass(frozen=True)
class Wanted:
    """What of a video is to be opened, why, and into which new file."""

    video: VideoId
    role: AssetRole
    number: int
    reason: str
    target: Path


async def desk_address(settings: Settings) -> str:
    """Make a one-time link to the operator's desk, beside a Hushreel that serves; it is good for five minutes.

    Raises BadSetting: desk_in_demo, desk_port_unknown; StoreRefused("database_missing", path), KeyRefused.
    """
    origin = _origin(settings)
    async with _store(settings) as (store, _):
        return origin + await operators_link(store, SystemClock(), SystemIds())


async def open_video(settings: Settings, wanted: Wanted) -> int:
    """Write a video's bytes into a new file that only this account opens, once its owner will be told; gives how many.

    Works beside a Hushreel that serves, and without one. What was begun is removed when it breaks. Raises
    OpeningRefused: target_inside_data, target_refused, and as `break_glass` does; StoreRefused, KeyRefused.
    """
    if wanted.target.resolve().is_relative_to(settings.data_dir.resolve()):
        raise OpeningRefused("target_inside_data", path=str(wanted.target))
    async with _store(settings) as (store, master_key):
        data = settings.data_dir
        revocations = RevocationSequence(data / "revoked.log", database=data / "hushreel.db", anew=False)
        vault = SealedVault(look(settings), master_key, store.ledger, revocations)
        target = _new(wanted.target)
        try:
            stream = await break_glass(
                wanted.video, wanted.role, wanted.number, wanted.reason, store=store, vault=vault
            )
            return await _write(stream, target)
        except NotFound:
            wanted.target.unlink()
            raise _gone(wanted) from None
        except BaseException:
            wanted.target.unlink()
            raise
        finally:
            os.close(target)


async def holds(settings: Settings) -> Sequence[tuple[VideoId, int]]:
    """Name the videos that a restore put on hold, each with since when (UTC ms). Raises StoreRefused, KeyRefused."""
    async with _store(settings) as (store, _):
        return await store.ledger.restored_holds()


async def lift_holds(settings: Settings, videos: Sequence[VideoId] | None) -> Sequence[VideoId]:
    """Lift such holds, of all videos where none are named, beside a Hushreel that serves; gives those that had one.

    Raises StoreRefused, KeyRefused.
    """
    async with _store(settings) as (store, _):
        if videos is None:
            videos = [video for video, _ in await store.ledger.restored_holds()]
        return await lift(videos, store=store)


async def books(settings: Settings) -> Sequence[Entry]:
    """Read what videos made elsewhere came to, the newest month first. Raises StoreRefused, KeyRefused."""
    async with _store(settings) as (store, _), store.read() as reads:
        return await reads.books(Viewer(operator=True))


def _gone(wanted: Wanted) -> OpeningRefused:
    return OpeningRefused("opening_not_found", video=str(wanted.video), role=wanted.role.value, number=wanted.number)


def _new(path: Path) -> int:
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, OWNER_ONLY)
    except OSError as error:
        raise OpeningRefused("target_refused", path=str(path), problem=os.strerror(error.errno or 0)) from None


async def _write(stream: Stream, target: int) -> int:
    written = 0
    async for chunk in stream.read(0, stream.asset.size_bytes):
        rest = memoryview(chunk)
        while rest:
            done = os.write(target, rest)
            rest, written = rest[done:], written + done
    os.fsync(target)
    return written


@asynccontextmanager
async def _store(settings: Settings) -> AsyncIterator[tuple[SqlStore, MasterKey]]:
    """Open the database beside whoever serves it. Raises StoreRefused("database_missing", path), KeyRefused."""
    file = settings.data_dir / "hushreel.db"
    if not file.is_file():
        raise StoreRefused("database_missing", path=str(file))
    master_key = MasterKey.load(settings.key_file, settings.data_dir)
    database = open_database(file)
    try:
        yield SqlStore(database, master_key, SystemClock(), SystemIds()), master_key
    finally:
        await database.close()


def _origin(settings: Settings) -> str:
    """Give where the desk answers: at the public address, else on this machine alone."""
    if settings.public_url is not None:
        return settings.public_url
    if settings.demo:
        raise BadSetting("desk_in_demo", setting="HUSHREEL_PUBLIC_URL")
    port = settings.listen[1]
    if port == 0:
        raise BadSetting("desk_port_unknown", setting="HUSHREEL_LISTEN")
    return f"http://127.0.0.1:{port}"
