"""Connecting as it reaches a person on Discord: a notice in the private chat, and no card of the other side left."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from core.gate import Surface
from core.linking.connect import give_code, standing, type_code
from core.linking.decide import join
from core.linking.part import part
from core.people import Identity, Platform, Viewer
from core.videos import VideoId
from tests.discord_story import WITHIN_S, Story, club_story
from tests.fakes.discord_wire.messages import Message
from tests.fakes.discord_wire.trouble import CUT_AFTER

HERE, THERE = Platform.DISCORD, Platform.TELEGRAM
TELEGRAM_TOKEN = "123456:a-token-that-nobody-gave"


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob in the club, where Telegram is set up too: connecting is offered."""
    async with club_story(tmp_path / "house", TELEGRAM_TOKEN=TELEGRAM_TOKEN) as told:
        yield told


async def viewer(story: Story, platform: Platform) -> Viewer:
    """Ada, on Discord or on Telegram."""
    identity = Identity(platform, str(story.ada.id) if platform is HERE else "77")
    return (await story.running.chat.arrive(identity, Surface.CHAT_PRIVATE)).viewer


async def typed_there(story: Story) -> None:
    """Ada gets a code on Discord, and somebody types it on Telegram."""
    house = story.running.house
    clock, ids = house.clock, house.ids
    code = await give_code(await viewer(story, HERE), HERE, "Ada (@ada)", store=house.store, clock=clock, ids=ids)
    await type_code(await viewer(story, THERE), THERE, "Mal *lory* (@mal)", code, store=house.store, clock=clock)


async def joined(story: Story) -> None:
    """Ada is one person on both."""
    house = story.running.house
    await typed_there(story)
    ada = await viewer(story, HERE)
    _, pairing = await standing(ada, store=house.store)
    assert pairing is not None
    await join(ada, pairing.id, store=house.store, clock=house.clock)


async def says(story: Story, words: str) -> Message:
    """Wait for a message in Ada's private chat that says something."""

    def found() -> list[Message]:
        return [one for one in story.ada.inbox() if words in one.content]

    await story.fake.world.until(found, WITHIN_S, words)
    (message,) = found()
    return message


async def test_the_confirmation_comes_to_the_private_chat_and_joins(story: Story) -> None:
    """Who typed the code is named, whatever marks are in the name; one press joins, and it is told once."""
    await typed_there(story)
    asked = await says(story, "typed your code")
    assert r"**Mal \*lory\* (@mal)** on Telegram" in asked.content
    answer = await story.ada.press(asked, "It's mine: join")
    assert "connected from now on" in answer.text
    assert await viewer(story, HERE) == await viewer(story, THERE)
    assert [one for one in story.ada.inbox() if "typed your code" in one.content] in ([], [asked])


async def test_a_notice_whose_answer_got_lost_is_not_sent_twice(story: Story) -> None:
    """Discord took it and its answer never came: the next try finds the message that is there."""
    story.fake.trouble.plan(CUT_AFTER, method="POST", path="/messages", times=1)
    await typed_there(story)
    await says(story, "typed your code")
    await story.fake.world.until(lambda: story.fake.trouble.hits, WITHIN_S, "the trouble")
    assert len(story.ada.inbox()) == 1


async def test_what_is_over_is_not_asked_any_more(story: Story) -> None:
    """A question that was answered before its notice came is never sent."""
    await joined(story)
    await part(await viewer(story, THERE), THERE, store=story.running.house.store)
    await says(story, "your accounts were parted")
    assert not [one for one in story.ada.inbox() if "typed your code" in one.content]


async def test_parting_empties_the_cards_of_the_other_side(story: Story) -> None:
    """What came from Telegram leaves the chat on Discord, file and words; what came from here stays, with its file."""
    own, _ = await story.ready(story.ada, None)
    await joined(story)
    ada = await viewer(story, HERE)
    theirs = await made_there(story, ada)
    shown = await story.ada.command(None, "videos", video="#2")
    await shown.shows_file(WITHIN_S)
    await part(await viewer(story, THERE), THERE, store=story.running.house.store)
    await shown.says("only that one can open it")
    assert not shown.message.files
    assert own.message.files
    assert await gone(story, theirs)
    assert "no such video" in (await story.ada.command(None, "videos", video="#2")).text


async def made_there(story: Story, ada: Viewer) -> VideoId:
    """Have a video that was asked for on Telegram."""
    chat = story.running.chat
    there = await chat.arrive(Identity(THERE, "77"), Surface.CHAT_PRIVATE)
    assert there.person == ada.person
    await chat.ask("create", {"prompt": "a lake"}, there)
    video = await story.newest(story.ada)
    await story.make(video)
    return video


async def gone(story: Story, video: VideoId) -> bool:
    """Whether no message on Discord is kept any more as one about a video."""
    async with asyncio.timeout(WITHIN_S):
        while await story.rows(video):  # noqa: ASYNC110 - the bot tells nobody that it is done
            await asyncio.sleep(0.05)
    return True
