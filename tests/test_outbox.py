"""The outbox: what each change tells whom, how rows are leased, and what happens to them after an erasure."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from uuid import UUID

import pytest

from core.people import Identity, PersonId, Platform
from core.receipts import Item, ItemState, OpenReceipt, ReceiptMoved, Version
from core.records import Lane, Order, OutboxRow, Receipt
from core.storage.database import open_database
from core.storage.keys import MasterKey
from core.storage.store import SqlStore
from core.videos import Shape, VideoId, Words
from tests.parts import RETENTION_MS, Parts

ORDER = Order("a kite over the dunes", Shape.TALL, 4, seed=3)
ALL = frozenset({"engine", "web", "discord", "telegram"})
LEASE_MS = 30_000


async def ask(parts: Parts, owner: PersonId, *verbs: str) -> VideoId:
    """Keep a video, and move it on."""
    video = VideoId(parts.ids.new())
    async with parts.store.write() as writes:
        await writes.add_video(owner, video, ORDER, Words(ORDER.prompt), parts.clock.now_ms() + RETENTION_MS)
        for verb in verbs:
            await writes.move_video(video, verb)
    return video


async def owner_of(parts: Parts) -> PersonId:
    """Meet the owner."""
    viewer = await parts.person()
    assert viewer.person
    return viewer.person


async def told(parts: Parts) -> list[tuple[str, str, UUID]]:
    """Carry out everything, in order."""
    said = []
    while rows := await parts.store.ledger.claim(ALL, LEASE_MS, 100):
        said += [(row.surface, row.kind, row.subject) for row in rows]
        for row in rows:
            await parts.store.ledger.settle(row.id)
    return said


@pytest.mark.parametrize(
    ("before", "verb", "engine"),
    [
        ((), "queue", ["make"]),
        (("queue",), "start", []),
        (("queue", "start"), "finish", []),
        (("queue", "start"), "fail", []),
        (("queue", "start"), "lose_sight", []),
        (("queue",), "cancel", ["cancel"]),
        (("queue", "start"), "erase", ["cancel", "erase"]),
        (("queue", "start", "finish"), "erase", ["erase"]),
    ],
)
async def test_a_move_tells_the_engine_and_the_owner(
    parts: Parts, before: Sequence[str], verb: str, engine: list[str]
) -> None:
    """Each move has the owner's card drawn again, and starts and stops just the flows that it should."""
    video = await ask(parts, await owner_of(parts), *before)
    await told(parts)
    async with parts.store.write() as writes:
        await writes.move_video(video, verb)
    said = await told(parts)
    assert [kind for surface, kind, _ in said if surface == "engine"] == engine
    assert [(surface, kind) for surface, kind, _ in said if surface != "engine"] == [("web", "video")]
    assert {subject for *_, subject in said} == {video}


@pytest.mark.parametrize(
    ("platform", "surface"), [(Platform.DEMO, "web"), (Platform.DISCORD, "discord"), (Platform.TELEGRAM, "telegram")]
)
async def test_people_are_told_where_they_are(parts: Parts, platform: Platform, surface: str) -> None:
    """A row goes to the surface of the platform on which its person is known."""
    async with parts.store.write() as writes:
        owner = await writes.meet(Identity(platform, "4711"))
    await ask(parts, owner, "queue")
    rows = await parts.store.ledger.claim(ALL - {"engine"}, LEASE_MS, 10)
    assert [(row.surface, row.person) for row in rows] == [(surface, owner)]


async def rows_of(parts: Parts, count: int = 10, surfaces: frozenset[str] = ALL) -> list[OutboxRow]:
    """Claim rows."""
    return list(await parts.store.ledger.claim(surfaces, LEASE_MS, count))


async def tell(parts: Parts, *said: tuple[str, int]) -> None:
    """Write rows: a surface, and the number of a subject."""
    async with parts.store.write() as writes:
        for number, (surface, subject) in enumerate(said):
            await writes.tell(surface, f"{number}", UUID(int=subject))


async def test_a_row_that_is_leased_is_nobody_elses_until_its_lease_ends(parts: Parts) -> None:
    """Who claims a row has it for 30 s; not settled by then, it is there again under the same id."""
    await tell(parts, ("web", 1))
    (row,) = await rows_of(parts)
    assert await rows_of(parts) == []
    parts.clock.advance(LEASE_MS - 1)
    assert await rows_of(parts) == []
    parts.clock.advance(1)
    assert await rows_of(parts) == [row]
    await parts.store.ledger.settle(row.id)
    parts.clock.advance(LEASE_MS)
    assert await rows_of(parts) == []


