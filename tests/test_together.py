"""Many at once: what is closed and erased by helpings ends as what is erased alone."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import pytest
import sqlalchemy as sa

from core.chats import CopyKind, Posted
from core.erasure.erase import BY_END_DATE, expire_together
from core.erasure.sweep import sweep
from core.erasure.together import FEWEST, FIRST, LOCKED_MS, MOST, Helpings
from core.people import Platform
from core.records import Receipt
from core.videos import AssetId, VideoId
from tests.erasing import House, house_of
from tests.keeping import ask_file, give
from tests.parts import RETENTION_MS, Parts
from tests.publishing import ready, town_in

LARGE = (
    ("events", "actor"),
    ("views", "person"),
    ("publications", "claimed_by"),
    ("revisions", "decided_by"),
    ("receipts", "person"),
    ("receipts", "origin"),
)


@pytest.fixture
def house(parts: Parts) -> House:
    """A house to erase in."""
    return house_of(parts)


async def closed_in(house: House, many: int = 2) -> list[VideoId]:
    """Make videos and close them together, as before a crash."""
    owner = await house.parts.person()
    made = [await ready(house.parts, owner) for _ in range(many)]
    house.parts.clock.advance(RETENTION_MS)
    await expire_together(made, house.shutting, Helpings(house.parts.clock))
    return made


async def receipts_of(house: House, videos: Sequence[VideoId]) -> list[Receipt | None]:
    """Give the owner's receipts."""
    owner = await house.parts.person()
    return [await house.opened(owner, video) for video in videos]


TOOK_MS: tuple[tuple[list[int], int], ...] = (
    ([], FIRST),
    ([0], 2 * FIRST),
    ([0] * 9, MOST),
    ([LOCKED_MS], FIRST),
    ([LOCKED_MS + 1], FIRST // 2),
    ([LOCKED_MS * 9] * 9, FEWEST),
)
"""How long helpings held the write lock, and how large the next one is."""


async def test_a_helping_is_as_large_as_others_can_wait_for(parts: Parts) -> None:
    """One that held the write lock for too long is followed by one of half its size, a short one by a larger one."""
    names = [VideoId(UUID(int=number)) for number in range(300)]
    for took_ms, size in TOOK_MS:
        helpings = Helpings(parts.clock)
        for one in took_ms:
            async with helpings.write(parts.store):
                parts.clock.advance(one)
        assert helpings.size == size
        assert [one for some in helpings.of(names) for one in some] == names
        assert {len(some) for some in helpings.of(names)} <= {size, 300 % size}


async def test_what_a_crash_left_closed_is_erased_by_the_next_sweep(house: House) -> None:
    """Without a flow for each: nobody is told before, and nobody starts one."""
    made = await closed_in(house)
    ledger = house.parts.store.ledger
    assert (set(await ledger.erasing()), await ledger.begun()) == (set(made), [])
    assert await receipts_of(house, made) == [None, None]
    assert await sweep(house.shutting, house.eraser) == 0
    assert await ledger.erasing() == []
    assert [one and (one.version, one.is_open) for one in await receipts_of(house, made)] == [(1, False)] * 2


async def test_one_that_cannot_be_erased_keeps_no_other_one(house: House) -> None:
    """It is tried again in each round, and has its receipt when it is gone."""
    stuck, other = await closed_in(house)
    trigger = f"BEFORE DELETE ON videos WHEN old.id = '{stuck.hex}' BEGIN SELECT RAISE(ABORT, 'no'); END"
    ask_file(house.parts, f"CREATE TRIGGER stuck {trigger}")
    await sweep(house.shutting, house.eraser)
    assert await house.parts.store.ledger.erasing() == [stuck]
    assert [one is None for one in await receipts_of(house, (stuck, other))] == [True, False]
    ask_file(house.parts, "DROP TRIGGER stuck")
    await sweep(house.shutting, house.eraser)
    assert await house.parts.store.ledger.erasing() == []
    assert None not in await receipts_of(house, (stuck, other))


async def test_a_file_that_a_chat_got_meanwhile_is_in_the_receipt(house: House) -> None:
    """It was put there between closing and the end: the receipt is open until it is gone."""
    (video,) = await closed_in(house, 1)
    owner = await house.parts.person()
    assert owner.person is not None
    message = Posted(house.parts.ids.new(), Platform.DISCORD, owner.person, video, CopyKind.DIRECT, "1", "2")
    async with house.parts.store.write() as writes:
        await writes.keep_posted(replace(message, media=AssetId(house.parts.ids.new()), posted_at_ms=1))
    await house.eraser.together.erase([video])
    (receipt,) = await receipts_of(house, [video])
    assert receipt is not None
    assert (receipt.version, receipt.is_open, receipt.erasing) == (1, True, False)
    assert '"chat_files"' in receipt.body


async def test_closing_many_leaves_what_closing_one_leaves(house: House) -> None:
    """The same events and outbox rows for each: the owner, who was given it, and the community's channels are told."""
    parts = house.parts
    town = await town_in(parts)
    assert town.member.person is not None
    left = []
    for together in (False, True):
        video = await town.ready()
        publication = (await town.shown(video)).publication.id
        give(parts, video, town.member.person)
        names = {video.hex: "video", publication.hex: "publication"}
        ask_file(parts, "DELETE FROM outbox")
        async with parts.store.write() as writes:
            if together:
                await writes.close_videos([video], BY_END_DATE)
                await writes.tell_all("engine", "erase", [video])
            else:
                await writes.move_video(video, "erase", reason=BY_END_DATE)
        told = ask_file(parts, "SELECT surface, kind, person, subject FROM outbox")
        noted = ask_file(parts, "SELECT verb, actor, reason, subject FROM events")
        publications = ask_file(parts, f"SELECT shown_at_ms FROM publications WHERE video = '{video.hex}'")  # noqa: S608
        mine = [
            sorted(((*row[:3], names[row[3]]) for row in rows if row[3] in names), key=repr)
            for rows in (told, noted[-1:])
        ]
        left.append((mine, publications))
    assert left[0] == left[1]
    assert [row[1] for row in left[0][0][0]].count("feed") == 1


async def test_who_leaves_is_found_without_a_look_at_every_row(parts: Parts) -> None:
    """In tables that grow with the house, whose rows are changed while others wait."""
    for table, column in LARGE:
        theirs = sa.column(column).in_(sa.text("(SELECT id FROM people WHERE departure = 'x')"))
        change = sa.update(sa.table(table, sa.column(column))).where(theirs).values({column: None})
        plan = ask_file(parts, f"EXPLAIN QUERY PLAN {change.compile(compile_kwargs={'literal_binds': True})}")
        assert not [row[3] for row in plan if row[3].startswith("SCAN")], (table, column)
