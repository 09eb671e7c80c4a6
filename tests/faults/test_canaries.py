"""The canary run: whoever is erased is in no byte of any file, and everybody else has all that they had.

HUSHREEL_CANARIES sets how many people there are, HUSHREEL_CANARIES_BY_WIRE how many more come to the real process,
HUSHREEL_SEED which marks they have. What is left in the folder of a run that failed can be looked at.
"""

import asyncio
import base64
import io
import os
import zipfile
import zlib
from pathlib import Path

import pytest

from core.storage.backups.shelf import kept_in
from tests.canaries.marks import Mark
from tests.canaries.people import seeded
from tests.canaries.reading import read, sums
from tests.canaries.run import Run, counted, say
from tests.canaries.search import Finder
from tests.fakes.telegram_wire.server import TelegramWire
from tests.faults.houses import decode

pytestmark = pytest.mark.timeout(0)

MANY = int(os.environ.get("HUSHREEL_CANARIES", "16"))
BY_WIRE = int(os.environ.get("HUSHREEL_CANARIES_BY_WIRE", "2"))
SEED = int(os.environ.get("HUSHREEL_SEED", "20261130"))

NEVER_READ = frozenset(
    {
        *("Exif of a picture", "comment of a picture", "packed comment of a picture", "tag of a sound"),
        *("pixels", "samples", "file of a picture", "file that was refused", "name of a file that was refused"),
        *("prompt of what was refused", "prompt of what was deleted", "name", "name at a pairing"),
        *("account", "other account", "account of whom they invited"),
    }
)
"""What nobody reads from us: it is taken off, was refused, is gone, or is kept to know people by alone."""

OF_EACH = ("prompt", "more of a prompt", "title", "text over a video", "prompt of what failed")


async def test_whoever_is_erased_is_in_no_byte_and_everybody_else_has_everything(tmp_path: Path) -> None:
    """Data, keys, tables, logs of every line, temporary files, archives, backups and what they bring back: 0 marks."""
    async with TelegramWire() as fake:
        run = Run(tmp_path / "house", fake, seeded(SEED), MANY, BY_WIRE)
        try:
            backup = await _lived(run)
            await _went(run)
            await _is_gone(run, backup)
            await _comes_back(run, backup)
        finally:
            if run.service.process is not None:
                await asyncio.to_thread(run.service.kill)
        assert fake.refusals == []


async def _lived(run: Run) -> Path:
    """Live, and see that the search finds what is there; gives a backup of all of it."""
    await run.begin()
    say(f"{run.many} lived")
    (run.house / "shelf").mkdir()
    await run.start()
    await run.come_by_wire()
    await run.command("backup", str(run.house / "shelf"))
    await run.stop()
    _is_found(run, await run.look())
    (backup,) = kept_in(run.house / "shelf")
    return backup.path


def _is_found(run: Run, read_by_all: list[bytes]) -> None:
    """Whatever people read from us holds their marks, and a file that holds one is found, however it is written."""
    finder = Finder(run.marks.given)
    of_each = {(found.person, found.what) for one in read_by_all for found in finder.found("answers", one)}
    crowd = {mark.what for mark in run.marks.given if mark.person < len(run.people) and "sealed" not in mark.what}
    assert crowd - {what for _, what in of_each} - NEVER_READ - {"asset", "video", "person"} == set()
    assert {(one.number, what) for one in run.people for what in OF_EACH} <= of_each
    word = next(mark for mark in run.marks.given if mark.what == "prompt")
    planted = {run.house / "tmp" / name: content for name, content in _planted(word).items()}
    for file, content in planted.items():
        file.write_bytes(content)
    assert {run.house / found.where for found in run.searched([word])} == set(planted)
    for file in planted:
        file.unlink()
    assert "account" in {found.what for found in run.searched(run.marks.given)}
    say(f"{len(run.marks.given)} marks are found where they belong")


def _planted(word: Mark) -> dict[str, bytes]:
    """Write a word as files may hold it."""
    raw = dict(word.written)["raw"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside", b"before " + raw * 3)
    return {
        "raw": os.urandom(70_001) + raw,
        "wide": raw.decode().encode("utf-16"),
        "base64": base64.b64encode(b"an odd 7" + raw + b"end"),
        "zlib": os.urandom(9) + zlib.compress(b"words " + raw),
        "zip": packed.getvalue(),
        raw.decode(): b"",
    }


async def _went(run: Run) -> None:
    """Have half of them go: at once in the tables, and by the flows of the running service out of every file."""
    await run.ask()
    say("everybody who goes has asked")
    await run.start()
    await run.go_by_wire()
    say("nothing is under way")


async def _is_gone(run: Run, backup: Path) -> None:
    """Search while it runs, and when it has stopped, and in what a backup of now holds; and read everybody else's."""
    gone = run.of_the_gone
    while_it_runs = counted(run.searched(gone))
    assert while_it_runs == {}
    await run.command("backup", str(run.house / "shelf"))
    await run.stop()
    stopped = counted(run.searched(gone))
    assert stopped == {}
    (newer,) = [one.path for one in kept_in(run.house / "shelf") if one.path != backup]
    backed_up = counted(found for found in run.opened_backup(newer, gone) if not found.is_id)
    assert backed_up == {}
    assert run.columns(run.data) <= {("receipts", "video")}
    assert "Traceback" not in run.service.log
    async with run.crowd() as crowd:
        for one in run.staying:
            facts, opened = await read(crowd, one)
            assert facts | {"sums": sums(opened)} == one.facts
    for wired in run.wires:
        if not wired.leaves:
            decode(wired.film)
    say(f"{len(gone)} marks searched for: none found; {len(run.staying)} have all that they had")


async def _comes_back(run: Run, backup: Path) -> None:
    """Put the backup of before back elsewhere: whoever was erased isn't in it, and all others have what is theirs."""
    other = run.house / "data2"
    await run.command("restore", str(backup), DATA_DIR=str(other))
    put_back = counted(run.searched(run.of_the_gone))
    assert put_back == {}
    async with run.crowd(other) as crowd:
        for one in run.staying:
            facts, opened = await read(crowd, one, told=False)
            assert facts == {name: one.facts[name] for name in facts}
            assert sums(opened) == one.facts["sums"]
    used_again = counted(run.searched(run.of_the_gone))
    assert used_again == {}
    assert run.columns(other) <= {("receipts", "video"), ("outbox", "subject")}  # told at the next start
    say("the backup of before was put back: none found")
