"""The canary run: a house in which everybody did everything, half of whom go, and the search through all its files."""

import asyncio
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from bots.wiring.system import SystemClock
from core.people import FORGETS_AFTER_MS
from core.storage.journal import ErasureJournal
from core.videos import AssetId
from tests.backing_up import content_of, key_of
from tests.canaries.crowd import Crowd
from tests.canaries.erasing import leave, until_gone
from tests.canaries.marks import Mark, Marks
from tests.canaries.people import Canary, Leaving, canaries
from tests.canaries.reading import archive_of, note_sealed, read, sums, told_moderators
from tests.canaries.search import Finder, Found
from tests.canaries.wires import Wired, wired
from tests.departing import cells, village_in
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Town
from tests.fakes.time import FakeClock
from tests.parts import Parts, parts_in
from tests.service import Service
from tests.wire_telegram.living import start

HOUR_MS = 3_600_000
COMMAND_WITHIN_S = 3_600
MODERATORS = 3
LOUD = (sys.executable, "-m", "tests.canaries.loud")
IDS_MAY_STAND_IN = frozenset({"keys/erasure.journal", "data/revoked.log", "data2/revoked.log", "log.txt"})
"""Where ids of what is gone stand by design: they lead nowhere. The journal for good, what was revoked for a day."""

TABLES = frozenset(f"{data}/hushreel.db{log}" for data in ("data", "data2") for log in ("", "-wal"))
"""Receipts of nobody name a video by its id; that no other column does is looked at by `columns`."""


def say(words: str) -> None:
    """Tell how far it is, to whoever watches a long run."""
    sys.stdout.write(f"{time.strftime('%H:%M:%S', time.gmtime())} {words}\n")
    sys.stdout.flush()


