"""How cards on Telegram stay true: what becomes of a video is drawn, once, whatever Telegram makes of it."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from core.records import OutboxRow
from tests.fakes.pictures import corners, encoded
from tests.fakes.telegram_wire.given import photo
from tests.fakes.telegram_wire.trouble import CUT_AFTER, CUT_BEFORE
from tests.fakes.tiny import VIDEO
from tests.telegram_story import Story, two_people

HOUR_S = 3_600.0
PROMPT = "a calm sea at sunset"


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob, and the bot."""
    async with two_people(tmp_path / "house") as told:
        yield told


async def test_an_edit_that_telegram_lost_is_made_again(story: Story) -> None:
    """A cut connection, a server error and a flood wait while the file goes up: it is there in the end, once."""
    card = (await story.ada.command(f"create {PROMPT}")).message
    story.fake.trouble.plan(CUT_BEFORE, method="editMessageMedia", times=1)
    story.fake.trouble.plan(500, method="editMessageMedia", times=1)
    story.fake.trouble.plan(429, method="editMessageMedia", times=1)
    await story.make(await story.newest(story.ada))
    await story.until(lambda: card.media, "the video")
    assert len(story.fake.trouble.hits) == 3
    assert story.films() == 1


async def test_a_video_whose_edit_came_through_untold_is_not_sent_again(story: Story) -> None:
    """Telegram did it and the answer was lost: the card is asked whether it has a file, and nothing goes up again."""
    card = (await story.ada.command(f"create {PROMPT}")).message
    video = await story.newest(story.ada)
    story.fake.trouble.plan(CUT_AFTER, method="editMessageMedia", times=1)
    await story.make(video)
    await story.until(lambda: card.media, "the video")
    (row,) = await story.rows(video)
    await story.settled(lambda: _is_quiet(story))
    await story.posting.redraw(video, row.person)
    assert story.films() == 1


@pytest.mark.parametrize("what", [429, 500, 502, CUT_BEFORE, CUT_AFTER])
@pytest.mark.parametrize("method", ["sendMessage", "editMessageText"])
async def test_a_card_in_trouble_gets_its_video(story: Story, method: str, what: int | str) -> None:
    """Whatever becomes of the calls that make a card, in the end one message holds the video, uploaded once."""
    story.fake.trouble.plan(what, method=method, times=3)
    await story.ada.command(f"create {PROMPT}", waits=None)
    await story.settled(lambda: _is_begun(story))
    await story.make(await story.newest(story.ada))
    await story.until(lambda: any(one.media for one in story.ada.inbox()), "the video")
    await story.settled(lambda: _is_quiet(story))
    assert sum(one.media is not None for one in story.ada.inbox()) == 1
    assert story.films() == 1


async def test_a_delivery_that_is_given_up_goes_on(story: Story) -> None:
    """What takes longer than a delivery may isn't begun anew by the next one: they wait for the same."""
    card = (await story.ada.command(f"create {PROMPT}")).message
    video = await story.newest(story.ada)
    asker = await story.asker(story.ada)
    story.fake.trouble.lag_s = 0.6
    await story.make(video)
    row = OutboxRow(story.house.ids.new(), "telegram", "video", video, asker.person, 0)
    first = asyncio.create_task(story.posting.deliver(row))
    await asyncio.sleep(0.2)
    first.cancel()
    await story.posting.deliver(row)
    await story.until(lambda: card.media, "the video")
    assert story.films() == 1


async def test_erasing_removes_the_message_with_the_video(story: Story) -> None:
    """Below 48 hours the message goes, what was sent for it too; the receipt comes as a file, and nothing is kept."""
    await story.ada.sends(photo(encoded(corners(640, 360), "JPEG")), "waves at my beach")
    video = await story.newest(story.ada)
    card = story.ada.inbox()[-1]
    await story.make(video)
    await story.until(lambda: card.media, "the video")
    await story.erased(story.ada, card, video)
    await story.until(lambda: story.ada.inbox() and story.ada.inbox()[-1].media, "the receipt")
    (receipt,) = story.ada.inbox()
    assert card.deleted_ms is not None
    assert "Receipt R-" in receipt.words
    assert receipt.media is not None
    assert receipt.media.file.filename == "hushreel-receipt.json"
    told = json.loads(json.loads(receipt.media.content)["body"])
    assert {(one["what"], one["state"]) for one in told["items"] if one["where"] == "telegram"} == {
        ("chat_files", "done"),
        ("sent_files", "done"),
    }
    theirs = [one for one in story.fake.seen.messages if one.author is story.ada.user]
    assert theirs[0].deleted_ms is not None
    await story.settled(lambda: _nothing_kept(story, video))


