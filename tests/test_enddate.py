"""End dates: as the owner sets them, and what happens when they come."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from core.erasure import sweep as sweeping
from core.erasure.enddate import set_end
from core.erasure.erase import BY_END_DATE, Shutting, expire
from core.erasure.sweep import sweep
from core.errors import BadInput, LostRace, NotAllowed, NotFound
from core.gate import Surface
from core.generation.order import Wish
from core.people import STRANGER, Viewer
from core.storage.database import open_database
from core.storage.tables import events, videos
from core.videos import Making, VideoId
from tests.parts import HERE, RETENTION_MS, Parts, shutting_of

SEA = Wish("a calm sea at sunset", seconds=3)
MAX_MS = 30 * 24 * 3_600_000


@pytest.fixture
def shutting(parts: Parts) -> Shutting:
    """What closes videos, with a journal beside the keys."""
    return shutting_of(parts)


async def move(parts: Parts, viewer: Viewer, video: VideoId, ends_at_ms: int, surface: Surface = HERE) -> None:
    """Set an end date."""
    await set_end(viewer, video, surface, ends_at_ms, store=parts.store, clock=parts.clock, retention_max_ms=MAX_MS)


async def swept(shutting: Shutting) -> int:
    """Sweep once."""
    return await sweep(shutting)


async def states(parts: Parts) -> Sequence[str]:
    """Read the states of all videos."""
    database = open_database(parts.folder / "hushreel.db")
    async with database.reading() as connection:
        found = (await connection.execute(sa.select(videos.c.state).order_by(videos.c.id))).scalars().all()
    await database.close()
    return found


async def stopped(parts: Parts, viewer: Viewer) -> VideoId:
    """Have a video that isn't made any more; its end date stays as it was at creation."""
    video = await parts.create(viewer, SEA)
    async with parts.store.write() as writes:
        await writes.move_video(video, "cancel")
    return video


async def test_an_end_date_moves_both_ways_within_its_limits(parts: Parts) -> None:
    """From the next millisecond to the operator's longest, both included, counted from when it was asked for."""
    owner = await parts.person()
    video = await parts.create(owner, SEA)
    asked_at_ms = parts.clock.now_ms()
    parts.clock.advance(5_000)
    for ends_at_ms in (asked_at_ms + MAX_MS, parts.clock.now_ms() + 1, asked_at_ms + RETENTION_MS):
        await move(parts, owner, video, ends_at_ms)
        assert (await parts.seen(owner, video)).video.ends_at_ms == ends_at_ms


async def test_a_date_beyond_its_limits_changes_nothing(parts: Parts) -> None:
    """The past and this very millisecond are refused, and a date too late tells the latest one."""
    owner = await parts.person()
    video = await parts.create(owner, SEA)
    before = (await parts.seen(owner, video)).video
    latest_ms = before.asked_at_ms + MAX_MS
    for past in (parts.clock.now_ms(), parts.clock.now_ms() - 1, 0, -1):
        with pytest.raises(BadInput, match="end_date_in_past"):
            await move(parts, owner, video, past)
    with pytest.raises(BadInput) as caught:
        await move(parts, owner, video, latest_ms + 1)
    assert (caught.value.code, caught.value.data) == ("end_date_too_late", {"latest_ms": latest_ms})
    assert (await parts.seen(owner, video)).video == before


async def test_the_longest_counts_from_when_it_was_finished(parts: Parts) -> None:
    """A video that waited long in the queue is not kept shorter for it."""
    owner = await parts.person()
    video = await parts.create(owner, SEA)
    parts.clock.advance(10_000)
    async with parts.store.write() as writes:
        await writes.move_video(video, "cancel")
    await move(parts, owner, video, parts.clock.now_ms() + MAX_MS)
    with pytest.raises(BadInput, match="end_date_too_late"):
        await move(parts, owner, video, parts.clock.now_ms() + MAX_MS + 1)


async def test_only_the_owner_moves_it_and_only_where_nobody_listens(parts: Parts) -> None:
    """Others get what an unknown id gets; the owner is refused in a shared channel."""
    owner = await parts.person()
    video = await parts.create(owner, SEA)
    later_ms = parts.clock.now_ms() + 60_000
    for viewer, asked in ((await parts.person("member"), video), (owner, VideoId(UUID(int=1)))):
        with pytest.raises(NotFound):
            await move(parts, viewer, asked, later_ms)
    with pytest.raises(NotAllowed):
        await move(parts, STRANGER, video, later_ms)
    with pytest.raises((NotFound, NotAllowed)):
        await move(parts, owner, video, later_ms, Surface.CHAT_SHARED)
    assert (await parts.seen(owner, video)).video.ends_at_ms == parts.clock.now_ms() + RETENTION_MS


