"""The doctor finds what is wrong with the keys, the journal, the database, the sealed bytes and the clock."""

import os
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bots.chat.command import VideoRef
from bots.wiring.doctor.blobs import sealed_bytes
from bots.wiring.doctor.clock import clock, time_zones
from bots.wiring.doctor.keys import journal, key, key_backup, receipt_key
from bots.wiring.doctor.tables import database, engine
from bots.wiring.doctor.undecided import undecided
from core.cases import OPERATOR_AFTER_MS
from core.storage.keys import MasterKey
from tests.chatting import Chatting, chatting_in
from tests.doctoring import Check, codes, codes_elsewhere, mend, patient, python, unprivileged

__all__ = ("unprivileged",)
DAY_S = 86_400
LOOKS: tuple[Check, ...] = (key, receipt_key, journal, database, engine, sealed_bytes, undecided, clock, time_zones)


@pytest.fixture
async def lived(tmp_path: Path) -> Path:
    """An installation with a video that is ready, and a receipt of one that was erased."""
    async with chatting_in(tmp_path) as talk:
        owner = await talk.arrive()
        await talk.ready(owner)
        await _erased(talk)
    return tmp_path


async def _erased(talk: Chatting) -> None:
    owner = await talk.arrive()
    video = await talk.ready(owner)
    confirm = await talk.chat.ask("delete", {"video": VideoRef("#2")}, owner)
    await talk.press(confirm, "erase", owner)
    await talk.erase(video)


def sql(folder: Path, statement: str) -> None:
    """Change the database file itself."""
    with closing(sqlite3.connect(folder / "data" / "hushreel.db")) as connection, connection:
        connection.execute(statement)


def test_an_installation_in_order_is_fine(lived: Path) -> None:
    """Keys, journal, tables, bytes and clock of a house that was lived in."""
    assert [(look.__name__, found) for look in LOOKS if (found := codes(look, patient(lived)))] == []


def test_what_waits_for_the_operator_is_counted(lived: Path) -> None:
    """Cases without a community at once, a community's after 36 hours; what is decided doesn't count."""
    now_ms = time.time_ns() // 1_000_000
    home, young = f"x'{bytes(16).hex()}'", now_ms - 1_000
    for number, (community, state, since_ms) in enumerate(
        [
            ("NULL", "open", young),
            (home, "open", young),
            (home, "open", now_ms - OPERATOR_AFTER_MS),
            (home, "upheld", 0),
        ]
    ):
        assert codes(undecided, patient(lived)) == (["undecided"] if number else [])
        values = f"'{number:032x}', {community}, '{state}', {since_ms}, {since_ms}"
        sql(lived, f"INSERT INTO cases (id, community, state, opened_at_ms, due_at_ms) VALUES ({values})")  # noqa: S608
    said = mend(undecided, patient(lived))
    assert said.startswith("2 things wait for your decision")
    assert "hushreel operator login" in said


def _gone(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "keys" / name).unlink()


def _open(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "keys" / name).chmod(0o644)


def _cut(name: str, leave_bytes: int) -> Callable[[Path], None]:
    return lambda folder: os.truncate(folder / "keys" / name, leave_bytes)


def _journal_changed(folder: Path) -> None:
    file = folder / "keys" / "erasure.journal"
    file.write_text(file.read_text().replace('"at_ms": 1', '"at_ms": 2'))


def _journal_cut(folder: Path) -> None:
    (folder / "keys" / "erasure.journal").write_bytes(b"")


def _journal_torn(folder: Path) -> None:
    with (folder / "keys" / "erasure.journal").open("a") as opened:
        opened.write('{"at_ms": 1')


@pytest.mark.parametrize(
    ("look", "mistake", "code"),
    [
        (key, _gone("master.key"), "key_missing"),
        (key, _open("master.key"), "key_readable_by_others"),
        (key, _cut("master.key", 20), "key_damaged"),
        (receipt_key, _gone("receipt.key"), "receipt_key_missing"),
        (receipt_key, _open("receipt.key"), "key_readable_by_others"),
        (receipt_key, _cut("receipt.key", 20), "key_damaged"),
        (journal, _gone("erasure.journal"), "journal_missing"),
        (journal, _open("erasure.journal"), "journal_open"),
        (journal, _journal_changed, "journal_changed"),
        (journal, _journal_torn, "journal_torn"),
        (journal, _journal_cut, "journal_changed"),
    ],
)
def test_keys_and_journal(lived: Path, look: Check, mistake: Callable[[Path], None], code: str) -> None:
    """What is gone, open to others, cut or changed is told with its path, and stays as it was."""
    mistake(lived)
    before = {file: file.read_bytes() for file in (lived / "keys").iterdir()}
    assert codes(look, patient(lived)) == [code]
    assert str(lived / "keys") in mend(look, patient(lived))
    assert {file: file.read_bytes() for file in (lived / "keys").iterdir()} == before


def test_keys_in_the_wrong_place(lived: Path) -> None:
    """The key inside the data, another data's key, and the journal inside the data."""
    (lived / "elsewhere").mkdir()
    MasterKey.load(lived / "other" / "master.key", lived / "elsewhere")
    assert codes(key, patient(lived, KEY_FILE=str(lived / "other" / "master.key"))) == ["key_of_other_data"]
    assert codes(journal, patient(lived, ERASURE_JOURNAL=str(lived / "data" / "j"))) == ["journal_inside_data"]
    (lived / "keys" / "master.key").rename(lived / "data" / "master.key")
    assert codes(key, patient(lived, KEY_FILE=str(lived / "data" / "master.key"))) == ["key_inside_data"]


