"""Asking for an erasure: who may, and what is closed when the answer comes."""

import asyncio
from uuid import UUID

import pytest
import sqlalchemy as sa

from core.erasure.erase import BY_OWNER
from core.errors import LostRace, NotAllowed, NotFound
from core.gate import Surface
from core.people import STRANGER
from core.storage.tables import events
from core.videos import AssetRole, Making, VideoId
from tests.erasing import WISH, House, house_of
from tests.parts import HERE, Parts


@pytest.fixture
def house(parts: Parts) -> House:
    """Everything on a folder of its own."""
    return house_of(parts)


async def test_a_request_closes_the_video_for_everybody_at_once(house: House) -> None:
    """Its owner finds it no more, its bytes are revoked, its history says who and why, and the engine hears of it."""
    owner = await house.parts.person()
    video = await house.made(owner)
    names = [asset.id for asset in (await house.parts.seen(owner, video)).assets]
    await house.told()
    await house.ask(owner, video)
    async with house.parts.store.read() as reads:
        assert await reads.video(owner, video, HERE) is None
        assert await reads.videos(owner) == []
        assert [await reads.asset(owner, name, HERE) for name in names] == [None] * 3
    assert all(house.parts.revocations.is_revoked(name) for name in names)
    assert await house.parts.store.ledger.erasing() == [video]
    told = await house.rows(sa.select(events.c.actor, events.c.reason).where(events.c.verb == "erase"))
    assert told == [(owner.person, BY_OWNER)]
    assert sorted(await house.told()) == [("engine", "erase"), ("web", "video")]


async def test_the_journal_knows_before_it_is_closed(house: House) -> None:
    """It holds the video and each of its assets."""
    owner = await house.parts.person()
    video = await house.made(owner)
    names = {asset.id for asset in (await house.parts.seen(owner, video)).assets}
    await house.ask(owner, video)
    assert house.journal.read()[0] == video
    assert set(house.journal.read()[1:]) == names


async def test_what_can_not_be_journalled_is_not_erased(house: House) -> None:
    """Without the journal's line the video stays as it was: open to its owner, nothing revoked, nothing told."""
    owner = await house.parts.person()
    video = await house.made(owner)
    before = await house.parts.seen(owner, video)
    (house.parts.folder.parent / "keys" / "erasure.journal").unlink()
    with pytest.raises(FileNotFoundError):
        await house.ask(owner, video)
    assert await house.parts.seen(owner, video) == before
    assert not house.parts.revocations.is_revoked(before.assets[0].id)
    assert await house.parts.opened(owner, before, 0)


async def test_nobody_else_can_erase_it(house: House) -> None:
    """Others, strangers and unknown ids are a miss; the owner in a shared channel is refused; nothing is journalled."""
    owner = await house.parts.person()
    video = await house.made(owner)
    for viewer, asked in (
        (await house.parts.person("member"), video),
        (await house.parts.person("moderator"), video),
        (STRANGER, video),
        (owner, VideoId(UUID(int=1))),
    ):
        with pytest.raises(NotFound):
            await house.ask(viewer, asked)
    with pytest.raises((NotFound, NotAllowed)):
        await house.ask(owner, video, Surface.CHAT_SHARED)
    assert (await house.parts.seen(owner, video)).video.state is Making.READY
    assert house.journal.read() == []


async def test_of_two_requests_one_wins(house: House) -> None:
    """Pressed twice at once: one closes it, the other finds nothing more; the journal has one line."""
    owner = await house.parts.person()
    video = await house.made(owner)
    ended = await asyncio.gather(house.ask(owner, video), house.ask(owner, video), return_exceptions=True)
    refused = [one for one in ended if isinstance(one, BaseException)]
    assert len(refused) == 1
    assert isinstance(refused[0], NotFound | LostRace)
    assert len(set(house.journal.read())) == len(house.journal.read()) == 4


async def test_what_is_finished_in_the_same_moment_is_closed_as_well(house: House) -> None:
    """Bytes whose row is kept while the request already waits for its turn are journalled and revoked."""
    owner = await house.parts.person()
    video = await house.parts.create(owner, WISH)
    asset, sealed = await house.seal(video, AssetRole.OUTPUT, 1_000)
    async with house.parts.store.write() as writes:
        asking = asyncio.create_task(house.ask(owner, video))
        await asyncio.sleep(0.2)
        await writes.add_asset(asset, sealed)
    await asking
    assert house.journal.read() == [video, asset.id]
    assert house.parts.revocations.is_revoked(asset.id)


async def test_a_stream_that_runs_stops(house: House) -> None:
    """Whoever watches gets not one chunk more after the request has returned."""
    owner = await house.parts.person()
    video = await house.made(owner, 500_000)
    asset = (await house.parts.seen(owner, video)).assets[0]
    async with house.parts.store.read() as reads:
        found = await reads.asset(owner, asset.id, HERE)
    assert found is not None
    chunks = (await house.parts.vault.open(asset.id, found[1])).read(0, asset.size_bytes)
    await anext(chunks)
    await house.ask(owner, video)
    with pytest.raises(NotFound):
        await anext(chunks)
