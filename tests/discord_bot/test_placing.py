"""What becomes of a video that its message has no room for, and what else holds for files in messages."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bots.discord_bot.files import SPARE_BYTES
from bots.discord_bot.posted import HERE
from core.communities import Place
from core.gate import Surface
from core.hosting.choose import choose_customs
from core.people import Identity
from tests.discord_story import WITHIN_S, Story, club_story
from tests.fakes.discord_wire.trouble import TIME_OUT
from tests.fakes.tiny import VIDEO

HERE_SEEN = Surface.CHAT_PRIVATE
PROMPT = "a calm sea at sunset"


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob in the club, and the bot."""
    async with club_story(tmp_path / "house") as told:
        yield told


async def test_what_can_not_be_made_to_fit_names_the_other_way(story: Story) -> None:
    """Where nothing makes a video small enough, its card says so; without a web address it names the other way."""
    story.club.guild.upload_bytes = SPARE_BYTES + len(VIDEO) - 1
    card = await story.ada.command(story.club, "create", prompt=PROMPT)
    video = await story.newest(story.ada)
    await story.make(video)
    await card.says("Too large for this chat")
    assert "/settings" in card.text
    assert not card.files
    (row,) = await story.rows(video)
    assert row.media is None
    versions = len(card.message.versions)
    await story.running.bot.deliverer.posting.redraw(video, row.person)
    assert len(card.message.versions) == versions


async def test_what_discord_calls_too_large_is_not_sent_again(story: Story) -> None:
    """A limit that is lower than Discord told is learnt from its refusal, and the card says what becomes of it."""
    card = await story.ada.command(story.club, "create", prompt=PROMPT)
    story.fake.trouble.plan(413, method="PATCH", path="messages", times=40)
    await story.make(await story.newest(story.ada))
    async with asyncio.timeout(WITHIN_S):
        while not story.fake.trouble.hits:  # noqa: ASYNC110 - nothing changes in Discord
            await asyncio.sleep(0.05)
    story.fake.trouble.over()
    assert (await card.shows_file(WITHIN_S)).content == VIDEO


async def test_a_file_in_a_whisper_says_that_it_stays(story: Story) -> None:
    """Below a file in a message that can't be taken back that is said, and nowhere else."""
    card = await story.ada.command(story.club, "create", prompt=PROMPT)
    assert "I can't take it back" not in card.text
    video = await story.newest(story.ada)
    await story.make(video)
    await card.shows_file(WITHIN_S)
    assert "After 15 minutes, I can't take it back" in card.text
    private, _ = await story.ready(story.bob, None)
    assert "take it back" not in private.text


async def test_files_are_spoilers_where_the_community_asks(story: Story) -> None:
    """A card that is finished long after it was asked for still follows what holds in its server."""
    place = Place(HERE, str(story.club.id), is_admin=True)
    admin = await story.running.chat.arrive(Identity(HERE, str(story.club.guild.owner.id)), HERE_SEEN, "en", place)
    assert admin.community is not None
    await choose_customs(admin.viewer, admin.community, HERE_SEEN, spoilers=True, store=story.running.house.store)
    card, _ = await story.ready(story.ada, story.club)
    assert card.files[0].filename.startswith("SPOILER_")
    private, _ = await story.ready(story.bob, None)
    assert not private.files[0].filename.startswith("SPOILER_")


async def test_other_cards_go_on_while_one_is_stuck(story: Story) -> None:
    """An upload that hangs holds up nobody else's card."""
    stuck = await story.ada.command(story.club, "create", prompt=PROMPT)
    other = await story.bob.command(None, "create", prompt=PROMPT)
    story.fake.trouble.plan(TIME_OUT, method="PATCH", path=stuck.asked.token, times=1)
    await story.make(await story.newest(story.ada))
    async with asyncio.timeout(WITHIN_S):
        await story.make(await story.newest(story.bob))
        assert (await other.shows_file(WITHIN_S)).content == VIDEO
    assert not stuck.files


async def test_a_card_in_a_server_is_drawn_anew_as_its_reader_there_has_it(story: Story) -> None:
    """What can be done in that server stays on it, as when its owner asked for it; a page that is open stays too."""
    boss = Identity(HERE, str(story.club.guild.owner.id))
    await story.running.chat.arrive(boss, HERE_SEEN, place=Place(HERE, str(story.club.guild.id), is_admin=True))
    card, video = await story.ready(story.ada, story.club)
    assert "Publish" in card.message.labels
    (row,) = await story.rows(video)
    await story.running.bot.deliverer.posting.redraw(video, row.person)
    assert "Publish" in card.message.labels
    await story.ada.press(card.message, card.message.part("More")["custom_id"])
    await story.running.bot.deliverer.posting.redraw(video, row.person)
    assert "Rename" in card.message.labels
