"""Two contradicting changes at once: one winner each, by tasks of one process and by two processes on one file."""

import asyncio
import json
import sqlite3
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path
from uuid import UUID

import pytest

from core.people import CommunityId
from core.records import Order, Token
from core.videos import (
    MAKING_MOVES,
    SHOWING_MOVES,
    Audience,
    Publication,
    PublicationId,
    Shape,
    Showing,
    VideoId,
    Words,
)
from tests.keeping import ask_file
from tests.parts import HERE, RETENTION_MS, Parts
from tests.racer import SPENDER, Pair, race

pytestmark = pytest.mark.timeout(240)

PAIRS = 2_000
EACH = {"publication": 500, "video": 300, "token": 1_200}
ROUND = 50
"""How many pairs two processes are sent at a time: they begin on them together."""

DECISIONS = (
    (Showing.PROPOSED, "approve", "decline"),
    (Showing.PROPOSED, "decline", "withdraw"),
    (Showing.SHOWN, "remove", "expire"),
    (Showing.APPEALED, "grant_appeal", "decline_again"),
)
ENDS = (("finish", "cancel"), ("finish", "fail"), ("fail", "cancel"))
ORDER = Order("an otter asleep", Shape.WIDE, 3, seed=5)


async def prepare(parts: Parts) -> list[Pair]:
    """Keep 2,000 things that two sides will want contradicting changes of."""
    viewer = await parts.person()
    assert viewer.person
    pairs: list[Pair] = []
    async with parts.store.write() as writes:
        for verbs in islice(cycle(ENDS), EACH["video"]):
            video = VideoId(parts.ids.new())
            await writes.add_video(
                viewer.person, video, ORDER, Words("an otter asleep"), parts.clock.now_ms() + RETENTION_MS
            )
            pairs.append(("video", str(video), *verbs))
        for state, *decisions in islice(cycle(DECISIONS), EACH["publication"]):
            name = PublicationId(parts.ids.new())
            community = CommunityId(parts.ids.new())
            await writes.add_publication(Publication(name, video, community, Audience.COMMUNITY, 1, state))
            pairs.append(("publication", str(name), decisions[0], decisions[1]))
        for _ in range(EACH["token"]):
            token = parts.ids.token()
            bound = Token("delete", video, SPENDER, 1, parts.clock.now_ms() + 60_000)
            await writes.offer(token, bound)
            pairs.append(("token", token, "spend", "spend"))
    ask_file(parts, "UPDATE videos SET state = 'making'")
    assert len(pairs) == PAIRS
    return pairs


def one_winner_each(pairs: Sequence[Pair], won: dict[int, list[int]], folder: Path) -> None:
    """Check that each pair was won once, that the winner's change is the one kept, and that it is in the history."""
    winners = dict.fromkeys(won[0], 0) | dict.fromkeys(won[1], 1)
    assert len(won[0]) + len(won[1]) == len(winners) == len(pairs)
    ends = {move.verb: move.end.value for move in MAKING_MOVES} | {move.verb: move.end.value for move in SHOWING_MOVES}
    with closing(sqlite3.connect(folder / "hushreel.db")) as rows:
        states = dict(rows.execute("SELECT id, state FROM videos UNION SELECT id, state FROM publications"))
        history = set(rows.execute("SELECT subject, verb, count(*) FROM events GROUP BY subject, verb"))
        assert rows.execute("SELECT count(*) FROM tokens").fetchone() == (0,)
    for number, (kind, subject, *verbs) in enumerate(pairs):
        if kind == "token":
            continue
        done, undone = verbs[winners[number]], verbs[1 - winners[number]]
        name = UUID(subject).hex
        assert states[name] == ends[done]
        assert (name, done, 1) in history
        assert (name, undone, 1) not in history
    assert min(len(won[0]), len(won[1])) > len(pairs) // 100, "the sides never met"


async def test_of_2000_contradictions_by_tasks_one_wins_each(parts: Parts) -> None:
    """Decisions, ends of making and one-time tokens: of two tasks that want contradicting changes one wins."""
    pairs = await prepare(parts)
    won = await race(parts.store, pairs, [0, 1])
    one_winner_each(pairs, won, parts.folder)


async def play(side: Process, pairs: Sequence[Pair]) -> list[int]:
    """Have a process race for some pairs, and hear which it won."""
    assert side.stdin
    assert side.stdout
    side.stdin.write(json.dumps(pairs).encode() + b"\n")
    numbers: list[int] = json.loads(await side.stdout.readline())
    return numbers


async def test_of_2000_contradictions_by_two_processes_one_wins_each(parts: Parts) -> None:
    """The same by two processes that use one file at once, without the serving lock."""
    pairs = await prepare(parts)
    command = (sys.executable, "-m", "tests.racer", parts.folder, parts.folder.parent / "keys" / "master.key")
    sides = [await asyncio.create_subprocess_exec(*command, str(side), stdin=PIPE, stdout=PIPE) for side in (0, 1)]
    won: dict[int, list[int]] = {0: [], 1: []}
    for start in range(0, PAIRS, ROUND):
        said = await asyncio.gather(*(play(process, pairs[start : start + ROUND]) for process in sides))
        for side, numbers in enumerate(said):
            won[side] += [start + number for number in numbers]
    for process in sides:
        await process.communicate(b"")
        assert process.returncode == 0
    one_winner_each(pairs, won, parts.folder)


async def test_a_withdrawal_is_the_last_word_whoever_is_first(parts: Parts) -> None:
    """Approved and withdrawn at the same time, a video ends as withdrawn, and nothing of it is shown."""
    viewer = await parts.person()
    assert viewer.person
    video = VideoId(parts.ids.new())
    pairs: list[Pair] = []
    async with parts.store.write() as writes:
        await writes.add_video(viewer.person, video, ORDER, Words(), parts.clock.now_ms() + RETENTION_MS)
        for _ in range(100):
            name = PublicationId(parts.ids.new())
            community = CommunityId(parts.ids.new())
            await writes.add_publication(Publication(name, video, community, Audience.ANYONE, 1, Showing.PROPOSED))
            pairs.append(("publication", str(name), "approve", "withdraw"))
    won = await race(parts.store, pairs, [0, 1])
    assert len(won[1]) == len(pairs)
    async with parts.store.read() as reads:
        view = await reads.video(viewer, video, HERE)
    assert view is not None
    assert {(one.state, one.shown_revision) for one in view.publications} == {(Showing.WITHDRAWN, None)}
