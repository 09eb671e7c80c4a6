"""How answers reach people on Discord: at once, where they asked, and their videos in two steps."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest_asyncio

from bots.discord_bot.answering import AT_ONCE
from bots.discord_bot.turn import TOKEN_LIVES
from core.chats import CopyKind
from core.gate import Surface
from core.generation.rename import rename
from core.people import Identity, PersonId, Platform, Viewer
from core.videos import VideoId
from tests.discord_story import WITHIN_S, Story, club_story
from tests.fakes.discord_wire.interactions import DEFER, DEFER_UPDATE, MODAL, SEND
from tests.fakes.discord_wire.trouble import CUT_AFTER
from tests.fakes.tiny import VIDEO

SPARE_S = 60.0


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob in the club, and the bot."""
    async with club_story(tmp_path / "house") as told:
        yield told


async def test_a_quick_command_is_answered_by_the_first_response(story: Story) -> None:
    """/help takes one request, and in a server only its asker sees it."""
    answer = await story.ada.command(story.club, "help")
    assert answer.asked.response == SEND
    assert answer.message.ephemeral
    assert not story.bob.sees(answer.message)


async def test_a_slow_command_is_acknowledged_first(story: Story) -> None:
    """/create is deferred, and its card takes the place of "thinking"."""
    answer = await story.ada.command(story.club, "create", prompt="a calm sea")
    assert answer.asked.response == DEFER
    assert "I have it" in answer.text


async def test_in_a_crowd_whoever_finds_no_room_is_told_first(story: Story) -> None:
    """While nothing can be written, eight wait for their answer, the others are acknowledged before; all get one."""
    await story.ada.command(story.club, "settings")
    with closing(sqlite3.connect(story.running.house.settings.data_dir / "hushreel.db")) as writer:
        writer.execute("BEGIN IMMEDIATE")
        asked = [await story.ada.command(story.club, "help", waits=None) for _ in range(2 * AT_ONCE)]
        inside, outside = asked[:AT_ONCE], asked[AT_ONCE:]
        told = [one.asked for one in outside]
        await story.fake.world.until(lambda: all(one.response == DEFER for one in told), WITHIN_S, "the crowd")
        assert not any(one.can_be_seen for one in inside)
        writer.rollback()
    for one in asked:
        await one.seen(WITHIN_S)
    assert {len(one.messages) for one in asked} == {1}
    first = min(one.asked.first_response_ms or 0 for one in inside)
    assert all((one.first_response_ms or 0) < first for one in told)


async def test_an_answer_in_private_is_an_ordinary_message(story: Story) -> None:
    """In the private chat nothing is ephemeral: there, messages can be changed for good."""
    card, video = await story.ready(story.ada, None)
    assert not card.message.ephemeral
    (row,) = await story.rows(video)
    assert row.kind is CopyKind.DIRECT


async def test_a_video_is_put_into_its_card_by_an_edit(story: Story) -> None:
    """The card comes first, its id is kept, then the file; the row names both."""
    card, video = await story.ready(story.ada, story.club)
    assert not card.message.versions[0].attachments
    assert card.files[0].content == VIDEO
    (row,) = await story.rows(video)
    assert (row.message, row.kind) == (str(card.message.id), CopyKind.EPHEMERAL)
    assert row.media is not None


async def test_no_file_is_sent_twice_for_one_card(story: Story) -> None:
    """Turning a card over and back keeps the file that it holds."""
    card, _ = await story.ready(story.ada, story.club)
    before = card.files[0].id
    await story.ada.press(card.message, "More")
    await story.ada.press(card.message, "Delete")
    await story.ada.press(card.message, "Keep")
    assert [one.id for one in card.files] == [before]


async def test_an_open_page_stays_until_something_is_new(story: Story) -> None:
    """A redraw that comes late leaves the page that More opened; one with another title turns it back."""
    card, video = await story.ready(story.ada, None)
    await story.ada.press(card.message, "More")
    page = card.text
    (row,) = await story.rows(video)
    posting = story.running.bot.deliverer.posting
    await posting.redraw(video, row.person)
    assert card.text == page
    await rename(Viewer(row.person), video, "Another title", Surface.CHAT_PRIVATE, store=story.running.house.store)
    await posting.redraw(video, row.person)
    assert "Another title" in card.text


async def test_a_video_comes_once_to_a_chat_that_shows_two_cards_of_it(story: Story) -> None:
    """It is put into the newer card; the older one goes, and nobody counts as having taken it back."""
    older = (await story.ada.command(None, "create", prompt="a calm sea at sunset")).message
    newer = await story.ada.command(None, "delete", video="#1")
    video = await story.newest(story.ada)
    await story.make(video)
    await newer.shows_file(WITHIN_S)
    await story.fake.world.until(lambda: older.deleted_ms is not None, WITHIN_S, "the older card to go")
    (row,) = await story.rows(video)
    assert (row.message, row.media is None) == (str(newer.message.id), False)


async def test_a_form_opens_as_the_first_response(story: Story) -> None:
    """Rename answers with a modal, and the card shows the new title afterwards."""
    card, _ = await story.ready(story.ada, story.club)
    await story.ada.press(card.message, "More")
    answer = await story.ada.press(card.message, "Rename")
    assert answer.asked.response == MODAL
    sent = await story.ada.submit(answer.modal, {"title": "Beach"})
    await sent.says("Beach")


