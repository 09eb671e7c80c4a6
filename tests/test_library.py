"""The library: what its owner pages through, what others see of it, and how it is read when it has grown."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bots.chat.command import Asker, VideoRef
from bots.chat.dispatch import Chat
from core.people import PersonId, Role, Viewer
from core.records import Account
from core.storage.database import open_database
from core.storage.keys import MasterKey
from core.storage.store import SqlStore
from core.videos import VideoId, Visibility, visibility
from tests.keeping import ELSEWHERE, HOME, WORDS, ask_file, give, kept, owner_of, shown
from tests.parts import HERE, Parts
from tests.talk import Talk, buttons, talk_in

Statement = tuple[str, Any]

PAGE, SMALL = 10, 25
VIDEOS = """
WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 10000)
INSERT INTO videos (id, owner, number, state, route, shape, seconds, seed, asked_at_ms, ends_at_ms, finished_at_ms,
  failure, hold, wrapped_key, words)
SELECT printf('%032x', n), owner, -n, 'ready', route, shape, seconds, seed, asked_at_ms, ends_at_ms + n, finished_at_ms,
  failure, hold, wrapped_key, words FROM videos, counted WHERE number = 1
"""
ASSETS = """
INSERT INTO assets SELECT videos.id, videos.id, role, media_type, size_bytes, width, height, duration_ms,
  assets.wrapped_key, nonce_prefix FROM videos, (SELECT * FROM assets LIMIT 1) AS assets WHERE number < 0
"""
"""10,000 older videos of the same owner. Their words are another's, so nobody may read them: pages are the newest."""


async def owner_of_another(parts: Parts) -> PersonId:
    """Meet somebody who owns other videos."""
    viewer = await parts.person("another")
    assert viewer.person
    return viewer.person


async def test_pages_show_every_video_once_newest_first(parts: Parts) -> None:
    """Page after page the owner gets all their videos and nobody else's, erased ones left out."""
    owner = await owner_of(parts)
    other = await parts.person("member")
    assert other.person
    mine = []
    for _ in range(13):
        mine.append(await kept(parts, owner))
        await kept(parts, other.person)
    async with parts.store.write() as writes:
        await writes.move_video(mine.pop(6), "erase")
    pages: list[list[VideoId]] = [[]]
    async with parts.store.read() as reads:
        while page := await reads.videos(Viewer(owner), before=pages[-1][-1] if pages[-1] else None, limit=5):
            pages.append([view.video.id for view in page])
        assert await reads.videos(Viewer(owner), before=VideoId(parts.ids.new())) == []
    assert [len(page) for page in pages[1:]] == [5, 5, 2]
    assert [video for page in pages for video in page] == mine[::-1]


@contextmanager
def listening() -> Iterator[list[Statement]]:
    """Note every statement that goes to the database in a block."""
    said: list[Statement] = []

    def note(*event: Any) -> None:
        _, _, statement, parameters, _, _ = event
        said.extend([(statement, parameters)] if statement.startswith(("SELECT", "WITH")) else [])

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    yield said
    sa.event.remove(sa.Engine, "before_cursor_execute", note)


