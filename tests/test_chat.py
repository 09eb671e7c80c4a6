"""The conversation over real parts: create, cards, errors, and what other people never see."""

import logging
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn
from uuid import uuid4

import pytest

from bots.chat.cards import ENDING_SHARE, FAILURES
from bots.chat.catalog import CATALOGUE
from bots.chat.command import VideoRef
from bots.chat.dispatch import Chat
from bots.chat.reply import Link, Progress, Reply
from bots.chat.reply import Media as MediaPart
from bots.texts.lookup import Texts
from bots.texts.say import Say
from core.erasure.closed import BEYOND_US, OURS
from core.erasure.verify import verify
from core.errors import BadInput, LimitReached
from core.gate import Surface
from core.generators.motion.lexicon import SCENES
from core.intake.upload import Upload
from core.people import Identity, Platform
from core.records import Order
from core.routes import Local
from core.videos import Making, Media, VideoId, Visibility
from core.work import Product
from tests.chatting import SEA, Chatting, StepAfterStep, chatting_in, video_of
from tests.fakes.tiny import Tiny
from tests.talk import buttons, spoken
from tests.test_create import Photo, png

UNDRAWABLE = "two marmosets sign a contract"


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Chatting]:
    """A conversation with real parts behind it."""
    async with chatting_in(tmp_path) as opened:
        yield opened


def labels(reply: Reply) -> list[str]:
    """Give the buttons of a reply by their keys."""
    return [one.label.key.removeprefix("button-") for one in buttons(reply)]


def progress(reply: Reply) -> Progress:
    """Give what moves on a card."""
    (found,) = [part for part in reply.parts if isinstance(part, Progress)]
    return found


async def test_a_card_follows_its_video_from_the_queue_to_the_end(talk: Chatting) -> None:
    """Place, share, putting together, ready: one card, which says who can see it and until when."""
    owner = await talk.arrive()
    ahead, video = await talk.create(owner), await talk.create(owner)
    waiting = await talk.card(video, owner)
    assert "1 video is ahead" in spoken(waiting)
    assert labels(waiting) == ["cancel"]
    async with talk.parts.store.write() as writes:
        await writes.move_video(video, "start")
    assert progress(await talk.card(video, owner)).share is None
    for share, words in ((0.4, "40 %"), (ENDING_SHARE, "Putting")):
        talk.parts.progress.report(video, share)
        assert progress(await talk.card(video, owner)).share == share
        assert words in spoken(await talk.card(video, owner))
    assert list(await talk.chat.unfinished(owner)) == [ahead, video]
    await talk.make(video)
    ready = await talk.card(video, owner)
    assert ready.card == waiting.card == f"video:{video}"
    assert [part.duration_ms for part in ready.parts if isinstance(part, MediaPart)] == [5_000]
    assert "No other member can open it." in spoken(ready)
    assert "a scene drawn from your words, not AI" in spoken(ready)
    assert "Erased here: " in spoken(ready)
    assert labels(ready) == ["private", "share", "again", "more"]
    assert list(await talk.chat.unfinished(owner)) == [ahead]


@pytest.mark.parametrize("words", ["", "slow orbit"])
async def test_a_picture_is_enough(talk: Chatting, words: str) -> None:
    """A picture said with or without words becomes a video of it, and the card says what was done."""
    owner = await talk.arrive()
    video = video_of(await talk.chat.say(words, owner, [Photo(png())]))
    await talk.make(video)
    assert "a camera move over your picture, not AI" in spoken(await talk.card(video, owner))


async def test_what_cannot_be_drawn_is_said_before_anything_is_kept(talk: Chatting) -> None:
    """The words that can't be drawn are named with all that can; one press makes an abstract scene of them."""
    owner = await talk.arrive()
    reply = await talk.chat.ask("create", {"prompt": UNDRAWABLE}, owner)
    assert "can't draw this: marmosets sign" in spoken(reply)
    assert "northern lights" in spoken(reply)
    assert reply.card is None
    assert await talk.chat.unfinished(owner) == []
    dreamt = await talk.press(reply, "abstract", owner)
    assert (await talk.parts.seen(owner.viewer, video_of(dreamt))).prompt == UNDRAWABLE
    assert "Not in it: marmosets sign" in spoken(dreamt)
    twice = await talk.press(reply, "abstract", owner)
    assert twice.card is None
    assert len(await talk.chat.unfinished(owner)) == 1


async def test_what_is_left_out_stands_on_the_card(talk: Chatting) -> None:
    """A scene with something in it that can't be drawn is made, and the card says what isn't in it."""
    owner = await talk.arrive()
    reply = await talk.chat.ask("create", {"prompt": "a calm sea with a marmoset"}, owner)
    assert "Not in it: marmoset." in spoken(reply)