async def test_another_page_takes_the_place_of_the_one_that_was_pressed(story: Story) -> None:
    """A language chosen in /settings redraws that message, in that language."""
    settings = await story.ada.command(story.club, "settings")
    redrawn = await story.ada.press(settings.message, "choice:0", "Español")
    await redrawn.says("Guardado")
    assert redrawn.redrawn


async def test_what_shows_something_else_comes_below(story: Story) -> None:
    """The five answers don't take the place of the card."""
    card, _ = await story.ready(story.ada, story.club)
    answer = await story.ada.press(card.message, "Is it private?")
    assert answer.asked.response == DEFER_UPDATE
    assert answer.message is not card.message
    assert card.files
    unfolded = await story.ada.press(answer.message, next(one["label"] for one in answer.message.parts))
    assert "[1]" in unfolded.text


async def test_a_forged_value_is_refused_in_words(story: Story) -> None:
    """A custom_id that was never ours, and an asset that isn't theirs, say so to the presser alone."""
    card, _ = await story.ready(story.ada, None)
    for value in ("1sdelete", "file:nothing", "sources:AAAA", "choice:0", "1c" + "A" * 60):
        answer = await story.ada.press(card.message, value, forged=True)
        assert any(told in answer.text for told in ("not one of mine", "somebody else's", "file is gone")), value


async def test_a_file_is_given_again_through_the_gate(story: Story) -> None:
    """Download shows the card once more, with the file."""
    card, video = await story.ready(story.ada, story.club)
    await story.ada.press(card.message, "More")
    again = await story.ada.press(card.message, "Download")
    file = await again.shows_file(WITHIN_S)
    assert file.content == VIDEO
    assert len(await story.rows(video)) == 2


async def test_erasing_takes_the_file_out_of_every_message(story: Story) -> None:
    """The receipt takes the place of the card, the file goes, and nothing is kept of the message."""
    card, video = await story.ready(story.ada, None)
    await story.ada.press(card.message, "More")
    await story.ada.press(card.message, "Delete")
    await story.ada.press(card.message, "Delete for good")
    await story.erase(video)
    await card.says("Receipt R-")
    assert [one.filename for one in card.files] == ["hushreel-receipt.json"]
    assert not [row for row in await story.rows(video) if row.media]


async def test_a_message_that_a_moderator_deleted_is_taken_back(story: Story) -> None:
    """Nothing is kept of it, and nothing is sent in its place."""
    card, video = await story.ready(story.ada, None)
    story.club.delete_messages(card.message)
    async with asyncio.timeout(WITHIN_S):
        while await story.rows(video):  # noqa: ASYNC110 - the bot tells nobody that it noticed
            await asyncio.sleep(0.05)
    assert story.ada.inbox() == []


async def test_a_result_after_the_token_comes_in_private(story: Story) -> None:
    """After 15 minutes a private answer can't be changed any more: the video comes to the private chat, once."""
    await story.ada.command(story.club, "create", prompt="a calm sea at sunset")
    video = await story.newest(story.ada)
    await _let_tokens_end(story, video)
    await story.make(video)
    await story.fake.world.until(lambda: story.ada.inbox() and story.ada.inbox()[0].files, WITHIN_S, "the video")
    await story.running.bot.deliverer.posting.redraw(video, await _person(story))
    assert len(story.ada.inbox()) == 1


async def test_a_closed_private_chat_is_told_at_the_next_word(story: Story) -> None:
    """Who can't be written to hears of the result when they speak again, once, with a button to it."""
    await story.ada.command(story.club, "create", prompt="a calm sea at sunset")
    video = await story.newest(story.ada)
    await _let_tokens_end(story, video)
    story.ada.user.takes_messages = False
    await story.make(video)
    await story.running.bot.deliverer.posting.redraw(video, await _person(story))
    answer = await story.ada.command(story.club, "help")
    await answer.says("was finished")
    shown = await story.ada.press(answer.messages[-1], next(one["label"] for one in answer.messages[-1].parts))
    await shown.shows_file(WITHIN_S)
    again = await story.ada.command(story.club, "help")
    assert "was finished" not in again.text


async def test_an_edit_that_discord_lost_is_made_again(story: Story) -> None:
    """A cut connection and a server error while the file goes up: it is there in the end, once."""
    card = await story.ada.command(story.club, "create", prompt="a calm sea at sunset")
    story.fake.trouble.plan(CUT_AFTER, method="PATCH", times=2)
    story.fake.trouble.plan(500, method="PATCH", times=1)
    await story.make(await story.newest(story.ada))
    await card.shows_file(WITHIN_S)
    assert len(card.files) == 1


async def _person(story: Story) -> PersonId:
    identity = Identity(Platform.DISCORD, str(story.ada.id))
    return (await story.running.chat.arrive(identity, Surface.CHAT_PRIVATE)).person


async def _let_tokens_end(story: Story, video: VideoId) -> None:
    """Let the time of the answers so far be over, for Discord and in what is kept."""
    story.fake.clock.advance(TOKEN_LIVES.total_seconds() + SPARE_S)
    async with story.running.house.store.write() as writes:
        for row in await story.rows(video):
            await writes.keep_posted(replace(row, token_until_ms=1))