def steps_of(parts: Parts, said: list[Statement]) -> int:
    """Count what SQLite's machine does for some statements, in instructions of its own."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    with closing(sqlite3.connect(parts.folder / "hushreel.db")) as connection:
        connection.execute("SELECT count(*) FROM jobs, grants").fetchall()
        connection.set_progress_handler(count, 1)
        for statement, parameters in said:
            connection.execute(statement, parameters).fetchall()
    return steps


def plan_of(parts: Parts, said: list[Statement]) -> list[str]:
    """Say how SQLite goes about some statements."""
    with closing(sqlite3.connect(parts.folder / "hushreel.db")) as connection:
        plans = [connection.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall() for statement, values in said]
    return [row[-1] for plan in plans for row in plan]


async def look_around(parts: Parts, owner: Viewer, video: VideoId) -> list[list[Statement]]:
    """Read as commands and sweeps do, and give what each reading asked."""
    ledger, now_ms = parts.store.ledger, parts.clock.now_ms()
    said: list[list[Statement]] = []
    async with parts.store.read() as reads:
        for read in (
            lambda: reads.videos(owner, limit=PAGE),
            lambda: reads.videos(owner, before=video, limit=PAGE),
            lambda: reads.video(owner, video, HERE),
            lambda: reads.video_by_number(owner, 3),
            lambda: reads.unfinished(owner),
            lambda: reads.making(owner),
            lambda: reads.page_start(owner, video, PAGE),
            lambda: reads.events(owner, video),
            lambda: reads.receipt(owner, video),
            lambda: ledger.overdue(now_ms, 50),
            ledger.erasing,
            ledger.unfinished,
        ):
            with listening() as asked:
                await read()
            assert asked
            said.append(asked)
    return said


async def test_a_library_of_10000_videos_is_read_like_a_small_one(parts: Parts) -> None:
    """Each read asks the same statements, none of which goes through a table, and costs the database no more steps."""
    owner = Viewer(await owner_of(parts))
    assert owner.person
    videos = [await kept(parts, owner.person) for _ in range(SMALL)]
    async with parts.store.write() as writes:
        for video in videos[1:]:
            for verb in ("start", "finish"):
                await writes.move_video(video, verb)
    small = await look_around(parts, owner, videos[15])
    small_steps = [steps_of(parts, said) for said in small]
    for grown in (VIDEOS, ASSETS, "ANALYZE"):
        ask_file(parts, grown)
    large = await look_around(parts, owner, videos[15])
    large_steps = [steps_of(parts, said) for said in large]
    assert ask_file(parts, "SELECT count(*) FROM videos") == [(10_000 + SMALL,)]
    for few, many, steps_few, steps_many in zip(small, large, small_steps, large_steps, strict=True):
        assert [statement for statement, _ in few] == [statement for statement, _ in many]
        plan = plan_of(parts, many)
        assert {line for line in plan if line.startswith("SCAN")} <= {"SCAN jobs"}, "only what waits is gone through"
        assert steps_many <= 1.2 * steps_few, (many, plan)


class Counting(MasterKey):
    """The real key, which counts what it opens."""

    opened = 0

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """Open a wrapped key."""
        self.opened += 1
        return super().unwrap(wrapped, context)


GIVEN = 250
ANOTHERS_WORDS = """
WITH one AS (SELECT id, words, wrapped_key FROM videos WHERE number = 1)
UPDATE videos SET words = (SELECT words FROM one), wrapped_key = (SELECT wrapped_key FROM one) WHERE number < 0
"""


async def _costs(talk: Talk, asker: Asker, key: Counting) -> list[tuple[str, int, int]]:
    """Give command after command, and count statements and words opened for each."""
    found: list[tuple[str, int, int]] = []
    chat = Chat(talk.services)
    first = await chat.ask("videos", {}, asker)
    second = await chat.press(buttons(first)[-1].press, asker)
    third = await chat.press(buttons(second)[-1].press, asker)
    for name, do in (
        ("first page", lambda: chat.ask("videos", {}, asker)),
        ("next page", lambda: chat.press(buttons(first)[-1].press, asker)),
        ("page before", lambda: chat.press(buttons(third)[-2].press, asker)),
        ("by number", lambda: chat.ask("videos", {"video": VideoRef("#3")}, asker)),
        ("by title", lambda: chat.ask("videos", {"video": VideoRef("title 230")}, asker)),
        ("typing", lambda: chat.complete("videos", "video", "title 2", asker)),
        ("privacy", lambda: chat.ask("privacy", {}, asker)),
        ("question", lambda: chat.say("is title 230 private?", asker)),
        ("unfinished", lambda: chat.unfinished(asker)),
    ):
        before = key.opened
        with listening() as asked:
            await do()
        found.append((name, len(asked), key.opened - before))
    return found


async def test_no_answer_reads_or_opens_more_in_a_library_of_10000(tmp_path: Path) -> None:
    """Pages, titles, suggestions and /privacy ask as often and open as many words as in a library of 250."""
    async with talk_in(tmp_path) as talk:
        asker = await talk.asker()
        for number in range(GIVEN):
            await kept(talk.parts, asker.person, replace(WORDS, title=f"title {number}"))
        key = Counting.load(tmp_path / "keys" / "master.key", talk.parts.folder)
        database = open_database(talk.parts.folder / "hushreel.db")
        store = SqlStore(database, key, talk.parts.clock, talk.parts.ids)
        counted = replace(talk, services=replace(talk.services, store=store))
        small = await _costs(counted, asker, key)
        for grown in (VIDEOS, ASSETS, ANOTHERS_WORDS):
            ask_file(talk.parts, grown)
        large = await _costs(counted, asker, key)
        async with store.read() as reads:
            account = await reads.account(asker.viewer)
        await database.close()
    assert small == large
    assert max(opened for *_, opened in large) <= 200 + PAGE
    assert [asked for name, asked, _ in large if name == "unfinished"] == [1]
    assert (account.videos, account.open_to_others) == (10_000 + GIVEN, 0)


async def test_an_account_is_counted_from_an_index(parts: Parts) -> None:
    """How many there are and which ends first is told without a row being opened; erased ones don't count."""
    owner = await owner_of(parts)
    videos = []
    for _ in range(5):
        parts.clock.advance(1_000)
        videos.append(await kept(parts, owner))
    await kept(parts, await owner_of_another(parts))
    first = (await parts.seen(Viewer(owner), videos[1])).video.ends_at_ms
    async with parts.store.write() as writes:
        await writes.move_video(videos[0], "erase")
    async with parts.store.read() as reads:
        with listening() as asked:
            assert await reads.account(Viewer(owner)) == Account(4, 0, first)
        assert await reads.account(await parts.person("nobody")) == Account(0, 0, None)
    plan = plan_of(parts, asked)
    assert any("COVERING INDEX ix_videos_owner_state_ends_at_ms" in line for line in plan)
    assert not any(line.startswith("SCAN videos") for line in plan)


