"""What a crash leaves in the midst of a delivery on Telegram is taken up by the next start: once, nothing is lost."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import pytest_asyncio

from core.chats import Posted
from core.erasure.follow import Follower
from core.videos import VideoId
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Person, Town
from tests.fakes.tiny import VIDEO
from tests.telegram_story import Story, told_in

PROMPT = "a calm sea at sunset"
HOUR_S = 3_600.0


@dataclass
class Twice:
    """A house that is started again on the same folder, in front of the same Telegram."""

    folder: Path
    fake: TelegramWire
    town: Town
    ada: Person
    bob: Person

    def run(self) -> AbstractAsyncContextManager[Story]:
        """Start the bot."""
        return told_in(self.folder, self.fake, self.town, self.ada, self.bob)


@pytest_asyncio.fixture
async def twice(tmp_path: Path) -> AsyncIterator[Twice]:
    """Ada and Bob. In the end the specification must have refused nothing."""
    async with TelegramWire() as fake:
        town = Town(fake)
        yield Twice(tmp_path / "house", fake, town, town.person("ada"), town.person("bob"))
        assert fake.refusals == []


async def keep(story: Story, row: Posted) -> None:
    """Leave a row as a crash would."""
    async with story.house.store.write() as writes:
        await writes.keep_posted(row)


async def test_a_card_whose_id_was_not_kept_comes_again(twice: Twice) -> None:
    """The card was sent and the crash came before its id was kept: another card gets the video, the first is empty."""
    async with twice.run() as story:
        card = (await twice.ada.command(f"create {PROMPT}")).message
        video = await story.newest(twice.ada)
        (row,) = await story.rows(video)
        await keep(story, replace(row, message=None))
    async with twice.run() as story:
        await story.make(video)
        await story.until(lambda: any(one.media for one in twice.ada.inbox()), "the video")
        assert story.films() == 1
        assert card.media is None
        (row,) = await story.rows(video)
        assert [str(one.id) for one in twice.ada.inbox() if one.media] == [row.message]


@pytest.mark.parametrize("was_put", [False, True])
async def test_a_video_is_put_in_once_whenever_the_crash_came(twice: Twice, *, was_put: bool) -> None:
    """That a file may be in a message is kept before: after a restart it goes up only where it isn't there."""
    async with twice.run() as story:
        card, video = await story.ready(twice.ada)
        (row,) = await story.rows(video)
        if not was_put:
            card.add(twice.fake.clock.now_ms, media=None)
    films = 1
    async with twice.run() as story:
        assert story.films() == films
        await story.posting.redraw(video, row.person)
        assert card.media is not None
        assert card.media.content == VIDEO
        assert story.films() == films + (not was_put)
    assert len(twice.ada.inbox()) == 1


async def _forgotten(story: Story, video: VideoId) -> bool:
    return await story.rows(video) == []


@pytest.mark.parametrize("was_sent", [False, True])
async def test_a_message_that_was_to_be_deleted_is_deleted(twice: Twice, *, was_sent: bool) -> None:
    """The card without the video was begun, the one with it not deleted: the next start ends with the receipt alone."""
    async with twice.run() as story:
        card, video = await story.ready(twice.ada)
        (row,) = await story.rows(video)
        twice.fake.trouble.plan(500, method="deleteMessage", times=50)
        if not was_sent:
            twice.fake.trouble.plan(500, method="sendMessage", times=50)
        await story.erased(twice.ada, card, video)
        twice.fake.trouble.over()
    async with twice.run() as story:
        await story.posting.redraw(video, row.person)
        await story.until(lambda: len(twice.ada.inbox()) == 1, "the receipt alone")
        assert "Waiting: the file in the chat" in twice.ada.inbox()[0].words
        assert card.deleted_ms is not None
        assert await Follower(story.house.store, story.house.shutting.issuer).look() == 1
        await story.until(lambda: "Waiting" not in twice.ada.inbox()[0].words, "the receipt, closed")
        assert "Receipt R-" in twice.ada.inbox()[0].words
        await story.settled(lambda: _forgotten(story, video))


async def test_an_answer_that_was_begun_is_shown_after_the_restart(twice: Twice) -> None:
    """The video was asked for and its card never sent: it is sent at the start, and gets the video."""
    twice.fake.trouble.plan("time out", method="sendMessage", times=1)
    async with twice.run() as story:
        await twice.ada.command(f"create {PROMPT}", waits=None)
        await story.settled(lambda: _hit(twice))
        video = await story.newest(twice.ada)
    async with twice.run() as story:
        await story.make(video)
        await story.until(lambda: any(one.media for one in twice.ada.inbox()), "the video")
        assert len(twice.ada.inbox()) == 1


async def test_who_blocked_us_is_remembered(twice: Twice) -> None:
    """A card that waits for its reader waits after a restart as well, however long they stay away."""
    async with twice.run() as story:
        card = (await twice.ada.command(f"create {PROMPT}")).message
        video = await story.newest(twice.ada)
        twice.ada.blocks()
        await story.make(video)
        await story.settled(lambda: _waits(story, video))
    twice.fake.clock.advance(30 * HOUR_S)
    async with twice.run() as story:
        twice.ada.unblocks()
        await twice.ada.command("help")
        await story.until(lambda: any(one.media for one in twice.ada.inbox()), "the video")
        assert card.deleted_ms is not None


async def _hit(twice: Twice) -> bool:
    return bool(twice.fake.trouble.hits)


async def _waits(story: Story, video: object) -> bool:
    return all(not row.channel for row in await story.rows(video))  # type: ignore[arg-type]