async def test_erasing_empties_a_message_that_is_too_old(story: Story) -> None:
    """Above 48 hours Telegram deletes nothing: another file takes the video's place, and the receipt says emptied."""
    card, video = await story.ready(story.ada)
    story.fake.clock.advance(49 * HOUR_S)
    await story.erased(story.ada, card, video)
    await story.until(lambda: "Receipt R-" in card.words, "the receipt")
    assert story.ada.inbox() == [card]
    assert card.media is not None
    assert card.media.content != VIDEO
    told = json.loads(json.loads(card.media.content)["body"])
    chats = [(one["what"], one["state"]) for one in told["items"] if one["where"] == "telegram"]
    assert chats == [("chat_files", "done")]
    await story.settled(lambda: _nothing_kept(story, video))


async def test_a_message_that_its_reader_deleted_is_taken_back(story: Story) -> None:
    """Telegram tells us only when we change it: nothing is kept of it then, and nothing is sent in its place."""
    card = (await story.ada.command(f"create {PROMPT}")).message
    video = await story.newest(story.ada)
    story.ada.deletes(card)
    await story.make(video)
    await story.settled(lambda: _nothing_kept(story, video))
    assert story.ada.inbox() == []


async def test_who_blocked_us_finds_everything_when_they_are_back(story: Story) -> None:
    """The card waits while nobody can be written to, becomes the video at the next word, and that is told, once."""
    card = (await story.ada.command(f"create {PROMPT}")).message
    video = await story.newest(story.ada)
    story.ada.blocks()
    await story.make(video)
    await story.settled(lambda: _waits(story, video))
    assert card.media is None
    story.ada.unblocks()
    answer = await story.ada.command("help")
    await answer.says("was finished")
    await story.until(lambda: card.media, "the video")
    assert story.films() == 1
    again = await story.ada.command("help")
    assert "was finished" not in again.text
    (row,) = await story.rows(video)
    assert row.channel == str(story.ada.id)


async def test_an_answer_waits_for_who_never_started_us(story: Story) -> None:
    """Somebody who asks in a group and can't be written to loses nothing: the card comes when they start."""
    eve = story.town.person("eve", started=False)
    await eve.command(f"create {PROMPT}", waits=None)
    eve.private.started = False
    video = await _asked(story, eve)
    await story.settled(lambda: _waits(story, video))
    await eve.starts()
    await story.until(lambda: any("I have it" in one.words for one in eve.inbox()), "the card")


async def test_a_deactivated_account_is_left_alone(story: Story) -> None:
    """What can reach nobody is put off, not tried for ever."""
    await story.ada.command(f"create {PROMPT}")
    video = await story.newest(story.ada)
    story.ada.deactivates()
    await story.make(video)
    await story.settled(lambda: _waits(story, video))
    await story.settled(lambda: _is_quiet(story))


async def _is_begun(story: Story) -> bool:
    asker = await story.asker(story.ada)
    async with story.house.store.read() as reads:
        return bool(await reads.videos(asker.viewer, limit=1))


async def _asked(story: Story, person: object) -> object:
    async def known() -> bool:
        try:
            await story.newest(person)  # type: ignore[arg-type]
        except IndexError:
            return False
        return True

    await story.settled(known)
    return await story.newest(person)  # type: ignore[arg-type]


async def _waits(story: Story, video: object) -> bool:
    rows = await story.rows(video)  # type: ignore[arg-type]
    return bool(rows) and not any(row.channel for row in rows)


async def _nothing_kept(story: Story, video: object) -> bool:
    return not (await story.rows(video) or await story.uploads(video))  # type: ignore[arg-type]


async def _is_quiet(story: Story) -> bool:
    """Say whether the outbox is empty."""
    return not await story.house.store.ledger.claim(frozenset({"telegram"}), 1, 1)
