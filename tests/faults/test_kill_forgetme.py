"""kill -9 of a process in which people are forgotten, at random moments.

HUSHREEL_FORGET_KILLS sets how many, HUSHREEL_SEED which.
"""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.videos import Making
from tests.departing import Village, cells, named_in, village_in
from tests.parts import parts_in
from tests.publishing_life import FastClock
from tests.service import eventually

KILLS = int(os.environ.get("HUSHREEL_FORGET_KILLS", "3"))
SEED = int(os.environ.get("HUSHREEL_SEED", "20261130"))
LATEST_S = 3.0
READY_WITHIN_S = 120.0


def live(data: Path, seed: int, said: Path, lasts_s: float) -> list[dict[str, str]]:
    """Let a process live until it is killed, and give what it said."""
    command = (sys.executable, "-m", "tests.departing_life", str(data), str(seed))
    with said.open("w") as out, subprocess.Popen(command, stdout=out) as process:
        try:
            eventually(lambda: process.poll() is not None or '"left"' in said.read_text(), READY_WITHIN_S)
            assert process.poll() is None
            time.sleep(lasts_s)
        finally:
            process.kill()
    return [json.loads(line) for line in said.read_text().splitlines(keepends=True) if line.endswith("\n")]


def column(village: Village, table: str, name: str) -> list[str]:
    """Give a column of a table, read from outside."""
    found = cells(village.parts.folder / "hushreel.db")
    return [value for one, column, value in found if (one, column) == (table, name)]


def check(village: Village, said: list[dict[str, str]]) -> None:
    """See that whoever was told so is gone with a receipt, and that of nobody a part is there."""
    there = set(column(village, "identities", "person"))
    left = [one for one in said if one["what"] == "left"]
    assert there.isdisjoint(one["person"] for one in left)
    assert {one["receipt"] for one in left} <= set(column(village, "receipts", "id"))
    assert named_in(village.parts, [one["account"] for one in left]) == []
    assert named_in(village.parts, {one["person"] for one in said} - there) == []
    assert Making.ERASING.value not in column(village, "videos", "state")


@pytest.mark.timeout(200 * KILLS + 300)
async def test_whoever_was_told_is_gone_and_nobody_by_half(tmp_path: Path) -> None:
    """Killed anywhere, it goes on at the next start: nothing names who left, and each of them has a receipt."""
    chance, data = random.Random(SEED), tmp_path / "data"  # noqa: S311 - repeatable
    said: list[dict[str, str]] = []
    for number in range(KILLS):
        said += live(data, SEED + number, tmp_path / "said", chance.uniform(0, LATEST_S))
        async with parts_in(data, SEED - 1 - number, FastClock()) as parts:
            village = await village_in(parts)
            await village.run(reached=False)
            check(village, said)
            assert await parts.store.ledger.departures() == []
        print(f"kill {number + 1} of {KILLS}: {len(said)} told")  # noqa: T201
    assert [one for one in said if one["what"] == "left"]
