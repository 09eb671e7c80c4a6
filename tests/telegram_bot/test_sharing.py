"""Sharing as it reaches people on Telegram: told in the private chat, played there, taken out of it again."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from bots.chat.reply import Pick
from bots.telegram_bot.pickers import PEOPLE_MOST
from bots.telegram_bot.posted import HERE
from core.grants import Receiver
from core.people import Identity
from core.sharing.knock import ask_in, invite
from core.sharing.share import share
from core.sharing.unshare import unshare
from core.videos import VideoId
from tests.fakes.telegram_wire.messages import Message
from tests.fakes.telegram_wire.town import Person
from tests.talk import spoken
from tests.telegram_story import Story, two_people
from tests.telegram_town import ADMIN, MEMBER, town_in


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob, who both use the bot."""
    async with two_people(tmp_path / "house") as told:
        yield told


async def given(story: Story) -> tuple[Message, VideoId, Message]:
    """Share Ada's video with Bob; gives her card, the video, and his notice."""
    await story.asker(story.bob)
    card, video = await story.ready(story.ada)
    ada, house = await story.asker(story.ada), story.house
    bob = Receiver(Identity(HERE, str(story.bob.id)), "Bob")
    await share(ada.viewer, video, [bob], None, ada.surface, giver="Ada", store=house.store, clock=house.clock)
    return card, video, await tells(story, story.bob, "shared")


async def tells(story: Story, person: Person, words: str) -> Message:
    """Wait for a message in somebody's private chat that says something."""

    def found() -> list[Message]:
        return [one for one in person.inbox() if words in one.text]

    await story.until(found, words)
    return found()[-1]


async def test_the_notice_leads_to_the_video_which_goes_when_sharing_ends(story: Story) -> None:
    """Bob plays it in his own chat; after the end no message of his holds it, and Ada's does."""
    card, video, notice = await given(story)
    assert "Ada" in notice.text
    await story.press(story.bob, notice, "Show it")
    await story.until(lambda: any(one.media for one in story.bob.inbox()), "the video")
    (shown,) = [one for one in story.bob.inbox() if one.media]
    assert shown.labels == ["Is it private?", "Report"]
    assert "#1" not in shown.text
    ada = await story.asker(story.ada)
    await unshare(ada.viewer, video, ada.surface, store=story.house.store)
    await tells(story, story.bob, "isn't open to you any more")
    await story.until(lambda: not any(one.media for one in story.bob.inbox()), "its leaving")
    assert card.media

    async def is_adas() -> bool:
        return {one.person for one in await story.rows(video)} == {ada.person}

    await story.settled(is_adas)


async def test_each_card_is_its_own_readers_when_the_owner_changes_or_deletes_it(story: Story) -> None:
    """A title reaches both cards; the receipt comes to Ada alone, and Bob's chat gives the video up."""
    card, video, notice = await given(story)
    await story.press(story.bob, notice, "Show it")
    await story.until(lambda: any(one.media for one in story.bob.inbox()), "the video")
    async with story.house.store.write() as writes:
        await writes.rename(video, "Beach")
    await story.shows(card, "Beach")
    (shown,) = [one for one in story.bob.inbox() if one.media]
    await story.shows(shown, "Beach")
    assert shown.labels == ["Is it private?", "Report"]
    await story.erased(story.ada, card, video)
    await tells(story, story.ada, "Receipt R-")
    await story.until(lambda: not any(one.media for one in story.bob.inbox()), "its leaving")
    assert not [one for one in story.bob.inbox() if "Receipt" in one.text]


async def test_people_are_picked_by_telegrams_own_picker(tmp_path: Path) -> None:
    """The button opens a keyboard that asks for people with their names; what comes back shares, and it goes."""
    async with town_in(tmp_path) as town:
        chat = town.chatting.chat
        owner = await town.asker_of(town.update(message=town.written(ADMIN, ADMIN, "hello")))
        await town.asker_of(town.update(message=town.written(MEMBER, MEMBER, "hello")))
        video = await town.chatting.ready(owner)
        card = await town.chatting.press(await town.chatting.card(video, owner), "share", owner)
        (pick,) = [part for part in card.parts if isinstance(part, Pick)]
        assert await town.press(pick.press) is None
        asked = town.sky.sent[-1]
        key = asked["reply_markup"]["keyboard"][0][0]["request_users"]
        assert (key["max_quantity"], key["user_is_bot"], key["request_name"]) == (PEOPLE_MOST, False, True)
        users = [{"user_id": MEMBER, "first_name": "Mia", "last_name": "May", "username": "mia"}]
        done = await town.share(users_shared={"request_id": key["request_id"], "users": users})
        assert "Mia May (@mia) can see it now" in spoken(done).replace("**", "")
        again = await town.share(users_shared={"request_id": key["request_id"], "users": users})
        assert "too late" in spoken(again)
        stranger = await town.asker_of(town.update(message=town.written(MEMBER, MEMBER, "hello")))
        assert await chat.card(video, stranger) is not None
        refused = await town.press(pick.press, MEMBER)
        assert refused is not None
        assert "button" in spoken(refused)


async def test_who_asks_by_an_invitation_is_told_to_the_owner_and_the_answer_to_them(story: Story) -> None:
    """Bob asks; Ada reads his name and lets him in by one press; Bob gets the notice that leads to the video."""
    bob = await story.asker(story.bob)
    _, video = await story.ready(story.ada)
    ada, house = await story.asker(story.ada), story.house
    token, _ = await invite(ada.viewer, video, ada.surface, store=house.store, ids=house.ids)
    await ask_in(token, bob.identity, "Bob of the club", store=house.store)
    asked = await tells(story, story.ada, "asks to see")
    assert "Bob of the club" in asked.text
    assert "Telegram" in asked.text
    await story.press(story.ada, asked, "For 7 days")
    assert "#1" not in (await tells(story, story.bob, "shared")).text
