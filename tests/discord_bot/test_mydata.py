"""One's own archive on Discord: told when it is ready, sent into the private chat by a press, and to nobody else."""

import io
from collections.abc import AsyncIterator
from pathlib import Path
from zipfile import ZipFile

import pytest_asyncio

from bots.chat.archive import archive_page
from core.exporting.export import Exporter
from tests.chatting import StepAfterStep
from tests.discord_story import WITHIN_S, Story, club_story
from tests.fakes.discord_wire.messages import Message


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob in the club."""
    async with club_story(tmp_path / "house") as told:
        yield told


async def tells(story: Story, words: str) -> Message:
    """Wait for a message in Ada's private chat that says something."""

    def found() -> list[Message]:
        return [one for one in story.ada.inbox() if words in one.content]

    await story.fake.world.until(found, WITHIN_S, words)
    return found()[-1]


async def test_an_archive_comes_into_the_private_chat_by_a_press(story: Story) -> None:
    """Asked for in the club, told of and sent in private, as one file; Bob's chat has nothing of it."""
    offered = await story.ada.command(story.club, "mydata")
    await story.ada.press(offered.message, "Make the archive")
    house = story.running.house
    exporter = Exporter(house.store, house.vault, house.revocations, house.clock, house.progress, archive_page)
    for export in await house.store.ledger.exports_asked():
        await exporter.export(StepAfterStep(), str(export))
    notice = await tells(story, "Your archive is ready")
    assert not notice.files
    await story.ada.press(notice, "Send it here")
    sent = await tells(story, "This is all that I held of you")
    (file,) = sent.files
    assert file.filename == "hushreel.zip"
    assert ZipFile(io.BytesIO(file.content)).testzip() is None
    assert story.bob.inbox() == []
