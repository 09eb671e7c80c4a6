"""What a crash leaves in the midst of an answer on Discord is taken up by the next start: once, and nothing is lost."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import pytest_asyncio

from bots.discord_bot.posted import HERE
from core.chats import NO_VIDEO, CopyKind, Posted
from core.gate import Surface
from core.people import Identity
from tests.discord_story import WITHIN_S, Story, told_in
from tests.fakes.discord_wire.server import DiscordWire
from tests.fakes.discord_wire.town import Person, Server, Town
from tests.fakes.discord_wire.trouble import TIME_OUT
from tests.fakes.tiny import VIDEO

PROMPT = "a calm sea at sunset"


@dataclass
class Twice:
    """A house that is started again on the same folder, in front of the same Discord."""

    folder: Path
    fake: DiscordWire
    town: Town
    club: Server
    ada: Person
    bob: Person

    def run(self) -> AbstractAsyncContextManager[Story]:
        """Start the bot."""
        return told_in(self.folder, self.fake, self.town, self.club, self.ada, self.bob)


@pytest_asyncio.fixture
async def twice(tmp_path: Path) -> AsyncIterator[Twice]:
    """Ada and Bob in the club. In the end the specification must have refused nothing."""
    async with DiscordWire() as fake:
        town = Town(fake)
        ada, bob = town.person("ada"), town.person("bob")
        club = town.guild("club", town.person("owner"), ada, bob)
        yield Twice(tmp_path / "house", fake, town, club, ada, bob)
        assert fake.refusals == []


async def keep(story: Story, row: Posted) -> None:
    """Leave a row as a crash would."""
    async with story.running.house.store.write() as writes:
        await writes.keep_posted(row)


@pytest.mark.parametrize("is_private", [False, True])
async def test_a_card_whose_id_was_not_kept_is_found_by_its_token(twice: Twice, *, is_private: bool) -> None:
    """The card was sent, and the crash came before its id was kept: that same message gets the video."""
    place = None if is_private else twice.club
    async with twice.run() as story:
        card = await twice.ada.command(place, "create", prompt=PROMPT)
        video = await story.newest(twice.ada)
        (row,) = await story.rows(video)
        await keep(story, replace(row, message=None))
    async with twice.run() as story:
        await story.make(video)
        assert (await card.shows_file(WITHIN_S)).content == VIDEO
        assert [one.message for one in await story.rows(video)] == [str(card.message.id)]
    assert len(files_of(twice.fake)) == 1


async def test_a_message_whose_id_was_not_kept_is_found_by_its_nonce(twice: Twice) -> None:
    """Plain words have no token: the message that answers them is known again by its nonce."""
    async with twice.run() as story:
        card = await twice.ada.command(None, "create", prompt=PROMPT)
        video = await story.newest(twice.ada)
        (row,) = await story.rows(video)
        lost = replace(row, message=None, token="", token_until_ms=0)
        card.message.nonce = row.id.hex[-25:]
        await keep(story, lost)
    async with twice.run() as story:
        await story.make(video)
        assert (await card.shows_file(WITHIN_S)).content == VIDEO
        assert len(twice.ada.inbox()) == 1


async def test_a_card_that_never_reached_discord_is_sent(twice: Twice) -> None:
    """What is nowhere to be found is sent anew: the video isn't lost."""
    async with twice.run() as story:
        await twice.ada.command(None, "create", prompt=PROMPT)
        video = await story.newest(twice.ada)
        (row,) = await story.rows(video)
        await keep(story, replace(row, message=None, token="", token_until_ms=0))
    before = twice.ada.inbox()
    async with twice.run() as story:
        await story.make(video)
        sent = await twice.ada.next_message(None, before)
        await twice.fake.world.until(lambda: sent.files, WITHIN_S, "the video")
    assert len(files_of(twice.fake)) == 1


async def test_an_answer_that_was_owed_becomes_the_card_of_what_was_begun(twice: Twice) -> None:
    """The video was asked for, and its asker still reads that we are thinking: the answer comes after the restart."""
    twice.fake.trouble.plan(TIME_OUT, method="PATCH", path="messages/", times=1)
    async with twice.run() as story:
        card = await twice.ada.command(twice.club, "create", prompt=PROMPT, waits=None)
        async with asyncio.timeout(WITHIN_S):
            while not twice.fake.trouble.hits:  # noqa: ASYNC110 - nothing changes in Discord
                await asyncio.sleep(0.05)
        video = await story.newest(twice.ada)
        (row,) = await story.rows(video)
        await keep(story, replace(row, video=NO_VIDEO))
    async with twice.run() as story:
        await card.says("I have it")
        await story.make(video)
        assert (await card.shows_file(WITHIN_S)).content == VIDEO


async def test_an_answer_of_which_nothing_came_is_said_to_have_broken_off(twice: Twice) -> None:
    """Nobody is left with "thinking": where nothing was begun, that is said, and nothing is kept."""
    async with twice.run() as story:
        answer = await twice.ada.command(twice.club, "help")
        asker = await story.running.chat.arrive(Identity(HERE, str(twice.ada.id)), Surface.CHAT_PRIVATE)
        house = story.running.house
        until_ms, channel = house.clock.now_ms() + 600_000, str(twice.club.general.id)
        owed = Posted(house.ids.new(), HERE, asker.person, NO_VIDEO, CopyKind.EPHEMERAL, channel)
        now_ms = house.clock.now_ms()
        await keep(story, replace(owed, token=answer.asked.token, token_until_ms=until_ms, posted_at_ms=now_ms))
    async with twice.run() as story:
        await answer.says("broke off")
        assert len(answer.messages) == 1
        async with asyncio.timeout(WITHIN_S):
            while await story.rows(NO_VIDEO):  # noqa: ASYNC110 - the bot tells nobody that it is done
                await asyncio.sleep(0.05)


@pytest.mark.parametrize("was_sent", [False, True])
async def test_a_video_is_put_in_once_whenever_the_crash_came(twice: Twice, *, was_sent: bool) -> None:
    """That a file may be in a message is kept before: after a restart Discord is asked whether it is."""
    async with twice.run() as story:
        card, video = await story.ready(twice.ada, twice.club)
        (row,) = await story.rows(video)
        if not was_sent:
            await keep(story, replace(row, media=None))
            await twice.ada.press(card.message, "More")
    uploads = len(files_of(twice.fake))
    async with twice.run() as story:
        posting = story.running.bot.deliverer.posting
        await posting.redraw(video, row.person)
        assert (await card.shows_file(WITHIN_S)).content == VIDEO
    assert len(card.files) == 1
    assert len(files_of(twice.fake)) == uploads + (not was_sent)


def files_of(fake: DiscordWire) -> list[object]:
    """Give every video that was ever uploaded."""
    return [one for one in fake.world.attachments.values() if one.filename.endswith(".mp4")]