def test_every_code_that_a_card_can_show_has_words() -> None:
    """Scenes, states, how far a video is seen, what a receipt states: none of them can ever show as a code."""
    keys = [f"scene-{code}" for code in SCENES]
    keys += [f"state-{state.value}" for state in Making if state is not Making.ERASING]
    keys += [f"seen-{how.value}" for how in Visibility] + [f"failure-{code}" for code in FAILURES]
    keys += [f"{state}-{one.what}" for state in ("erased", "waiting") for one in OURS]
    keys += [f"recall-{one.what}" for one in BEYOND_US]
    for key in keys:
        assert Texts().say("en", Say(key), str)


class Breaking(Tiny):
    """A generator that breaks in a chosen way."""

    def __init__(self, error: Exception) -> None:
        """Break with `error`."""
        self._error = error

    async def make(self, *_: object) -> Product:
        """Break."""
        raise self._error


@pytest.mark.parametrize(
    ("error", "words", "buttons"),
    [
        (LimitReached("worker_limit"), "more time or memory", ["rework", "again", "delete"]),
        (RuntimeError("private words"), "Something broke here", ["again", "delete"]),
        (BadInput("clip_unreadable"), "ordinary MP4", ["again", "delete"]),
        (BadInput("start_past_end", length_s=2.0), "Choose an earlier one", ["rework", "again", "delete"]),
        (BadInput("text_cannot_be_drawn", letters="x"), "letters that I can't draw", ["rework", "again", "delete"]),
    ],
)
async def test_a_video_that_failed_says_why(talk: Chatting, error: Exception, words: str, buttons: list[str]) -> None:
    """The card says in words what went wrong, and offers to change it where that helps, to try again, or to delete."""
    owner = await talk.arrive()
    video = await talk.create(owner)
    broken: dict[str, Local] = {"motion": Breaking(error)}
    async with talk.parts.store.write() as writes:
        await writes.move_video(video, "start")
    await talk.parts.maker(broken).make(StepAfterStep(), str(video))
    card = await talk.card(video, owner)
    assert words in spoken(card)
    assert "private words" not in spoken(card)
    assert labels(card) == buttons


@pytest.mark.parametrize(
    ("command", "options", "words"),
    [
        ("create", {}, "a few words, a picture, a sound or a clip"),
        ("create", {"prompt": "x" * 100_000}, "2,000 are the most"),
        ("create", {"prompt": SEA, "seconds": 99}, "1 to 60 seconds"),
        ("create", {"image": Photo(b"this is no picture")}, "That file is text"),
        ("delete", {}, "/delete needs “video”"),
        ("delete", {"video": VideoRef("#7")}, "no such video of yours"),
        ("enddate", {"video": VideoRef("last"), "until": "1d"}, "no such video of yours"),
        ("nonsense", {}, "I don't know /nonsense"),
        ("create", {"prompt": "half a \ud800 sea"}, "half a character"),
        ("videos", {"video": VideoRef("\udfff")}, "half a character"),
    ],
)
async def test_what_cannot_be_used_is_answered_and_not_kept(
    talk: Chatting, command: str, options: dict[str, object], words: str
) -> None:
    """A sentence says what was wrong and what to do; no card, no row, no sealed byte."""
    owner = await talk.arrive()
    reply = await talk.chat.ask(command, options, owner)
    assert words in spoken(reply)
    assert reply.card is None
    assert await talk.chat.unfinished(owner) == []
    assert talk.parts.sealed_files == []


async def test_more_files_than_a_video_takes_are_refused(talk: Chatting) -> None:
    """More files than a video takes are refused with the limit and what was given."""
    photos: Sequence[Upload] = [Photo(png()) for _ in range(12)]
    reply = await talk.chat.say("", await talk.arrive(), photos)
    assert "11 files here, and you sent 12" in spoken(reply)
    reply = await talk.chat.say("", await talk.arrive(), photos[:11])
    assert "(pictures: 11, clips: 0, sounds: 0)" in spoken(reply)
    assert talk.parts.sealed_files == []


async def test_plain_words_are_a_question_and_a_slash_is_a_command(talk: Chatting) -> None:
    """Words without a picture are answered from state and papers; a command that isn't one is said to be none."""
    owner = await talk.arrive()
    await talk.ready(owner)
    assert "\n1 " in spoken(await talk.chat.say("is my video private?", owner))
    assert "I don't know /craete" in spoken(await talk.chat.say("/craete a sea", owner))


