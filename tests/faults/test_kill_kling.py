"""kill -9 at chosen points of a video's way to Kling and back, by both contracts: paid once, delivered once, or told.

HUSHREEL_KLING_KILLS sets how many for each contract, HUSHREEL_SEED which. Every second one comes a moment after its
point: while the order is on the wire, most of all.
"""

import json
import os
import random
import re
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from core.generation.declined import GENERATOR_UNREACHABLE, SUBMIT_LOST, TOOK_TOO_LONG
from tests.fakes.kling_wire.passing import kling
from tests.fakes.kling_wire.server import KlingWire
from tests.faults.houses import read_books
from tests.faults.killing import SEED, Killing, ended, said_in, started
from tests.faults.kling_life import SENDING, SETTLING, Place, live
from tests.faults.points import Aim

KILLS = int(os.environ.get("HUSHREEL_KLING_KILLS", "3"))
LONGEST_S = 0.15
ON_THE_WAY = re.compile(r"core/generation/|dbos:record")
"""Points of a video's own way: its rows, its sealed files, the engine's steps."""


@dataclass(frozen=True)
class Ended:
    """How a video ended, and our own id of its order; None where it was never meant to leave."""

    state: str
    failure: str | None
    external_id: UUID | None


def ends(folder: Path) -> dict[str, Ended]:
    """Read how each video ended."""
    query = "select id, state, failure, external_id from videos left join submissions on video = id"
    with closing(sqlite3.connect(f"file:{folder / 'data' / 'hushreel.db'}?mode=ro", uri=True)) as database:
        rows = database.execute(query).fetchall()
    return {video: Ended(state, failure, UUID(ours) if ours else None) for video, state, failure, ours in rows}


def check(folder: Path, wire: KlingWire) -> Counter[str]:
    """See that each video was paid at most once and is there once, or says what nobody knows; counts how they ended."""
    posts = Counter(_external(one.body) for one in list(wire.seen) if one.method == "POST")
    books, counted = read_books(folder / "data"), Counter[str]()
    assert max(posts.values(), default=0) <= 1
    assert len(wire.tasks.known) == wire.tasks.made
    for video, end in ends(folder).items():
        paid = len(wire.tasks.of(str(end.external_id))) if end.external_id else 0
        roles = books.roles.get(video, Counter())
        assert (roles["output"], roles["poster"]) == ((1, 1) if end.state == "ready" else (0, 0))
        assert paid in {"ready": {1}, "failed": {0, 1}, "asked": {0}}[end.state]
        if end.state == "failed":
            assert end.failure in {SUBMIT_LOST, TOOK_TOO_LONG, GENERATOR_UNREACHABLE}
            assert end.failure != GENERATOR_UNREACHABLE or not paid
        counted[end.failure or end.state] += 1
    return counted


def _external(body: bytes) -> str:
    told = json.loads(body)
    return str(told.get("external_task_id") or told["options"]["external_task_id"])


@pytest.mark.timeout(180 * KILLS + 600)
@pytest.mark.parametrize("contract", ["legacy", "newer"])
def test_paid_once_delivered_once_wherever_it_was_killed(contract: str, tmp_path: Path) -> None:
    """After each kill no order was sent twice; in the end each video is there once, or says what may have been paid."""
    killing = Killing(random.Random(f"{SEED} {contract}"), LONGEST_S)  # noqa: S311 - repeatable
    with kling() as wire:
        place = Place(tmp_path / "house", wire.base_url, contract)
        place.folder.mkdir()

        def life(number: int, aim: Aim | None) -> None:
            said = place.folder / f"{number}.said"
            process = started(live, SENDING, place, said, aim)
            if aim is None:
                killing.learn(process, said)
            else:
                killing.lived(process, said, aim)

        life(0, None)
        assert ends(place.folder).popitem()[1].state == "ready"
        killing.points = Counter({one: times for one, times in killing.points.items() if ON_THE_WAY.search(one)})
        number = 0
        while killing.kills < KILLS:
            number += 1
            life(number, killing.aim())
            paid = check_paid(wire)
            print(f"kill {killing.kills} of {KILLS}: {paid} paid of {len(ends(place.folder))}")  # noqa: T201
        said = place.folder / "settle.said"
        assert ended(started(live, SETTLING, place, said, None)) == 0, said_in(said)
        counted = check(place.folder, wire)
    books = read_books(place.folder / "data")
    assert books.blobs == books.assets
    assert counted["ready"] >= 1
    assert set(counted) <= {"ready", "asked", SUBMIT_LOST, TOOK_TOO_LONG, GENERATOR_UNREACHABLE}
    killing.report(f"kling {contract}, {dict(counted)}")


def check_paid(wire: KlingWire) -> int:
    """See that no order came twice; gives how many were begun."""
    posts = Counter(_external(one.body) for one in list(wire.seen) if one.method == "POST")
    assert max(posts.values(), default=0) <= 1
    return wire.tasks.made
