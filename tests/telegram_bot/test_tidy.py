"""Tidy chats on Telegram: at 47 hours videos and what was sent for them leave, and come back by a press."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest_asyncio

from core.chats import NO_VIDEO
from core.people import Preferences
from tests.fakes.pictures import corners, encoded
from tests.fakes.telegram_wire.given import photo
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.server import TelegramWire
from tests.fakes.telegram_wire.town import Town
from tests.fakes.tiny import VIDEO
from tests.telegram_story import Story, told_in, two_people

HOUR_S = 3_600.0


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob, and the bot."""
    async with two_people(tmp_path / "house") as told:
        yield told


async def pictured(story: Story) -> Message:
    """Have a video that was made of a picture."""
    await story.ada.sends(photo(encoded(corners(640, 360), "JPEG")), "waves at my beach")
    video = await story.newest(story.ada)
    card = story.ada.inbox()[-1]
    await story.make(video)
    await story.until(lambda: card.media, "the video")
    await story.settled(lambda: story.uploads(video))
    return card


def sent_by_ada(story: Story) -> list[Message]:
    """Give what Ada sent and is still there."""
    return [one for one in story.fake.seen.messages if one.author is story.ada.user and one.deleted_ms is None]


async def test_nothing_leaves_before_its_time(story: Story) -> None:
    """At 46 hours everything is still there."""
    card = await pictured(story)
    story.fake.clock.advance(46 * HOUR_S)
    await story.tidy.look()
    assert card.media is not None
    assert sent_by_ada(story)


async def test_after_47_hours_files_leave_and_a_card_stays(story: Story) -> None:
    """The message with the video and the picture that was sent are deleted; a card with a button stays."""
    card = await pictured(story)
    video = await story.newest(story.ada)
    story.fake.clock.advance(47 * HOUR_S + 60)
    await story.tidy.look()
    assert card.deleted_ms is not None
    assert sent_by_ada(story) == []
    (tidied,) = story.ada.inbox()
    assert "left this chat" in tidied.words
    assert tidied.labels == ["Show again", "Is it private?"]
    assert await story.uploads(video) == []
    (row,) = await story.rows(video)
    assert (row.message, row.media, row.tidied) == (str(tidied.id), None, True)
    await story.posting.redraw(video, row.person)
    assert tidied.media is None


async def test_show_again_shows_it_until_it_leaves_once_more(story: Story) -> None:
    """The video comes back into the card; 47 hours after that card was sent it leaves again."""
    await pictured(story)
    story.fake.clock.advance(47 * HOUR_S + 60)
    await story.tidy.look()
    (tidied,) = story.ada.inbox()
    await story.press(story.ada, tidied, "Show again")
    await story.until(lambda: tidied.media, "the video")
    assert tidied.media is not None
    assert tidied.media.content == VIDEO
    story.fake.clock.advance(47 * HOUR_S + 60)
    await story.tidy.look()
    assert tidied.deleted_ms is not None
    assert len(story.ada.inbox()) == 1


async def test_an_old_card_shows_it_again_in_a_new_message(story: Story) -> None:
    """A video goes only into a message that can still be deleted when it is to leave."""
    await pictured(story)
    story.fake.clock.advance(47 * HOUR_S + 60)
    await story.tidy.look()
    (tidied,) = story.ada.inbox()
    story.fake.clock.advance(30 * HOUR_S)
    await story.press(story.ada, tidied, "Show again")
    await story.until(lambda: any(one.media for one in story.ada.inbox()), "the video")
    assert tidied.deleted_ms is not None
    assert len(story.ada.inbox()) == 1


async def test_who_wants_to_keep_files_keeps_them(story: Story) -> None:
    """Switched off, nothing leaves by itself, and the card says that it stays."""
    settings = (await story.ada.command("settings")).message
    await story.ada.presses(settings, "Keep files in this chat")
    await story.until(lambda: "off: files stay" in settings.words, "the setting")
    card = await pictured(story)
    assert "It stays in this chat until you delete it" in card.words
    story.fake.clock.advance(47 * HOUR_S + 60)
    await story.tidy.look()
    assert card.media is not None
    assert sent_by_ada(story)


async def test_what_was_slept_through_is_emptied_and_told(story: Story) -> None:
    """After 48 hours nothing can be deleted: the video is taken out by an edit, and what stays is said."""
    card = await pictured(story)
    story.fake.clock.advance(60 * HOUR_S)
    await story.tidy.look()
    assert card.deleted_ms is None
    assert card.media is not None
    assert card.media.content != VIDEO
    assert "older than 48 hours" in card.words
    await story.tidy.look()
    await story.press(story.ada, card, "Show again")
    await story.until(lambda: any(one.media and one.media.content == VIDEO for one in story.ada.inbox()), "the video")


async def test_a_tidied_card_becomes_the_receipt(story: Story) -> None:
    """Erased by its end date, a video that left the chat leaves its receipt where the card was."""
    await pictured(story)
    video = await story.newest(story.ada)
    story.fake.clock.advance(47 * HOUR_S + 60)
    await story.tidy.look()
    (tidied,) = story.ada.inbox()
    await story.press(story.ada, tidied, "Show again")
    await story.until(lambda: tidied.media, "the video")
    await story.erased(story.ada, tidied, video)
    await story.until(lambda: story.ada.inbox() and "Receipt R-" in story.ada.inbox()[-1].words, "the receipt")


async def test_what_was_sent_for_nothing_leaves_as_well(story: Story) -> None:
    """A file that no video came of is taken out of the chat in time, too."""
    await story.ada.sends(photo(b"no picture at all"), "waves")
    story.fake.clock.advance(47 * HOUR_S + 60)
    await story.tidy.look()
    assert sent_by_ada(story) == []


async def test_trouble_puts_it_off(story: Story) -> None:
    """A Telegram that doesn't delete now is asked again at the next look; the video is lost to nobody."""
    card = await pictured(story)
    story.fake.clock.advance(47 * HOUR_S + 60)
    story.fake.trouble.plan(500, method="deleteMessage", times=2)
    await story.tidy.look()
    assert card in story.ada.inbox()
    await story.tidy.look()
    assert card not in story.ada.inbox()
    assert sent_by_ada(story) == []
    assert len(story.ada.inbox()) == 1


async def test_a_restart_fills_no_tidied_card(tmp_path: Path) -> None:
    """What was taken out of a chat stays out of it after a restart; answers that came to nothing are forgotten."""
    async with TelegramWire() as fake:
        town = Town(fake)
        ada, bob = town.person("ada"), town.person("bob")
        async with told_in(tmp_path / "house", fake, town, ada, bob) as story:
            await pictured(story)
            fake.clock.advance(47 * HOUR_S + 60)
            await story.tidy.look()
            (row,) = await story.rows(await story.newest(ada))
            owed = replace(row, id=story.house.ids.new(), video=NO_VIDEO, message=None, posted_at_ms=1)
            async with story.house.store.write() as writes:
                await writes.keep_posted(owed)
                await writes.prefer((await story.asker(ada)).viewer, Preferences())
        async with told_in(tmp_path / "house", fake, town, ada, bob) as story:
            await story.posting.redraw(row.video, row.person)
            await story.tidy.look()
            assert await story.rows(NO_VIDEO) == []
            (tidied,) = ada.inbox()
            assert tidied.media is None
