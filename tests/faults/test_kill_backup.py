"""kill -9 of `hushreel backup` and `hushreel restore` at random moments, and a restore of many videos.

HUSHREEL_BACKUP_KILLS sets how many of each, HUSHREEL_SEED which, HUSHREEL_RESTORED how many videos there are.
"""

import asyncio
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.storage.backups.restoring import MARK, look_through
from core.storage.backups.shelf import kept_in
from core.storage.keys import BackupKey
from tests.erasing import house_of
from tests.faults.houses import Files
from tests.parts import Parts, parts_in
from tests.restoring_many import check_restored
from tests.service import Service

KILLS = int(os.environ.get("HUSHREEL_BACKUP_KILLS", "6"))
MANY = int(os.environ.get("HUSHREEL_RESTORED", "1000"))
SEED = int(os.environ.get("HUSHREEL_SEED", "20261129"))
EACH, LARGE_BYTES = 8, 3_000_000


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


def tried(service: Service, lasts_s: float, *arguments: str) -> int | None:
    """Run a command and kill it after so long; gives its exit code, None for one that was killed."""
    command = [sys.executable, "-m", "bots", *arguments]
    with subprocess.Popen(
        command,
        env=service.environment(),
        cwd=service.folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin is not None
        try:
            process.stdin.write(b"replace\n")
            process.stdin.close()
            return process.wait(lasts_s)
        except subprocess.TimeoutExpired:
            process.kill()
            return None


def killed_at(service: Service, sign: Path, *arguments: str) -> None:
    """Run a command, and kill it as soon as a file appears that tells how far it is."""
    command = [sys.executable, "-m", "bots", *arguments]
    with subprocess.Popen(
        command, env=service.environment(), cwd=service.folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"replace\n")
        process.stdin.close()
        while process.poll() is None and not sign.exists():
            time.sleep(0.0005)
        process.kill()


def takes_s(service: Service, *arguments: str) -> float:
    """Measure how long a command takes here and now, to know when to kill it."""
    began_s = time.monotonic()
    assert tried(service, 300, *arguments) == 0
    return time.monotonic() - began_s


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


def check_backups(made: Ground) -> int:
    """See that whatever is called a backup opens to its end; gives how many there are."""
    key = BackupKey.load(made.service.folder / "keys" / "backup.key")
    found = kept_in(made.shelf)
    for one in found:
        assert look_through(one.path, key, RealClock().now_ms()).assets
    return len(found)


@pytest.mark.timeout(60 * KILLS + 300)
def test_a_killed_backup_is_whole_or_not_there(tmp_path: Path) -> None:
    """Whatever the moment, no half of one has a name, the data are as they were, and the next one removes the rest."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable moments
    made = ground(tmp_path)
    whole_s = takes_s(made.service, "backup", str(made.shelf))
    drafts = 0
    for number in range(KILLS):
        tried(made.service, chance.uniform(whole_s / 3, whole_s), "backup", str(made.shelf))
        found = check_backups(made)
        drafts += any(one.suffix == ".part" for one in made.shelf.iterdir())
        assert made.videos == made.now
        print(f"kill {number + 1} of {KILLS}: {found} backups; {drafts} times a draft was left")  # noqa: T201
    assert tried(made.service, 300, "backup", str(made.shelf)) == 0
    check_backups(made)
    assert {one.suffix for one in made.shelf.iterdir()} == {".backup"}


@pytest.mark.timeout(90 * KILLS + 300)
def test_a_killed_restore_leaves_the_old_or_the_new_and_never_what_was_erased(tmp_path: Path) -> None:
    """The next start finds either all that was there or all that was put back; once more, and it is put back.

    Every second one is killed in the moment in which it begins to put in place what it unpacked.
    """
    chance = random.Random(SEED)  # noqa: S311 - repeatable moments
    made = ground(tmp_path)
    (backup,) = (str(one.path) for one in kept_in(made.shelf))
    kept = tmp_path / "kept"
    shutil.copytree(made.service.folder, kept)
    whole_s = takes_s(made.service, "restore", "--replace", backup)
    assert made.videos == made.restored
    outcomes: Counter[str] = Counter()
    for number in range(KILLS):
        shutil.rmtree(made.service.folder)
        shutil.copytree(kept, made.service.folder)
        if number % 2:
            killed_at(made.service, made.service.data_dir / MARK, "restore", "--replace", backup)
        else:
            tried(made.service, chance.uniform(whole_s / 3, whole_s), "restore", "--replace", backup)
        assert made.service.run("migrate").returncode == 0
        assert made.videos in {made.now, made.restored}
        is_new = made.videos == made.restored
        outcomes["new" if is_new else "old"] += 1
        if is_new:
            Files(made.service.data_dir, made.marks).check()
        assert tried(made.service, 300, "restore", "--replace", backup) == 0
        assert made.videos == made.restored
        Files(made.service.data_dir, made.marks).check()
        print(f"kill {number + 1} of {KILLS}: {dict(outcomes)}")  # noqa: T201


@pytest.mark.timeout(MANY + 600)
async def test_none_of_many_comes_back(tmp_path: Path) -> None:
    """Half of them is erased after the backup: none of those comes back, and all the others do, byte by byte."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable
    async with parts_in(tmp_path / "data") as parts:
        erased = await check_restored(house_of(parts), tmp_path / "shelf", MANY, chance)
    print(f"{erased} of {MANY} erased since, 0 came back")  # noqa: T201
