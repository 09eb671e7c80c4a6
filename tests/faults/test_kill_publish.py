"""kill -9 of a process that publishes, decides and takes back, at random moments.

HUSHREEL_PUBLISH_KILLS sets how many, HUSHREEL_SEED which. What channels show is proved where their deliverers are.
"""

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from core.gate import Surface
from core.videos import PublicationId
from tests.parts import parts_in
from tests.publishing import town_in
from tests.publishing_life import FastClock
from tests.service import eventually

KILLS = int(os.environ.get("HUSHREEL_PUBLISH_KILLS", "6"))
SEED = int(os.environ.get("HUSHREEL_SEED", "20261129"))
VIDEOS_EACH = 2
LATEST_S = 4.0
READY_WITHIN_S = 60.0
OPEN = frozenset({"proposed", "approved", "shown", "appealed"})
ENDS = {
    "propose": "proposed",
    "show": "shown",
    "post": "shown",
    "reinstate": "shown",
    "approve": "approved",
    "remove": "removed",
    "redraft": "draft",
    "revise": "draft",
    "change_proposal": "draft",
}
AFTER = {
    "send": {"proposed", "draft", "removed", "approved", "shown"},
    "approve": {"approved", "shown"},
    "unpublish": {"withdrawn", "declined", "removed", "expired", "draft"},
    "remove": {"removed"},
    "reinstate": {"shown"},
    "undo": {"proposed"},
}
"""How a publication stands when somebody was told that this was done, and nothing else was begun since."""


@dataclass(frozen=True)
class Stands:
    """A publication's row, and what of its history and of the outbox belongs to it."""

    state: str
    shown: bool
    verbs: tuple[str, ...]
    moves: int
    told: int


def read(data: Path) -> dict[str, Stands]:
    """Read every publication by its video, from outside."""
    with closing(sqlite3.connect(f"file:{data / 'hushreel.db'}?mode=ro", uri=True, timeout=10)) as rows:
        found = rows.execute("SELECT video, id, state, shown_revision IS NOT NULL FROM publications").fetchall()
        history: dict[str, list[tuple[str, bool]]] = {}
        query = "SELECT subject, verb, actor IS NULL AND reason IN ('replaced', 'owner') FROM events ORDER BY sequence"
        for subject, verb, along in rows.execute(query):
            history.setdefault(subject, []).append((verb, bool(along)))
        undone = Counter(
            row[0] for row in rows.execute("SELECT subject FROM events WHERE verb = 'redraft' AND reason = 'undone'")
        )
        told = Counter(row[0] for row in rows.execute("SELECT subject FROM outbox WHERE kind = 'feed'"))
    silent = {"change_proposal", "revise", "claim"}
    return {
        video: Stands(
            state,
            bool(shown),
            tuple(verb for verb, _ in history.get(name, ())),
            sum(verb not in silent and not along for verb, along in history.get(name, ()))
            - undone[name]
            + sum(verb in {"hold", "lift"} for verb, _ in history.get(video, ())),
            told[name],
        )
        for video, name, state, shown in found
    }


def check_whole(stands: Stands) -> None:
    """See that the state is what the last event made of it, and that each move told the channel once."""
    last = stands.verbs[-1] if stands.verbs else "revise"
    ends = {"withdrawn", "shown"} if last == "withdraw" else {ENDS[last]}
    assert stands.state in ends, stands
    assert stands.shown or stands.state != "shown", stands
    assert stands.told == stands.moves, stands


def heard(said: Path) -> dict[str, list[tuple[str, str]]]:
    """Read what was said before the kill, by video; a line that was cut off was not said."""
    lines: dict[str, list[tuple[str, str]]] = {}
    for line in said.read_text().splitlines():
        if line.endswith("]"):
            kind, what, video = json.loads(line)
            lines.setdefault(video, []).append((kind, what))
    return lines


def check_kept(said: Path, now: dict[str, Stands]) -> None:
    """See that what was told as done is so, unless something else of that video was begun since."""
    for video, lines in heard(said).items():
        kind, what = lines[-1]
        if kind == "did" and what in AFTER and video in now:
            assert now[video].state in AFTER[what], (lines[-3:], now[video])
            assert not now[video].shown or what not in {"unpublish", "remove"}, (lines[-3:], now[video])


def live(data: Path, seed: int, said: Path, lasts_s: float) -> None:
    """Let a process live until it is killed."""
    command = (sys.executable, "-m", "tests.publishing_life", str(data), str(seed), str(VIDEOS_EACH))
    with said.open("w") as out, subprocess.Popen(command, stdout=out) as process:
        try:
            eventually(lambda: process.poll() is not None or '"ready"' in said.read_text(), READY_WITHIN_S)
            assert process.poll() is None
            time.sleep(lasts_s)
        finally:
            process.kill()


def settle(data: Path) -> None:
    """Let another process show what was approved."""
    command = (sys.executable, "-m", "tests.publishing_life", str(data), "settle", "0")
    subprocess.run(command, check=True, timeout=READY_WITHIN_S)


async def seen(data: Path) -> None:
    """See that a member finds in the showcase and the channel what the rows show, and nothing more."""
    async with parts_in(data, SEED, FastClock()) as parts:
        town = await town_in(parts)
        with closing(sqlite3.connect(data / "hushreel.db")) as rows:
            query = "SELECT p.id FROM publications p JOIN videos v ON v.id = p.video WHERE shown_revision AND NOT hold"
            shown = {PublicationId(UUID(name)) for (name,) in rows.execute(query)}
            every = [PublicationId(UUID(name)) for (name,) in rows.execute("SELECT id FROM publications")]
        async with parts.store.read() as reads:
            showcase = await reads.showcase(town.member, town.community, Surface.WEB_MEMBER, limit=10_000)
        assert {one.publication.id for one in showcase} == shown
        for name in every:
            feed = await parts.store.ledger.feed(name)
            assert feed is not None
            assert (feed.shown is not None) == (name in shown)


@pytest.mark.timeout(60 * KILLS + 300)
async def test_nothing_is_more_visible_than_it_was_or_was_to_be(tmp_path: Path) -> None:
    """Whenever it is killed each move is whole; what was taken back stays so, and what was approved goes out."""
    chance, data, said = random.Random(SEED), tmp_path / "data", tmp_path / "said"  # noqa: S311 - repeatable
    did: Counter[str] = Counter()
    for number in range(KILLS):
        live(data, SEED + number, said, chance.uniform(0, LATEST_S))
        now = read(data)
        for stands in now.values():
            check_whole(stands)
        check_kept(said, now)
        did.update(f"{kind} {what}" for lines in heard(said).values() for kind, what in lines)
        print(f"kill {number + 1} of {KILLS}: {Counter(one.state for one in now.values())}")  # noqa: T201
    before = read(data)
    settle(data)
    after = read(data)
    assert {video for video, one in before.items() if one.state not in OPEN and not one.shown} == {
        video for video, one in after.items() if one.state not in OPEN and not one.shown
    }
    for stands in after.values():
        check_whole(stands)
    await seen(data)
    print(dict(did))  # noqa: T201
