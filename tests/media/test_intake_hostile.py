"""Files that mean harm: each is refused by its cause, opens no file and no socket, and leaves nothing behind."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from inotify_simple import INotify, flags

from tests.fakes.hostile import cases

NAMED = {name: code for name, _, code in cases("/nowhere/bait.ts")}
ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Take them all in where nobody can be reached, and watch the file that they name."""
    folder = tmp_path_factory.mktemp("hostile")
    bait = folder / "bait" / "secret.ts"
    bait.parent.mkdir()
    bait.write_bytes(b"\x47" + b"secret" * 100)
    python = [sys.executable, "-m"]
    with INotify() as notify:
        notify.add_watch(bait.parent, flags.OPEN | flags.ACCESS)
        done = subprocess.run(
            [*python, "tests.fakes.offline", *python, "tests.hostile_run", str(folder / "run" / "data"), str(bait)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        touched = notify.read(timeout=0)
        bait.read_bytes()
        seen = notify.read(timeout=0)
    return {**json.loads(done.stdout), "touched": touched, "seen": seen}


@pytest.mark.parametrize("name", NAMED)
def test_a_hostile_file_is_refused_by_its_cause(run: dict[str, Any], name: str) -> None:
    """The code says what is wrong with it; no worker had to be killed for it."""
    assert run["came"][name][0] == NAMED[name]


def test_no_file_that_they_name_is_opened_and_nothing_is_left(run: dict[str, Any]) -> None:
    """Nobody touched the bait, which the watch would have seen; no sealed byte stays."""
    assert run["touched"] == []
    assert run["seen"]
    assert run["left"] == []
    assert len(run["came"]) == len(NAMED) >= 60
