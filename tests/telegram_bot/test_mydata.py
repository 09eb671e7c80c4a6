"""One's own archive on Telegram: told when it is ready, sent into the private chat by a press."""

import io
from collections.abc import AsyncIterator
from pathlib import Path
from zipfile import ZipFile

import pytest_asyncio

from bots.chat.archive import archive_page
from core.exporting.export import Exporter
from tests.chatting import StepAfterStep
from tests.fakes.telegram_wire.messages import Message
from tests.telegram_story import Story, two_people


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob, and the bot."""
    async with two_people(tmp_path / "house") as told:
        yield told


async def says(story: Story, words: str) -> Message:
    """Wait for a message in Ada's private chat that says something."""
    await story.until(lambda: any(words in one.words for one in story.ada.inbox()), words)
    return next(one for one in story.ada.inbox() if words in one.words)


async def test_an_archive_comes_into_the_private_chat_by_a_press(story: Story) -> None:
    """Words first, then the file in their place, once."""
    await story.ready(story.ada)
    await story.ada.command("mydata")
    await story.press(story.ada, await says(story, "into one archive"), "Make the archive")
    house = story.house
    await says(story, "being made")
    exporter = Exporter(house.store, house.vault, house.revocations, house.clock, house.progress, archive_page)
    for export in await house.store.ledger.exports_asked():
        await exporter.export(StepAfterStep(), str(export))
    await story.press(story.ada, await says(story, "Your archive is ready"), "Send it here")
    sent = await says(story, "This is all that I held of you")
    await story.until(lambda: sent.media is not None, "a file")
    assert sent.media is not None
    assert ZipFile(io.BytesIO(sent.media.content)).testzip() is None
    assert len([one for one in story.ada.inbox() if one.media is not None and one.media is sent.media]) == 1
