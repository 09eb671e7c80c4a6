"""The sequence of revocations, in a real file, seen by two readers and by another process."""

import asyncio
import multiprocessing
import os
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

import pytest

from core.aging import REVOKED_MS
from core.storage.revocations import BLIND_AFTER_S, EVERY_S, RevocationSequence
from core.videos import AssetId

GONE, KEPT = AssetId(UUID(int=7)), AssetId(UUID(int=8))


@dataclass
class Watch:
    """Seconds that a test moves."""

    at_s: float = 100.0

    def __call__(self) -> float:
        """Tell them."""
        return self.at_s


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the sequence lies."""
    return tmp_path / "revoked.log"


def test_a_revocation_holds_here_at_once(path: Path) -> None:
    """No look is needed in the process that revokes, and nothing else is revoked."""
    sequence = RevocationSequence(path, Watch())
    assert not sequence.is_revoked(GONE)
    asyncio.run(sequence.revoke([GONE]))
    assert sequence.is_revoked(GONE)
    assert not sequence.is_revoked(KEPT)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_bytes() == GONE.bytes


def test_another_reader_sees_it_within_a_quarter_of_a_second(path: Path) -> None:
    """The other one looks again once its last look is 250 ms old."""
    watch = Watch()
    elsewhere = RevocationSequence(path, watch)
    here = RevocationSequence(path, watch)
    asyncio.run(here.revoke([KEPT, GONE]))
    watch.at_s += EVERY_S + 0.001
    assert EVERY_S <= 0.25
    assert elsewhere.is_revoked(GONE)
    assert elsewhere.is_revoked(KEPT)


def test_a_sequence_that_can_not_be_read_closes_everything_after_a_second(path: Path) -> None:
    """For one second the last look counts; then nothing private is served, until the file is back."""
    watch = Watch()
    sequence = RevocationSequence(path, watch)
    path.rename(path.with_suffix(".away"))
    watch.at_s += BLIND_AFTER_S
    assert not sequence.is_revoked(KEPT)
    watch.at_s += 0.001
    assert sequence.is_revoked(KEPT)
    path.with_suffix(".away").rename(path)
    assert not sequence.is_revoked(KEPT)


def test_a_process_that_was_idle_looks_before_it_answers(path: Path) -> None:
    """Hours without a look close nothing when the sequence can be read: a look is made first."""
    watch = Watch()
    elsewhere = RevocationSequence(path, watch)
    watch.at_s += 3_600
    assert not elsewhere.is_revoked(KEPT)


def test_half_an_id_waits_for_its_other_half(path: Path) -> None:
    """A reader that looks in the middle of a write takes whole ids only, and none of them twice."""
    watch = Watch()
    sequence = RevocationSequence(path, watch)
    for part in (GONE.bytes[:5], GONE.bytes[5:] + KEPT.bytes[:3], KEPT.bytes[3:]):
        with path.open("ab") as opened:
            opened.write(part)
        watch.at_s += 1
        sequence.look()
    assert sequence.is_revoked(GONE)
    assert sequence.is_revoked(KEPT)


def test_a_start_begins_anew(path: Path) -> None:
    """Ids of what is long gone don't pile up."""
    asyncio.run(RevocationSequence(path, Watch()).revoke([GONE]))
    assert not RevocationSequence(path, Watch()).is_revoked(GONE)
    assert path.read_bytes() == b""


def test_what_is_revoked_after_a_start_is_heard_by_who_read_before_it(path: Path) -> None:
    """A reader that looks again only when as much was revoked anew as it had read reads that from its beginning."""
    watch = Watch()
    asyncio.run(RevocationSequence(path, watch).revoke([KEPT]))
    elsewhere = RevocationSequence(path, watch, anew=False)
    asyncio.run(RevocationSequence(path, watch).revoke([GONE]))
    watch.at_s += EVERY_S + 0.001
    assert elsewhere.is_revoked(GONE)


def test_it_holds_here_even_when_it_can_not_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is told to whoever revokes; the revocation counts in this process all the same."""
    sequence = RevocationSequence(path, Watch())

    def full(_descriptor: int, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space left"):
            asyncio.run(sequence.revoke([GONE]))
    assert sequence.is_revoked(GONE)


def revoke_elsewhere(path: Path, told: Connection) -> None:
    """Revoke in another process: append as it would, without beginning the sequence anew."""
    with path.open("ab", buffering=0) as opened:
        opened.write(GONE.bytes)
    told.send("revoked")


def test_another_process_is_heard_in_real_time(path: Path) -> None:
    """By the real clock: what another process wrote counts here at the first question after 250 ms."""
    sequence = RevocationSequence(path)
    assert not sequence.is_revoked(GONE)
    hears, tells = multiprocessing.Pipe(duplex=False)
    other = multiprocessing.get_context("spawn").Process(target=revoke_elsewhere, args=(path, tells))
    other.start()
    while not hears.poll():
        sequence.is_revoked(KEPT)
        time.sleep(0.005)
    time.sleep(EVERY_S + 0.01)
    assert sequence.is_revoked(GONE)
    other.join()


def test_what_was_revoked_is_forgotten_after_a_day(path: Path) -> None:
    """Ids of what is long gone leave the file while the service runs; what is younger stays, for every reader."""
    watch = Watch()
    sequence, elsewhere = RevocationSequence(path, watch), RevocationSequence(path, watch)
    asyncio.run(sequence.revoke([GONE]))
    watch.at_s += REVOKED_MS / 1_000
    asyncio.run(sequence.revoke([KEPT]))
    assert asyncio.run(sequence.forget_old()) == 0
    watch.at_s += 0.001
    assert asyncio.run(sequence.forget_old()) == 1
    assert path.read_bytes() == KEPT.bytes
    assert path.stat().st_mode & 0o777 == 0o600
    watch.at_s += EVERY_S + 0.001
    for reader in (sequence, elsewhere):
        assert reader.is_revoked(KEPT)
    assert not sequence.is_revoked(GONE)


async def test_a_file_that_was_written_anew_is_read_from_its_beginning(path: Path) -> None:
    """Another reader misses nothing, though the new file is as long as the old one was."""
    watch = Watch()
    sequence, elsewhere = RevocationSequence(path, watch), RevocationSequence(path, watch)
    await sequence.revoke([GONE])
    watch.at_s += 1
    elsewhere.look()
    watch.at_s += REVOKED_MS / 1_000
    await sequence.forget_old()
    await sequence.revoke([KEPT])
    watch.at_s += 1
    assert elsewhere.is_revoked(KEPT)


def test_a_process_that_lost_its_database_serves_nothing_after_a_second(tmp_path: Path, path: Path) -> None:
    """It is gone, or another file stands in its place: for a second the last look counts, and then nothing does."""
    database, watch = tmp_path / "hushreel.db", Watch()
    database.write_bytes(b"kept")
    sequence = RevocationSequence(path, watch, database=database)
    watch.at_s += 3_600
    assert not sequence.is_revoked(KEPT)
    for lose in (lambda: database.rename(tmp_path / "away"), lambda: database.write_bytes(b"another")):
        lose()
        watch.at_s += BLIND_AFTER_S
        sequence.is_revoked(KEPT)
        watch.at_s += 0.001
        assert sequence.is_revoked(KEPT)
    (tmp_path / "away").replace(database)
    assert not sequence.is_revoked(KEPT)
