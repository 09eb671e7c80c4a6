"""What the moderators decided is told to the author on Discord: in private, or at the next word."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from core.publications import Why
from core.publishing.review import Ruling
from core.videos import VideoId
from tests.discord_square import SEEN, Square, plaza
from tests.discord_story import WITHIN_S


@pytest_asyncio.fixture
async def square(tmp_path: Path) -> AsyncIterator[Square]:
    """A club with a review channel, and the bot in it."""
    async with plaza(tmp_path / "house") as built, built.run() as running:
        yield running


async def declined(square: Square, video: VideoId) -> None:
    """Have a video of Ada's declined by the moderator."""
    named = (await square.proposed(video)).publication
    await square.reviewing.decline(square.moderator, named.id, named.revision, Ruling(Why.CONSENT, "two faces"), SEEN)


async def test_the_decision_is_told_in_the_private_chat(square: Square) -> None:
    """Whose video was declined reads it in private with its reason, and nobody else does."""
    _, video = await square.story.ready(square.story.ada, None)
    before = square.story.ada.inbox()
    await declined(square, video)
    told = await square.story.ada.next_message(None, before)
    assert "two faces" in told.text
    assert square.mod.name not in told.text
    assert square.story.fake.seen.by(square.story.bob.user) == []


async def test_a_decision_that_found_the_private_chat_closed_is_told_at_the_next_word(square: Square) -> None:
    """Nothing is lost: the next command is followed by what was decided, once."""
    ada, fake = square.story.ada, square.story.fake
    _, video = await square.story.ready(ada, square.story.club)
    ada.user.takes_messages = False
    await declined(square, video)
    async with asyncio.timeout(WITHIN_S):
        while all(row.channel for row in await square.story.rows(video)):  # noqa: ASYNC110 - the tables have no event
            await asyncio.sleep(0.01)
    spoken = await ada.command(square.story.club, "about")
    await fake.world.until(lambda: "two faces" in spoken.text, WITHIN_S, "the decision")
    assert all(one.ephemeral for one in spoken.messages)
    again = await ada.command(square.story.club, "about")
    assert "two faces" not in again.text
