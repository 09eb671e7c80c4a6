"""Sharing as it reaches people on Discord: picked in the card, told in the private chat, taken out of it again."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from core.gate import Surface
from core.people import Identity, Platform
from core.sharing.knock import ask_in, invite
from tests.discord_story import WITHIN_S, Story, club_story
from tests.fakes.discord_wire.answers import Answer
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.town import Person

USER_SELECT = 5
NO_SUCH_VIDEO = "no such video"


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob in the club."""
    async with club_story(tmp_path / "house") as told:
        yield told


def picker(message: Message) -> str:
    """Give the custom_id of the picker of people."""
    (found,) = [one for one in message.parts if one["type"] == USER_SELECT]
    return str(found["custom_id"])


async def tells(story: Story, person: Person, words: str) -> Message:
    """Wait for a message in somebody's private chat that says something."""

    def found() -> list[Message]:
        return [one for one in person.inbox() if words in one.content]

    await story.fake.world.until(found, WITHIN_S, words)
    return found()[-1]


async def shared(story: Story) -> tuple[Answer, Message, Message]:
    """Let Bob see Ada's video; gives her card, the one for sharing, and his notice."""
    await story.running.chat.arrive(Identity(Platform.DISCORD, str(story.bob.id)), Surface.CHAT_PRIVATE)
    card, _ = await story.ready(story.ada, None)
    asked = await story.ada.press(card.message, "Share")
    done = await story.ada.press(asked.message, picker(asked.message), story.bob.user)
    await done.says("and I am telling them")
    return card, done.message, await tells(story, story.bob, "shared")


async def test_who_is_picked_gets_a_notice_plays_it_and_loses_it(story: Story) -> None:
    """The notice leads to the video; stopping takes the file out of Bob's chat, and Ada's stays."""
    card, sharing, notice = await shared(story)
    assert "ada" in notice.content
    shown = await story.bob.press(notice, "Show it")
    await shown.shows_file(WITHIN_S)
    assert "shared with you" in shown.text
    assert "#1" not in shown.text
    assert [one["label"] for one in shown.message.parts] == ["Is it private?", "Report"]
    saw = await story.ada.press(sharing, "Who saw it")
    assert "in Discord" in saw.text
    stopped = await story.ada.command(None, "unshare", video="#1", person=story.bob.user)
    assert "Stopped." in stopped.text
    await shown.says("isn't open to you any more")
    assert not shown.message.files
    assert card.message.files
    assert NO_SUCH_VIDEO in (await story.bob.press(notice, "Show it")).text


async def test_a_change_of_the_owners_redraws_each_card_for_its_own_reader(story: Story) -> None:
    """A new title reaches both; Bob's card never becomes Ada's, and goes when she deletes the video."""
    card, _, notice = await shared(story)
    shown = await story.bob.press(notice, "Show it")
    await shown.shows_file(WITHIN_S)
    house = story.running.house
    video = await story.newest(story.ada)
    async with house.store.write() as writes:
        await writes.rename(video, "Beach")
    await shown.says("Beach")
    await card.says("Beach")
    assert "Again" not in [one.get("label") for one in shown.message.parts]
    sure = await story.ada.command(None, "delete", video="#1")
    await story.ada.press(sure.message, "Delete for good")
    await story.erase(video)
    await shown.says("isn't open to you any more")
    assert not shown.message.files
    assert "Receipt" not in shown.text


async def test_somebody_else_and_a_bot_get_nothing(story: Story) -> None:
    """A third person's try is that for no video; a bot can't be chosen."""
    _, _, notice = await shared(story)
    third = story.town.person("third")
    story.club.join(third)
    assert NO_SUCH_VIDEO in (await third.command(story.club, "videos", video="#1")).text
    assert NO_SUCH_VIDEO in (await third.command(story.club, "privacy", video="#1")).text
    assert "That is a bot" in (await story.ada.command(None, "share", video="#1", person=story.fake.world.me)).text
    assert notice.deleted_ms is None


async def test_who_asks_by_an_invitation_is_told_to_the_owner_and_the_answer_to_them(story: Story) -> None:
    """Bob asks; Ada reads his name and says no; Bob hears that it is not now, and no more."""
    bob = await story.running.chat.arrive(Identity(Platform.DISCORD, str(story.bob.id)), Surface.CHAT_PRIVATE)
    _, video = await story.ready(story.ada, None)
    ada = await story.running.chat.arrive(Identity(Platform.DISCORD, str(story.ada.id)), Surface.CHAT_PRIVATE)
    house = story.running.house
    token, _ = await invite(ada.viewer, video, ada.surface, store=house.store, ids=house.ids)
    await ask_in(token, bob.identity, "Bob the second", store=house.store)
    asked = await tells(story, story.ada, "asks to see")
    assert "Bob the second" in asked.content
    done = await story.ada.press(asked, "No, not now")
    assert "no more" in done.text
    told = await tells(story, story.bob, "Not now")
    assert "#1" not in told.content
    assert told.parts == []