def test_keys_that_this_account_may_not_read(lived: Path, unprivileged: tuple[str, ...]) -> None:
    """Looked at without the right to, keys, journal and data are told as such; nothing crashes."""
    for folder in (lived / "keys", lived / "data"):
        folder.chmod(0o000)
    names = {"DATA_DIR": "data", "KEY_FILE": "keys/master.key", "ERASURE_JOURNAL": "keys/erasure.journal"}
    given = {name: str(lived / path) for name, path in names.items()}
    looks = "keys.key, keys.key_backup, keys.journal, folders.data_folder"
    found = codes_elsewhere(looks, *unprivileged, **given)
    assert found == ["folder_refused", "file_refused", "folder_refused", "folder_closed"]


def test_a_backup_of_the_key_is_asked_for_until_somebody_says_there_is_one(lived: Path) -> None:
    """The line that mends it can be typed as it stands; a key that is newer than the word asks again."""
    assert codes(key_backup, patient(lived)) == ["key_backup_unsaid"]
    mark = Path(mend(key_backup, patient(lived)).rpartition("touch ")[2])
    mark.touch()
    assert codes(key_backup, patient(lived)) == []
    later_s = time.time() + DAY_S
    os.utime(lived / "keys" / "master.key", (later_s, later_s))
    assert codes(key_backup, patient(lived)) == ["key_backup_unsaid"]


def test_a_schema_of_another_version(lived: Path) -> None:
    """A newer one is a problem, an older one a warning that there is no way back; a missing one begins anew."""
    sql(lived, "UPDATE alembic_version SET version_num = '0001'")
    assert codes(database, patient(lived)) == ["database_older"]
    sql(lived, "UPDATE alembic_version SET version_num = '9999'")
    assert codes(database, patient(lived)) == ["schema_newer"]


def test_a_damaged_database(lived: Path) -> None:
    """A page that was overwritten, another file in its place, and a damaged file of the engine."""
    file = lived / "data" / "hushreel.db"
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + os.urandom(8192) + whole[16384:])
    assert codes(database, patient(lived)) in (["database_damaged"], ["not_a_database"])
    file.write_bytes(b"no database at all, yet longer than a header of one would be" * 20)
    assert codes(database, patient(lived)) == ["not_a_database"]
    file.unlink()
    file.mkdir()
    assert codes(database, patient(lived)) == ["database_unreadable"]
    (lived / "data" / "engine.db").write_bytes(os.urandom(4096))
    assert codes(engine, patient(lived)) == ["engine_damaged"]


def test_sealed_bytes_that_are_lost_cut_or_strange(lived: Path) -> None:
    """A file that is gone, one that is cut, and one that belongs to nothing; what was just written is waited for."""
    blobs = sorted((lived / "data" / "blobs").iterdir())
    stray = lived / "data" / "blobs" / "holiday.jpg"
    stray.touch()
    assert codes(sealed_bytes, patient(lived)) == []
    earlier_s = time.time() - DAY_S
    os.utime(stray, (earlier_s, earlier_s))
    assert codes(sealed_bytes, patient(lived)) == ["blobs_stray"]
    blobs[0].unlink()
    os.truncate(blobs[1], 5)
    assert codes(sealed_bytes, patient(lived)) == ["blobs_lost", "blobs_stray"]
    assert "gone: 1; cut or longer than they were: 1" in mend(sealed_bytes, patient(lived))


def test_a_clock_that_is_behind(lived: Path) -> None:
    """The newest event, or the newest file, is later than now."""
    later_s = time.time() + DAY_S
    os.utime(lived / "keys" / "erasure.journal", (later_s, later_s))
    assert codes(clock, patient(lived)) == ["clock_behind"]
    os.utime(lived / "keys" / "erasure.journal")
    assert codes(clock, patient(lived)) == []
    sql(lived, f"UPDATE events SET at_ms = {round(later_s * 1000)}")  # noqa: S608
    os.utime(lived / "data" / "hushreel.db")
    assert codes(clock, patient(lived)) == ["clock_behind"]


def test_time_zones_that_are_missing() -> None:
    """Without the system's data and without the library that brings it."""
    code = (
        "import sys; sys.modules['tzdata'] = None; from bots.wiring.doctor.clock import time_zones;"
        "print(*(f.code for f in time_zones(None)))"
    )
    assert python(code, "env", "PYTHONTZPATH=/nonexistent") == "zones_missing"


def test_a_database_that_a_killed_server_left_is_read_without_a_trace(lived: Path) -> None:
    """What is still in the log beside the file counts, and neither file changes."""
    data = lived / "data"
    code = f"""
import os, sqlite3
connection = sqlite3.connect('{data}/hushreel.db')
connection.execute('PRAGMA wal_autocheckpoint = 0')
connection.execute("UPDATE alembic_version SET version_num = '9999'")
connection.commit()
os.kill(os.getpid(), 9)
"""  # noqa: S608
    with pytest.raises(subprocess.CalledProcessError, match="SIGKILL"):
        python(code)
    assert (data / "hushreel.db-wal").stat().st_size > 0
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in data.iterdir() if file.is_file()}
    assert codes(database, patient(lived)) == ["schema_newer"]
    assert {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in data.iterdir() if file.is_file()} == before
