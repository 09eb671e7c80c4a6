"""The operator opens a video at the machine: for a reason, which its owner is told, or not at all."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from core.errors import NotFound
from core.grants import BROKEN, BreakGlass
from core.people import OPERATOR
from core.sharing.breakglass import REASON_LONGEST, OpeningRefused, break_glass
from core.sharing.seen import who_saw
from core.storage.tables import break_glass as table
from core.storage.tables import events
from core.videos import AssetRole, VideoId
from tests.erasing import House, house_of
from tests.keeping import ask_file
from tests.parts import HERE, Parts

REASON = "order 7 of the HEDGEHOGGISH court"


@pytest.fixture
def house(parts: Parts) -> House:
    """Everything on a folder of its own."""
    return house_of(parts)


async def opened(
    house: House, video: VideoId, reason: str = REASON, role: AssetRole = AssetRole.OUTPUT, number: int = 1
) -> bytes:
    """Open a video as the operator, and read all of it."""
    parts = house.parts
    stream = await break_glass(video, role, number, reason, store=parts.store, vault=parts.vault)
    return b"".join([chunk async for chunk in stream.read(0, stream.asset.size_bytes)])


async def test_it_is_kept_before_a_byte_is_opened(house: House) -> None:
    """Row, event and notice are there when the stream is given, and no byte of it was read yet."""
    parts = house.parts
    owner = await parts.person()
    video = await house.made(owner)
    await house.told()
    stream = await break_glass(video, AssetRole.OUTPUT, 1, REASON, store=parts.store, vault=parts.vault)
    assert ask_file(parts, "SELECT role, at_ms FROM break_glass") == [("output", parts.clock.now_ms())]
    noted = await house.rows(sa.select(events.c.actor, events.c.reason).where(events.c.verb == "break_glass"))
    assert noted == [(OPERATOR, "output")]
    assert await house.told() == [("web", BROKEN)]
    view = await parts.seen(owner, video)
    number = [one.role for one in view.assets].index(AssetRole.OUTPUT)
    assert b"".join([one async for one in stream.read(0, stream.asset.size_bytes)]) == await parts.opened(
        owner, view, number
    )


async def test_what_can_not_be_kept_is_not_opened(house: House) -> None:
    """A database that takes no further row: nothing is opened, and nothing half of it stays."""
    video = await house.made(await house.parts.person())
    ask_file(house.parts, "CREATE TRIGGER full BEFORE INSERT ON break_glass BEGIN SELECT RAISE(ABORT, 'no room'); END")
    with pytest.raises(DatabaseError):
        await opened(house, video)
    assert await house.rows(sa.select(events.c.verb).where(events.c.verb == "break_glass")) == []


@pytest.mark.parametrize(
    ("reason", "code"),
    [("", "reason_missing"), (" \n", "reason_missing"), ("x" * (REASON_LONGEST + 1), "reason_too_long")],
)
async def test_without_a_reason_nothing_is_opened(house: House, reason: str, code: str) -> None:
    """Neither without one nor with one that nobody reads."""
    video = await house.made(await house.parts.person())
    with pytest.raises(OpeningRefused, match=code):
        await opened(house, video, reason)
    assert await house.rows(sa.select(table.c.id)) == []


async def test_what_is_not_there_is_not_opened_and_not_noted(house: House) -> None:
    """An unknown video, a role that it hasn't, a number beyond the last, and one that is being erased."""
    owner = await house.parts.person()
    video = await house.made(owner)
    for asked, role, number in (
        (VideoId(OPERATOR), AssetRole.OUTPUT, 1),
        (video, AssetRole.EXPORT, 1),
        (video, AssetRole.OUTPUT, 2),
        (video, AssetRole.OUTPUT, 0),
    ):
        with pytest.raises(OpeningRefused, match="opening_not_found"):
            await opened(house, asked, role=role, number=number)
    await house.ask(owner, video)
    with pytest.raises(OpeningRefused, match="opening_not_found"):
        await opened(house, video)
    assert await house.rows(sa.select(table.c.id)) == []


async def test_the_owner_reads_when_what_and_why(house: House) -> None:
    """Each opening, the newest first; nobody else reads it, whoever the video is shared with."""
    parts = house.parts
    owner, other = await parts.person(), await parts.person("member")
    video = await house.made(owner)
    await opened(house, video)
    parts.clock.advance(1_000)
    await opened(house, video, " looked again ", AssetRole.POSTER)
    now_ms = parts.clock.now_ms()
    seen = await who_saw(owner, video, HERE, store=parts.store)
    assert list(seen.break_glass) == [
        BreakGlass(AssetRole.POSTER, "looked again", now_ms),
        BreakGlass(AssetRole.OUTPUT, REASON, now_ms - 1_000),
    ]
    with pytest.raises(NotFound):
        await who_saw(other, video, HERE, store=parts.store)
    async with parts.store.read() as reads:
        assert list(await reads.break_glass(other, video)) == []


async def test_the_reason_is_sealed_and_goes_with_the_video(house: House) -> None:
    """No file holds its words, and after the erasure no row does."""
    owner = await house.parts.person()
    video = await house.made(owner)
    await opened(house, video)
    assert house.found([b"HEDGEHOGGISH"]) == []
    await house.ask(owner, video)
    async with house.parts.store.write() as writes:
        await writes.forget_video(video)
    assert await house.rows(sa.select(table.c.id)) == []


def test_the_policy_says_that_it_can_be_gone_round() -> None:
    """Each language says so where it is told what the operator opened."""
    for path in (Path(__file__).parents[1] / "bots" / "texts").glob("??.ftl"):
        assert "whosaw-root = " in path.read_text("utf-8"), path.name
