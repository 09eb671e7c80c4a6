"""Messages on Telegram that belong to nobody any more: deleted, or emptied where they are too old for that."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest_asyncio

from core.chats import Posted
from core.erasure.copies import item_of
from core.erasure.follow import Follower
from core.erasure.receipts import Closed, open_receipt
from core.people import Platform
from core.receipts import Opened
from core.videos import VideoId
from tests.fakes.telegram_wire.trouble import LIE
from tests.fakes.tiny import VIDEO
from tests.telegram_story import Story, two_people

HOUR_S = 3_600


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob, and the bot."""
    async with two_people(tmp_path / "house") as told:
        yield told


async def recalled(story: Story, video: VideoId) -> tuple[Opened, Sequence[Posted]]:
    """Take all messages about a video out of their person's rows, and have them taken back."""
    house = story.house
    rows = await house.store.ledger.posted_about(Platform.TELEGRAM, video)
    items = [item_of(one, house.clock.now_ms()) for one in rows]
    async with house.store.write() as writes:
        opened = await open_receipt(writes, Closed(items), house.shutting.issuer)
        await writes.recall(opened.number, [one.id for one in rows])
    return opened, rows


async def is_closed(story: Story, opened: Opened) -> bool:
    """Say whether nothing waits any more, once somebody looked."""
    house = story.house
    story.fake.clock.advance(60)
    await Follower(house.store, house.shutting.issuer).look()
    async with house.store.read() as reads:
        shown = await reads.receipt_held(opened.number, opened.secret)
    assert shown is not None
    return '"state":"closed"' in shown.newest.body


async def test_a_message_is_deleted_and_nothing_comes_in_its_place(story: Story) -> None:
    """After trouble too; the receipt is closed then, and no row is left."""
    card, video = await story.ready(story.ada)
    story.fake.trouble.plan(500, method="deleteMessage", times=2)
    opened, (row,) = await recalled(story, video)
    await story.until(lambda: card.deleted_ms is not None, "the message to go")
    await story.settled(lambda: is_closed(story, opened))
    assert story.ada.inbox() == []
    assert await story.house.store.ledger.recall_named(row.id) is None
    assert await story.house.store.ledger.posted_named(row.id) is None


async def test_a_message_that_was_said_to_be_deleted_and_is_there_is_not_gone(story: Story) -> None:
    """Telegram says yes, twice, and does nothing: the receipt waits, and is closed when it is true."""
    card, video = await story.ready(story.ada)
    story.fake.trouble.plan(LIE, method="deleteMessage", times=2)
    opened, (row,) = await recalled(story, video)
    await story.until(lambda: len([one for one in story.fake.trouble.hits if LIE in one]) == 2, "both lies")
    await story.settled(lambda: _is_quiet(story))
    assert card.deleted_ms is None
    assert await story.house.store.ledger.recall_named(row.id) is not None
    await story.settled(lambda: is_closed(story, opened))
    assert card.deleted_ms is not None


async def test_a_message_that_is_too_old_is_emptied(story: Story) -> None:
    """Above 48 hours another file takes the video's place, which says nothing."""
    card, video = await story.ready(story.ada)
    story.fake.clock.advance(49 * HOUR_S)
    opened, _ = await recalled(story, video)
    await story.until(lambda: card.media is not None and card.media.content != VIDEO, "the video to go")
    await story.settled(lambda: is_closed(story, opened))
    assert story.ada.inbox() == [card]
    assert len(card.words) == 1


async def test_words_that_are_too_old_are_emptied(story: Story) -> None:
    """A card without a file says nothing any more either."""
    card = (await story.ada.command("create a calm sea at sunset")).message
    video = await story.newest(story.ada)
    story.fake.clock.advance(49 * HOUR_S)
    opened, _ = await recalled(story, video)
    await story.until(lambda: len(card.words) == 1, "the words to go")
    await story.settled(lambda: is_closed(story, opened))


async def test_a_chat_that_is_closed_to_us_keeps_its_receipt_open(story: Story) -> None:
    """Whoever blocked us: the message is known, without them, and is tried again; nothing is called done."""
    _, video = await story.ready(story.ada)
    story.ada.blocks()
    opened, (row,) = await recalled(story, video)
    await story.settled(lambda: _is_quiet(story))
    assert not await is_closed(story, opened)
    assert await story.house.store.ledger.recall_named(row.id) is not None
    story.ada.unblocks()
    await story.settled(lambda: is_closed(story, opened))


async def _is_quiet(story: Story) -> bool:
    return await story.house.store.ledger.claim(frozenset({"telegram"}), 0, 1) == ()
