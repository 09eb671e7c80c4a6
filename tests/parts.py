"""The real parts of core on a folder of the test's own: database, sealed vault, workers; time and names foretold."""

from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bots.wiring.house import House
from bots.wiring.storing import Stored
from core.engine.relay import Relay
from core.erasure.erase import Shutting
from core.erasure.receipts import Issuer
from core.gate import Surface
from core.generation.create import create
from core.generation.make import Maker
from core.generation.order import Wish
from core.generation.progress import Board
from core.generators.motion.route import Motion
from core.intake.upload import Upload
from core.marks import Marker
from core.people import Identity, Platform, Viewer
from core.ports import Clock
from core.records import VideoView
from core.routes import Local
from core.storage.database import open_database
from core.storage.journal import ErasureJournal
from core.storage.keys import MasterKey, ReceiptKey
from core.storage.migrate import migrate
from core.storage.revocations import RevocationSequence
from core.storage.store import SqlStore
from core.storage.vault import SealedVault, open_bucket
from core.videos import VideoId
from core.workers.pool import Workers
from core.workers.tasks import TASKS
from tests.fakes.time import FakeClock, SeededIds
from tests.fakes.unmarked import Unmarked

RETENTION_MS = 7 * 24 * 3_600_000
SHORT_SIDE_PX = 90
HERE = Surface.CHAT_PRIVATE


@dataclass
class Parts:
    """What wiring would join."""

    folder: Path
    store: SqlStore
    vault: SealedVault
    workers: Workers
    generators: Mapping[str, Local]
    clock: FakeClock
    ids: SeededIds
    revocations: RevocationSequence
    relays: list[Relay]
    """Those that a commit wakes."""
    progress: Board = field(default_factory=Board)
    marker: Marker = field(default_factory=Unmarked)
    """Leaves all as it is, so that a generator may give anything; tests of marking put the real one here."""

    async def person(self, name: str = "owner") -> Viewer:
        """Meet somebody."""
        async with self.store.write() as writes:
            return Viewer(await writes.meet(Identity(Platform.DEMO, name)))

    async def create(self, viewer: Viewer, wish: Wish, picture: Upload | None = None) -> VideoId:
        """Create as chat does."""
        files = [picture] if picture else []
        created = await create(
            viewer, wish, files, workers=self.workers, generators=self.generators, **self.for_use_cases
        )
        return created.video

    @property
    def for_use_cases(self) -> dict[str, Any]:
        """What create and Again need alike."""
        return {
            "store": self.store,
            "vault": self.vault,
            "clock": self.clock,
            "ids": self.ids,
            "retention_ms": RETENTION_MS,
        }

    def maker(self, generators: Mapping[str, Local] | None = None) -> Maker:
        """Give the flow that makes videos."""
        made_by = generators or self.generators
        return Maker(self.store, self.vault, made_by, self.progress, self.clock, self.ids, RETENTION_MS, self.marker)

    async def view(self, viewer: Viewer, video: VideoId) -> VideoView | None:
        """See a video as somebody."""
        async with self.store.read() as reads:
            return await reads.video(viewer, video, HERE)

    async def seen(self, viewer: Viewer, video: VideoId) -> VideoView:
        """See a video that must be there."""
        view = await self.view(viewer, video)
        assert view is not None
        return view

    async def opened(self, viewer: Viewer, view: VideoView, number: int) -> bytes:
        """Read the bytes of a video's asset through the gate."""
        async with self.store.read() as reads:
            found = await reads.asset(viewer, view.assets[number].id, HERE)
        assert found is not None
        asset, decision = found
        stream = await self.vault.open(asset.id, decision)
        return b"".join([chunk async for chunk in stream.read(0, asset.size_bytes)])

    @property
    def sealed_files(self) -> list[Path]:
        """The files of sealed bytes."""
        return [path for path in (self.folder / "blobs").rglob("*") if path.is_file()]


@asynccontextmanager
async def parts_in(
    folder: Path,
    seed: int = 0,
    clock: FakeClock | None = None,
    stored: Stored | None = None,
    ids: SeededIds | None = None,
) -> AsyncIterator[Parts]:
    """Open everything, and close it in reverse. A second life on the same folder takes another seed for its names.

    One that goes on from a copy takes the clock and the ids that were there.

    Sealed bytes lie in the folder, unless they are `stored` elsewhere.
    """
    (folder / "blobs").mkdir(parents=True, exist_ok=True)
    clock, ids = clock or FakeClock(), ids or SeededIds(seed)
    async with AsyncExitStack() as closing:
        key = MasterKey.load(folder.parent / "keys" / "master.key", folder)
        await migrate(folder / "hushreel.db")
        database = open_database(folder / "hushreel.db")
        closing.push_async_callback(database.close)
        relays: list[Relay] = []
        store = SqlStore(database, key, clock, ids, lambda: _wake(relays))
        revocations = RevocationSequence(folder / "revoked.log", database=folder / "hushreel.db")
        workers = Workers(TASKS)
        closing.push_async_callback(workers.close)
        bucket, habits = (stored.bucket, stored.habits) if stored else (open_bucket(folder / "blobs"), None)
        vault = SealedVault(bucket, key, store.ledger, revocations, habits)
        generators = {"motion": Motion(workers, SHORT_SIDE_PX)}
        yield Parts(folder, store, vault, workers, generators, clock, ids, revocations, relays)


def shutting_of(parts: Parts) -> Shutting:
    """Join the parts with a journal and a receipt key, beside the master key."""
    keys = parts.folder.parent / "keys"
    issuer = Issuer(ReceiptKey.load(keys / "receipt.key"), parts.clock, parts.ids)
    journal = ErasureJournal(keys / "erasure.journal", parts.folder, parts.clock)
    return Shutting(parts.store, journal, parts.revocations, issuer)


def with_clock(house: House, clock: Clock) -> House:
    """Give a house that goes by another clock."""
    issuer = replace(house.shutting.issuer, clock=clock)
    return replace(house, clock=clock, shutting=replace(house.shutting, issuer=issuer))


def _wake(relays: Iterable[Relay]) -> None:
    for relay in relays:
        relay.wake()
