"""The database: what is kept is sealed, what is erased is in no file, and what breaks leaves nothing behind."""

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from core.errors import LimitReached, LostRace, StoreRefused
from core.people import Identity, PersonId, Platform, Preferences, Viewer
from core.records import Remains, Token
from core.storage.database import Database, open_database
from core.storage.migrate import migrate
from core.videos import (
    Audience,
    Making,
    Publication,
    PublicationId,
    Showing,
    VideoId,
)
from tests.keeping import HOME, ORDER, WORDS, ask_file, kept, owner_of, shown
from tests.parts import HERE, RETENTION_MS, Parts

WAL_OF_ONE_PAGE_BYTES = 32 + 24 + 4_096
MARKS = (b"narwhalish", b"Pangolinesque", b"axolotlian")


def contents(folder: Path) -> Iterator[bytes]:
    """Every file of a folder."""
    return (path.read_bytes() for path in folder.rglob("*") if path.is_file())


def named(folder: Path, *marks: bytes) -> set[bytes]:
    """Those marks that are in some file of a folder."""
    return {mark for content in contents(folder) for mark in marks if mark in content}


async def test_words_are_in_no_file_while_they_are_kept(parts: Parts) -> None:
    """Prompt, title and file names are sealed under a key of their own: no file holds one, and the owner reads them."""
    owner = await owner_of(parts)
    video = await kept(parts, owner)
    await parts.store.scrub()
    assert named(parts.folder, *MARKS) == set()
    view = await parts.seen(Viewer(owner), video)
    assert (view.prompt, view.title) == (WORDS.prompt, WORDS.title)


async def test_an_erased_video_is_in_no_file(parts: Parts) -> None:
    """After forgetting and scrubbing no file holds its id, its sealed words or a wrapped key; a neighbour keeps all."""
    owner = await owner_of(parts)
    video, neighbour = await kept(parts, owner), await kept(parts, owner)
    await shown(parts, video, HOME)
    (found,) = ask_file(parts, f"SELECT words, wrapped_key FROM videos WHERE id = '{video.hex}'")  # noqa: S608 - an id
    keys = ask_file(parts, f"SELECT wrapped_key FROM assets WHERE video = '{video.hex}'")  # noqa: S608 - an id
    marks = [*found, *(key for (key,) in keys), video.hex.encode()]
    assert named(parts.folder, *marks) == set(marks)
    async with parts.store.write() as writes:
        await writes.move_video(video, "erase", actor=owner)
    while rows := await parts.store.ledger.claim(frozenset({"engine", "web"}), 1_000, 10):
        for row in rows:
            await parts.store.ledger.settle(row.id)
    async with parts.store.write() as writes:
        await writes.forget_video(video)
    await parts.store.scrub()
    assert named(parts.folder, *marks) == set()
    assert (await parts.seen(Viewer(owner), neighbour)).prompt == WORDS.prompt


async def test_a_new_title_leaves_nothing_of_the_old_one(parts: Parts) -> None:
    """Renaming seals all words anew: the old sealed title and its key are in no file, the prompt is as it was."""
    owner = await owner_of(parts)
    video = await kept(parts, owner)
    (before,) = ask_file(parts, "SELECT words, wrapped_key FROM videos")
    async with parts.store.write() as writes:
        await writes.rename(video, "Quollish")
    await parts.store.scrub()
    assert named(parts.folder, b"Quollish", *before) == set()
    view = await parts.seen(Viewer(owner), video)
    assert (view.prompt, view.title) == (WORDS.prompt, "Quollish")


async def test_only_what_is_being_erased_is_forgotten(parts: Parts) -> None:
    """A video in any other state stays; one that is gone already is fine."""
    video = await kept(parts, await owner_of(parts))
    async with parts.store.write() as writes:
        with pytest.raises(LostRace) as refused:
            await writes.forget_video(video)
        await writes.forget_video(VideoId(parts.ids.new()))
    assert refused.value.data == {"state": "queued"}


async def test_a_number_is_never_given_again(parts: Parts) -> None:
    """Numbers count up per person: an erased #2 leaves a gap, and other people count for themselves."""
    owner, other = await owner_of(parts), (await parts.person("member")).person
    assert other
    videos = [await kept(parts, owner) for _ in range(2)]
    async with parts.store.write() as writes:
        await writes.move_video(videos[1], "erase")
        await writes.forget_video(videos[1])
    third = await kept(parts, owner)
    assert (await parts.seen(Viewer(owner), third)).video.number == 3
    assert (await parts.seen(Viewer(other), await kept(parts, other))).video.number == 1


