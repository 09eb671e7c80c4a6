"""Clocks that jump: what was closed stays closed, what was promised is never kept longer, and the sweeps go on."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.chat.moments import moment
from core.engine.relay import LEASE_MS, LONGEST_PAUSE_MS
from core.erasure.aging import Aging
from core.erasure.sweep import sweep
from core.generation.ends import CHOSEN_APART_MS, end_when_settled
from core.people import PersonId, Viewer
from core.sharing.unshare import end_dated
from core.videos import Making, Shape, Video, VideoId
from tests.erasing import House, MortalSteps, house_of
from tests.keeping import ask_file
from tests.parts import RETENTION_MS, Parts
from tests.test_sharing import give

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
MONTH_MS = 30 * DAY_MS
BERLIN = ZoneInfo("Europe/Berlin")
ASKED = Video(
    VideoId(UUID(int=1)),
    PersonId(UUID(int=2)),
    1,
    Making.MAKING,
    "motion",
    Shape.WIDE,
    3,
    1,
    asked_at_ms=0,
    ends_at_ms=0,
)


@pytest.fixture
def house(parts: Parts) -> House:
    """Everything on a folder of its own."""
    return house_of(parts)


async def swept(house: House) -> int:
    """Let every sweep go round once; gives how many videos were closed."""
    parts = house.parts
    await Aging(parts.store, parts.revocations, parts.clock).sweep()
    await end_dated(store=parts.store)
    return await sweep(house.shutting)


async def kept_until(house: House, owner: Viewer, ends_at_ms: int) -> VideoId:
    """Make a video that ends at some time."""
    video = await house.made(owner)
    assert owner.person is not None
    async with house.parts.store.write() as writes:
        await writes.set_end(video, ends_at_ms, actor=owner.person)
    return video


async def test_a_month_ahead_ends_what_ends_within_it_and_nothing_else(house: House) -> None:
    """Videos, shares and buttons whose dates are within the month go; what ends later stays; one can go on."""
    parts = house.parts
    owner, now_ms = await parts.person(), parts.clock.now_ms()
    await parts.person("member")
    within = [await kept_until(house, owner, now_ms + days * DAY_MS) for days in (1, 29)]
    beyond = await kept_until(house, owner, now_ms + 31 * DAY_MS)
    await give(parts, owner, beyond, "member", until_ms=now_ms + 2 * DAY_MS)
    parts.clock.advance(MONTH_MS)
    assert await swept(house) == 2
    for video in within:
        assert await parts.view(owner, video) is None
    view = await parts.seen(owner, beyond)
    assert view.granted == frozenset()
    another = await house.made(owner)
    assert await parts.view(owner, another) is not None


async def test_the_way_back_from_a_month_ahead_brings_nothing_back(house: House) -> None:
    """Set right again: what was closed is closed, its receipt stands, and what is left ends as promised."""
    parts = house.parts
    owner, now_ms = await parts.person(), parts.clock.now_ms()
    await parts.person("member")
    gone = await kept_until(house, owner, now_ms + DAY_MS)
    stays = await kept_until(house, owner, now_ms + 31 * DAY_MS)
    await give(parts, owner, stays, "member", until_ms=now_ms + 2 * DAY_MS)
    parts.clock.advance(MONTH_MS)
    await swept(house)
    parts.clock.advance(-MONTH_MS)
    assert await swept(house) == 0
    assert await parts.view(owner, gone) is None
    assert await house.opened(owner, gone) is not None
    assert (await parts.seen(owner, stays)).granted == frozenset()
    await house.eraser.erase(MortalSteps(), str(gone))
    assert ask_file(parts, f"SELECT count(*) FROM videos WHERE id = '{gone.hex}'") == [(0,)]  # noqa: S608
    parts.clock.advance(31 * DAY_MS)
    assert await swept(house) == 1


async def test_an_hour_back_brings_nothing_back(house: House) -> None:
    """Closed a moment ago, by its date or by its owner: an hour earlier it is closed as well."""
    parts = house.parts
    owner, now_ms = await parts.person(), parts.clock.now_ms()
    due, deleted = await kept_until(house, owner, now_ms + DAY_MS), await house.made(owner)
    assets = [asset.id for one in (due, deleted) for asset in (await parts.seen(owner, one)).assets]
    await house.ask(owner, deleted)
    parts.clock.advance(DAY_MS)
    assert await swept(house) == 1
    parts.clock.advance(-HOUR_MS)
    assert await swept(house) == 0
    for one in (due, deleted):
        assert await parts.view(owner, one) is None
        assert await house.opened(owner, one) is not None
    assert all(parts.revocations.is_revoked(one) for one in assets)


async def test_what_was_put_off_goes_on_after_a_clock_that_was_wrong(house: House) -> None:
    """A message that was leased or put off while the clock was ahead isn't kept waiting until it is that late."""
    parts, web = house.parts, frozenset({"web"})
    async with parts.store.write() as writes:
        await writes.tell("web", "video", UUID(int=7))
    parts.clock.advance(MONTH_MS)
    (row,) = await parts.store.ledger.claim(web, LEASE_MS, 10)
    assert list(await parts.store.ledger.claim(web, LEASE_MS, 10)) == []
    await parts.store.ledger.postpone(row.id, parts.clock.now_ms() + LONGEST_PAUSE_MS)
    assert list(await parts.store.ledger.claim(web, LEASE_MS, 10)) == []
    parts.clock.advance(-HOUR_MS)
    assert [one.id for one in await parts.store.ledger.claim(web, LEASE_MS, 10)] == [row.id]


