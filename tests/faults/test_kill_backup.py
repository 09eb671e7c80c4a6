"""kill -9 of `hushreel backup` and `hushreel restore` at chosen points, and a restore of many videos.

HUSHREEL_GONE_KILLS sets how many of each, HUSHREEL_SEED which (tests/faults/killing.py), HUSHREEL_RESTORED how many
videos there are.
"""

import asyncio
import os
import random
import shutil
import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from bots.wiring.house import open_house
from core.storage.backups.restoring import look_through
from core.storage.backups.shelf import kept_in
from core.storage.keys import BackupKey
from tests.erasing import house_of
from tests.faults.gone_life import settings_in
from tests.faults.houses import Files
from tests.faults.killing import SEED, Killing, commanded, kills_of
from tests.faults.points import Aim
from tests.parts import Parts, parts_in
from tests.restoring_many import check_restored
from tests.service import Service

MANY = int(os.environ.get("HUSHREEL_RESTORED", "1000"))
EACH, LARGE_BYTES = 8, 600_000
LONGEST_S = 0.2


class RealClock:
    """The machine's time: the command itself has no other."""

    def now_ms(self) -> int:
        """Give UTC milliseconds."""
        return time.time_ns() // 1_000_000


@dataclass
class Ground:
    """A house on disk: a backup of it, and what was erased and made since."""

    service: Service
    shelf: Path
    before: frozenset[str]
    now: frozenset[str]
    restored: frozenset[str]
    marks: frozenset[bytes]

    @property
    def videos(self) -> frozenset[str]:
        """Name the videos that are there now."""
        with closing(sqlite3.connect(self.service.data_dir / "hushreel.db")) as tables:
            return frozenset(name for (name,) in tables.execute("select id from videos"))


async def _lived_in(service: Service, shelf: Path) -> tuple[set[str], set[str], set[bytes]]:
    """Make videos, a backup, erase half and make another; gives names before the backup and those erased since."""
    async with parts_in(service.data_dir, SEED) as parts:
        parts.clock.at_ms = RealClock().now_ms()
        house = house_of(parts)
        house.journal.begin()
        owner = await parts.person()
        videos = [await house.made(owner, LARGE_BYTES) for _ in range(EACH)]
        done = await asyncio.to_thread(service.run, "backup", str(shelf))
        assert done.returncode == 0, done.stderr
        erased = videos[: EACH // 2]
        marks = {sealed for video in erased for sealed in _heads(parts, await parts.store.ledger.assets(video))}
        for video in erased:
            await house.ask(owner, video)
        await house.made(owner)
    return {one.hex for one in videos}, {one.hex for one in erased}, marks


def _heads(parts: Parts, assets: object) -> list[bytes]:
    assert isinstance(assets, list)
    return [(parts.folder / "blobs" / str(one)).read_bytes()[:64] for one in assets]


def ground(folder: Path) -> Ground:
    """Prepare a house and a backup of it."""
    service, shelf = Service(folder / "house"), folder / "shelf"
    shelf.mkdir()
    before, erased, marks = asyncio.run(_lived_in(service, shelf))
    made = Ground(service, shelf, frozenset(before), frozenset(), frozenset(before - erased), frozenset(marks))
    made.now = made.videos
    return made


async def start(made: Ground) -> None:
    """Open the house as the next start does: what was interrupted is finished, the journal compared."""
    async with open_house(settings_in(made.service.folder), lambda: None):
        pass


def check_backups(made: Ground) -> int:
    """See that whatever is called a backup opens to its end; gives how many there are."""
    key = BackupKey.load(made.service.folder / "keys" / "backup.key")
    found = kept_in(made.shelf)
    for one in found:
        assert look_through(one.path, key, RealClock().now_ms()).assets
    return len(found)


@dataclass
class Commands:
    """`hushreel` commands on a ground, each in a process that may be killed at a point of it."""

    made: Ground
    folder: Path
    killing: Killing
    given: int = 0

    def _next(self) -> Path:
        self.given += 1
        return self.folder / f"{self.given}.said"

    def learn(self, *arguments: str) -> None:
        """Give a command to its end, and learn its points."""
        said = self._next()
        self.killing.learn(commanded(list(arguments), self.made.service.environment(), said, None), said)

    def kill(self, *arguments: str) -> Aim:
        """Give a command and kill it at a point; one that doesn't come by is given again, for another one."""
        while True:
            said, aim = self._next(), self.killing.aim()
            process = commanded(list(arguments), self.made.service.environment(), said, aim)
            if self.killing.lived(process, said, aim):
                return aim


@pytest.mark.timeout(100 * kills_of("backup") + 600)
def test_a_killed_backup_is_whole_or_not_there(tmp_path: Path) -> None:
    """Whatever the moment, no half of one has a name, the data are as they were, and the next one removes the rest."""
    made = ground(tmp_path)
    commands = Commands(made, tmp_path, Killing(random.Random(SEED), LONGEST_S))  # noqa: S311 - repeatable moments
    commands.learn("backup", str(made.shelf))
    drafts = 0
    while commands.killing.kills < kills_of("backup"):
        aim = commands.kill("backup", str(made.shelf))
        found = check_backups(made)
        drafts += any(one.suffix == ".part" for one in made.shelf.iterdir())
        assert made.videos == made.now
        print(f"kill {commands.killing.kills}, {aim}: {found} backups; {drafts} times a draft was left")  # noqa: T201
    commands.learn("backup", str(made.shelf))
    check_backups(made)
    assert {one.suffix for one in made.shelf.iterdir()} == {".backup"}
    commands.killing.report("backup")


@pytest.mark.timeout(200 * kills_of("restore") + 600)
def test_a_killed_restore_leaves_the_old_or_the_new_and_never_what_was_erased(tmp_path: Path) -> None:
    """The next start finds either all that was there or all that was put back; once more, and it is put back."""
    made = ground(tmp_path)
    (backup,) = (str(one.path) for one in kept_in(made.shelf))
    kept = tmp_path / "kept"
    shutil.copytree(made.service.folder, kept)
    commands = Commands(made, tmp_path, Killing(random.Random(SEED), LONGEST_S))  # noqa: S311 - repeatable moments
    commands.learn("restore", "--replace", backup)
    assert made.videos == made.restored
    outcomes: Counter[str] = Counter()
    while commands.killing.kills < kills_of("restore"):
        shutil.rmtree(made.service.folder)
        shutil.copytree(kept, made.service.folder)
        aim = commands.kill("restore", "--replace", backup)
        asyncio.run(start(made))
        assert made.videos in {made.now, made.restored}
        is_new = made.videos == made.restored
        outcomes["new" if is_new else "old"] += 1
        if is_new:
            Files(made.service.data_dir, made.marks).check()
        commands.learn("restore", "--replace", backup)
        assert made.videos == made.restored
        Files(made.service.data_dir, made.marks).check()
        print(f"kill {commands.killing.kills}, {aim}: {dict(outcomes)}")  # noqa: T201
    commands.killing.report("restore")


@pytest.mark.timeout(MANY + 600)
async def test_none_of_many_comes_back(tmp_path: Path) -> None:
    """Half of them is erased after the backup: none of those comes back, and all the others do, byte by byte."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable
    async with parts_in(tmp_path / "data") as parts:
        erased = await check_restored(house_of(parts), tmp_path / "shelf", MANY, chance)
    print(f"{erased} of {MANY} erased since, 0 came back")  # noqa: T201