async def test_a_later_row_waits_for_the_earlier_of_its_subject(parts: Parts) -> None:
    """Of one subject and surface only the oldest row is handed out; others are not held up by it."""
    await tell(parts, ("web", 1), ("web", 1), ("web", 2), ("engine", 1))
    first = await rows_of(parts)
    assert [row.kind for row in first] == ["0", "2", "3"]
    await parts.store.ledger.settle(first[0].id)
    assert [row.kind for row in await rows_of(parts)] == ["1"]


async def test_a_row_that_is_postponed_comes_again_and_counts(parts: Parts) -> None:
    """A row given back rests until its time, holds back its own subject, and knows how often it was tried."""
    await tell(parts, ("web", 1), ("web", 1))
    (row,) = await rows_of(parts)
    await parts.store.ledger.postpone(row.id, parts.clock.now_ms() + 500)
    assert await rows_of(parts) == []
    parts.clock.advance(500)
    assert await rows_of(parts) == [replace(row, attempts=1)]


async def test_each_surface_gets_its_own_rows_oldest_first_and_no_more_than_asked(parts: Parts) -> None:
    """A process claims for the surfaces that it runs, at most so many, in the order they were written."""
    await tell(parts, ("discord", 1), *(("web", number) for number in range(2, 8)))
    assert [row.kind for row in await rows_of(parts, 4, frozenset({"web"}))] == ["1", "2", "3", "4"]
    assert [row.kind for row in await rows_of(parts, 4, frozenset({"web"}))] == ["5", "6"]
    assert [row.surface for row in await rows_of(parts, 4, frozenset({"discord"}))] == ["discord"]


async def test_no_two_who_claim_at_once_get_the_same_row(parts: Parts) -> None:
    """Twenty relays that ask at the same moment share the rows between them."""
    await tell(parts, *(("web", number) for number in range(40)))
    claimed = await asyncio.gather(*(rows_of(parts, 3) for _ in range(20)))
    ids = [row.id for rows in claimed for row in rows]
    assert len(ids) == len(set(ids)) == 40


async def test_a_receipt_is_told_once(parts: Parts) -> None:
    """A version that a repeated step issues again is neither kept twice nor told twice."""
    owner = await owner_of(parts)
    video = VideoId(UUID(int=9))
    receipt = OpenReceipt("R-1", 1, parts.clock.now_ms(), "{}", (Item("video", "sealed_store"),), 1, video=video)
    gone = receipt.settled({0: replace(receipt.items[0], state=ItemState.DONE)})
    async with parts.store.write() as writes:
        await writes.open_receipt(receipt, Version(1, 5, "{}", "signed"), "secret", owner, origin=owner)
    for _ in range(2):
        with suppress(ReceiptMoved):
            async with parts.store.write() as writes:
                await writes.next_version(gone, Version(2, 6, "{}", "signed"))
    assert await told(parts) == [("web", "receipt", video)]
    async with parts.store.read() as reads:
        found = await reads.receipt(await parts.person(), video)
        assert found == Receipt("R-1", video, owner, 1, 6, "{}", "signed", version=2, secret="secret")
        assert await reads.receipt(await parts.person("member"), video) is None


async def test_what_waits_for_an_erased_video_goes_with_it(parts: Parts) -> None:
    """Nothing is told of a video after it is forgotten, but that it is to be erased."""
    owner = await owner_of(parts)
    video = await ask(parts, owner, "queue", "start", "finish", "erase")
    other = await ask(parts, owner)
    async with parts.store.write() as writes:
        await writes.move_video(other, "queue")
        await writes.forget_video(video)
    said = await told(parts)
    assert [(surface, kind) for surface, kind, subject in said if subject == video] == [("engine", "erase")]
    assert {(surface, kind) for surface, kind, subject in said if subject == other} == {
        ("engine", "make"),
        ("web", "video"),
    }


async def test_the_relay_is_woken_by_commits_that_tell_and_by_no_others(parts: Parts) -> None:
    """Only what was kept and has something to tell wakes the relay, once a transaction."""
    woken: list[int] = []
    database = open_database(parts.folder / "hushreel.db")
    key = MasterKey.load(parts.folder.parent / "keys" / "master.key", parts.folder)
    store = SqlStore(database, key, parts.clock, parts.ids, lambda: woken.append(1))
    async with store.write() as writes:
        owner = await writes.meet(Identity(Platform.DEMO, "owner"))
    assert woken == []
    video = VideoId(parts.ids.new())
    async with store.write() as writes:
        await writes.add_video(owner, video, ORDER, Words(), RETENTION_MS)
        await writes.move_video(video, "queue")
        await writes.enqueue(video, owner, Lane.RENDER)
        assert woken == []
    assert woken == [1]

    async def broken() -> None:
        async with store.write() as writes:
            await writes.move_video(video, "start")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await broken()
    assert woken == [1]
    assert len(await told(parts)) == 2
    await database.close()