@dataclass
class Run:
    """One run: `house` holds all folders, `gone` and `stay` are numbers of people."""

    house: Path
    fake: TelegramWire
    marks: Marks
    many: int
    by_wire: int
    service: Service = field(init=False)
    people: list[Canary] = field(init=False)
    wires: list[Wired] = field(init=False)

    def __post_init__(self) -> None:
        """Make everybody: those who decide after the crowd, those by wire last."""
        self.service = Service(self.house, self.fake.settings, LOUD)
        self.people = canaries(self.many + MODERATORS, self.marks)
        for one, leaving in zip(self.people[self.many :], _MODERATORS_LEAVE, strict=True):
            one.leaving = leaving
        self.wires = wired(self.by_wire, len(self.people), Town(self.fake), self.marks)

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.house / "data"

    @asynccontextmanager
    async def crowd(self, data: Path | None = None, before_ms: int = 0) -> AsyncIterator[Crowd]:
        """Open the house in this process, while no service runs."""
        clock = FakeClock(SystemClock().now_ms() - before_ms)
        async with parts_in(data or self.data, self.marks.chance.getrandbits(32), clock) as parts:
            village = await village_in(parts)
            yield Crowd(village, self.people[: self.many], self.people[self.many :])

    async def begin(self) -> None:
        """Let the crowd live: their accounts are connected days before the rest."""
        async with self.crowd(before_ms=2 * FORGETS_AFTER_MS) as crowd:
            cast("ErasureJournal", crowd.village.shutting.journal).begin()
            await crowd.arrive()
            crowd.village.parts.clock.advance(2 * FORGETS_AFTER_MS - HOUR_MS)
            await crowd.live(say)
            await crowd.settle()

    async def come_by_wire(self) -> None:
        """Let the others live with the running service, one after the other; videos that wait are made."""
        for one in self.wires:
            await one.person.starts()
        for number, one in enumerate(self.wires):
            await one.lives(self.wires[(number + 1) % len(self.wires)])
            say(f"by wire: {number + 1} of {len(self.wires)}")
        await until_gone(self.service)

    async def look(self) -> list[bytes]:
        """Keep what everybody reads, and give all of it; mark what is sealed of those who go."""
        everything = []
        async with self.crowd() as crowd:
            for one in crowd.everybody:
                one.facts, opened = await read(crowd, one)
                one.facts["sums"] = sums(opened)
                everything += [str(one.facts).encode(), *opened, *await archive_of(crowd.village.parts, one)]
                if one.leaving is not Leaving.STAYS:
                    names = await assets_of(crowd.village.parts, one)
                    note_sealed(
                        self.data, one, {name: (self.data / "blobs" / str(name)).read_bytes() for name in names}
                    )
                    for content in opened:
                        self.marks.content(one.number, "bytes, opened", content)
            everything.append(await told_moderators(crowd))
        return everything

    async def ask(self) -> None:
        """Have everybody of the crowd who goes ask for it."""
        async with self.crowd(before_ms=10_000) as crowd:
            for one in crowd.everybody:
                await leave(crowd, one)
            await crowd.settle()

    async def go_by_wire(self) -> None:
        """Have those go who came by wire, and wait until nothing is under way."""
        for one in self.wires:
            if one.leaves:
                await one.goes(self.fake)
        await until_gone(self.service)

    async def start(self) -> None:
        """Start the service, as loud as it can be."""
        await start(self.service, self.fake)

    async def stop(self) -> None:
        """Stop it."""
        await asyncio.to_thread(self.service.stop)

    async def command(self, *arguments: str, **settings: str) -> str:
        """Give another command on the same house; gives what it printed."""
        own = {f"HUSHREEL_{name}": value for name, value in settings.items()}
        done = await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "-m", "bots", *arguments],
            env=self.service.environment() | own,
            cwd=self.house,
            capture_output=True,
            text=True,
            timeout=COMMAND_WITHIN_S,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def searched(self, marks: Iterable[Mark]) -> set[Found]:
        """Search every file of the house, but for ids where the design wants them."""
        return {one for one in Finder(marks).in_folder(self.house) if not _is_allowed(one)}

    def columns(self, data: Path) -> set[tuple[str, str]]:
        """Give the columns that hold ids of videos of who left."""
        names = {way[1] for mark in self.of_the_gone if mark.is_id and mark.what == "video" for way in mark.written}
        return {(table, column) for table, column, value in cells(data / "hushreel.db") if value.encode() in names}

    def opened_backup(self, backup: Path, marks: Iterable[Mark]) -> set[Found]:
        """Search a backup as whoever has its key could."""
        finder = Finder(marks)
        content = content_of(backup, key_of(self.house / "keys"))
        return {found for name, one in content.items() for found in finder.found(name, one)}

    @property
    def of_the_gone(self) -> list[Mark]:
        """Give the marks that must be nowhere: all of who left; of whose videos ended, what was their videos'."""
        everything = {one.number for one in self.people if one.forgotten}
        everything |= {one.number for one in self.wires if one.leaves}
        videos = {one.number for one in self.people if one.leaving is Leaving.EXPIRES}
        return [
            mark for mark in self.marks.given
            if mark.person in everything or (mark.person in videos and mark.of_video and not mark.is_id)
        ]  # fmt: skip

    @property
    def staying(self) -> list[Canary]:
        """Give those of the crowd who stay."""
        return [one for one in self.people if one.leaving is Leaving.STAYS]


_MODERATORS_LEAVE = (Leaving.STAYS, Leaving.STAYS, Leaving.FORGETS)


def _is_allowed(one: Found) -> bool:
    in_tables = one.what == "video" and one.where in TABLES
    return one.is_id and (one.where in IDS_MAY_STAND_IN or in_tables)


async def assets_of(parts: Parts, one: Canary) -> list[AssetId]:
    """Name the files of somebody's videos."""
    async with parts.store.read() as reads:
        views = await reads.videos(one.viewer, limit=100)
    return [asset.id for view in views for asset in view.assets]


def counted(found: Iterable[Found]) -> Counter[tuple[str, str, str]]:
    """Count what was found by file, kind and way of writing: for whoever has to mend it."""
    return Counter((one.where, one.what, one.way) for one in found)