async def test_what_breaks_is_answered_and_logged_without_words(
    talk: Chatting, caplog: pytest.LogCaptureFixture
) -> None:
    """An error that nobody foresaw gives a reference, under which the log says where, and none of its words."""
    owner = await talk.arrive()

    class Broken(Tiny):
        def check(self, order: Order, *, media: Collection[Media]) -> NoReturn:
            raise RuntimeError(order.prompt, media)

    chat = Chat(replace(talk.services, generators={"motion": Broken(talk.parts.workers)}))
    with caplog.at_level(logging.ERROR):
        reply = await chat.ask("create", {"prompt": SEA}, owner)
    reference = spoken(reply).removesuffix(".").rsplit(" ", 1)[1]
    assert reference in caplog.text
    assert "RuntimeError" in caplog.text
    assert "create.py" in caplog.text
    assert SEA not in caplog.text + spoken(reply)


async def test_nobody_else_sees_a_word_or_an_id(talk: Chatting) -> None:
    """Every command as another member, naming the owner's video in each way: the answers of somebody without videos."""
    owner, member, nobody = [await talk.arrive(name) for name in ("owner", "member", "moderator")]
    video = await talk.ready(owner, "a quokka forest in the rain")
    names = ["#1", "1", "last", "quokka", "a quokka forest in the rain", str(video)]
    secrets = ["quokka", str(video), *(str(asset.id) for asset in (await talk.parts.seen(owner.viewer, video)).assets)]
    for name in names:
        for command in [one for one in CATALOGUE if any(each.plain_kind is VideoRef for each in one.options())]:
            given = {"video": VideoRef(name), "until": "1d"} if command.name == "enddate" else {"video": VideoRef(name)}
            replies = [await talk.chat.ask(command.name, given, asker) for asker in (member, nobody)]
            assert spoken(replies[0]) == spoken(replies[1])
            assert not any(secret in repr(replies[0]) for secret in secrets)
    questions = ["is my video private?", "is #1 private?", "is quokka private?"]
    for reply in [await talk.chat.say(question, member) for question in questions]:
        assert not any(secret in repr(reply) for secret in secrets)
    assert await talk.chat.card(video, member) is None
    assert await talk.chat.receipt_file(video, member) is None
    assert await talk.chat.complete("videos", "video", "", member) == []
    assert await talk.chat.unfinished(member) == []


async def test_a_video_deleted_for_good_leaves_a_receipt(talk: Chatting) -> None:
    """Confirmed once, the video is closed at once; its card becomes the receipt, which can be saved and checked."""
    owner = await talk.arrive()
    video = await talk.ready(owner)
    card = await talk.card(video, owner)
    confirm = await talk.chat.ask("delete", {"video": VideoRef("#1")}, owner)
    assert "Delete “a calm sea at sunset” (#1) for good? There is no trash" in spoken(confirm).replace("**", "")
    assert next(part.path for part in confirm.parts if isinstance(part, Link)).endswith("?download")
    assert labels(confirm) == ["erase", "keep"]
    assert await talk.press(confirm, "keep", owner) == card
    erasing = await talk.press(confirm, "erase", owner)
    assert erasing.card == card.card
    assert await talk.chat.card(video, owner) is None
    assert "no such video" in spoken(await talk.chat.ask("videos", {"video": VideoRef("#1")}, owner))
    assert spoken(await talk.press(confirm, "erase", owner)).startswith("That was done already.")
    await talk.erase(video)
    receipt = await talk.card(video, owner)
    assert receipt.card == card.card
    assert "Video #1 deleted" in spoken(receipt).replace("**", "")
    assert SEA not in spoken(receipt)
    file = await talk.chat.receipt_file(video, owner)
    assert file is not None
    assert verify(file).video == "#1"
    assert await talk.press(confirm, "keep", owner) == receipt


async def test_the_platforms_language_is_used_until_one_is_chosen(talk: Chatting) -> None:
    """Whoever arrives is the same person each time, spoken to as their platform says."""
    first, again = [
        await talk.chat.arrive(Identity(Platform.DEMO, "owner"), Surface.CHAT_PRIVATE, language) for language in "ab"
    ]
    assert first.person == again.person
    assert (first.language, again.language) == ("a", "b")


async def test_a_card_of_nothing_is_none(talk: Chatting) -> None:
    """An id that never was has no card and no receipt."""
    owner = await talk.arrive()
    assert await talk.chat.card(VideoId(uuid4()), owner) is None
    assert await talk.chat.receipt_file(VideoId(uuid4()), owner) is None