async def test_what_others_can_open_is_counted(parts: Parts) -> None:
    """Shown and granted videos count once each; held, ended and other people's ones don't."""
    owner, friend = await owner_of(parts), await owner_of_another(parts)
    both, granted, ended, held, _ = [await kept(parts, owner) for _ in range(5)]
    for video in (both, held, await kept(parts, friend)):
        await shown(parts, video, HOME)
        await shown(parts, video, ELSEWHERE)
    ended_ms = parts.clock.now_ms()
    for video, until in ((both, None), (granted, ended_ms + 1), (ended, ended_ms)):
        give(parts, video, friend, until)
    ask_file(parts, f"UPDATE videos SET hold = 1 WHERE id = '{held.hex}'")  # noqa: S608
    async with parts.store.read() as reads:
        assert (await reads.account(Viewer(owner))).open_to_others == 2
        views = await reads.videos(Viewer(owner))
    seen = [visibility(one.granted, one.publications, hold=one.hold) for one in views]
    assert sum(one is not Visibility.PRIVATE for one in seen) == 2


async def test_the_history_is_the_owners(parts: Parts) -> None:
    """Each change leaves a line with its actor, reason and time, which the owner alone can read."""
    owner = await owner_of(parts)
    video = await kept(parts, owner)
    parts.clock.advance(500)
    async with parts.store.write() as writes:
        await writes.move_video(video, "cancel", actor=owner, reason="second thoughts")
    async with parts.store.read() as reads:
        lines = await reads.events(Viewer(owner), video)
        assert await reads.events(await parts.person("member"), video) == ()
    assert [(line.verb, line.actor) for line in lines] == [("ask", owner), ("queue", owner), ("cancel", owner)]
    assert (lines[-1].reason, lines[-1].at_ms) == ("second thoughts", parts.clock.now_ms())


async def test_a_community_does_not_learn_of_another(parts: Parts) -> None:
    """Of a video shown in two communities a member of one sees that one; its owner sees both."""
    owner = await owner_of(parts)
    video = await kept(parts, owner)
    for community in (HOME, ELSEWHERE):
        await shown(parts, video, community)
    member = replace(await parts.person("member"), roles={HOME: Role.MEMBER})
    assert {one.community for one in (await parts.seen(member, video)).publications} == {HOME}
    assert {one.community for one in (await parts.seen(Viewer(owner), video)).publications} == {HOME, ELSEWHERE}


async def test_a_grant_ends_when_it_says(parts: Parts) -> None:
    """A person with a grant finds the finished video until its date, and not a millisecond longer."""
    owner, friend = await owner_of(parts), await parts.person("member")
    assert friend.person
    video = await kept(parts, owner)
    async with parts.store.write() as writes:
        for verb in ("start", "finish"):
            await writes.move_video(video, verb)
    until_ms = parts.clock.now_ms() + 10
    give(parts, video, friend.person, until_ms)
    assert (await parts.seen(friend, video)).prompt == ""
    parts.clock.advance(10)
    assert await parts.view(friend, video) is None


async def test_no_two_in_the_queue_have_the_same_number(parts: Parts) -> None:
    """Thirty people who ask at the same time are told thirty places, and the engine gets as many priorities."""
    videos = {}
    for number in range(30):
        viewer = await parts.person(f"person {number}")
        assert viewer.person
        videos[await kept(parts, viewer.person)] = viewer
    priorities = [priority for *_, priority in await parts.store.ledger.unfinished()]
    assert priorities == sorted(set(priorities))
    assert [(await parts.seen(viewer, video)).place for video, viewer in videos.items()] == list(range(1, 31))
