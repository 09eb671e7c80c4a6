"""Messages on Discord that belong to nobody any more: deleted, as long as Discord lets us; nobody is written to."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest
import pytest_asyncio

from bots.discord_bot.posted import HERE
from core.erasure.copies import item_of
from core.erasure.receipts import Closed, open_receipt
from core.receipts import RECALL, Opened
from core.videos import VideoId
from tests.discord_story import WITHIN_S, Story, club_story
from tests.fakes.discord_wire.trouble import LIE


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob in the club, and the bot."""
    async with club_story(tmp_path / "house") as told:
        yield told


async def recalled(story: Story, video: VideoId) -> Opened:
    """Take all messages about a video out of their person's rows, and have them taken back."""
    house = story.running.house
    rows = await house.store.ledger.posted_about(HERE, video)
    items = [item_of(one, house.clock.now_ms()) for one in rows]
    async with house.store.write() as writes:
        opened = await open_receipt(writes, Closed(items), house.shutting.issuer)
        await writes.recall(opened.number, [one.id for one in rows])
    return opened


async def dropped(story: Story, name: UUID) -> None:
    """Wait until a message isn't to be taken back any more."""
    async with asyncio.timeout(WITHIN_S):
        while await story.running.house.store.ledger.recall_named(name):  # noqa: ASYNC110 - the tables have no event
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("is_private", [False, True], ids=["in a server", "in private"])
async def test_a_message_is_deleted_and_nothing_comes_in_its_place(story: Story, *, is_private: bool) -> None:
    """By its token or for good, after trouble too; no row of it is left."""
    card, video = await story.ready(story.ada, None if is_private else story.club)
    (row,) = await story.rows(video)
    story.fake.trouble.plan(500, method="DELETE", times=2)
    await recalled(story, video)
    await story.fake.world.until(lambda: not card.messages, WITHIN_S, "the message to go")
    await dropped(story, row.id)
    assert await story.running.house.store.ledger.posted_named(row.id) is None


async def test_a_message_that_was_said_to_be_deleted_and_is_there_is_not_gone(story: Story) -> None:
    """Discord says yes and does nothing: the receipt goes on waiting, asks again, and is closed when it is true."""
    card, video = await story.ready(story.ada, None)
    (row,) = await story.rows(video)
    story.fake.trouble.plan(LIE, method="DELETE")
    await recalled(story, video)
    await story.fake.world.until(lambda: LIE in [what for *_, what in story.fake.trouble.hits], WITHIN_S, "a lie")
    house = story.running.house
    while await house.store.ledger.claim(frozenset({"discord"}), 0, 1):  # noqa: ASYNC110 - the outbox has no event
        await asyncio.sleep(0.05)
    assert await house.store.ledger.recall_named(row.id) is not None
    assert card.message.deleted_ms is None
    async with house.store.write() as writes:
        await writes.tell("discord", RECALL, row.id)
    await dropped(story, row.id)
    assert card.messages == []


async def test_a_message_that_was_deleted_before_is_gone(story: Story) -> None:
    """Discord knows no such message: that is what we wanted."""
    card, video = await story.ready(story.ada, None)
    (row,) = await story.rows(video)
    card.message.deleted_ms = 1
    await recalled(story, video)
    await dropped(story, row.id)
