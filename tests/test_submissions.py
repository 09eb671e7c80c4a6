"""What is written down of orders that leave: sent once, named once, gone with its video."""

import sqlalchemy as sa

from core.generation.line import begin_first
from core.generation.order import Wish
from core.storage.database import open_database
from core.storage.tables import submissions
from core.submissions import Submission
from core.videos import VideoId
from tests.parts import Parts

SEA = Wish("a calm sea at sunset", seconds=3)


async def intended(parts: Parts) -> VideoId:
    """Begin a video, and intend to send it."""
    video = await parts.create(await parts.person(), SEA)
    await begin_first(parts.store)
    async with parts.store.write() as writes:
        await writes.intend(Submission(video, "kling", parts.ids.new(), parts.clock.now_ms() + 1_000))
    return video


async def test_an_order_may_leave_once(parts: Parts) -> None:
    """The first to ask may send it; where nothing was begun, it may leave again; once it has a name, never."""
    video = await intended(parts)
    async with parts.store.write() as writes:
        assert [await writes.send(video) for _ in range(3)] == [True, False, False]
        await writes.unsend(video)
        assert await writes.send(video)
        await writes.name_task(video, "8200000001")
        await writes.unsend(video)
        assert not await writes.send(video)


async def test_what_was_kept_first_stays(parts: Parts) -> None:
    """A step that runs again gets the id under which the order may have left, and the first task's name."""
    video = await intended(parts)
    kept = await parts.store.ledger.submission(video)
    assert kept is not None
    async with parts.store.write() as writes:
        again = await writes.intend(Submission(video, "kling", parts.ids.new(), 0))
        for task in ("8200000001", "8200000002"):
            await writes.name_task(video, task)
    assert again == kept
    found = await parts.store.ledger.submission(video)
    assert found is not None
    assert found.task == "8200000001"


async def test_what_nobody_knows_about_is_named_after_a_restart(parts: Parts) -> None:
    """Only videos that are unsure, and only while they are."""
    video = await intended(parts)
    assert await parts.store.ledger.unsure() == []
    async with parts.store.write() as writes:
        await writes.move_video(video, "lose_sight")
    assert await parts.store.ledger.unsure() == [video]
    async with parts.store.write() as writes:
        await writes.move_video(video, "fail", failure="submit_lost")
    assert await parts.store.ledger.unsure() == []


async def test_it_goes_with_its_video(parts: Parts) -> None:
    """No row is left of a video that is erased."""
    video = await intended(parts)
    async with parts.store.write() as writes:
        await writes.move_video(video, "erase")
        await writes.forget_video(video)
    database = open_database(parts.folder / "hushreel.db")
    async with database.reading() as connection:
        assert (await connection.execute(sa.select(submissions))).all() == []
    await database.close()