@pytest.mark.parametrize("asked", [datetime(2026, 10, 22, 12, tzinfo=UTC), datetime(2027, 3, 25, 12, tzinfo=UTC)])
async def test_daylight_saving_moves_no_date(house: House, asked: datetime) -> None:
    """Seven days are 168 hours, also over a night that has 23 or 25; the gate closes at that millisecond."""
    parts = house.parts
    parts.clock.at_ms = int(asked.timestamp() * 1_000)
    owner = await parts.person()
    video = await house.made(owner)
    begins, ends = asked.astimezone(BERLIN), (asked.astimezone(UTC)).timestamp() + RETENTION_MS / 1_000
    assert begins.utcoffset() != datetime.fromtimestamp(ends, BERLIN).utcoffset()
    assert (await parts.seen(owner, video)).video.ends_at_ms == parts.clock.now_ms() + 168 * HOUR_MS
    parts.clock.advance(168 * HOUR_MS - 1)
    assert await swept(house) == 0
    parts.clock.advance(1)
    assert await parts.view(owner, video) is None
    assert await swept(house) == 1


def test_an_end_date_that_is_typed_is_of_the_day_on_which_it_comes() -> None:
    """14:00 after the clocks were put back is 14:00 of that day, an hour later by the sun."""
    now_ms = int(datetime(2026, 10, 24, 10, tzinfo=UTC).timestamp() * 1_000)
    for day, hour_utc in ((24, 12), (26, 13)):
        typed = moment(f"2026-10-{day} 14:00", now_ms, "Europe/Berlin", "en")
        assert datetime.fromtimestamp(typed / 1_000, UTC) == datetime(2026, 10, day, hour_utc, tzinfo=UTC)


@given(
    promised=st.integers(60_000, 60 * DAY_MS), setting=st.integers(20_000, 60 * DAY_MS), took=st.integers(0, 9 * DAY_MS)
)
def test_another_retention_never_moves_a_promised_date(promised: int, setting: int, took: int) -> None:
    """Whoever waited in the queue while the setting was changed has the date that they were told."""
    video = replace(ASKED, ends_at_ms=promised)
    ends_at_ms = end_when_settled(video, took, setting)
    if abs(setting - promised) > CHOSEN_APART_MS:
        assert ends_at_ms == promised
    else:
        assert ends_at_ms == took + setting


async def test_retention_that_is_changed_while_things_wait_lengthens_nothing(house: House) -> None:
    """One that is made and one in the queue were promised seven days; under a setting of a month both keep that."""
    parts = house.parts
    owner = await parts.person()
    ready, waiting = await house.made(owner), (await house.made(owner))
    before = {one: (await parts.seen(owner, one)).video.ends_at_ms for one in (ready, waiting)}
    ask_file(parts, f"UPDATE videos SET state = 'making' WHERE id = '{waiting.hex}'")  # noqa: S608 - an id of ours
    parts.clock.advance(HOUR_MS)
    found = await parts.store.ledger.job(waiting)
    assert found is not None
    assert end_when_settled(found.video, parts.clock.now_ms(), MONTH_MS) == before[waiting]
    assert (await parts.seen(owner, ready)).video.ends_at_ms == before[ready]
    parts.clock.advance(RETENTION_MS - HOUR_MS)
    assert await parts.view(owner, ready) is None