async def test_a_video_being_erased_is_closed_to_all_and_known_to_its_flow(parts: Parts) -> None:
    """From the moment of the move nobody finds it, while the flow still learns what to take away."""
    owner = await owner_of(parts)
    video = await kept(parts, owner)
    (asset,) = (await parts.seen(Viewer(owner), video)).assets
    async with parts.store.write() as writes:
        await writes.move_video(video, "erase")
    async with parts.store.read() as reads:
        assert await reads.video(Viewer(owner), video, HERE) is None
        assert await reads.asset(Viewer(owner), asset.id, HERE) is None
        assert list(await reads.videos(Viewer(owner))) == []
        assert list(await reads.events(Viewer(owner), video)) == []
        assert await reads.unfinished(Viewer(owner)) == 0
    assert await parts.store.ledger.job(video) is None
    assert await parts.store.ledger.erasing() == [video]
    assert await parts.store.ledger.remains(video) == Remains(owner, 1, (asset,), owner)


async def test_a_hold_stops_what_opens_and_nothing_else(parts: Parts) -> None:
    """A held video can't be shown, but it can be taken back."""
    owner = await owner_of(parts)
    video = await kept(parts, owner)
    name = await shown(parts, video, HOME)
    ask_file(parts, "UPDATE videos SET hold = 1")
    async with parts.store.write() as writes:
        assert await writes.move_publication(name, 1, "remove") is Showing.REMOVED
        with pytest.raises(Exception, match="held"):
            await writes.move_publication(name, 1, "reinstate")


async def test_a_decision_reaches_the_revision_that_it_names(parts: Parts) -> None:
    """Declined, changed and sent again, a publication is a new revision: a late press on the old one does nothing."""
    video = await kept(parts, await owner_of(parts))
    name = PublicationId(parts.ids.new())
    async with parts.store.write() as writes:
        await writes.add_publication(Publication(name, video, HOME, Audience.COMMUNITY, 1, Showing.DRAFT))
        for verb in ("propose", "decline", "redraft"):
            await writes.move_publication(name, 1, verb)
        await writes.move_publication(name, 2, "propose")
        with pytest.raises(LostRace) as refused:
            await writes.move_publication(name, 1, "approve")
        assert await writes.move_publication(name, 2, "approve") is Showing.APPROVED
    assert refused.value.data == {"state": "proposed"}


async def test_a_token_is_spent_once_by_its_person_in_its_time(parts: Parts) -> None:
    """Somebody else's press, a late one and a second one get nothing; the file holds no token."""
    owner = await owner_of(parts)
    bound = Token("delete", UUID(int=5), owner, 1, parts.clock.now_ms() + 1_000)
    async with parts.store.write() as writes:
        await writes.offer("a-token-of-128-bits", bound)
        await writes.offer("another-one", bound)
        assert await writes.spend("a-token-of-128-bits", PersonId(UUID(int=6))) is None
        assert await writes.spend("a-token-of-128-bits", owner) == bound
        assert await writes.spend("a-token-of-128-bits", owner) is None
    parts.clock.advance(1_000)
    async with parts.store.write() as writes:
        assert await writes.spend("another-one", owner) is None
    assert named(parts.folder, b"a-token-of-128-bits", b"another-one") == set()


async def test_a_person_is_met_once_and_keeps_what_they_chose(parts: Parts) -> None:
    """The same identity is the same person; language and time zone stay as chosen, and a stranger has the defaults."""
    async with parts.store.write() as writes:
        one = await writes.meet(Identity(Platform.TELEGRAM, "4711"))
        assert await writes.meet(Identity(Platform.DISCORD, "4711")) != one
        await writes.prefer(Viewer(one), Preferences("de", "Europe/Berlin"))
    async with parts.store.write() as writes:
        assert await writes.meet(Identity(Platform.TELEGRAM, "4711")) == one
    async with parts.store.read() as reads:
        assert await reads.preferences(Viewer(one)) == Preferences("de", "Europe/Berlin")
        assert await reads.preferences(Viewer()) == Preferences(None, "UTC")


