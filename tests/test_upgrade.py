"""A newer program on the data of an older one, with work in flight: real processes, kill -9 between them."""

import asyncio
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from core.storage.database import PRAGMAS, hand_over
from core.storage.migrate import MIGRATIONS
from core.videos import Making, VideoId
from tests.erasing import house_of
from tests.making import Slow, ended, started, working
from tests.parts import parts_in
from tests.test_fairness import queue

OLDER = """
import asyncio, importlib, sys
from pathlib import Path
from uuid import UUID
from tests.erasing import house_of
from tests.making import Slow, started, working
from tests.parts import parts_in
from tests.test_fairness import queue

class Endless(Slow):
    seconds = 600

async def main():
    importlib.import_module("core.engine.durable").FLOWS_VERSION = "older"
    async with parts_in(Path(sys.argv[1])) as parts:
        house, owner = house_of(parts), await parts.person()
        gone = await house.made(owner)
        await house.told()
        async with parts.store.read() as reads:
            await reads.preferences(owner)
            async with working(parts, {"motion": Endless(parts.workers)}):
                await house.ask(owner, gone)
                waiting = [await queue(parts, owner) for _ in range(3)]
                while not (await parts.store.ledger.owed(gone) and await started(parts)):
                    await asyncio.sleep(0.02)
                print(gone, *waiting, flush=True)
                await asyncio.sleep(600)

asyncio.run(main())
"""


async def test_flows_of_an_older_version_are_done_again_from_our_tables(tmp_path: Path) -> None:
    """Killed by -9 and followed by a version with other flows: what was made and what waited is ready once, in order.

    The receipt of an erasure whose rows were gone already comes too.
    """
    folder = tmp_path / "data"
    older = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OLDER, str(folder), cwd=Path(__file__).parents[1], stdout=asyncio.subprocess.PIPE
    )
    assert older.stdout is not None
    said = await asyncio.wait_for(older.stdout.readline(), 50)
    older.send_signal(signal.SIGKILL)
    await older.wait()
    gone, *waiting = [VideoId(UUID(name)) for name in said.decode().split()]
    assert version_of_flows(folder) == {"older"}
    async with parts_in(folder, seed=1) as parts:
        owner, house = await parts.person(), house_of(parts)
        assert await house.receipt(owner, gone) is None
        parts.clock.advance(60_000)
        async with working(parts, {"motion": Slow(parts.workers)}):
            for video in waiting:
                assert (await ended(parts, owner, video)).video.state is Making.READY
            async with asyncio.timeout(60):
                while await house.receipt(owner, gone) is None:  # noqa: ASYNC110 - the engine tells nobody
                    await asyncio.sleep(0.05)
        assert [video for video in await started(parts) if video in waiting] == waiting
        assert len(parts.sealed_files) == 3 * 3


def version_of_flows(folder: Path) -> set[str]:
    """Give the versions that the engine's file names."""
    with closing(sqlite3.connect(folder / "engine.db")) as reading:
        return {row[0] for row in reading.execute("select application_version from workflow_status")}


async def test_a_schema_is_brought_up_while_a_queue_waits(tmp_path: Path) -> None:
    """The tables of the first version, with videos that wait: after a start they are made, in their order."""
    folder = tmp_path / "data"
    async with parts_in(folder) as parts:
        owner = await parts.person()
        waiting = [await queue(parts, owner) for _ in range(3)]
    as_first_version(folder / "hushreel.db")
    async with parts_in(folder, seed=1) as parts:
        parts.clock.advance(60_000)
        async with working(parts, {"motion": Slow(parts.workers)}):
            for video in waiting:
                view = await ended(parts, owner, video)
                assert (view.video.state, view.video.number) == (Making.READY, waiting.index(video) + 1)
        assert await started(parts) == waiting


def as_first_version(file: Path) -> None:
    """Rewrite a database as the first migration made it, with all rows that fit into it."""
    newer = shutil.move(file, file.with_suffix(".newer"))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = sa.create_engine(f"sqlite:///{file}", poolclass=sa.NullPool)
    hand_over(engine, "BEGIN IMMEDIATE", PRAGMAS)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    with closing(sqlite3.connect(file)) as database:
        database.execute("attach ? as newer", (str(newer),))
        tables = [row[0] for row in database.execute("select name from sqlite_master where type = 'table'")]
        for table in set(tables) - {"alembic_version"}:
            columns = ", ".join(f'"{row[1]}"' for row in database.execute(f'pragma table_info("{table}")'))
            database.execute(f'insert into "{table}" ({columns}) select {columns} from newer."{table}"')  # noqa: S608
        database.commit()
    Path(newer).unlink()
