"""The file of the database: brought to this version's schema, forward only, or refused with a reason."""

import asyncio
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

from core.erasure.closed import OURS
from core.errors import StoreRefused
from core.storage.migrate import MIGRATIONS, migrate
from core.storage.serving import ServingLock
from core.storage.tables import metadata

OWNER, COPY = UUID(int=8), UUID(int=7)
CHAT = {"id": str(COPY), "platform": "discord", "kind": "direct", "until_ms": 0}
HOLD = """
import sys
from pathlib import Path
from core.storage.serving import ServingLock
ServingLock(Path(sys.argv[1])).take()
print("taken", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a database will be."""
    return tmp_path / "hushreel.db"


def brought_up(file: Path) -> None:
    """Migrate a file, as a start does."""
    asyncio.run(migrate(file))


@contextmanager
def older(file: Path, version: str) -> Iterator[sa.Connection]:
    """Write a file of an older schema, and what it held."""
    engine = sa.create_engine(f"sqlite:///{file}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
        yield connection
    engine.dispose()


def tables_of(file: Path) -> set[str]:
    """Names of the tables in a file."""
    with closing(sqlite3.connect(file)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def shape_of(file: Path) -> dict[str, list[set[tuple[object, ...]]]]:
    """Columns, foreign keys, indexes and version of every table in a file, in no order.

    SQLite numbers the indexes of unique columns as they come: those go by their columns.
    """
    asked = (
        """SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)""",
        """SELECT "table", "from", "to", on_update, on_delete FROM pragma_foreign_key_list(?)""",
        """SELECT iif(a.origin = 'c', a.name, a.origin), a."unique", a.partial, group_concat(b.name)
           FROM pragma_index_list(?) a, pragma_index_info(a.name) b GROUP BY a.name""",
        """SELECT sql FROM sqlite_master WHERE type <> 'table' AND tbl_name = ?""",
    )
    with closing(sqlite3.connect(file)) as rows:
        shapes = {name: [set(rows.execute(query, (name,))) for query in asked] for name in tables_of(file)}
        return shapes | {"": [set(rows.execute("SELECT version_num FROM alembic_version"))]}


def test_a_fresh_file_gets_the_tables_that_the_code_knows(file: Path) -> None:
    """A fresh file has exactly the tables and indexes of tables.py; nobody else on the machine reads the file."""
    brought_up(file)
    engine = sa.create_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()
    assert file.stat().st_mode & 0o777 == 0o600


def test_all_steps_lead_to_what_a_fresh_file_gets_at_once(tmp_path: Path) -> None:
    """Columns, defaults, keys and indexes are the same, whichever version a file began with."""
    fresh, stepped = tmp_path / "fresh.db", tmp_path / "stepped.db"
    brought_up(fresh)
    with older(stepped, "0001"):
        pass
    brought_up(stepped)
    assert shape_of(stepped) == shape_of(fresh)


def test_migrating_again_changes_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file at this version stays byte for byte as it is, and nothing is printed."""
    brought_up(file)
    before = file.read_bytes()
    brought_up(file)
    assert file.read_bytes() == before
    assert capsys.readouterr() == ("", "")


async def test_two_who_migrate_at_once_make_one_file(file: Path) -> None:
    """Two starts on an empty folder at the same moment both find the finished tables."""
    await asyncio.gather(migrate(file), migrate(file))
    assert set(metadata.tables) < tables_of(file)


def test_a_migration_that_is_cut_off_leaves_the_file_as_it_was(file: Path) -> None:
    """A step that fails takes all the earlier ones back; with its cause mended, the migration goes through."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE videos (in_the_way)")
    with pytest.raises(sa.exc.OperationalError):
        brought_up(file)
    assert tables_of(file) == {"videos"}
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE videos")
    brought_up(file)
    assert set(metadata.tables) < tables_of(file)


def test_a_newer_schema_is_refused_and_left_alone(file: Path) -> None:
    """A file that a later version wrote is not touched."""
    brought_up(file)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = file.read_bytes()
    with pytest.raises(StoreRefused) as refused:
        brought_up(file)
    assert (refused.value.code, refused.value.data) == ("schema_newer", {"path": str(file)})
    assert file.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(file: Path) -> None:
    """Somebody's notes under our name stay what they are."""
    file.write_bytes(b"notes about otters\n" * 1_000)
    with pytest.raises(StoreRefused) as refused:
        brought_up(file)
    assert (refused.value.code, refused.value.data) == ("not_a_database", {"path": str(file)})
    assert file.read_bytes() == b"notes about otters\n" * 1_000


def test_a_place_where_no_file_can_be_is_refused(tmp_path: Path) -> None:
    """A folder that can't be written to is told by its code and path."""
    path = tmp_path / "missing" / "hushreel.db"
    with pytest.raises(StoreRefused) as refused:
        brought_up(path)
    assert (refused.value.code, refused.value.data) == ("read_only", {"path": str(path)})


def test_a_folder_is_served_once_until_its_process_dies(tmp_path: Path) -> None:
    """While another process serves a folder it is refused by name; killed, that process leaves it free."""
    path = tmp_path / "serving.lock"
    holder = [sys.executable, "-c", HOLD, str(path)]
    mine = ServingLock(path)
    with subprocess.Popen(holder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"taken\n"
        with pytest.raises(StoreRefused) as refused:
            mine.take()
        assert (refused.value.code, refused.value.data) == ("already_serving", {"path": str(tmp_path)})
        os.kill(other.pid, signal.SIGKILL)
    mine.take()
    with pytest.raises(StoreRefused):
        ServingLock(path).take()
    mine.release()
    mine.release()
    ServingLock(path).take()


def test_a_file_of_the_first_schema_keeps_its_videos(file: Path) -> None:
    """People and videos of version 0.1.0 are there after the upgrade: no effect, from the beginning, as files."""
    with older(file, "0001") as connection:
        connection.exec_driver_sql("INSERT INTO people (id, last_number) VALUES ('p', 1)")
        connection.exec_driver_sql(
            "INSERT INTO videos (id, owner, number, state, route, shape, seconds, seed, asked_at_ms, ends_at_ms,"
            " wrapped_key, words) VALUES ('v', 'p', 1, 'ready', 'motion', '16:9', 5, 7, 1, 2, x'00', x'00')"
        )
    brought_up(file)
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT effect, start_ms, number FROM videos").fetchall() == [("none", 0, 1)]
        assert database.execute("SELECT delivery FROM people").fetchall() == [("file",)]


def test_of_older_videos_nobody_knows_where_they_were_begun(file: Path) -> None:
    """They belong to no community, and no community has a budget of its own; its rule stays."""
    with older(file, "0027") as connection:
        connection.exec_driver_sql("INSERT INTO people (id, last_number) VALUES ('p', 1)")
        connection.exec_driver_sql(
            "INSERT INTO videos (id, owner, number, state, route, shape, seconds, seed, asked_at_ms, ends_at_ms,"
            " wrapped_key, words) VALUES ('v', 'p', 1, 'asked', 'kling', '16:9', 5, 7, 1, 2, x'00', x'00')"
        )
        connection.exec_driver_sql(
            "INSERT INTO communities (id, platform, external_id, joined_at_ms, stays)"
            " VALUES ('c', 'discord', '1', 0, 1)"
        )
    brought_up(file)
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT route, begun_in FROM videos").fetchall() == [("kling", None)]
        budgets = database.execute("SELECT stays, budget_micro, budget_currency FROM communities").fetchall()
        assert budgets == [(1, None, None)]


@pytest.mark.parametrize(
    ("owed", "copies"),
    [
        (["output", "poster"], []),
        (
            {"roles": ["output"], "chats": [{"id": str(COPY), "platform": "discord", "kind": "direct", "until_ms": 0}]},
            [COPY],
        ),
    ],
    ids=["roles alone", "with chats"],
)
def test_receipts_that_were_owed_are_open_ones_afterwards(owed: object, copies: list[UUID], file: Path) -> None:
    """With a number of their own and no version yet; what was signed before stays to the letter, and is closed."""
    columns = "id, video, person, number, issued_at_ms, body, signature"
    with older(file, "0016") as connection:
        connection.exec_driver_sql("INSERT INTO people (id, last_number) VALUES (?, 2)", (OWNER.hex,))
        for row in (
            ("owed-1", UUID(int=1).hex, OWNER.hex, 1, 0, json.dumps(owed), ""),
            ("R-1", UUID(int=2).hex, OWNER.hex, 2, 9, "{}", "signed"),
        ):
            connection.exec_driver_sql(f"INSERT INTO receipts ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608
    brought_up(file)
    with closing(sqlite3.connect(file)) as rows:
        query = "SELECT id, body, signature, version, erasing, look_at_ms, facts FROM receipts ORDER BY number"
        open_one, signed = rows.execute(query).fetchall()
    assert signed == ("R-1", "{}", "signed", 1, 0, None, None)
    number, *rest, facts = open_one
    assert re.fullmatch(r"R-\w{4}-\w{4}", number)
    assert rest == ["", "", 0, 1, 0]
    items = json.loads(facts)["items"]
    assert {(one["what"], one["where"]) for one in items if "copy" not in one} == {
        (one.what, one.where) for one in OURS
    }
    assert [UUID(one["copy"]) for one in items if "copy" in one] == copies
    assert {one["state"] for one in items} == {"waiting"}