async def test_nothing_is_moved_that_is_being_erased(parts: Parts, shutting: Shutting) -> None:
    """Its gate is closed to the owner as well."""
    owner = await parts.person()
    video = await parts.create(owner, SEA)
    await expire(video, shutting)
    with pytest.raises(NotFound):
        await move(parts, owner, video, parts.clock.now_ms() + 60_000)
    with pytest.raises(LostRace):
        await expire(video, shutting)


async def test_what_is_due_is_erased_and_the_rest_is_kept(parts: Parts, shutting: Shutting) -> None:
    """At its end date, not a millisecond before; nobody opens it any more; the journal and its history say why."""
    owner = await parts.person()
    first, second = await stopped(parts, owner), await parts.create(owner, SEA)
    await move(parts, owner, first, parts.clock.now_ms() + 1_000)
    parts.clock.advance(999)
    assert await swept(shutting) == 0
    parts.clock.advance(1)
    assert await swept(shutting) == 1
    assert await parts.view(owner, first) is None
    assert (await parts.seen(owner, second)).video.state is Making.QUEUED
    assert [line for line in _journal_and_away(parts)[0].read_text().splitlines() if str(first) in line]
    assert await swept(shutting) == 0
    database = open_database(parts.folder / "hushreel.db")
    async with database.reading() as connection:
        query = sa.select(events.c.actor, events.c.reason).where(events.c.subject == first, events.c.verb == "erase")
        assert (await connection.execute(query)).all() == [(None, BY_END_DATE)]
    await database.close()


async def test_what_is_in_the_making_is_waited_for(parts: Parts, shutting: Shutting) -> None:
    """A short retention and a long queue erase nothing before it is there; then the retention begins."""
    owner = await parts.person()
    video = await parts.create(owner, SEA)
    parts.clock.advance(2 * RETENTION_MS)
    assert await swept(shutting) == 0
    async with parts.store.write() as writes:
        await writes.move_video(video, "start")
    assert await swept(shutting) == 0
    async with parts.store.write() as writes:
        await writes.move_video(video, "finish", ends_at_ms=parts.clock.now_ms() + RETENTION_MS)
    assert await swept(shutting) == 0
    parts.clock.advance(RETENTION_MS)
    assert await swept(shutting) == 1


async def test_a_long_list_is_worked_off(parts: Parts, shutting: Shutting, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than one helping is due after a long pause: one sweep closes them all."""
    monkeypatch.setattr(sweeping, "AT_ONCE", 2)
    for name in ("owner", "member", "moderator"):
        person = await parts.person(name)
        for _ in range(3):
            await stopped(parts, person)
    parts.clock.advance(RETENTION_MS)
    assert await swept(shutting) == 9
    assert set(await states(parts)) == {"erasing"}


async def test_a_damaged_video_is_erased_like_any_other(parts: Parts, shutting: Shutting) -> None:
    """Words that no key opens any more don't keep a video from its end date, nor those after it."""
    owner = await parts.person()
    damaged = await stopped(parts, owner)
    await stopped(parts, owner)
    database = open_database(parts.folder / "hushreel.db")
    async with database.writing() as connection:
        await connection.execute(sa.update(videos).where(videos.c.id == damaged).values(wrapped_key=b"damaged"))
    await database.close()
    parts.clock.advance(RETENTION_MS)
    assert await swept(shutting) == 2
    assert set(await states(parts)) == {"erasing"}


async def test_without_a_journal_nothing_is_closed_and_the_next_round_goes_on(parts: Parts, shutting: Shutting) -> None:
    """An erasure that a restored backup would undo isn't begun; as soon as the journal is back, it is."""
    owner = await parts.person()
    await stopped(parts, owner)
    parts.clock.advance(RETENTION_MS)
    path, away = _journal_and_away(parts)
    path.rename(away)
    assert await swept(shutting) == 0
    assert await states(parts) == ["cancelled"]
    away.rename(path)
    assert await swept(shutting) == 1


def _journal_and_away(parts: Parts) -> tuple[Path, Path]:
    folder = parts.folder.parent / "keys"
    return folder / "erasure.journal", folder / "away"