async def test_a_block_that_breaks_leaves_nothing(parts: Parts) -> None:
    """Words, number, event and outbox of a transaction that ends in an error were never there."""
    owner = await owner_of(parts)

    async def broken() -> None:
        async with parts.store.write() as writes:
            await writes.add_video(owner, VideoId(parts.ids.new()), ORDER, WORDS, RETENTION_MS)
            await writes.tell("web", "video", UUID(int=5))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await broken()
    for table in ("videos", "events", "outbox"):
        assert ask_file(parts, f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608 - names of ours
    assert (await parts.seen(Viewer(owner), await kept(parts, owner))).video.number == 1


async def test_who_is_cancelled_while_writing_leaves_nothing_and_the_door_open(parts: Parts) -> None:
    """Of 150 writers, cancelled at any moment, each one's two rows are both there or neither; the next one gets in."""

    async def write_two(kind: str) -> None:
        async with parts.store.write() as writes:
            for _ in range(2):
                await writes.tell("web", kind, parts.ids.new())

    chance = random.Random(4)  # noqa: S311 - moments, no secrets
    running = [asyncio.create_task(write_two(str(number))) for number in range(150)]
    for task in running:
        asyncio.get_running_loop().call_later(chance.random() * 0.3, task.cancel)
    ended = await asyncio.gather(*running, return_exceptions=True)
    assert {type(one) for one in ended} <= {type(None), asyncio.CancelledError}
    assert asyncio.CancelledError in {type(one) for one in ended}
    await write_two("after")
    counts: dict[str, int] = dict(ask_file(parts, "SELECT kind, count(*) FROM outbox GROUP BY kind"))
    assert set(counts.values()) == {2}
    assert "after" in counts
    assert all(str(number) in counts for number, one in enumerate(ended) if one is None)


async def test_every_connection_is_careful(parts: Parts) -> None:
    """Through both doors: write-ahead log, full synchronisation, deleted content overwritten, references held."""
    database = open_database(parts.folder / "hushreel.db")
    asked = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "busy_timeout", "temp_store")
    for door in (database.reading, database.writing):
        async with door() as connection:
            answers = [(await connection.execute(sa.text(f"PRAGMA {name}"))).scalar_one() for name in asked]
        assert answers == ["wal", 2, 1, 1, 30_000, 2]
    await database.close()


async def test_a_lost_database_is_not_begun_anew(tmp_path: Path) -> None:
    """Whoever asks once the file was taken away fails by either door, and no empty one stands in its place."""
    file = tmp_path / "a folder, 100% ours?" / "hushreel.db"
    file.parent.mkdir()
    await migrate(file)
    database = open_database(file)
    file.rename(tmp_path / "away.db")
    for door in (database.reading, database.writing):
        with pytest.raises(OperationalError, match="unable to open"):
            async with door() as connection:
                await connection.execute(sa.text("SELECT 1"))
    assert not file.exists()
    await database.close()


@pytest.fixture
async def read_by_somebody(parts: Parts) -> Database:
    """The database once more, for a reader that is in no hurry."""
    return open_database(parts.folder / "hushreel.db")


async def test_scrubbing_waits_for_readers_and_holds_up_no_writer(parts: Parts, read_by_somebody: Database) -> None:
    """While somebody reads, the log can't be cleared; writers go on, and it is cleared as soon as they are done."""
    log = parts.folder / "hushreel.db-wal"
    await kept(parts, await owner_of(parts))
    async with read_by_somebody.reading() as connection:
        await connection.execute(sa.text("SELECT count(*) FROM videos"))
        scrubbing = asyncio.create_task(parts.store.scrub())
        async with asyncio.timeout(60):
            for _ in range(5):
                await kept(parts, await owner_of(parts))
        assert not scrubbing.done()
        with pytest.raises(StoreRefused) as refused:
            await read_by_somebody.scrub(longest_s=0.2)
        assert refused.value.code == "scrub_busy"
    await scrubbing
    assert log.stat().st_size == WAL_OF_ONE_PAGE_BYTES
    await read_by_somebody.close()


async def test_no_room_left_is_told_and_what_was_there_stays(parts: Parts) -> None:
    """A file that can't grow refuses the write with a limit that a person can read; afterwards all goes on."""
    owner = await owner_of(parts)
    database = open_database(parts.folder / "hushreel.db")

    async def fill() -> None:
        async with database.writing() as connection:
            (pages,) = (await connection.execute(sa.text("PRAGMA page_count"))).one()
            await connection.execute(sa.text(f"PRAGMA max_page_count = {pages + 1}"))
            await connection.execute(sa.text("CREATE TABLE rest AS SELECT randomblob(100000) AS bytes"))

    with pytest.raises(LimitReached) as refused:
        await fill()
    assert refused.value.code == "disk_full"
    await database.close()
    assert (await parts.seen(Viewer(owner), await kept(parts, owner))).video.state is Making.QUEUED
