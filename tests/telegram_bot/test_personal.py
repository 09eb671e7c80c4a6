"""What reaches a person on Telegram of connecting two accounts: a notice, and no card of the other side left."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from core.gate import Surface
from core.linking.connect import give_code, standing, type_code
from core.linking.decide import join
from core.linking.part import part
from core.people import Identity, Platform, Viewer
from core.videos import VideoId
from tests.fakes.telegram_wire.messages import Message
from tests.telegram_story import Story, two_people

HERE, THERE = Platform.TELEGRAM, Platform.DISCORD


@pytest_asyncio.fixture
async def story(tmp_path: Path) -> AsyncIterator[Story]:
    """Ada and Bob, and the bot."""
    async with two_people(tmp_path / "house") as told:
        yield told


async def viewer(story: Story, platform: Platform) -> Viewer:
    """Ada, on Telegram or on Discord."""
    identity = Identity(platform, str(story.ada.id) if platform is HERE else "77")
    return (await story.chat.arrive(identity, Surface.CHAT_PRIVATE)).viewer


async def typed_there(story: Story) -> None:
    """Ada gets a code on Telegram, and somebody types it on Discord."""
    store, clock, ids = story.house.store, story.house.clock, story.house.ids
    code = await give_code(await viewer(story, HERE), HERE, "Ada (@ada)", store=store, clock=clock, ids=ids)
    await type_code(await viewer(story, THERE), THERE, "Mal <b>lory</b> (@mal)", code, store=store, clock=clock)


async def joined(story: Story) -> None:
    """Ada is one person on both."""
    await typed_there(story)
    ada = await viewer(story, HERE)
    _, pairing = await standing(ada, store=story.house.store)
    assert pairing is not None
    await join(ada, pairing.id, store=story.house.store, clock=story.house.clock)


async def says(story: Story, words: str) -> Message:
    """Wait for a message in Ada's private chat that says something."""
    await story.until(lambda: any(words in one.words for one in story.ada.inbox()), words)
    return next(one for one in story.ada.inbox() if words in one.words)


async def test_the_confirmation_comes_to_the_private_chat_and_joins(story: Story) -> None:
    """Who typed the code is named, whatever marks are in the name; one press joins both."""
    await story.ada.command("help")
    await typed_there(story)
    asked = await says(story, "typed your code")
    assert "Mal <b>lory</b>" in asked.words.replace("\u2060", "")
    await story.press(story.ada, asked, "It's mine: join")
    await says(story, "connected from now on")
    assert await viewer(story, HERE) == await viewer(story, THERE)


async def test_somebody_who_blocked_us_keeps_nobody_waiting(story: Story) -> None:
    """A notice that reaches nobody is shown at their next /connect; the outbox goes on."""
    await story.ada.command("help")
    story.ada.blocks()
    await typed_there(story)
    card, _ = await story.ready(story.bob)
    assert card.media is not None


async def test_parting_takes_the_cards_of_the_other_side_out_of_the_chat(story: Story) -> None:
    """What came from Discord leaves the chat, file and words; what came from here stays, with its file."""
    own, _ = await story.ready(story.ada)
    await joined(story)
    theirs = await made_there(story)
    listed = (await story.ada.command("videos")).message
    await story.ada.presses(listed, listed.labels[0])
    await story.until(lambda: sum(one.media is not None for one in story.ada.inbox()) == 2, "both videos")
    await part(await viewer(story, THERE), THERE, store=story.house.store)
    await says(story, "only that one can open it")
    await story.until(lambda: [one for one in story.ada.inbox() if one.media] == [own], "the other one's leaving")
    await story.settled(lambda: _is_gone(story, theirs))


async def made_there(story: Story) -> VideoId:
    """Have a video that was asked for on Discord."""
    there = await story.chat.arrive(Identity(THERE, "77"), Surface.CHAT_PRIVATE)
    await story.chat.ask("create", {"prompt": "a lake"}, there)
    video = await story.newest(story.ada)
    await story.make(video)
    return video


async def _is_gone(story: Story, video: VideoId) -> bool:
    return not await story.rows(video)
