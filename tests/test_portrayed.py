"""Who is in a picture that somebody else posted: asked first, kept with the video, and not to be gone round."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.chat.reply import Button, Reply
from core.errors import BadInput
from core.generation.again import again
from core.generation.draft import start
from core.records import Event
from core.videos import Making, Portrayed, VideoId
from knowledge.routes import papers_of
from tests.chatting import Chatting, chatting_in, video_of
from tests.parts import HERE
from tests.talk import buttons, spoken
from tests.test_create import Photo, png

ANSWERS = {"self": Portrayed.SELF, "agreed": Portrayed.AGREED, "nobody": Portrayed.NOBODY}


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation with real parts behind it."""
    async with chatting_in(tmp_path) as opened:
        yield opened


async def given(talk: Chatting) -> tuple[Reply, VideoId]:
    """Give a picture of somebody else's, as the door in a message's menu does."""
    reply = await talk.chat.ask("create", {"files": (Photo(png()),), "others": True}, await talk.arrive())
    return reply, video_of(reply)


def answer(reply: Reply, name: str) -> Button:
    """The button that says who is in the picture."""
    (found,) = [one for one in buttons(reply) if one.label.key == f"portrayed-{name}"]
    return found


def labels(reply: Reply) -> set[str]:
    """The keys of a reply's buttons."""
    return {one.label.key for one in buttons(reply)}


async def history(talk: Chatting, video: VideoId) -> list[Event]:
    """What is kept of a video's history that says who is in it."""
    async with talk.parts.store.read() as reads:
        return [one for one in await reads.events((await talk.arrive()).viewer, video) if one.verb == "say_portrayed"]


@pytest.mark.parametrize("name", ANSWERS)
async def test_it_is_said_before_anything_begins(talk: Chatting, name: str) -> None:
    """The draft has no start until one of three answers is given; the answer is kept with the video and its history."""
    card, video = await given(talk)
    assert "Who is in it?" in spoken(card)
    assert "button-start" not in labels(card)
    said = await talk.chat.press(answer(card, name).press, await talk.arrive())
    assert "Who is in it?" not in spoken(said)
    assert "button-start" in labels(said)
    view = await talk.parts.seen((await talk.arrive()).viewer, video)
    assert view.video.portrayed is ANSWERS[name]
    assert [one.reason for one in await history(talk, video)] == [name]
    await talk.press(said, "start", await talk.arrive())
    assert (await talk.parts.seen((await talk.arrive()).viewer, video)).video.state is Making.QUEUED


async def test_an_answer_is_given_once(talk: Chatting) -> None:
    """A second answer from an older card changes nothing, and neither does somebody else's."""
    card, video = await given(talk)
    stranger = await talk.chat.press(answer(card, "nobody").press, await talk.arrive("member"))
    assert "somebody else's" in spoken(stranger)
    await talk.chat.press(answer(card, "agreed").press, await talk.arrive())
    late = await talk.chat.press(answer(card, "nobody").press, await talk.arrive())
    assert "Something else came first" in spoken(late)
    assert [one.reason for one in await history(talk, video)] == ["agreed"]


async def test_there_is_no_way_round_the_question(talk: Chatting) -> None:
    """Neither starting by hand nor Again makes it; a new draft of it asks too, one that was answered doesn't."""
    card, video = await given(talk)
    viewer = (await talk.arrive()).viewer
    with pytest.raises(BadInput, match="portrayed_unsaid"):
        await start(
            viewer,
            video,
            HERE,
            route="motion",
            store=talk.parts.store,
            generators=talk.parts.generators,
            papers=papers_of,
            purse=talk.services.purse,
        )
    await talk.press(card, "cancel", await talk.arrive())
    with pytest.raises(BadInput, match="portrayed_unsaid"):
        await again(viewer, video, HERE, generators=talk.parts.generators, **talk.parts.for_use_cases)
    copy = await again(viewer, video, HERE, draft=True, generators=talk.parts.generators, **talk.parts.for_use_cases)
    asked = await talk.card(copy, await talk.arrive())
    assert "Who is in it?" in spoken(asked)
    await talk.chat.press(answer(asked, "self").press, await talk.arrive())
    third = await again(viewer, copy, HERE, generators=talk.parts.generators, **talk.parts.for_use_cases)
    assert (await talk.parts.seen(viewer, third)).video.portrayed is Portrayed.SELF


async def test_nobody_is_asked_about_what_they_give_themselves(talk: Chatting) -> None:
    """A picture of one's own begins at once."""
    card = await talk.chat.ask("create", {"image": Photo(png())}, await talk.arrive())
    assert "Who is in it?" not in spoken(card)
    view = await talk.parts.seen((await talk.arrive()).viewer, video_of(card))
    assert (view.video.portrayed, view.video.state) == (Portrayed.OWN, Making.QUEUED)
