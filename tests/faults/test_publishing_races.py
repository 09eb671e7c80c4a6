"""Moderators, owners, deletions and the clock at once: one decision each, and nothing shown after its deletion.

HUSHREEL_RACES sets how many races: half of them by tasks of one process, half by two processes on one file.
"""

import asyncio
import json
import os
import sqlite3
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from core.gate import Surface
from core.publishing.upkeep import post_due
from core.storage.keys import ReceiptKey
from core.videos import Audience, Publication, PublicationId, Showing, VideoId, Words
from tests.erasing import house_of
from tests.keeping import ask_file
from tests.parts import RETENTION_MS, Parts
from tests.publishing import ORDER, Town, town_in
from tests.publishing_racer import KINDS, Race, Side

RACES = int(os.environ.get("HUSHREEL_RACES", "400"))
ROUND = 48
"""How many races two processes are sent at a time: they begin on them together."""

pytestmark = pytest.mark.timeout(RACES + 240)


async def prepare(town: Town, many: int) -> list[Race]:
    """Keep so many publications, each of a video of its own: what two sides will want."""
    parts, owner = town.parts, town.owner.person
    assert owner
    races: list[Race] = []
    async with parts.store.write() as writes:
        for number in range(many):
            kind = KINDS[number % len(KINDS)]
            video, name = VideoId(parts.ids.new()), PublicationId(parts.ids.new())
            await writes.add_video(owner, video, ORDER, Words(), town.parts.clock.now_ms() + RETENTION_MS)
            state = Showing.APPROVED if kind == "hold and post" else Showing.PROPOSED
            await writes.add_publication(Publication(name, video, town.community, Audience.COMMUNITY, 1, state))
            races.append((kind, str(name), str(video)))
    ask_file(parts, "UPDATE videos SET state = 'ready'")
    return races


def side_of(town: Town) -> Side:
    """Give who races here."""
    parts = town.parts
    return Side(parts.store, house_of(parts).shutting, town.owner, town.moderator, town.second)


async def decided_once(town: Town, races: Sequence[Race], done: Mapping[int, Sequence[int]]) -> None:
    """Check the end of each race by its state, its history, and what a member and the channel see."""
    won = {side: set(numbers) for side, numbers in done.items()}
    with closing(sqlite3.connect(town.parts.folder / "hushreel.db")) as rows:
        stands = {
            name: (state, shown, held, making)
            for name, state, shown, held, making in rows.execute(
                "SELECT p.id, p.state, p.shown_revision, v.hold, v.state"
                " FROM publications p JOIN videos v ON v.id = p.video"
            )
        }
        history: dict[str, Counter[str]] = {}
        for subject, verb in rows.execute("SELECT subject, verb FROM events"):
            history.setdefault(subject, Counter())[verb] += 1
    for number, (kind, name, _) in enumerate(races):
        subject = UUID(name).hex
        sides = {side for side in (0, 1) if number in won[side]}
        check_one(kind, sides, stands[subject], history.get(subject, Counter()))
    meeting = [number for number, race in enumerate(races) if race[0] == KINDS[0]]
    assert min(sum(number in won[side] for number in meeting) for side in (0, 1)) > 0, "the sides never met"
    await nothing_is_seen(town, races)


def check_one(kind: str, sides: set[int], stands: tuple[str, int | None, int, str], history: Counter[str]) -> None:
    """Check one race: who did their act, how it stands, and that each act is in the history once."""
    state, shown, held, making = stands
    match kind:
        case "two moderators":
            assert len(sides) == 1
            verb = "approve" if sides == {0} else "decline"
            assert (state, history) == ({"approve": "approved", "decline": "declined"}[verb], Counter([verb]))
        case "owner and moderator":
            assert 0 in sides
            assert (state, history) == ("withdrawn", Counter(["withdraw"] + ["approve"] * (1 in sides)))
        case "delete and approve":
            assert 0 in sides
            assert (making, history) == ("erasing", Counter(["approve"] * (1 in sides)))
        case _:
            assert 0 in sides
            assert (held, state, history) == (
                1,
                "shown" if 1 in sides else "approved",
                Counter(["post"] * (1 in sides)),
            )
    assert (shown is not None) == (state == "shown")


async def nothing_is_seen(town: Town, races: Sequence[Race]) -> None:
    """Erased, withdrawn, declined or held, nothing is shown in the channel and the showcase, not after 30 s either."""
    town.parts.clock.advance(60_000)
    ask_file(town.parts, "UPDATE revisions SET post_at_ms = 0 WHERE state = 'approved'")
    approved = sum(kind == "two moderators" for kind, _, _ in races)
    posted = 0
    while (now := await post_due(store=town.parts.store, clock=town.parts.clock)) > 0:
        posted += now
    assert posted <= approved
    for kind, name, video in races:
        if kind == "two moderators":
            continue
        feed = await town.parts.store.ledger.feed(PublicationId(UUID(name)))
        assert feed is None or feed.shown is None, kind
        async with town.parts.store.read() as reads:
            assert await reads.video(town.member, VideoId(UUID(video)), Surface.FEED) is None, kind


async def test_by_tasks_each_is_decided_once(parts: Parts) -> None:
    """Of two tasks that want contradicting things the gate and the states let one decide; a delete and a hold win."""
    town = await town_in(parts)
    races = await prepare(town, RACES // 2)
    await decided_once(town, races, await side_of(town).run(races, [0, 1]))


async def play(side: Process, races: Sequence[Race]) -> list[int]:
    """Have a process race, and hear what it did."""
    assert side.stdin
    assert side.stdout
    side.stdin.write(json.dumps(races).encode() + b"\n")
    numbers: list[int] = json.loads(await side.stdout.readline())
    return numbers


async def test_by_two_processes_each_is_decided_once(parts: Parts) -> None:
    """The same by two processes that use one file at once, without the serving lock."""
    town = await town_in(parts)
    races = await prepare(town, RACES // 2)
    people = [str(one.person) for one in (town.owner, town.moderator, town.second)] + [str(town.community)]
    ReceiptKey.load(parts.folder.parent / "keys" / "receipt.key")
    command = (sys.executable, "-m", "tests.publishing_racer", str(Path(parts.folder)))
    sides = [await asyncio.create_subprocess_exec(*command, str(side), stdin=PIPE, stdout=PIPE) for side in (0, 1)]
    for process in sides:
        assert process.stdin
        process.stdin.write(json.dumps(people).encode() + b"\n")
    done: dict[int, list[int]] = {0: [], 1: []}
    for start in range(0, len(races), ROUND):
        said = await asyncio.gather(*(play(process, races[start : start + ROUND]) for process in sides))
        for side, numbers in enumerate(said):
            done[side] += [start + number for number in numbers]
    for process in sides:
        await process.communicate(b"")
        assert process.returncode == 0
    await decided_once(town, races, done)
