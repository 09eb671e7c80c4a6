"""kill -9 at chosen points of delete, of forgetme, and of what end dates and ages begin by themselves.

HUSHREEL_GONE_KILLS sets how many of each of them, HUSHREEL_SEED which. Every second one comes a moment after its point.
"""

import asyncio
import os
import random
from pathlib import Path

import pytest

from tests.faults.gone_books import Books
from tests.faults.gone_life import DELETING, FORGETTING, FOUNDING, SETTLING, SWEEPING
from tests.faults.houses import flows_known
from tests.faults.killing import Killing, begun, ended, said_in
from tests.service import eventually

KILLS = [int(one) for one in os.environ.get("HUSHREEL_GONE_KILLS", "6").split(",")]
SEED = int(os.environ.get("HUSHREEL_SEED", "20261130"))
LONGEST_S = 0.03
TORN_EVERY = 5
TORN = b'{"at_ms": 1796'
SETTLED_WITHIN_S = 300.0


def settle(folder: Path, books: Books) -> None:
    """Let a life go on with what others left, until nothing is under way and the engine forgot its flows."""
    said = folder / "settle.said"
    data = folder / "data"
    process = begun(SETTLING, folder, SEED, said, None)
    try:
        eventually(lambda: not process.is_alive() or books.is_quiet(), SETTLED_WITHIN_S)
        eventually(lambda: not process.is_alive() or flows_known(data) == 0, SETTLED_WITHIN_S)
        assert process.is_alive()
    finally:
        process.kill()
        process.join()


@pytest.mark.timeout(400 * max(KILLS) + 900)
@pytest.mark.parametrize(("kind", "kills"), list(zip((DELETING, FORGETTING, SWEEPING), KILLS * 3, strict=False)))
def test_what_was_told_is_so_wherever_it_was_killed(kind: str, kills: int, tmp_path: Path) -> None:
    """After each kill the gate is closed and receipts are true; in the end nothing of it is left, and all else is."""
    chance = random.Random(f"{SEED} {kind}")  # noqa: S311 - repeatable
    folder, books = tmp_path / "house", Books(tmp_path / "house")
    killing = Killing(chance, LONGEST_S)
    seed = SEED % 100_000 * 1_000
    founding, first = folder / "found.said", folder / "first.said"
    assert ended(begun(FOUNDING, folder, seed, founding, None)) == 0
    killing.learn(begun(kind, folder, seed, first, None), first)
    books.hear(said_in(founding) + said_in(first))
    asyncio.run(books.check_start())
    lives = 0
    while killing.kills < kills:
        said, lives = folder / f"{lives}.said", lives + 1
        aim = killing.aim()
        killing.live(begun(kind, folder, seed + lives, said, aim), said, aim)
        books.hear(said_in(said))
        if lives % TORN_EVERY == 0:
            with (folder / "keys" / "erasure.journal").open("ab") as journal:
                journal.write(TORN)
        asyncio.run(books.check_start())
        print(f"kill {killing.kills} of {kills} ({kind}): {aim}; {books}")  # noqa: T201
    settle(folder, books)
    asyncio.run(books.check_start())
    books.check_end()
    killing.report(kind)
