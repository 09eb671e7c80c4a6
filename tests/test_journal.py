"""The erasure journal, in a real file."""

import asyncio
import errno
import json
import os
import time
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import KeyRefused, StoreRefused
from core.receipts import Position
from core.storage.journal import ErasureJournal, check, laid_aside
from tests.fakes.time import FakeClock

IDS = [UUID(int=number) for number in range(1, 7)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal lies."""
    return tmp_path / "keys" / "erasure.journal"


def journal_at(path: Path) -> ErasureJournal:
    """Open it, as a start does."""
    return ErasureJournal(path, path.parents[1] / "data", FakeClock())


def append(journal: ErasureJournal, ids: list[UUID]) -> None:
    """Note an erasure."""
    asyncio.run(journal.append(ids))


def test_what_was_erased_is_read_back(path: Path) -> None:
    """Ids come back in order over two starts; the file holds ids, times and hashes, and only its account opens it."""
    append(journal_at(path), IDS[:2])
    again = journal_at(path)
    append(again, IDS[2:3])
    assert again.read() == IDS[:3]
    assert path.stat().st_mode & 0o777 == 0o600
    for line in path.read_text().splitlines():
        assert sorted(json.loads(line)) == ["at_ms", "chain", "ids"]


def test_lines_written_at_once_stay_whole(path: Path) -> None:
    """Erasures side by side each get a line, chained in the order that they stand in."""
    journal = journal_at(path)

    async def side_by_side() -> None:
        await asyncio.gather(*(journal.append([one]) for one in IDS))

    asyncio.run(side_by_side())
    assert sorted(journal.read()) == IDS
    assert journal_at(path).read() == journal.read()


def test_a_request_that_is_cancelled_does_not_break_the_chain(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its line is being written already: the next one waits for it, and the next start finds both in order."""
    fsync = os.fsync

    def slow(descriptor: int) -> None:
        time.sleep(0.1)
        fsync(descriptor)

    journal = journal_at(path)
    monkeypatch.setattr(os, "fsync", slow)

    async def cancelled_and_next() -> None:
        first = asyncio.create_task(journal.append(IDS[:1]))
        await asyncio.sleep(0.05)
        first.cancel()
        await asyncio.wait({first})
        await journal.append(IDS[1:2])

    asyncio.run(cancelled_and_next())
    assert journal_at(path).read() == IDS[:2]


def test_it_is_on_the_disk_before_anybody_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is synced after its last byte, and its folder when it was begun."""
    synced: list[tuple[bool, int]] = []

    def watched(descriptor: int) -> None:
        about = os.fstat(descriptor)
        synced.append((about.st_ino == path.parent.stat().st_ino, about.st_size))

    monkeypatch.setattr(os, "fsync", watched)
    journal = journal_at(path)
    assert [folder for folder, _ in synced] == [True]
    append(journal, IDS[:1])
    assert synced[-1] == (False, path.stat().st_size)


@pytest.mark.parametrize("torn", [b"{", b'{"at_ms": 1795000000000, "ids": ["0', b"\x00" * 40, b"\xff"])
def test_a_torn_last_line_is_mended(torn: bytes, path: Path) -> None:
    """What a power cut left of a line goes: nobody was told of it. What follows is whole again."""
    append(journal_at(path), IDS[:2])
    before = path.read_bytes()
    path.write_bytes(before + torn)
    journal = journal_at(path)
    assert path.read_bytes() == before
    append(journal, IDS[2:3])
    assert journal_at(path).read() == IDS[:3]


@given(cut=st.integers(0, 400))
def test_any_cut_leaves_the_lines_before_it(cut: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Wherever a power cut stops the writing, the next start keeps each whole line."""
    path = tmp_path_factory.mktemp("cut") / "keys" / "erasure.journal"
    journal = journal_at(path)
    for one in IDS[:3]:
        append(journal, [one])
    content = path.read_bytes()[:cut]
    path.write_bytes(content)
    assert journal_at(path).read() == IDS[: content.count(b"\n")]


def _three_lines(path: Path) -> list[bytes]:
    journal = journal_at(path)
    for one in IDS[:3]:
        append(journal, [one])
    return path.read_bytes().splitlines(keepends=True)


@pytest.mark.parametrize("change", ["gone", "other id", "swapped", "other time", "a list", "no chain", "not JSON"])
def test_a_changed_line_stops_the_start(change: str, path: Path) -> None:
    """A line taken out, changed or moved shows; the file is left for whoever looks into it."""
    first, second, third = _three_lines(path)
    content = {
        "gone": second + third,
        "other id": first + second.replace(str(IDS[1]).encode(), str(IDS[5]).encode()) + third,
        "swapped": second + first + third,
        "other time": first.replace(b"1795", b"1796") + second + third,
        "a list": first + b"[1]\n" + third,
        "no chain": first + b'{"ids": []}\n' + third,
        "not JSON": first + b"\xff\xfe\n" + third,
    }[change]
    path.write_bytes(content)
    with pytest.raises(StoreRefused) as caught:
        journal_at(path)
    assert (caught.value.code, caught.value.data) == ("journal_changed", {"path": str(path)})
    assert path.read_bytes() == content


def test_a_journal_inside_the_data_folder_is_refused(tmp_path: Path) -> None:
    """An old copy of the data must not bring back an old journal."""
    for place in (tmp_path / "data" / "erasure.journal", tmp_path / "x" / ".." / "data" / "erasure.journal"):
        with pytest.raises(KeyRefused, match="journal_inside_data"):
            ErasureJournal(place, tmp_path / "data", FakeClock())
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_can_not_be_written_is_named(path: Path) -> None:
    """A file where the folder should be gives path and problem."""
    path.parent.write_bytes(b"")
    with pytest.raises(StoreRefused, match="folder_refused"):
        journal_at(path)


def test_a_full_disk_leaves_no_half_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that the disk takes in part is taken back, and raised; the next one is whole."""
    journal = journal_at(path)
    append(journal, IDS[:1])
    before = path.read_bytes()
    write, tries = os.write, 0

    def short(descriptor: int, content: bytes) -> int:
        nonlocal tries
        tries += 1
        if tries > 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(descriptor, bytes(content)[:10])

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", short)
        with pytest.raises(OSError, match="No space left"):
            append(journal, IDS[1:2])
    assert path.read_bytes() == before
    append(journal, IDS[2:3])
    assert journal_at(path).read() == [IDS[0], IDS[2]]


def test_a_journal_that_was_taken_away_is_missed(path: Path) -> None:
    """No new one is begun in its place while the service runs: the erasure is refused instead."""
    journal = journal_at(path)
    path.unlink()
    with pytest.raises(FileNotFoundError):
        append(journal, IDS[:1])
    assert not path.exists()


@pytest.mark.parametrize("change", ["cut", "empty", "gone", "edited", "swapped", "begun anew", "another's"])
def test_a_journal_that_is_not_as_far_as_it_was_is_found(change: str, path: Path, tmp_path: Path) -> None:
    """The chain alone doesn't show lines that are missing at its end, or another chain: how far it had come does."""
    first, second, third = _three_lines(path)
    known = journal_at(path).position
    assert known.lines == 3
    others = tmp_path / "other" / "keys" / "erasure.journal"
    if change == "another's":
        for one in IDS[3:]:
            append(journal_at(others), [one])
    content = {
        "cut": first + second,
        "empty": b"",
        "gone": None,
        "edited": _chained_again(first, second.replace(str(IDS[1]).encode(), str(IDS[5]).encode()), third),
        "swapped": _chained_again(second, first, third),
        "begun anew": _chained_again(first),
        "another's": others.read_bytes() if others.exists() else b"",
    }[change]
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    with pytest.raises(StoreRefused, match="journal_changed"):
        check(path, known)
    with pytest.raises(StoreRefused, match="journal_changed"):
        journal_at(path).check(known)


def _chained_again(*lines: bytes) -> bytes:
    """Write a whole chain over changed lines, as somebody does who knows how it is made."""
    last, written = "0" * 64, b""
    for one in lines:
        told = {name: value for name, value in json.loads(one).items() if name != "chain"}
        last = sha256((last + json.dumps(told, sort_keys=True)).encode()).hexdigest()
        written += (json.dumps(told | {"chain": last}) + "\n").encode()
    return written


def test_a_journal_that_went_on_is_as_far_as_it_was(path: Path) -> None:
    """Lines that came after the database was kept, or backed up, don't matter; nor does a torn one."""
    journal = journal_at(path)
    places = [asyncio.run(journal.append([one])) for one in IDS[:3]]
    with path.open("ab") as opened:
        opened.write(b'{"at_ms"')
    for known in (None, Position(0, "0" * 64), *places):
        check(path, known)
        journal.check(known)
    assert places[-1] == journal.position
    assert [one.lines for one in places] == [1, 2, 3]


def test_a_journal_is_laid_aside_under_a_name_of_its_own(path: Path) -> None:
    """Nothing of it is lost, however often; the next start begins another."""
    for number in (1, 2):
        append(journal_at(path), IDS[:number])
        aside = laid_aside(path)
        assert aside.name == f"erasure.journal.{number}"
        assert aside.read_bytes().count(b"\n") == 1
        assert not path.exists()
    assert laid_aside(path).name == "erasure.journal.3"
    assert journal_at(path).position.lines == 0
