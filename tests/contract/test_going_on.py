"""Going on from a video that Kling made: a draft of its own, with its label, that Kling lengthens or has speak."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bots.chat.cards import card_of, more
from bots.chat.command import Asker
from bots.chat.dispatch import Chat
from bots.chat.label import Route
from bots.chat.reply import Form, Reply
from core.generation.declined import SOURCE_GONE
from core.generation.line import begin_first
from core.records import Lane, VideoView
from core.routes import Generator
from core.videos import Making
from tests.chatting import SEA, Chatting, StepAfterStep, chatting_in, video_of
from tests.contract.kling_elsewhere import KlingElsewhere
from tests.contract.test_remote_flow import House
from tests.fakes.sounds import flac_with_cover
from tests.talk import buttons, spoken
from tests.test_create import Photo, png

DAY_MS = 86_400_000


@dataclass
class Going:
    """A conversation, Kling's older contract at the wire, and somebody whose first video is ready."""

    talk: Chatting
    there: KlingElsewhere
    owner: Asker
    card: Reply

    async def make(self, draft: Reply) -> VideoView:
        """Send a draft, and have it made; gives it as its owner sees it."""
        video, parts = video_of(draft), self.talk.parts
        label = next(one for one in ("papers", "send") if one in labels(draft))
        if label == "papers":
            draft = await self.talk.press(await self.talk.press(draft, "papers", self.owner), "agree", self.owner)
        await self.talk.press(draft, "send", self.owner)
        assert await begin_first(parts.store, Lane.REMOTE) == ("send", video)
        await House(parts, self.there, self.owner.viewer).maker().make(StepAfterStep(), str(video))
        return await parts.seen(self.owner.viewer, video)

    async def gone_on(self) -> Reply:
        """Press Go on under More; gives the new draft's card."""
        return await self.talk.press(await self.talk.press(self.card, "more", self.owner), "go-on", self.owner)

    async def wishing(self, draft: Reply, **wishes: str) -> Reply:
        """Fill in More wishes."""
        asked = await self.talk.press(draft, "extras", self.owner)
        (form,) = [one for one in asked.parts if isinstance(one, Form)]
        assert set(wishes) <= {one.name for one in form.fields}
        return await self.talk.chat.press(form.press, self.owner, wishes)

    async def attached(self, draft: Reply, content: bytes) -> Reply:
        """Add a file to a draft."""
        asked = await self.talk.press(draft, "files", self.owner)
        (form,) = [one for one in asked.parts if isinstance(one, Form)]
        return await self.talk.chat.press(form.press, self.owner, None, [Photo(content)])

    def order(self) -> tuple[str, dict[str, Any]]:
        """Give the path and body of the last order."""
        last = [one for one in self.there.wire.seen if one.method == "POST"][-1]
        return last.path, json.loads(last.body)


def labels(reply: Reply) -> list[str]:
    """Give the buttons of a reply by their keys."""
    return [one.label.key.removeprefix("button-") for one in buttons(reply)]


def reached(talk: Chatting, there: KlingElsewhere) -> Chatting:
    """Set Kling up beside motion."""
    generators: dict[str, Generator] = {**talk.parts.generators, "kling": there.remote}
    services = replace(talk.services, generators=generators, remote={"kling": there.remote})
    return replace(talk, chat=Chat(services), services=services)


@pytest.fixture
async def going(tmp_path: Path) -> AsyncIterator[Going]:
    """One video by Kling is ready."""
    async with (
        chatting_in(tmp_path) as opened,
        KlingElsewhere("legacy", opened.parts.workers, opened.parts.clock) as it,
    ):
        talk = reached(opened, it)
        owner = await talk.arrive()
        draft = await talk.chat.ask("create", {"prompt": SEA, "route": Route.KLING}, owner)
        first = Going(talk, it, owner, draft)
        assert (await first.make(draft)).video.state is Making.READY
        yield replace(first, card=await card_of(video_of(draft), owner, talk.services))


async def test_it_goes_on_with_new_words(going: Going) -> None:
    """Under More, one press makes a draft that says what it goes on from; sent, Kling lengthens its own video."""
    draft = await going.gone_on()
    assert "goes on with what the words say" in spoken(draft)
    assert "This leaves the house." in spoken(draft)
    assert (await going.make(draft)).video.state is Making.READY
    assert going.order()[0] == "/v1/videos/video-extend"
    assert going.order()[1].keys() == {"video_id", "external_task_id"}
    assert going.there.begun == 2


async def test_its_lips_say_words(going: Going) -> None:
    """Words to say turn going on into speaking; the card says them, and so does the order."""
    draft = await going.wishing(await going.gone_on(), speech="Good evening, harbour.")
    assert "its lips say: Good evening, harbour." in spoken(draft)
    assert (await going.make(draft)).video.state is Making.READY
    path, body = going.order()
    assert (path, body["input"]["mode"], body["input"]["text"]) == (
        "/v1/videos/lip-sync",
        "text2video",
        "Good evening, harbour.",
    )


async def test_its_lips_move_to_a_sound(going: Going) -> None:
    """A sound that the draft is given is spoken; a picture is refused, and the draft is as it was."""
    draft = await going.gone_on()
    refused = await going.attached(draft, png())
    assert "one sound for it to speak" in spoken(refused)
    card = await going.attached(draft, flac_with_cover())
    assert "its lips move to the sound that you gave" in spoken(card)
    assert (await going.make(card)).video.state is Making.READY
    assert going.order()[1]["input"]["audio_type"] == "file"


async def test_what_was_cleared_there_is_not_gone_on_from(going: Going) -> None:
    """Where Kling has cleared the video meanwhile, nothing is begun nor charged, and the card says why."""
    draft = await going.gone_on()
    going.there.wire.tasks.known.clear()
    view = await going.make(draft)
    assert (view.video.state, view.video.failure) == (Making.FAILED, SOURCE_GONE)
    assert "doesn't have that video any more" in spoken(
        await card_of(video_of(draft), going.owner, going.talk.services)
    )
    assert going.there.begun == 1


async def test_it_is_offered_as_long_as_kling_has_the_video(going: Going) -> None:
    """Thirty days after the order Kling has cleared it, by its papers: then only going on here is offered."""
    view = await going.talk.parts.seen(going.owner.viewer, video_of(going.card))
    assert "go-on" in labels(await more(view, going.owner, going.talk.services))
    going.talk.parts.clock.advance(29 * DAY_MS)
    assert "go-on" in labels(await more(view, going.owner, going.talk.services))
    going.talk.parts.clock.advance(DAY_MS)
    assert "go-on" not in labels(await more(view, going.owner, going.talk.services))
    assert "extend" in labels(await more(view, going.owner, going.talk.services))


async def test_it_goes_on_where_it_was_made_and_nowhere_else(going: Going) -> None:
    """Another way can't go on from Kling's video, and says so; and the draft is as it was."""
    draft = await going.gone_on()
    asked = await going.talk.press(draft, "route", going.owner)
    (form,) = [one for one in asked.parts if isinstance(one, Form)]
    refused = await going.talk.chat.press(form.press, going.owner, {"route": "motion"})
    assert "going on from another video" in spoken(refused)
    assert "goes on" in spoken(await card_of(video_of(draft), going.owner, going.talk.services))
